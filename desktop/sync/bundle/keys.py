"""Keys: what a laptop is known by, what an epoch is sealed under, and codes that people read to each other."""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.secret import Aead
from nacl.signing import SigningKey, VerifyKey
from uuid_utils import uuid7

from desktop.sync.bundle import age
from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.segment import BodyKeys, open_key_of

# ------------------------------------------------------------------------------------------ of a device


class DeviceCard(NamedTuple):
    """What others need to know of a device: whose signatures to believe, and for whom to seal."""

    device: str
    kind: str  # "laptop" | "province"
    verify_key: str  # Ed25519, hex
    recipient: str  # age1…

    def to_json(self) -> dict[str, Any]:
        return self._asdict()

    @classmethod
    def from_json(cls, told: Any) -> DeviceCard:
        """KeysError "tampered" for anything that is no card; members of newer programs are passed over."""
        try:
            card = cls(*(told[name] for name in cls._fields))
            sound = all(type(text) is str for text in card) and len(bytes.fromhex(card.verify_key)) == 32
        except (TypeError, LookupError, ValueError) as error:
            raise KeysError("tampered", "card") from error
        if not sound:
            raise KeysError("tampered", "card")
        return card

    @property
    def signature_key(self) -> bytes:
        return bytes.fromhex(self.verify_key)

    @property
    def fingerprint(self) -> str:
        """Eight groups of three digits, to be compared by phone: «۴۸۳ ۰۲۷ …» on screen.

        24 digits are 80 bits: nobody finds a second pair of keys with the same ones. Digits are said in every language
        of a province alike, which words are not.
        """
        digest = blake2b(canonical([self.verify_key, self.recipient]), person=b"fingerprint", digest_size=16).digest()
        digits = f"{int.from_bytes(digest, 'big') % 10**24:024}"
        return " ".join(digits[at : at + 3] for at in range(0, 24, 3))


class DeviceKeys(NamedTuple):
    """A device's secret keys; they never leave it."""

    signing_key: SigningKey
    identity: str  # AGE-SECRET-KEY-1…

    @classmethod
    def generate(cls) -> DeviceKeys:
        return cls(SigningKey.generate(), age.new_identity())

    def secret(self) -> dict[str, str]:
        """To be kept in the encrypted office file, or under a code in an invitation."""
        return {"signing_seed": bytes(self.signing_key).hex(), "identity": self.identity}

    @classmethod
    def from_secret(cls, told: Any) -> DeviceKeys:
        try:
            keys = cls(SigningKey(bytes.fromhex(told["signing_seed"])), told["identity"])
            age.recipient_of(keys.identity)
        except (TypeError, LookupError, ValueError, CryptoError) as error:
            raise KeysError("tampered", "keys") from error
        return keys

    def card(self, device: str, kind: str = "laptop") -> DeviceCard:
        return DeviceCard(device, kind, bytes(self.signing_key.verify_key).hex(), age.recipient_of(self.identity))


# ----------------------------------------------------------------------------------------- of an epoch


class EpochKey(NamedTuple):
    """What is sealed from one revocation to the next; the province has no `office_key`."""

    id: str
    number: int  # 1 for an office's first; the key with the greatest number is sealed under
    open_key: bytes
    office_key: bytes | None

    @classmethod
    def generate(cls, number: int = 1) -> EpochKey:
        return cls.of_office(str(uuid7()), number, secrets.token_bytes(32))

    @classmethod
    def of_office(cls, epoch: str, number: int, office_key: bytes) -> EpochKey:
        return cls(epoch, number, open_key_of(office_key), office_key)

    @property
    def body_keys(self) -> BodyKeys:
        return BodyKeys(self.open_key, self.office_key)

    def for_province(self) -> EpochKey:
        return self._replace(office_key=None)

    def secret(self) -> dict[str, Any]:
        key = self.office_key or self.open_key
        return {"id": self.id, "number": self.number, "office_key" if self.office_key else "open_key": key.hex()}

    @classmethod
    def from_secret(cls, told: Any) -> EpochKey:
        try:
            epoch, number, whole = told["id"], told["number"], "office_key" in told
            key = bytes.fromhex(told["office_key" if whole else "open_key"])
        except (TypeError, LookupError, ValueError) as error:
            raise KeysError("tampered", "epoch") from error
        if type(epoch) is not str or type(number) is not int or number < 1 or len(key) != 32:
            raise KeysError("tampered", "epoch")
        return cls.of_office(epoch, number, key) if whole else cls(epoch, number, key, None)


def wrapped(epoch: EpochKey, recipients: Sequence[str]) -> str:
    """The key for these devices and nobody else, as text; for the province give `epoch.for_province()`."""
    return b64encode(age.encrypted(canonical(epoch.secret()), recipients)).decode()


def unwrapped(text: str, keys: DeviceKeys) -> EpochKey:
    """KeysError "not_for_us" when it was wrapped for others. Who wrapped it, only a signature around it can tell."""
    try:
        data = b64decode(text, validate=True)
        told = parsed(age.decrypted(data, [keys.identity]))
    except ValueError as error:
        raise KeysError("tampered", "wrapped key") from error
    return EpochKey.from_secret(told)


