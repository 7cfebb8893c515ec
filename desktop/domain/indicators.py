"""Indicators of the monthly report: their exact definitions and arithmetic (domain §4.2), free of any storage.

What is printed beside a number comes from the same table that names the computation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.need import OPEN_STATES

COUNT, PERCENT, PERSON_HOURS = "count", "percent", "person_hours"


@dataclass(frozen=True)
class Definition:
    """What an indicator counts, in one printed line."""

    code: str
    title: str
    text: str
    unit: str


DEFINITIONS: dict[str, Definition] = {
    d.code: d
    for d in (
        Definition("I-01", "خانوار ثبت‌شدهٔ ماه", "شمار خانوارهایی که تاریخ ثبتشان در ماه است.", COUNT),
        Definition("I-02", "جمعیت ثبت‌شدهٔ فعال", "شمار ساکنانی که در پایان ماه فعال‌اند.", COUNT),
        Definition("I-03", "نرخ پوشش", "ساکنان فعال پایان ماه بخش بر تازه‌ترین جمعیت محله‌ها تا سال گزارش؛ محلهٔ بی‌آمار جمعیت به حساب نمی‌آید.", PERCENT),
        Definition("I-06", "نیازهای تازه", "شمار نیازهایی که تاریخ ثبتشان در ماه است.", COUNT),
        Definition("I-07", "نیازهای باز پایان ماه", "شمار نیازهایی که در پایان ماه ثبت‌شده، ارجاع‌شده، پاسخ‌گرفته یا در دست اقدام‌اند.", COUNT),
        Definition("I-08", "نیازهای برآورده‌شده", "شمار نیازهایی که در ماه به «برآورده» رسیده‌اند؛ هر نیاز یک بار.", COUNT),
        Definition("I-14", "نفر-ساعت آموزش", "جمع حاضران و باتأخیرها × ساعت جلسه، در جلسه‌های برگزارشدهٔ ماه؛ اگر دقیقه ثبت شده، جمع دقیقه‌ها بخش بر ۶۰.", PERSON_HOURS),
        Definition("I-15", "شرکت‌کنندهٔ یکتا", "شمار افراد جدا که دست‌کم در یک جلسهٔ ماه حاضر بوده‌اند؛ شرکت‌کنندهٔ بدون پرونده و رویدادها به حساب نمی‌آیند.", COUNT),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Indicator:
    """One number of one month with what it stands on. `value` None prints «—» (nothing to divide by)."""

    code: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    missing: int = 0
    suppressed: bool = False
    previous: float | None = None
    parts: dict[str, dict[str, int]] = field(default_factory=dict)  # breakdown name → code → count

    @property
    def definition(self) -> Definition:
        return DEFINITIONS[self.code]

    def as_json(self) -> dict[str, object]:
        made: dict[str, object] = {
            "numerator": _whole(self.numerator),
            "denominator": _whole(self.denominator),
            "value": _whole(self.value),
            "unit": self.definition.unit,
            "missing": self.missing,
            "suppressed": self.suppressed,
            "previous": _whole(self.previous),
        }
        return {**made, "by": self.parts} if self.parts else made


def rate(numerator: float, denominator: float) -> float | None:
    """A percentage with one decimal, half up; None when there is nothing to divide by."""
    if not denominator:
        return None
    return int(numerator * 1000 / denominator + 0.5) / 10


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


@dataclass(frozen=True)
class Step:
    """One entry of a need's history."""

    on: date
    source: str | None
    target: str


@dataclass
class Stock:
    """Needs at the start of a period, what came and went, and what was left; `holds` is the stock identity."""

    open_start: int = 0
    new: int = 0
    reopened: int = 0
    met: int = 0
    rejected: int = 0
    closed: int = 0
    open_end: int = 0

    @property
    def holds(self) -> bool:
        came = self.open_start + self.new + self.reopened
        return self.open_end == came - self.met - self.rejected - self.closed


def count_history(stock: Stock, steps: Iterable[Step], first: date, last: date) -> None:
    """Add one need's history (in order) to the stock of the period `first`…`last`, both inclusive."""
    before = after = False
    for step in steps:
        if step.on > last:
            break
        is_open = step.target in OPEN_STATES
        after = is_open
        if step.on < first:
            before = is_open
            continue
        if step.source is None:
            stock.new += 1
        elif is_open and step.source not in OPEN_STATES:
            stock.reopened += 1
        if not is_open:
            setattr(stock, step.target, getattr(stock, step.target) + 1)
    stock.open_start += before
    stock.open_end += after
