"""Unmet needs by field × county, and the league of the agencies that they were sent to (sections 4 and 5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desktop.domain.codes import CODE_LISTS
from desktop.domain.covered import DASH, HIDDEN, number_text
from desktop.domain.indicators import rate
from desktop.domain.persian import digits
from desktop.domain.persian.text import name_key
from desktop.domain.publication import Cover
from desktop.domain.suppression import LEAST
from province.rollup.collect import Collected, County
from province.rollup.headline import days_value
from province.rollup.sums import ALL, Sums, Telling, of_county
from province.rollup.tables import Column, Line, LineKind, Section, Table, Value, words
from province.rollup.told import ANSWERS, label_or_code

FEWEST_REFERRALS: Final = 5
"""An agency that was owed fewer answers in a county stands in no league (domain §4.3)."""
_TOTAL = "I-07"


def fields_of(collected: Collected) -> list[str]:
    """The fields of which any need is open, in the order of their list."""
    found = {field for office in collected.told for field, (count, _) in office.report.needs.items() if count}
    listed = [field for field in CODE_LISTS["need_field"] if field in found]
    return [*listed, *sorted(found - set(listed))]


def enter_needs(collected: Collected, sums: Sums) -> None:
    """Open needs of each field; with the number of all (I-07), which is told beside them."""
    names = []
    for of in fields_of(collected):
        counts, covers = dict[str, int](), dict[str, Cover]()
        for office in collected.told:
            count, cell = office.report.needs.get(of, (0, ""))
            counts[office.id] = count
            if cell in office.report.covers:
                covers[office.id] = office.report.covers[cell]
        names.append(f"needs/{of}")
        sums.add(names[-1], counts, covers)
    sums.add_up(_TOTAL, names, [*(office.id for office in collected.told), *sums.places])


def needs_section(collected: Collected, told: Telling) -> Section:
    """Counties × fields, with the sums of both and each field's share of all."""
    fields = fields_of(collected)
    empty = "در پایان این ماه هیچ دفتری نیاز بازی نگفته است."
    if not fields:
        return Section("needs", "نیازهای برآورده‌نشده", empty=empty)
    columns = (
        Column("county", "شهرستان", wide=True),
        *(Column(of, label_or_code("need_field", of)) for of in fields),
        Column("all", "همهٔ حوزه‌ها"),
    )
    lines = [
        Line((words(county.name), *_open(collected, told, fields, county)), county=county.code, key=county.code)
        for county in collected.counties
    ]
    lines.append(Line((words("جمع استان"), *_open(collected, told, fields, None)), LineKind.TOTAL))
    lines.append(Line((words("سهم از همه"), *_shares(collected, told, fields)), LineKind.PLAIN, key="share"))
    table = Table("needs", "نیازهای باز پایان ماه به تفکیک حوزه و شهرستان", "نیاز", columns, tuple(lines))
    return Section("needs", "نیازهای برآورده‌نشده", (table,))


def _open(collected: Collected, told: Telling, fields: Sequence[str], county: County | None) -> Iterator[Value]:
    place = of_county(county.code) if county else ALL
    offices = [office for office in collected.told if county is None or office.county.code == county.code]
    for of in fields:
        count = sum(office.report.needs.get(of, (0, ""))[0] for office in offices)
        yield Value(told.count((f"needs/{of}", place), count), told.exactly((f"needs/{of}", place), count))
    total = sum(count for office in offices for count, _ in office.report.needs.values())
    yield Value(told.count((_TOTAL, place), total), told.exactly((_TOTAL, place), total))


def _shares(collected: Collected, told: Telling, fields: Sequence[str]) -> Iterator[Value]:
    """Field ÷ all (I-07), where both are told."""
    counts = Counter({of: sum(o.report.needs.get(of, (0, ""))[0] for o in collected.told) for of in fields})
    whole = counts.total()
    for of in fields:
        value, cells = rate(counts[of], whole), ((f"needs/{of}", ALL), (_TOTAL, ALL))
        text = told.share(value, counts[of], whole, *cells)
        yield Value(text, None if text == HIDDEN else value)
    yield Value(DASH)


class AgencyKey(NamedTuple):
    """An agency in a county. `code` is of the list of agencies, or the folded name of one that is not in it."""

    county: str
    code: str


@dataclass
class Answered:
    """How an agency answered the offices of a county together. `listless` offices carried no lists of days."""

    name: str
    county: County
    counts: Counter[str] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    ages: Counter[int] = field(default_factory=Counter)
    listless: int = 0
    of_office: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    covers: defaultdict[str, dict[str, Cover]] = field(default_factory=lambda: defaultdict(dict))


