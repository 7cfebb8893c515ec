"""What can be told of the office's devices: a list, what this one still owes, and what a lost one carries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.clock import moment_of
from desktop.domain.kinds import KINDS
from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.contents import name_of
from desktop.sync.bundle.keys import DeviceCard
from desktop.sync.contents import held_digest, name_key
from desktop.sync.devices import PROVINCE
from desktop.sync.laptop import version_vector
from desktop.sync.sealing import seal


@dataclass(frozen=True)
class DeviceView:
    """A device as people are told of it."""

    id: str
    name: str
    role: str  # laptop | province
    status: str  # active | revoked | closed
    own: bool  # this laptop, or what it was before its file was copied or restored
    block: int | None
    enrolled_at: str
    last_seq: int  # its last operation that is here
    contact_at: str | None  # when something of it was last read here
    contact_by: str
    fingerprint: str


@dataclass(frozen=True)
class Owed:
    """What this laptop has that nobody else is known to have."""

    proven: bool  # nothing at all
    operations: int
    kinds: Mapping[str, int]
    attachments: int
    received_by: tuple[str, ...]  # ids of the devices that acknowledged anything of it
    is_known_to_others: bool


@dataclass(frozen=True)
class Lost:
    """What lies on a laptop that is gone, and what went with it."""

    device_id: str
    name: str
    since: str  # when it was enrolled
    last_contact: str | None
    last_operation_at: str | None  # its last that is here, by its own clock
    received: int  # how many of its operations are here
    missing: int | None  # how many more it once said it had; None where it never said
    waiting: int  # segments of it that came and wait for earlier ones
    has_all: bool  # it never told what it had: count on everything that is here
    records: Mapping[str, int]  # kind → how many records it had
    residents: int
    sensitive: int


def views(connection: Connection) -> list[DeviceView]:
    """All devices, this one first, then by the day they came."""
    vector = version_vector(connection)
    rows = connection.exec_driver_sql(
        "SELECT d.id, coalesce(nullif(d.name, ''), l.name, '') AS name, d.role, d.status, d.own, l.block, "
        "d.enrolled_at, p.contact_at, ifnull(p.contact_by, '') AS contact_by, d.sign_key, d.recipient "
        "FROM sync_device d LEFT JOIN device l ON l.id = d.id LEFT JOIN sync_peer p ON p.id = d.id "
        "ORDER BY d.own DESC, d.enrolled_at, d.id"
    ).all()
    return [
        DeviceView(
            row.id, row.name, row.role, row.status, bool(row.own), row.block, row.enrolled_at,
            vector.get(row.id, 0), row.contact_at, row.contact_by,
            DeviceCard(row.id, row.role, bytes(row.sign_key).hex(), row.recipient).fingerprint,
        )
        for row in rows
    ]  # fmt: skip


def acknowledged(connection: Connection) -> dict[str, dict[str, int]]:
    """Device → what it is known to have; devices that are shut out count no more."""
    rows = connection.exec_driver_sql(
        "SELECT p.id, p.acknowledged FROM sync_peer p JOIN sync_device d ON d.id = p.id "
        "WHERE d.status = 'active' AND d.own = 0"
    ).all()
    return {row.id: json.loads(row.acknowledged) for row in rows}


def owed(office: OfficeFile) -> Owed:
    """Seal what waits, and count what of this laptop no other has acknowledged."""
    seal(office)
    with office.connection() as connection:
        known = acknowledged(connection)
        own = list(connection.exec_driver_sql("SELECT id FROM sync_device WHERE own = 1").scalars())
        reached = {device: max((had.get(device, 0) for had in known.values()), default=0) for device in own}
        kinds: dict[str, int] = {}
        for device, seq in reached.items():
            for kind, count in connection.exec_driver_sql(_AFTER, (device, seq, device, seq)).all():
                kinds[kind] = kinds.get(kind, 0) + count
        papers = _unproven_papers(connection, known)
        operations = sum(kinds.values())
        had_by = tuple(sorted(peer for peer, had in known.items() if any(had.get(device) for device in own)))
        return Owed(operations == papers == 0, operations, kinds, papers, had_by, bool(known))


_AFTER = (
    "SELECT l.kind, count(*) FROM segment s JOIN change_log l "
    "ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first "
    "WHERE s.device_id = ? AND s.last > ? AND l.device_id = ? AND l.seq - s.log_first + s.first > ? GROUP BY l.kind"
)


def _unproven_papers(connection: Connection, known: Mapping[str, Mapping[str, int]]) -> int:
    """Contents of attachments of this laptop that no other laptop is known to have, nor the province all of them."""
    sql = (
        "SELECT DISTINCT a.sha256, s.device_id, l.seq - s.log_first + s.first FROM attachment a "
        "JOIN attachment_content c ON c.sha256 = a.sha256 JOIN change_log l ON l.record_id = a.id AND l.action = 'add' "
        "JOIN segment s ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first "
        "JOIN sync_device d ON d.id = s.device_id AND d.own = 1 WHERE a.deleted_at IS NULL"
    )
    peers = connection.exec_driver_sql("SELECT id, role FROM sync_device").all()
    active = [(peer, role) for peer, role in peers if peer in known]
    ours = held_digest(connection)
    if any(role == PROVINCE and _told(connection, peer).get("contents") == ours for peer, role in active):
        return 0
    laptops = [(known[peer], lacks_of(connection, peer)) for peer, role in active if role != PROVINCE]
    key = name_key(connection) or b""
    return sum(
        not any(had.get(device, 0) >= seq and name_of(sha256, key) not in lacks for had, lacks in laptops)
        for sha256, device, seq in connection.exec_driver_sql(sql).all()
    )


class Lacks(NamedTuple):
    """The contents of attachments that a laptop said it has not got, though it has their records, by their names."""

    names: frozenset[str]
    after: str  # of names after this one it said nothing; "" where it said all

    def __contains__(self, name: object) -> bool:
        return name in self.names or (bool(self.after) and str(name) > self.after)


def lacks_of(connection: Connection, peer: str) -> Lacks:
    told = _told(connection, peer)
    names, after = told.get("lacks"), told.get("lacks_after")
    return Lacks(frozenset(names) if isinstance(names, list) else frozenset(), after if isinstance(after, str) else "")


def _told(connection: Connection, peer: str) -> Mapping[str, Any]:
    """What a device signed last of what it has."""
    text = connection.exec_driver_sql("SELECT content FROM sync_statement WHERE id = ?", (f"ack:{peer}",)).scalar()
    return dict(json.loads(text)["content"]) if text else {}


def lost_report(office: OfficeFile, device: DeviceView) -> Lost:
    with office.connection() as connection:
        had = acknowledged_by(connection, device.id)
        last = connection.exec_driver_sql(
            "SELECT max(stamp) FROM change_log WHERE device_id = ?", (device.id,)
        ).scalar_one()
        waiting = connection.exec_driver_sql(
            "SELECT count(*) FROM segment_aside WHERE device_id = ? AND reason = 'waiting'", (device.id,)
        ).scalar_one()
        records = _records_had(connection, device.id, had)
        return Lost(
            device.id, device.name, device.enrolled_at, device.contact_at,
            moment_of(last).isoformat() if last else None, device.last_seq,
            max(had[device.id] - device.last_seq, 0) if had and device.id in had else None,
            waiting, not had, records, records.get("person", 0), records.get("person_sensitive", 0),
        )  # fmt: skip


def acknowledged_by(connection: Connection, device: str) -> dict[str, int]:
    text = connection.exec_driver_sql("SELECT acknowledged FROM sync_peer WHERE id = ?", (device,)).scalar()
    return dict(json.loads(text)) if text else {}


def _records_had(connection: Connection, device: str, had: Mapping[str, int]) -> dict[str, int]:
    """Kind → records that a device can have: what it acknowledged, what it wrote, or all when it told nothing."""
    if not had:
        counts = {
            kind: connection.exec_driver_sql(f'SELECT count(*) FROM "{kind}" WHERE deleted_at IS NULL').scalar_one()
            for kind in KINDS
        }
        return {kind: int(count) for kind, count in counts.items() if count}
    reached = {**had, device: 1 << 62}
    marks = " OR ".join("(s.device_id = ? AND s.last <= ?)" for _ in reached)
    values = tuple(value for pair in reached.items() for value in pair)
    rows = connection.exec_driver_sql(
        "SELECT l.kind, count(DISTINCT l.record_id) FROM segment s JOIN change_log l "
        f"ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first WHERE {marks} GROUP BY l.kind",
        values,
    ).all()
    return {kind: count for kind, count in rows if kind in KINDS}
