"""Who can open the office file: the data key wrapped once for every user and once for the recovery code.

Each slot wraps the same 256-bit key with AES-256-GCM under an Argon2id hash (RFC 9106) of the secret. The
slots lie beside the database, with a copy inside it and in every backup; losing all of them loses the data.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.domain.clock import IRAN
from desktop.domain.persian.calendar import short
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.times import short_time
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.store.durable import write_durably
from desktop.system import key_file

FORMAT = 1
FAILURES_BEFORE_LOCK = 5
LOCK_TIME = timedelta(minutes=15)
SHORTEST_PASSWORD = 8
REMEMBERED_FAILURES = 500  # wrong passwords that wait for the audit log, the latest
_MOST_WORK = 4 * 1024 * 1024  # KiB times passes: some seconds
_LONGEST_UPTIME = 1e10  # seconds, three hundred years
_SHORTEST_SALT = 8  # bytes, RFC 9106
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PERSIAN_LAYOUTS = str.maketrans("يىك", "ییک")


@dataclass(frozen=True)
class Cost:
    """Argon2id cost: memory in KiB, passes, lanes. Kept per slot, so that it can rise at a later login."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True)
class Slot:
    """One way to the data key."""

    id: str
    kind: str  # "password" or "recovery"
    user: str
    cost: Cost
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class Attempts:
    """Wrong passwords of one user in a row, kept outside the encrypted file because they come before it opens."""

    failed: int = 0
    locked_until: str = ""


@dataclass(frozen=True)
class Failure:
    """One wrong password while the file was closed; it goes into the audit log with the next right one."""

    user: str  # "" for a name that is no account's: it may be a password typed in the wrong place
    at: str


