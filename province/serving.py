"""The answer to each request of a laptop, without HTTP around it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from desktop.sync import wire
from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import Signed
from desktop.sync.bundle.manifest import Manifest, read_manifest, verify_manifest
from desktop.sync.joining import IN_MANIFEST
from desktop.sync.wire import Caller, ErrorCode, WireError
from province.ingest import release, take
from province.joining import join
from province.manifests import heed, our_ack, our_manifest
from province.registry import learn
from province.setup import Province
from province.store import devices, segments
from province.store.devices import PENDING, REVOKED, Device
from province.store.offices import lock_office, office_of


class Asked(NamedTuple):
    """A request as it came: nothing of it is believed yet."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


def hello(province: Province, asked: Asked, at: datetime) -> bytes:
    """Manifest against manifest, and a token for what follows."""
    try:
        read = read_manifest(asked.body)
        _introduce(province, asked, read, at)
        caller = _signed_by(province, asked)
        manifest = verify_manifest(asked.body, caller.sign_key)
    except BundleError as error:
        raise WireError("protocol" if error.code == "newer_format" else "malformed") from error
    if (read.office, read.sender) != (caller.office_id, caller.id):
        raise WireError("malformed")
    with province.database.writing() as connection:
        new_key = heed(connection, province, caller, manifest, at)
    if new_key:
        release(province, caller.office_id, at)
    with province.database.reading() as connection:
        ours = our_manifest(connection, province, caller.office_id, caller.id, at)
    expires = int(at.timestamp()) + wire.TOKEN_LASTS
    token = wire.make_token(province.keys.tokens, Caller(caller.office_id, caller.id), expires)
    return wire.hello_answer(ours, token)


def take_segments(province: Province, asked: Asked, at: datetime) -> bytes:
    """A verdict for each segment, in order; each is committed by itself before the next is looked at."""
    caller = in_session(province, asked, at)
    verdicts = [take(province, caller.office_id, content, at) for content in wire.read_frames(asked.body)]
    with province.database.reading() as connection:
        ack = our_ack(connection, province, caller.office_id)
    return wire.segments_answer(verdicts, ack)


def pull(province: Province, asked: Asked, at: datetime) -> bytes:
    """What the caller lacks, one page of it; an empty page means that it has all."""
    caller = in_session(province, asked, at)
    vector, most = wire.read_pull(asked.body)
    with province.database.reading() as connection:
        page = min(most, province.settings.page)
        return wire.frames(segments.lacking(connection, caller.office_id, vector, page))


def join_office(province: Province, asked: Asked, at: datetime) -> bytes:
    """A laptop that comes with a card; it is known to nobody yet, so only its message proves who it is."""
    try:
        message = Signed.from_json(wire.read_json(asked.body))
    except BundleError as error:
        raise WireError("malformed") from error
    return canonical({"status": join(province, message, at)})


def in_session(province: Province, asked: Asked, at: datetime) -> Device:
    """The laptop that makes this request; WireError when it may not, or must say hello again."""
    device = _signed_by(province, asked)
    request = wire.read_request(asked.headers)
    wire.check_token(province.keys.tokens, request.caller, request.token, at.timestamp())
    return device


def _introduce(province: Province, asked: Asked, manifest: Manifest, at: datetime) -> None:
    """A laptop that is not known may come with a card, or with statements of its office's laptops that it belongs.

    One that is known may have new keys, and says so in the manifest that is signed with them.
    """
    caller = wire.read_request(asked.headers).caller
    with province.database.reading() as connection:
        office = office_of(connection, caller.office)
        known = devices.device_of(connection, caller.office, caller.device)
    message = manifest.unknown.get(IN_MANIFEST)
    if known is None and message is not None:
        join(province, Signed.from_json(message), at)
    elif office is not None and (known is None or _has_new_keys(known, manifest)):
        with province.database.writing() as connection:
            lock_office(connection, caller.office)
            more = learn(connection, province, caller.office, manifest.statements, at)
        if more:
            release(province, caller.office, at)


def _has_new_keys(device: Device, manifest: Manifest) -> bool:
    """Whether a laptop says, with the keys that are known of it, that it has others now."""
    own = [one.content for one in manifest.statements if one.by == device.id and one.purpose == "rotate"]
    return any(type(number := told.get("number")) is int and number >= len(device.keys) for told in own)


def _signed_by(province: Province, asked: Asked) -> Device:
    """The laptop that signed this request, if it is one that may speak."""
    request = wire.read_request(asked.headers)
    device = _device(province, request.caller)
    if device is None:
        raise WireError("unknown_device")
    wire.verify_request(request, device.sign_key, asked.method, asked.path, asked.body)
    refused: Mapping[str, ErrorCode] = {PENDING: "device_pending", REVOKED: "device_revoked"}
    if device.status in refused:
        raise WireError(refused[device.status])
    return device


def _device(province: Province, caller: Caller) -> Device | None:
    with province.database.reading() as connection:
        if office_of(connection, caller.office) is None:
            raise WireError("unknown_office")
        return devices.device_of(connection, caller.office, caller.device)
