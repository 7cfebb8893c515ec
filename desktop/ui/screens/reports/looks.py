"""How the states of a report look: an icon and a tone for each."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop.domain.clock import IRAN
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import listed, short, short_time

STATUS_LOOKS: Final[dict[str, tuple[str, Tone]]] = {
    "": ("minus", "muted"),
    "draft": ("pencil", "info"),
    "signed": ("signature", "primary"),
    "sent": ("send", "warn"),
    "accepted": ("circle-check", "ok"),
    "returned": ("undo-2", "danger"),
}


def moment(at: datetime) -> str:
    """When something was signed or sent: day and hour in Iran."""
    there = at.astimezone(IRAN)
    return listed((short(there.date()), short_time(there.time())))
