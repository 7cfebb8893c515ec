"""Workshops, their sessions, who enrols and who comes (domain §3.5, §3.6.2)."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import LifeCycle, Transition
from desktop.domain.persian.identifiers import read_mobile
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
CAME = ("present", "late")


class InstructorDraft(Draft):
    """مدرس"""

    full_name: Annotated[str, About(label="نام و نام خانوادگی", required=True, reader=read_name, longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1)]
    specialty: Annotated[str | None, About(label="تخصص", longest=80, column=2)] = None
    org_id: Annotated[str | None, About(label="سازمان", input=Input.LINK, links="organization", column=3)] = None
    mobile: Annotated[str | None, About(label="همراه", input=Input.DIGITS, reader=read_mobile, sensitivity=PERSONAL)] = None


class Instructor(InstructorDraft, Record, table=True):
    __tablename__ = "instructor"


class WorkshopDraft(Draft):
    """کارگاه"""

    code: Annotated[str, About(label="کد کارگاه", input=Input.DIGITS, by_program=True, search=Search.NUMBERS, column=1)] = ""
    title: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=2)]
    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="workshop_type", required=True, column=3)]
    field: Annotated[str, About(label="حوزه", input=Input.CODE, codes="need_field", required=True)] = "social"
    target_group: Annotated[list[str], About(label="گروه هدف", input=Input.CODES, codes="target_group")] = Field(default_factory=list, sa_type=JSON)
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", column=4)] = None
    place: Annotated[str, About(label="مکان", required=True, longest=120, search=Search.WORDS)]
    instructor_id: Annotated[str | None, About(label="مدرس", input=Input.LINK, links="instructor")] = None
    co_org_id: Annotated[str | None, About(label="سازمان همکار", input=Input.LINK, links="organization")] = None
    planned_start: Annotated[date, About(label="آغاز", input=Input.DATE, required=True, column=5)]
    planned_end: Annotated[date, About(label="پایان", input=Input.DATE, required=True)]
    sessions_planned: Annotated[int, About(label="شمار جلسه", input=Input.INTEGER, required=True, low=1, high=60, column=6)]
    hours_per_session: Annotated[float, About(label="ساعت هر جلسه", input=Input.DECIMAL, required=True, low=0.5, high=8)]
    capacity: Annotated[int, About(label="ظرفیت", input=Input.INTEGER, required=True, low=1, high=200, column=7)]
    min_attend_share: Annotated[float, About(label="کمینهٔ حضور برای تکمیل (۰ تا ۱)", input=Input.DECIMAL, low=0.01, high=1)] = 0.75
    sex_restriction: Annotated[str, About(label="ویژهٔ", input=Input.CODE, codes="sex_restriction")] = "mixed"
    childcare: Annotated[bool, About(label="نگهداری کودک", input=Input.YES_NO)] = False
    fee_rial: Annotated[int, About(label="شهریه", input=Input.MONEY, low=0)] = 0
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="workshop_status", by_program=True, column=8)] = "planned"
    cancel_reason: Annotated[str | None, About(label="دلیل لغو", longest=200, in_form=False)] = None


class Workshop(WorkshopDraft, Record, table=True):
    __tablename__ = "workshop"


def workshop_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["planned_end"] < values["planned_start"]:
        yield Problem("planned_end", "before_start")


class WorkshopSessionDraft(Draft):
    """جلسهٔ کارگاه"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, column=1)]
    no: Annotated[int, About(label="شمارهٔ جلسه", input=Input.INTEGER, required=True, low=1, high=60, column=2)]
    date: Annotated[date, About(label="تاریخ", input=Input.DATE, required=True, column=3)]
    start: Annotated[time | None, About(label="آغاز", input=Input.TIME, column=4)] = None
    end: Annotated[time | None, About(label="پایان", input=Input.TIME, column=5)] = None
    held: Annotated[bool | None, About(label="برگزار شد", input=Input.YES_NO, column=6)] = None
    topic: Annotated[str | None, About(label="موضوع", longest=160)] = None
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500)] = None
    walk_ins: Annotated[int, About(label="شرکت‌کننده بدون پرونده", input=Input.INTEGER, low=0, high=200)] = 0
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class WorkshopSession(WorkshopSessionDraft, Record, table=True):
    __tablename__ = "workshop_session"


