# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""How this laptop stands with the others: what waits and for whom, when each was met, what came, what could not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.services.conflicts import CALLED, count_open
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor
from desktop.sync.clocks import TOLD, WRONG_MS
from desktop.sync.laptop import meta

Light = Literal["alone", "ok", "waits", "trouble"]

_OWN = "(SELECT value FROM meta WHERE key = 'device_id' UNION SELECT id FROM sync_device WHERE own = 1)"
_LATEST = 60  # segments that came one after the other count as what came last
_TROUBLE = frozenset({"fork", "revoked", "newer_format"})


@dataclass(frozen=True)
class Peer:
    """Another laptop of the office, or its province."""

    id: str
    name: str
    role: str  # laptop | province
    status: str  # active | revoked | closed
    number: int  # its place among the office's devices
    waits: int  # changes that it is not known to have
    contact_at: datetime | None
    contact_by: str  # network | courier | ""
    written: int = 0  # changes of it that are here, by whatever road


@dataclass(frozen=True)
class Aside:
    """Packets of one device that could not be taken, by the reason."""

    reason: str  # waiting | fork | revoked | newer_format
    name: str
    number: int
    changes: int


@dataclass(frozen=True)
class Came:
    """What another device wrote and was taken in last."""

    name: str
    number: int
    kinds: Mapping[str, int]  # kind → how many records, the most first


@dataclass(frozen=True)
class SyncLight:
    """The light at the foot of the rail."""

    light: Light
    waits: int  # changes that the one who lacks most is not known to have
    conflicts: int
    refused: int  # packets that will not be taken by waiting


@dataclass(frozen=True)
class SyncStatus:
    """The page of it."""

    light: SyncLight
    peers: tuple[Peer, ...]
    asides: tuple[Aside, ...]
    came: Came | None
    url: str  # of the last contact by network; "" for none
    clock_ahead_ms: int = 0  # as this laptop's clock was found at the last contact; 0 for one that is right enough


def sync_light(rows: Rows, actor: Actor) -> SyncLight:
    """Cheap enough for every change."""
    return _light(rows, actor, _peers(rows.connection))


def sync_status(rows: Rows, actor: Actor) -> SyncStatus:
    """Everything that can be told."""
    connection = rows.connection
    peers = _peers(connection)
    url = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'sync_url'").scalar()
    return SyncStatus(
        _light(rows, actor, peers), peers, _asides(connection), _came(connection), str(url or ""), _ahead(connection)
    )


def _ahead(connection: Connection) -> int:
    ms = int(meta(connection, TOLD) or 0)
    return ms if abs(ms) >= WRONG_MS else 0


def _light(rows: Rows, actor: Actor, peers: tuple[Peer, ...]) -> SyncLight:
    conflicts = count_open(rows, actor)
    marks = ", ".join("?" * len(_TROUBLE))
    sql = f"SELECT count(*) FROM segment_aside WHERE reason IN ({marks})"
    refused: int = rows.connection.exec_driver_sql(sql, tuple(sorted(_TROUBLE))).scalar_one()
    live = [peer for peer in peers if peer.status == "active"]
    waits = max(
        (peer.waits for peer in live), default=_unsealed(rows.connection) + sum(_sealed(rows.connection).values())
    )
    light: Light = "trouble" if conflicts or refused else "alone" if not live else "waits" if waits else "ok"
    return SyncLight(light, waits, conflicts, refused)


def _peers(connection: Connection) -> tuple[Peer, ...]:
    sealed, unsealed = _sealed(connection), _unsealed(connection)
    own = set(connection.exec_driver_sql(_OWN[1:-1]).scalars())
    rows = connection.exec_driver_sql(
        f"SELECT d.id, {CALLED} AS name, d.role, d.status, p.acknowledged, p.contact_at, p.contact_by "
        "FROM sync_device d LEFT JOIN sync_peer p ON p.id = d.id ORDER BY d.enrolled_at, d.id"
    ).all()
    made = []
    for number, row in enumerate(rows, 1):
        if row.id in own:
            continue
        has: Mapping[str, int] = json.loads(row.acknowledged or "{}")
        lacks = sum(max(0, last - has.get(device, 0)) for device, last in sealed.items() if device != row.id)
        at = datetime.fromisoformat(row.contact_at) if row.contact_at else None
        waits = lacks + unsealed if row.status == "active" else 0
        made.append(
            Peer(row.id, row.name, row.role, row.status, number, waits, at, row.contact_by or "", sealed.get(row.id, 0))
        )
    return tuple(made)


def _sealed(connection: Connection) -> Mapping[str, int]:
    """Device → its last change that is here."""
    rows = connection.exec_driver_sql("SELECT device_id, max(last) FROM segment GROUP BY device_id").all()
    return dict(map(tuple, rows))


def _unsealed(connection: Connection) -> int:
    """Changes of this laptop since it last got something ready for others: all lines of the log from there on."""
    sql = (
        "SELECT ifnull(max(seq), 0) - ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'sealed_upto'), 0) "
        "FROM change_log"
    )
    return int(connection.exec_driver_sql(sql).scalar_one())


def _asides(connection: Connection) -> tuple[Aside, ...]:
    names = _names(connection)
    rows = connection.exec_driver_sql(
        "SELECT reason, device_id, sum(last - first + 1) FROM segment_aside GROUP BY reason, device_id ORDER BY 1, 2"
    ).all()
    return tuple(Aside(reason, *names.get(device, ("", 0)), changes) for reason, device, changes in rows)


def _came(connection: Connection) -> Came | None:
    """The segments of others that came after the last of our own, or the latest of them."""
    theirs = f"device_id NOT IN {_OWN}"
    latest = f"SELECT max(arrival) FROM segment WHERE {theirs}"
    before = f"SELECT max(arrival) FROM segment WHERE NOT {theirs} AND arrival < ({latest})"
    sql = (
        f"SELECT device_id, log_first, log_first + last - first FROM segment WHERE {theirs} "
        f"AND arrival > ifnull(({before}), 0) ORDER BY arrival DESC LIMIT ?"
    )
    rows = connection.exec_driver_sql(sql, (_LATEST,)).all()
    records: dict[str, set[str]] = {}
    for _, first, last in rows:
        sql = "SELECT DISTINCT kind, record_id FROM change_log WHERE seq BETWEEN ? AND ?"
        for kind, record_id in connection.exec_driver_sql(sql, (first, last)):
            if kind in KINDS:
                records.setdefault(kind, set()).add(record_id)
    if not rows:
        return None
    kinds = sorted(records.items(), key=lambda one: -len(one[1]))
    return Came(*_names(connection).get(rows[0][0], ("", 0)), {kind: len(ids) for kind, ids in kinds})


def _names(connection: Connection) -> Mapping[str, tuple[str, int]]:
    rows = connection.exec_driver_sql(f"SELECT d.id, {CALLED} FROM sync_device d ORDER BY d.enrolled_at, d.id").all()
    return {device: (name, place) for place, (device, name) in enumerate(rows, 1)}
