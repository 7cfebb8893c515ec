"""A bulk load leaves what the same records added one by one would have left: log, search and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from desktop.domain.kinds import KINDS
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import add_household, add_identifier, add_person, make_office


def logged(office: OfficeFile, kind: str) -> list[Any]:
    columns = "action, fields, user_id, device_id, schema_version"
    sql = f"SELECT {columns} FROM change_log WHERE kind = ? AND action = 'add' ORDER BY seq"  # noqa: S608
    with office.connection() as connection:
        return [(row[0], json.loads(row[1]), *row[2:]) for row in connection.exec_driver_sql(sql, (kind,))]


def test_the_log_of_a_bulk_load_is_the_one_the_triggers_write(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    with office.write() as work:
        home = add_household(work, address_text='کوچهٔ "یاس" \\ ۲', utilities={"water": "has"}, area_m2=60)
        one = add_person(work, home, mobile="09000000001", skills=["خیاطی"], birth_date="1362/05")
        paper = add_identifier(work, one, "9931000201")
    before = {kind: logged(office, kind)[-1] for kind in ("household", "person", "person_identifier")}
    with office.write() as work, work.loading():
        for kind, row in (("household", home), ("person", one), ("person_identifier", paper)):
            stored = work.get(kind, row["id"]) or {}
            told = {name: pair[1] for name, pair in before[kind][1].items()}
            values = {name: stored[name] for name in KINDS[kind].fields}
            again = {**values, **({"consent_state": told["consent_state"]} if kind == "person" else {})}
            if kind == "person":
                work.add(kind, {**again, "resident_no": stored["resident_no"]})
            else:
                work.add_many(kind, [again])
    for kind, line in before.items():
        assert logged(office, kind)[-1] == line, kind
    assert all(result.ok for result in check_office(office) if result.check.startswith("change_log"))
    office.close()


def test_after_a_bulk_load_nothing_can_be_written_unseen(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    with office.connection() as connection:
        triggers = set(connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all())
    with office.write() as work:
        home = add_household(work)
        values = {name: home[name] for name in KINDS["household"].fields}
        work.add_many("household", [{**values, "household_no": ""}] * 3)
    with office.connection() as connection:
        now = set(connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all())
    assert now == triggers
    with office.connection() as connection:
        columns = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(household)")][2:]
    copied = f"INSERT INTO household SELECT NULL, 'x', {', '.join(columns)} FROM household LIMIT 1"  # noqa: S608
    with pytest.raises(DBAPIError, match="outside a unit of work"), office.engine.begin() as connection:
        connection.exec_driver_sql(copied)
    office.close()
