"""Months side by side: each as its own report told it."""

from __future__ import annotations

from dataclasses import replace

from desktop.reports import month_comparison, year_trend
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_rows import CoverRow
from desktop.reports.told_months import ToldMonth
from tests.reports.pdf_reading import page_texts
from tests.reports.samples import compared, told_month, year


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).split())


def line_of(text: str, title: str) -> str:
    """What the table says of one indicator."""
    table = text[text.index("شاخص‌های دو ماه") :]
    return table[table.index(title) :][:90]


def test_two_months_tell_which_is_signed_and_how_each_figure_moved() -> None:
    text = text_of(month_comparison.build(compared()))
    assert "مرداد ۱۴۰۴ (امضاشده)" in text
    assert "شهریور ۱۴۰۴ (پیش‌نویس)" in text
    assert "شمار ۳۹ — ۴۷ — +۸ +۲۰٫۵٪" in line_of(text, "خانوار ثبت‌شدهٔ ماه")
    assert "درصد ۳٫۹٪ ۴۱۲ از ۹٬۸۵۰ ۴٫۲٪ ۴۱۲ از ۹٬۸۵۰ +۰٫۳ واحد —" in line_of(text, "نرخ پوشش")
    assert "نفر-ساعت ۰ — ۲۳۱ — +۲۳۱ —" in line_of(text, "نفر-ساعت آموزش")


def test_the_copy_that_leaves_hides_what_either_report_hid_and_the_change_that_would_tell_it() -> None:
    few = compared(later=told_month(signed=False, I_01=3))
    assert "شمار ۳۹ — کمتر از ۵ — — —" in line_of(text_of(month_comparison.build(few, "shared")), "خانوار ثبت‌شدهٔ ماه")
    assert "شمار ۳۹ — ۳ — −۳۶ −۹۲٫۳٪" in line_of(text_of(month_comparison.build(few)), "خانوار ثبت‌شدهٔ ماه")


def test_a_figure_that_moved_by_few_is_told_in_bands_of_both_months() -> None:
    earlier, later = told_month("1404-05", I_01=39), told_month(I_01=41)
    assert earlier.report is not None
    assert later.report is not None
    later = replace(later, report=replace(later.report, covers=covers_of(later.report, earlier.report)))
    text = text_of(month_comparison.build(compared(earlier=earlier, later=later), "shared"))
    assert "۳۵ تا ۳۹ — ۴۰ تا ۴۴ — — —" in line_of(text, "خانوار ثبت‌شدهٔ ماه")


def test_what_the_next_report_hid_of_the_month_before_is_hidden_though_its_own_copy_told_it() -> None:
    later = told_month()
    assert later.report is not None
    hid = (*later.report.covers, CoverRow("before/I-01", "hidden"))
    later = replace(later, report=replace(later.report, covers=hid))
    text = text_of(month_comparison.build(compared(later=later), "shared"))
    assert "شمار پوشیده — ۴۷" in line_of(text, "خانوار ثبت‌شدهٔ ماه")


def test_a_definition_that_changed_between_the_months_is_named() -> None:
    earlier = told_month("1404-05")
    assert earlier.report is not None
    rows = (replace(earlier.report.indicators[0], definition="چیز دیگر"), *earlier.report.indicators[1:])
    earlier = replace(earlier, report=replace(earlier.report, indicators=rows))
    text = text_of(month_comparison.build(compared(earlier=earlier)))
    assert "تعریف این شاخص‌ها در دو گزارش یکی نیست: خانوار ثبت‌شدهٔ ماه." in text


def test_a_month_without_a_report_is_a_dash_and_no_zero() -> None:
    text = text_of(year_trend.build(year()))
    assert "تیر ۱۴۰۴ بی‌گزارش — — — — — — — —" in text
    assert "مرداد ۱۴۰۴ امضاشده ۳۹" in text
    assert "شهریور ۱۴۰۴ پیش‌نویس ۴۷" in text


def test_a_hidden_month_of_the_trend_is_not_drawn_and_said() -> None:
    few = year(told_month("1404-02", I_01=3), told_month("1404-03"))
    text = text_of(year_trend.build(few, "shared"))
    assert "اردیبهشت ۱۴۰۴ امضاشده کمتر از ۵" in text
    assert "برای حفظ حریم ساکنان کشیده نشد: اردیبهشت ۱۴۰۴" in text
    assert "کشیده نشد" not in text_of(year_trend.build(few))


def test_a_year_without_any_report_says_what_to_do() -> None:
    none = replace(year(), months=(ToldMonth("1403-01", "بی‌گزارش"),))
    assert "هنوز گزارشی ندارد" in text_of(year_trend.build(none))
