"""The words about spreadsheets: import, export."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from pathlib import Path

from desktop.cli.session import opened
from desktop.services.spreadsheets.columns import sheet_kind
from desktop.services.spreadsheets.exporting import export_file
from desktop.services.spreadsheets.importing import Wish, import_file, told_counts
from desktop.system.terminal import emit, say

_EVERY = 1.0  # seconds between two lines about how far the work is


class _Terminal:
    """Tells a person at the terminal how far the work is; a program that reads us hears the summary only."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, fraction: float | None, detail: str = "") -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._last >= _EVERY:
            self._last = now
            say(detail if fraction is None else f"{detail} ({fraction:.0%})")

    def check(self) -> None:
        """Ctrl+C stops it by itself."""


def import_sheet(words: Namespace) -> int:
    """The summary as one JSON line. Rows that were refused are no failure: they are in their file."""
    kind = sheet_kind(words.kind).name
    with opened(words) as office:
        outcome = import_file(
            office, kind, Path(words.file), _Terminal(), dry_run=words.dry_run, wish=Wish(words.sheet or "")
        )
    emit(outcome.as_json())
    say("، ".join(f"{name} {count}" for name, count in told_counts(outcome)))
    if outcome.other_sheets:
        say(f"برگه‌های دیگر این پرونده خوانده نشدند: {'، '.join(outcome.other_sheets)}؛ هر یک را با --sheet وارد کنید.")
    if outcome.refused_file:
        say(f"ردیف‌های ردشده با دلیل: {outcome.refused_file}")
    return 0


def export_sheet(words: Namespace) -> int:
    """The file that was written and how many rows it has."""
    kind = sheet_kind(words.kind).name
    with opened(words) as office:
        done = export_file(office, kind, Path(words.file), _Terminal())
    emit(done.as_json())
    return 0
