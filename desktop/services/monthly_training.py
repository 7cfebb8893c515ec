# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""The rows of sections 7 and 8 of the monthly report: workshops with what came of them by then, and events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.domain.codes import label_of
from desktop.domain.event_life import headcount
from desktop.reports.monthly_rows import EventRow, WorkshopRow
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.indicators.training import Training, was_in

# Completion is told of a workshop that was reported by then.
_FIRST_SESSION = (
    "(SELECT min(s.date) FROM workshop_session s WHERE s.workshop_id = w.id AND s.held AND s.deleted_at IS NULL)"
)
_RESULTS = f"""
SELECT w.id,
  (SELECT max(to_status = 'reported') FROM workshop_event e
    WHERE e.workshop_id = w.id AND e.deleted_at IS NULL AND e."on" <= :last) AS reported,
  (SELECT count(*) FROM workshop_enrollment n WHERE n.workshop_id = w.id AND n.deleted_at IS NULL
    AND n.status = 'completed') AS completed,
  (SELECT count(*) FROM workshop_enrollment n WHERE n.workshop_id = w.id AND n.deleted_at IS NULL
    AND {was_in("n", _FIRST_SESSION)}) AS enrolled,
  (SELECT count(*) FROM satisfaction_form f WHERE f.workshop_id = w.id AND f.deleted_at IS NULL
    AND f.filled_on <= :last) AS answers,
  (SELECT avg(f.score) FROM satisfaction_form f WHERE f.workshop_id = w.id AND f.deleted_at IS NULL
    AND f.filled_on <= :last) AS satisfaction
FROM workshop w WHERE w.deleted_at IS NULL AND w.id IN (
  SELECT workshop_id FROM workshop_session WHERE held AND jalali_month = :month AND deleted_at IS NULL)
ORDER BY length(w.code), w.code, w.id
"""
EVENTS = """
SELECT * FROM event WHERE deleted_at IS NULL AND jalali_month = :month AND status IN ('held', 'reported')
ORDER BY date_from, title, id
"""
_STALLS = (
    "SELECT event_id, count(*) AS stalls, sum(sales_rial) AS sales FROM market_stall "
    "WHERE deleted_at IS NULL GROUP BY event_id"
)


def workshop_rows(month: Snapshot) -> tuple[WorkshopRow, ...]:
    """Workshops with a session held in the month, in the order of their codes."""
    return tuple(
        WorkshopRow(
            title=row["title"],
            type=label_of("workshop_type", row["type"]),
            sessions_held=row["sessions"],
            hours=row["hours"],
            capacity=row["capacity"],
            participants=row["people"],
            person_hours=row["person_hours"],
            women_heads=row["women_heads"],
            completed=result["completed"] if result["reported"] else None,
            enrolled=result["enrolled"],
            satisfaction=result["satisfaction"],
            answers=result["answers"],
        )
        for row, result in zip(Training(month).workshops(), month.query(_RESULTS), strict=True)
    )


def event_rows(month: Snapshot) -> tuple[EventRow, ...]:
    """Events of the month that took place, in the order of their days."""
    stalls = {row["event_id"]: row for row in month.query(_STALLS)}
    return tuple(_event_row(event, stalls.get(event["id"], {})) for event in month.query(EVENTS))


def _event_row(event: Mapping[str, Any], stalls: Mapping[str, Any]) -> EventRow:
    """What the event does not tell of stalls and sales, its stalls tell."""
    return EventRow(
        title=event["title"],
        type=label_of("event_type", event["type"]),
        started_on=date.fromisoformat(event["date_from"]),
        ended_on=date.fromisoformat(event["date_to"] or event["date_from"]),
        place=event["place"],
        headcount=headcount(event),
        volunteers=event["volunteers"],
        stalls=stalls.get("stalls") if event["stalls_count"] is None else event["stalls_count"],
        sales_rial=stalls.get("sales") if event["sales_rial"] is None else event["sales_rial"],
    )
