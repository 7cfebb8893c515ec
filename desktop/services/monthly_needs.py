# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What sections 5 and 6 of the monthly report tell beside their tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.indicators import Indicator
from desktop.domain.need import OF_PLACES
from desktop.reports.monthly_rows import LettersBeside, NeedsBeside, OldNeedRow
from desktop.services.indicators.snapshot import IS_OPEN, Snapshot

_SHOWN = 5
_OLDEST = f"""
SELECT n.subject, n.field, n.noted_on FROM need n
WHERE {IS_OPEN} AND n.scope IN ({", ".join(f"'{scope}'" for scope in sorted(OF_PLACES))})
ORDER BY n.noted_on, n.id LIMIT {_SHOWN}
"""
_LETTERS = """
SELECT ifnull(sum(l.kind = 'reminder'), 0) AS reminders, ifnull(sum(o.agency_code = 'governorate'), 0) AS escalations
FROM letter l JOIN organization o ON o.id = l.to_org_id
WHERE l.deleted_at IS NULL AND l.direction = 'out' AND l.date BETWEEN :first AND :last
"""


def needs_beside(month: Snapshot, new: Indicator) -> NeedsBeside:
    """New needs by urgency and scope (I-06), and the oldest open collective needs, by their subject only."""
    oldest = tuple(_old_need(row, month.last) for row in month.query(_OLDEST))
    return NeedsBeside(_parts(new, "urgency"), _parts(new, "scope"), oldest)


def _old_need(row: Mapping[str, Any], last: date) -> OldNeedRow:
    days = (last - date.fromisoformat(row["noted_on"])).days
    return OldNeedRow(row["subject"], label_of("need_field", row["field"]), days)


def _parts(new: Indicator, name: str) -> tuple[tuple[str, int], ...]:
    told: Mapping[str, float | None] = new.parts.get(name, {})
    return tuple((label, int(told.get(code) or 0)) for code, label in CODE_LISTS[f"need_{name}"].items())


def letters_beside(month: Snapshot) -> LettersBeside:
    """Reminders that went to agencies, and letters to the governorate that supervises them."""
    return LettersBeside(**month.query(_LETTERS)[0])
