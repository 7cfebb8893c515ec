"""The weight of the evidence: second files are recognised, namesakes and relatives are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.left_out import habits_of
from desktop.domain.likeness import (
    AGAINST,
    ALWAYS,
    LIKELY,
    REASONS,
    Likeness,
    Office,
    likeness,
)
from desktop.domain.persian.calendar import to_gregorian
from desktop.domain.persian.spelt import Spelt, passage, spelt
from desktop.domain.sketch import Sketch, birth_by_age, birth_on, numbers_of

PEOPLE = 20_000
BEARERS = {"محمد": 900, "علی": 700, "محمدی": 450, "حسینی": 300, "زهرا": 600, "زهره": 150, "حسن": 300, "حسین": 500}
FAMILIES = {"رنجبری", "محمدی", "حسینی", "کریمی", "گورکی"}


def office(people: int = PEOPLE, **counted: int) -> Office:
    known = {**BEARERS, **counted}

    def bearers(role: str, name: Spelt) -> int:
        return 0 if role == "given" and name.key in FAMILIES else known.get(name.key, 8)

    return Office(people, bearers, lambda _number: 1)


def person(**changes: Any) -> dict[str, Any]:
    known = {
        "first": "طاهره", "last": "رنجبری", "father": "غلامرضا", "sex": "female", "born": (1362, 5, 17),
        "mobile": "09000000011", "numbers": ["9931000201"], "verified": False, "age": None,
    }  # fmt: skip
    return {**known, **changes}


def sketch(values: dict[str, Any]) -> Sketch:
    born = values["born"]
    birth = birth_on(to_gregorian(*born), "day") if born and len(born) == 3 else None
    if born and len(born) == 1:
        birth = birth_on(to_gregorian(born[0], 1, 1), "year")
    if values["age"] is not None:
        birth = birth_by_age(values["age"], date(2025, 9, 6))
    father = spelt(values["father"]) if values["father"] else None
    return Sketch(
        spelt(values["first"]), spelt(values["last"]), father, values["sex"], birth,
        values["mobile"], numbers_of(values["numbers"]), values["verified"],
    )  # fmt: skip


def compared(one: dict[str, Any], other: dict[str, Any], among: Office | None = None) -> Likeness | None:
    return likeness(sketch(one), sketch(other), among or office())


def is_shown(one: dict[str, Any], other: dict[str, Any], among: Office | None = None) -> bool:
    found = compared(one, other, among)
    return found is not None and found.score >= LIKELY


SECOND_FILES = {
    "arabic letters": {"first": "طاهرة", "last": "رنجبري"},
    "homophone": {"first": "تاهره"},
    "doubled letter": {"first": "طاههره"},
    "split": {"last": "رنج بری", "father": "غلام رضا"},
    "swapped": {"first": "رنجبری", "last": "طاهره"},
    "honorific": {"first": "سیده طاهره"},
    "joined honorific": {"first": "سیدهطاهره"},
    "letter left out": {"first": "طاره"},
    "letter too many": {"last": "رنجبرری"},
    "key beside": {"last": "رنجیری"},
    "transposed": {"last": "رجنبری"},
    "wrong day": {"born": (1362, 5, 18)},
    "only the year": {"born": (1362,)},
    "first of Farvardin": {"born": (1362, 1, 1)},
    "year off": {"born": (1361, 5, 17)},
    "guessed age": {"born": None, "age": 43},
    "no birth": {"born": None},
    "wrong digit": {"numbers": ["9931000301"]},
    "transposed digits": {"numbers": ["9931002001"]},
    "other mobile": {"mobile": "09350000000"},
    "no father": {"father": None},
}
BARE: dict[str, Any] = {"numbers": [], "mobile": None}


@pytest.mark.parametrize("changes", SECOND_FILES.values(), ids=SECOND_FILES)
@pytest.mark.parametrize("bare", [{}, BARE], ids=["with papers", "without papers"])
def test_a_second_file_with_one_slip_is_shown(changes: dict[str, Any], bare: dict[str, Any]) -> None:
    assert is_shown(person(**changes, **{k: v for k, v in bare.items() if k not in changes}), person(**bare))


@pytest.mark.parametrize(
    "changes",
    [
        {"first": "تاهره", "numbers": [], "mobile": None},
        {"first": "رنجبری", "last": "طاهره", "numbers": [], "born": (1362,)},
        {"first": "سیده طاهره", "last": "رنجبرى", "father": None, "numbers": []},
        {"last": "رجنبری", "numbers": [], "mobile": "09350000000", "born": (1362, 5, 18)},
        {"father": None, "numbers": [], "mobile": None, "born": (1361, 5, 17)},
    ],
)
def test_a_second_file_with_several_slips_is_shown(changes: dict[str, Any]) -> None:
    assert is_shown(person(**changes), person())


OTHERS = {
    "namesake with another father": {"father": "یعقوب", "numbers": [], "mobile": None, "born": (1362,)},
    "namesake born the same day": {"father": "یعقوب", "numbers": ["9931000211"], "mobile": None},
    "namesake of another age": {"father": None, "numbers": [], "mobile": None, "born": (1341, 2, 3)},
    "twin": {"first": "فاطمه", "numbers": []},
    "twin of a like name": {"first": "طاهر", "sex": "male", "numbers": ["9931000211"]},
    "sister": {"first": "صدیقه", "born": (1364, 2, 9), "numbers": []},
    "stranger": {"first": "صدیقه", "last": "کریمی", "father": "یعقوب", "mobile": None, "numbers": []},
}


@pytest.mark.parametrize("changes", OTHERS.values(), ids=OTHERS)
def test_somebody_else_is_left_alone(changes: dict[str, Any]) -> None:
    assert not is_shown(person(**changes), person())


def test_grandfather_and_grandson_of_one_name_are_two() -> None:
    old = person(first="علی", last="محمدی", father="حسن", sex="male", born=(1320, 3, 4), numbers=[], mobile=None)
    young = {**old, "father": "محمد", "born": (1375, 6, 7)}
    assert not is_shown(old, young)


@pytest.mark.parametrize(("one", "other"), [("حسن", "حسین"), ("زهرا", "زهره")])
def test_twins_whose_names_differ_by_a_letter_are_two_when_both_names_are_in_use(one: str, other: str) -> None:
    first = person(first=one, last="محمدی", numbers=[])
    assert not is_shown(first, {**first, "first": other})
    assert is_shown(first, {**first, "first": one[:-1] + "غ" + one[-1]}, office(**{one[:-1] + "غ" + one[-1]: 0}))


def test_a_rare_name_says_more_than_a_common_one() -> None:
    common = person(first="علی", last="محمدی", father=None, numbers=[], mobile=None, born=(1362,), sex="male")
    rare = {**common, "first": "شیرکو", "last": "گورکی"}
    assert not is_shown(common, common)
    assert is_shown(rare, rare)


def test_in_a_small_office_the_same_name_is_enough() -> None:
    bare = person(numbers=[], mobile=None, father=None, born=None)
    small = Office(40, lambda _role, _name: 1, lambda _number: 1)
    assert is_shown(bare, bare, small)


def test_one_valid_national_id_is_always_shown() -> None:
    other = person(first="صدیقه", last="کریمی", father="یعقوب", born=(1301, 1, 9), sex="male", mobile="09350000000")
    found = compared(person(), other)
    assert found is not None
    assert found.score >= ALWAYS
    assert "identifier" in found.reasons
    assert {"first_name_other", "last_name_other", "father_other", "sex_other"} <= set(found.against)


def test_numbers_are_one_in_any_digits_and_without_their_zeros() -> None:
    one = person(first="صدیقه", last="کریمی", numbers=["0012345679"])
    assert is_shown(one, {**one, "numbers": ["۱۲۳۴۵۶۷۹"]})


def test_two_papers_that_were_seen_weigh_more_than_two_that_were_told() -> None:
    told = compared(person(), person(numbers=["9931000228"]))
    seen = compared(person(verified=True), person(numbers=["9931000228"], verified=True))
    assert told is not None
    assert seen is not None
    assert seen.score < told.score
    assert "identifier_other" in told.against


def test_another_sex_speaks_against() -> None:
    same, other = compared(person(), person()), compared(person(), person(sex="male"))
    assert same is not None
    assert other is not None
    assert other.score < same.score
    assert other.against == ("sex_other",)


def test_a_telephone_that_everybody_uses_says_little() -> None:
    busy = Office(PEOPLE, lambda _role, _name: 8, lambda _number: 2_000)
    own, shared = compared(person(), person(), office()), compared(person(), person(), busy)
    assert own is not None
    assert shared is not None
    assert shared.score < own.score


def test_reasons_have_words() -> None:
    found = compared(person(), person(father="یعقوب"))
    assert found is not None
    assert [REASONS[reason] for reason in found.reasons] == [
        "نام و نام خانوادگی یکسان", "تاریخ تولد یکسان", "شمارهٔ همراه یکسان", "شمارهٔ هویتی یکسان",
    ]  # fmt: skip
    assert [AGAINST[code] for code in found.against] == ["نام پدر دیگر"]


_NAMES = st.sampled_from(["طاهره", "علی‌اکبر", "سید محمد", "محمد", "حسن", "حسین", "زهرا", "گل‌نسا", "رضا", "رازا"])
_YEARS = st.one_of(
    st.none(), st.tuples(st.integers(1320, 1400)), st.tuples(st.integers(1320, 1400), st.just(3), st.just(7))
)
_WHO = st.builds(
    person,
    first=_NAMES, last=_NAMES, father=st.one_of(st.none(), _NAMES), sex=st.sampled_from(["male", "female"]),
    born=_YEARS, mobile=st.sampled_from([None, "09000000011", "09000000012"]),
    numbers=st.sampled_from([[], ["9931000201"], ["9931000211"], ["9931000202"]]),
)  # fmt: skip


@given(_WHO, _WHO)
def test_likeness_is_the_same_from_either_side(one: dict[str, Any], other: dict[str, Any]) -> None:
    there, back = compared(one, other), compared(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.score == pytest.approx(back.score)
        assert (set(there.reasons), set(there.against)) == (set(back.reasons), set(back.against))


@given(_WHO)
def test_nothing_is_likelier_than_the_very_same_answers(who: dict[str, Any]) -> None:
    same = compared(who, who)
    assert same is not None
    assert same.against == ()
    other = compared(who, {**who, "first": "صدیقه" if who["first"] != "صدیقه" else "کبری"})
    assert other is None or other.score < same.score


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("علی‌اکبر", "علیاکبر", "same"),
        ("علی‌اکبر", "علی اكبر", "same"),
        ("صغری", "سقرا", "near"),
        ("طاهره", "تاهره", "sound"),
        ("ذوالفقار", "زولفقار", "near"),
        ("معصومه", "مصومه", "near"),
        ("سید محمد", "محمد", "honorific"),
        ("میرحسین", "حسین", "honorific"),
        ("سیدهزهرا", "زهرا", "honorific"),
        ("محمدرضا", "محمدضرا", "near"),
        ("محمد رضا", "رضا", "near"),
        ("زهرا", "مریم", ""),
    ],
)
def test_how_a_name_comes_to_be_written_otherwise(one: str, other: str, way: str) -> None:
    assert passage(spelt(one), spelt(other)).way == way


@given(_NAMES, _NAMES)
def test_what_becomes_another_name_becomes_it_with_one_rate_seen_from_either_side(one: str, other: str) -> None:
    there, back = passage(spelt(one), spelt(other)), passage(spelt(other), spelt(one))
    assert (there.there, there.back, there.way) == (back.back, back.there, back.way)


def _with_habits(*, is_typing: bool = False) -> Office:
    """An office in which most people tell everything."""
    whole, bare = person(), person(father=None, mobile=None, numbers=[], born=(1362,))
    told = habits_of([sketch(whole)] * 8 + [sketch(bare)] * 2, is_typing=is_typing)
    return replace(office(), habits=told)


def test_two_files_that_leave_out_the_same_are_likelier_one_persons() -> None:
    bare = person(mobile=None, numbers=[])
    alike, other = compared(bare, bare, _with_habits()), compared(bare, person(), _with_habits())
    assert alike is not None
    assert other is not None
    assert alike.score > other.score


def test_what_is_not_typed_yet_says_nothing_against() -> None:
    unfinished = person(mobile=None, numbers=[])
    typing, saved = (compared(unfinished, person(), _with_habits(is_typing=so)) for so in (True, False))
    assert typing is not None
    assert saved is not None
    assert typing.score > saved.score


def test_a_file_written_in_passing_is_still_found() -> None:
    bare = person(mobile=None, numbers=[], born=(1362,))
    assert is_shown(bare, person(), _with_habits())
