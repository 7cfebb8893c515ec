"""What records are called in the window: the store keeps a record's title, before it perhaps a word of the program."""

from __future__ import annotations

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import codes_in_order
from desktop.ui.widgets.wording import said


def entry_title(title: str) -> str:
    """A kept title, with its first word, such as «خانوار», in the language of the window, and its codes in order."""
    for prefix in {kind.title_prefix for kind in KINDS.values() if kind.title_prefix}:
        if title.startswith(f"{prefix} "):
            return codes_in_order(said(prefix) + title.removeprefix(prefix))
    return codes_in_order(title)
