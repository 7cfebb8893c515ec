"""How an office's first laptop joins its province: a card as a file, and a code that comes another way.

The card tells who the province is and how it is reached; it is sealed under the code, so a card that is lost tells
nothing. With the code the laptop proves that it was invited; it makes its own keys and sends their public halves. The
message travels by HTTP, or in the manifest of the first courier file under `IN_MANIFEST`.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import (
    DeviceCard,
    DeviceKeys,
    EpochKey,
    Signed,
    checked,
    opened_with_code,
    read_code,
    sealed_under_code,
    sign,
    wrapped,
)

PURPOSE: Final = "join"
IN_MANIFEST: Final = "joining"


class ProvinceCard(NamedTuple):
    """What the province tells an office that may join."""

    invitation: str
    office: str
    office_code: str
    office_title: str
    province: str  # its id, which is also its device in the office's stream
    province_title: str
    verify_key: str  # Ed25519, hex
    recipient: str  # age
    certificate: str  # PEM; what TLS is believed by
    url: str

    @property
    def device(self) -> DeviceCard:
        """The province as a device of the office."""
        return DeviceCard(self.province, "province", self.verify_key, self.recipient)


def sealed_card(card: ProvinceCard, code: str) -> bytes:
    """The card as a file."""
    return sealed_under_code(code, canonical(card._asdict()))


def opened_card(content: bytes, code: str) -> ProvinceCard:
    """KeysError: "wrong_code", or "tampered" and "truncated" for a file that is no card."""
    try:
        told = parsed(opened_with_code(code, content))
        card = ProvinceCard(*(told[name] for name in ProvinceCard._fields))
    except (ValueError, TypeError, LookupError) as error:
        raise KeysError("tampered", "card") from error
    if not all(isinstance(text, str) for text in card):
        raise KeysError("tampered", "card")
    return card


def proof_key(code: str) -> bytes:
    """What the province keeps of a code until it is used: it checks the proof, and does not open the card."""
    return blake2b(read_code(code).encode(), digest_size=32, person=b"join proof").digest()


def joining(
    card: ProvinceCard,
    code: str,
    device: str,
    title: str,
    keys: DeviceKeys,
    epochs: tuple[EpochKey, ...],
    stream: str = "",
) -> Signed:
    """The message of a laptop that joins: who it is, and what the province reads its office's open bodies with.

    `stream` is the id that the office gave itself, under which all its segments go; "" where it is the card's.
    """
    told: dict[str, Any] = {
        "card": keys.card(device).to_json(),
        "invitation": card.invitation,
        "office": card.office,
        "stream": stream or card.office,
        "title": title,
        "wraps": [wrap_of(epoch.for_province(), card.recipient) for epoch in epochs],
    }
    return sign(PURPOSE, told | {"proof": _proof(told, proof_key(code))}, device, keys.signing_key)


def wrap_of(epoch: EpochKey, recipient: str) -> dict[str, Any]:
    """A key of an epoch for one reader, as manifests and joining messages carry it."""
    return {"epoch": epoch.id, "key": wrapped(epoch, [recipient]), "number": epoch.number}


class Joining(NamedTuple):
    """The message, believed as far as that it was signed with the keys that it names; ask `is_proven` too."""

    invitation: str
    office: str
    stream: str  # the office as it calls itself
    title: str
    card: DeviceCard
    wraps: tuple[Mapping[str, Any], ...]
    told: Mapping[str, Any]

    def is_proven(self, key: bytes) -> bool:
        """Whether who sent this knows the code."""
        told = {name: value for name, value in self.told.items() if name != "proof"}
        return hmac.compare_digest(str(self.told.get("proof")).encode(), _proof(told, key).encode())


def read_joining(signed: Signed) -> Joining:
    """KeysError for what is no such message, or not signed by the laptop itself."""
    told = signed.content
    card = DeviceCard.from_json(told.get("card"))
    checked(signed, PURPOSE, card)
    texts = [told.get(name) for name in ("invitation", "office", "stream", "title")]
    wraps = told.get("wraps")
    if not all(isinstance(text, str) for text in texts) or not isinstance(wraps, list):
        raise KeysError("tampered", "joining")
    if not all(isinstance(wrap, dict) for wrap in wraps):
        raise KeysError("tampered", "joining")
    invitation, office, stream, title = (str(text) for text in texts)
    return Joining(invitation, office, stream, title, card, tuple(wraps), told)


def _proof(told: Mapping[str, Any], key: bytes) -> str:
    return blake2b(canonical(dict(told)), key=key, digest_size=32).hexdigest()
