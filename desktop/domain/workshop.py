"""Workshops: what is taught, where, for whom and for how many (domain §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Access, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.harm import read_harm
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row
from desktop.domain.workshop_life import WORKSHOP_LIFE
from desktop.domain.workshop_seats import BARRED_SEX, SEATED, free_seats

PUBLIC = Sensitivity.PUBLIC


class WorkshopDraft(Draft):
    """کارگاه"""

    code: Annotated[str, About(label="کد کارگاه", input=Input.DIGITS, by_program=True, search=Search.NUMBERS, column=1)] = ""
    title: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=2, guarded=True, nameless=True, doubt=political_doubt)]
    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="workshop_type", required=True, column=3)]
    field: Annotated[str, About(label="حوزه", input=Input.CODE, codes="need_field", required=True)] = "social"
    target_group: Annotated[list[str], About(label="گروه هدف", input=Input.CODES, codes="target_group")] = Field(default_factory=list, sa_type=JSON)
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", column=4)] = None
    place: Annotated[str, About(label="مکان", required=True, longest=120, search=Search.WORDS)]
    programme: Annotated[str | None, About(label="سرفصل‌ها", input=Input.LINES, longest=600, sensitivity=PUBLIC, search=Search.WORDS, guarded=True, doubt=political_doubt, help="برای برنامهٔ ماه محله و گواهی")] = None
    instructor_id: Annotated[str | None, About(label="مدرس", input=Input.LINK, links="instructor")] = None
    co_org_id: Annotated[str | None, About(label="سازمان همکار", input=Input.LINK, links="organization")] = None
    planned_start: Annotated[date, About(label="آغاز", input=Input.DATE, required=True, column=5)]
    planned_end: Annotated[date, About(label="پایان", input=Input.DATE, required=True)]
    sessions_planned: Annotated[int, About(label="شمار جلسه", input=Input.INTEGER, required=True, low=1, high=60, column=6)]
    hours_per_session: Annotated[float, About(label="ساعت هر جلسه", input=Input.DECIMAL, required=True, low=0.5, high=8)]
    capacity: Annotated[int, About(label="ظرفیت", input=Input.INTEGER, required=True, low=1, high=200, column=7)]
    min_attend_share: Annotated[float, About(label="کمینهٔ حضور برای تکمیل", input=Input.DECIMAL, percent_of=1, low=0.01, high=1)] = 0.75
    sex_restriction: Annotated[str, About(label="ویژهٔ", input=Input.CODE, codes="sex_restriction")] = "mixed"
    childcare: Annotated[bool, About(label="نگهداری کودک", input=Input.YES_NO)] = False
    childcare_places: Annotated[int | None, About(label="جای نگهداری کودک", input=Input.INTEGER, low=1, high=100)] = None
    fee_rial: Annotated[int, About(access=Access.OPEN, label="شهریه", input=Input.MONEY, low=0)] = 0
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0)] = None
    directive_id: Annotated[str | None, About(label="دستورالعمل", input=Input.LINK, links="directive", help="دستوری که فعالیت بر پایهٔ آن است.")] = None
    program_id: Annotated[str | None, About(label="طرح فرادست", input=Input.LINK, links="program")] = None
    targeted_harm: Annotated[str | None, About(label="آسیب هدف (سطح محله)", input=Input.LINK, links="harm_type", reader=read_harm, help="آسیبی که در محله از آن کاسته شود؛ دربارهٔ هیچ شرکت‌کننده‌ای نیست.")] = None
    good_practice: Annotated[bool, About(label="تجربهٔ خوب برای دیگران", input=Input.YES_NO, sensitivity=PUBLIC)] = False
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="workshop_status", by_program=True, column=8)] = "planned"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    planned_on: Annotated[date | None, About(label="تاریخ برنامه‌ریزی", input=Input.DATE, not_future=True, in_form=False)] = None
    cancel_reason: Annotated[str | None, About(label="دلیل لغو", longest=200, in_form=False, guarded=True)] = None


class Workshop(WorkshopDraft, Record, table=True):
    __tablename__ = "workshop"


def workshop_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["planned_end"] < values["planned_start"]:
        yield Problem("planned_end", "before_start")
    if values["childcare_places"] and not values["childcare"]:
        yield Problem("childcare", "childcare_needed")
    old = facts.get("workshop", values.get("id"))
    if old is None:
        return
    if old["status"] == "reported" == values["status"]:
        yield from (Problem(name, "workshop_reported") for name in _SETTLED if values[name] != old[name])
    if values["sex_restriction"] != old["sex_restriction"] and _bars_somebody(values, facts):
        yield Problem("sex_restriction", "bars_the_enrolled")


_SETTLED = ("type", "field", "hours_per_session", "min_attend_share", "sex_restriction", "capacity")
"""What a report was made of, and what therefore stays as it was."""


def _bars_somebody(values: Row, facts: Facts) -> bool:
    barred = BARRED_SEX.get(values["sex_restriction"])
    places = facts.find("workshop_enrollment", workshop_id=values["id"]) if barred else []
    people = (facts.get("person", place["person_id"]) for place in places if place["status"] != "withdrawn")
    return any(person is not None and person["sex"] == barred for person in people)


def workshop_doubts(values: Row, facts: Facts) -> Iterable[Problem]:
    """Fewer places than were given already."""
    places = facts.find("workshop_enrollment", workshop_id=values["id"]) if values.get("id") else []
    if values["capacity"] is not None and free_seats(values, places) < 0:
        yield Problem("capacity", "capacity_below_seated", {"n": sum(p["status"] in SEATED for p in places)})


def fill_workshop(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Planned today; one that is written down afterwards was planned when it began at the latest."""
    planned_on = values["planned_on"] or min(facts.today, values["planned_start"])
    begins = values["status"] == WORKSHOP_LIFE.start and not values["status_on"]
    return {"planned_on": planned_on, **({"status_on": planned_on} if begins else {})}


class WorkshopEventDraft(Draft):
    """گام‌های یک کارگاه؛ تنها افزوده می‌شود"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True)]
    from_status: Annotated[str | None, About(label="از", input=Input.CODE, codes="workshop_status", column=2)] = None
    to_status: Annotated[str, About(label="به", input=Input.CODE, codes="workshop_status", required=True, column=3)]
    on: Annotated[date, About(label="تاریخ", input=Input.DATE, required=True, column=1)]
    by: Annotated[str | None, About(label="همکار", input=Input.LINK, links="staff_member", column=4)] = None
    note: Annotated[str | None, About(label="توضیح", input=Input.LINES, longest=500, column=5, guarded=True)] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class WorkshopEvent(WorkshopEventDraft, Record, table=True):
    __tablename__ = "workshop_event"


WORKSHOP = Kind(
    name="workshop", label="کارگاه", plural="کارگاه‌ها", draft=WorkshopDraft, table=Workshop, title=("title",), detail=("type", "planned_start"),
    order=("planned_start", "code"), descending=True, number="code", state="status", rules=workshop_rules, doubts=workshop_doubts, fill=fill_workshop, life=WORKSHOP_LIFE,
)
WORKSHOP_EVENT = Kind(name="workshop_event", label="گام کارگاه", plural="گام‌های کارگاه", draft=WorkshopEventDraft, table=WorkshopEvent, title=("to_status", "on"), dated_by="on", writers=frozenset())
