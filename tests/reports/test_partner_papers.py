"""The papers about place, partners, money and oversight: what stands on them, and what must not."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.domain.persian.regime import Regime
from desktop.reports import (
    credit_statement,
    donation_receipt,
    handover_papers,
    inspection_report,
    meeting_minutes,
    mou_follow_up,
    neighborhood_profile,
    ngo_plan_sheet,
)
from desktop.reports.donation_receipt import NO_CONDITION, DonationReceipt
from desktop.reports.layout.fonts import MissingGlyphError
from desktop.reports.profile_rows import GroupRow, HarmRow, NeedsRow, Profile
from tests.reports import partner_samples as samples
from tests.reports.partner_samples import CREDITS, EXPENSES, LONG, MAKERS, MILLION
from tests.reports.pdf_reading import fonts, page_image, page_texts, reader

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
GOLDEN_SCALE = 0.7


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {name: make() for name, make in MAKERS.items()}


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).split())


@pytest.mark.parametrize("name", MAKERS)
def test_each_embeds_its_font_says_it_is_fictional_and_is_the_same_file_twice(
    papers: dict[str, bytes], name: str
) -> None:
    pdf = papers[name]
    assert all("Vazirmatn" in font and embedded for font, embedded in fonts(pdf).items())
    texts = page_texts(pdf)
    assert all("داده آزمایشی" in text for text in texts)
    persian = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for number, text in enumerate(texts, 1):
        assert f"صفحهٔ {number} از {len(texts)}".translate(persian) in text
    assert MAKERS[name]() == pdf


@pytest.mark.parametrize("name", MAKERS)
def test_its_first_page_looks_like_its_golden_picture(papers: dict[str, bytes], name: str) -> None:
    picture = page_image(papers[name], 0, GOLDEN_SCALE)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert picture.size == golden.size
        difference = ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0]
    assert difference < 1.5


def test_the_profile_tells_what_is_known_of_the_place_letter_by_letter(papers: dict[str, bytes]) -> None:
    text = text_of(papers["neighborhood_profile"])
    for words in (
        "شناسنامهٔ محله", "گلستان‌آباد", "انتهای گلستان", "سرآسیاب", "از جنوب به مسیل", "کوره‌های آجرپزی", "خانه بهداشت",
        "میان ۱۰٬۰۰۰ و ۱۲٬۵۰۰", "۳٫۲۵ (۱۴۰۴)", "۲٫۹ (۱۴۰۲)", "۴٫۷۵", "قالیبافی (۸ نفر)", "۱۴۰۳/۰۳/۱۳",
        "بازارچهٔ صنایع دستی", "کارگروه محیط زیست", "بهورز، شورایار", "۱۳٬۲۰۰", "هزینه (میلیون ریال)",
        "بازماندگی از تحصیل", "۲۰ تا ۲۹",
    ):  # fmt: skip
        assert words in text, words
    assert "۱۷۶" in text  # eleven thousand on 62.5 hectares


def test_the_profile_hides_few_needs_and_says_why(papers: dict[str, bytes]) -> None:
    assert "حریم ساکنان" in text_of(papers["neighborhood_profile"])
    many = tuple(replace(row, open=20, met=20) for row in samples.profile().needs)
    assert "حریم ساکنان" not in text_of(neighborhood_profile.build(samples.profile(needs=many)))
    secret = (NeedsRow("سلامت", 4, 3), NeedsRow("ورزش", 57, 93), NeedsRow("حقوقی", 61, 97))
    text = text_of(neighborhood_profile.build(samples.profile(needs=secret, harms=(HarmRow("اعتیاد", 7, 0, 0),))))
    assert "کمتر از ۵" in text
    assert "پوشیده" in text
    assert not {"۵۷", "۹۳"} & set(text.split()), "with the sum they would tell of the few"


def test_rows_of_the_profile_have_no_place_for_a_person() -> None:
    names = {field.name for row in (Profile, NeedsRow, HarmRow, GroupRow) for field in fields(row)}
    assert names.isdisjoint({"person", "person_id", "household", "household_id", "full_name"})
    assert {field.name for field in fields(HarmRow)} == {"harm", "green", "yellow", "red"}


def test_a_neighbourhood_of_which_nothing_is_known_says_so_in_every_part() -> None:
    nothing = dict.fromkeys(("populations", "services", "facilities", "capacities", "groups", "trustees"), ())
    pdf = neighborhood_profile.build(samples.profile(**nothing, needs=(), projects=(), harms=(), hectare=None))
    text = text_of(pdf)
    for sentence in ("هنوز آماری از جمعیت", "سرانه‌ای اندازه گرفته نشده", "ظرفیتی در این محله", "مشاهده‌ای در سطح محله"):
        assert sentence in text


def test_a_profile_of_forty_of_everything_goes_on_over_pages_with_its_heads() -> None:
    whole = samples.profile()
    many = {
        name: tuple(replace(getattr(whole, name)[0]) for _ in range(40))
        for name in ("services", "facilities", "capacities", "groups", "projects", "harms")
    }
    many["needs"] = tuple(NeedsRow(f"حوزهٔ {at}", at, at) for at in range(40))
    texts = page_texts(neighborhood_profile.build(samples.profile(**many, name=LONG)))
    assert len(texts) > 6
    assert sum("زیربنا" in text for text in texts) >= 2
    assert sum("قرمز" in text for text in texts) >= 2


def test_minutes_name_attendees_inside_and_only_their_roles_outside() -> None:
    inside = text_of(meeting_minutes.build(samples.minutes()))
    outside = text_of(
        meeting_minutes.build(samples.minutes(copy="shared", imprint=replace(samples.IMPRINT, printed_by="")))
    )
    names = ("لیلا شفیعی", "کاوه رستمی", "نرگس بامری")
    for name in names:
        assert name in inside
        assert name not in outside
    assert "امضا" in inside
    assert "امضا" not in outside
    for words in (
        "کارشناس امور اجتماعی",
        "شهرداری منطقهٔ ۲",
        "۱۴۰۴/۰۷/۰۵",
        "نیاز شمارهٔ ۴۱",
        "گذشته از مهلت",
        "۹ تا ۱۱:۳۰",
    ):
        assert words in inside
        assert words in outside


def test_forty_attendees_have_a_place_to_sign_each_and_none_are_said_to_be_none() -> None:
    one = samples.minutes().attendees[0]
    many = tuple(replace(one, name=LONG[:80], role=LONG[:60]) for _ in range(40))
    texts = page_texts(meeting_minutes.build(samples.minutes(attendees=many)))
    assert len(texts) >= 3
    assert sum("نام و نام خانوادگی" in text for text in texts) >= 2
    empty = text_of(meeting_minutes.build(samples.minutes(attendees=(), resolutions=(), summary="")))
    for sentence in ("مصوبه‌ای نداشت", "حاضران نوشته نشده", "شرحی نوشته نشده"):
        assert sentence in empty


def test_the_receipt_thanks_without_a_condition_and_names_nobody_who_was_helped(papers: dict[str, bytes]) -> None:
    (text,) = page_texts(papers["donation_receipt"])
    told = " ".join(text.split())
    for words in (
        NO_CONDITION, "نیکوکار", "۴۰٬۰۰۰٬۰۰۰ ریال", "چهار میلیون تومان (چهل میلیون ریال)", "هزینه‌های جاری دفتر",
        "۰۸۰۳-۱۴۰۴-۰۰۰۷",
    ):  # fmt: skip
        assert words in told, words
    names = {field.name for field in fields(DonationReceipt)}
    assert names.isdisjoint({"beneficiary", "beneficiaries", "person_id", "household_id", "given_to"})
    box = reader(papers["donation_receipt"]).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (420, 595)


def test_a_receipt_names_a_donor_who_wants_it_and_goods_need_no_value() -> None:
    pdf = donation_receipt.build(
        samples.receipt(donor=LONG, value_rial=None, kind="کالا", description=LONG, used_for=LONG)
    )
    (text,) = page_texts(pdf)
    told = " ".join(text.split())
    assert "برآورد نشده است" in told
    assert "توانمندسازی زنان سرپرست خانوار" in told


def test_a_receipt_in_new_rial_speaks_of_no_other_money() -> None:
    text = text_of(donation_receipt.build(samples.receipt(regime=Regime.NEW)))
    assert "۴٬۰۰۰ ریال جدید" in text
    assert "چهار هزار ریال جدید" in text
    assert "تومان" not in text


def test_the_inspection_has_its_list_its_numbers_and_its_deadline(papers: dict[str, bytes]) -> None:
    text = text_of(papers["inspection_report"])
    for words in (
        "سند سلامت",
        "دو کپسول گذشته از تاریخ است",
        "چهارشنبه ۳۰ مهر ۱۴۰۴",
        "هنوز انجام نشده است",
        "نام هیچ‌یک از ساکنان",
    ):
        assert words in text, words
    none = text_of(inspection_report.build(samples.inspection(findings=(), deadline=None)))
    assert "موردی نوشته نشده" in none
    assert "مهلت اصلاح" not in none


def test_the_memorandum_counts_what_was_kept_and_what_is_late(papers: dict[str, bytes]) -> None:
    text = text_of(papers["mou_follow_up"])
    for words in ("۱۷۶ روز", "۹ روز گذشته", "۱۴۷ روز مانده", "مکان دو دوره", "۱۴۰۴/۱۲/۲۹", "عقب‌افتاده"):
        assert words in text, words
    ended = samples.mou(imprint=replace(samples.IMPRINT, printed_on=date(2026, 3, 22)))
    assert "۲ روز از پایان گذشته است" in text_of(mou_follow_up.build(ended))


def test_the_statement_counts_in_one_money_and_every_header_names_it(papers: dict[str, bytes]) -> None:
    text = text_of(papers["credit_statement"])
    for words in (
        "۸۵٬۰۰۰",
        "۹٬۹۴۹٫۵",
        "−۱٬۵۰۰",
        "دریافت‌شده (میلیون ریال)",
        "مبلغ (میلیون ریال)",
        "جمع استانداری",
        "۹۲۵",
    ):
        assert words in text, words
    new = text_of(credit_statement.build(samples.statement(regime=Regime.NEW)))
    for words in ("۸٬۵۰۰٬۰۰۰", "۹۹۴٬۹۵۰", "مانده (ریال جدید)", "مبلغ (ریال جدید)"):
        assert words in new, words
    assert "میلیون" not in new
    assert "میلیون تومان" in text_of(credit_statement.build(samples.statement(regime=Regime.TOMAN)))


def test_a_year_of_eighty_credits_and_expenses_and_one_of_none() -> None:
    forty = tuple(replace(CREDITS[0], source=f"منبع {n // 4}", purpose=LONG) for n in range(40))
    pdf = credit_statement.build(samples.statement(credits=forty, expenses=EXPENSES * 40))
    texts = page_texts(pdf)
    assert len(texts) > 3
    assert sum("مبلغ" in text for text in texts) >= 2
    empty = text_of(credit_statement.build(samples.statement(credits=(), expenses=())))
    assert "اعتباری نوشته نشده" in empty
    assert "هزینه‌ای نوشته نشده" in empty


def test_the_plan_counts_its_days_to_the_deadline_and_past_it(papers: dict[str, bytes]) -> None:
    text = text_of(papers["ngo_plan_sheet"])
    for words in (
        "۳۷",
        "روز مانده است",
        "آوای آبگرم",
        "۱۴۰۴/۰۸/۱۰",
        "تعمیر سالن ورزشی",
        "استانداری قزوین",
        "نتیجه هنوز",
    ):
        assert words in text, words
    late = samples.plan(imprint=replace(samples.IMPRINT, printed_on=date(2025, 11, 8)))
    assert late.days_left == -7
    assert "روز از مهلت گذشته است" in text_of(ngo_plan_sheet.build(late))
    done = samples.plan(
        ended=True, score_county=82, score_province=78, result="نتیجهٔ طرح مثبت بود.", funded=100 * MILLION,
        funded_on=date(2026, 4, 5), status="حمایت مالی",
    )  # fmt: skip
    told = text_of(ngo_plan_sheet.build(done))
    for words in ("۸۲", "۷۸", "۱۰۰٬۰۰۰٬۰۰۰ ریال", "۱۴۰۵/۰۱/۱۶"):
        assert words in told, words
    assert "روز مانده است" not in told


def test_a_plan_that_was_only_proposed_has_no_term() -> None:
    plan = samples.plan(title=LONG, approved_on=None, deadline=None, extensions=(), approved=None, status="پیشنهاد")
    text = text_of(ngo_plan_sheet.build(plan))
    assert "هنوز تصویب نشده" in text
    assert "تمدید نشده است" in text


def test_the_certificate_says_who_destroyed_what_and_a_blank_one_leaves_the_day_open(papers: dict[str, bytes]) -> None:
    text = text_of(papers["destruction_certificate"])
    for words in ("جهاد دانشگاهی استان کرمان", "چهارشنبه ۲ مهر ۱۴۰۴", "۱۱۸", "حافظه‌های همراه", "شاهد"):
        assert words in text, words
    blank = text_of(handover_papers.build_certificate(samples.destruction(destroyed_on=None)))
    assert "چهارشنبه ۲ مهر" not in blank
    assert "……" in blank.replace("...", "…")


def test_the_cover_lists_how_much_is_in_the_package() -> None:
    text = text_of(handover_papers.build_cover(samples.cover()))
    assert "۵٬۶۵۰" in text
    assert "تنها با کد بازیابی خودش باز می‌شود" in text
    assert len(page_texts(handover_papers.build_cover(samples.cover(60)))) == 2
    unmade = replace(samples.cover(), contract=replace(samples.CONTRACT, fingerprint=""))
    assert "هنوز ساخته نشده" in text_of(handover_papers.build_cover(unmade))
    assert "هنوز داده‌ای ندارد" in text_of(handover_papers.build_cover(samples.cover(0)))


def test_blank_papers_are_one_page_each_and_ask_for_no_number_of_identity(papers: dict[str, bytes]) -> None:
    (need,) = page_texts(papers["blank_need"])
    (sheet,) = page_texts(papers["blank_attendance"])
    for words in ("فوریت دوم", "نتیجهٔ خواسته‌شده", "تنها خواسته"):
        assert words in " ".join(need.split())
    assert "۲۲" in sheet
    assert "شرکت بدون پرونده" in sheet


def test_a_character_the_font_lacks_stops_the_paper_by_name() -> None:
    with pytest.raises(MissingGlyphError, match="☃"):
        neighborhood_profile.build(samples.profile(boundaries="از شمال ☃"))
