"""Events of the neighbourhood: games, feasts, markets. People are counted at them, never named (domain §3.5)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.event_life import EVENT_LIFE, HEADCOUNTS, MARKETS
from desktop.domain.fields import About, Access, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.harm import read_harm
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC
_MOST_PEOPLE = 100_000
FIELD_BY_TYPE = {  # the field of an event for which nobody chose another
    "sport": "sport", "local_games": "sport", "cultural": "cultural", "arts": "cultural", "religious": "cultural",
    "handicraft_market": "economic", "exhibition": "economic", "clean_up": "environment", "opening": "social",
    "camp": "social", "campaign": "social",
}  # fmt: skip


class EventDraft(Draft):
    """رویداد محله؛ حاضران تنها شمرده می‌شوند و نام هیچ‌کس نوشته نمی‌شود"""

    title: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=1, guarded=True, nameless=True, doubt=political_doubt)]
    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="event_type", required=True, column=2)]
    field: Annotated[str | None, About(label="حوزه", input=Input.CODE, codes="need_field", help="اگر خالی بماند، از روی نوع")] = None
    date_from: Annotated[dt.date, About(label="از تاریخ", input=Input.DATE, required=True, column=3)]
    date_to: Annotated[dt.date | None, About(label="تا تاریخ", input=Input.DATE, column=4, help="اگر خالی بماند، همان روز")] = None
    start: Annotated[dt.time | None, About(label="ساعت آغاز", input=Input.TIME)] = None
    end: Annotated[dt.time | None, About(label="ساعت پایان", input=Input.TIME)] = None
    place: Annotated[str, About(label="مکان", required=True, longest=120, search=Search.WORDS, column=5, guarded=True, nameless=True)]
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, column=6)]
    partners: Annotated[list[str], About(label="همکاران رویداد", input=Input.TEXTS, longest=120)] = Field(default_factory=list, sa_type=JSON)
    guests: Annotated[list[str], About(label="مهمانان (تنها سمت)", input=Input.TEXTS, longest=120, guarded=True, nameless=True, help="برای نمونه «فرماندار»؛ نام کسی نوشته نمی‌شود.")] = Field(default_factory=list, sa_type=JSON)
    announcement: Annotated[str | None, About(label="متن دعوت", input=Input.LINES, longest=400, sensitivity=PUBLIC, guarded=True, doubt=political_doubt, help="برای برنامهٔ ماه محله")] = None
    headcount_women: Annotated[int | None, About(label="زنان حاضر", input=Input.INTEGER, low=0, high=_MOST_PEOPLE)] = None
    headcount_men: Annotated[int | None, About(label="مردان حاضر", input=Input.INTEGER, low=0, high=_MOST_PEOPLE)] = None
    headcount_children: Annotated[int | None, About(label="کودکان حاضر", input=Input.INTEGER, low=0, high=_MOST_PEOPLE)] = None
    athletes: Annotated[int | None, About(label="ورزشکار", input=Input.INTEGER, low=0, high=_MOST_PEOPLE)] = None
    spectators: Annotated[int | None, About(label="تماشاگر", input=Input.INTEGER, low=0, high=_MOST_PEOPLE)] = None
    volunteers: Annotated[int | None, About(label="همیار", input=Input.INTEGER, low=0, high=10_000)] = None
    teams: Annotated[int | None, About(label="تیم", input=Input.INTEGER, low=0, high=1_000)] = None
    winners: Annotated[str | None, About(label="برندگان (تیم یا گروه)", longest=200, guarded=True, nameless=True)] = None
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0)] = None
    stalls_count: Annotated[int | None, About(label="شمار غرفه", input=Input.INTEGER, low=0, high=10_000, help="برای بازارچه و نمایشگاه")] = None
    sales_rial: Annotated[int | None, About(access=Access.OPEN, label="فروش", input=Input.MONEY, low=0, help="برای بازارچه و نمایشگاه")] = None
    directive_id: Annotated[str | None, About(label="دستورالعمل", input=Input.LINK, links="directive", help="دستوری که فعالیت بر پایهٔ آن است.")] = None
    program_id: Annotated[str | None, About(label="طرح فرادست", input=Input.LINK, links="program")] = None
    targeted_harm: Annotated[str | None, About(label="آسیب هدف (سطح محله)", input=Input.LINK, links="harm_type", reader=read_harm, help="آسیبی که در محله از آن کاسته شود؛ دربارهٔ هیچ شرکت‌کننده‌ای نیست.")] = None
    good_practice: Annotated[bool, About(label="تجربهٔ خوب برای دیگران", input=Input.YES_NO, sensitivity=PUBLIC)] = False
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="event_status", by_program=True, column=7)] = "planned"
    status_on: Annotated[dt.date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    cancel_reason: Annotated[str | None, About(label="دلیل لغو", longest=200, in_form=False, guarded=True)] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Event(EventDraft, Record, table=True):
    __tablename__ = "event"


def event_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["date_to"] and values["date_to"] < values["date_from"]:
        yield Problem("date_to", "before_start")
    same_day = values["date_to"] in (None, values["date_from"])
    if values["start"] and values["end"] and same_day and values["end"] <= values["start"]:
        yield Problem("end", "end_before_start")
    if values["type"] not in MARKETS:
        yield from (Problem(name, "market_only") for name in ("stalls_count", "sales_rial") if values[name])
    old = facts.get("event", values.get("id"))
    if old is not None and old["status"] == "reported" and values["status"] == "reported":
        told = ("type", "date_from", "date_to", *HEADCOUNTS, "athletes", "spectators", "volunteers", "teams", "stalls_count", "sales_rial")
        yield from (Problem(name, "event_reported") for name in told if values[name] != old[name])


def fill_event(values: Row, facts: Facts) -> Mapping[str, Any]:
    """One day and the field of its type, where nothing else was said."""
    begins = values["status"] == EVENT_LIFE.start and not values["status_on"]
    return {
        "date_to": values["date_to"] or values["date_from"],
        "field": values["field"] or FIELD_BY_TYPE[values["type"]],
        **({"status_on": min(facts.today, values["date_from"])} if begins else {}),
    }


EVENT = Kind(
    name="event", label="رویداد", plural="رویدادها", draft=EventDraft, table=Event, title=("title",), detail=("type", "date_from"),
    order=("date_from", "title"), descending=True, state="status", dated_by="date_from", rules=event_rules, fill=fill_event, life=EVENT_LIFE,
)
