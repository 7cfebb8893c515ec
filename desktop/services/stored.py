"""Values as the change log tells them, turned into what the tables hold."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.fields import Input
from desktop.domain.record import Kind


def stored_values(kind: Kind, logged: Mapping[str, object]) -> dict[str, object]:
    """Logged values as the table holds them: dates and times from text, yes and no from numbers."""
    made: dict[str, object] = {}
    for name, value in logged.items():
        about = kind.fields[name]
        if value is None:
            made[name] = None
        elif about.input is Input.YES_NO:
            made[name] = bool(value)
        else:
            made[name] = about.read(value)
    return made
