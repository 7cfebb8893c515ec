"""The command line's one door: words in, an exit code out, and no traceback on anybody's face."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from desktop.cli.parser import build_parser
from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.system.terminal import discard_rest, emit, report_bug, say, use_utf8
from desktop.system.words import WordsError, without_json

DONE, REFUSED, WRONG_WORDS, UNAVAILABLE, BUG = 0, 1, 2, 3, 70


def run(words: list[str]) -> int:
    """Do what the words say. 0 done · 1 refused · 2 wrong words · 3 unavailable · 70 a bug, with a crash report."""
    use_utf8()
    try:
        given = build_parser().parse_args(without_json(words))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    try:
        return guarded(given)
    except BrokenPipeError:
        discard_rest()
        return DONE


def guarded(given: Namespace) -> int:
    """What understood words do; whatever goes wrong ends in an exit code."""
    try:
        code = _handler(given.word)(given)
        sys.stdout.flush()
        return code
    except (WordsError, UnicodeEncodeError) as error:  # the second: bytes that are no text in any alphabet
        say(str(error) if isinstance(error, WordsError) else "در این واژه‌ها نویسه‌ای هست که خوانده نمی‌شود.")
        return WRONG_WORDS
    except RefusedError as error:
        for problem in error.problems:
            emit(problem.as_json())
        return REFUSED
    except UnavailableError as error:
        say(error.problem.message)
        return UNAVAILABLE
    except KeyboardInterrupt:
        say(Problem("", "cancelled").message)
        return UNAVAILABLE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  the last net: what falls here is our bug
        report_bug(error, given.word)
        return BUG


# Each word's module is loaded only when the word is said.
_WORDS = {
    "offices": ("init", "demo", "check", "recover"),
    "put": ("put",),
    "records": ("get", "list", "step", "search"),
    "doubles": ("duplicates", "merge", "unmerge"),
    "households": ("household",),
    "consents": ("consent",),
    "certificates": ("certificate",),
    "attachments": ("attachment",),
    "sessions": ("sessions",),
    "erasure": ("erase",),
    "retention": ("retention",),
    "sheets": ("import", "export"),
    "reports": ("indicators", "print"),
    "monthly": ("report",),
    "people": ("user", "audit"),
    "handover": ("handover",),
    "conflicts": ("conflicts",),
    "network": ("sync",),
    "devices": ("device", "province"),
    "courier": ("courier",),
    "backups": ("backup", "restore", "backups", "rescue"),
    "updates": ("update",),
}
_OTHERWISE_NAMED = {
    "list": "list_records",
    "search": "find",
    "import": "import_sheet",
    "export": "export_sheet",
    "print": "print_out",
}


def _handler(word: str) -> Callable[[Namespace], int]:
    module = next((name for name, words in _WORDS.items() if word in words), None)
    if module is None:
        raise WordsError(word)
    found: Callable[[Namespace], int] = getattr(
        import_module(f"desktop.cli.{module}"), _OTHERWISE_NAMED.get(word, word)
    )
    return found
