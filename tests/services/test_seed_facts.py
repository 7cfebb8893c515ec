"""The five articles' own facts go through the real services and come out as they were told, in one unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.capacity import facility_doubts
from desktop.domain.persian.money import million_rial
from desktop.domain.record import Row
from desktop.services.letters import addressed
from desktop.services.money_views import money_by, money_lines, together
from desktop.services.place_views import coverage, coverage_picture, neighborhood_view
from desktop.services.records import add_record, change_record, step_record
from desktop.store.office_file import OfficeFile
from desktop.store.search import search
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import make_office
from tests.seeds import facts


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", code="0502", county_id="0502", neighborhoods=[])
    yield made
    made.close()


def _open(work: UnitOfWork, code: str, county: str) -> str:
    own = work.find("office", code=code)
    if own:
        return str(own[0]["id"])
    office = add_record(work, "office", {"code": code, "title_fa": f"دفتر {code}", "county_id": county})["id"]
    step_record(work, "office", office, "licensed", {"license_no": code, "license_date": "1396/12/10"})
    step_record(work, "office", office, "active", {"opening_date": "1397/02/01"})
    return str(office)


def _place(work: UnitOfWork, office: str, **given: object) -> Row:
    place = add_record(work, "neighborhood", given)
    covered = {"neighborhood_id": place["id"], "from_date": "1397/02/01", "serving_office_id": office}
    add_record(work, "office_neighborhood", covered)
    return place


def test_nine_offices_are_active_and_six_serve_thirteen_neighbourhoods_of_the_city(office: OfficeFile) -> None:
    with office.write() as work:
        for code, places in facts.OFFICES_OF_KERMANSHAH.items():
            serving = _open(work, code, "کرمانشاه")
            for name in places:
                _place(work, serving, name=name, county_id="کرمانشاه", city_name="کرمانشاه")
        for code, county in facts.OFFICES_ELSEWHERE.items():
            _open(work, code, county)
    with office.read() as rows:
        active = rows.find("office", status="active")
        served = rows.find("office_neighborhood")
        assert len(active) == 9
        assert len({row["neighborhood_id"] for row in served}) == 13
        assert len({row["serving_office_id"] for row in served}) == 6
        assert {one["county_id"] for one in active} == {"0502", "0501", "0511"}
        picture = coverage_picture(rows)
        assert (picture.served, picture.serving, picture.offices["active"]) == (13, 6, 9)


def test_101132_people_live_where_the_offices_serve_and_ten_offices_have_six_colleagues_each(
    office: OfficeFile,
) -> None:
    names = facts.NEIGHBORHOODS_OF_KERMAN
    with office.write() as work:
        own = str(work.find("office")[0]["id"])
        share, rest = divmod(facts.PEOPLE_OF_KERMAN, len(names))
        for number, name in enumerate(names):
            place = _place(work, own, name=name, county_id="کرمان", city_name="کرمان")
            people = {"neighborhood_id": place["id"], "year": 1396, "population": share + (number < rest)}
            add_record(work, "neighborhood_population", {**people, "is_estimate": True, "source": "office_estimate"})
        add_record(work, "city_population", {"city_name": "کرمان", "year": 1395, "population": 537_718})
    with office.read() as rows:
        found = coverage(rows)
        assert (found.covered, found.registered, found.unknown) == (facts.PEOPLE_OF_KERMAN, 0, 0)
        (city,) = coverage_picture(rows).cities
        assert (city.city, city.known, city.share) == ("کرمان", facts.PEOPLE_OF_KERMAN, 18.8)
        hits = {hit.title for hit in search(rows.connection, "شهید صیاد", kind="neighborhood")}
        assert hits == {"شهید صیاد شیرازی"}
    assert facts.STAFF_OF_KERMAN / facts.OFFICES_OF_KERMAN == 6


def test_the_money_of_the_articles_is_one_sum_in_rial(office: OfficeFile) -> None:
    with office.write() as work:
        add_record(work, "credit", facts.CREDIT_OF_1400)
        add_record(work, "credit", facts.CREDIT_TO_FOUND)
        for county in facts.COUNTIES_OF_KERMAN_THEN:
            add_record(work, "credit", {**facts.CREDIT_OF_NGOS, "county_id": county})
    with office.read() as rows:
        lines = {(line.source, line.purpose): line.requested for line in money_lines(rows)}
        assert lines == {
            ("ministry", "establish"): 20_000_000_000,
            ("province", "operate"): 53_000_000_000,
            ("province", "ngo_plans"): 2_300_000_000,
        }
        assert million_rial(together(money_lines(rows)).requested) == "۷۵٬۳۰۰ میلیون ریال"
        by_county = money_by(rows, "county_id", year=1396)
        assert len([line for line in by_county if line.of]) == 23
        typed = rows.find("credit", fiscal_year=1400)[0]
        assert (typed["entered_amount"], typed["entered_unit"], typed["is_estimate"]) == ("۵۳", "میلیارد ریال", True)


def test_a_charity_centre_of_250_square_metres_cost_48_million_rial_a_metre(office: OfficeFile) -> None:
    with office.write() as work:
        own = str(work.find("office")[0]["id"])
        place = _place(work, own, **facts.SARPOLLEH)
        centre = add_record(work, "facility", {**facts.CHARITY_CENTRE, "neighborhood_id": place["id"]})
        assert centre["cost_rial"] / centre["floor_area_m2"] == 48_000_000
        assert list(facility_doubts(centre, work)) == []
        in_toman = {**centre, "cost_rial": centre["cost_rial"] * 100}
        assert [doubt.code for doubt in facility_doubts(in_toman, work)] == ["cost_per_m2_doubtful"]
    with office.read() as rows:
        view = neighborhood_view(rows, place["id"])
        assert view is not None
        assert (view.facilities[0]["jobs_count"], view.facilities[0]["services"][0]["capacity"]) == (8, 3)


def test_the_special_governor_of_kashan_is_addressed_by_his_title(office: OfficeFile) -> None:
    with office.write() as work:
        change_record(work, "county", "1010", {"governor_title": "فرماندار ویژه"})
        given = {"kind": "agency", "agency_code": "governorate", "letter_title": "فرماندار محترم شهرستان کاشان"}
        kashan = add_record(work, "organization", {**given, "name_fa": "فرمانداری کاشان", "county_id": "کاشان"})
    with office.read() as rows:
        assert addressed(rows, kashan) == "فرماندار ویژه محترم شهرستان کاشان"
        other = {**kashan, "agency_code": "municipality"}
        assert addressed(rows, other) == "فرماندار محترم شهرستان کاشان"


def test_the_caravanserai_is_a_capacity_with_its_proposed_uses(office: OfficeFile) -> None:
    with office.write() as work:
        own = str(work.find("office")[0]["id"])
        place = _place(work, own, **facts.AVAJ)
        add_record(work, "neighborhood_capacity", {**facts.CARAVANSERAI, "neighborhood_id": place["id"]})
    with office.read() as rows:
        found = [hit.title for hit in search(rows.connection, "بازارچه صنایع دستی")]
        assert found == ["کاروانسرای آوج"]
        assert rows.find("neighborhood", name="آوج")[0]["county_id"] == "2606"
