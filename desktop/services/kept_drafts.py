"""What was typed and not yet saved, sealed beside the office file so that a crash loses nothing.

The file is AES-256-GCM under a key derived from the office's data key, bound to its name and its user.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store.office_file import OfficeFile

_NONCE = 12


def keep_draft(office: OfficeFile, name: str, values: Mapping[str, Any]) -> bool:
    """Keeps the latest state of a form; False when it cannot be written now (a full disk), which harms nothing."""
    nonce = os.urandom(_NONCE)
    text = json.dumps(values, default=_plain, ensure_ascii=True).encode()
    sealed = nonce + _cipher(office).encrypt(nonce, text, _bound_to(office, name))
    path = _path(office, name)
    new = path.with_suffix(".new")
    try:
        new.write_bytes(sealed)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        return False
    return True


def kept_draft(office: OfficeFile, name: str) -> dict[str, Any] | None:
    """The draft this user left, or None."""
    try:
        sealed = _path(office, name).read_bytes()
        text = _cipher(office).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound_to(office, name))
        found = json.loads(text)
    except (OSError, InvalidTag, ValueError):
        return None
    return found if isinstance(found, dict) else None


def drop_draft(office: OfficeFile, name: str) -> None:
    """The form was saved or given up."""
    try:
        _path(office, name).unlink(missing_ok=True)
    except OSError:
        keep_draft(office, name, {})


def _path(office: OfficeFile, name: str) -> Path:
    return office.folder.path / f"draft-{name}-{office.actor.user_id}.sealed"


def _cipher(office: OfficeFile) -> AESGCM:
    key = HKDF(SHA256(), 32, None, b"tashilgar kept drafts").derive(office.data_key)
    return AESGCM(key)


def _bound_to(office: OfficeFile, name: str) -> bytes:
    return f"{office.identity.office_id}/{name}/{office.actor.user_id}".encode()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
