"""The monthly report's sections about place, partners, money and oversight (domain §4.1, sections 2 and 9 to 16)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.persian.regime import Regime
from desktop.reports.monthly_partner_rows import HarmPlace, HarmRows, MoneyRows
from desktop.reports.monthly_report import build
from desktop.reports.profile_rows import HarmRow
from tests.reports.partner_samples import SECTIONS
from tests.reports.pdf_reading import page_texts
from tests.reports.samples import report


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).split())


@pytest.fixture(scope="module")
def text() -> str:
    return text_of(build(report(partners=SECTIONS)))


def test_the_sections_stand_in_the_order_of_the_domain(text: str) -> None:
    titles = (
        "مشخصات دفتر و محله‌ها", "ثبت و پوشش", "مشارکت مردم و نهادسازی", "هماهنگی و تفاهم‌نامه‌ها",
        "ظرفیت‌ها، پروژه‌ها و سرانه‌ها",
        "آسیب‌ها و زمینه‌های بروز", "اعتبارات و کمک‌های مردمی", "سمن‌ها و طرح‌ها", "بازدیدهای سرزده", "ارزیابی‌ها و بهبود",
    )  # fmt: skip
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        ("جهاد دانشگاهی استان کرمان", "جمعه ۲۹ اسفند ۱۴۰۴", "شهرسازی", "کارشناسی ارشد", "چشمه‌سار"),
        ("معتمدان فعال", "۶۶٫۷٪ اجراشده", "از ۶ گروه", "کارگروه محله"),
        ("کمیتهٔ امداد", "مرکز آموزش فنی و حرفه‌ای", "عقب‌افتاده"),
        ("کاروانسرای گلستان", "ساخت سالن ورزشی", "۳٫۲۵ (۱۴۰۴)", "هزینه (میلیون ریال)"),
        ("کمتر از ۱۰", "۱۰ تا ۱۹", "نبود فضای ورزشی شبانه"),
        ("۸۵٬۰۰۰", "۵۲٬۰۰۰٬۰۰۰ ریال", "پیشنهاد ردشده: ۱ (جنبهٔ سیاسی)", "ارزش ۱ کمک برآورد نشده است"),
        ("آوای آبگرم", "۴ روز گذشته", "۸۰٫۵", "تا ۷ روز مانده"),
        ("کارگاه خیاطی خانگی", "۴٫۲۵", "ساعت مدرسه"),
        ("سند سلامت", "ماه‌های بی‌بازدید در دوازده ماه گذشته: ۳"),
    ],
)
def test_each_section_tells_its_figures_letter_by_letter(text: str, words: tuple[str, ...]) -> None:
    for word in words:
        assert word in text, word


def test_a_month_of_a_new_office_has_a_polite_sentence_in_every_section() -> None:
    empty = text_of(build(report()))
    for sentence in (
        "محله‌ای زیر پوشش این دفتر نوشته نشده", "جلسه‌ای برگزار نشده", "تفاهم‌نامهٔ جاری‌ای در پایان ماه نبود",
        "ظرفیت تازه‌ای شناسایی نشد", "مشاهده‌ای در سطح محله ثبت نشده", "اعتباری نوشته نشده", "کمکی پذیرفته نشد",
        "طرحی از سمن‌ها", "بازدید سرزده‌ای ثبت نشده",
    ):  # fmt: skip
        assert sentence in empty, sentence


def test_a_report_counts_in_one_money_only() -> None:
    new = text_of(build(report(partners=replace(SECTIONS, regime=Regime.NEW))))
    assert "۸٬۵۰۰٬۰۰۰" in new
    assert "۵٬۲۰۰ ریال جدید" in new
    assert "میلیون ریال" not in new


def test_donations_that_nobody_valued_are_not_worth_nothing() -> None:
    text = text_of(build(report(partners=replace(SECTIONS, money=MoneyRows(1404, donations=2, unvalued=2)))))
    assert "۲ کمک پذیرفته شد؛ ارزش آن برآورد نشده است" in text
    assert "به ارزش" not in text


def test_refused_offers_of_several_reasons_are_counted_by_reason() -> None:
    money = MoneyRows(1404, refused=(("جنبهٔ سیاسی", 2), ("مشروط", 1)))
    text = text_of(build(report(partners=replace(SECTIONS, money=money))))
    for words in ("پیشنهاد ردشده: ۳ (جنبهٔ سیاسی", "مشروط: ۱)"):
        assert words in text


def test_forty_neighbourhoods_of_harms_never_leave_a_name_alone_at_a_page_s_end() -> None:
    harms = (HarmRow("طلاق", 1, 0, 12), HarmRow("اعتیاد", 0, 12, 0))
    places = tuple(HarmPlace(f"محلهٔ {'الف' * (n % 3)}{n}", harms) for n in range(40))
    pages = page_texts(build(report(partners=replace(SECTIONS, harms=HarmRows(places)))))
    with_harms = [page for page in pages if "طلاق" in page]
    assert len(with_harms) >= 3
    assert all("قرمز" in page for page in with_harms)
    assert all(page.count("طلاق") == page.count("محلهٔ ") - page.count("محلهٔ قلعه") for page in with_harms[1:-1])
