# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""The office as it stood when a month ended: nothing dated later is seen, whenever and in whatever order it came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.store.rows import Rows

OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)

# The steps of a need stand in the order of (day, id), which is the same on every laptop, and not in that in which they
# came in. Its beginning is the need's own day: what is told of an earlier day happened on that one.
STEPS = 'e.deleted_at IS NULL AND e.from_status IS NOT NULL AND e."on" <= :last'
# The greatest of day, id and state in one word is that of the last step: days are of one length, and so are ids.
STATE = (
    'ifnull((SELECT substr(max(e."on" || e.id || e.to_status), 11 + length(n.id)) FROM need_event e '
    f"WHERE e.need_id = n.id AND {STEPS}), 'noted')"
)
STATE_ON = f'ifnull((SELECT max(e."on") FROM need_event e WHERE e.need_id = n.id AND {STEPS}), n.noted_on)'
IS_OPEN = f"n.deleted_at IS NULL AND n.noted_on <= :last AND {STATE} IN ({OPEN})"

# A stamp of the secretariat is no answer. The referral's own column may be older than the answers that came in.
FIRST_ANSWER = (
    "(SELECT min(a.received_on) FROM agency_response a WHERE a.referral_id = r.id AND a.deleted_at IS NULL "
    "AND a.type <> 'acknowledged' AND a.received_on <= :last)"
)
# Withdrawn on a day that nobody wrote down: as if it had never waited.
WITHDRAWN = "ifnull(r.withdrawn_on, CASE r.status WHEN 'withdrawn' THEN r.sent_on ELSE '9999' END)"
SENT = (
    "r.deleted_at IS NULL AND r.sent_on <= :last "
    "AND r.need_id NOT IN (SELECT id FROM need WHERE deleted_at IS NOT NULL)"
)


@dataclass(frozen=True)
class Snapshot:
    """One Jalali month ("1404-06") of an office's records."""

    rows: Rows
    month: str

    @property
    def last(self) -> date:
        """The last day of the month."""
        return month_bounds(self.month)[1]

    def query(self, sql: str, **about: object) -> list[Mapping[str, Any]]:
        """Rows of a statement that may name `:month`, its `:first` and `:last` day, and `:before`, a month earlier.

        `:year_before` is the 365th day before the first, `about` whatever else it names.
        """
        first, last = month_bounds(self.month)
        year_before = first - timedelta(days=365)
        before, _ = month_bounds(shift_month(self.month, -1))
        known = {"month": self.month, "first": first, "last": last, "before": before}
        known["year_before"] = year_before
        dated = {name: str(value) for name, value in known.items() if f":{name}" in sql}
        asked = {name: value for name, value in about.items() if f":{name}" in sql}
        return self.rows.query(sql, **dated, **asked)


def names_in_order(rows: Rows, kind: str, wanted: Iterable[str | None]) -> dict[str, str]:
    """Record id → name of those wanted, in the order of the names, also of records that were deleted since."""
    column = {"organization": "name_fa", "neighborhood": "name"}[kind]
    ids = set(wanted)
    found = rows.query(
        f"SELECT o.id, o.{column} AS name FROM {kind} o LEFT JOIN search_entry e ON e.record_id = o.id "
        "ORDER BY e.order_key IS NULL, e.order_key, o.id"
    )
    return {row["id"]: row["name"] for row in found if row["id"] in ids}
