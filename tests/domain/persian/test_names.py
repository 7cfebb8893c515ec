"""Names of people."""

from __future__ import annotations

import pytest

from desktop.domain.persian.names import read_name
from tests.domain.persian.refusals import refused


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" فاطمه ", "فاطمه"),
        ("رنجبري", "رنجبری"),
        ("موسی‌پور", "موسی‌پور"),
        ("بی‌بی‌گل  ناروئی", "بی‌بی‌گل ناروئی"),
        ("رضایی–مقدم", "رضایی-مقدم"),
        ("مُحمّد", "مُحمّد"),
        ("زرغونه ګل", "زرغونه ګل"),
        ("هێمن", "هێمن"),
        ("ﻓﺎﻃﻤﻪ", "فاطمه"),
        ("طه", "طه"),
        ("-رضایی–", "رضایی"),
        ("\u2067حاجی\u00a0پور\u2069", "حاجی پور"),
        ("أمیدۀ ثابت", "أمیدۀ ثابت"),
        ("ههڵۆ شێرکۆ", "ههڵۆ شێرکۆ"),
    ],
)
def test_a_name_is_kept_as_its_owner_writes_it(typed: str, name: str) -> None:
    assert read_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    ["فاطمه ۲", "علی1", "Sara", "علی؟", "علی، رضا", "علی(رضا)", "😀😀", "علی.", "۱۲", "علیｒضا", "Али", "علی_رضا"],
)
def test_only_persian_letters_make_a_name(typed: str) -> None:
    assert refused(read_name, typed) == "name_letters"


@pytest.mark.parametrize("typed", ["", " ", "م", "م‌", "-", "مّ"])
def test_a_name_has_two_letters(typed: str) -> None:
    assert refused(read_name, typed) == "name_short"
