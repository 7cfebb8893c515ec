"""How far the audit log had come, kept beside the encrypted file and outside its folder, under the office's own key.

A log that was cut, or written anew from some line on, chains as well as the whole one; what stands outside it does not.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from desktop.store.audit import Anchor
from desktop.store.durable import keep_in_places
from desktop.store.witness import memory_place

NAME = "office.audit"


def keep_anchors(folder: Path, key: bytes, anchors: Sequence[Anchor]) -> None:
    """Remember these. Where nothing can be written it is no obstacle."""
    told = [list(anchor) for anchor in anchors]
    data = json.dumps({"anchors": told, "mac": _mac(key, told)}).encode()
    keep_in_places(_places(folder), data)


def kept_anchors(folder: Path, key: bytes) -> list[Anchor]:
    """What is remembered of this office; what is damaged or of another key is nothing."""
    return sorted({anchor for place in _places(folder) for anchor in _kept(place, key)})


def forget_anchors(folder: Path) -> None:
    """The office is unmade."""
    for place in _places(folder):
        place.unlink(missing_ok=True)


def _kept(place: Path, key: bytes) -> list[Anchor]:
    try:
        told = json.loads(place.read_text("utf-8"))
        if not hmac.compare_digest(str(told["mac"]), _mac(key, told["anchors"])):
            return []
        return [Anchor(int(seq), str(chain), str(at)) for seq, chain, at in told["anchors"]]
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return []


def _places(folder: Path) -> list[Path]:
    return [folder / NAME, memory_place(folder, ".audit")]


def _mac(key: bytes, told: object) -> str:
    return hmac.new(key, b"tashilgar audit\0" + json.dumps(told).encode(), sha256).hexdigest()
