"""The papers about workshops and events: what stands on them, what must not, and how they look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.domain.persian.regime import Regime
from desktop.reports import (
    attendance_sheet,
    call_list,
    certificate,
    market_summary,
    outcome_sheet,
    programme_poster,
    workshop_report,
)
from desktop.reports.programme_poster import Happening
from tests.reports import workshop_samples as samples
from tests.reports.pdf_reading import fonts, page_image, page_texts, reader
from tests.reports.samples import attendance

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SCALE = 0.7
PAPERS = {
    "attendance_sheet": attendance_sheet.build(attendance(20)),
    "call_list": call_list.build(samples.call_list()),
    "certificate": certificate.build(samples.certificate()),
    "market_summary": market_summary.build(samples.market(copy="shared")),
    "outcome_sheet": outcome_sheet.build(samples.outcome_sheet()),
    "programme_poster": programme_poster.build(samples.poster()),
    "workshop_report": workshop_report.build(samples.workshop_report()),
}


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


@pytest.mark.parametrize("name", PAPERS)
def test_its_first_page_looks_like_its_golden_picture(name: str) -> None:
    picture = page_image(PAPERS[name], 0, SCALE)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert picture.size == golden.size
        difference = ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0]
    assert difference < 1.5


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_has_only_fonts_of_its_own_and_says_that_it_is_fictional(name: str) -> None:
    assert all("Vazirmatn" in font and embedded for font, embedded in fonts(PAPERS[name]).items())
    assert all("داده آزمایشی" in text for text in page_texts(PAPERS[name]))


@pytest.mark.parametrize(("people", "lines"), [(0, [20]), (3, [20]), (20, [25]), (21, [25, 20]), (40, [25, 20])])
def test_a_sheet_of_paper_has_twenty_to_twenty_five_lines_to_sign(people: int, lines: list[int]) -> None:
    pages = page_texts(attendance_sheet.build(attendance(people)))
    assert len(pages) == len(lines)
    assert all("نام پدر" in page and "امضا" in page for page in pages)
    rows = [line.split() for page in pages for line in page.splitlines()]
    numbers = [int(words[0]) for words in rows if words and words[0].isdecimal()]
    assert set(range(1, sum(lines) + 1)) <= set(numbers)
    assert sum(lines) - people >= 5


def test_the_attendance_sheet_says_where_those_without_a_file_sign_and_has_no_phone() -> None:
    text = _words(PAPERS["attendance_sheet"])
    assert "شرکت بدون پرونده هم پذیرفته است" in text
    assert "همراه" not in text
    assert "۰۹" not in text


def test_a_certificate_has_all_that_is_certified_in_its_own_order_and_no_number_of_an_identity_paper() -> None:
    text = _words(PAPERS["certificate"])
    for words in (
        "فاطمه رنجبری",
        "«خیاطی خانگی»",
        "۹ ساعت",
        "از ۱۵ تا ۲۶ شهریور ۱۴۰۴",
        "۱۴۰۴/۰۷/۰۳",
        "۰۳۴-۳۳۳۳۴۴۴۴",
        "۴۷۲۹-۱۱۸۳",
    ):
        assert words in text
    assert "الگوکشی، برش، دوخت لباس کودک" in text
    assert "رونوشت" not in text
    assert "کد ملی" not in text
    assert "۰۰۱۲" in text


def test_a_certificate_printed_again_says_so_and_one_without_an_instructor_is_signed_by_two_all_the_same() -> None:
    again = _words(certificate.build(samples.certificate(copy_no=2, instructor="")))
    assert "رونوشت دوم" in again
    assert "تسهیلگر" in again
    assert again.count("امضا و مهر") == 2


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2025, 9, 6), date(2025, 9, 6), "در ۱۵ شهریور ۱۴۰۴"),
        (date(2025, 9, 6), date(2025, 9, 27), "از ۱۵ شهریور تا ۵ مهر ۱۴۰۴"),
        (date(2025, 3, 10), date(2025, 4, 5), "از ۲۰ اسفند ۱۴۰۳ تا ۱۶ فروردین ۱۴۰۴"),
    ],
)
def test_the_days_of_a_course_are_said_once(start: date, end: date, told: str) -> None:
    assert told in _words(certificate.build(samples.certificate(started_on=start, ended_on=end)))


def test_long_names_stay_on_the_certificate() -> None:
    long = samples.LONG_NAME
    pdf = certificate.build(samples.certificate(name=long, course=long, place=long, office_title=long, topics=long * 4))
    picture = page_image(pdf)
    for left, right in ((0, 25), (picture.width - 25, picture.width)):
        assert ImageStat.Stat(picture.crop((left, 60, right, picture.height - 60))).extrema == [(255, 255)]


def test_the_code_of_a_certificate_is_dark_squares() -> None:
    picture = page_image(PAPERS["certificate"], scale=2)
    share_of_light = ImageStat.Stat(picture.crop((190, 880, 320, 1000))).mean[0] / 255
    assert 0.3 < share_of_light < 0.7


def test_a_call_list_stays_inside_and_prints_no_number_of_whoever_did_not_agree() -> None:
    text = _words(PAPERS["call_list"])
    for words in ("داخلی", "پس از استفاده از میان برود", "بیماری مدرس", "۰۹۰۰-۰۰۰-۰۰۱۱", "همسایه"):
        assert words in text
    assert "۰۰۱۴" not in text
    assert "اجازهٔ تماس نداده" in text


def test_a_call_list_of_nobody_says_so_and_one_of_forty_goes_on_with_its_head() -> None:
    assert "کسی نیست که باید به او خبر داد" in _words(call_list.build(samples.call_list(people=())))
    pages = page_texts(call_list.build(samples.call_list(people=samples.people(40))))
    assert len(pages) > 1
    assert all("خبر گرفت" in page and "داخلی" in page for page in pages)


def test_the_outcome_sheet_asks_for_every_outcome_and_never_for_income() -> None:
    text = _words(PAPERS["outcome_sheet"])
    for words in ("بازارچه", "دسترس", "سه‌شنبه ۲۵ آذر ۱۴۰۴", "داخلی"):
        assert words in text
    assert text.count("درآمد") == 1, "only to say that it is not asked"
    assert "باید پرسید" in _words(outcome_sheet.build(samples.outcome_sheet(0)))


def test_the_office_s_own_report_tells_every_count() -> None:
    text = _words(PAPERS["workshop_report"])
    for words in ("۳ از ۱۸", "۱۶٫۷٪", "نامشخص ۲", "۱۷ از ۲۰", "۷۶", "۴٫۳ از ۵", "۴٫۱۷", "سمیرا دادخواه", "برگزار نشد"):
        assert words in text


def test_the_shared_report_hides_few_people_and_whatever_tells_of_them() -> None:
    text = _words(workshop_report.build(samples.workshop_report(copy="shared", printed_by="")))
    assert "کمتر از ۵" in text
    assert "پوشیده" in text
    for secret in ("۳ از ۱۸", "۱۶٫۷٪", "۱۷ از ۲۰", "۸۵٫۰٪", "موجه", "سمیرا دادخواه"):
        assert secret not in text


def test_hours_are_hidden_where_they_and_the_sessions_would_give_a_few_people_away() -> None:
    longer = replace(samples.SESSIONS[2], hours=3, person_hours=9)
    sessions = (*samples.SESSIONS[:2], longer)
    assert "۷۹" in _words(workshop_report.build(samples.workshop_report(sessions=sessions)))
    assert "۷۹" not in _words(workshop_report.build(samples.workshop_report(sessions=sessions, copy="shared")))


def test_a_few_whose_status_is_unknown_do_not_follow_from_the_rest() -> None:
    known = samples.workshop_report(copy="shared", unique=29, women_heads=9, women_heads_known=27)
    text = _words(workshop_report.build(known))
    assert "نامشخص کمتر از ۵" in text
    assert not {"۳۳٫۳٪", "۲۷"} & set(text.split()), "with the 29 who came they would tell of the two"


def test_few_forms_have_no_mean_and_a_workshop_without_anything_still_has_its_page() -> None:
    few = samples.workshop_report(answers=9, sessions=(), evaluations=(), seated=0, unique=0, women_heads_known=0)
    text = _words(workshop_report.build(few))
    assert "میانگین رضایت چاپ نمی‌شود" in text
    assert "۴٫۳" not in text
    assert "هنوز جلسه‌ای گذاشته نشده است" in text
    assert "فرم ارزیابی این کارگاه هنوز پر نشده است" in text


def test_a_market_tells_its_sales_in_both_units_and_its_visitors_without_names() -> None:
    text = _words(market_summary.build(samples.market()))
    for words in ("۱۸۶٬۵۰۰٬۰۰۰ ریال", "«۱۸٫۶۵ میلیون تومان»", "۴۴۰", "۵۰٬۵۰۰٬۰۰۰", "میراث فرهنگی"):
        assert words in text


def test_a_market_counts_in_the_office_s_rial_and_in_no_other() -> None:
    new = _words(market_summary.build(samples.market(regime=Regime.NEW)))
    for words in ("۱۸٬۶۵۰ ریال جدید", "۹٬۶۰۰", "هجده هزار و ششصد و پنجاه ریال جدید"):
        assert words in new
    assert "تومان" not in new
    toman = _words(market_summary.build(samples.market(regime=Regime.TOMAN)))
    assert "۱۸٬۶۵۰٬۰۰۰ تومان" in toman
    assert "۱۸۶٬۵۰۰٬۰۰۰" not in toman


def test_the_shared_market_hides_what_few_stalls_sold_and_one_more_of_them() -> None:
    text = _words(PAPERS["market_summary"])
    assert "۵۰٬۵۰۰٬۰۰۰" not in text
    assert "۴۰٬۰۰۰٬۰۰۰" not in text
    assert "۱۸۶٬۵۰۰٬۰۰۰" in text
    one = (samples.PRODUCTS[0], replace(samples.PRODUCTS[1], stalls=7))
    lone = _words(market_summary.build(samples.market(copy="shared", products=(*one, samples.PRODUCTS[2]), stalls=16)))
    assert "۹۶٬۰۰۰٬۰۰۰" not in lone, "the least of the others is hidden with the lone small one"
    assert "۵۰٬۵۰۰٬۰۰۰" in lone


def test_the_sales_of_a_market_of_few_stalls_are_nobody_else_s() -> None:
    few = samples.market(copy="shared", stalls=3, products=(replace(samples.PRODUCTS[1], stalls=3),))
    text = _words(market_summary.build(few))
    assert "۱۸۶٬۵۰۰٬۰۰۰" not in text
    assert "۱۸٫۶۵" not in text
    assert "۵۰٬۵۰۰٬۰۰۰" not in text


def test_a_market_of_which_nothing_is_known_says_so() -> None:
    bare = samples.market(women=None, men=None, children=None, volunteers=None, sales_rial=None, stalls=0, products=())
    text = _words(market_summary.build(bare))
    assert "بازدیدکنندگان شمرده نشده‌اند" in text
    assert "غرفه‌ها جدا از هم نوشته نشده‌اند" in text


def test_the_programme_is_in_the_order_of_days_and_hours_and_goes_on_to_a_second_page() -> None:
    pages = page_texts(PAPERS["programme_poster"])
    assert len(pages) == 2
    assert all("برنامهٔ شهریور ۱۴۰۴" in page and "۰۳۴-۳۳۳۳۴۴۴۴" in page for page in pages)
    text = _words(PAPERS["programme_poster"])
    assert text.index("خیاطی خانگی") < text.index("مسابقهٔ محلی «زو»")
    for words in ("۱ تا ۷ شهریور", "ویژهٔ بانوان", "تا شنبه ۲۹ شهریور", "غرفه برای سازندگان محله رایگان است"):
        assert words in text


def test_a_day_with_more_than_a_page_s_happenings_is_cut_between_two_of_them() -> None:
    many = tuple(Happening(date(2025, 9, 1), f"{hour}", f"نشست شمارهٔ {hour}", "خانهٔ محله") for hour in range(8, 22))
    pages = page_texts(programme_poster.build(samples.poster(happenings=many)))
    assert len(pages) == 2
    assert all("دوشنبه" in page for page in pages)
    assert sum(page.count("نشست شمارهٔ") for page in pages) == len(many)


def test_a_month_without_a_programme_invites_to_propose_one() -> None:
    assert "پیشنهاد دهید" in _words(programme_poster.build(samples.poster(happenings=())))


def test_the_large_poster_is_the_same_on_a3() -> None:
    large, small = (programme_poster.build(samples.poster(large=large)) for large in (True, False))
    box = reader(large).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 1191)
    assert page_texts(large)[0].split() == page_texts(small)[0].split()


def test_a_long_title_on_the_poster_wraps_and_stays_on_the_paper() -> None:
    one = Happening(date(2025, 9, 1), "۹", samples.LONG_NAME, samples.LONG_NAME, ("ویژهٔ بانوان",))
    pdf = programme_poster.build(samples.poster(happenings=(one,), neighborhood=samples.LONG_NAME))
    picture = page_image(pdf)
    middle = picture.crop((0, 200, 30, picture.height - 100))
    assert ImageStat.Stat(middle).extrema == [(255, 255)]


def test_the_certificates_of_a_workshop_are_one_file_with_a_page_each() -> None:
    pages = page_texts(certificate.build(samples.certificate(), samples.certificate(name="زرغونه حیدری", copy_no=3)))
    assert ["زرغونه" in page for page in pages] == [False, True]
    assert ["رونوشت سوم" in page for page in pages] == [False, True]
    with pytest.raises(ValueError, match="no certificate"):
        certificate.build()
