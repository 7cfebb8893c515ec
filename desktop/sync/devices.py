"""The devices of this office as this laptop knows them: statements kept, told, believed, and what follows from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import DeviceCard, DeviceKeys, EpochKey, Signed, sign, unwrapped
from desktop.sync.bundle.registry import LOGGED, Member, Registry, Root, registry, statement_id
from desktop.sync.clocks import keep_clocks
from desktop.sync.laptop import Laptop, meta, this_laptop
from desktop.sync.merge import Operation
from desktop.sync.opening import Line, write_lines
from desktop.sync.refilling import want_emptied
from desktop.sync.sealing import seal_in

SORT, ROOT = "member", "root"
"""Sorts in `sync_statement`: what members signed, and the devices that are believed without."""
PROVINCE = "province"
KIND = ACTION = "device"
"""A statement in the log: how it reaches those who get the segments and no manifest, the province above all."""


def statements(connection: Connection) -> list[Signed]:
    """All that is known of who belongs to the office; every manifest carries them, but for those of `LOGGED`."""
    sql = "SELECT content FROM sync_statement WHERE sort = ? ORDER BY id"
    return [Signed.from_json(json.loads(text)) for text in connection.exec_driver_sql(sql, (SORT,)).scalars()]


def roots(connection: Connection) -> list[Root]:
    """The devices that are believed without a statement, with the keys that they had first."""
    sql = "SELECT content FROM sync_statement WHERE sort = ? ORDER BY id"
    told = [json.loads(text) for text in connection.exec_driver_sql(sql, (ROOT,)).scalars()]
    return [Root(DeviceCard.from_json(one["card"]), one["title"], one.get("block", -1)) for one in told]


def keep_root(connection: Connection, root: Root) -> None:
    told = json.dumps({"block": root.block, "card": root.card.to_json(), "title": root.title}, ensure_ascii=False)
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_statement (id, sort, content) VALUES (?, ?, ?)",
        (f"{ROOT}:{root.card.device}", ROOT, told),
    )


def known_registry(connection: Connection) -> Registry:
    """Who belongs to the office, as far as this laptop was told."""
    _root_the_unstated(connection)
    return registry(meta(connection, "office_id"), roots(connection), statements(connection))


def learn(connection: Connection, told: Iterable[Signed], at: datetime) -> bool:
    """Keep those of these statements that count, with all that follows; whether there were any new ones."""
    known = {statement_id(one) for one in statements(connection)}
    new = {statement_id(one): one for one in told}
    if not new.keys() - known:
        return False
    _root_the_unstated(connection)
    office = meta(connection, "office_id")
    found = registry(office, roots(connection), [*statements(connection), *new.values()])
    fresh = {identifier: one for identifier, one in new.items() if identifier in found.believed - known}
    for identifier, one in sorted(fresh.items()):
        connection.exec_driver_sql(
            "INSERT INTO sync_statement (id, sort, content) VALUES (?, ?, ?)",
            (identifier, SORT, json.dumps(one.to_json(), ensure_ascii=False)),
        )
    if fresh:
        _follow(connection, found, at)
    if any(one.purpose == "revoke" for one in fresh.values()):
        want_emptied(connection)  # by whom it was emptied is not known any more
    return bool(fresh)


Claim = tuple[str, Mapping[str, Any]]  # purpose and content of a statement, without the office


def state(connection: Connection, office: OfficeFile, claims: Sequence[Claim]) -> None:
    """Sign statements, write them into the log, seal all that with the keys of before, and only then follow them.

    So everybody who could read this laptop until now learns from it what is different from now on.
    """
    at = office.clock()
    laptop = this_laptop(connection, at)
    signed = [
        sign(purpose, {"office": laptop.office_id, **content}, laptop.device_id, laptop.signing_key)
        for purpose, content in claims
    ]
    write_lines(connection, laptop.device_id, at, [_line(one) for one in signed])
    seal_in(connection, office)
    learn(connection, signed, at)


def _line(statement: Signed) -> Line:
    content = statement.content
    act = PROVINCE if content.get("kind") == PROVINCE else statement.purpose
    fields = {"act": act, "statement": statement.to_json()}
    fields |= {name: content[name] for name in ("verify_key", "recipient", "title", "last") if name in content}
    told = json.dumps({name: [None, value] for name, value in fields.items()}, ensure_ascii=False)
    return ACTION, KIND, str(content.get("device", statement.by)), told


def stated(fields: Mapping[str, Any]) -> list[Signed]:
    """The statement that an operation of the log carries; none in one that carries none."""
    try:
        return [Signed.from_json(fields["statement"])]
    except (KeysError, LookupError):
        return []


def unlearn_clocks(connection: Connection, void: Iterable[Operation]) -> None:
    """What was said of a clock in operations that count nowhere counts as little: many never heard of it."""
    gone = [
        (statement_id(one),)
        for operation in void
        if operation.kind == KIND
        for one in stated(operation.fields)
        if one.purpose in LOGGED
    ]
    if gone:
        connection.exec_driver_sql("DELETE FROM sync_statement WHERE id = ?", gone)
        keep_clocks(connection, known_registry(connection).clocks)


def statements_of(connection: Connection, device: str) -> list[str]:
    """The ids of what this device stated so far, as a revocation lists them."""
    return sorted(statement_id(one) for one in statements(connection) if one.by == device)


def keys_of(connection: Connection, device: str) -> Iterator[bytes]:
    """The keys that a device signed with, today's first: what it sealed long ago is still its own."""
    today = connection.exec_driver_sql("SELECT sign_key FROM sync_device WHERE id = ?", (device,)).scalar()
    if today is None:
        return
    yield bytes(today)
    told = [root.card.verify_key for root in roots(connection) if root.card.device == device]
    told += [
        one.content["verify_key"]
        for one in statements(connection)
        if one.purpose in ("enrol", "rotate") and one.content["device"] == device
    ]
    yield from (key for text in told if (key := bytes.fromhex(text)) != bytes(today))


