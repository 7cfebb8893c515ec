"""Words that come at a wrong time: over a form that was open meanwhile, or from a program that is newer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.services.records import add_record
from desktop.services.undo import undo
from desktop.store.check import check_office
from desktop.store.triggers import logged_columns
from desktop.sync import showing
from desktop.sync.parking import unpark
from desktop.sync.sealing import seal
from tests.sync.laptops import differences, pass_on
from tests.sync.world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.end()


def test_a_form_that_was_open_while_others_words_came_does_not_replace_them(world: World) -> None:
    a, b = (world.laptops[name].office for name in "ab")
    with a.read() as rows:
        record = rows.find("organization")[0]["id"]
    opened = a.log_position()
    world.jump("b", 400)  # what b writes counts as the later one
    with b.write() as work:
        work.change("organization", record, {"note": "از دیگری", "phone": "05433220000"})
    pass_on(b, a)
    with a.write(seen=opened) as work:
        work.change("organization", record, {"note": "از فرم باز"})
    seal(a)
    with a.connection() as connection:
        sql = "SELECT record_id, field FROM record_conflict"
        assert connection.exec_driver_sql(sql).all() == [(record, "note")]
    with a.read() as rows:
        shown: Any = rows.get("organization", record)
        assert (shown["note"], shown["phone"]) == ("از دیگری", "05433220000")
    with a.write() as work:  # this one sees both
        work.change("organization", record, {"note": "هر دو"})
    world.meet()
    assert differences(a, b) == {}
    with b.connection() as connection:
        assert connection.exec_driver_sql(sql).all() == []
    assert [result for result in check_office(a) if not result.ok] == []


def test_taking_back_does_not_replace_the_same_words_of_another_that_came_since(world: World) -> None:
    a, b = (world.laptops[name].office for name in "ab")
    with a.read() as rows:
        record = rows.find("organization")[0]["id"]
    with a.write() as work:
        work.change("organization", record, {"note": "هر دو"})
        tx = work.tx
    with b.write() as work:
        work.change("organization", record, {"note": "هر دو"})
    pass_on(b, a)
    with a.write() as work:
        assert undo(work, tx) == 1
    seal(a)
    with a.connection() as connection:
        sql = "SELECT record_id, field FROM record_conflict"
        assert connection.exec_driver_sql(sql).all() == [(record, "note")]
    world.meet()
    assert differences(a, b) == {}


def test_what_a_newer_program_wrote_waits_is_passed_on_and_stands_after_the_upgrade(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = (world.laptops[name].office for name in "abc")
    with b.write() as work:
        record = work.find("organization")[0]["id"]
        work.change("organization", record, {"phone": "05433220000", "note": "یادداشت"})
        add_record(
            work, "organization_contact", {"organization_id": record, "post_title": "رئیس", "full_name": "الف ب"}
        )
    with monkeypatch.context() as older:  # a program that knows neither this field nor this kind
        older.setattr(showing, "logged_columns", lambda kind: tuple(n for n in logged_columns(kind) if n != "phone"))
        older.setattr(showing, "KINDS", {name: kind for name, kind in KINDS.items() if name != "organization_contact"})
        pass_on(b, a)
        with a.read() as rows:
            shown: Any = rows.get("organization", record)
            assert (shown["phone"], shown["note"]) == (None, "یادداشت")
            assert rows.find("organization_contact") == []
        pass_on(a, c)
    contents = []
    for office in (b, a):
        with office.connection() as connection:
            sql = "SELECT segment_id, content FROM segment ORDER BY device_id, first"
            contents.append(connection.exec_driver_sql(sql).all())
    assert contents[0] == contents[1]
    for office in (a, c):
        assert unpark(office) >= {"organization", "organization_contact"}
        assert unpark(office) == frozenset()
        assert differences(b, office) == {}
        assert [result for result in check_office(office) if not result.ok] == []
