"""The province itself, its offices, and the cards by which they join."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, case, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop.domain.problems import RefusedError, UnavailableError
from province.store.tables import DEVICE, INVITATION, OFFICE, SERVER


class Server(NamedTuple):
    """Who this server is. As a device in the streams of its offices it writes under `province_id`."""

    province_id: str
    title: str
    incarnation: str


class Office(NamedTuple):
    id: str
    code: str
    title: str


class Invitation(NamedTuple):
    id: str
    office_id: str
    proof_key: bytes
    expires_at: datetime
    used_by: str | None


def add_server(connection: Connection, server: Server, at: datetime) -> None:
    connection.execute(insert(SERVER).values(**server._asdict(), stamp=0, made_at=at))


def server_of(connection: Connection) -> Server:
    """Who this server is; UnavailableError before `init`."""
    row = connection.execute(select(SERVER.c.province_id, SERVER.c.title, SERVER.c.incarnation)).first()
    if row is None:
        raise UnavailableError("no_province")
    return Server(*row)


def is_begun(connection: Connection) -> bool:
    """Whether a server was made in this database."""
    return connection.execute(select(SERVER.c.province_id)).first() is not None


def next_stamp(connection: Connection, wall: int) -> int:
    """A stamp of the province's clock: of now, and after every one that it gave before."""
    given = case((SERVER.c.stamp < wall, wall), else_=SERVER.c.stamp + 1)
    return int(connection.execute(update(SERVER).values(stamp=given).returning(SERVER.c.stamp)).scalar_one())


def add_office(connection: Connection, office: Office, at: datetime) -> None:
    """A new office; RefusedError when its code belongs to another one."""
    try:
        with connection.begin_nested():
            connection.execute(insert(OFFICE).values(**office._asdict(), next=0, made_at=at))
    except IntegrityError as error:
        raise RefusedError.of("code", "office_code_taken") from error


def call_as_it_does(connection: Connection, office_id: str, own_id: str) -> bool:
    """An office that was there before the province knew of it has an id of its own, which stands in all it wrote.

    Its first laptop to join tells it; whether the office may have it. One that has joined has told it for good.
    """
    known = office_of(connection, office_id)
    joined = connection.execute(select(DEVICE.c.id).where(DEVICE.c.office_id == office_id).limit(1)).first()
    if known is None or joined is not None or office_of(connection, own_id) is not None or not own_id:
        return False
    row = connection.execute(select(OFFICE.c.next, OFFICE.c.made_at).where(OFFICE.c.id == office_id)).one()
    if row.next:
        return False
    connection.execute(update(OFFICE).where(OFFICE.c.id == office_id).values(code=f"{known.code}-{office_id}"))
    connection.execute(
        insert(OFFICE).values(id=own_id, code=known.code, title=known.title, next=0, made_at=row.made_at)
    )
    connection.execute(update(INVITATION).where(INVITATION.c.office_id == office_id).values(office_id=own_id))
    connection.execute(delete(OFFICE).where(OFFICE.c.id == office_id))
    return True


def offices(connection: Connection) -> list[Office]:
    return [Office(*row) for row in connection.execute(_OFFICES.order_by(OFFICE.c.code))]


def office_of(connection: Connection, office_id: str) -> Office | None:
    row = connection.execute(_OFFICES.where(OFFICE.c.id == office_id)).first()
    return Office(*row) if row else None


def office_by(connection: Connection, given: str) -> Office:
    """The office that a person names by its code or its id; RefusedError when there is none."""
    row = connection.execute(_OFFICES.where((OFFICE.c.code == given) | (OFFICE.c.id == given))).first()
    if row is None:
        raise RefusedError.of("office", "no_such_office", given=given)
    return Office(*row)


def lock_office(connection: Connection, office_id: str) -> int | None:
    """How many segments the office has, held until this transaction ends; None when there is no such office.

    The first statement of whoever takes segments: commits of one office then follow each other in the order of their
    numbers. Everything slow (decoding, signatures, the network) comes before it.
    """
    held = update(OFFICE).where(OFFICE.c.id == office_id).values(next=OFFICE.c.next).returning(OFFICE.c.next)
    return connection.execute(held).scalar()


def count_one(connection: Connection, office_id: str) -> int:
    """The number of the next segment of a locked office; a rollback gives it back."""
    counted = update(OFFICE).where(OFFICE.c.id == office_id).values(next=OFFICE.c.next + 1).returning(OFFICE.c.next)
    return int(connection.execute(counted).scalar_one())


def add_invitation(connection: Connection, invitation: Invitation, at: datetime) -> None:
    connection.execute(insert(INVITATION).values(**invitation._asdict(), made_at=at))


def invitation_of(connection: Connection, invitation_id: str) -> Invitation | None:
    columns = [INVITATION.c[name] for name in Invitation._fields]
    row = connection.execute(select(*columns).where(INVITATION.c.id == invitation_id)).first()
    return Invitation(*row) if row else None


def use_invitation(connection: Connection, invitation_id: str, device_id: str) -> bool:
    """Whether the card was unused; it is used from now on."""
    free = (INVITATION.c.id == invitation_id) & INVITATION.c.used_by.is_(None)
    return connection.execute(update(INVITATION).where(free).values(used_by=device_id)).rowcount == 1


_OFFICES = select(OFFICE.c.id, OFFICE.c.code, OFFICE.c.title)
