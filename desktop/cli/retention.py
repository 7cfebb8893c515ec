"""The word about what was kept long enough: retention."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened
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
            found = forget_due(office)
    emit({"ok": True, "preview": words.preview, **found.as_json()})
    return 0
