"""An export is what an import takes: the round trip, what each role gets, and texts that must not become formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.services.demo.drafts import DemoWords
from desktop.services.demo.make import make_demo
from desktop.services.records import step_record
from desktop.services.spreadsheets.cells import ColumnReader, written
from desktop.services.spreadsheets.exporting import export_file
from desktop.services.spreadsheets.importing import import_file
from desktop.store.audit import lines
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.factories import PASSWORD, add_colleague, add_identifier, add_need, add_person, agency, make_office
from tests.fakes import FakeClock
from tests.services.spreadsheets.sheets import cells_of


def later() -> FakeClock:
    return FakeClock(datetime(2026, 9, 1, tzinfo=UTC))


@pytest.fixture(scope="module", params=[1404, 7])
def one(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """A fictional office out of which is only read."""
    folder = OfficeFolder(tmp_path_factory.mktemp("exported") / "one")
    made = make_demo(folder, DemoWords(200, months=2, seed=request.param), Cost(1024, 1, 1))
    office = open_office(folder, made.users[0]["user"], made.users[0]["password"])
    yield office
    office.close()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_exported_and_imported_elsewhere_is_exported_the_same(
    one: OfficeFile, tmp_path: Path, ending: str
) -> None:
    with one.read() as rows:
        places = [place["name"] for place in rows.find("neighborhood")]
        staff = [{"full_name": s["full_name"], "start_date": "1400/01/01"} for s in rows.find("staff_member")]
    other = make_office(
        tmp_path / "two", later(), code=one.identity.office_code, neighborhoods=places, staff=staff[1:],
        manager={"full_name": staff[0]["full_name"]},
    )  # fmt: skip
    first, second = tmp_path / f"one.{ending}", tmp_path / f"two.{ending}"
    assert export_file(one, "person", first).rows == 200
    outcome = import_file(other, "person", first)
    assert (outcome.added, outcome.refused, outcome.unknown) == (200, 0, ()), outcome.first_refused
    export_file(other, "person", second)
    assert second.read_bytes() == first.read_bytes() if ending == "csv" else cells_of(second) == cells_of(first)
    assert import_file(other, "person", second).doubles == 200
    other.close()


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office")
    with made.write() as work:
        person = add_person(work, mobile="09000000001")
        add_identifier(work, person, "9931000201")
        add_need(work, person, description="شرح شخصی", main_agency_id=agency(work))
        household = work.find("household")[0]
        work.change("household", household["id"], {"address_text": '=HYPERLINK("x")', "income_band": "band_1"})
    add_colleague(made, "samira", "facilitator", "سمیرا دادخواه")
    add_colleague(made, "nazer", "county_supervisor", "رضا ناظری")
    return made


def test_what_comes_back_to_its_own_office_says_nothing_new_of_any_kind(tmp_path: Path) -> None:
    made = make_demo(OfficeFolder(tmp_path / "one"), DemoWords(60, months=3, seed=11), Cost(1024, 1, 1))
    office = open_office(OfficeFolder(tmp_path / "one"), made.users[0]["user"], made.users[0]["password"])
    told = {}
    for kind in KINDS:
        path = tmp_path / f"{kind}.xlsx"
        try:
            rows = export_file(office, kind, path).rows
        except RefusedError:  # accounts, the log of consents: in no sheet
            continue
        if rows and made.users[0]["role"] in KINDS[kind].writers:
            back = import_file(office, kind, path)
            told[kind] = (rows, back.doubles, [refused.reason for refused in back.first_refused[:2]])
    assert {kind for kind, (rows, doubles, _) in told.items() if rows != doubles} == set(), told
    assert {"person", "household", "organization", "need", "agency_response", "attendance"} <= told.keys()
    office.close()


def test_a_need_that_ended_comes_back_with_its_end_and_only_what_was_mended_in_the_sheet_is_news(
    office: OfficeFile, tmp_path: Path
) -> None:
    with office.write() as work:
        closed = work.find("need")[0]["id"]
        step_record(work, "need", closed, "closed", {"close_reason": "withdrawn", "close_note": "خودش پی گرفت"})
        met = add_need(work, work.find("person")[0], subject="کلاس سوادآموزی")["id"]
        step_record(work, "need", met, "in_progress", {"note": "در دفتر"})
        step_record(work, "need", met, "met", {"resident_confirmed": True, "satisfaction": 4})
    told = tmp_path / "needs.csv"
    assert export_file(office, "need", told).rows == 2
    again = import_file(office, "need", told)
    assert (again.doubles, again.changed, again.refused) == (2, 0, 0), again.first_refused
    told.write_text(told.read_text("utf-8-sig").replace("خودش پی گرفت", "خودش کار را پی گرفت"), "utf-8")
    mended = import_file(office, "need", told)
    assert (mended.doubles, mended.changed, mended.refused) == (1, 1, 0), mended.first_refused
    with office.read() as rows:
        now = {need["id"]: need for need in rows.find("need")}
    assert (now[closed]["status"], now[closed]["close_note"]) == ("closed", "خودش کار را پی گرفت")
    assert (now[met]["status"], now[met]["satisfaction"]) == ("met", 4)
    office.close()


def test_texts_stay_texts_and_sensitive_answers_stay_at_home(office: OfficeFile, tmp_path: Path) -> None:
    exported = export_file(office, "person", tmp_path / "a.xlsx")
    line = dict(zip(*cells_of(exported.path), strict=True))
    assert line["نشانی"] == '=HYPERLINK("x")'
    assert (line["کد ملی"], line["همراه"], line["تاریخ تولد"]) == ("9931000201", "09000000001", "1362")
    assert not any("درآمد" in header for header in line)
    with (tmp_path / "a.xlsx").open("rb") as file:
        assert b"<f>" not in file.read()
    export_file(office, "person", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig") as file:
        cells = list(csv.reader(file))[1]
    assert '\'=HYPERLINK("x")' in cells
    assert import_file(office, "person", tmp_path / "a.csv").doubles == 1
    with office.connection() as connection:
        assert [told["entity"] for told in lines(connection) if told["action"] == "export"] == ["person", "person"]
    office.close()


@pytest.mark.parametrize("cell", ["۷۵٪", "75%", "75", "0.75", 75, 0.75])
def test_a_share_is_written_in_hundredths_and_read_as_people_and_sheets_keep_it(cell: Any) -> None:
    about = KINDS["workshop"].fields["min_attend_share"]
    assert written(about, 0.75) == "۷۵٪"
    assert ColumnReader(about).one(cell) == 0.75
    assert ColumnReader(about).one(1) == about.read(1) == 1.0


def test_a_file_of_another_sort_is_not_written_as_if_it_were_one(office: OfficeFile, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        export_file(office, "organization", tmp_path / "دستگاه‌ها.docx")
    assert refused.value.problems[0].code == "export_name"
    assert list(tmp_path.glob("*.docx")) == []


def test_names_leave_the_house_only_with_the_manager(office: OfficeFile, tmp_path: Path) -> None:
    office.close()
    facilitator = open_office(OfficeFolder(tmp_path / "office"), "samira", PASSWORD)
    for kind in ("person", "household", "workshop_enrollment"):
        with pytest.raises(RefusedError) as found:
            export_file(facilitator, kind, tmp_path / "no.xlsx")
        assert found.value.problems[0].code == "no_personal_export"
    assert not (tmp_path / "no.xlsx").exists()
    needs = export_file(facilitator, "need", tmp_path / "needs.xlsx")
    assert not {"person_id", "household_id", "description"} & set(needs.columns)
    assert "شرح شخصی" not in str(cells_of(needs.path))
    facilitator.close()
    supervisor = open_office(OfficeFolder(tmp_path / "office"), "nazer", PASSWORD)
    with pytest.raises(RefusedError):
        export_file(supervisor, "person", tmp_path / "no.xlsx")
    with pytest.raises(RefusedError):
        import_file(supervisor, "person", tmp_path / "needs.xlsx")
    supervisor.close()
