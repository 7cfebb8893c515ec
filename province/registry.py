"""Who may speak for an office: laptops that joined with a card, those that they speak for, and those that are shut out.

What laptops say of each other are signed statements that travel in manifests; the same conclusions are drawn here as on
every laptop. Here it begins with the province itself and the laptops that joined with its cards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import DeviceCard, Signed, sign
from desktop.sync.bundle.registry import Member, Registry, Root, registry, statement_id
from province.answers import pass_on
from province.logs import tell
from province.rebuild import rebuild_void
from province.records import look_again
from province.setup import Province
from province.store import devices, segments
from province.store.devices import APPROVED, PENDING, REVOKED, Device
from province.store.offices import lock_office
from province.wraps import keep_wraps

PROVINCE, LAPTOP = "province", "laptop"


def our_card(province: Province) -> DeviceCard:
    return DeviceCard(province.server.province_id, PROVINCE, province.keys.sign_key.hex(), province.keys.recipient)


def card_of(device: Device) -> DeviceCard:
    return DeviceCard(device.id, LAPTOP, device.sign_key.hex(), device.recipient)


def learn(
    connection: Connection, province: Province, office_id: str, statements: Iterable[Signed], at: datetime
) -> bool:
    """Draw the conclusions from what is known and what was told, in a locked office.

    Only statements that count are kept. Whether something that waits may be taken now.
    """
    known = devices.statements(connection, office_id)
    new = {statement_id(one): one for one in statements}
    ours, *joined = _roots(connection, province, office_id)
    found = registry(office_id, [ours, *joined], [*known.values(), *new.values()])
    # Laptops learn of the province itself by a statement, which says nothing new here but is passed on.
    passed_on = registry(office_id, joined, [*known.values(), *new.values()]).believed
    fresh = (found.believed | passed_on) - known.keys()
    for identifier in fresh:
        devices.keep_statement(connection, office_id, identifier, new[identifier].purpose, _text(new[identifier]))
    told = [one for identifier, one in {**known, **new}.items() if identifier in found.believed]
    speakers = {str(one.content["device"]): one.by for one in told if one.purpose == "enrol"}
    void, more = False, any(new[one].purpose in ("revoke", "close") for one in fresh)  # nobody waits for what is void
    for member in found.members.values():
        if member.kind == LAPTOP:
            before = devices.device_of(connection, office_id, member.device)
            more |= before is None
            void |= _settle(connection, province, office_id, before, member, speakers.get(member.device), at)
    if void:
        rebuild_void(connection, province, office_id)
    if clocks := {
        one.by
        for identifier, one in new.items()
        if identifier in found.believed - known.keys() and one.purpose == "clock"
    }:
        look_again(connection, office_id, clocks)
    return _keep_epochs(connection, province, office_id, found) or more


def read_statements(told: Iterable[object]) -> list[Signed]:
    """Statements as JSON tells them; what is none is passed over."""
    found = []
    for one in told:
        with suppress(BundleError):
            found.append(Signed.from_json(one))
    return found


def approve(connection: Connection, device: Device, at: datetime) -> None:
    """A laptop may speak for its office; what waited of it is to be released afterwards."""
    lock_office(connection, device.office_id)
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
    lock_office(connection, device.office_id)
    last = segments.reached_by(connection, device.office_id, device.id).seq
    content = {"office": device.office_id, "device": device.id, "last": last}
    statement = sign("revoke", content, province.server.province_id, province.keys.signing)
    devices.keep_statement(connection, device.office_id, statement_id(statement), "revoke", _text(statement))
    devices.decide(connection, device, REVOKED, at, last)
    pass_on(connection, province, device, statement, at)
    return last


def _roots(connection: Connection, province: Province, office_id: str) -> list[Root]:
    """Whom the province believes by itself: it was there when they joined."""
    joined = [one for one in devices.devices(connection, office_id) if one.vouched_by is None]
    first = [one._replace(sign_key=one.keys[0]) for one in joined]
    return [Root(our_card(province), ""), *(Root(card_of(one), one.title) for one in first)]


def _settle(
    connection: Connection,
    province: Province,
    office_id: str,
    before: Device | None,
    member: Member,
    speaker: str | None,
    at: datetime,
) -> bool:
    """Bring a laptop to where the statements have led; whether something of it that was taken counts no more."""
    keys = tuple(bytes.fromhex(key) for key in member.keys)
    if before is None:
        status = APPROVED if province.settings.vouching else PENDING
        before = Device(
            office_id, member.device, keys[-1], member.recipient, member.title[:120], status, speaker, former=keys[:-1]
        )
        devices.add_device(connection, before, at)
        tell("device", office=office_id, device=member.device, outcome=status)
    elif before.keys != keys and len(keys) > len(before.keys):
        devices.rekey(connection, before, keys, member.recipient)
    if member.status == "active" or (before.status == REVOKED and (before.last_seq or 0) <= (member.last or 0)):
        return False
    devices.decide(connection, before, REVOKED, at, member.last)
    tell("device", office=office_id, device=member.device, outcome=member.status)
    return (member.last or 0) < segments.reached_by(connection, office_id, member.device).seq


def _keep_epochs(connection: Connection, province: Province, office_id: str, found: Registry) -> bool:
    """Keys of new epochs that a laptop wrapped for everybody who remains, the province among them."""
    mine = province.server.province_id
    wraps = [{"key": one.content["wraps"][mine]} for one in found.epochs if mine in one.content["wraps"]]
    try:
        return keep_wraps(connection, province, office_id, wraps)
    except BundleError as error:
        tell("key passed over", office=office_id, code=error.code)
        return False


def _text(statement: Signed) -> str:
    return json.dumps(statement.to_json(), sort_keys=True)
