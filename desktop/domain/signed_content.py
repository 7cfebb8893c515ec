"""What was signed is known by its SHA-256, on the laptop that signed it and wherever else it is read (G-31)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SNAPSHOT_SCHEMA = 1
"""The form of snapshots that this program writes and reads."""

_SHORT = 10**12


def digest_of(snapshot: Mapping[str, Any]) -> str:
    """The SHA-256 of a snapshot, in hex: the same for the same content, in whatever order it is told."""
    told = json.dumps(snapshot, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def short_hash(digest: str) -> str:
    """Twelve digits of a digest, as they stand in the foot of the pages."""
    return f"{int(digest, 16) % _SHORT:012d}"
