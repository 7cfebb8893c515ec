"""Speaking to whoever sits at the terminal: Persian first, English after it. Standard library only."""

from __future__ import annotations

import sys
from typing import NoReturn

UNAVAILABLE = 3


def use_utf8() -> None:
    """Persian must not fail on a Windows pipe or in a C locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(persian: str, english: str) -> None:
    """One line in both languages, shown at once even when a child process writes next."""
    print(f"{persian}  |  {english}", flush=True)


def stop(persian: str, english: str, code: int = UNAVAILABLE) -> NoReturn:
    """End with one clear line; code 3 means that this machine lacks something."""
    print(f"{persian}  |  {english}", file=sys.stderr, flush=True)
    raise SystemExit(code)
