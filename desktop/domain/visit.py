"""Visits to the office and by it: who came or was visited, about what, and what comes next (domain §3.4)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
OF_HOMES = frozenset({"home_visit"})
OF_PLACES = frozenset({"field_survey", "capacity_survey"})


class VisitDraft(Draft):
    """مراجعه یا بازدید؛ هیچ مطلب درمانی و هیچ دلیلی نوشته نمی‌شود"""

    date: Annotated[dt.date | None, About(label="تاریخ", input=Input.DATE, not_future=True, column=1, help="اگر خالی بماند، امروز")] = None
    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="visit_type", required=True, column=2)] = "office_visit"
    subject: Annotated[str, About(label="حوزه", input=Input.CODE, codes="need_field", required=True, column=3)] = "social"
    person_id: Annotated[str | None, About(label="فرد", input=Input.LINK, links="person", sensitivity=PERSONAL, column=4, help="برای راهنمایی بی‌نام، خالی بگذارید.")] = None
    household_id: Annotated[str | None, About(label="خانوار", input=Input.LINK, links="household", sensitivity=PERSONAL)] = None
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", column=5)] = None
    need_id: Annotated[str | None, About(label="نیاز", input=Input.LINK, links="need", sensitivity=PERSONAL)] = None
    staff_id: Annotated[str | None, About(label="همکار", input=Input.LINK, links="staff_member", column=6, acting=True, help="اگر خالی بماند، خود شما")] = None
    minutes: Annotated[int | None, About(label="دقیقه", input=Input.INTEGER, low=1, high=480)] = None
    summary: Annotated[str | None, About(label="خلاصه", input=Input.LINES, longest=500, sensitivity=PERSONAL, search=Search.WORDS, guarded=True)] = None
    next_action_on: Annotated[dt.date | None, About(label="اقدام بعدی", input=Input.DATE, column=7)] = None
    next_action_done_on: Annotated[dt.date | None, About(label="انجام اقدام بعدی", input=Input.DATE, not_future=True)] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Visit(VisitDraft, Record, table=True):
    __tablename__ = "visit"


def visit_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["type"] in OF_HOMES and not (values["person_id"] or values["household_id"]):
        yield Problem("household_id", "required")
    if values["type"] in OF_PLACES and not values["neighborhood_id"]:
        yield Problem("neighborhood_id", "required")
    if not values["staff_id"]:
        yield Problem("staff_id", "required")
    for name in ("next_action_on", "next_action_done_on"):
        if values[name] and values["date"] and values[name] < values["date"]:
            yield Problem(name, "before_start")
    if values["next_action_done_on"] and not values["next_action_on"]:
        yield Problem("next_action_on", "required")


def fill_visit(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Today, and the household and neighbourhood of the person who came."""
    filled: dict[str, Any] = {"date": values["date"] or facts.today}
    person = facts.get("person", values["person_id"])
    household = facts.get("household", person["household_id"] if person else values["household_id"])
    if household is not None:
        filled |= {"household_id": household["id"], "neighborhood_id": household["neighborhood_id"]}
    return filled


VISIT = Kind(
    name="visit", label="مراجعه یا بازدید", plural="مراجعه‌ها و بازدیدها", draft=VisitDraft, table=Visit, title=("type", "date"), detail=("subject",),
    order=("date",), descending=True, dated_by="date", rules=visit_rules, fill=fill_visit,
)
