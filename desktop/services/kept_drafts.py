"""What was typed and not yet saved, sealed beside the office file so that a crash loses nothing.

Each file is AES-256-GCM under a key derived from the office's data key, bound to its office and its user. Nothing of
what it holds, not even which record it is about, can be told from outside.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.domain.persian.text import name_key
from desktop.domain.record import Row
from desktop.store.office_file import OfficeFile

_NONCE = 12


@dataclass(frozen=True)
class FormName:
    """Which form something was typed in: of one kind, for one record or (without an id) for a new one."""

    kind: str
    record_id: str = ""
    form: str = "record"  # the form of the record itself; a step or another small form has a name of its own
    owner_id: str = ""  # the record that a new one belongs to


@dataclass(frozen=True)
class KeptDraft:
    """What was left in a form. `title` is what people call the form, in the language of that day."""

    name: FormName
    title: str
    at: datetime
    values: dict[str, Any]
    preset: dict[str, Any]  # fields that the form did not ask
    seen: int | None = None  # the last line of the log that stood on its screen


def keep_draft(
    office: OfficeFile,
    name: FormName,
    title: str,
    values: Mapping[str, Any],
    preset: Mapping[str, Any] | None = None,
    *,
    seen: int | None = None,
) -> bool:
    """Keeps the latest state of a form; False when it cannot be written now (a full disk), which harms nothing."""
    nonce = os.urandom(_NONCE)
    told: dict[str, Any] = {"name": asdict(name), "title": title, "at": office.clock().isoformat(), "values": values}
    told |= {"preset": dict(preset or {}), "seen": seen}
    text = json.dumps(told, default=_plain, ensure_ascii=True).encode()
    sealed = nonce + AESGCM(_key(office)).encrypt(nonce, text, _bound_to(office))
    path = _path(office, name)
    new = path.with_suffix(".new")
    try:
        new.write_bytes(sealed)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        return False
    return True


def kept_draft(office: OfficeFile, name: FormName) -> KeptDraft | None:
    """What this user left in a form, or None."""
    found = _read(office, _path(office, name))
    return found if found and found.name == name else None


def kept_drafts(office: OfficeFile) -> list[KeptDraft]:
    """Everything this user left unfinished, the newest first."""
    found = (_read(office, path) for path in office.folder.path.glob(f"draft-{office.actor.user_id}-*.sealed"))
    return sorted((draft for draft in found if draft), key=lambda draft: draft.at, reverse=True)


def drop_draft(office: OfficeFile, name: FormName) -> None:
    """The form was saved or given up."""
    try:
        _path(office, name).unlink(missing_ok=True)
    except OSError:
        keep_draft(office, name, "", {})


def drop_drafts_about(office: OfficeFile, persons: Iterable[Row]) -> int:
    """Drop what anybody left in forms about these people, who are to be forgotten; returns how many."""
    told = [(person["id"], name_key(person["first_name"]), name_key(person["last_name"])) for person in persons]
    dropped = 0
    for path in office.folder.path.glob("draft-*.sealed"):
        text = _unsealed(office, path, path.stem.removeprefix("draft-").rpartition("-")[0])
        folded = name_key(text)
        if any(one in text or (first in folded and last in folded) for one, first, last in told):
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped


def _unsealed(office: OfficeFile, path: Path, user_id: str) -> str:
    """The words of a draft; "" for one that nobody can read any more."""
    try:
        sealed = path.read_bytes()
        bound = f"{office.identity.office_id}/{user_id}".encode()
        told = json.loads(AESGCM(_key(office)).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound))
    except (OSError, InvalidTag, ValueError):
        return ""
    return json.dumps(told, ensure_ascii=False)


def _read(office: OfficeFile, path: Path) -> KeptDraft | None:
    """The draft in a file; None for none, for one that is damaged, and for one that was emptied."""
    try:
        sealed = path.read_bytes()
        told = json.loads(AESGCM(_key(office)).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound_to(office)))
        name, at = FormName(**told["name"]), datetime.fromisoformat(told["at"])
        draft = KeptDraft(name, told["title"], at, told["values"], told["preset"], told.get("seen"))
    except (OSError, InvalidTag, ValueError, KeyError, TypeError):
        return None
    return draft if draft.values else None


def _path(office: OfficeFile, name: FormName) -> Path:
    told = json.dumps(asdict(name), sort_keys=True).encode()
    digest = hmac.new(_key(office), told, "sha256").hexdigest()[:32]
    return office.folder.path / f"draft-{office.actor.user_id}-{digest}.sealed"


def _key(office: OfficeFile) -> bytes:
    return HKDF(SHA256(), 32, None, b"tashilgar kept drafts").derive(office.data_key)


def _bound_to(office: OfficeFile) -> bytes:
    return f"{office.identity.office_id}/{office.actor.user_id}".encode()


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
