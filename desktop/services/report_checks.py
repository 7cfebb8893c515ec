# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What stands in the way of signing a month's report, each with the record where it is mended (domain §3.6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import label_of
from desktop.domain.indicators import Stock
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import month_bounds, month_title, short
from desktop.domain.persian.digits import grouped
from desktop.domain.problems import Problem
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.snapshot import STATE, STEPS, Snapshot
from desktop.services.money_views import overspent
from desktop.store.rows import Rows

# A need stands where its last step left it, and every step begins where the one before it ended. One that was brought
# in with another state than its steps tell is in no stock that adds up.
_TORN = f"""
WITH step AS (
  SELECT e.need_id, e.from_status, lag(e.to_status, 1, 'noted') OVER (
    PARTITION BY e.need_id ORDER BY e."on", e.id) AS before
  FROM need_event e JOIN need n ON n.id = e.need_id WHERE {STEPS}
)
SELECT n.id, n.subject AS title FROM need n
WHERE n.deleted_at IS NULL AND n.noted_on <= :first_not_after
  AND (n.status <> {STATE} OR n.id IN (SELECT need_id FROM step WHERE from_status <> before))
ORDER BY n.noted_on, n.id
"""
_SESSIONS = """
SELECT s.id, s.date, s.held, w.id AS workshop, w.title FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id
WHERE s.deleted_at IS NULL AND w.deleted_at IS NULL AND s.jalali_month = :month AND (
  s.held IS NULL AND w.status <> 'cancelled' OR s.held AND s.walk_ins = 0 AND NOT EXISTS (
    SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.deleted_at IS NULL))
ORDER BY s.date, s.id
"""


@dataclass(frozen=True)
class Blocker:
    """One thing to be mended before the signature. `kind` and `record_id` say where; "" where no one record is it."""

    problem: Problem
    kind: str = ""
    record_id: str = ""


def blockers(rows: Rows, month: str) -> list[Blocker]:
    """Everything that stands in the way of signing the report of a month; empty when it may be signed."""
    return [
        *_unfinished(rows, month),
        *_sessions(rows, month),
        *_stocks(rows, month),
        *_torn_needs(rows, month),
        *_overspent(rows, month),
    ]


def _unfinished(rows: Rows, month: str) -> Iterator[Blocker]:
    if rows.today <= month_bounds(month)[1]:
        yield Blocker(Problem("jmonth", "month_not_over", {"month": month_title(month)}))


def _sessions(rows: Rows, month: str) -> Iterator[Blocker]:
    """A session that nobody settled, and one that was held and knows of nobody who came."""
    for row in Snapshot(rows, month).query(_SESSIONS):
        code = "session_unsettled" if row["held"] is None else "session_unmarked"
        facts = {"date": short(date.fromisoformat(row["date"])), "title": row["title"]}
        yield Blocker(Problem("training", code, facts), "workshop_session", row["id"])


def _stocks(rows: Rows, month: str) -> Iterator[Blocker]:
    for field, stock in Needs(Snapshot(rows, month)).stocks().items():
        if not stock.holds:
            facts = {
                "field": label_of("need_field", field),
                "open_end": grouped(stock.open_end),
                "expected": grouped(_expected(stock)),
            }
            yield Blocker(Problem("needs", "stock_broken", facts))


def _expected(stock: Stock) -> int:
    return stock.open_start + stock.new + stock.reopened - stock.met - stock.rejected - stock.closed


def _torn_needs(rows: Rows, month: str) -> Iterator[Blocker]:
    last = month_bounds(month)[1]
    for row in rows.query(_TORN, last=str(rows.today), first_not_after=str(last)):
        title = row["title"] or KINDS["need"].label
        yield Blocker(Problem("needs", "need_history_torn", {"title": title}), "need", row["id"])


def _overspent(rows: Rows, month: str) -> Iterator[Blocker]:
    found = overspent(rows, month_bounds(month)[1])
    titles = rows.titles(row["id"] for row in found)
    for row in found:
        title = titles.get(row["id"]) or KINDS["credit"].label
        yield Blocker(Problem("money", "credit_overspent", {"title": title}), "credit", row["id"])
