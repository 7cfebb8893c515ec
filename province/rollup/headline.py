"""The headline table: offices × twelve indicators, each summed as its kind is summed (domain §4.3).

Rates are Σ numerators ÷ Σ denominators, medians are of all days together, people of different offices are added up and
said to be, because identities do not leave offices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from statistics import median as middle_of
from typing import Final, NamedTuple

from desktop.domain.covered import DASH, HIDDEN, number_text
from desktop.domain.indicators import DEFINITIONS, median, rate
from desktop.domain.persian import digits
from desktop.domain.suppression import LEAST, share_is_safe
from province.rollup.collect import Collected, OfficeMonth
from province.rollup.sums import ALL, Sums, Telling, is_sum, of_county
from province.rollup.tables import Column, Line, LineKind, Table, Value, words

NOT_DEDUPLICATED: Final = "جمع دفاتر (بدون حذف تکرار)"
MISSING: Final = "گزارش نرسیده"


class Way(Enum):
    """How an indicator of several offices is made of theirs."""

    COUNT = "count"
    RATE = "rate"
    DAYS = "days"
    HOURS = "hours"


class Headline(NamedTuple):
    """A column. `letters`: it counts letters to agencies; `people`: people who may come to several offices."""

    code: str
    way: Way
    short: str
    letters: bool = False
    people: bool = False
    open: bool = False  # it counts nothing of people at all


HEADLINES: Final = (
    Headline("I-01", Way.COUNT, "خانوار تازه", people=True),
    Headline("I-03", Way.RATE, "نرخ پوشش", people=True),
    Headline("I-06", Way.COUNT, "نیاز تازه"),
    Headline("I-07", Way.COUNT, "نیاز باز"),
    Headline("I-09", Way.RATE, "نرخ برآورده‌شدن"),
    Headline("I-11", Way.RATE, "نرخ پاسخ", letters=True),
    Headline("I-12", Way.RATE, "پاسخ ۳۰ روزه", letters=True),
    Headline("I-13", Way.DAYS, "میانهٔ روز پاسخ", letters=True),
    Headline("I-14", Way.HOURS, "نفر-ساعت"),
    Headline("I-15", Way.COUNT, "شرکت‌کننده", people=True),
    Headline("I-16", Way.RATE, "زنان سرپرست", people=True),
    Headline("I-20", Way.RATE, "مأموریت اجتماعی", open=True),
)
"""The twelve columns, from right to left."""
_NOTE: Final = (
    f"* {NOT_DEDUPLICATED}: هویت کسی از دفتر بیرون نمی‌آید، پس کسی که به دو دفتر رفته دو بار شمرده می‌شود. "
    "نرخ‌ها جمع صورت‌ها بخش بر جمع مخرج‌ها و میانهٔ روز از همهٔ روزهاست، نه میانگین دفترها. "
    "کمینه، میانه و بیشینه از دفترهایی است که رقمشان گفته شده است."
)
_PARTS: Final = ("part", "rest", "whole")


def enter(collected: Collected, sums: Sums) -> None:
    """Every count that the table or a section below it is made of."""
    for headline in HEADLINES:
        if headline.way is Way.RATE and not headline.open:
            for part in _PARTS:
                _enter(collected, sums, headline, part)
            sums.add_up(f"{headline.code}/whole", [f"{headline.code}/part", f"{headline.code}/rest"], _everywhere(sums))
        elif headline.way is Way.COUNT:
            _enter(collected, sums, headline)
    _enter_days(collected, sums)
    _enter_hours(collected, sums)


def _everywhere(sums: Sums) -> list[str]:
    return [*sums.counties, *sums.places]


def _enter(collected: Collected, sums: Sums, headline: Headline, part: str = "") -> None:
    cell = f"{headline.code}/{part}" if part else headline.code
    counts, covers = {}, {}
    for office in collected.told:
        count = _count(office, headline, part)
        if count is not None:
            counts[office.id] = count
            if (cover := office.report.covers.get(cell)) is not None:
                covers[office.id] = cover
    sums.add(cell, counts, covers, letters=headline.letters)


def _count(office: OfficeMonth, headline: Headline, part: str) -> int | None:
    """A count of an office; None where its report has none."""
    figure = office.report.figures.get(headline.code)
    if figure is None:
        return None
    if not part:
        return None if figure.value is None else int(figure.value)
    if figure.numerator is None or not figure.denominator:
        return None
    over, under = int(figure.numerator), int(figure.denominator)
    return {"part": over, "whole": under, "rest": under - over}[part]


def _enter_days(collected: Collected, sums: Sums) -> None:
    counts = {office.id: len(office.report.days) for office in collected.told}
    covers = {office.id: cover for office in collected.told if (cover := office.report.covers.get("I-13/n"))}
    sums.add("I-13/n", counts, covers, letters=True)


def _enter_hours(collected: Collected, sums: Sums) -> None:
    """Hours of few people are hidden with the people; what the others make of a sum must not tell them."""
    counts, covers = {}, {}
    for office in collected.told:
        figure = office.report.figures.get("I-14")
        if figure is not None and figure.value is not None:
            counts[office.id] = int(figure.value + 0.5)
            if (cover := office.report.covers.get("I-15")) is not None and figure.value:
                covers[office.id] = cover
    sums.add("I-14", counts, covers)


def headline_table(collected: Collected, told: Telling) -> Table:
    """Offices by county with their sums, the missing ones by name, then the province and how its offices differ."""
    lines = list(_lines(collected, told))
    return Table(
        "headline",
        "دفترها و شاخص‌های ماه",
        "در هر ستون",
        (
            Column("office", "دفتر", wide=True),
            *(Column(one.code, f"{one.short} *" if one.people else one.short) for one in HEADLINES),
        ),
        tuple(lines),
        _NOTE,
    )


def _lines(collected: Collected, told: Telling) -> Iterator[Line]:
    counties = dict.fromkeys(office.county for office in collected.offices)
    for county in counties:
        of = [office for office in collected.offices if office.county == county]
        if len(counties) > 1:
            yield Line((words(f"شهرستان {county.name}"),), LineKind.GROUP, county.code)
        for office in of:
            kind = LineKind.PLAIN if office.told else LineKind.MISSING
            yield Line((words(_name(office)), *_values(office, told)), kind, county.code, office.id)
        counting = [office for office in of if office.told]
        if len(counties) > 1 and len(of) > 1 and counting:
            yield _sum(f"جمع شهرستان {county.name}", counting, of_county(county.code), told, county.code)
    if collected.told:
        yield _sum("جمع استان", collected.told, ALL, told, "")
        yield from _spread(collected.told, told)


def _name(office: OfficeMonth) -> str:
    return f"{office.title} ({digits.to_persian(office.code)})"


def _values(office: OfficeMonth, told: Telling) -> Iterator[Value]:
    """A missing office is a word in its first column and a dash in the others, and no zero anywhere."""
    if office.told is None:
        yield words(MISSING)
        yield from (Value(DASH) for _ in HEADLINES[1:])
        return
    for headline in HEADLINES:
        yield value_of(headline, [office], office.id, told)


def _sum(title: str, offices: Sequence[OfficeMonth], place: str, told: Telling, county: str) -> Line:
    values = (value_of(headline, offices, place, told) for headline in HEADLINES)
    return Line((words(title), *values), LineKind.SUBTOTAL if county else LineKind.TOTAL, county)


def value_of(headline: Headline, offices: Sequence[OfficeMonth], place: str, told: Telling) -> Value:
    """An indicator of one office, of a county or of all, as far as it may be told."""
    makers = {Way.COUNT: _count_of, Way.RATE: _rate_of, Way.DAYS: _days_of, Way.HOURS: _hours_of}
    return makers[headline.way](headline, offices, place, told)


def _count_of(headline: Headline, offices: Sequence[OfficeMonth], place: str, told: Telling) -> Value:
    counts = [count for office in offices if (count := _count(office, headline, "")) is not None]
    if not counts:
        return Value(DASH)
    cell, total = (headline.code, place), sum(counts)
    return Value(told.count(cell, total), told.exactly(cell, total))


def _rate_of(headline: Headline, offices: Sequence[OfficeMonth], place: str, told: Telling) -> Value:
    over, under = (
        [count for office in offices if (count := _count(office, headline, part)) is not None]
        for part in ("part", "whole")
    )
    value = rate(sum(over), sum(under))
    if value is None:
        return Value(DASH)
    cells = [(f"{headline.code}/{part}", place) for part in _PARTS]
    if _rate_is_safe(headline, sum(over), sum(under), place, exact=told.exact(*cells)):
        return Value(digits.percent(value), value, {"numerator": sum(over), "denominator": sum(under)})
    text = _between(told.bounds(cells[0], sum(over)), told.bounds(cells[2], sum(under))) if is_sum(place) else HIDDEN
    return Value(text, more={"numerator": None, "denominator": None})


def _between(over: tuple[int, int] | None, under: tuple[int, int] | None) -> str:
    """A rate of which no more is told than follows from the bands that its counts are told in."""
    if over is None or under is None or not share_is_safe(over[0], under[0]) or under[0] - over[1] < LEAST:
        return HIDDEN
    low, high = rate(over[0], under[1]), rate(over[1], under[0])
    return f"{digits.decimal(low or 0)} تا {digits.percent(high or 0)}"


def _rate_is_safe(headline: Headline, over: int, under: int, place: str, *, exact: bool) -> bool:
    """Sums of letters are rates of agencies, told from five letters on; those of offices and of people as G-20 says."""
    if headline.open:
        return True
    if headline.letters and is_sum(place):
        return exact and under >= LEAST
    return exact and share_is_safe(over, under)


def _days_of(_headline: Headline, offices: Sequence[OfficeMonth], place: str, told: Telling) -> Value:
    days = Counter(day for office in offices for day in office.report.days)
    return days_value(days, told.exact(("I-13/n", place)))


def days_value(days: Counter[int], exact: bool) -> Value:
    """A median of days, and of how many."""
    value, count = median(days), days.total()
    if value is None:
        return Value(DASH, more={"n": 0})
    if count < LEAST:
        return Value(HIDDEN, more={"n": None})
    return Value(number_text(value), value, {"n": count if exact else None})


def _hours_of(_headline: Headline, offices: Sequence[OfficeMonth], place: str, told: Telling) -> Value:
    figures = [office.report.figures.get("I-14") for office in offices]
    hours = [figure.value for figure in figures if figure is not None and figure.value is not None]
    if not hours:
        return Value(DASH)
    if not told.exact(("I-14", place)):
        return Value(HIDDEN)
    return Value(number_text(sum(hours)), sum(hours))


def _spread(offices: Sequence[OfficeMonth], told: Telling) -> Iterator[Line]:
    """Of what is told exactly of each office: that tells nothing that is not told above."""
    columns = [
        [n for office in offices if (n := value_of(headline, [office], office.id, told).number) is not None]
        for headline in HEADLINES
    ]
    makers: tuple[tuple[str, Callable[[Sequence[float]], float]], ...] = (
        ("کمینه", min), ("میانه", middle_of), ("بیشینه", max),
    )  # fmt: skip
    for title, made in makers:
        values = [
            _spread_value(headline, made(column) if column else None)
            for headline, column in zip(HEADLINES, columns, strict=True)
        ]
        yield Line((words(title), *values), LineKind.PLAIN, key=title)


def _spread_value(headline: Headline, number: float | None) -> Value:
    if number is None:
        return Value(DASH)
    text = digits.percent(number) if headline.way is Way.RATE else number_text(number)
    return Value(text, number)


def titles() -> Mapping[str, str]:
    """Code → the whole title of each column, for the page's help."""
    return {one.code: DEFINITIONS[one.code].title for one in HEADLINES}
