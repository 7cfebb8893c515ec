"""A device that was shut out: what it wrote afterwards counts nowhere, also where it had been read already."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.services.erasure import erase_person
from desktop.services.records import change_record
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.sync.laptop import version_vector
from desktop.sync.voiding import void_after, voided_operations
from tests.sync.laptops import differences, pass_on
from tests.sync.world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.end()


def _ends_at(office: OfficeFile) -> tuple[str, int]:
    device = office.identity.device_id
    with office.connection() as connection:
        return device, version_vector(connection).get(device, 0)


def test_a_laptop_that_had_read_what_is_void_ends_like_one_that_never_did(world: World) -> None:
    a, b, c = (world.laptops[name].office for name in "abc")
    world.edit("c", 0, 1, 1)
    world.meet()
    stolen, last = _ends_at(c)
    with c.write() as work:
        old = work.find("organization")[0]
        work.change("organization", old["id"], {"note": "به دزدی رفت", "phone": "05433220000"})
        work.change("organization", work.find("organization")[1]["id"], {"name_fa": "دیگری"})
    world.new("c", 1)
    pass_on(c, a)  # b never reads it
    with a.write() as work:  # over what c wrote, and beside it
        work.change("organization", old["id"], {"note": "درست شد", "letter_title": "معاونت"})
    pass_on(a, b)
    for office in (a, b):
        void_after(office, stolen, last)
    for one, other in ((a, b), (b, a)):
        pass_on(one, other)
    with a.read() as rows:
        row = rows.get("organization", old["id"])
        assert row is not None
        assert (row["note"], row["phone"], row["letter_title"]) == ("درست شد", old["phone"], "معاونت")
    unmade = {one.record for one in voided_operations(a) if one.action == "add"}
    assert len(unmade) == 1
    found = differences(a, b)
    assert {key.split()[1] for key in found} <= unmade
    with a.read() as rows:
        assert rows.get("organization", unmade.pop()) is None
    assert [result for result in check_office(a) if not result.ok] == []
    assert next(one.fields.get("note") for one in voided_operations(a) if "note" in one.fields) == "به دزدی رفت"
    assert pass_on(c, b)[-1].verdict == "revoked"
    assert differences(a, b) == found


@pytest.mark.parametrize("who_revokes", ["a", "c"])
def test_what_a_stolen_laptop_erased_comes_back_whole(world: World, who_revokes: str) -> None:
    """Whoever read it from the stolen laptop got it emptied, before the theft was known (a revokes) or after (c)."""
    with world.laptops["a"].office.write() as work:
        person = work.find("person")[0]["id"]
        change_record(work, "person", person, {"last_name": "پیش از دزدی"})
    world.read("b", "a")
    if who_revokes == "c":
        world.revoke("c", "b")
    erase_person(world.laptops["b"].office, person, "کار دزد")
    world.read("c", "b")
    if who_revokes == "a":
        world.revoke("a", "b")
    world.meet()
    for name in "ac":
        with world.laptops[name].office.read() as rows:
            row = rows.get("person", person)
            assert row is not None
            assert (row["last_name"], row["status"]) == ("پیش از دزدی", "active")
    world.judge()
    canary = "قناری"
    with world.laptops["a"].office.write() as work:
        change_record(work, "person", person, {"last_name": canary})
    world.meet()
    erase_person(world.laptops["c"].office, person, "درخواست خودش")
    world.canaries += [canary, "پیش از دزدی"]
    world.judge()
