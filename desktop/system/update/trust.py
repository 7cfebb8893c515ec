"""Whose signature on a package is believed: the public keys that this program brings along in `resources`.

A version trusts the keys that it was shipped with. A new key comes with a version that an older key has signed, and
is used from the one after it; the older one is then marked as retired and opens nothing more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from desktop.system.paths import resource
from desktop.system.update.errors import UpdateError

NAME = "release_keys.json"
CONTEXT = b"tashilgar update\n"
"""Stands before what is signed, so that no signature of another thing passes for one of a package."""


@dataclass(frozen=True)
class ReleaseKey:
    """A key by which packages are signed, and what people call it."""

    public: str  # hex
    name: str
    retired: str = ""  # ISO date

    @property
    def id(self) -> str:
        return key_id(bytes.fromhex(self.public))


def shipped_keys() -> list[ReleaseKey]:
    """The keys of this program; none in one that was built before the first key was made."""
    told = json.loads(resource(NAME).read_text("utf-8"))
    return [ReleaseKey(one["public"], one["name"], one.get("retired", "")) for one in told["keys"]]


def key_id(public: bytes) -> str:
    """A short name that follows from the key itself."""
    return blake2b(public, digest_size=8).hexdigest()


def signer(signed: bytes, signatures: Sequence[Any], keys: Sequence[ReleaseKey]) -> ReleaseKey:
    """Who of the trusted signed it. UpdateError when it is nobody, somebody who is retired, or not this."""
    known = {key.id: key for key in keys}
    named = {str(one["key"]): str(one["signature"]) for one in signatures}
    trusted = [known[name] for name in named if name in known and not known[name].retired]
    for key in trusted:
        if _verifies(key, signed, named[key.id]):
            return key
    if trusted:
        raise UpdateError("update_damaged")
    if any(name in known for name in named):
        raise UpdateError("update_key_retired")
    raise UpdateError("update_foreign" if keys else "update_no_keys")


def _verifies(key: ReleaseKey, signed: bytes, signature: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(key.public)).verify(CONTEXT + signed, bytes.fromhex(signature))
    except (BadSignatureError, ValueError):
        return False
    return True
