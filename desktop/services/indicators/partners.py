# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What partners promised and how it went: resolutions, plans of NGOs, inspections, satisfaction, levels of service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain.indicators import FEWEST_SCORES, Indicator, rate
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import shift_month
from desktop.services.indicators.snapshot import Snapshot

_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)
_NEARLY_DUE = 7
_YEAR_OF_MONTHS = 12
_RESOLUTIONS = """
SELECT count(*) AS due, ifnull(sum(done_on <= :last), 0) AS done FROM resolution
WHERE deleted_at IS NULL AND due_on BETWEEN :first AND :last AND NOT (status = 'cancelled' AND status_on <= :last)
"""
# A plan stands where its days say, since its state may be of a later month; so does its last day, which the province
# may have moved since. One that is older than the question when it was proposed had been proposed.
PLANS = """
WITH known AS (
  SELECT p.*, ifnull((SELECT x.old_deadline FROM ngo_plan_extension x WHERE x.ngo_plan_id = p.id
    AND x.deleted_at IS NULL AND x."on" > :last ORDER BY x."on", x.id LIMIT 1), p.deadline_date) AS deadline
  FROM ngo_plan p WHERE p.deleted_at IS NULL
    AND min(ifnull(p.proposed_on, ''), ifnull(p.approved_on, '9999'), ifnull(p.started_on, '9999')) <= :last
), standing AS (
  SELECT *, CASE
    WHEN funded_on <= :last THEN 'funded'
    WHEN closed_on <= :last THEN 'closed'
    WHEN evaluated_on <= :last THEN 'evaluated'
    WHEN started_on <= :last THEN CASE WHEN deadline < :last THEN 'overdue' ELSE 'running' END
    WHEN approved_on <= :last THEN 'approved'
    ELSE 'proposed' END AS state
  FROM known
)
SELECT id, title, ngo_org_id, county_id, state,
  CASE WHEN approved_on <= :last THEN deadline END AS deadline_date,
  CAST(julianday(deadline) - julianday(:last) AS INTEGER) AS days_left,
  CASE WHEN evaluated_on <= :last THEN score END AS score,
  CASE state WHEN 'funded' THEN funded_on WHEN 'closed' THEN closed_on END AS settled_on,
  evaluated_on BETWEEN :first AND :last AS evaluated_now, funded_on BETWEEN :first AND :last AS funded_now
FROM standing ORDER BY row
"""
_INSPECTIONS = """
SELECT policy_document, count(*) AS visits FROM inspection
WHERE deleted_at IS NULL AND done_on BETWEEN :first AND :last GROUP BY 1 ORDER BY 1
"""
SCORES = f"""
SELECT id, 'need' AS source, satisfaction AS score FROM need
WHERE deleted_at IS NULL AND satisfaction IS NOT NULL AND status NOT IN ({_OPEN}) AND status_on BETWEEN :first AND :last
UNION ALL
SELECT f.id, 'workshop', f.score FROM satisfaction_form f JOIN workshop w ON w.id = f.workshop_id
WHERE f.deleted_at IS NULL AND w.deleted_at IS NULL AND f.jalali_month = :month
"""
# The newest level of each service of each neighbourhood, and the one before it where it is told in the same unit.
LEVELS = """
WITH known AS (
  SELECT *, row_number() OVER (PARTITION BY neighborhood_id, kind ORDER BY year DESC) AS place FROM service_level
  WHERE deleted_at IS NULL AND year <= CAST(substr(:month, 1, 4) AS INTEGER)
)
SELECT n.id, n.neighborhood_id, n.kind, n.unit, n.year, n.value, n.standard_value, n.gap, n.source,
  b.year AS before_year, b.value AS before, n.value - b.value AS change
FROM known n LEFT JOIN known b ON b.neighborhood_id = n.neighborhood_id AND b.kind = n.kind AND b.place = 2
  AND b.unit = n.unit
WHERE n.place = 1 ORDER BY n.neighborhood_id, n.kind
"""


def indicators(month: Snapshot) -> Iterator[Indicator]:
    """I-21 and I-25 … I-28."""
    found = month.query(_RESOLUTIONS)[0]
    yield Indicator("I-21", rate(found["done"], found["due"]), found["done"], found["due"])
    yield _plans(month)
    yield _inspections(month)
    yield _satisfaction(month)
    yield _levels(month)


def _plans(month: Snapshot) -> Indicator:
    plans = month.query(PLANS)
    states = Counter(plan["state"] for plan in plans)
    running = states["running"] + states["overdue"]
    near = sum(plan["state"] == "running" and plan["days_left"] <= _NEARLY_DUE for plan in plans)
    beside = {
        "nearly_due": near,
        "overdue": states["overdue"],
        "evaluated": sum(bool(plan["evaluated_now"]) for plan in plans),
        "funded": sum(bool(plan["funded_now"]) for plan in plans),
    }
    return Indicator("I-25", running, numerator=running, parts={"state": states}, beside=beside)


def _inspections(month: Snapshot) -> Indicator:
    by_document = {row["policy_document"]: row["visits"] for row in month.query(_INSPECTIONS)}
    visits = sum(by_document.values())
    asked = (Snapshot(month.rows, shift_month(month.month, -n)) for n in range(_YEAR_OF_MONTHS))
    silent = sum(not one.query(_INSPECTIONS) for one in asked)
    return Indicator(
        "I-26", visits, numerator=visits, parts={"policy_document": by_document}, beside={"silent_months": silent}
    )


def _satisfaction(month: Snapshot) -> Indicator:
    """Of fewer than ten people nothing is told but how many there were."""
    scores = month.query(SCORES)
    total, n = sum(row["score"] for row in scores), len(scores)
    by_source = Counter(row["source"] for row in scores)
    if n < FEWEST_SCORES:
        return Indicator("I-27", None, denominator=n, suppressed=n > 0, beside={"n": n})
    mean = int(total * 100 / n + 0.5) / 100
    return Indicator("I-27", mean, total, n, parts={"source": by_source}, beside={"n": n})


def levels(month: Snapshot) -> list[Mapping[str, Any]]:
    """Value, standard, gap and change of every service of every neighbourhood, as of the year of the month."""
    return month.query(LEVELS)


def _levels(month: Snapshot) -> Indicator:
    found = levels(month)
    judged = [row for row in found if row["gap"] is not None]
    lacking = Counter(row["kind"] for row in judged if row["gap"] > 0)
    better = sum(row["change"] is not None and row["change"] > 0 for row in found)
    below = lacking.total()
    return Indicator(
        "I-28", below, below, len(judged), missing=len(found) - len(judged),
        parts={"kind": lacking}, beside={"measured": len(found), "better": better},
    )  # fmt: skip
