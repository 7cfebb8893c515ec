"""Inspections, harms by colour, what has helped, and how far the numbers can be trusted (sections 9 to 12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.covered import DASH, FEW, number_text
from desktop.domain.indicators import rate
from desktop.domain.persian import calendar, digits
from desktop.domain.suppression import band, is_small
from province.rollup.collect import STANDINGS, Collected, OfficeMonth, due_on
from province.rollup.places import by_county, county_line
from province.rollup.records import Practice
from province.rollup.tables import Column, Line, Section, Table, Value, plain, words
from province.rollup.told import label_or_code

_COLOURS: Final = ("green", "yellow", "red")


def inspections_section(collected: Collected) -> Section:
    """Counts only: never where, nor what was found."""
    documents = [
        *CODE_LISTS["policy_document"],
        *sorted({d for o in collected.told for d in o.report.inspections} - CODE_LISTS["policy_document"].keys()),
    ]
    used = [one for one in documents if any(office.report.inspections.get(one) for office in collected.told)]
    title = "بازدیدهای سرزده"
    if not used:
        return Section("inspections", title, empty="در این ماه هیچ دفتری بازدید سرزده‌ای نگفته است.")
    columns = (
        Column("county", "شهرستان", wide=True),
        *(Column(one, label_or_code("policy_document", one)) for one in used),
        Column("all", "همه"),
        Column("offices_without", "دفتر بی‌بازدید در ماه"),
    )
    lines = []
    for county, offices, _place in by_county(collected):
        counts = [sum(office.report.inspections.get(one, 0) for office in offices) for one in used]
        without = sum(not any(office.report.inspections.values()) for office in offices)
        lines.append(county_line(county, *map(plain, counts), plain(sum(counts)), plain(without)))
    table = Table("inspections", "بازدید به تفکیک شهرستان و سند", "بازدید", columns, tuple(lines))
    return Section("inspections", title, (table,))


def harms_section(collected: Collected) -> Section:
    """Observations of harms in places, by colour, in bands of ten; none is «—» (G-20). No sum of bands is told."""
    found = defaultdict[tuple[str, str, str], list[int]](lambda: [0, 0, 0])
    for office in collected.told:
        for row in office.report.harms:
            of = found[office.county.code, office.county.name, row.harm]
            for at, colour in enumerate(_COLOURS):
                of[at] += getattr(row, colour)
    title = "آسیب‌ها (سطح محله)"
    if not found:
        return Section("harms", title, empty="در این ماه هیچ دفتری مشاهده‌ای در سطح محله نگفته است.")
    lines = [
        Line((words(name), words(harm), *(Value(band(count)) for count in counts)), county=code, key=harm)
        for (code, name, harm), counts in sorted(found.items())
    ]
    columns = (
        Column("county", "شهرستان", wide=True),
        Column("harm", "آسیب", wide=True),
        *(Column(one, label_of("harm_severity", one), over="رنگ محله") for one in _COLOURS),
    )
    note = "بازهٔ ده‌تایی شمار مشاهده‌ها؛ «—» یعنی گفته نمی‌شود. هیچ مشاهده‌ای از کسی نیست."
    table = Table("harms", "رنگ محله‌ها به تفکیک شهرستان و آسیب", "مشاهده، در بازه", columns, tuple(lines), note)
    return Section("harms", title, (table,))


def practices_section(found: Sequence[Practice]) -> Section:
    """What has helped, for whoever meets the same need elsewhere (F4-03)."""
    title = "تجربه‌های خوب و راه‌حل‌های مشترک"
    if not found:
        return Section("practices", title, empty="تا پایان این ماه راه‌حلی نوشته نشده است.")
    columns = (
        Column("field", "حوزه", wide=True),
        Column("subject", "نیاز", wide=True),
        Column("solution", "راه‌حل", wide=True),
        Column("county_name", "شهرستان", wide=True),
        Column("met_on", "تاریخ"),
    )
    lines = [
        Line(
            (
                words(label_of("need_field", one.field)),
                words(one.subject),
                words(one.solution),
                words(one.county.name),
                words(calendar.short(one.met_on) if one.met_on else ""),
            ),
            county=one.county.code,
        )
        for one in found
    ]
    return Section("practices", title, (Table("practices", "راه‌حل‌های بی‌نام", "", columns, tuple(lines)),))


def quality_section(collected: Collected) -> Section:
    """How each office stands: when its report came, what it lacks, and what it mended later."""
    columns = (
        Column("office", "دفتر", wide=True),
        Column("standing", "وضعیت گزارش", wide=True),
        Column("version", "نسخه"),
        Column("sent_on", "رسیدن گزارش"),
        Column("late_days", "دیرکرد (روز)"),
        Column("accepted_on", "پذیرش"),
        Column("quality", "کیفیت ثبت"),
        Column("missing", "رقم‌های بی‌داده"),
        Column("doubles", "همانند در انتظار"),
        Column("late_entries", "ثبت پس از امضا"),
    )
    lines = tuple(_quality_line(office) for office in collected.offices)
    due = f"مهلت رسیدن گزارش: {calendar.short(due_on(collected.month))}. «ثبت پس از امضا» از ماه‌های پیش است."
    return Section(
        "quality", "کیفیت داده", (Table("quality", "کیفیت داده به تفکیک دفتر", "در هر ستون", columns, lines, due),)
    )


def _quality_line(office: OfficeMonth) -> Line:
    return Line(
        (
            words(f"{office.title} ({digits.to_persian(office.code)})"),
            words(STANDINGS[office.standing]),
            plain(office.version),
            words(calendar.short(office.sent_on) if office.sent_on else ""),
            plain(office.late) if office.sent_on else Value(DASH),
            words(calendar.short(office.accepted_on) if office.accepted_on else ""),
            *(_measured(office) if office.told else [Value(DASH)] * 4),
        ),
        county=office.county.code,
        key=office.id,
    )


def _measured(office: OfficeMonth) -> list[Value]:
    told = office.report
    figure = told.figures.get("I-04")
    over, under = (figure.numerator, figure.denominator) if figure else (None, None)
    exact = not any(f"I-04/{part}" in told.covers for part in ("part", "whole", "rest"))
    share = rate(over or 0, under) if under and exact else None
    lacking = sum(bool(one.missing) for one in told.figures.values())
    doubles = told.doubles
    few = doubles is not None and is_small(doubles)
    return [
        Value(DASH if share is None else digits.percent(share), share),
        plain(lacking),
        Value(FEW) if few else plain(doubles),
        Value(FEW) if is_small(told.late_entries) else Value(number_text(told.late_entries), told.late_entries),
    ]
