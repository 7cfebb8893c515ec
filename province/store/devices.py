"""The laptops of the offices: who may speak for an office, and up to where."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, insert, select, update

from desktop.domain.problems import RefusedError
from province.store.tables import DEVICE, EPOCH, REVOCATION

PENDING, APPROVED, REVOKED = "pending", "approved", "revoked"


class Device(NamedTuple):
    """One laptop of an office. `last_seq`: of a revoked one, the last operation that counts."""

    office_id: str
    id: str
    sign_key: bytes
    recipient: str
    title: str
    status: str
    vouched_by: str | None = None
    last_seq: int | None = None
    seen_at: datetime | None = None


def add_device(connection: Connection, device: Device, at: datetime) -> None:
    decided = at if device.status != PENDING else None
    values = device._asdict() | {"made_at": at, "decided_at": decided}
    connection.execute(insert(DEVICE).values(**values))


def device_of(connection: Connection, office_id: str, device_id: str) -> Device | None:
    row = connection.execute(_DEVICES.where(DEVICE.c.office_id == office_id, DEVICE.c.id == device_id)).first()
    return Device(*row) if row else None


def key_of(connection: Connection, device_id: str) -> bytes | None:
    """The key that a laptop signs with, by its id alone: ids are random and no two offices have the same."""
    keys = connection.execute(select(DEVICE.c.sign_key).where(DEVICE.c.id == device_id)).scalars().all()
    return bytes(keys[0]) if len(keys) == 1 else None


def device_by(connection: Connection, given: str) -> Device:
    """The laptop with this id, or with an id that alone begins so; RefusedError otherwise."""
    rows = connection.execute(_DEVICES.where(DEVICE.c.id.startswith(given, autoescape=True))).all()
    if len(rows) != 1:
        raise RefusedError.of("device", "no_such_device", given=given)
    return Device(*rows[0])


def devices(connection: Connection, office_id: str = "", status: str = "") -> list[Device]:
    wanted = _DEVICES
    if office_id:
        wanted = wanted.where(DEVICE.c.office_id == office_id)
    if status:
        wanted = wanted.where(DEVICE.c.status == status)
    return [Device(*row) for row in connection.execute(wanted.order_by(DEVICE.c.office_id, DEVICE.c.made_at))]


def decide(connection: Connection, device: Device, status: str, at: datetime, last_seq: int | None = None) -> None:
    """Approve or revoke a laptop."""
    values = {"status": status, "decided_at": at, "last_seq": last_seq}
    connection.execute(update(DEVICE).where(*_one(device)).values(**values))


def rekey(connection: Connection, device: Device, sign_key: bytes, recipient: str) -> None:
    """A laptop signs with another key from now on."""
    connection.execute(update(DEVICE).where(*_one(device)).values(sign_key=sign_key, recipient=recipient))


def seen(connection: Connection, device: Device, at: datetime, offset_ms: int) -> None:
    """A contact, and how far the laptop's clock was ahead of the server's."""
    connection.execute(update(DEVICE).where(*_one(device)).values(seen_at=at, offset_ms=offset_ms))


def keep_revocation(connection: Connection, device: Device, statement: str, at: datetime) -> None:
    """The signed statement that travels in every manifest of the office."""
    values = {"office_id": device.office_id, "device_id": device.id, "statement": statement, "made_at": at}
    connection.execute(insert(REVOCATION).values(**values))


def revocations(connection: Connection, office_id: str) -> list[str]:
    wanted = select(REVOCATION.c.statement).where(REVOCATION.c.office_id == office_id).order_by(REVOCATION.c.device_id)
    return list(connection.execute(wanted).scalars())


def keep_epoch(connection: Connection, office_id: str, epoch: str, number: int, wrapped: str) -> bool:
    """The key of an epoch, wrapped for the province; the first one that comes stays. Whether it was new."""
    if wrapped_epoch(connection, office_id, epoch) is not None:
        return False
    connection.execute(insert(EPOCH).values(office_id=office_id, id=epoch, number=number, wrapped=wrapped))
    return True


def wrapped_epoch(connection: Connection, office_id: str, epoch: str) -> str | None:
    wanted = select(EPOCH.c.wrapped).where(EPOCH.c.office_id == office_id, EPOCH.c.id == epoch)
    return connection.execute(wanted).scalar()


def newest_epoch(connection: Connection, office_id: str) -> str | None:
    """The wrapped key of the epoch that the office seals under now; None before it told one."""
    wanted = select(EPOCH.c.wrapped).where(EPOCH.c.office_id == office_id)
    return connection.execute(wanted.order_by(EPOCH.c.number.desc(), EPOCH.c.id).limit(1)).scalar()


def _one(device: Device) -> tuple[ColumnElement[bool], ...]:
    return (DEVICE.c.office_id == device.office_id, DEVICE.c.id == device.id)


_DEVICES = select(*(DEVICE.c[name] for name in Device._fields))
