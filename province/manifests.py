"""What the province says of itself to an office, and what it keeps of what a laptop says of itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from desktop import __version__
from desktop.sync.bundle.contents import whole_digest
from desktop.sync.bundle.errors import BundleError, KeysError
from desktop.sync.bundle.keys import Signed, checked, sign
from desktop.sync.bundle.manifest import END_LETTERS, ENDS, Manifest, signed_manifest
from desktop.sync.bundle.registry import LOGGED
from desktop.sync.wire_contents import SPOKEN
from province.logs import tell
from province.registry import LAPTOP, PROVINCE, card_of, learn, our_card
from province.setup import Province
from province.store import devices, segments
from province.store.contents import whole_contents
from province.store.devices import Device
from province.store.offices import lock_office
from province.store.upgrade import office_schema
from province.wraps import keep_wraps

ACK = "ack"
"""Purpose of a signed acknowledgement; its content is {"office", "incarnation", "vv"}, and of attachments a digest."""


def our_manifest(connection: Connection, province: Province, office_id: str, addressee: str, at: datetime) -> bytes:
    """Signed: what the province has, whom it shut out, which laptops it knows, and what they acknowledged."""
    server, keys = province.server, province.keys
    known = devices.devices(connection, office_id, devices.APPROVED)
    told = devices.statements(connection, office_id).values()
    statements = tuple(one for one in told if one.purpose not in LOGGED)
    made = Manifest(
        office=office_id,
        sender=server.province_id,
        sender_kind=PROVINCE,
        addressee=addressee,
        addressee_kind=LAPTOP,
        incarnation=server.incarnation,
        vv=segments.vector_of(connection, office_id),
        made_at=at.astimezone(UTC).isoformat(timespec="milliseconds"),
        app=__version__,
        schema=office_schema(),
        acks=(
            our_ack(connection, province, office_id),
            *(_signed(text) for text in segments.acknowledgements(connection, office_id)),
        ),
        revocations=tuple(one for one in statements if one.purpose == "revoke"),
        cards=(our_card(province), *(card_of(device) for device in known)),
        statements=statements,
        unknown={ENDS: _ends(connection, office_id), **({SPOKEN: 1} if province.settings.contents else {})},
    )
    return signed_manifest(made, keys.signing)


def _ends(connection: Connection, office_id: str) -> dict[str, str]:
    """By which laptops see that one of them was copied, and both copies wrote equally much."""
    known = devices.devices(connection, office_id, devices.APPROVED)
    ids = {one.id: segments.reached_by(connection, office_id, one.id).segment_id for one in known}
    return {device: identifier[:END_LETTERS] for device, identifier in ids.items() if identifier}


def our_ack(connection: Connection, province: Province, office_id: str) -> Signed:
    """What the province has of an office, signed after it was committed: this decides what waits on a laptop."""
    vector = segments.vector_of(connection, office_id)
    content: dict[str, Any] = {"office": office_id, "incarnation": province.server.incarnation, "vv": vector}
    if names := whole_contents(connection, office_id):
        content[SPOKEN] = whole_digest(names)
    return sign(ACK, content, province.server.province_id, province.keys.signing)


def heed(connection: Connection, province: Province, device: Device, manifest: Manifest, at: datetime) -> bool:
    """Keep what a laptop said: its contact, its clock, acknowledgements, who belongs to its office, keys.

    Whether something that waits may be taken now.
    """
    lock_office(connection, device.office_id)
    devices.seen(connection, device, at, _ahead(manifest, at))
    for ack in manifest.acks:
        _keep_ack(connection, device.office_id, ack, at)
    more = learn(connection, province, device.office_id, (*manifest.statements, *manifest.revocations), at)
    try:
        return keep_wraps(connection, province, device.office_id, manifest.wraps) or more
    except KeysError as error:
        tell("key passed over", office=device.office_id, device=device.id, code=error.code)
        return more


def _keep_ack(connection: Connection, office_id: str, ack: Signed, at: datetime) -> None:
    """What a laptop of the office has, as it signed it; anything else is passed over."""
    author = devices.device_of(connection, office_id, ack.by)
    if author is None:
        return
    try:
        told = checked(ack, ACK, card_of(author))
    except BundleError:
        return
    vector, incarnation = told.get("vv"), told.get("incarnation")
    if told.get("office") != office_id or not isinstance(incarnation, str) or not isinstance(vector, dict):
        return
    if all(type(seq) is int for seq in vector.values()):
        text = json.dumps(ack.to_json(), sort_keys=True)
        segments.keep_ack(connection, office_id, ack.by, incarnation, vector, text, at)


def _ahead(manifest: Manifest, at: datetime) -> int:
    """Milliseconds by which the laptop's clock is ahead of the server's; 0 where it tells none."""
    try:
        theirs = datetime.fromisoformat(manifest.made_at)
        return round((theirs - at).total_seconds() * 1000)
    except (ValueError, TypeError, OverflowError):
        return 0


def _signed(text: str) -> Signed:
    return Signed.from_json(json.loads(text))