def session_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["start"] and values["end"] and values["end"] <= values["start"]:
        yield Problem("end", "end_before_start")
    if values["held"] and values["date"] > facts.today:
        yield Problem("held", "in_future")
    twins = facts.find("workshop_session", workshop_id=values["workshop_id"], no=values["no"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("no", "session_twin")


def session_hours(session: Row, workshop: Row) -> float:
    """Hours of one session: its own clock times, else the workshop's plan."""
    if session["start"] and session["end"]:
        start, end = session["start"], session["end"]
        return float((end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)) / 60
    return float(workshop["hours_per_session"])


class WorkshopEnrollmentDraft(Draft):
    """ثبت‌نام در کارگاه"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, sensitivity=PERSONAL, column=1)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    enrolled_on: Annotated[date | None, About(label="تاریخ ثبت‌نام", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="enrollment_status", sensitivity=PERSONAL, column=4)] = "enrolled"
    waiting_rank: Annotated[int | None, About(label="نوبت", input=Input.INTEGER, by_program=True, sensitivity=PERSONAL)] = None


class WorkshopEnrollment(WorkshopEnrollmentDraft, Record, table=True):
    __tablename__ = "workshop_enrollment"


def enrollment_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("workshop_enrollment", workshop_id=values["workshop_id"], person_id=values["person_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("person_id", "already_enrolled")
    workshop, person = facts.get("workshop", values["workshop_id"]), facts.get("person", values["person_id"])
    if workshop and person and {"women": "male", "men": "female"}.get(workshop["sex_restriction"]) == person["sex"]:
        yield Problem("person_id", "sex_restriction")


def fill_enrollment(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {} if values["enrolled_on"] else {"enrolled_on": facts.today}
    workshop = facts.get("workshop", values["workshop_id"])
    if workshop is None or values.get("id") or values["status"] != "enrolled":
        return filled
    others = facts.find("workshop_enrollment", workshop_id=values["workshop_id"])
    if sum(o["status"] == "enrolled" for o in others) >= workshop["capacity"]:
        ranks = [o["waiting_rank"] or 0 for o in others if o["status"] == "waiting"]
        filled.update(status="waiting", waiting_rank=max(ranks, default=0) + 1)
    return filled


class AttendanceDraft(Draft):
    """حضور یک فرد در یک جلسه"""

    session_id: Annotated[str, About(label="جلسه", input=Input.LINK, links="workshop_session", required=True, sensitivity=PERSONAL)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]
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


def _first_session_held(values: Row, facts: Facts) -> Iterable[Problem]:
    if not any(s["held"] for s in facts.find("workshop_session", workshop_id=values["id"])):
        yield Problem("status", "no_session_held")


def _all_sessions_settled(values: Row, facts: Facts) -> Iterable[Problem]:
    sessions = facts.find("workshop_session", workshop_id=values["id"])
    if not sessions or any(s["held"] is None for s in sessions):
        yield Problem("status", "sessions_unsettled")


def _attendance_complete(values: Row, facts: Facts) -> Iterable[Problem]:
    enrolled = {e["person_id"] for e in facts.find("workshop_enrollment", workshop_id=values["id"]) if e["status"] in ("enrolled", "completed", "failed")}
    for session in facts.find("workshop_session", workshop_id=values["id"]):
        marked = {a["person_id"] for a in facts.find("attendance", session_id=session["id"])}
        if session["held"] and not enrolled <= marked:
            yield Problem("status", "attendance_missing", {"no": session["no"]})


def _steps() -> Iterable[Transition]:
    yield Transition(source="planned", target="open", label="گشودن ثبت‌نام")
    yield Transition(source="open", target="running", label="آغاز کارگاه", guard=_first_session_held)
    yield Transition(source="running", target="held", label="پایان کارگاه", guard=_all_sessions_settled)
    yield Transition(source="held", target="reported", label="گزارش کارگاه", guard=_attendance_complete)
    for source in ("planned", "open", "running"):
        yield Transition(source=source, target="cancelled", label="لغو کارگاه", needs=("cancel_reason",))


INSTRUCTOR = Kind(name="instructor", label="مدرس", plural="مدرسان", draft=InstructorDraft, table=Instructor, title=("full_name",), detail=("specialty",))
WORKSHOP = Kind(
    name="workshop", label="کارگاه", plural="کارگاه‌ها", draft=WorkshopDraft, table=Workshop, title=("title",), detail=("type", "planned_start"),
    order=("planned_start", "code"), descending=True, number="code", state="status", rules=workshop_rules,
    life=LifeCycle("status", "planned", tuple(_steps())),
)
WORKSHOP_SESSION = Kind(name="workshop_session", label="جلسهٔ کارگاه", plural="جلسه‌های کارگاه", draft=WorkshopSessionDraft, table=WorkshopSession, title=("workshop_id", "no"), detail=("date",), order=("date", "no"), dated_by="date", rules=session_rules)
WORKSHOP_ENROLLMENT = Kind(name="workshop_enrollment", label="ثبت‌نام", plural="ثبت‌نام‌ها", draft=WorkshopEnrollmentDraft, table=WorkshopEnrollment, title=("person_id",), state="status", rules=enrollment_rules, fill=fill_enrollment)
ATTENDANCE = Kind(name="attendance", label="حضور", plural="حضورها", draft=AttendanceDraft, table=Attendance, title=("person_id",), state="state", rules=attendance_rules)
