"""Who has a place in a workshop, who waits for one, and who gave it up (domain §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row
from desktop.domain.workshop_clashes import enrollment_doubts
from desktop.domain.workshop_life import completes, held_sessions, times_came
from desktop.domain.workshop_seats import BARRED_SEX, SEATED, free_seats, next_rank, reported_locks

PERSONAL = Sensitivity.PERSONAL
SETTLED = ("completed", "failed")
_OVER = ("held", "reported")


class WorkshopEnrollmentDraft(Draft):
    """ثبت‌نام در کارگاه"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, sensitivity=PERSONAL, column=1)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    enrolled_on: Annotated[date | None, About(label="تاریخ ثبت‌نام", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="enrollment_status", sensitivity=PERSONAL, column=4)] = "enrolled"
    waiting_rank: Annotated[int | None, About(label="نوبت", input=Input.INTEGER, by_program=True, sensitivity=PERSONAL)] = None
    promoted_on: Annotated[date | None, About(label="تاریخ گرفتن جا", input=Input.DATE, by_program=True, sensitivity=PERSONAL)] = None
    told_on: Annotated[date | None, About(label="تاریخ خبر دادن", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None
    withdrawn_on: Annotated[date | None, About(label="تاریخ انصراف", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None


class WorkshopEnrollment(WorkshopEnrollmentDraft, Record, table=True):
    __tablename__ = "workshop_enrollment"


def enrollment_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    old = facts.get("workshop_enrollment", values.get("id"))
    workshop, person = facts.get("workshop", values["workshop_id"]), facts.get("person", values["person_id"])
    others = [e for e in facts.find("workshop_enrollment", workshop_id=values["workshop_id"]) if e["id"] != values.get("id")]
    if any(twin["person_id"] == values["person_id"] for twin in others):
        yield Problem("person_id", "already_enrolled")
    if workshop is None or person is None:
        return
    comes_anew = old is None or old["person_id"] != values["person_id"] or old["status"] == "withdrawn" != values["status"]
    if comes_anew and BARRED_SEX.get(workshop["sex_restriction"]) == person["sex"]:
        yield Problem("person_id", "sex_restriction")
    if old is None and workshop["status"] == "cancelled":
        yield Problem("workshop_id", "workshop_cancelled")
    if values["status"] in SETTLED and (old is None or old["status"] != values["status"]):
        yield from _settled_rules(values, workshop, facts)
    waited = old is not None and old["status"] == "waiting"
    if waited and values["status"] in SEATED and free_seats(workshop, others) < 1:
        yield Problem("status", "workshop_full")


def _settled_rules(values: Row, workshop: Row, facts: Facts) -> Iterable[Problem]:
    """Completed, or not, is what the sessions held say once the workshop is over; nobody decides it by hand."""
    if workshop["status"] not in _OVER:
        yield Problem("status", "settled_by_report")
        return
    held = held_sessions(workshop["id"], facts)
    came = times_came(held, facts)[values["person_id"]]
    if completes(came, len(held), workshop["min_attend_share"]) != (values["status"] == "completed"):
        yield Problem("status", "settled_by_report")


def fill_enrollment(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Enrolled today; who comes when all places are taken waits, and who withdraws does so today."""
    status, old = values["status"], facts.get("workshop_enrollment", values.get("id"))
    workshop = facts.get("workshop", values["workshop_id"])
    others = facts.find("workshop_enrollment", workshop_id=values["workshop_id"])
    comes_anew = old is None or old["status"] == "withdrawn"
    if comes_anew and status == "enrolled" and workshop is not None and free_seats(workshop, others) < 1:
        status = "waiting"
    return {
        "enrolled_on": values["enrolled_on"] or facts.today,
        "status": status,
        "waiting_rank": _rank(values, old, others) if status in ("waiting", "withdrawn") else None,
        "withdrawn_on": (values["withdrawn_on"] or _left_on(workshop, facts)) if status == "withdrawn" else None,
    }


def _rank(values: Row, old: Row | None, others: Iterable[Row]) -> int | None:
    """The turn of who waits; who gives it up keeps it, for nobody who only waited was ever in the workshop."""
    if values["status"] == "withdrawn":
        waited = old is not None and (old["status"] == "waiting" or old["waiting_rank"] is not None)
        return values["waiting_rank"] if waited else None
    return values["waiting_rank"] or next_rank(others)


def _left_on(workshop: Row | None, facts: Facts) -> date:
    """Today; who withdraws from a workshop that is written down afterwards, before it has begun there, did so before it began."""
    if workshop is None:
        return facts.today
    sessions = facts.find("workshop_session", workshop_id=workshop["id"])
    if any(session["held"] for session in sessions):
        return facts.today
    begins: date = min((session["date"] for session in sessions), default=workshop["planned_start"])
    return min(facts.today, begins - timedelta(days=1))


WORKSHOP_ENROLLMENT = Kind(name="workshop_enrollment", label="ثبت‌نام", plural="ثبت‌نام‌ها", draft=WorkshopEnrollmentDraft, table=WorkshopEnrollment, title=("person_id",), state="status", rules=enrollment_rules, doubts=enrollment_doubts, locks=reported_locks, fill=fill_enrollment)