def answered(collected: Collected) -> Mapping[AgencyKey, Answered]:
    """Every agency of every county that any report has a row of."""
    found: dict[AgencyKey, Answered] = {}
    for office in collected.told:
        for row in office.report.agencies:
            key = AgencyKey(office.county.code, row.code or name_key(row.name))
            name = label_or_code("agency_code", row.code) if row.code else row.name
            one = found.setdefault(key, Answered(name, office.county))
            one.counts.update(row.counts)
            one.of_office[office.id].update(row.counts)
            for count in ANSWERS:
                if (cover := office.report.covers.get(f"{row.cell}/{count}")) is not None:
                    one.covers[count][office.id] = cover
            if row.days is None or row.ages is None:
                one.listless += 1
            else:
                one.days.update(row.days)
                one.ages.update(row.ages)
    return found


def enter_agencies(collected: Collected, sums: Sums) -> None:
    """What agencies owed and gave, by office and county."""
    for key, one in answered(collected).items():
        names = [_cell(key, name) for name in ("outstanding", "answered", "unanswered")]
        for cell, name in zip(names, ("outstanding", "answered", "unanswered"), strict=True):
            counts = {office: of[name] for office, of in one.of_office.items()}
            sums.add(cell, counts, one.covers[name], letters=True)
        sums.add_up(names[0], names[1:], [*one.of_office, of_county(key.county)])


def agencies_section(collected: Collected, told: Telling) -> Section:
    """The agencies that were owed at least five answers in a county, who answers least first."""
    found = answered(collected)
    league = [(key, one) for key, one in found.items() if one.counts["outstanding"] >= FEWEST_REFERRALS]
    title = "پاسخگویی دستگاه‌ها"
    if not league:
        return Section("agencies", title, empty="در این ماه هیچ دستگاهی در یک شهرستان پنج ارجاع در انتظار نداشته است.")
    lines = [
        _agency_line(key, one, told) for key, one in sorted(league, key=lambda pair: _rank(pair[0], pair[1], told))
    ]
    left_out = len(found) - len(league)
    few = f" {number_text(left_out)} دستگاه با ارجاع کمتر در جدول نیست." if left_out else ""
    listless = any(one.listless for _, one in league)
    older = " میانه‌ای که «—» است از دفترهایی است که با برنامهٔ پیشین امضا کرده‌اند." if listless else ""
    note = f"ارجاع‌های در انتظارِ ماه و نخستین پاسخ تا پایان ماه؛ ثبت در دبیرخانه پاسخ نیست.{few}{older}"
    columns = (
        Column("agency", "دستگاه", wide=True),
        Column("county_name", "شهرستان", wide=True),
        Column("outstanding", "ارجاع در انتظار"),
        Column("answered", "پاسخ‌گرفته"),
        Column("rate", "نرخ پاسخ"),
        Column("median_days", "میانهٔ روز تا پاسخ"),
        Column("unanswered", "بی‌پاسخ"),
        Column("oldest", "قدیمی‌ترین بی‌پاسخ (روز)"),
    )
    table = Table("agencies", "جدول دستگاه‌ها (دست‌کم پنج ارجاع)", "ارجاع، درصد، روز", columns, tuple(lines), note)
    return Section("agencies", title, (table,))


def _cell(key: AgencyKey, name: str) -> str:
    return f"agencies/{key.county}/{key.code}/{name}"


def _rank(key: AgencyKey, one: Answered, told: Telling) -> tuple[bool, float, str, str]:
    """By the rate where it is told: an order by hidden rates would tell them."""
    value = _rate(key, one, told).number
    return value is None, value or 0.0, one.county.code, one.name


def _rate(key: AgencyKey, one: Answered, told: Telling) -> Value:
    place = of_county(key.county)
    value = rate(one.counts["answered"], one.counts["outstanding"])
    if value is None or not told.exact((_cell(key, "answered"), place), (_cell(key, "outstanding"), place)):
        return Value(DASH if value is None else HIDDEN)
    parts = {"numerator": one.counts["answered"], "denominator": one.counts["outstanding"]}
    return Value(digits.percent(value), value, {name: float(count) for name, count in parts.items()})


def _agency_line(key: AgencyKey, one: Answered, told: Telling) -> Line:
    place = of_county(key.county)
    counts = {
        name: Value(told.count((_cell(key, name), place), count), told.exactly((_cell(key, name), place), count))
        for name, count in one.counts.items()
        if name != "sent"
    }
    exact = told.exact((_cell(key, "answered"), place))
    oldest = max(one.ages, default=None)
    waiting = Value(HIDDEN) if 0 < one.ages.total() < LEAST else Value(number_text(oldest), oldest)
    values = (
        words(one.name),
        words(one.county.name),
        counts["outstanding"],
        counts["answered"],
        _rate(key, one, told),
        Value(DASH) if one.listless else days_value(one.days, exact),
        counts["unanswered"],
        Value(DASH) if one.listless else waiting,
    )
    return Line(values, county=key.county, key=key.code)