@dataclass(frozen=True)
class KeySlots:
    """All slots of one office file."""

    file_id: str
    slots: tuple[Slot, ...] = ()
    attempts: dict[str, Attempts] = field(default_factory=dict)
    barred_at: dict[str, float] = field(default_factory=dict)
    """Since when somebody is locked out, in seconds since the machine was switched on."""
    failures: tuple[Failure, ...] = ()

    @classmethod
    def load(cls, path: Path) -> KeySlots:
        """Of the file, or of its double where that is damaged or gone."""
        first: UnavailableError | None = None
        for place in key_file.places(path):
            try:
                return cls.from_text(place.read_text("utf-8"))
            except FileNotFoundError:
                first = first or UnavailableError("no_key_slots")
            except (OSError, ValueError):
                first = first or UnavailableError("bad_key_slots")
            except UnavailableError as damaged:
                first = first or damaged
        raise first or UnavailableError("no_key_slots")

    @classmethod
    def from_text(cls, text: str) -> KeySlots:
        try:
            data = key_file.read_values(text)
            slots = tuple(map(_read_slot, data["slots"]))
            attempts = {user: _read_attempts(item) for user, item in data.get("attempts", {}).items()}
            barred = {str(user): _read_uptime(at) for user, at in data.get("barred_at", {}).items()}
            failures = tuple(Failure(str(one["user"]), str(one["at"])) for one in data.get("failures", ()))
            return cls(str(data["file_id"]), slots, attempts, barred, failures)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise UnavailableError("bad_key_slots") from error

    def text(self) -> str:
        data = {"format": FORMAT, "file_id": self.file_id, "slots": [asdict(s) for s in self.slots]}
        tried = {"attempts": {u: asdict(a) for u, a in self.attempts.items()}, "barred_at": self.barred_at}
        return key_file.as_text({**data, **tried, "failures": [asdict(one) for one in self.failures]})

    def save(self, path: Path) -> None:
        """The file and its double, one after the other: at any moment one of them is whole."""
        for place in key_file.places(path):
            write_durably(place, self.text().encode())

    def is_safe(self, path: Path) -> bool:
        """Whether just this lies there twice."""
        try:
            return all(place.read_bytes() == self.text().encode() for place in key_file.places(path))
        except OSError:
            return False

    def users(self) -> tuple[str, ...]:
        return tuple(slot.user for slot in self.slots if slot.kind == "password")

    def with_password(self, user: str, password: str, data_key: bytes, cost: Cost) -> KeySlots:
        """The same slots with a new password for `user`; refuses a short one."""
        if len(password) < SHORTEST_PASSWORD:
            raise RefusedError.of("password", "password_short")
        return self._with(_make_slot(self.file_id, "password", user, fold_password(password), data_key, cost))

    def with_recovery(self, code: str, data_key: bytes, cost: Cost) -> KeySlots:
        return self._with(_make_slot(self.file_id, "recovery", "", recovery_secret(code), data_key, cost))

    def without(self, user: str) -> KeySlots:
        return replace(self, slots=tuple(s for s in self.slots if (s.kind, s.user) != ("password", user)))

    def open_with_password(self, user: str, password: str) -> bytes:
        """The data key; UnavailableError `wrong_password` alike for an unknown user and a wrong password."""
        return self._open("password", user, fold_password(password), "wrong_password")

    def open_with_recovery(self, code: str) -> bytes:
        return self._open("recovery", "", recovery_secret(code), "wrong_recovery_code")

    def refuse_while_locked(self, user: str, at: datetime, uptime: float) -> None:
        """Refuses for fifteen minutes after the fifth wrong password, whatever the calendar is set to meanwhile."""
        left = self._left(user, at, uptime)
        if left > timedelta():
            local = (at + left).astimezone(IRAN)
            raise UnavailableError("locked_out", at=short_time(local.time()), day=short(local.date()))

    def _left(self, user: str, at: datetime, uptime: float) -> timedelta:
        """How much longer somebody is locked out.

        It is told by how long the machine has been on. One that was switched on anew has at least been on since then:
        so a restart cannot shorten the time, and never makes more than fifteen minutes of it.
        """
        until = self.attempts.get(user, Attempts()).locked_until
        if not until:
            return timedelta()
        if user not in self.barred_at:  # by an older program, which knew the calendar alone
            return min(datetime.fromisoformat(until) - at, LOCK_TIME)
        since = self.barred_at[user]
        return LOCK_TIME - timedelta(seconds=uptime - since if uptime >= since else uptime)

    def after_failure(self, user: str, at: datetime, uptime: float) -> KeySlots:
        tried = Failure(user if user in self.users() else "", at.astimezone(UTC).isoformat())
        noted = replace(self, failures=(*self.failures, tried)[-REMEMBERED_FAILURES:])
        if user not in self.users():
            return noted
        failed = self.attempts.get(user, Attempts()).failed + 1
        barred = failed >= FAILURES_BEFORE_LOCK
        until = (at + LOCK_TIME).astimezone(UTC).isoformat() if barred else ""
        others = noted.after_success(user)
        return replace(
            others,
            attempts={**others.attempts, user: Attempts(0 if barred else failed, until)},
            barred_at={**others.barred_at, **({user: uptime} if barred else {})},
        )

    def without_failures(self) -> KeySlots:
        """Once they stand in the audit log."""
        return replace(self, failures=())

    def after_success(self, user: str) -> KeySlots:
        """Without what was tried before."""
        return replace(
            self,
            attempts={u: a for u, a in self.attempts.items() if u != user},
            barred_at={u: at for u, at in self.barred_at.items() if u != user},
        )

    def _with(self, slot: Slot) -> KeySlots:
        others = tuple(s for s in self.slots if (s.kind, s.user) != (slot.kind, slot.user))
        return replace(self, slots=(*others, slot))

    def _open(self, kind: str, user: str, secret: bytes, code: str) -> bytes:
        for slot in self.slots:
            if (slot.kind, slot.user) == (kind, user):
                try:
                    return _unwrap(self.file_id, slot, secret)
                except (InvalidTag, ValueError) as error:
                    raise UnavailableError(code) from error
        raise UnavailableError(code)


