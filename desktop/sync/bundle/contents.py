"""Attachments' contents on a line: under which names they travel, what is sealed, how two sides compare what they have.

A name is a keyed hash of the content's SHA-256, so whoever keeps contents that he cannot read cannot find out either
whether a photo that he knows is among them. The same content sealed under the same key gives the same bytes, so what
one laptop began to send another one can end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from typing import Final

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from desktop.sync.bundle.errors import ContainerError

BUCKETS: Final = 256
"""Into so many parts names are divided by their first byte; each side tells a digest of each."""

_DIGEST = 4  # bytes, of one bucket
_AAD = b"attachment"


def name_of(digest: str, name_key: bytes) -> str:
    """The name of a content whose SHA-256 is `digest`; `name_key` is the office's key of its first epoch."""
    return blake2b(bytes.fromhex(digest), key=name_key, digest_size=16, person=b"content name").hexdigest()


def sealed_content(digest: str, content: bytes, office_key: bytes) -> bytes:
    """The content as only the office's laptops can read it: nonce (24), ciphertext."""
    own = bytes.fromhex(digest)
    nonce = blake2b(own, key=office_key, digest_size=Aead.NONCE_SIZE, person=b"content nonce").digest()
    return bytes(Aead(office_key).encrypt(content, _AAD + own, nonce))


def opened_content(digest: str, sealed: bytes, office_key: bytes) -> bytes:
    """The content; ContainerError "wrong_key" for another epoch's key, or damage."""
    try:
        return Aead(office_key).decrypt(sealed, _AAD + bytes.fromhex(digest))
    except (CryptoError, ValueError) as error:
        raise ContainerError("wrong_key", "attachment") from error


def mark_of(sealed: bytes) -> str:
    """By which pieces of one sealing are told from those of another."""
    return sha256(sealed).hexdigest()


def digests_of(names: Iterable[str]) -> bytes:
    """All buckets of these names, one digest after the other."""
    buckets: dict[int, list[str]] = {}
    for name in names:
        buckets.setdefault(bucket_of(name), []).append(name)
    return b"".join(
        blake2b("".join(sorted(buckets.get(number, ()))).encode(), digest_size=_DIGEST).digest()
        for number in range(BUCKETS)
    )


def bucket_of(name: str) -> int:
    return int(name[:2], 16)


def whole_digest(names: Iterable[str]) -> str:
    """One digest of them all: who has the same has the same names."""
    return blake2b(digests_of(names), digest_size=16).hexdigest()


def differing(held: Mapping[str, int], theirs: bytes, start: int, most: int) -> tuple[dict[int, dict[str, int]], int]:
    """The buckets from `start` on that differ from `theirs`, with all that lies in them, and where to go on.

    A bucket is never divided, so it can be a few names more than `most`.
    """
    ours = digests_of(held)
    by_bucket: dict[int, dict[str, int]] = {}
    for name, size in held.items():
        by_bucket.setdefault(bucket_of(name), {})[name] = size
    found: dict[int, dict[str, int]] = {}
    count = 0
    for number in range(start, BUCKETS):
        if count >= most:
            return found, number
        at = slice(number * _DIGEST, (number + 1) * _DIGEST)
        if ours[at] != theirs[at]:
            found[number] = by_bucket.get(number, {})
            count += len(found[number])
    return found, BUCKETS


def are_digests(told: bytes) -> bool:
    return len(told) == BUCKETS * _DIGEST
