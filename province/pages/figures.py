"""What is summed over offices: the roll-up by section, unmet needs, the agencies' league, workshops and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from desktop.domain.codes import CODE_LISTS
from desktop.domain.persian.calendar import jalali_month, shift_month
from desktop.domain.problems import RefusedError
from province.access import Permission
from province.pages.charts import Bar
from province.pages.declared import Answer, Handler, Page, Sent, Shown, in_query, month, number, one_of, text
from province.pages.visiting import NotThereError, Visit
from province.rollup.agency_letters import agencies, agency_letter
from province.rollup.export import ENDINGS, exported
from province.rollup.kept import BeingMadeError, Kept, Wanted, kept_sections
from province.rollup.make import make_rollup
from province.rollup.tables import LineKind, Section
from province.rollup.waiting import AT_ONCE, need_column, waiting_needs

SECTIONS: Mapping[str, str] = {
    "headline": "شاخص‌های دفترها",
    "cover": "گزارش‌های این جمع",
    "money": "اعتبارات",
    "plans": "طرح‌ها و پیشنهاد حمایت",
    "inspections": "بازدیدها",
    "harms": "آسیب‌ها",
    "practices": "تجربه‌های خوب",
    "quality": "کیفیت داده",
}
"""The sections that the page of the roll-up shows; the others have pages of their own."""
LINES_AT_ONCE = 60
_MONTH = in_query("month", "ماه", month)
_MEDIA = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _when_made(answer: Handler) -> Handler:
    """A page that says so and comes again by itself while the server adds up."""

    def shown(visit: Visit) -> Answer:
        try:
            return answer(visit)
        except BeingMadeError:
            return Shown("being_made.html", {"month": _month(visit)})

    return shown


@_when_made
def show_rollup(visit: Visit) -> Answer:
    page = visit.given["page"] or 1
    kept = _asked(visit, visit.given["section"] or "headline", first=(page - 1) * LINES_AT_ONCE, most=LINES_AT_ONCE)
    told = {
        "section": kept.sections[0],
        "sections": SECTIONS,
        "page": page,
        "pages": -(-kept.lines // LINES_AT_ONCE) or 1,
    }
    return Shown("rollup.html", {**_about(visit, kept), **told})


@_when_made
def show_needs(visit: Visit) -> Answer:
    kept = _asked(visit, "needs")
    (section,) = kept.sections
    bars = _field_bars(section)
    return Shown("unmet_needs.html", {**_about(visit, kept), "section": section, "bars": bars})


def show_waiting(visit: Visit) -> Answer:
    """The needs behind a number: nameless text, of places only."""
    field = visit.given["field"]
    if field not in CODE_LISTS["need_field"]:
        raise NotThereError
    county, after = visit.given["county"], _after(visit.given["after"])
    with visit.reading() as connection:
        here = visit.within(need_column())
        if county:
            here = need_column().in_([one.id for one in visit.offices if one.county_id == county])
        found = waiting_needs(connection, here, field, after)
        told = [
            {**row, "office": visit.by_id[row["office_id"]], "days": (visit.today - row["noted_on"]).days}
            for row in found
        ]
    last = f"{found[-1]['noted_on']}~{found[-1]['id']}" if len(found) == AT_ONCE else ""
    return Shown("waiting_needs.html", {"needs": told, "field": field, "last": last, "county": county or ""})


@_when_made
def show_agencies(visit: Visit) -> Answer:
    kept = _asked(visit, "agencies")
    with visit.reading() as connection:
        letters = agencies(connection, kept.rollup.month) if visit.may(Permission.EXPORT) else []
    return Shown("agencies.html", {**_about(visit, kept), "section": kept.sections[0], "letters": letters})


@_when_made
def show_workshops(visit: Visit) -> Answer:
    kept = _asked(visit, "training", "coverage")
    return Shown("workshops.html", {**_about(visit, kept), "parts": kept.sections})


def send_file(visit: Visit) -> Answer:
    """The whole roll-up as a file: what leaves is written into the log."""
    kind, asked = visit.given["kind"], _month(visit)
    with visit.reading() as connection:
        rollup = make_rollup(connection, asked, visit.province.server.title, visit.today)
    if kind == "pdf":
        from province.rollup.paper import build

        content = build(rollup, visit.user.full_name)
    elif kind == "support":
        from province.rollup.letter_paper import build_support

        content, kind = build_support(rollup), "pdf"
    else:
        content = exported(rollup, kind)
    _log(visit, f"rollup:{visit.given['kind']}:{asked}")
    return Sent(content, _MEDIA[kind], f"{'support' if visit.given['kind'] == 'support' else 'rollup'}-{asked}.{kind}")


def send_letter(visit: Visit) -> Answer:
    """A letter to an agency with its unmet needs."""
    from province.rollup.letter_paper import build_letter

    asked = _month(visit)
    with visit.reading() as connection:
        rollup = make_rollup(connection, asked, visit.province.server.title, visit.today)
        try:
            letter = agency_letter(connection, rollup, visit.given["agency"], visit.today)
        except RefusedError as error:
            raise NotThereError from error
    _log(visit, f"agency_letter:{visit.given['agency']}:{asked}")
    return Sent(build_letter(letter), _MEDIA["pdf"], f"letter-{visit.given['agency']}-{asked}.pdf")


def _log(visit: Visit, target: str) -> None:
    with visit.writing() as connection:
        visit.note(connection, "exported", target=target)


def _month(visit: Visit) -> str:
    """The month asked for, otherwise the last one that is over."""
    return visit.given.get("month") or shift_month(jalali_month(visit.today), -1)


def _asked(visit: Visit, *codes: str, first: int = 0, most: int | None = None) -> Kept:
    """Sections as this account may see them."""
    wanted = Wanted(visit.scope.counties, first, most)
    server = visit.province.server
    return kept_sections(visit.province.database, _month(visit), codes, server.title, visit.today, wanted)


def _about(visit: Visit, kept: Kept) -> dict[str, Any]:
    return {
        "rollup": kept.rollup,
        "month": kept.rollup.month,
        "behind": kept.behind,
        "months": _year_before(jalali_month(visit.today)),
    }


@lru_cache(maxsize=4)
def _year_before(month: str) -> Sequence[str]:
    return [shift_month(month, -back) for back in range(1, 13)]


def _field_bars(section: Section) -> Sequence[Bar]:
    """The fields of the province, or of the supervisor's own counties, as far as they are told exactly."""
    if not section.tables:
        return []
    table = section.tables[0]
    lines = [line for line in table.lines if line.kind is LineKind.TOTAL] or [
        line for line in table.lines if line.county
    ]
    bars = []
    for place, column in enumerate(table.columns[1:-1], 1):
        numbers = [line.values[place].number for line in lines]
        if None not in numbers:
            bars.append(Bar(column.title, sum(filter(None, numbers))))
    return sorted(bars, key=lambda one: -one.value)


