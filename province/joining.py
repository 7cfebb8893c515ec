"""Cards by which offices join, and the answer to whoever comes with one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection
from uuid_utils import uuid7

from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import Signed, new_code
from desktop.sync.joining import Joining, ProvinceCard, proof_key, read_joining, sealed_card
from desktop.sync.wire import WireError
from province.certificate import read_certificate
from province.ingest import release
from province.logs import tell
from province.setup import Province
from province.store import devices, offices
from province.store.devices import APPROVED, Device
from province.store.offices import Invitation, Office
from province.wraps import keep_wraps


def invite(
    connection: Connection, province: Province, office: Office, at: datetime, lasts: timedelta
) -> tuple[bytes, str]:
    """A card file for an office's first laptop, and the code that opens it and is told in another way."""
    code = new_code()
    made = Invitation(str(uuid7()), office.id, proof_key(code), at + lasts, None)
    offices.add_invitation(connection, made, at)
    card = ProvinceCard(
        invitation=made.id,
        office=office.id,
        office_code=office.code,
        office_title=office.title,
        province=province.server.province_id,
        province_title=province.server.title,
        verify_key=province.keys.sign_key.hex(),
        recipient=province.keys.recipient,
        certificate=read_certificate(province.settings.folder),
        url=province.settings.address,
    )
    return sealed_card(card, code), code


def join(province: Province, message: Signed, at: datetime) -> str:
    """The status of a laptop that came with a card; WireError says why it may not join. Saying it twice is no harm."""
    try:
        asked = read_joining(message)
        with province.database.writing() as connection:
            status = _join(connection, province, message.by, asked, at)
    except BundleError as error:
        raise WireError("bad_signature") from error
    tell("device", office=asked.stream, device=message.by, outcome=status)
    release(province, asked.stream, at)
    return status


def _join(connection: Connection, province: Province, device_id: str, asked: Joining, at: datetime) -> str:
    card = offices.invitation_of(connection, asked.invitation)
    if card is None or asked.card.device != device_id or not asked.is_proven(card.proof_key):
        raise WireError("bad_code")
    if card.office_id != asked.stream and not offices.call_as_it_does(connection, card.office_id, asked.stream):
        raise WireError("bad_code")
    if card.used_by == device_id:
        known = devices.device_of(connection, asked.stream, device_id)
        return known.status if known else APPROVED
    if card.expires_at < at:
        raise WireError("card_expired")
    if not offices.use_invitation(connection, card.id, device_id):
        raise WireError("card_used")
    made = Device(
        asked.stream, device_id, asked.card.signature_key, asked.card.recipient, asked.title[:120], APPROVED, None
    )
    devices.add_device(connection, made, at)
    keep_wraps(connection, province, asked.stream, asked.wraps)
    return APPROVED
