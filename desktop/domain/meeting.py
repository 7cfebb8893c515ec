"""Meetings, what was decided in them, and who does it by when (domain §3.5)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.lifecycle import STAFF, Asked, LifeCycle, Outcome, Transition
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
OPEN, DONE, OVERDUE, CANCELLED = "open", "done", "overdue", "cancelled"


class MeetingAttendeeDraft(Draft):
    """یکی از حاضران؛ در نسخهٔ بیرونی تنها سمت او می‌آید"""

    name: Annotated[str | None, About(label="نام و نام خانوادگی", reader=read_name, longest=120, sensitivity=PERSONAL)] = None
    post: Annotated[str, About(label="سمت", required=True, longest=120)]
    org_id: Annotated[str | None, About(label="دستگاه", input=Input.LINK, links="organization")] = None
    office_id: Annotated[str | None, About(label="دفتر", input=Input.LINK, links="office")] = None
    signed: Annotated[bool, About(label="امضا کرد", input=Input.YES_NO)] = False


class MeetingDraft(Draft):
    """جلسه و صورتجلسه"""

    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="meeting_type", required=True, search=Search.WORDS, column=2)]
    subject: Annotated[str, About(label="موضوع", required=True, longest=120, search=Search.NAMES, column=1, guarded=True, doubt=political_doubt)]
    field: Annotated[str, About(label="حوزه", input=Input.CODE, codes="need_field", required=True)] = "social"
    date: Annotated[dt.date, About(label="تاریخ", input=Input.DATE, required=True, column=3)]
    start: Annotated[dt.time | None, About(label="آغاز", input=Input.TIME, column=4)] = None
    end: Annotated[dt.time | None, About(label="پایان", input=Input.TIME)] = None
    place: Annotated[str, About(label="مکان", required=True, longest=120, search=Search.WORDS, column=5)]
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", column=6)] = None
    local_group_id: Annotated[str | None, About(label="گروه محلی", input=Input.LINK, links="local_group", help="اگر جلسهٔ یک کارگروه یا گروه محله است.")] = None
    agenda: Annotated[str, About(label="دستور جلسه", input=Input.LINES, required=True, longest=1000, search=Search.WORDS, guarded=True, doubt=political_doubt)]
    chair: Annotated[str | None, About(label="رئیس جلسه", longest=120, help="سمت کسی که جلسه را گرداند.")] = None
    attendees: Annotated[list[dict[str, Any]], About(label="حاضران", input=Input.ROWS, of=MeetingAttendeeDraft, sensitivity=PERSONAL)] = Field(default_factory=list, sa_type=JSON)
    summary: Annotated[str | None, About(label="خلاصهٔ گفت‌وگو", input=Input.LINES, longest=3000, search=Search.WORDS, guarded=True, doubt=political_doubt)] = None
    directive_id: Annotated[str | None, About(label="دستورالعمل", input=Input.LINK, links="directive")] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Meeting(MeetingDraft, Record, table=True):
    __tablename__ = "meeting"


def meeting_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["start"] and values["end"] and values["end"] <= values["start"]:
        yield Problem("end", "end_before_start")
    if values["summary"] and values["date"] > facts.today:
        yield Problem("date", "in_future")
    signed = any(one.get("signed") for one in values["attendees"])
    if signed and values["date"] > facts.today:
        yield Problem("attendees", "in_future")


def meeting_minutes(meeting: Row) -> int | None:
    """How long a meeting took, in minutes; None when its hours are not known."""
    start, end = meeting["start"], meeting["end"]
    return (end.hour - start.hour) * 60 + end.minute - start.minute if start and end else None


class ResolutionDraft(Draft):
    """مصوبهٔ یک جلسه؛ هیچ مصوبه‌ای بی‌مسئول و بی‌مهلت نیست"""

    meeting_id: Annotated[str, About(label="جلسه", input=Input.LINK, links="meeting", required=True, column=5)]
    no: Annotated[int | None, About(label="شمارهٔ مصوبه", input=Input.INTEGER, low=1, high=200, column=1, help="اگر خالی بماند، برنامه می‌دهد.")] = None
    text: Annotated[str, About(label="متن مصوبه", input=Input.LINES, required=True, longest=500, search=Search.NAMES, column=2, guarded=True, nameless=True)]
    owner_org_id: Annotated[str | None, About(label="دستگاه مسئول", input=Input.LINK, links="organization", column=3)] = None
    owner_staff_id: Annotated[str | None, About(label="همکار مسئول", input=Input.LINK, links="staff_member")] = None
    due_on: Annotated[dt.date, About(label="مهلت", input=Input.DATE, required=True, column=4)]
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="resolution_status", by_program=True, column=6)] = OPEN
    status_on: Annotated[dt.date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    done_on: Annotated[dt.date | None, About(label="تاریخ اجرا", input=Input.DATE, not_future=True, in_form=False)] = None
    result_note: Annotated[str | None, About(label="نتیجه", input=Input.LINES, longest=500, in_form=False, guarded=True, nameless=True)] = None
    cancel_reason: Annotated[str | None, About(label="دلیل لغو", longest=200, in_form=False, guarded=True)] = None
    need_id: Annotated[str | None, About(label="نیاز", input=Input.LINK, links="need", column=7)] = None


class Resolution(ResolutionDraft, Record, table=True):
    __tablename__ = "resolution"


def resolution_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if not values["owner_org_id"] and not values["owner_staff_id"]:
        yield Problem("owner_org_id", "resolution_owner")
    meeting = facts.get("meeting", values["meeting_id"])
    if meeting is None:
        return
    if values["due_on"] < meeting["date"]:
        yield Problem("due_on", "before_start")
    if values["done_on"] and values["done_on"] < meeting["date"]:
        yield Problem("done_on", "before_start")
    twins = facts.find("resolution", meeting_id=values["meeting_id"], no=values["no"]) if values["no"] else []
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("no", "number_twin")


def fill_resolution(values: Row, facts: Facts) -> Mapping[str, Any]:
    if values["no"]:
        return {}
    given = [one["no"] or 0 for one in facts.find("resolution", meeting_id=values["meeting_id"])]
    return {"no": max(given, default=0) + 1}


def due_state(values: Row, on: dt.date) -> str:
    """The state of something promised as of a day: what is not done when its day has passed is overdue."""
    late = values["status"] == OPEN and values["due_on"] is not None and values["due_on"] < on
    return OVERDUE if late else str(values["status"])


def do(_old: Row, told: Row, _asked: Asked) -> Outcome:
    """Done on the day of the step, where no other is told."""
    return Outcome({"done_on": told.get("done_on") or told["on"]})


def _undo(_old: Row, _told: Row, _asked: Asked) -> Outcome:
    return Outcome({"done_on": None, "cancel_reason": None})


def _steps() -> Iterable[Transition]:
    yield Transition(source=OPEN, target=DONE, label="اجرا شد", effect=do, dated_by="done_on", asks=("done_on", "result_note"), tells=("تاریخ اجرا روز گام است، مگر روز دیگری گفته شود.",))
    yield Transition(source=OPEN, target=CANCELLED, label="لغو", needs=("cancel_reason",), asks=("on",))
    for source in (DONE, CANCELLED):
        yield Transition(source=source, target=OPEN, label="بازگشایی", effect=_undo, asks=("on",))


MEETING = Kind(
    name="meeting", label="جلسه", plural="جلسه‌ها", draft=MeetingDraft, table=Meeting, title=("subject",), detail=("type", "date"),
    order=("date", "start"), descending=True, dated_by="date", rules=meeting_rules, writers=STAFF,
)
RESOLUTION = Kind(
    name="resolution", label="مصوبه", plural="مصوبه‌ها", draft=ResolutionDraft, table=Resolution, title=("text",), detail=("due_on",),
    order=("due_on", "no"), state="status", rules=resolution_rules, fill=fill_resolution, state_on=due_state,
    life=LifeCycle("status", OPEN, tuple(_steps()), going_on=(OPEN,), dated="status_on"),
)
