"""Every trap of the libraries below that was measured once must stay shut."""

from __future__ import annotations

import pytest

from desktop.reports.layout.fonts import MissingGlyphError, font
from desktop.reports.layout.glyphs import ink
from desktop.reports.layout.isolate import fa_num, fa_percent, prepared, without_controls
from desktop.reports.layout.levels import paragraph_levels
from desktop.reports.layout.lines import bold, break_lines, one_line, visual
from desktop.reports.layout.shaping import shape_word
from desktop.reports.layout.style import TextStyle, Weight


def test_a_word_after_a_zero_width_joiner_keeps_its_letters() -> None:
    assert visual("ه\u200d.ش. لازم لا") == "\ufefb مز\ufefb .ش.\ufeeb"


def test_the_hamza_of_the_ezafe_stays_on_its_heh() -> None:
    heh_hamza = font().heh_hamza["\ufeea"]
    assert ink(font(), shape_word("خانهٔ"), True).text[0] == heh_hamza
    assert visual("اندازهٔ")[0] == "\u0654"


def test_the_old_heh_with_hamza_has_a_glyph() -> None:
    assert ink(font(), shape_word("اندازۀ"), True).text[0] == "\u06c0"


def test_harakat_are_kept_and_stand_over_their_letters() -> None:
    drawing = ink(font(), shape_word("مُحَمَّد"), True)
    assert [mark.character for mark in drawing.marks] == [font().mark_pairs["\u064e\u0651"], "\u064e", "\u064f"]
    assert drawing.width == pytest.approx(ink(font(), shape_word("محمد"), True).width)
    assert all(0 <= mark.x + 300 <= drawing.width + 600 for mark in drawing.marks)


def test_tanwin_is_not_lost() -> None:
    assert "\u064b" in visual("لطفاً")


def test_tanwin_on_a_lam_alef_stands_over_the_alef_at_its_left() -> None:
    drawing = ink(font(), shape_word("لاً"), True)
    (mark,) = drawing.marks
    assert font().mark_offset("\ufefb", "\u064b", on_mark=False) == (mark.x, mark.y)
    assert mark.x + font().width("\u064b") / 2 < drawing.width / 2


def test_allah_is_joined_as_the_font_joins_it_and_nothing_else_is() -> None:
    assert visual("عبدالله")[0] == "\ufdf2"
    assert "\ufdf2" not in visual("اللهیار، لله، کلله")


def test_letters_after_reh_stand_closer_and_a_wide_tooth_stands_before_yeh() -> None:
    face = font()
    apart = sum(face.width(character) for character in "ر\ufe8dر")
    assert ink(face, shape_word("رار"), True).width < apart - 60
    assert visual("می")[-1] == "م"
    assert ink(face, shape_word("می"), True).text[-1] != "\ufee3"


def test_the_marks_of_a_doubled_letter_are_one_glyph_in_any_order() -> None:
    orders = {ink(font(), shape_word(word), True) for word in ("مر\u0651\u064e", "مر\u064e\u0651")}
    assert len(orders) == 1


def test_rial_stays_a_word() -> None:
    assert "﷼" not in visual("ریال")


def test_lam_alef_is_one_glyph_in_all_its_forms() -> None:
    assert visual("لا") == "\ufefb"
    assert visual("بلا")[0] == "\ufefc"
    assert visual("لأ لإ لآ") == "\ufef5 \ufef9 \ufef7"


def test_brackets_and_signs_are_mirrored() -> None:
    assert visual("(API) «الف» ≤ ۵") == "۵ ≥ «" + visual("الف") + "» (API)"


def test_a_phone_number_keeps_its_own_order() -> None:
    assert without_controls(visual("تلفن +98-912-345-6789 است")).split(" ")[1] == "+98-912-345-6789"
    assert visual("تلفن ۰۸۳-۳۴۵۶۷۸۹۰").startswith("۰۸۳-۳۴۵۶۷۸۹۰ ")


def test_a_phone_number_with_spaces_keeps_the_order_of_its_groups() -> None:
    assert visual("همراه ۰۹۱۲ ۳۴۵ ۶۷۸۹ است").split(" ", 1)[1].startswith("۰۹۱۲ ۳۴۵ ۶۷۸۹ ")


def test_a_negative_number_has_its_sign_at_the_left_everywhere() -> None:
    assert visual("-۱۲") == "-۱۲"
    assert visual("تغییر −۱۲").startswith("−۱۲ ")
    assert visual(f"تغییر {fa_num(-1234)}").startswith("−۱٬۲۳۴ ")


