"""The command line's one door: words in, an exit code out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.system.terminal import discard_rest, emit, report_bug, say, use_utf8
from desktop.system.words import without_json
from province.cli.parser import build_parser

DONE, REFUSED, UNAVAILABLE, BUG = 0, 1, 3, 70

# Each word's module is loaded only when the word is said.
_WORDS = {
    "init": "province.cli.beginning:begin_server",
    "serve": "province.cli.serving:serve",
    "check": "province.cli.beginning:check",
    "backup": "province.cli.beginning:backup",
    "restore": "province.cli.beginning:restore_copy",
    "office": "province.cli.offices:office",
    "device": "province.cli.devices:device",
    "report": "province.cli.reports:report",
    "rollup": "province.cli.rollup:rollup",
    "print": "province.cli.rollup:print_paper",
    "put": "province.cli.deeds:put_records",
    "step": "province.cli.deeds:step_record",
    "courier": "province.cli.courier:courier",
    "user": "province.cli.accounts:user",
}


def run(words: list[str]) -> int:
    """Do what the words say. 0 done · 1 refused · 2 wrong words · 3 unavailable · 70 a bug, with a crash report."""
    use_utf8()
    try:
        given = build_parser().parse_args(without_json(words))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    try:
        return _guarded(given)
    except BrokenPipeError:
        discard_rest()
        return DONE


def _guarded(given: Namespace) -> int:
    try:
        code = _handler(given.word)(given)
        sys.stdout.flush()
        return code
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


def _handler(word: str) -> Callable[[Namespace], int]:
    module, _, name = _WORDS[word].partition(":")
    found: Callable[[Namespace], int] = getattr(import_module(module), name)
    return found
