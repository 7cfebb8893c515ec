"""Lists stand in the order of the Persian alphabet on every machine."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.order import SORT_KEY_VERSION, sort_key
from desktop.domain.persian.text import clean

ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
TYPED = st.text(st.one_of(st.sampled_from(ALPHABET + " \u200cيكئءٔ\u0651ە1۲Aé-.ـ"), st.characters()), max_size=20)
VARIANTS = {"ا": "اٱ", "ء": "ءأإؤئ", "ه": "هۀةہھ", "م": "مم", " ": "  ", "ن": "نن"}
VARIED = st.lists(st.sampled_from(sorted(VARIANTS)), min_size=1, max_size=5)


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
    assert in_order("سا", "ساء", "سأ", "سإ", "سؤ", "سئ", "سب")
    assert in_order("سءب", "سأپ", "سؤت", "سئث")


def test_arabic_and_persian_keyboards_give_one_place() -> None:
    assert sort_key("كاظمي") == sort_key("کاظمی")
    assert sort_key("ﻓﺎﻃﻤﻪ") == sort_key("فاطمه")
    assert sort_key("مـحمد") == sort_key("محمد")
    assert sort_key("موسی‌پور") == sort_key("موسیپور")
    assert sort_key("١") == sort_key("۱") == sort_key("1")


def test_vowel_signs_and_variants_decide_only_between_equals() -> None:
    assert in_order("فاطمه", "فاطمة", "فاطِمه", "فاطمهٔ ب")
    assert in_order("مُحمد", "محمدی")
    assert in_order("علی", "علیّ", "عليا")
    assert in_order("هب", "ةپ", "ۀت")


def test_a_space_stands_before_every_letter_and_a_hyphen_after_it() -> None:
    assert in_order("علی", "علی پور", "علی-پور", "علیا", "علیپور")


def test_signs_and_digits_stand_before_and_latin_after_persian() -> None:
    assert in_order("-", "،", "«", "(", "1", "۲", "٣", "آب", "یزد", "abc", "ABC", "Zed", "Ж")
    assert in_order("e", "E", "é", "É", "f")
    assert in_order("~", "☎", "0")
    assert in_order("ae", "af")
    assert sort_key("ae") == sort_key("æ")


def test_a_hamza_apart_from_its_yeh_is_read_as_one_letter() -> None:
    assert in_order("را", "ری\u0654یسی", "رئیسی", "رب")
    assert in_order("را", "ری\u064f\u0654یسی", "رب")


def test_the_last_name_decides_before_the_first() -> None:
    people = [("علی", "یوسف"), ("علی پور", "احمد"), ("علیا", "آرش"), ("علیا", "بهمن")]
    assert sorted(people, key=lambda person: sort_key(*person)) == people
    assert sort_key("علی", "") < sort_key("علی", "آ") < sort_key("علی پور", "")


def test_one_family_in_two_spellings_stays_together_by_first_name() -> None:
    people = [("مؤمنی", "احمد"), ("مئمنی", "بهمن"), ("مؤمنی", "پری"), ("مئمنی", "پری"), ("مؤمنی", "تقی")]
    assert sorted(people, key=lambda person: sort_key(*person)) == people


@given(TYPED, TYPED, TYPED, TYPED)
def test_parts_never_run_into_each_other(a: str, b: str, c: str, d: str) -> None:
    """The letters of the first part decide, then those of the second; the rest only between equals."""
    first, second = letters(a), letters(c)
    if first != second:
        assert (sort_key(a, b) < sort_key(c, d)) == (first < second)
    elif letters(b) != letters(d):
        assert (sort_key(a, b) < sort_key(c, d)) == (letters(b) < letters(d))
    elif sort_key(a) != sort_key(c):
        assert (sort_key(a, b) < sort_key(c, d)) == (sort_key(a) < sort_key(c)) or sort_key(b) != sort_key(d)


def letters(text: str) -> bytes:
    """The first level of a key."""
    return sort_key(text).split(b"\x01")[0]


@given(VARIED, st.data())
def test_variants_of_letters_never_outweigh_a_letter(shape: list[str], data: st.DataObject) -> None:
    def typed() -> str:
        return "".join(data.draw(st.sampled_from(VARIANTS[letter])) for letter in shape)

    assert sort_key("ب" + typed() + "ب") < sort_key("ب" + typed() + "پ")
    assert sort_key("ب" + typed(), "ب") < sort_key("ب" + typed(), "پ")


@given(TYPED)
def test_the_place_does_not_depend_on_how_it_was_typed(typed: str) -> None:
    assert sort_key(clean(typed)) == sort_key(typed)


@given(TYPED, TYPED)
def test_keys_are_bytes_that_can_be_turned_round_for_lists_from_last_to_first(a: str, b: str) -> None:
    keys = [sort_key(a, b), sort_key(b, a)]
    turned = [bytes(255 - byte for byte in key) + b"\xff" for key in keys]
    assert (keys[0] < keys[1]) == (turned[0] > turned[1])
    assert not any(byte in key for key in keys for byte in (0x00, 0xFF))


def test_a_changed_order_must_change_its_version() -> None:
    """Stored keys are only recomputed when the version is raised together with this example."""
    assert (SORT_KEY_VERSION, sort_key("آ ءگی‌و", "Zoe 10ئ").hex()) == (2, VERSION_2)


def test_keys_for_a_province_are_made_in_seconds() -> None:
    sort_key("رنجبری", "فاطمه", "غلامرضا")
    started = time.perf_counter()
    for _ in range(2000):
        sort_key("رنجبری", "فاطمه", "غلامرضا")
    assert (time.perf_counter() - started) / 2000 < 100e-6


VERSION_2 = "11031361827602ada0940307061301050505050505020505050505050b010505050505050206050505050506"
