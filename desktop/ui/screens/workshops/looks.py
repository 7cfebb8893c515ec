"""The colours in which workshops, sessions, enrolments and marks are shown."""

from __future__ import annotations

from typing import Final

from desktop.ui.widgets.theme import Tone

STATUS_TONES: Final[dict[str, Tone]] = {
    "planned": "info",
    "open": "primary",
    "running": "ok",
    "held": "warn",
    "reported": "muted",
    "cancelled": "danger",
}
ENROLLMENT_TONES: Final[dict[str, Tone]] = {
    "enrolled": "ok",
    "waiting": "warn",
    "withdrawn": "muted",
    "completed": "primary",
    "failed": "danger",
}
MARK_TONES: Final[dict[str, Tone]] = {"present": "ok", "late": "warn", "absent": "danger", "excused": "info"}
MARK_LETTERS: Final[dict[str, str]] = {"present": "ح", "late": "ت", "absent": "غ", "excused": "م"}
LOCKED: Final = ("reported", "cancelled")  # no marks are typed any more
