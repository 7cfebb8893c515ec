"""A signed report as a page: the tables of its sections, told as the copy that leaves the office tells them (G-20).

What was signed lies in the snapshot as plain JSON; what an older program did not freeze is simply not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from desktop.domain.covered import DASH, HIDDEN, Covered, distinct, number_text
from desktop.domain.persian.calendar import month_title, short
from desktop.domain.persian.digits import percent, to_persian
from desktop.domain.persian.money import million_rial
from desktop.domain.publication import Band, Cover, Few, Hidden
from desktop.domain.report_codes import REPORT_LISTS, REPORT_SECTIONS
from desktop.domain.suppression import band

Row = Mapping[str, Any]
Tell = Callable[[Any], str]


def _text(value: Any) -> str:
    return to_persian(str(value)) if value not in (None, "") else DASH


def _day(value: Any) -> str:
    return short(date.fromisoformat(value)) if value else DASH


def _money(value: Any) -> str:
    return DASH if value is None else million_rial(int(value))


def _share(value: Any) -> str:
    return DASH if value is None else percent(float(value))


@dataclass(frozen=True)
class Column:
    """One column of a table. `cell`: it counts people, and may be covered under its name."""

    name: str
    label: str
    tell: Tell = number_text
    cell: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a section: where its rows lie in the report, and what makes the name of a row among the cells."""

    section: str
    title: str
    at: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: str = ""  # how the names of its cells begin
    key: str = ""  # the field that makes a row's name; "" is its place


