"""age, as pyrage speaks it: files for several readers, in a written format that other programs read too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO, Protocol

import pyrage  # a module in Rust; its types are said here

from desktop.sync.bundle.errors import KeysError


class Source(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Sink(Protocol):
    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


def new_identity() -> str:
    """A secret X25519 key, as age writes it: AGE-SECRET-KEY-1…"""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public half: age1…"""
    return str(_identity(identity).to_public())


def encrypted(data: bytes, recipients: Sequence[str]) -> bytes:
    result: bytes = pyrage.encrypt(data, [_recipient(text) for text in recipients])
    return result


def decrypted(data: bytes, identities: Sequence[str]) -> bytes:
    """KeysError "not_for_us" when no identity fits, "tampered" for damage."""
    try:
        result: bytes = pyrage.decrypt(data, [_identity(text) for text in identities])
    except pyrage.DecryptError as error:
        raise _told(error) from error
    return result


def encrypt_stream(source: Source, sink: BinaryIO, recipients: Sequence[str]) -> None:
    pyrage.encrypt_io(source, sink, [_recipient(text) for text in recipients])


def decrypt_stream(source: Source, sink: Sink, identities: Sequence[str]) -> None:
    """Writes what is found sound, piece by piece; then KeysError as `decrypted` if the rest is not."""
    try:
        pyrage.decrypt_io(source, sink, [_identity(text) for text in identities])
    except (pyrage.DecryptError, OSError) as error:
        raise _told(error) from error


def _told(error: Exception) -> KeysError:
    return KeysError("not_for_us" if "No matching keys" in str(error) else "tampered", str(error))


def _recipient(text: str) -> object:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise KeysError("tampered", "recipient") from error


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise KeysError("tampered", "identity") from error