def _after(given: str | None) -> tuple[date, str] | None:
    """Where the list goes on: the day and the id of the last one seen."""
    day, _, last = (given or "").partition("~")
    try:
        return (date.fromisoformat(day), last) if last else None
    except ValueError as error:
        raise NotThereError from error


PAGES = (
    Page(
        path="/rollup", needs=Permission.FIGURES, answer=show_rollup, title="گزارش تجمیعی استان",
        takes=(
            _MONTH,
            in_query("section", "بخش", one_of(*SECTIONS)),
            in_query("page", "صفحه", number(1, 1_000)),
        ),
    ),
    Page(
        path="/rollup/file", needs=Permission.EXPORT, answer=send_file, title="گزارش تجمیعی به پرونده",
        takes=(_MONTH, in_query("kind", "گونه", one_of("pdf", "support", *ENDINGS), required=True)),
        media=tuple(one.partition(";")[0] for one in _MEDIA.values()),
    ),
    Page(path="/needs", needs=Permission.FIGURES, answer=show_needs, title="نیازهای برآورده‌نشده", takes=(_MONTH,)),
    Page(
        path="/needs/waiting", needs=Permission.NEEDS, answer=show_waiting, title="نیازهای محله‌ای در انتظار",
        takes=(
            in_query("field", "حوزه", text(40), required=True),
            in_query("county", "شهرستان", text(10)),
            in_query("after", "از", text(80)),
        ),
    ),
    Page(path="/agencies", needs=Permission.FIGURES, answer=show_agencies, title="پاسخگویی دستگاه‌ها", takes=(_MONTH,)),
    Page(
        path="/agencies/letter", needs=Permission.EXPORT, answer=send_letter, title="نامه به دستگاه",
        takes=(_MONTH, in_query("agency", "دستگاه", text(40), required=True)), media=(_MEDIA["pdf"],),
    ),
    Page(path="/workshops", needs=Permission.FIGURES, answer=show_workshops, title="کارگاه‌ها و پوشش", takes=(_MONTH,)),
)  # fmt: skip