class KnownProvince(NamedTuple):
    """The province that this office joined, as the laptop that joined told it."""

    id: str
    title: str
    recipient: str
    url: str
    certificate: str  # PEM; what TLS is believed by


def province_of(connection: Connection) -> KnownProvince | None:
    """None before a laptop of the office joined a province, and was heard of here."""
    sql = "SELECT id, name, recipient FROM sync_device WHERE role = ? AND status = 'active' ORDER BY enrolled_at, id"
    row = connection.exec_driver_sql(sql, (PROVINCE,)).first()
    if row is None:
        return None
    told = next((one.content for one in statements(connection) if one.content.get("device") == row.id), {})
    return KnownProvince(row.id, row.name, row.recipient, str(told.get("url", "")), str(told.get("certificate", "")))


def own_keys(laptop: Laptop) -> list[DeviceKeys]:
    """Today's keys of this laptop, and the identities under which something may still be wrapped for it."""
    return [DeviceKeys(laptop.signing_key, identity) for identity in laptop.identities]


def _root_the_unstated(connection: Connection) -> None:
    """A device that nobody stated is known by what this laptop holds of it since before: itself above all."""
    named = {one.content["device"] for one in statements(connection) if one.purpose == "enrol"}
    rows = connection.exec_driver_sql(
        "SELECT d.id, d.role, d.name, d.sign_key, d.recipient, ifnull(l.block, -1) FROM sync_device d "
        "LEFT JOIN device l ON l.id = d.id"
    ).all()
    rooted = {root.card.device for root in roots(connection)}
    for device, role, name, key, recipient, block in rows:
        if device not in named | rooted:
            keep_root(connection, Root(DeviceCard(device, role, bytes(key).hex(), recipient), name, block))


def _follow(connection: Connection, found: Registry, at: datetime) -> None:
    for member in found.members.values():
        _keep_member(connection, member, at)
    keep_clocks(connection, found.clocks)
    laptop = this_laptop(connection, at)
    for statement in found.epochs:
        epoch = _opened_epoch(laptop, statement)
        if epoch is not None and epoch.office_key is not None and epoch.id not in laptop.epochs:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_epoch (id, number, office_key) VALUES (?, ?, ?)",
                (epoch.id, epoch.number, epoch.office_key),
            )


def _keep_member(connection: Connection, member: Member, at: datetime) -> None:
    """A device that was shut out stays so, and ends where the first one said that it ended."""
    connection.exec_driver_sql(
        "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, last_seq, enrolled_at) "
        "VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
        "sign_key = excluded.sign_key, recipient = excluded.recipient, "
        "status = CASE WHEN excluded.status = 'active' THEN status ELSE excluded.status END, "
        "last_seq = CASE WHEN last_seq IS NULL THEN excluded.last_seq WHEN excluded.last_seq IS NULL THEN last_seq "
        "ELSE min(last_seq, excluded.last_seq) END",
        (
            member.device, member.kind, member.title, bytes.fromhex(member.keys[-1]), member.recipient,
            member.status, member.last, member.at or at.isoformat(),
        ),
    )  # fmt: skip
    if member.block >= 0:
        connection.exec_driver_sql(
            "INSERT INTO device (id, name, block, enrolled_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            (member.device, member.title, member.block, member.at),
        )


def _opened_epoch(laptop: Laptop, statement: Signed) -> EpochKey | None:
    """The key that a statement brings for this laptop; None for one that is not for it."""
    for device in laptop.own:
        text = statement.content["wraps"].get(device)
        for keys in own_keys(laptop) if isinstance(text, str) else ():
            try:
                return unwrapped(text, keys)
            except KeysError:
                continue
    return None
