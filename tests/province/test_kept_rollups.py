"""Roll-ups are added up once and read many times, also when several readers ask at the same moment."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

from sqlalchemy import event

from province.rollup.kept import Kept, Wanted, kept_sections
from province.setup import Province
from province.store.database import Database
from tests.province.made import made_province
from tests.province.made_reports import MONTH, day
from tests.province.test_rollup import AVAJ, four_offices


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
