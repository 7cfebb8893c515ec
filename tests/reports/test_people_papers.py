"""The papers about people: what stands on them, what must not, and how they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.reports import blank_registration, case_label, consent_sheet, my_information
from tests.reports.pdf_reading import page_image, page_texts, reader
from tests.reports.samples import agreement, blank_form, information, labels

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SCALE = 0.7
PAPERS = {
    "my_information": my_information.build(information()),
    "consent_sheet": consent_sheet.build(agreement()),
    "blank_registration": blank_registration.build(blank_form()),
    "case_label": case_label.build(labels()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_its_last_page_looks_like_its_golden_picture(name: str) -> None:
    picture = page_image(PAPERS[name], len(page_texts(PAPERS[name])) - 1, SCALE)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert picture.size == golden.size
        difference = ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0]
    assert difference < 1.5


def test_what_a_person_is_given_has_fields_lists_and_rights_and_says_where_nothing_is() -> None:
    (text,) = page_texts(PAPERS["my_information"])
    for words in ("برگهٔ اطلاعات من", "فاطمه رنجبری", "تاریخ تولد", "۱۳۶۲", "بیمهٔ درمان", "در کارگاهی ثبت‌نام نشده است"):
        assert words in text
    assert "مهناز رستگار" in text
    assert "دادهٔ حساس" not in text, "a part without facts has no heading"


def test_forty_needs_go_on_over_several_pages_with_their_head() -> None:
    first, needs, last = information().lists
    many = type(needs)(needs.title, needs.columns, needs.rows * 60, needs.none)
    texts = page_texts(my_information.build(information(lists=(first, many, last))))
    assert len(texts) > 1
    assert all("وضعیت" in text for text in texts[:2])


def test_the_consent_sheet_is_printed_twice_once_for_the_person() -> None:
    office, person = page_texts(PAPERS["consent_sheet"])
    assert "نسخهٔ دفتر" in office
    assert "نسخهٔ شما" in person
    for words in ("ستایش رنجبری", "فاطمه رنجبری", "شفاهی با شاهد", "اجازه نمی‌دهم", "نسخهٔ متن ۱"):
        assert words in office
        assert words in person


def test_a_consent_sheet_of_nobody_is_blank() -> None:
    texts = page_texts(consent_sheet.build(agreement(name="", resident_no="", guardian="")))
    assert len(texts) == 2
    assert "رنجبری" not in "".join(texts)
    assert "نام و نام خانوادگی" in texts[0]


def test_the_blank_form_has_a_page_for_the_household_and_one_for_its_members() -> None:
    household, members = page_texts(PAPERS["blank_registration"])
    assert "کد پستی" in household
    assert "رهن و اجاره" in household
    assert "۷" in members
    assert "نسبت: ۱ سرپرست، ۲ همسر، ۳ فرزند" in " ".join(members.split())


def test_a_label_is_small_has_both_numbers_and_no_name() -> None:
    texts = page_texts(PAPERS["case_label"])
    assert len(texts) == 2
    assert "۰۸۰۳۰۰۰۰۱۷" in texts[0]
    assert "۰۸۰۳۰۰۰۰۲۵" in texts[1]
    assert "۱۲" in texts[0]
    box = reader(PAPERS["case_label"]).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (255, 142)
    with pytest.raises(ValueError, match="no file"):
        case_label.build(case_label.CaseLabels("دفتر", (), labels().printed_on))
