# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Needs: what was noted, what stands open and how old it is, what ended and how (I-06 … I-10), and their stock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.domain.indicators import Indicator, Stock, rate
from desktop.services.indicators.snapshot import IS_OPEN, OPEN, STEPS, Snapshot

_NEW = """
SELECT field, urgency, scope, count(*) AS needs FROM need
WHERE deleted_at IS NULL AND jalali_month = :month GROUP BY 1, 2, 3
"""

# With the mean of the one or two ages in the middle of all, which every row repeats.
_STANDING = f"""
WITH standing AS MATERIALIZED (
  SELECT field, due_on, CAST(julianday(:last) - julianday(noted_on) AS INTEGER) AS age FROM need n WHERE {IS_OPEN}
), whole AS (SELECT count(*) AS n FROM standing), middle AS (
  SELECT age FROM standing ORDER BY age
  LIMIT (SELECT 2 - n % 2 FROM whole) OFFSET (SELECT max(0, (n - 1) / 2) FROM whole)
)
SELECT field, due_on < :last AS overdue, due_on <= :last AS due, count(*) AS needs,
  (SELECT avg(age) FROM middle) AS median_age
FROM standing GROUP BY 1, 2, 3
"""

# Only needs that were noted or took a step in the month are walked; the others end it as they began it. The state
# before a step is where the walk stood, not what the step says, so that two courses of one need that met still add up.
# CROSS JOIN keeps SQLite from reading all steps of all years.
COURSE = f"""
WITH touched AS (
  SELECT id FROM need WHERE deleted_at IS NULL AND jalali_month = :month
  UNION SELECT need_id FROM need_event WHERE deleted_at IS NULL AND jalali_month = :month
), step AS (
  SELECT n.id AS need, n.field, n.noted_on AS day, '' AS "on", '' AS event, 'noted' AS state
  FROM touched JOIN need n ON n.id = touched.id WHERE n.deleted_at IS NULL AND n.noted_on <= :last
  UNION ALL
  SELECT n.id, n.field, max(e."on", n.noted_on), e."on", e.id, e.to_status
  FROM touched CROSS JOIN need n ON n.id = touched.id CROSS JOIN need_event e ON e.need_id = n.id
  WHERE n.deleted_at IS NULL AND n.noted_on <= :last AND {STEPS}
), walk AS (
  SELECT need, field, day, state, state IN ({OPEN}) AS is_open, lag(state IN ({OPEN})) OVER course AS was_open,
    ifnull(lead(day) OVER course, '9999') AS until
  FROM step WINDOW course AS (PARTITION BY need ORDER BY "on", event)
), told AS (
  SELECT need, field, day, is_open AND day < :first AND until >= :first AS at_start,
    is_open AND until = '9999' AS at_end,
    CASE WHEN day < :first OR is_open = was_open THEN '' WHEN was_open IS NULL THEN 'new'
      WHEN is_open THEN 'reopened' ELSE state END AS change
  FROM walk
)
"""
_WALKED = f"""{COURSE}
SELECT field, sum(at_start) AS open_start, sum(at_end) AS open_end, sum(change = 'new') AS new,
  sum(change = 'reopened') AS reopened, sum(change = 'met') AS met, sum(change = 'rejected') AS rejected,
  sum(change = 'closed') AS closed,
  count(DISTINCT CASE change WHEN 'met' THEN need END) AS needs_met,
  count(DISTINCT CASE change WHEN 'rejected' THEN need END) AS needs_rejected,
  count(DISTINCT CASE change WHEN 'closed' THEN need END) AS needs_closed
FROM told GROUP BY field
"""
_FLOWS = ("new", "reopened", "met", "rejected", "closed")

Told = Mapping[str, Any]


class Needs:
    """The needs of one month, each statement asked once."""

    def __init__(self, month: Snapshot) -> None:
        self._new = month.query(_NEW)
        self._standing = month.query(_STANDING)
        self._walked = month.query(_WALKED)

    @property
    def due(self) -> int:
        """Open needs whose day has come or passed."""
        return _all(row for row in self._standing if row["due"])

    def indicators(self) -> Iterator[Indicator]:
        """I-06 … I-10."""
        new, by_field = _all(self._new), _by(self._standing, "field")
        parts = {name: _by(self._new, name) for name in ("field", "urgency", "scope")}
        yield Indicator("I-06", new, numerator=new, parts=parts)
        standing = by_field.total()
        shares = {field: rate(count, standing) for field, count in by_field.items()}
        yield Indicator("I-07", standing, numerator=standing, parts={"field": by_field, "field_share": shares})
        yield from self._endings()
        overdue = _all(row for row in self._standing if row["overdue"])
        undated = _all(row for row in self._standing if row["overdue"] is None)
        age = next((row["median_age"] for row in self._standing), None)
        yield Indicator("I-10", overdue, overdue, standing, missing=undated, beside={"median_age": age})

    def _endings(self) -> Iterator[Indicator]:
        ends = ("met", "rejected", "closed")
        met, rejected, closed = (sum(row[f"needs_{end}"] for row in self._walked) for end in ends)
        ended = met + rejected + closed
        yield Indicator("I-08", met, numerator=met)
        yield Indicator("I-09", rate(met, ended), met, ended)

    def stocks(self) -> dict[str, Stock]:
        """Field of need → its stock in the month."""
        standing = _by(self._standing, "field")
        found = {field: Stock(open_start=count, open_end=count) for field, count in standing.items()}
        for row in self._walked:
            stock = found.setdefault(row["field"], Stock())
            stock.open_start += row["open_start"] - row["open_end"]
            for name in _FLOWS:
                setattr(stock, name, row[name])
        return found


def _all(rows: Iterable[Told]) -> int:
    return sum(row["needs"] for row in rows)


def _by(rows: Iterable[Told], name: str) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in rows:
        found[row[name]] += row["needs"]
    return found
