# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What the colleagues did: visits by type (I-05), the share of the social mission (I-20) and the burden (I-30)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain.indicators import SOCIAL_MISSION, Indicator, per_head, rate
from desktop.reports.monthly_rows import NOWHERE
from desktop.services.indicators.snapshot import FIRST_ANSWER, IS_OPEN, SENT, WITHDRAWN, Snapshot, names_in_order
from desktop.services.indicators.training import HELD

# Where activities come from: each statement gives the field of what was done in the month and its minutes, if any.
SOURCES = {
    "visit": "SELECT id, subject AS field, minutes FROM visit WHERE deleted_at IS NULL AND jalali_month = :month",
    "workshop_session": f"SELECT id, field, minutes FROM ({HELD})",
    "meeting": (
        'SELECT id, field, CASE WHEN start IS NULL OR "end" IS NULL THEN NULL ELSE '
        "(strftime('%s', \"end\") - strftime('%s', start)) / 60 END AS minutes "
        "FROM meeting WHERE deleted_at IS NULL AND jalali_month = :month"
    ),
    "event": (
        "SELECT id, field, NULL AS minutes FROM event WHERE deleted_at IS NULL AND status IN ('held', 'reported') "
        "AND jalali_month = :month"
    ),
    "referral": (
        "SELECT r.id, n.field, NULL AS minutes FROM referral r CROSS JOIN need n ON n.id = r.need_id "
        "WHERE r.deleted_at IS NULL AND n.deleted_at IS NULL AND r.sent_on BETWEEN :first AND :last"
    ),
}
_DONE = " UNION ALL ".join(
    f"SELECT '{name}' AS source, field, count(*) AS done, ifnull(sum(minutes), 0) AS minutes, "
    f"count(*) - count(minutes) AS untimed FROM ({sql}) GROUP BY field"
    for name, sql in SOURCES.items()
)
_VISITS = """
SELECT type, neighborhood_id, count(*) AS visits FROM visit
WHERE deleted_at IS NULL AND jalali_month = :month GROUP BY 1, 2
"""

# What waits at the end of the month beside the needs whose day has come, as the worklist tells it: silent agencies and
# promises of the last word that passed, while their need is open; what was promised in visits; the sessions of the day.
_WAITS = f"{SENT} AND {WITHDRAWN} > :last"
_SILENT = (
    f"SELECT r.id FROM referral r JOIN need n ON n.id = r.need_id WHERE {_WAITS} AND r.answer_due_on < :last "
    f"AND {FIRST_ANSWER} IS NULL AND {IS_OPEN}"
)
_PROMISED = f"""
SELECT p.id FROM agency_response p JOIN referral r ON r.id = p.referral_id JOIN need n ON n.id = r.need_id
WHERE p.deleted_at IS NULL AND p.promised_on < :last AND p.received_on <= :last AND {_WAITS} AND {IS_OPEN}
  AND NOT EXISTS (
    SELECT 1 FROM agency_response l WHERE l.referral_id = p.referral_id AND l.deleted_at IS NULL
      AND l.type <> 'acknowledged' AND l.received_on <= :last
      AND (l.received_on, l.created_at, l.id) > (p.received_on, p.created_at, p.id))
"""
_TO_DO_NEXT = (
    "SELECT id FROM visit WHERE deleted_at IS NULL AND date <= :last AND next_action_on <= :last "
    "AND ifnull(next_action_done_on > :last, 1)"
)
_TO_FOLLOW = (
    "SELECT f.id FROM outcome_followup f JOIN workshop w ON w.id = f.workshop_id WHERE f.deleted_at IS NULL "
    "AND w.deleted_at IS NULL AND f.due_on <= :last AND ifnull(f.checked_on > :last, 1)"
)
_OF_THE_DAY = (
    "SELECT s.id FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id WHERE s.date = :last "
    "AND s.deleted_at IS NULL AND w.deleted_at IS NULL AND w.status <> 'cancelled' AND s.held IS NOT 0"
)
OPEN_ITEMS = (
    ("referral", _SILENT),
    ("agency_response", _PROMISED),
    ("visit", _TO_DO_NEXT),
    ("outcome_followup", _TO_FOLLOW),
    ("workshop_session", _OF_THE_DAY),
)
"""Kind → those of its records that wait at the end of the month; needs whose day has come are counted with needs."""
_OPEN_WORK = "SELECT " + " + ".join(f"(SELECT count(*) FROM ({sql}))" for _kind, sql in OPEN_ITEMS) + " AS items"
_STAFF = """
SELECT count(*) AS staff, ifnull(sum(position = 'facilitator'), 0) AS facilitators FROM staff_member
WHERE deleted_at IS NULL AND start_date <= :last AND ifnull(end_date >= :last, 1)
"""


def visits(month: Snapshot) -> list[Mapping[str, Any]]:
    """How many visits of each type in each neighbourhood, which may be unknown."""
    return month.query(_VISITS)


def visited(month: Snapshot) -> list[tuple[str | None, str]]:
    """Neighbourhoods with visits in the order of their names, then what visits of nowhere in particular are called."""
    places = {row["neighborhood_id"] for row in visits(month)}
    named = names_in_order(month.rows, "neighborhood", places).items()
    return [*named, (None, NOWHERE)] if None in places else [*named]


def indicators(month: Snapshot, needs_due: int) -> Iterator[Indicator]:
    """I-05, I-20 and I-30; `needs_due` stand in the worklist at the end of the month."""
    by_type: Counter[str] = Counter()
    for row in visits(month):
        by_type[row["type"]] += row["visits"]
    yield Indicator("I-05", by_type.total(), numerator=by_type.total(), parts={"type": by_type})
    done = month.query(_DONE)
    social = [row for row in done if row["field"] in SOCIAL_MISSION]
    yield _share("I-20", done, social, "done")
    yield _share("I-20b", done, social, "minutes")
    yield from _burden(month, sum(row["done"] for row in done), needs_due)


def _share(code: str, done: list[Mapping[str, Any]], social: list[Mapping[str, Any]], measure: str) -> Indicator:
    by_source: Counter[str] = Counter()
    for row in done:
        by_source[row["source"]] += row[measure]
    part, whole = sum(row[measure] for row in social), by_source.total()
    untimed = sum(row["untimed"] for row in done) if measure == "minutes" else 0
    return Indicator(code, rate(part, whole), part, whole, missing=untimed, parts={"source": by_source})


def _burden(month: Snapshot, activities: int, needs_due: int) -> Iterator[Indicator]:
    at_work = month.query(_STAFF)[0]
    yield Indicator("I-30", per_head(activities, at_work["staff"]), activities, at_work["staff"])
    items = needs_due + month.query(_OPEN_WORK)[0]["items"]
    yield Indicator("I-30b", per_head(items, at_work["facilitators"]), items, at_work["facilitators"])
