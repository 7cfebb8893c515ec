"""Levels of the bidirectional algorithm, guarded against python-bidi's debug print changing its form."""

from __future__ import annotations

import re

import pytest
from bidi import get_display

from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.levels import paragraph_levels, visual_order

FIXED = [
    ("سلام", "1111"),
    ("سلام abc", "11111222"),
    ("abc سلام", "22211111"),
    ("سال 1404", "11112222"),
    ("سال ۱۴۰۴", "11112222"),
    ("۱۴۰۴", "2222"),
    ("12/05", "22222"),
    ("۱۴۰۲/۰۵/۱۲", "2222222222"),
    ("الف ۱۲-۳۴", "111122122"),
    ("۱۲-۳۴", "22222"),
    ("۴۲٪", "222"),
    ("رشد ۴۲٪", "1111221"),
    ("(abc)", "12221"),
    ("الف (abc) ب", "11111222111"),
    ("Windows 11 (22H2)", "22222222222222222"),
    ("«abc»", "12221"),
    ("-۱۲", "122"),
    ("ا" + ltr("-۱۲") + "ب", "1122211"),
    ("لطفاً abc", "111111222"),
    ("a ۱ ب", "22211"),
]


@pytest.mark.parametrize(("text", "expected"), FIXED)
def test_a_fixed_string_has_its_fixed_levels(text: str, expected: str) -> None:
    assert "".join(map(str, paragraph_levels(text))) == expected


@pytest.mark.parametrize(("text", "_expected"), FIXED)
def test_compressing_to_classes_changes_no_level(text: str, _expected: str) -> None:
    printed = get_display(text, base_dir="R", debug=True)
    by_byte = re.findall(r"Level\(\s*(\d+)", printed[printed.index("levels: [") : printed.index("paragraphs: [")])
    starts = [len(text[:at].encode()) for at in range(len(text))]
    drawn = [at for at, character in enumerate(text) if character not in "\u2066\u2069\u064b"]
    assert [paragraph_levels(text)[at] for at in drawn] == [int(by_byte[starts[at]]) for at in drawn]


def test_an_empty_text_has_no_levels() -> None:
    assert paragraph_levels("") == ()


def test_pieces_of_a_line_are_turned_round_level_by_level() -> None:
    assert visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert visual_order([1, 1, 1]) == [2, 1, 0]
    assert visual_order([2, 2]) == [0, 1]
    assert visual_order([]) == []
