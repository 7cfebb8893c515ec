"""Roll-ups are added up once and read many times, also when several readers ask at the same moment."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, update

from province.rollup import kept
from province.rollup.keeping import keep_due
from province.rollup.kept import BeingMadeError, Kept, Wanted, kept_sections
from province.rollup.make import make_rollup
from province.setup import Province
from province.store.database import Database
from province.store.office_places import place_office
from province.store.published import PUBLISHED
from tests.province.made import made_province
from tests.province.made_reports import MONTH, day
from tests.province.test_rollup import AVAJ, CHESHMEH, KARVAN, KERMAN, four_offices


def _asked(province: Province, *codes: str, wanted: Wanted | None = None) -> Kept:
    return kept_sections(province.database, MONTH, codes, "استان", day(8, 10), wanted)


def test_two_who_ask_first_at_the_same_moment_both_get_it(postgresql_address: str, tmp_path: Path) -> None:
    """On PostgreSQL: the embedded database has one writer at a time."""
    province = made_province(Database(postgresql_address), tmp_path)
    four_offices(province)
    together, found = Barrier(2, timeout=20), list[Kept]()

    def wait(connection: object) -> None:  # both have added up before either keeps
        if connection.get_execution_options().get("writes"):  # type: ignore[attr-defined]
            together.wait()

    event.listen(province.database.engine, "begin", wait)
    readers = [Thread(target=lambda: found.append(_asked(province, "headline"))) for _ in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    event.remove(province.database.engine, "begin", wait)
    assert len(found) == 2
    assert found[0] == found[1] == _asked(province, "headline")
    province.close()


def test_a_page_of_lines_and_those_of_a_county_are_the_same_as_in_the_whole(province: Province) -> None:
    four_offices(province)
    (whole,) = _asked(province, "headline").sections
    page = _asked(province, "headline", "cover", wanted=Wanted(first=1, most=2))
    assert page.sections[0].tables[0].lines == whole.tables[0].lines[1:3]
    assert page.lines == max(
        len(table.lines) for one in _asked(province, "headline", "cover").sections for table in one.tables
    )
    county = _asked(province, "headline", wanted=Wanted(counties=frozenset({AVAJ[0]})))
    assert [line for line in whole.tables[0].lines if line.county == AVAJ[0]] == list(
        county.sections[0].tables[0].lines
    )
    assert county.sections[0].texts == ()


def test_many_offices_are_added_up_by_the_server_and_a_reader_is_told_that_it_is_at_it(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FEW", 3)
    four_offices(province)
    with pytest.raises(BeingMadeError):
        _asked(province, "headline")
    assert keep_due(province.database) == [MONTH]
    assert keep_due(province.database) == []
    first = _asked(province, "headline")
    reports = PUBLISHED["monthly_report"]
    returned = update(reports).where(reports.c.office_id == KARVAN.office.id).values(status="returned")
    for change in (
        lambda connection: connection.execute(returned),
        lambda connection: place_office(connection, CHESHMEH.office.id, KERMAN[0]),
    ):
        assert not first.behind
        with province.database.writing() as connection:
            change(connection)
        assert _asked(province, "headline") == first._replace(behind=True), "what was there is shown until then"
        assert keep_due(province.database) == [MONTH]
        first = _asked(province, "headline", "cover")
        with province.database.reading() as connection:
            anew = make_rollup(connection, MONTH, "استان", day(8, 10))
        assert first.sections == [anew.section("headline"), anew.section("cover")]
        first = _asked(province, "headline")


def test_a_month_of_which_nothing_came_is_made_for_whoever_asks(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FEW", 0)
    four_offices(province)
    for _ in range(2):  # who comes again while it is made changes nothing
        with pytest.raises(BeingMadeError):
            kept_sections(province.database, "1404-01", ["headline"], "استان", day(8, 10))
    assert set(keep_due(province.database)) == {"1404-01", MONTH}
    assert kept_sections(province.database, "1404-01", ["headline"], "استان", day(8, 10)).rollup.reporting == 0