def test_a_percentage_looks_the_same_alone_and_after_a_word() -> None:
    assert visual("۴٫۲٪") == "۴٫۲٪"
    assert visual("نرخ ۴٫۲٪").startswith("۴٫۲٪ ")
    assert visual(f"نرخ {fa_percent(66.66)}").startswith("۶۶٫۷٪ ")


def test_dates_years_and_ranges_are_never_reversed() -> None:
    assert visual("سال ۱۴۰۲").startswith("۱۴۰۲ ")
    assert visual("تاریخ ۱۴۰۲/۰۵/۱۲").startswith("۱۴۰۲/۰۵/۱۲ ")
    assert visual("از ۱۴۰۲-۰۵-۱۲").startswith("۱۴۰۲-۰۵-۱۲ ")
    assert visual("ساعت ۸:۳۰-۱۴:۳۰").startswith("۸:۳۰-۱۴:۳۰ ")


def test_a_latin_code_with_dashes_keeps_its_own_order() -> None:
    assert visual("کد KM-014-0001 است").split(" ")[1] == "KM-014-0001"
    assert visual("زبان C++ است").split(" ")[1] == "C++"


def test_text_already_isolated_is_not_isolated_twice() -> None:
    assert prepared(fa_num(-5)) == fa_num(-5)


def test_arabic_yeh_and_kaf_become_persian() -> None:
    assert visual("كيف") == visual("کیف")


def test_the_zero_width_non_joiner_breaks_the_join_and_is_kept_for_searching() -> None:
    shown = visual("می‌شود")
    assert "\u200c" in shown
    assert shown.endswith("\ufbfdم")


def test_bold_inside_a_word_does_not_break_its_joins() -> None:
    line = one_line(["سل", bold("ام")], TextStyle())
    assert "".join(piece.shaped for piece in line.pieces) == shape_word("سلام")


def test_a_character_without_a_glyph_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingGlyphError, match=r"«✓» U\+2713 CHECK MARK") as caught:
        one_line("انجام شد ✓", TextStyle())
    assert caught.value.character == "✓"


def test_no_control_character_is_ever_drawn() -> None:
    controls = set("\u200b\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff")
    assert not controls & set(visual("ا\u200f\u2066-۱۲\u2069\u061cب\ufeff"))


def test_tabular_digits_have_one_width() -> None:
    widths = {ink(font(), digit, False, tabular=True).width for digit in "۰۱۲۳۴۵۶۷۸۹"}
    assert len(widths) == 1
    assert len({ink(font(), digit, False).width for digit in "۰۱۲۳۴۵۶۷۸۹"}) > 1


@pytest.mark.parametrize("weight", Weight)
def test_every_persian_letter_and_sign_has_a_glyph_in_every_weight(weight: Weight) -> None:
    letters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأإؤئةۀك ي"
    style = TextStyle(weight=weight)
    for letter in letters:
        one_line(f"{letter} {letter}{letter}{letter} ل{letter}", style)
    one_line("۰۱۲۳۴۵۶۷۸۹ 0123456789 ٪ ٫ ٬ « » ( ) [ ] − – — … • · × + = / : ؛ ، ؟ ! . - _ @ # % & * ≤ ≥", style)


def test_lines_are_broken_on_logical_words_first_line_first() -> None:
    text = "یک دو سه چهار پنج شش هفت هشت نه ده"
    lines = break_lines(text, TextStyle(size=10), 60)
    assert len(lines) > 2
    assert " ".join(" ".join(p.logical for p in line.pieces if not p.is_space) for line in lines) == text
    assert all(line.width <= 60 for line in lines)
    assert [line.ends_paragraph for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_word_longer_than_the_line_is_cut_but_never_inside_lam_alef() -> None:
    word = "بلا" * 30
    lines = break_lines(word, TextStyle(size=10), 47)
    assert "".join(piece.logical for line in lines for piece in line.pieces) == word
    assert all(line.width <= 47.1 for line in lines)
    assert all(not line.pieces[0].logical.startswith("ا") for line in lines)


def test_a_line_of_a_broken_paragraph_uses_the_levels_of_the_whole() -> None:
    text = "کتاب (2019 edition | second printing) خوب است"
    levels, at = paragraph_levels(text), 0
    lines = break_lines(text, TextStyle(size=10), 110)
    assert len(lines) > 1
    for piece in (piece for line in lines for piece in line.pieces if not piece.is_space):
        at = text.index(piece.logical, at)
        assert piece.level == levels[at]


def test_a_number_that_belongs_to_a_latin_phrase_stays_in_it() -> None:
    assert visual("نسخهٔ Python 3.11 نصب است").split(" ", 2)[2].startswith("Python 3.11 ")
    assert "Visual C++" in visual("زبان Visual C++ است")
    assert "Windows 11 (22H2)" in visual("با Windows 11 (22H2) کار کرد")
