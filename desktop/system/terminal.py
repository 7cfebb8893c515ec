"""What the words write: JSON lines for programs on standard output, Persian sentences for people on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any


def use_utf8() -> None:
    """UTF-8 whatever the locale; half of a broken character becomes its JSON escape instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(line: Mapping[str, Any]) -> None:
    """One JSON line, in the reader's hands before the next record is begun."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False, default=_plain) + "\n")
    sys.stdout.flush()


def say(sentence: str) -> None:
    """A sentence for the person at the terminal."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def report_bug(error: Exception, word: str) -> None:
    """Keep what broke while a word was carried out in a crash report, and say where that lies."""
    from desktop.system.crash_report import write_crash_report

    path = write_crash_report(error, doing=word)
    say(f"خطایی در برنامه پیش آمد؛ گزارش آن: {path}" if path else "خطایی در برنامه پیش آمد و گزارش آن نوشته نشد.")


def discard_rest() -> None:
    """The reader has gone: what is still buffered goes nowhere, so that the exit is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return str(value)
