"""All indicators of a month, with those of the month before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.indicators import DEFINITIONS, Indicator
from desktop.domain.persian.calendar import shift_month
from desktop.services.indicators import activities, money, participation, partners, people
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.referrals import Referrals
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.indicators.training import Training
from desktop.store.rows import Rows


def indicators(rows: Rows, month: str) -> dict[str, Indicator]:
    """All indicators of a Jalali month in the order of their definitions; `previous` is the month before."""
    now, before = (_of(Snapshot(rows, one)) for one in (month, shift_month(month, -1)))
    return {code: replace(now[code], previous=before[code].value) for code in DEFINITIONS}


def _of(month: Snapshot) -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in _computed(month)}


def _computed(month: Snapshot) -> Iterator[Indicator]:
    needs = Needs(month)
    yield from people.indicators(month)
    yield from needs.indicators()
    yield from Referrals(month).indicators()
    yield from Training(month).indicators()
    yield from activities.indicators(month, needs.due)
    yield from partners.indicators(month)
    yield from money.indicators(month)
    yield from participation.indicators(month)