# ------------------------------------------------------------------------------------ signed statements


class Signed(NamedTuple):
    """A small statement that a device signed: an acknowledgement, a revocation, a request."""

    purpose: str  # "ack" | "revoke" | "request" | …: no statement can be passed off as one of another purpose
    by: str  # the device
    content: Mapping[str, Any]
    signature: str  # hex

    def to_json(self) -> dict[str, Any]:
        return {**self._asdict(), "content": dict(self.content)}

    @classmethod
    def from_json(cls, told: Any) -> Signed:
        """Its shape only is sound now; believe it after `checked`."""
        try:
            signed = cls(*(told[name] for name in cls._fields))
            texts = (signed.purpose, signed.by, signed.signature)
        except (TypeError, LookupError) as error:
            raise KeysError("tampered", "statement") from error
        if not isinstance(told["content"], dict) or any(type(text) is not str for text in texts):
            raise KeysError("tampered", "statement")
        return signed


def sign(purpose: str, content: Mapping[str, Any], device: str, signing_key: SigningKey) -> Signed:
    signature = signing_key.sign(_stated(purpose, device, content)).signature
    return Signed(purpose, device, content, signature.hex())


def checked(signed: Signed, purpose: str, card: DeviceCard) -> Mapping[str, Any]:
    """What the device of this card said for this purpose; KeysError "bad_signature" if it did not."""
    try:
        signature = bytes.fromhex(signed.signature)
        stated = _stated(signed.purpose, signed.by, signed.content)
        VerifyKey(card.signature_key).verify(stated, signature)
    except (BadSignatureError, CryptoError, ValueError, TypeError) as error:
        raise KeysError("bad_signature", signed.purpose) from error
    if signed.purpose != purpose or signed.by != card.device:
        raise KeysError("bad_signature", f"{signed.purpose} by {signed.by}")
    return signed.content


def _stated(purpose: str, device: str, content: Mapping[str, Any]) -> bytes:
    return b"tashilgar statement\n" + canonical([purpose, device, dict(content)])


# ------------------------------------------------------------------------------- codes that people read

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
CODE_LENGTH = 26  # 24 drawn letters, 120 bits, and two that check them

_ALIKE = str.maketrans(
    "OILU۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩",
    "011V01234567890123456789",
)
_CODE_MAGIC = b"TCODE1"
_TAG = 8


def new_code() -> str:
    """A fresh code in groups of four: «7K3M-…»."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH - 2))
    return _grouped(drawn + _check(drawn))


def read_code(typed: str) -> str:
    """The code that somebody typed, grouped as it was shown; KeysError "wrong_code" if it cannot be one.

    Lower case, spaces, dashes, Persian and Arabic digits, O for 0 and I or L for 1 are forgiven.
    """
    text = "".join(letter for letter in typed.upper().translate(_ALIKE) if letter in LETTERS)
    strange = [letter for letter in typed if letter.isalpha() and letter.upper().translate(_ALIKE) not in LETTERS]
    if strange or len(text) != CODE_LENGTH or _check(text[:-2]) != text[-2:]:
        raise KeysError("wrong_code")
    return _grouped(text)


def sealed_under_code(code: str, data: bytes) -> bytes:
    """Bytes that only who has the code can open.

    A slow key derivation (Argon2id) would add nothing: it protects words that people choose. Of the 2^120 codes that
    are drawn here nobody tries a noteworthy share, however fast one try is.
    """
    key, tag = _code_keys(code)
    return _CODE_MAGIC + tag + Aead(key).encrypt(data, _CODE_MAGIC)


def opened_with_code(code: str, sealed: bytes) -> bytes:
    """KeysError: "wrong_code" when mistyped or of another file, "tampered" for damage, "truncated" for a cut."""
    key, tag = _code_keys(code)
    begin = len(_CODE_MAGIC) + _TAG
    if len(sealed) < begin + Aead.NONCE_SIZE + Aead.MACBYTES:
        raise KeysError("truncated")
    if not sealed.startswith(_CODE_MAGIC):
        raise KeysError("tampered", "no text under a code")
    if sealed[len(_CODE_MAGIC) : begin] != tag:
        raise KeysError("wrong_code")
    try:
        return Aead(key).decrypt(sealed[begin:], _CODE_MAGIC)
    except (CryptoError, ValueError) as error:
        raise KeysError("tampered") from error


def _code_keys(code: str) -> tuple[bytes, bytes]:
    letters = read_code(code).replace("-", "").encode()
    return (
        blake2b(letters, person=b"code", digest_size=32).digest(),
        blake2b(letters, person=b"code tag", digest_size=_TAG).digest(),
    )


def _check(drawn: str) -> str:
    number = int.from_bytes(blake2b(drawn.encode(), person=b"code check", digest_size=2).digest(), "big")
    return LETTERS[number % 32] + LETTERS[number // 32 % 32]


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
