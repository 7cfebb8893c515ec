"""Who came to a session (domain §3.5)."""

from collections.abc import Iterable
from typing import Annotated

from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row
from desktop.domain.workshop_seats import attendance_locks

PERSONAL = Sensitivity.PERSONAL
CAME = ("present", "late")


class AttendanceDraft(Draft):
    """حضور یک فرد در یک جلسه"""

    session_id: Annotated[str, About(label="جلسه", input=Input.LINK, links="workshop_session", required=True, sensitivity=PERSONAL)]
    person_id: Annotated[str | None, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)] = None  # none: forgotten after five years
    state: Annotated[str, About(label="حضور", input=Input.CODE, codes="attendance_state", required=True, sensitivity=PERSONAL, column=2)]
    minutes: Annotated[int | None, About(label="دقیقه", input=Input.INTEGER, low=1, high=480, sensitivity=PERSONAL, column=3)] = None


class Attendance(AttendanceDraft, Record, table=True):
    __tablename__ = "attendance"


def attendance_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("attendance", session_id=values["session_id"], person_id=values["person_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("person_id", "attendance_twin")
    session = facts.get("workshop_session", values["session_id"])
    if session and session["held"] is False:
        yield Problem("session_id", "session_not_held")


ATTENDANCE = Kind(name="attendance", label="حضور", plural="حضورها", draft=AttendanceDraft, table=Attendance, title=("person_id",), state="state", rules=attendance_rules, locks=attendance_locks)
