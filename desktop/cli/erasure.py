"""The word that forgets a person: erase."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened
from desktop.domain.problems import RefusedError
from desktop.services.erasure import erase_person, preview
from desktop.system.terminal import emit


def erase(words: Namespace) -> int:
    """What went, what stays as counts, and the letters that had already left; with --preview nothing happens."""
    with opened(words) as office:
        if office.actor.role != "office_manager":
            raise RefusedError.of("", "not_allowed")
        if words.preview:
            with office.read() as rows:
                done = preview(rows, words.id, words.successor or "")
        else:
            done = erase_person(office, words.id, words.reason or "", words.successor or "")
    emit({"ok": True, "preview": words.preview, **done.as_json()})
    return 0
