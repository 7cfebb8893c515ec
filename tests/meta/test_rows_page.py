"""The page of the articles' facts: every row has its place, and every name it tells exists in the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.parser import build_parser
from desktop.domain.codes import CODE_LISTS
from desktop.domain.indicators import DEFINITIONS
from desktop.domain.kinds import KINDS
from desktop.reports.catalogue import PRINTABLES
from desktop.ui.shell.screens import SCREENS

ROOT = Path(__file__).resolve().parents[2]
FACTS = {0: 24, 1: 27, 2: 22, 3: 27, 4: 23}
"""Article → how many facts the domain draws from it."""


def _rows() -> dict[str, list[str]]:
    lines = re.findall(
        r"^\| (F\d-\d\d) \| .+? \| (.+) \|$", (ROOT / "docs" / "rows.md").read_text("utf-8"), re.MULTILINE
    )
    return {row: re.findall(r"`([^`]+)`", where) for row, where in lines}


def _field(name: str) -> bool:
    kind, _dot, field = name.partition(".")
    return kind in KINDS and field in KINDS[kind].fields


def _code(name: str) -> bool:
    listed, _dot, code = name.partition(".")
    return code in CODE_LISTS.get(listed, {})


def _guard(name: str) -> bool:
    """Whether a test speaks of this guard rail."""
    tests = (ROOT / "tests").rglob("*.py")
    return any(name in path.read_text("utf-8") for path in tests if path != Path(__file__))


WORDS = frozenset(
    word for action in build_parser()._actions if isinstance(action.choices, dict) for word in action.choices
)
EXISTS: dict[str, Callable[[str], bool]] = {
    "code": _code,
    "paper": PRINTABLES.__contains__,
    "room": {entry.name for entry in SCREENS}.__contains__,
    "word": WORDS.__contains__,
    "guard": _guard,
}


def test_every_fact_of_the_articles_has_its_row() -> None:
    assert list(_rows()) == [f"F{article}-{n:02}" for article, last in FACTS.items() for n in range(1, last + 1)]


@pytest.mark.parametrize("article", FACTS)
def test_what_a_row_points_at_exists(article: int) -> None:
    named = [(row, name) for row, names in _rows().items() if row.startswith(f"F{article}") for name in names]
    missing = []
    for row, name in named:
        sort, colon, rest = name.partition(":")
        known = EXISTS[sort](rest) if colon else name in DEFINITIONS or _field(name)
        missing += [] if known else [(row, name)]
    assert named
    assert missing == []
