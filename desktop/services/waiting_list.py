"""The waiting list of a workshop: whoever has waited longest gets the place that becomes free."""

from __future__ import annotations

from desktop.domain.record import Row
from desktop.domain.workshop_seats import OPEN_STATES, free_seats
from desktop.store.unit_of_work import UnitOfWork


def promote(work: UnitOfWork, workshop_id: str) -> list[Row]:
    """Give the free places to those who wait, in their order; returns who got one, to be called."""
    workshop = work.get("workshop", workshop_id)
    if workshop is None or workshop["status"] not in OPEN_STATES:
        return []
    places = work.find("workshop_enrollment", workshop_id=workshop_id)
    waiting = in_turn(places)
    free = max(0, free_seats(workshop, places))
    got = {"status": "enrolled", "waiting_rank": None, "promoted_on": work.today, "told_on": None}
    promoted = [work.change("workshop_enrollment", place["id"], got) for place in waiting[:free]]
    for rank, place in enumerate(waiting[free:], 1):
        work.change("workshop_enrollment", place["id"], {"waiting_rank": rank})
    return promoted


def in_turn(places: list[Row]) -> list[Row]:
    """Those who wait, the first first; laptops that gave the same rank agree by who was written down earlier."""
    waiting = [place for place in places if place["status"] == "waiting"]
    return sorted(waiting, key=lambda place: (place["waiting_rank"] or 0, place["id"]))
