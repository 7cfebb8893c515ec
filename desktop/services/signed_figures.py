"""What signed reports told: the figures of a month as they stand on paper, whatever the records say today (I-29)."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.monthly_report import FROZEN
from desktop.domain.record import Row
from desktop.store.rows import Rows

_NEWEST = """
SELECT id, status, signed_at FROM monthly_report
WHERE deleted_at IS NULL AND jmonth = :month AND signed_at IS NOT NULL ORDER BY version DESC, id DESC LIMIT 1
"""


def newest_signed(rows: Rows, month: str) -> Row | None:
    """The last version of a month that was signed, also one that came back while none followed it."""
    found = rows.query(_NEWEST, month=month)
    return rows.get("monthly_report", found[0]["id"]) if found and found[0]["status"] in FROZEN else None


def signed_values(rows: Rows, month: str) -> Mapping[str, float | None]:
    """Indicator → its value in the signed report of a month; empty where none was signed."""
    found = rows.query(_NEWEST, month=month)
    if not found:
        return {}
    return {row["code"]: row["value"] for row in rows.find("indicator_value", report_id=found[0]["id"])}
