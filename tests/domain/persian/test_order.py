"""Lists stand in the order of the Persian alphabet on every machine."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.order import SORT_KEY_VERSION, sort_key
from desktop.domain.persian.text import clean

ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
TYPED = st.text(st.one_of(st.sampled_from(ALPHABET + " \u200cيكئء1۲Aé-ـ"), st.characters()), max_size=20)


def in_order(*names: str) -> bool:
    keys = [sort_key(name) for name in names]
    return keys == sorted(keys) and len(set(keys)) == len(keys)


def test_every_letter_stands_in_its_place_at_the_front_and_inside() -> None:
    assert in_order(*ALPHABET)
    assert in_order(*(f"م{letter}ن" for letter in ALPHABET))


def test_family_names_stand_as_in_a_register() -> None:
    assert in_order("آذری", "اکبری", "بهرامی", "پورمحمد", "چراغی", "ژاله", "کریمی", "گودرزی", "وحیدی", "هاشمی", "یوسفی")


def test_hamza_is_one_letter_after_alef_whatever_carries_it() -> None:
    assert in_order("راد", "رئیسی", "ربیعی")
    assert len({sort_key(seat) for seat in ("ء", "أ", "إ", "ؤ", "ئ", "ی\u0654", "ي\u0654")}) == 1


def test_arabic_and_persian_keyboards_give_one_place() -> None:
    assert sort_key("كاظمي") == sort_key("کاظمی")
    assert sort_key("فاطمة") == sort_key("فاطمه") == sort_key("فاطِمهٔ")
    assert sort_key("موسی‌پور") == sort_key("موسیپور")


def test_a_space_stands_before_every_letter() -> None:
    assert in_order("علی", "علی پور", "علیا", "علیپور")
    assert sort_key("علی-پور") == sort_key("علی پور")


def test_digits_stand_before_and_latin_after_persian() -> None:
    assert in_order("1", "۲", "٣", "آب", "یزد", "abc", "Zed", "Ж")
    assert sort_key("é") == sort_key("E")


def test_the_last_name_decides_before_the_first() -> None:
    people = [("علی", "یوسف"), ("علی پور", "احمد"), ("علیا", "آرش"), ("علیا", "بهمن")]
    assert sorted(people, key=lambda person: sort_key(*person)) == people
    assert sort_key("علی", "") < sort_key("علی", "آ") < sort_key("علی پور", "")


@given(TYPED, TYPED, TYPED, TYPED)
def test_parts_never_run_into_each_other(a: str, b: str, c: str, d: str) -> None:
    by_parts = (sort_key(a), sort_key(b)) < (sort_key(c), sort_key(d))
    assert (sort_key(a, b) < sort_key(c, d)) == by_parts


@given(TYPED)
def test_the_place_does_not_depend_on_how_it_was_typed(typed: str) -> None:
    assert sort_key(clean(typed)) == sort_key(typed)


def test_a_changed_order_must_change_its_version() -> None:
    """Stored keys are only recomputed when the version is raised together with this example."""
    assert (SORT_KEY_VERSION, sort_key("آ ءگی‌و", "Zoe 10").hex()) == (1, VERSION_1)


def test_keys_for_a_province_are_made_in_seconds() -> None:
    sort_key("رنجبری", "فاطمه", "غلامرضا")
    started = time.perf_counter()
    for _ in range(2000):
        sort_key("رنجبری", "فاطمه", "غلامرضا")
    assert (time.perf_counter() - started) / 2000 < 100e-6


VERSION_1 = "3a203c555b5901756a60203130"