class Filled(NamedTuple):
    """A table as it is shown."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass
class Section:
    """A section of the report on the page."""

    code: str
    title: str
    texts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: list[Filled] = field(default_factory=list)


class Figure(NamedTuple):
    """An indicator, beside what it was in the month before. `change` is told only where both are told exactly."""

    code: str
    title: str
    definition: str
    value: str
    before: str
    change: str
    direction: int
    beside: bool
    notes: Sequence[str]


TABLES: tuple[Table, ...] = (
    Table("office", "محله‌های زیر پوشش", ("partners", "office", "places"), (
        Column("name", "محله", _text), Column("area_type", "محدوده", _text), Column("population", "جمعیت"),
        Column("year", "سال", _text), Column("source", "منبع", _text),
    )),
    Table("coverage", "ثبت در محله‌ها", ("coverage",), (
        Column("neighborhood", "محله", _text), Column("households_new", "خانوار تازه", cell=True),
        Column("households_total", "خانوار", cell=True), Column("persons_new", "ساکن تازه", cell=True),
        Column("persons_total", "ساکن", cell=True), Column("population", "جمعیت"),
    ), "coverage", "neighborhood"),
    Table("needs", "موازنهٔ نیازها به تفکیک حوزه", ("needs",), (
        Column("field", "حوزه", _text), Column("open_start", "باز در آغاز", cell=True),
        Column("new", "تازه", cell=True), Column("reopened", "بازگشوده", cell=True),
        Column("met", "برآورده", cell=True), Column("rejected", "ردشده", cell=True),
        Column("closed", "مختومه", cell=True), Column("open_end", "باز در پایان", cell=True),
    ), "needs", "field"),
    Table("agencies", "پاسخ دستگاه‌ها", ("agencies",), (
        Column("agency", "دستگاه", _text), Column("sent", "ارسالی ماه", cell=True),
        Column("outstanding", "در انتظار", cell=True), Column("answered", "پاسخ‌گرفته", cell=True),
        Column("unanswered", "بی‌پاسخ", cell=True),
    ), "agencies", "agency"),
    Table("training", "کارگاه‌های ماه", ("workshops",), (
        Column("title", "کارگاه", _text), Column("type", "گونه", _text), Column("sessions_held", "جلسه"),
        Column("capacity", "ظرفیت"), Column("participants", "شرکت‌کننده", cell=True),
        Column("women_heads", "زن سرپرست", cell=True), Column("person_hours", "نفر-ساعت"),
    ), "workshops"),
    Table("events", "رویدادها", ("events",), (
        Column("title", "رویداد", _text), Column("type", "گونه", _text), Column("started_on", "آغاز", _day),
        Column("place", "جا", _text), Column("headcount", "شمار حاضران", cell=True),
    ), "events"),
    Table("coordination", "نشست با دستگاه‌ها", ("partners", "coordination", "meetings"), (
        Column("on", "تاریخ", _day), Column("kind", "گونه", _text), Column("subject", "موضوع", _text),
        Column("resolutions", "مصوبه"),
    )),
    Table("coordination", "تفاهم‌نامه‌های جاری", ("partners", "coordination", "mous"), (
        Column("title", "عنوان", _text), Column("end", "پایان", _day), Column("commitments", "تعهد"),
        Column("done", "انجام‌شده"), Column("overdue", "گذشته از مهلت"),
    )),
    Table("built", "ظرفیت‌های تازه", ("partners", "built", "capacities"), (
        Column("title", "عنوان", _text), Column("kind", "گونه", _text), Column("status", "وضعیت", _text),
    )),
    Table("built", "پروژه‌ها", ("partners", "built", "projects"), (
        Column("title", "عنوان", _text), Column("kind", "گونه", _text), Column("status", "وضعیت", _text),
        Column("progress", "پیشرفت", _share), Column("cost", "هزینه", _money),
    )),
    Table("money", "اعتبارهای سال مالی", ("partners", "money", "credits"), (
        Column("source", "منبع", _text), Column("purpose", "محل هزینه", _text), Column("requested", "درخواستی", _money),
        Column("approved", "مصوب", _money), Column("received", "دریافتی", _money), Column("spent", "هزینه", _money),
    )),
    Table("ngos", "طرح‌های سمن", ("partners", "ngos", "plans"), (
        Column("title", "طرح", _text), Column("ngo", "سمن", _text), Column("status", "وضعیت", _text),
        Column("deadline", "پایان مهلت", _day), Column("score", "امتیاز"),
    )),
    Table("evaluations", "ارزیابی‌ها", ("partners", "evaluations"), (
        Column("target", "چه چیز", _text), Column("period", "دوره", _text), Column("score", "امتیاز از پنج"),
        Column("next_actions", "گام بعد", _text),
    )),
    Table("corrections", "آنچه پس از امضای ماه‌های پیش رسید", ("corrections", "late"), (
        Column("month", "ماه", month_title), Column("what", "چه چیز", _text), Column("added", "افزوده"),
        Column("removed", "برداشته"),
    )),
)  # fmt: skip


class SignedReport:
    """One version of a report as it was signed."""

    def __init__(self, record: Row) -> None:
        snapshot = record["snapshot_json"] or {}
        self.report: Row = snapshot.get("report") or {}
        self.copy = Covered({row["cell"]: _cover(row) for row in self.report.get("covers", ())})
        self._texts = record["narrative"] or self.report.get("narrative") or []
        self._notes = record["notes"] or self.report.get("notes") or []

    def figures(self, before: SignedReport | None) -> list[Figure]:
        """The indicators; `before` is the report of the month before, as it is told to the same reader."""
        earlier = {_cell(row): row for row in before.report.get("indicators", ())} if before else {}
        return [self._figure(row, earlier.get(_cell(row)), before) for row in self.report.get("indicators", ())]

    def sections(self) -> list[Section]:
        """The sections of which the report tells anything."""
        made = [Section(code, title) for code, title in REPORT_SECTIONS.items()]
        by_code = {one.code: one for one in made}
        requests = Section("requests", REPORT_LISTS["report_text"]["requests"])
        for told in self._texts:
            by_code.get(str(told.get("section")), requests).texts.append(str(told.get("text", "")))
        for told in self._notes:
            if told.get("code") in by_code:
                by_code[told["code"]].notes.append(str(told.get("text", "")))
        for table in TABLES:
            rows = self._rows(table)
            if rows:
                by_code[table.section].tables.append(Filled(table.title, [one.label for one in table.columns], rows))
        by_code["harms"].tables += self._harms()
        by_code["inspections"].tables += self._inspections()
        shown = [one for one in made if one.texts or one.notes or one.tables]
        return [*shown[:1], requests, *shown[1:]] if requests.texts else shown

    def _figure(self, row: Row, was: Row | None, before: SignedReport | None) -> Figure:
        value, earlier = self._told(row), before._told(was) if before and was else DASH  # noqa: SLF001  of the same class
        change, direction = "", 0
        exact = HIDDEN not in (value, earlier) and self.copy.exact(_cell(row))
        if was is not None and exact and row["value"] is not None and was["value"]:
            by = row["value"] - was["value"]
            change, direction = f"{'+' if by > 0 else '−' if by < 0 else ''}{number_text(abs(by))}", (by > 0) - (by < 0)
        notes = [str(one["text"]) for one in self._notes if one.get("code") == row["code"] and not row["beside"]]
        return Figure(
            row["code"], row["title"], row["definition"], value, earlier, change, direction, bool(row["beside"]), notes
        )

    def _told(self, row: Row) -> str:
        cell = _cell(row)
        if row["value"] is None or row.get("suppressed"):
            return HIDDEN if row.get("suppressed") else DASH
        if row["unit"] == "percent":
            parts = [f"{cell}/{name}" for name in ("part", "whole", "rest")] if row.get("of_people") else []
            part, whole = row.get("numerator"), row.get("denominator")
            if not row.get("of_people") or part is None:
                return percent(row["value"])
            return self.copy.share(row["value"], part, whole, *parts)
        if not row.get("of_people"):
            return number_text(row["value"])
        return self.copy.count(cell, row["value"]) if row["unit"] == "count" else self._middle(row)

    def _middle(self, row: Row) -> str:
        return (
            self.copy.middle(row["value"], int(row["of"])) if row.get("of") is not None else number_text(row["value"])
        )

    def _rows(self, table: Table) -> list[list[str]]:
        found: Any = self.report
        for step in table.at:
            found = (found or {}).get(step, {})
        rows: list[Row] = list(found or ())
        keys = distinct(str(row.get(table.key)) for row in rows) if table.key else [str(at) for at in range(len(rows))]
        return [
            [self._cell_of(table, key, row, column) for column in table.columns]
            for key, row in zip(keys, rows, strict=True)
        ]

    def _cell_of(self, table: Table, key: str, row: Row, column: Column) -> str:
        value = row.get(column.name)
        if column.cell:
            return self.copy.count(f"{table.cells}/{key}/{column.name}", value)
        return column.tell(value)

    def _harms(self) -> Iterator[Filled]:
        """By neighbourhood and colour, in bands of ten and never a zero (G-20)."""
        heads = ["آسیب", "سبز", "زرد", "قرمز"]
        for place in self.report.get("partners", {}).get("harms", {}).get("places", ()):
            rows = [
                [to_persian(one["harm"]), *(band(one[colour]) if one[colour] else DASH for colour in _COLOURS)]
                for one in place["harms"]
            ]
            yield Filled(f"رنگ آسیب‌ها در {place['neighborhood']}", heads, rows)

    def _inspections(self) -> Iterator[Filled]:
        found = self.report.get("partners", {}).get("inspections", {}).get("by_document", ())
        if found:
            yield Filled("بازدیدهای ماه", ["سند", "شمار"], [[label, number_text(many)] for label, many in found])


_COLOURS = ("green", "yellow", "red")


def _cell(row: Row) -> str:
    return f"{row['code']}/{row.get('name', '')}" if row.get("beside") else str(row["code"])


def _cover(row: Row) -> Cover:
    if row["how"] == "band":
        return Band(row["low"], row["high"])
    return Few() if row["how"] == "few" else Hidden()
