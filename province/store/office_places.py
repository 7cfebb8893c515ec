"""Offices with the county that each is counted to."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from desktop.domain.places import COUNTIES
from province.store.offices import Office
from province.store.published import DELETED, PUBLISHED
from province.store.tables import OFFICE


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
    told, names = PUBLISHED["office"], county_names(connection)
    own = (told.c.office_id == OFFICE.c.id) & (told.c.code == OFFICE.c.code) & told.c[DELETED].is_(None)
    county = func.coalesce(OFFICE.c.county_id, told.c.county_id)
    wanted = select(OFFICE.c.id, OFFICE.c.code, OFFICE.c.title, county, told.c.status)
    rows = connection.execute(wanted.select_from(OFFICE.outerjoin(told, own)).order_by(OFFICE.c.code, told.c.id))
    found = {
        row[0]: PlacedOffice(row[0], row[1], row[2], row[3], names.get(row[3] or "", row[3] or "—"), row[4])
        for row in rows
    }
    return list(found.values())


def county_names(connection: Connection) -> dict[str, str]:
    """Code → name of every county that is known: those of the program, and those that were added since."""
    told = PUBLISHED["county"]
    added = connection.execute(select(told.c.code, told.c.name_fa).where(told.c[DELETED].is_(None)).distinct())
    return COUNTIES | {row.code: row.name_fa for row in added if row.code and row.name_fa}


def has_fictional(connection: Connection) -> bool:
    """Whether an office says of itself that its data are made up."""
    told = PUBLISHED["office"]
    wanted = select(told.c.id).where(told.c.fictional.is_(True), told.c[DELETED].is_(None)).limit(1)
    return connection.execute(wanted).first() is not None


def place_office(connection: Connection, office_id: str, county_id: str | None) -> None:
    """The province's own word on where an office is; None: what the office tells counts again."""
    connection.execute(update(OFFICE).where(OFFICE.c.id == office_id).values(county_id=county_id))
