"""What this laptop says of itself to another device of its office, and what it keeps of what that one says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop import __version__
from desktop.store.office_file import OfficeFile
from desktop.store.upgrade import head_revision
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import DeviceCard, Signed, checked, sign
from desktop.sync.bundle.manifest import ENDS, Manifest, signed_manifest
from desktop.sync.bundle.registry import LOGGED, statement_id
from desktop.sync.clocks import told_ahead
from desktop.sync.contents import lacked
from desktop.sync.devices import learn, province_of, statements
from desktop.sync.joining import IN_MANIFEST, wrap_of
from desktop.sync.lacking import ends, hear_ends, told_vector
from desktop.sync.laptop import Laptop, version_vector
from desktop.sync.province_joining import epochs, waiting_message
from desktop.sync.sealing import seal_in
from desktop.sync.wire_contents import SPOKEN

ACK = "ack"
"""Purpose of a signed acknowledgement; its content is {"office", "incarnation", "vv"}."""

LAPTOP = "laptop"

_LACKS = 64


class Peer(NamedTuple):
    """Another device as this laptop knows it."""

    id: str
    role: str  # "laptop" | "province"
    sign_key: bytes
    recipient: str
    status: str  # "active" | "revoked" | "closed"

    @property
    def card(self) -> DeviceCard:
        return DeviceCard(self.id, self.role, self.sign_key.hex(), self.recipient)


def peer_of(connection: Connection, device_id: str) -> Peer | None:
    """A device that this laptop was told of, and that it is not itself."""
    sql = "SELECT id, role, sign_key, recipient, status FROM sync_device WHERE id = ? AND own = 0"
    row = connection.exec_driver_sql(sql, (device_id,)).first()
    return Peer(row[0], row[1], bytes(row[2]), row[3], row[4]) if row else None


def our_manifest(
    connection: Connection, laptop: Laptop, addressee: tuple[str, str], at: datetime, **more: Any
) -> bytes:
    """Signed: what this laptop has, what others are known to have, and who was shut out.

    `addressee` is its device and its kind; "" for whoever of that kind gets it. `more` travels as it is.
    """
    device, kind = addressee
    made = Manifest(
        office=laptop.office_id,
        sender=laptop.device_id,
        sender_kind="laptop",
        addressee=device,
        addressee_kind=kind,
        incarnation=laptop.device_id,  # a restored or copied file is another device before it writes
        vv=told_vector(connection),
        made_at=at.astimezone(UTC).isoformat(timespec="milliseconds"),
        app=__version__,
        schema=head_revision(),
        acks=(our_ack(connection, laptop), *_statements(connection, ACK)),
        statements=tuple(one for one in statements(connection) if one.purpose not in LOGGED),
        wraps=_wraps(connection) if kind != LAPTOP else (),
        unknown={
            SPOKEN: 1,
            ENDS: ends(connection),
            **told_ahead(connection),
            **(_joining(connection) if kind != LAPTOP else {}),
            **more,
        },
    )
    return signed_manifest(made, laptop.signing_key)


def our_ack(connection: Connection, laptop: Laptop) -> Signed:
    """What this laptop has taken in durably, and of which attachments it has the record and not the content."""
    content: dict[str, Any] = {
        "office": laptop.office_id,
        "incarnation": laptop.device_id,
        "vv": version_vector(connection),
    }
    if lacks := sorted(lacked(connection)):
        content["lacks"] = lacks[:_LACKS]
    if lacks[_LACKS:]:
        content["lacks_after"] = lacks[_LACKS - 1]  # a letter must pass a slow line: of later names nothing is said
    return sign(ACK, content, laptop.device_id, laptop.signing_key)


def listen(office: OfficeFile, manifest: Manifest) -> None:
    """Learn who belongs to the office before asking whether the sender does: statements stand for themselves."""
    told = (*manifest.statements, *manifest.revocations)
    with office.connection() as connection:
        known = {statement_id(one) for one in statements(connection)}
    if any(statement_id(one) not in known for one in told):
        with office.merge() as connection:
            if learn(connection, told, office.clock()):
                seal_in(connection, office)  # and takes back what counts no more


def _wraps(connection: Connection) -> tuple[Mapping[str, Any], ...]:
    """The keys with which the province reads the open bodies."""
    province = province_of(connection)
    return tuple(wrap_of(one.for_province(), province.recipient) for one in epochs(connection)) if province else ()


def _joining(connection: Connection) -> dict[str, Any]:
    province = province_of(connection)
    message = waiting_message(connection, province.id) if province else None
    return {IN_MANIFEST: message.to_json()} if message else {}


def heed(connection: Connection, laptop: Laptop, manifest: Manifest, at: datetime, by: str) -> None:
    """Keep what a device said whose manifest was verified: its contact (`by` network or courier), and who has what."""
    connection.exec_driver_sql(
        "INSERT INTO sync_peer (id, incarnation, acknowledged, contact_at, contact_by) VALUES (?, ?, '{}', ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET contact_at = excluded.contact_at, contact_by = excluded.contact_by",
        (manifest.sender, manifest.incarnation, at.isoformat(), by),
    )
    for ack in manifest.acks:
        keep_ack(connection, laptop, ack, direct=ack.by == manifest.sender)
    told = manifest.unknown.get(ENDS)
    hear_ends(connection, manifest.vv, told if isinstance(told, dict) else {})


def keep_ack(connection: Connection, laptop: Laptop, ack: Signed, *, direct: bool) -> None:
    """Keep what a device signed to have, if it did; within one incarnation it only grows.

    Another incarnation is believed from the device itself alone (`direct`): what is passed on may be old.
    """
    author = peer_of(connection, ack.by)
    told = _acknowledged(laptop, author, ack) if author else None
    if author is None or told is None:
        return
    incarnation, vector = told
    known = connection.exec_driver_sql(
        "SELECT incarnation, acknowledged FROM sync_peer WHERE id = ?", (author.id,)
    ).first()
    before: Mapping[str, int] = json.loads(known[1]) if known else {}
    if known and known[0] != incarnation and not direct and before:
        return
    if known and known[0] == incarnation and any(vector.get(device, 0) < seq for device, seq in before.items()):
        return
    connection.exec_driver_sql(
        "INSERT INTO sync_peer (id, incarnation, acknowledged, contact_by) VALUES (?, ?, ?, '') "
        "ON CONFLICT (id) DO UPDATE SET incarnation = excluded.incarnation, acknowledged = excluded.acknowledged",
        (author.id, incarnation, json.dumps(vector)),
    )
    connection.exec_driver_sql(
        "INSERT INTO sync_statement (id, sort, content) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET content = excluded.content",
        (f"{ACK}:{author.id}", ACK, json.dumps(ack.to_json())),
    )


def _acknowledged(laptop: Laptop, author: Peer, ack: Signed) -> tuple[str, dict[str, int]] | None:
    try:
        told = checked(ack, ACK, author.card)
    except BundleError:
        return None
    incarnation, vector = told.get("incarnation"), told.get("vv")
    if told.get("office") != laptop.office_id or type(incarnation) is not str or type(vector) is not dict:
        return None
    sound = all(type(seq) is int for seq in vector.values())
    return (incarnation, vector) if sound else None


def _statements(connection: Connection, sort: str) -> list[Signed]:
    sql = "SELECT content FROM sync_statement WHERE sort = ? ORDER BY id"
    return [Signed.from_json(json.loads(text)) for text in connection.exec_driver_sql(sql, (sort,)).scalars()]
