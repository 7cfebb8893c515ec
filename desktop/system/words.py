"""argparse that speaks Persian, for the program and for the province's server alike."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter, _MutuallyExclusiveGroup
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from desktop.system.terminal import say

_EXIT_WORDS = 2
_IN_PERSIAN = (
    (r"the following arguments are required: (.+)", r"این واژه‌ها کم است: \1"),
    (r"unrecognized arguments: (.+)", r"این واژه‌ها شناخته نشد: \1"),
    (r"argument (.+?): invalid choice: (.+?) \(.*", r"برای \1 واژهٔ \2 شناخته نیست."),
    (r"argument (.+?): expected .*", r"پس از \1 مقداری لازم است."),
    (r"argument (.+?): invalid int value: (.+)", r"برای \1 عدد لازم است، نه \2."),
    (r"argument (.+?): not allowed .*", r"\1 با واژهٔ دیگر نمی‌آید."),
)


class WordsError(Exception):
    """The words cannot be understood; the sentence says which."""


class Parser(ArgumentParser):
    """argparse that speaks Persian and ends with 2 for words it does not know."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """FIELD=VALUE words may stand before and after the options; argparse itself takes the first ones only."""
        found, rest = super().parse_known_args(args, namespace)
        if rest and hasattr(found, "fields") and all("=" in word and not word.startswith("-") for word in rest):
            found.fields, rest = [*found.fields, *rest], []
        return found, rest

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _IN_PERSIAN:
            message = re.sub(pattern, sentence, message)
        say(message)
        say(f"{self.format_usage().strip()}\nراهنما: {self.prog} --help")
        raise SystemExit(_EXIT_WORDS)


class Formatter(HelpFormatter):
    """The usage line begins in Persian."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "کاربرد: " if prefix is None else prefix)


def without_json(given: Sequence[str]) -> list[str]:
    """`--json` may stand anywhere; answers are JSON lines with or without it."""
    return [word for word in given if word != "--json"]
