"""The colours in which needs, their steps and answers are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop.ui.widgets.theme import Tone

STATUS_TONES: Final[dict[str, Tone]] = {
    "noted": "info",
    "referred": "warn",
    "answered": "primary",
    "in_progress": "primary",
    "met": "ok",
    "rejected": "danger",
    "closed": "muted",
}
STATUS_ICONS: Final[dict[str, str]] = {
    "noted": "clipboard-list",
    "referred": "send",
    "answered": "message-square",
    "in_progress": "clock",
    "met": "circle-check",
    "rejected": "circle-x",
    "closed": "lock",
}
URGENCY_TONES: Final[dict[str, Tone]] = {"first": "danger", "second": "warn", "normal": "muted"}
RESOLUTION_TONES: Final[dict[str, Tone]] = {"open": "info", "done": "ok", "overdue": "danger", "cancelled": "muted"}
_REFERRAL_TONES: Final[dict[str, Tone]] = {
    "answered": "ok",
    "acknowledged": "info",
    "withdrawn": "muted",
    "expired": "muted",
}
ANSWER_TONES: Final[dict[str, Tone]] = {"done": "ok", "accepted": "ok", "rejected": "danger", "acknowledged": "muted"}


def due_tone(row: Mapping[str, Any]) -> Tone | None:
    """Red for a need whose day has passed."""
    return "danger" if row["overdue"] else None


def referral_tone(status: str) -> Tone:
    """Waiting is amber, answered green, taken back grey."""
    return _REFERRAL_TONES.get(status, "warn")
