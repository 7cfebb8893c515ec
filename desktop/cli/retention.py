"""The word about what was kept long enough: retention."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from desktop.cli.session import opened
from desktop.domain.persian.calendar import read_date
from desktop.domain.problems import Refusal, RefusedError
from desktop.services.access import require_manager
from desktop.services.retention import due, forget_due
from desktop.system.terminal import emit


def retention(words: Namespace) -> int:
    """How much of what is past its time, and forgets it; with --preview nothing happens."""
    with opened(words) as office:
        if words.preview:
            with office.write() as work:
                require_manager(work)
                found = due(work)
        else:
            found = forget_due(office, _day(words.today) if words.today else None)
    emit({"ok": True, "preview": words.preview, **found.as_json()})
    return 0


def _day(told: str) -> date:
    try:
        return read_date(told)
    except Refusal as refusal:
        raise RefusedError.of("today", refusal.code, **refusal.facts) from refusal