def _read_slot(item: Mapping[str, Any]) -> Slot:
    """A slot of the file beside the office, which anybody may have written: one that no Argon2id could bear is none."""
    cost, texts = Cost(**item["cost"]), {name: value for name, value in item.items() if name != "cost"}
    numbers = (cost.memory, cost.passes, cost.lanes)
    if not all(isinstance(value, str) for value in texts.values()) or not all(type(one) is int for one in numbers):
        raise TypeError("a slot of other values")
    if min(numbers) < 1 or cost.memory < 8 * cost.lanes or cost.memory * cost.passes > _MOST_WORK:
        raise ValueError("a cost that no laptop can pay")
    if len(base64.b64decode(texts["salt"], validate=True)) < _SHORTEST_SALT:
        raise ValueError("a salt that is none")
    return Slot(**texts, cost=cost)


def _read_attempts(item: Mapping[str, Any]) -> Attempts:
    found = Attempts(int(item.get("failed", 0)), str(item.get("locked_until", "")))
    if found.locked_until and datetime.fromisoformat(found.locked_until).tzinfo is None:
        raise ValueError("a moment without its zone")
    return found


def _read_uptime(item: Any) -> float:
    if not 0 <= float(item) < _LONGEST_UPTIME:
        raise ValueError("no machine has been on for so long")
    return float(item)


def new_key_slots() -> KeySlots:
    return KeySlots(secrets.token_hex(16))


def new_data_key() -> bytes:
    return secrets.token_bytes(32)


def fold_password(password: str) -> bytes:
    """The same password typed on a Persian and an Arabic layout, with any digits, is the same password."""
    return to_ascii(unicodedata.normalize("NFKC", password).translate(_PERSIAN_LAYOUTS)).encode()


def new_recovery_code() -> str:
    """160 random bits as 32 Crockford letters and two check letters, in groups of five."""
    number = int.from_bytes(secrets.token_bytes(20), "big")
    letters = "".join(_CROCKFORD[(number >> (5 * i)) & 31] for i in range(32))
    letters += _check_letters(letters)
    return "-".join(letters[i : i + 5] for i in range(0, len(letters), 5))


def recovery_secret(code: str) -> bytes:
    """The secret inside a typed code; forgives case, spaces, Persian digits, O for 0, I and L for 1."""
    text = to_ascii(unicodedata.normalize("NFKC", code)).upper().translate(str.maketrans("OIL", "011"))
    letters = "".join(c for c in text if c in _CROCKFORD)
    if len(letters) != 34 or letters[32:] != _check_letters(letters[:32]):
        raise UnavailableError("wrong_recovery_code")
    return letters[:32].encode()


def _check_letters(letters: str) -> str:
    digest = hashlib.sha256(letters.encode()).digest()
    return _CROCKFORD[digest[0] & 31] + _CROCKFORD[digest[1] & 31]


def _make_slot(file_id: str, kind: str, user: str, secret: bytes, data_key: bytes, cost: Cost) -> Slot:
    nonce = os.urandom(12)
    slot = Slot(secrets.token_hex(8), kind, user, cost, _b64(os.urandom(16)), _b64(nonce), "")
    sealed = AESGCM(_wrapping_key(slot, secret)).encrypt(nonce, data_key, _bound_to(file_id, slot))
    return replace(slot, wrapped=_b64(sealed))


def _unwrap(file_id: str, slot: Slot, secret: bytes) -> bytes:
    nonce, sealed = base64.b64decode(slot.nonce), base64.b64decode(slot.wrapped)
    return AESGCM(_wrapping_key(slot, secret)).decrypt(nonce, sealed, _bound_to(file_id, slot))


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    cost, salt = slot.cost, base64.b64decode(slot.salt)
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, hash_len=32, type=Type.ID)


def _bound_to(file_id: str, slot: Slot) -> bytes:
    parts: Iterable[Any] = (FORMAT, file_id, slot.id, slot.kind, slot.user, asdict(slot.cost), slot.salt)
    return json.dumps(list(parts), sort_keys=True).encode()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
