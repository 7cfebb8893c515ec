"""All indicators of a month, with those of the month before: as they were signed, where that month was (I-29)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.domain.indicators import DEFINITIONS, Indicator
from desktop.domain.persian.calendar import shift_month
from desktop.services.indicators import activities, money, participation, partners, people
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.referrals import Referrals
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.indicators.training import Training
from desktop.services.signed_figures import signed_values
from desktop.store.rows import Rows


def indicators(rows: Rows, month: str) -> dict[str, Indicator]:
    """All indicators of a Jalali month in the order of their definitions; `previous` is the month before."""
    now, before = indicators_of(Snapshot(rows, month)), _before(rows, shift_month(month, -1))
    return {code: replace(now[code], previous=before[code]) for code in DEFINITIONS}


def _before(rows: Rows, month: str) -> Mapping[str, float | None]:
    """What was signed is not counted again; only figures that the signed report did not have are."""
    signed = signed_values(rows, month)
    if DEFINITIONS.keys() <= signed.keys():
        return signed
    return {**{code: indicator.value for code, indicator in indicators_of(Snapshot(rows, month)).items()}, **signed}


def indicators_of(month: Snapshot) -> dict[str, Indicator]:
    """The same without the month before."""
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
