"""The colours in which workshops, sessions, enrolments and marks are shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

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
LOCKED: Final = ("reported", "cancelled")  # no marks are typed any more


def mark_letter(state: str) -> str:
    """The letter of a mark, as on the paper sheet."""
    letters = {
        "present": QCoreApplication.translate("Marks", "ح"),
        "late": QCoreApplication.translate("Marks", "ت"),
        "absent": QCoreApplication.translate("Marks", "غ"),
        "excused": QCoreApplication.translate("Marks", "م"),
    }
    return letters[state]
