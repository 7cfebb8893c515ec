"""The pages of the province's sums, as an officer and as a county's supervisor see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import insert

from province.setup import Province
from province.store.accounts import set_counties
from province.store.published import PUBLISHED
from province.store.tables import ROLLUP
from tests.province.made_reports import MONTH, Sent, day, lay_down
from tests.province.pages.made import ACCOUNTS
from tests.province.pages.visitor import Visitor
from tests.province.test_rollup import CHESHMEH, MEHR, four_offices
from tests.reports.pdf_reading import page_texts

Browser = Callable[[], Visitor]
SHARED = {"id": "place", "name": "کوی نو", "city_name": "کرمان", "county_id": "0808", "coverage_status": "under_office"}
NEEDS = (
    ("office-a", "noted"),
    ("office-a", "referred"),
    ("office-b", "noted"),
    ("office-c", "met"),
    ("office-c", "noted"),
)


@pytest.fixture
def full(province: Province) -> Province:
    """Four offices with their reports; needs of places, one that was met elsewhere, and a place with two offices."""
    four_offices(province)
    with province.database.writing() as connection:
        set_counties(connection, ACCOUNTS[0], frozenset({"2606"}))
        alike = {"field": "civil_physical", "noted_on": day(6, 1), "status_on": day(6, 9), "urgency": "first"}
        for number, (office, status) in enumerate(NEEDS):
            of = {"office_id": office, "id": f"need-{number}", "scope": "neighborhood", "status": status}
            told = {"subject": "آسفالت کوچه" if number < 4 else "پل عابر"}
            told |= {"solution_note": "خیریهٔ محله و شهرداری با هم"} if status == "met" else {}
            connection.execute(insert(PUBLISHED["need"]).values(**of, **alike, **told))
        of_person = {"office_id": "office-a", "id": "own", "scope": "person", "status": "noted", "subject": "محرمانه"}
        connection.execute(insert(PUBLISHED["need"]).values(**of_person, **alike))
        for office in ("office-a", "office-b"):
            connection.execute(insert(PUBLISHED["neighborhood"]).values(office_id=office, **SHARED))
            serves = {"neighborhood_id": "place", "from_date": date(2024, 1, 1), "serving_office_id": office}
            connection.execute(insert(PUBLISHED["office_neighborhood"]).values(office_id=office, id="serves", **serves))
    return province


def test_an_officer_reads_the_rollup_section_by_section_and_takes_it_along(full: Province, browser: Browser) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    seen = visitor.get(f"/rollup?month={MONTH}")
    for told in ("۳ گزارش پذیرفته از", "۶۹٫۲٪", "۳۵ تا ۳۹", "گزارش نرسیده", "جمع استان"):
        assert told in seen.told, told
    for section, told in (("money", "۱٬۸۰۰"), ("plans", "۷۶٫۷"), ("harms", "۱۰ تا ۱۹"), ("cover", "پس از مهلت")):
        assert told in visitor.get(f"/rollup?month={MONTH}&section={section}").told
    pdf = visitor.get(f"/rollup/file?month={MONTH}&kind=pdf")
    assert "گزارش تجمیعی استان" in page_texts(pdf.body)[0]
    assert pdf.headers["content-disposition"] == f'attachment; filename="rollup-{MONTH}.pdf"'
    assert visitor.get(f"/rollup/file?month={MONTH}&kind=csv").body.startswith(b"\xef\xbb\xbfsection")
    assert visitor.get(f"/rollup?month={MONTH}&section=nothing").status == 422
    assert "هنوز گزارشی از این ماه پذیرفته نشده است" in visitor.get("/rollup?month=1403-01").told


def test_a_page_is_kept_until_another_report_is_accepted(full: Province, browser: Browser) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    assert "۳ گزارش پذیرفته" in visitor.get(f"/rollup?month={MONTH}").told
    with full.database.writing() as connection:
        connection.execute(ROLLUP.update().values(content=ROLLUP.c.content.concat(" ")))
    assert "۳ گزارش پذیرفته" in visitor.get(f"/rollup?month={MONTH}").told
    with full.database.reading() as connection:
        assert connection.execute(ROLLUP.select()).first().content.endswith(" "), "it was not made again"  # type: ignore[union-attr]
    with full.database.writing() as connection:
        snapshot = MEHR.snapshot()
        row = {"office_id": CHESHMEH.office.id, "id": "late", "jmonth": MONTH, "version": 1, "status": "sent"}
        connection.execute(insert(PUBLISHED["monthly_report"]).values(**row, snapshot_json=snapshot, content_hash="x"))
    assert "در انتظار بررسی استان" in visitor.get(f"/rollup?month={MONTH}&section=cover").told


def test_a_supervisor_sees_one_county_and_no_file_leaves_by_his_hand(full: Province, browser: Browser) -> None:
    visitor = browser()
    visitor.sign_in("supervisor")
    for path in ("/rollup", "/rollup?section=cover", "/needs", "/agencies", "/workshops", "/overlap"):
        seen = visitor.get(f"{path}{'&' if '?' in path else '?'}month={MONTH}" if path != "/overlap" else path)
        assert seen.status == 200
        for other in ("مهرآوران", "همدلی", "کرمان", "جمع استان"):
            assert other not in seen.told, (path, other)
    assert "دفتر کاروان" in visitor.get(f"/rollup?month={MONTH}").told
    assert visitor.get(f"/rollup/file?month={MONTH}&kind=pdf").status == 403
    assert visitor.get(f"/agencies/letter?month={MONTH}&agency=municipality").status == 403
    waiting = visitor.get("/needs/waiting?field=civil_physical")
    assert "پل عابر" in waiting.told
    assert "آسفالت" not in waiting.told
    assert "پل عابر" not in visitor.get("/needs/waiting?field=civil_physical&county=0808").told


def test_a_number_of_unmet_needs_leads_to_nameless_needs_of_places(full: Province, browser: Browser) -> None:
    visitor = browser()
    visitor.sign_in("director")
    seen = visitor.get(f"/needs?month={MONTH}")
    assert 'href="/needs/waiting?field=civil_physical&amp;county=0808"' in seen.text
    waiting = visitor.get("/needs/waiting?field=civil_physical&county=0808")
    assert waiting.told.count("آسفالت کوچه") == 3
    assert "محرمانه" not in waiting.told
    assert visitor.get("/needs/waiting?field=nothing").status == 404
    assert visitor.get("/needs/waiting?field=civil_physical&after=nothing~x").status == 404


def test_what_repeats_shows_what_has_helped_elsewhere_and_who_serves_the_same_place(
    full: Province, browser: Browser
) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    seen = visitor.get("/overlap").told
    assert "آسفالت کوچه" in seen
    assert "خیریهٔ محله و شهرداری با هم" in seen
    assert "دفتر مهرآوران، دفتر همدلی" in seen
    assert "پل عابر" not in seen, "one place alone repeats nothing"


def test_a_province_without_reports_says_what_is_to_be_done(province: Province, browser: Browser) -> None:
    lay_down(province, CHESHMEH, Sent(1, "sent", day(7, 3)))
    visitor = browser()
    visitor.sign_in("auditor")
    for path in ("/rollup", "/needs", "/agencies", "/workshops"):
        assert "هنوز چیزی برای گفتن نیست" in visitor.get(f"{path}?month={MONTH}").told
    assert visitor.get("/needs/waiting?field=social").status == 403, "auditors read figures, no texts of needs"
