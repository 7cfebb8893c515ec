"""The monthly report as a reader of the paper and of the file finds it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.domain.persian.regime import Regime
from desktop.domain.report_codes import REPORT_SECTIONS
from desktop.reports.frozen_rows import frozen, thawed
from desktop.reports.indicator_texts import change_text
from desktop.reports.layout.fonts import MissingGlyphError
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_report import SECTIONS, build
from desktop.reports.monthly_rows import (
    CorrectionRows,
    IndicatorRow,
    LateRow,
    MonthlyReport,
    MonthPoint,
    NoteRow,
    RevisedRow,
    SignedRow,
    TextRow,
    VisitRow,
    coverage_total,
    needs_total,
    visits_total,
)
from tests.reports.pdf_reading import fonts, page_image, page_texts, reader
from tests.reports.samples import COVERAGE, EVENTS, INDICATORS, NEEDS, VISITS, WORKSHOPS, report

GOLDEN_PAGE = Path(__file__).resolve().parents[1] / "golden" / "monthly_report_page1.png"
GOLDEN_SCALE = 0.8


def shared(told: MonthlyReport, before: MonthlyReport | None = None) -> bytes:
    """The copy that leaves the office."""
    return build(replace(told, covers=covers_of(told, before)), "shared")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return build(report())


@pytest.fixture(scope="module")
def texts(pdf: bytes) -> list[str]:
    return page_texts(pdf)


def test_its_sections_are_those_of_the_list_in_their_order_each_under_its_title(texts: list[str]) -> None:
    whole = " ".join("\n".join(texts).split())
    assert [section.code for section in SECTIONS] == list(REPORT_SECTIONS)
    for section in SECTIONS:
        assert section.title.startswith(REPORT_SECTIONS[section.code])
        assert section.title.replace("\u200c", "") in whole.replace("\u200c", ""), section.title


def test_its_words_can_be_found_by_searching(texts: list[str]) -> None:
    whole = "\n".join(texts)
    for word in (
        "بسمه تعالی", "گزارش عملکرد ماهانه", "شهریور ۱۴۰۴", "تسهیلگری", "خلاصه", "ثبت و پوشش", "نیازها و مطالبات",
        "آموزش و توانمندسازی", "معیشت و اشتغال", "مهارت‌های زندگی", "تهیه‌کننده", "مدیر دفتر", "فرمانداری (ناظر)",
        "استانداری (ناظر عالی)", "خانهٔ بهداشت", "پیوست: تعریف شاخص‌ها", "مراجعات، بازدیدها و مشاوره‌ها",
        "اصلاحات ماه‌های پیش", "پاسخگویی دستگاه‌ها",
        "قدیمی‌ترین بی‌پاسخ", "شهرداری منطقهٔ ۲", "جمع دستگاه‌ها", "راهنمایی", "بی‌محله",
    ):  # fmt: skip
        assert word.replace("\u200c", "") in whole.replace("\u200c", "")


def test_its_figures_are_exact_in_the_text(texts: list[str]) -> None:
    whole = "\n".join(texts)
    figures = ("۴٫۲٪", "۶۲٫۵٪", "۳۳٫۳٪", "۲۳۱", "۹٬۸۵۰", "۱۲٬۴۰۰", "۲۲٬۲۵۰", "۱٬۳۴۱", "۱۵۱", "۱۴۰۴/۰۷/۰۳", "+۸", "−۷٫۵")
    for figure in figures:
        assert figure in whole


def test_pypdf_finds_its_words_too(pdf: bytes) -> None:
    text = reader(pdf).pages[0].extract_text()
    assert all(word in text for word in ("گزارش", "عملکرد", "ماهانه", "شهریور", "خانوار"))


def test_every_page_has_the_office_the_month_and_its_number(texts: list[str]) -> None:
    persian = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for number, text in enumerate(texts, start=1):
        assert "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی" in text
        assert "شهریور ۱۴۰۴" in text
        assert f"صفحهٔ {number} از {len(texts)}".translate(persian) in text
        assert "نسخهٔ ۱" in text


def test_fictional_data_is_marked_on_each_page_and_real_data_on_none(texts: list[str]) -> None:
    assert all("داده آزمایشی" in text for text in texts)
    assert not any("داده آزمایشی" in text for text in page_texts(build(report(fictional=False))))


def test_the_same_report_is_the_same_file(pdf: bytes) -> None:
    assert build(report()) == pdf


def test_another_date_is_another_file_with_that_moment_inside(pdf: bytes) -> None:
    info = reader(pdf).metadata
    assert info is not None
    assert str(info["/CreationDate"]) == "D:20250925120000+00'00'"
    assert info.title == "گزارش عملکرد ماهانه · شهریور ۱۴۰۴"
    assert str(reader(pdf).root_object["/Lang"]) == "fa-IR"


def test_only_vazirmatn_is_in_the_file_and_it_is_embedded(pdf: bytes) -> None:
    found = fonts(pdf)
    assert found
    assert all("Vazirmatn" in name for name in found)
    assert all(found.values())
    assert b"Helvetica" not in pdf


def test_a_long_table_repeats_its_header_on_each_page() -> None:
    rows = tuple(replace(NEEDS[at % 3], field=f"حوزهٔ {at}") for at in range(90))
    pages = [text for text in page_texts(build(report(needs=rows))) if "بازگشایی" in text and "حوزهٔ" in text]
    assert len(pages) >= 3
    assert sum("(ادامه)" in text for text in pages) == len(pages) - 1
    assert "جمع" in pages[-1]


def test_no_rows_give_sentences_instead_of_empty_tables() -> None:
    kinds = ("indicators", "coverage", "visits", "needs", "agencies", "workshops", "trend", "narrative")
    whole = "\n".join(page_texts(build(report(**dict.fromkeys(kinds, ())))))
    assert "در این ماه کارگاه یا دوره‌ای برگزار نشده است".replace("\u200c", "") in whole.replace("\u200c", "")
    assert "در این ماه نیاز یا مطالبه" in whole
    assert "در این ماه مراجعه یا بازدیدی ثبت نشده است" in whole
    assert "در این ماه ارجاعی فرستاده نشده" in whole
    assert "حوزه" not in whole.replace("در این", "")


def test_a_long_office_title_and_long_names_stay_on_the_paper() -> None:
    title = "دفتر تسهیلگری و توسعهٔ محلی " + "محله‌های پیرامونی " * 12
    pdf = build(report(office_title=title, letterhead=(title, title), workshops=(replace(WORKSHOPS[0], title=title),)))
    for number in range(len(reader(pdf).pages)):
        picture = page_image(pdf, number)
        edge = 40
        for box in ((0, 0, edge, picture.height), (picture.width - edge, 0, picture.width, picture.height)):
            assert ImageStat.Stat(picture.crop(box)).extrema == [(255, 255)]


def test_the_change_is_a_dash_without_a_previous_month() -> None:
    count = INDICATORS[0]
    assert change_text(replace(count, previous=None)) == "—"
    assert change_text(replace(count, previous=0)) == "—"
    assert change_text(replace(count, value=None)) == "—"
    assert change_text(replace(count, suppressed=True)) == "—"


def test_the_change_of_a_count_has_its_share_and_of_a_rate_its_points() -> None:
    assert change_text(INDICATORS[0]).replace("\u2066", "").replace("\u2069", "") == "+۸ (۲۰٫۵٪)"
    assert change_text(INDICATORS[1]).replace("\u2066", "").replace("\u2069", "") == "+۰٫۳ واحد"


def test_a_suppressed_number_is_not_in_the_file() -> None:
    secret = replace(INDICATORS[0], value=987654, numerator=876543, denominator=765432, suppressed=True)
    whole = "\n".join(page_texts(build(report(indicators=(secret,)))))
    assert "پوشیده" in whole
    assert not any(figure in whole for figure in ("۹۸۷", "۸۷۶", "۷۶۵"))


def test_only_the_headlines_are_cards_and_what_stands_beside_has_no_definition() -> None:
    plain = replace(INDICATORS[0], title="شاخصی دیگر", headline=False)
    beside = replace(INDICATORS[0], title="عددی کنار آن", definition="", headline=False, beside=True)
    whole = "\n".join(page_texts(build(report(indicators=(INDICATORS[0], plain, beside)))))
    assert (whole.count(INDICATORS[0].title), whole.count(plain.title), whole.count(beside.title)) == (3, 2, 1)


def test_visits_of_a_month_have_their_average_of_a_working_day(texts: list[str]) -> None:
    assert visits_total(VISITS) == VisitRow("جمع", (95, 21, 4, 56, 34, 5, 1))
    assert "میانگین هر روز کاری: ۸٫۳" in "\n".join(texts)


def test_agencies_together_are_told_as_they_are_and_not_summed_up(texts: list[str]) -> None:
    whole = "\n".join(texts)
    assert "۱۰٫۵" in whole
    assert "۲۴٫۵" not in whole  # the sum of the agencies' medians


def test_a_figure_that_did_not_change_says_so() -> None:
    same = replace(INDICATORS[0], previous=INDICATORS[0].value)
    assert "بی‌تغییر" in "\n".join(page_texts(build(report(indicators=(same,)))))


def test_totals_follow_from_the_rows() -> None:
    assert needs_total(NEEDS).counts == (151, 35, 3, 29, 5, 4, 151)
    total = coverage_total(COVERAGE)
    assert total.persons_total == 1341
    assert total.rate == pytest.approx(1341 / 22250 * 100)
    known_only = coverage_total((replace(COVERAGE[0], population=None), COVERAGE[1]))
    assert known_only.rate == pytest.approx(COVERAGE[1].persons_total / 12400 * 100)


def test_a_stock_that_does_not_add_up_is_said_aloud() -> None:
    whole = "\n".join(page_texts(build(report(needs=(replace(NEEDS[0], open_end=99), *NEEDS[1:])))))
    assert "برقرار نیست" in whole


def test_a_character_the_font_lacks_stops_the_report_by_name() -> None:
    with pytest.raises(MissingGlyphError, match="☃"):
        build(report(manager="مدیر ☃"))


def test_a_year_of_months_fits_the_chart() -> None:
    months = tuple(MonthPoint(f"1403-{month:02}", month * 1000) for month in range(1, 13))
    assert "۱۲٬۰۰۰" in "\n".join(page_texts(build(report(trend=months))))


def test_the_first_page_looks_like_its_golden_picture(pdf: bytes) -> None:
    picture = page_image(pdf, 0, GOLDEN_SCALE)
    with Image.open(GOLDEN_PAGE) as golden:
        assert picture.size == golden.size
        difference = ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0]
    assert difference < 1.5


def test_a_workshop_of_few_people_tells_neither_them_nor_their_hours() -> None:
    few = replace(WORKSHOPS[1], title="گروه کوچک", participants=3, person_hours=27, women_heads=3)
    text = "\n".join(page_texts(shared(report(workshops=(*WORKSHOPS, few)))))
    section = text[text.index("کارگاه‌ها و دوره‌های") : text.index("رویدادهای محله")]
    assert "کمتر از ۵" in section
    assert "۲۷" not in section.replace("۹ از ۲۷", "")
    assert "۲۵۸" in section, "the hours of all together stay"


def test_the_section_of_training_tells_what_the_indicators_say_of_all_workshops(texts: list[str]) -> None:
    again = IndicatorRow("I-17", "مشارکت تکراری", "", "percent", 27.6, 8, 29)
    later = IndicatorRow("I-19", "پیامد ۹۰ روزه", "", "percent", 45.5, 5, 11)
    unreached = IndicatorRow("I-19", "در دسترس نبودند", "", "count", 2, beside=True)
    whole = "\n".join(page_texts(build(report(indicators=(*INDICATORS, again, later, unreached)))))
    assert "سهم زنان سرپرست خانوار: ۳۳٫۳٪ (۹ از ۲۷)؛ نامشخص ۲" in whole
    assert "مشارکت تکراری: ۲۷٫۶٪ (۸ از ۲۹)" in whole
    assert "پیامد ۹۰ روزه: ۴۵٫۵٪ (۵ از ۱۱)؛ در دسترس نبودند ۲" in whole
    assert "مشارکت تکراری" not in "\n".join(texts)


def test_events_are_told_in_the_office_s_currency_and_a_month_without_any_says_so() -> None:
    whole = "\n".join(page_texts(build(report())))
    assert "۱۸۶٬۵۰۰٬۰۰۰ ریال" in whole
    assert "۱۸٫۶۵ میلیون تومان" in whole
    new = report(partners=replace(report().partners, regime=Regime.NEW))
    whole = "\n".join(page_texts(build(new)))
    assert "میلیون تومان" not in whole
    assert "در این ماه رویدادی برگزار نشده است" in "\n".join(page_texts(build(report(events=()))))


def test_the_sales_of_one_hidden_market_do_not_follow_from_the_sum() -> None:
    small = replace(EVENTS[0], title="بازارچهٔ کوچک", stalls=3, sales_rial=12_345_670)
    whole = "\n".join(page_texts(shared(report(events=(*EVENTS, small)))))
    assert "۱۲٬۳۴۵٬۶۷۰" not in whole
    assert "۱۹۸٬۸۴۵٬۶۷۰" not in whole


def test_what_the_manager_wrote_what_came_late_and_who_signed_stand_in_the_report() -> None:
    late = CorrectionRows(
        (LateRow("1404-05", "نیازها", 2, 0),),
        (RevisedRow("1404-05", "I-23", "اعتبار دریافتی ماه", "million_rial", 100.0, 120.5),),
    )
    told = report(
        narrative=(TextRow("summary", "ماهی پربار بود."), TextRow("requests", "نشست با ثبت احوال\nوسیلهٔ نقلیه")),
        notes=(NoteRow("I-11", "دو پاسخ روز آخر رسید."), NoteRow("visits", "پیمایشی نبود.")),
        corrections=late,
        definitions_version="30219945",
        signed=SignedRow("حمید یزدان‌پناه", date(2025, 9, 25), "۱۰:۱۲"),
        content_hash="123456789012",
    )
    whole = " ".join("\n".join(page_texts(build(told))).split()).replace("\u200c", "")
    for words in (
        "ماهی پربار بود.", "درخواستها از استان", "نشست با ثبت احوال", "یادداشت نرخ پاسخ درونماه: دو پاسخ روز آخر رسید.",
        "یادداشت: پیمایشی نبود.", "مرداد ۱۴۰۴ نیازها ۲ ۰", "۱۲۰٫۵", "+۲۰٫۵", "۳۰۲۱۹۹۴۵",
        "این گزارش را حمید یزدانپناه در پنجشنبه ۳ مهر ۱۴۰۴ ساعت ۱۰:۱۲ امضا کرده است.", "۱۲۳۴۵۶۷۸۹۰۱۲",
    ):  # fmt: skip
        assert words in whole, words
    assert "هنوز امضا نشده" in "\n".join(page_texts(build(report())))


def test_a_report_is_thawed_as_it_was_frozen_whatever_a_newer_program_adds() -> None:
    whole = report(signed=SignedRow("حمید یزدان‌پناه", date(2025, 9, 25), "۱۰:۱۲"), narrative=(TextRow("summary", "."),))
    told = json.loads(json.dumps(frozen(whole)))
    assert thawed(MonthlyReport, told) == whole
    del told["corrections"], told["notes"]
    told["left_by_a_newer_program"] = 1
    assert thawed(MonthlyReport, told) == whole
