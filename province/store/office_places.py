"""Offices with the county that each is counted to."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from desktop.domain.places import COUNTIES
from province.store.offices import Office
from province.store.published import DELETED, PUBLISHED
from province.store.tables import OFFICE

_TOLD, _COUNTY = PUBLISHED["office"], PUBLISHED["county"]
_OWN = (_TOLD.c.office_id == OFFICE.c.id) & (_TOLD.c.code == OFFICE.c.code) & _TOLD.c[DELETED].is_(None)
_PLACED = (
    select(
        OFFICE.c.id, OFFICE.c.code, OFFICE.c.title, func.coalesce(OFFICE.c.county_id, _TOLD.c.county_id), _TOLD.c.status
    )
    .select_from(OFFICE.outerjoin(_TOLD, _OWN))
    .order_by(OFFICE.c.code, _TOLD.c.id)
)  # fmt: skip
_ADDED_COUNTIES = select(_COUNTY.c.code, _COUNTY.c.name_fa).where(_COUNTY.c[DELETED].is_(None)).distinct()
_FICTIONAL = select(_TOLD.c.id).where(_TOLD.c.fictional.is_(True), _TOLD.c[DELETED].is_(None)).limit(1)


class PlacedOffice(NamedTuple):
    """An office and its county: where the province says it is, or else what it tells of itself."""

    id: str
    code: str
    title: str
    county_id: str | None
    county: str  # its name; «—» where nobody has told it
    status: str | None  # as the office publishes it; None before it has told anything

    @property
    def office(self) -> Office:
        return Office(self.id, self.code, self.title)


def placed_offices(connection: Connection) -> list[PlacedOffice]:
    """All of them, by code."""
    names = county_names(connection)
    found = {
        office: PlacedOffice(office, code, title, county, names.get(county or "", county or "—"), status)
        for office, code, title, county, status in connection.execute(_PLACED)
    }
    return list(found.values())


def county_names(connection: Connection) -> dict[str, str]:
    """Code → name of every county that is known: those of the program, and those that were added since."""
    added = connection.execute(_ADDED_COUNTIES)
    return COUNTIES | {row.code: row.name_fa for row in added if row.code and row.name_fa}


def has_fictional(connection: Connection) -> bool:
    """Whether an office says of itself that its data are made up."""
    return connection.execute(_FICTIONAL).first() is not None


def place_office(connection: Connection, office_id: str, county_id: str | None) -> None:
    """The province's own word on where an office is; None: what the office tells counts again."""
    connection.execute(update(OFFICE).where(OFFICE.c.id == office_id).values(county_id=county_id))
