"""Who may speak for an office: laptops that join with a card, that others speak for, that are shut out.

Operations of the kind `device` travel in the open body of segments. Their record is the device; the field `act` says
what happened to it: enrol (`verify_key`, `recipient`, `title`), rotate (the same, by itself), revoke and close (`last`,
the last of its operations that counts).
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import DeviceCard, sign
from desktop.sync.merge import Operation
from province.logs import tell
from province.setup import Province
from province.store import devices, segments
from province.store.devices import APPROVED, PENDING, REVOKED, Device
from province.store.segments import Arrival

REVOKE = "revoke"
"""Purpose of a signed revocation; its content is {"office", "device", "last"}."""


def take_device_operation(connection: Connection, province: Province, arrival: Arrival, operation: Operation) -> bool:
    """What an operation of an approved laptop says of another, or of itself.

    Whether something that was taken before counts no more.
    """
    told = operation.fields
    known = devices.device_of(connection, arrival.office_id, operation.record)
    act = told.get("act")
    if act == "enrol" and known is None:
        _enrol(connection, province, arrival, operation)
    elif act == "rotate" and known is not None and operation.record == operation.dot.device:
        card = _card(operation.record, told)
        if card is not None:
            devices.rekey(connection, known, card.signature_key, card.recipient)
    elif act in ("revoke", "close") and known is not None and known.status != REVOKED:
        last = told.get("last")
        if type(last) is int and last >= 0:
            devices.decide(connection, known, REVOKED, arrival.received_at, last)
            return last < segments.reached_by(connection, arrival.office_id, known.id).seq
    else:
        tell("device operation passed over", office=arrival.office_id, device=operation.record)
    return False


def _enrol(connection: Connection, province: Province, arrival: Arrival, operation: Operation) -> None:
    card = _card(operation.record, operation.fields)
    if card is None:
        return
    status = APPROVED if province.settings.vouching else PENDING
    title = operation.fields.get("title")
    made = Device(
        arrival.office_id, card.device, card.signature_key, card.recipient, title if isinstance(title, str) else "",
        status, arrival.device_id,
    )  # fmt: skip
    devices.add_device(connection, made, arrival.received_at)
    tell("device", office=arrival.office_id, device=card.device, outcome=status)


def _card(device: str, told: Any) -> DeviceCard | None:
    """The public keys that an operation tells; None where they are none."""
    named = {"device": device, "kind": "laptop", **{n: told.get(n) for n in ("verify_key", "recipient")}}
    try:
        return DeviceCard.from_json(named)
    except KeysError:
        return None


def approve(connection: Connection, device: Device, at: datetime) -> None:
    """A laptop may speak for its office; what waited of it is to be released afterwards."""
    if device.status != PENDING:
        raise RefusedError.of("device", "device_decided")
    devices.decide(connection, device, APPROVED, at)


def revoke(connection: Connection, province: Province, device: Device, at: datetime) -> int:
    """A laptop speaks no more: nothing counts after the last of its operations that was accepted until now.

    The signed statement travels in every manifest of the office, so that its other laptops stop at the same place.
    Answers with that last operation.
    """
    if device.status == REVOKED:
        raise RefusedError.of("device", "device_decided")
    last = segments.reached_by(connection, device.office_id, device.id).seq
    content = {"office": device.office_id, "device": device.id, "last": last}
    statement = sign(REVOKE, content, province.server.province_id, province.keys.signing)
    devices.decide(connection, device, REVOKED, at, last)
    devices.keep_revocation(connection, device, json.dumps(statement.to_json(), sort_keys=True), at)
    return last
