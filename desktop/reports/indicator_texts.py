"""How an indicator is told: its value, what it is made of, the month before and the change, in this copy."""

from __future__ import annotations

from typing import Final

from desktop.domain.persian import digits
from desktop.reports.layout.isolate import ltr
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import IndicatorRow
from desktop.reports.office_page import DASH, number_text
from desktop.reports.shared_copy import HIDDEN

_UNITS: Final = {
    "count": "شمار",
    "percent": "درصد",
    "person_hours": "نفر-ساعت",
    "days": "روز",
    "per_head": "برای هر نفر",
    "score": "از ۵",
}


def unit_text(unit: str) -> str:
    """What a unit is called in a cell; money is called by the regime of the paper."""
    return _UNITS.get(unit, unit)


def value_text(row: IndicatorRow, value: float | None) -> str:
    """A value of an indicator in its own unit."""
    if value is None:
        return DASH
    return digits.percent(value) if row.unit == "percent" else number_text(value)


def shown_text(row: IndicatorRow, copy: Copy) -> str:
    """The value of an indicator as a copy tells it."""
    if row.suppressed:
        return HIDDEN
    if row.of is not None:
        return copy.middle(row.value, row.of)
    if not row.of_people:
        return value_text(row, row.value)
    if row.unit == "percent":
        return copy.share(row.value, row.numerator, row.denominator, *_fraction_cells(row))
    return copy.count(row.cell, row.value)


def _fraction_cells(row: IndicatorRow) -> tuple[str, str, str]:
    return f"{row.cell}/part", f"{row.cell}/whole", f"{row.cell}/rest"


def previous_text(row: IndicatorRow, copy: Copy) -> str:
    """The month before as it was told then."""
    return copy.before(row, value_text(row, row.previous))


def change_is_told(row: IndicatorRow, copy: Copy) -> bool:
    """Whether the change tells nothing that the numbers beside it do not."""
    return shown_text(row, copy) == value_text(row, row.value) and previous_text(row, copy) == value_text(
        row, row.previous
    )


def signed_text(value: float, decimals: int | None) -> str:
    """A difference with its sign."""
    text = digits.grouped(int(value)) if decimals is None else digits.decimal(value, decimals)
    return ltr(f"+{text}" if value > 0 else text)


def change_text(row: IndicatorRow) -> str:
    """The change since the previous month: a difference with its share, or percentage points; «—» when unknown."""
    change = row.change
    if change is None or row.previous is None:
        return DASH
    if row.unit == "percent":
        return f"{signed_text(change, 1)} واحد"
    whole = change == int(change)
    share = digits.percent(abs(change / row.previous * 100))
    return f"{signed_text(change, None if whole else 1)} ({share})" if change else digits.to_persian("0")


def direction(row: IndicatorRow, copy: Copy) -> int:
    """+1 or −1 as the value rose or fell, as far as this copy tells it."""
    change = (row.change or 0) if change_is_told(row, copy) else 0
    return (change > 0) - (change < 0)


def fraction_text(row: IndicatorRow, copy: Copy) -> str:
    """«۵ از ۸»: what a rate is made of, as a copy tells it."""
    if row.suppressed or row.denominator is None or row.numerator is None:
        return DASH
    if row.of_people:
        part, whole, _ = _fraction_cells(row)
        if not copy.exact(row.cell):  # a count is its own part; reports signed long ago cover no other cell of it
            part = row.cell
        return f"{copy.count(part, row.numerator)} از {copy.count(whole, row.denominator)}"
    return f"{number_text(row.numerator)} از {number_text(row.denominator)}"
