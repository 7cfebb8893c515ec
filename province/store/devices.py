"""The laptops of the offices: who may speak for an office, and up to where."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, insert, select, update

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.keys import Signed
from desktop.sync.clock import Offset, corrected
from desktop.sync.merge import Effective
from province.store.tables import DEVICE, EPOCH, STATEMENT

PENDING, APPROVED, REVOKED = "pending", "approved", "revoked"


class Device(NamedTuple):
    """One laptop of an office. `last_seq`: of one that is shut out, the last operation that counts."""

    office_id: str
    id: str
    sign_key: bytes
    recipient: str
    title: str
    status: str
    vouched_by: str | None = None
    last_seq: int | None = None
    seen_at: datetime | None = None
    former: tuple[bytes, ...] = ()  # keys it signed with before

    @property
    def keys(self) -> tuple[bytes, ...]:
        """All keys it ever signed with, one after the other."""
        return (*self.former, self.sign_key)


def add_device(connection: Connection, device: Device, at: datetime) -> None:
    decided = at if device.status != PENDING else None
    values = device._asdict() | {"made_at": at, "decided_at": decided, "former_keys": _listed(device.former)}
    values.pop("former")
    connection.execute(insert(DEVICE).values(**values))


def device_of(connection: Connection, office_id: str, device_id: str) -> Device | None:
    row = connection.execute(_DEVICES.where(DEVICE.c.office_id == office_id, DEVICE.c.id == device_id)).first()
    return _device(row) if row else None


def device_by(connection: Connection, given: str) -> Device:
    """The laptop with this id, or with an id that alone begins so; RefusedError otherwise."""
    rows = connection.execute(_DEVICES.where(DEVICE.c.id.startswith(given, autoescape=True))).all()
    if len(rows) != 1:
        raise RefusedError.of("device", "no_such_device", given=given)
    return _device(rows[0])


def devices(connection: Connection, office_id: str = "", status: str = "") -> list[Device]:
    wanted = _DEVICES
    if office_id:
        wanted = wanted.where(DEVICE.c.office_id == office_id)
    if status:
        wanted = wanted.where(DEVICE.c.status == status)
    return [_device(row) for row in connection.execute(wanted.order_by(DEVICE.c.office_id, DEVICE.c.made_at))]


def device_counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """Office → how many laptops it has, and how many of them wait for an approval."""
    waits = func.sum(case((DEVICE.c.status == PENDING, 1), else_=0))
    asked = select(DEVICE.c.office_id, func.count(), waits).group_by(DEVICE.c.office_id)
    return {office: (many, int(pending)) for office, many, pending in connection.execute(asked)}


def decide(connection: Connection, device: Device, status: str, at: datetime, last_seq: int | None = None) -> None:
    """Approve or revoke a laptop."""
    values = {"status": status, "decided_at": at, "last_seq": last_seq}
    connection.execute(update(DEVICE).where(*_one(device)).values(**values))


def rekey(connection: Connection, device: Device, keys: tuple[bytes, ...], recipient: str) -> None:
    """A laptop signs with another key from now on; `keys` are all it had, the new one last."""
    values = {"sign_key": keys[-1], "former_keys": _listed(keys[:-1]), "recipient": recipient}
    connection.execute(update(DEVICE).where(*_one(device)).values(**values))


def seen(connection: Connection, device: Device, at: datetime, offset_ms: int) -> None:
    """A contact, and how far the laptop's clock was ahead of the server's."""
    connection.execute(update(DEVICE).where(*_one(device)).values(seen_at=at, offset_ms=offset_ms))


def keep_statement(connection: Connection, office_id: str, identifier: str, purpose: str, content: str) -> None:
    """A signed statement that counts; it travels in every manifest of the office."""
    values = {"office_id": office_id, "id": identifier, "purpose": purpose, "content": content}
    connection.execute(insert(STATEMENT).values(**values))


def statements(connection: Connection, office_id: str) -> dict[str, Signed]:
    """What was said of who belongs to an office, by id."""
    rows = connection.execute(select(STATEMENT).where(STATEMENT.c.office_id == office_id).order_by(STATEMENT.c.id))
    return {row.id: Signed.from_json(json.loads(row.content)) for row in rows}


def known_clocks(connection: Connection, office_id: str) -> Effective:
    """Stamps of an office's laptops as corrected by what these stated of their clocks."""
    rows = connection.execute(
        select(STATEMENT.c.content).where(STATEMENT.c.office_id == office_id, STATEMENT.c.purpose == "clock")
    ).scalars()
    told = [Signed.from_json(json.loads(text)).content for text in rows]
    return corrected(Offset(one["device"], one["first"], one["last"], one["ahead_ms"]) for one in told)


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


def joined_offices(connection: Connection) -> frozenset[str]:
    """The offices that have a key to be written to under."""
    return frozenset(connection.execute(select(EPOCH.c.office_id).distinct()).scalars())


def _one(device: Device) -> tuple[ColumnElement[bool], ...]:
    return (DEVICE.c.office_id == device.office_id, DEVICE.c.id == device.id)


def _device(row: Any) -> Device:
    """A row of `_DEVICES`."""
    return Device(*row)._replace(former=tuple(bytes.fromhex(key) for key in json.loads(row[-1])))


def _listed(keys: tuple[bytes, ...]) -> str:
    return json.dumps([key.hex() for key in keys])


_DEVICES = select(*(DEVICE.c[name] for name in Device._fields[:-1]), DEVICE.c.former_keys)
