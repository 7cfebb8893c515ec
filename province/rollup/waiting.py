"""The needs of places that wait, one by one and without names, for whoever answers for them (domain §3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from desktop.domain.need import OF_PLACES, OPEN_STATES
from province.store.published import PUBLISHED

AT_ONCE: Final = 50
_NEED, _PLACE, _ORGANIZATION = (PUBLISHED[kind] for kind in ("need", "neighborhood", "organization"))


def waiting_needs(
    connection: Connection, within: ColumnElement[bool], field: str, after: tuple[date, str] | None = None
) -> Sequence[Mapping[str, Any]]:
    """Open needs of groups and neighbourhoods in a field, the oldest first, so many at once.

    `within` bounds the offices (by a column of the needs' own), `after` is the day and the id of the last one seen. Of
    single people no subject is published, and none is told.
    """
    place = (_PLACE.c.office_id == _NEED.c.office_id) & (_PLACE.c.id == _NEED.c.neighborhood_id)
    agency = (_ORGANIZATION.c.office_id == _NEED.c.office_id) & (_ORGANIZATION.c.id == _NEED.c.main_agency_id)
    asked = (
        select(
            _NEED.c.id, _NEED.c.office_id, _NEED.c.subject, _NEED.c.noted_on, _NEED.c.urgency, _NEED.c.status,
            _NEED.c.supporters_count, _PLACE.c.name.label("place"), _ORGANIZATION.c.name_fa.label("agency"),
        )
        .outerjoin(_PLACE, place)
        .outerjoin(_ORGANIZATION, agency)
        .where(_NEED.c.field == field, _NEED.c.status.in_(OPEN_STATES), _NEED.c.deleted_at.is_(None))
        .where(_NEED.c.scope.in_(OF_PLACES), within)
        .order_by(_NEED.c.noted_on, _NEED.c.id)
        .limit(AT_ONCE)
    )  # fmt: skip
    if after is not None:
        day, last = after
        asked = asked.where(or_(_NEED.c.noted_on > day, and_(_NEED.c.noted_on == day, _NEED.c.id > last)))
    return [dict(row) for row in connection.execute(asked).mappings()]


def need_column() -> ColumnElement[str]:
    """The column by which the needs are bounded."""
    return _NEED.c.office_id
