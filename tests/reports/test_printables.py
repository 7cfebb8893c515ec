"""The smaller papers: card, letter, attendance sheet, recovery sheet."""

from __future__ import annotations

import importlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import pytest

from desktop.reports import attendance_sheet, household_card, official_letter, recovery_sheet
from desktop.reports.catalogue import PRINTABLES
from desktop.reports.household_card import HouseholdCard
from tests.reports import workshop_samples as workshops
from tests.reports.golden_pages import PICTURED, difference, first_texts, golden_texts
from tests.reports.partner_samples import MAKERS
from tests.reports.pdf_reading import fonts, page_image, page_texts, reader
from tests.reports.pdf_structure import tag_faults
from tests.reports.samples import (
    agreement,
    attendance,
    blank_form,
    card,
    compared,
    guidance,
    information,
    labels,
    letter,
    recovery,
    register,
    reminder,
    report,
    year,
)


def all_papers() -> dict[str, bytes]:
    """Every printable, of what is invented for the tests."""
    papers = {
        "monthly_report": report(), "month_comparison": compared(), "year_trend": year(),
        "household_card": card(), "referral_letter": letter(),
        "letter": letter(), "reminder": reminder(),
        "attendance_sheet": attendance(), "recovery_sheet": recovery(), "my_information": information(),
        "consent_sheet": agreement(), "blank_registration": blank_form(), "case_label": labels(),
        "needs_register": register(), "guidance_sheet": guidance(),
        "certificate": workshops.certificate(), "call_list": workshops.call_list(),
        "outcome_sheet": workshops.outcome_sheet(), "workshop_report": workshops.workshop_report(),
        "market_summary": workshops.market(), "programme_poster": workshops.poster(),
        "programme_poster_a3": workshops.poster(large=True),
    }  # fmt: skip
    modules = dict.fromkeys(("referral_letter", "letter", "reminder"), "official_letter")
    modules["programme_poster_a3"] = "programme_poster"
    made = {
        name: importlib.import_module(f"desktop.reports.{modules.get(name, name)}").build(paper)
        for name, paper in papers.items()
    }
    return made | {name: make() for name, make in MAKERS.items() if name in PRINTABLES}


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return all_papers()


def test_the_catalogue_names_every_printable(papers: dict[str, bytes]) -> None:
    assert set(papers) == set(PRINTABLES)
    for name, pdf in papers.items():
        assert pdf.startswith(b"%PDF-"), name


def test_every_paper_embeds_only_vazirmatn_is_tagged_and_marks_fictional_data(papers: dict[str, bytes]) -> None:
    for name, pdf in papers.items():
        assert all("Vazirmatn" in font and embedded for font, embedded in fonts(pdf).items()), name
        assert all("داده آزمایشی" in text for text in page_texts(pdf)), name
        assert tag_faults(pdf) == [], name


def test_each_first_page_says_and_looks_like_what_was_found_right(papers: dict[str, bytes]) -> None:
    said = first_texts(papers)
    right = golden_texts()
    assert said.keys() == right.keys()
    for name, lines in said.items():
        assert lines == right[name], f"{name}: python -m tests.reports.golden_pages"
    assert {name: far for name in PICTURED if (far := difference(name, papers[name])) >= 1.5} == {}


def test_the_same_paper_is_the_same_file(papers: dict[str, bytes]) -> None:
    assert all_papers() == papers


def test_papers_made_at_the_same_time_do_not_disturb_each_other(papers: dict[str, bytes]) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _number: household_card.build(card()), range(8)))
    assert made == [papers["household_card"]] * 8


def test_the_card_has_the_office_and_the_number_but_no_member_and_no_need(papers: dict[str, bytes]) -> None:
    (text,) = page_texts(papers["household_card"])
    assert "شهرک صنعتی (فاز ۲)" in text
    assert "۰۸۳-۳۴۵۶۷۸۹۰" in text
    assert {field.name for field in fields(HouseholdCard)}.isdisjoint({"members", "head", "needs", "name"})


def test_the_card_is_a6_landscape_and_its_code_is_dark_squares(papers: dict[str, bytes]) -> None:
    box = reader(papers["household_card"]).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (420, 298)
    picture = page_image(papers["household_card"], scale=2)
    assert picture.getpixel((70, 200)) < 80  # type: ignore[operator]


def test_a_letter_prints_the_chosen_items_and_the_deadline(papers: dict[str, bytes]) -> None:
    first, second = page_texts(papers["referral_letter"])
    assert "ناروئی، فرزند چراغ، فاقد شماره ملی" in first
    assert "۱۴۰۴/۰۷/۱۸" in first
    assert "محرمانه" in first
    assert "گواهی ولادت" in second
    assert "ناروئی" not in second


def test_a_letter_without_a_checklist_has_one_page() -> None:
    assert len(page_texts(official_letter.build(letter(checklist=(), copies=(), answer_due=None)))) == 1


def test_forty_participants_take_more_pages_with_the_header_on_each() -> None:
    pages = page_texts(attendance_sheet.build(attendance(40)))
    assert len(pages) >= 2
    assert all("نام پدر" in text for text in pages)
    assert "۴۵" in pages[-1]


def test_a_session_without_names_is_a_blank_sheet_to_write_on() -> None:
    assert len(page_texts(attendance_sheet.build(attendance(0)))) == 1


def test_the_recovery_code_reads_from_left_to_right() -> None:
    sheet = recovery()
    text = reader(recovery_sheet.build(sheet)).pages[0].extract_text()
    places = [text.index(group) for group in sheet.groups]
    assert places == sorted(places)


def test_a_recovery_sheet_needs_a_code() -> None:
    with pytest.raises(ValueError, match="without a code"):
        recovery_sheet.build(recovery_sheet.RecoverySheet("دفتر", (), recovery().made_on))


def test_a_long_neighbourhood_stays_on_the_card() -> None:
    long = "محلهٔ شهید باهنر و آبادی‌های پیرامونی بخش مرکزی " * 9
    pdf = household_card.build(card(neighborhood=long, office_title=long, hours=long))
    (text,) = page_texts(pdf)
    assert "…" in text.replace("...", "…")
