"""Nobody is labelled: words that are never written about people, in every spelling, and those that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.wording import CAUSES, LABELS, labels_in, political_words, reworded

EVERYDAY = (
    *("رأی‌گیری از اهالی برای نام بوستان", "راي گيري از اهالي", "لیست کتاب‌ها", "نامزد ازدواج", "مراسم نامزدی در مجلس"),
    *("مجلس روضه و لیست نذری", "حسینیهٔ حزب‌الله", "تبلیغات کارگاه و لیست شرکت‌کنندگان"),
)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("برادرش معتاد است", "برادرش فرد دارای نیاز درمانی است"),
        ("برادرش مُعتاد است", "برادرش فرد دارای نیاز درمانی است"),
        ("دو خانوار افغاني", "دو خانوار افغانستانی"),
        ("افغانی‌ها در صف‌اند", "افغانستانی در صف‌اند"),
        ("پسر عقب مانده دارد", "پسر فرد دارای معلولیت ذهنی دارد"),
        ("پسر عقبمانده دارد", "پسر فرد دارای معلولیت ذهنی دارد"),
        ("پسرش خلافکار شد", "پسرش فرد نیازمند مشاورهٔ حقوقی شد"),
        ("پسرش خلاف‌كار شد", "پسرش فرد نیازمند مشاورهٔ حقوقی شد"),
        ("معتادشده است", "فرد دارای نیاز درمانی است"),
        ("برادر معتادش", "برادر فرد دارای نیاز درمانی"),
        ("شوهرمعتاد", "فرد دارای نیاز درمانی"),
        ("افغانیها و افغانيهاي محله", "افغانستانی و افغانستانی محله"),
        ("کارتن خواب‌ها", "فرد بی‌سرپناه"),
    ],
)
def test_a_label_is_found_in_any_spelling_and_reworded(text: str, better: str) -> None:
    assert reworded(text) == better


@pytest.mark.parametrize(
    "text",
    [
        "خانوار افغانستانی",
        "سگ‌های ولگرد کوچه",
        "اجارهٔ عقب‌مانده دارد",
        "قسط عقب افتاده",
        "گداختن آهن",
        "اعتماد اهالی به معتمدان",
        "درس‌های عقب‌افتاده",
        "عادت به ورزش",
        "زنگ مدرسه",
        "معتادنامه",
        "کلاس پیشگیری از اعتیاد",
        "نور کوچهٔ پشت زندان",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert labels_in(text) == []


@pytest.mark.parametrize(
    ("text", "of_person"),
    [("اعتیاد پدر", True), ("همسرش زندانی است", True), ("ترک اعتیاد", True), ("کتک می‌خورد", True)],
)
def test_a_cause_is_not_written_of_a_person_but_may_be_of_a_place(text: str, of_person: bool) -> None:
    assert labels_in(text, of_person=of_person)
    assert labels_in(text) == []
    assert labels_in("خانهٔ کنار زندان", of_person=True) == []
    assert labels_in("تجاوز همسایه به حریم", of_person=True)
    assert labels_in("رسیدگی به تجاوز به حریم ملک", of_person=True) == []


@pytest.mark.parametrize("label", [*LABELS, *CAUSES], ids=lambda label: label.word)
def test_every_word_is_found_and_its_suggestion_is_no_label(label: object) -> None:
    word, instead = label.word, label.instead  # type: ignore[attr-defined]
    assert [found.instead for found in labels_in(f"او {word} است", of_person=True)] == [instead]
    assert labels_in(instead, of_person=True) == []


@given(
    st.lists(st.sampled_from([label.word for label in LABELS] + ["خانه", "مادر", "،", "و"]), max_size=8).map(" ".join)
)
def test_what_was_reworded_holds_no_label(text: str) -> None:
    assert labels_in(reworded(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "دعوت به ستاد انتخاباتی",
        "نصب بنر انتخاباتي",
        "ستاد نامزدها",
        "کاندیداي شورا",
        "لیست نامزدهای مجلس",
        "حزب و گروه",
        "نامزد شوراي شهر",
    ],
)
def test_a_text_of_elections_is_told_from_everyday_speech(text: str) -> None:
    assert political_words(text)


@pytest.mark.parametrize(
    "text",
    ["لیست نیازها", "رأی کمیسیون پزشکی", "ستاد بحران محله", "خرید جهیزیهٔ نامزدها", "برگزیدگان کارگاه", *EVERYDAY],
)
def test_everyday_words_are_not_political(text: str) -> None:
    assert not political_words(text)
