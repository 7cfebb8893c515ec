"""The letter that comes first in every bundle: who sends what to whom, what he has, and what he knows others to have.

As bytes: a version line, canonical JSON on one line, and the sender's Ed25519 signature of both in hex.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from typing import Any

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.errors import KeysError, ManifestError
from desktop.sync.bundle.keys import DeviceCard, Signed

MAJOR = 1
MAGIC = b"TASHILGAR MANIFEST "
MOST_BYTES = 1 << 24

ENDS = "ends"
"""Member of a manifest: device → how the id of its last segment that the sender has begins."""
END_LETTERS = 8


@dataclass(frozen=True)
class Manifest:
    """`vv` is the sender's version vector; its acknowledgements and revocations are signed by their authors."""

    office: str
    sender: str  # device
    sender_kind: str  # "laptop" | "province"
    addressee: str  # device; "" for whoever of the office gets it
    addressee_kind: str
    incarnation: str  # of the sender's file: another one after a restored backup
    vv: Mapping[str, int]
    made_at: str  # ISO 8601, UTC, by the sender's clock
    app: str
    schema: str
    acks: tuple[Signed, ...] = ()
    revocations: tuple[Signed, ...] = ()
    cards: tuple[DeviceCard, ...] = ()  # of devices that the addressee may not know
    wraps: tuple[Mapping[str, Any], ...] = ()  # {"epoch", "number", "key"}: keys wrapped for the addressee
    statements: tuple[Signed, ...] = ()  # who belongs to the office (`registry`): all that the sender knows
    minor: int = 0
    unknown: Mapping[str, Any] = field(default_factory=dict)  # what a newer program of the same major format adds


def signed_manifest(manifest: Manifest, signing_key: SigningKey) -> bytes:
    told: dict[str, Any] = {name: getattr(manifest, name) for name in _TEXTS}
    told |= {
        "vv": dict(manifest.vv),
        "minor": manifest.minor,
        "acks": [ack.to_json() for ack in manifest.acks],
        "revocations": [revocation.to_json() for revocation in manifest.revocations],
        "cards": [card.to_json() for card in manifest.cards],
        "wraps": [dict(wrap) for wrap in manifest.wraps],
        "statements": [statement.to_json() for statement in manifest.statements],
    }
    stated = MAGIC + str(MAJOR).encode() + b"\n" + canonical({**manifest.unknown, **told}) + b"\n"
    return stated + signing_key.sign(stated).signature.hex().encode()


def read_manifest(data: bytes) -> Manifest:
    """What a manifest says; believe it after `verify_manifest` only."""
    stated, _ = _divided(data)
    try:
        return _manifest(parsed(stated.split(b"\n")[1], MOST_BYTES))
    except (ValueError, TypeError, LookupError, KeysError) as error:
        raise ManifestError("tampered", "manifest") from error


def verify_manifest(data: bytes, verify_key: bytes) -> Manifest:
    """The manifest that this device signed; ManifestError "bad_signature" otherwise."""
    stated, signature = _divided(data)
    try:
        VerifyKey(verify_key).verify(stated, bytes.fromhex(signature.decode()))
    except (BadSignatureError, CryptoError, ValueError) as error:
        raise ManifestError("bad_signature") from error
    return read_manifest(data)


_TEXTS = tuple(item.name for item in fields_of(Manifest) if item.type == "str")


def _manifest(told: Any) -> Manifest:
    known = {item.name for item in fields_of(Manifest)} - {"unknown"}
    texts = {name: _text(told[name]) for name in _TEXTS}
    vv = {_text(device): _number(seq) for device, seq in _map(told["vv"]).items()}
    return Manifest(
        **texts,
        vv=vv,
        acks=tuple(map(Signed.from_json, _list(told["acks"]))),
        revocations=tuple(map(Signed.from_json, _list(told["revocations"]))),
        cards=tuple(map(DeviceCard.from_json, _list(told["cards"]))),
        wraps=tuple(map(_map, _list(told["wraps"]))),
        statements=tuple(map(Signed.from_json, _list(told.get("statements", [])))),
        minor=_number(told["minor"]),
        unknown={name: value for name, value in told.items() if name not in known},
    )


def _divided(data: bytes) -> tuple[bytes, bytes]:
    """What is signed, and the signature."""
    if len(data) > MOST_BYTES:
        raise ManifestError("tampered", "too long")
    if not data.startswith(MAGIC):
        raise ManifestError("truncated" if MAGIC.startswith(data) else "tampered", "no manifest")
    major, *rest = data[len(MAGIC) :].split(b"\n")
    if not rest:
        raise ManifestError("truncated")
    if not major.isdigit() or len(major) > 9:
        raise ManifestError("tampered", "version")
    if int(major) > MAJOR:
        raise ManifestError("newer_format", f"version {int(major)}")
    if len(rest) == 1 or len(rest[-1]) < 128:
        raise ManifestError("truncated")
    if len(rest) != 2:
        raise ManifestError("tampered", "lines")
    return data[: -len(rest[-1])], rest[-1]


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise TypeError("number")
    return value


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError("list")
    return value


def _map(value: Any) -> dict[str, Any]:
    if type(value) is not dict:
        raise TypeError("map")
    return value
