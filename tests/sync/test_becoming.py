"""A folder that was copied, or brought back from long ago, goes on as a device of its own; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.store.check import check_office
from desktop.sync.becoming import become_another
from desktop.sync.devices import statements
from desktop.sync.ending import shut_out
from desktop.sync.voiding import voided_operations
from tests.sync.world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.end()


def _notes(world: World, name: str) -> set[str]:
    with world.laptops[name].office.read() as rows:
        return {row["note"] for row in rows.find("organization")}


def _write(world: World, name: str, which: int, note: str) -> None:
    with world.laptops[name].office.write() as work:
        rows = work.find("organization")
        work.change("organization", rows[which]["id"], {"note": note})


def test_two_copies_of_a_folder_that_both_write_keep_what_each_wrote(world: World) -> None:
    _write(world, "a", 2, "پیش از رونوشت")
    world.back_up("a")
    former = world.laptops["a"].office.identity.device_id
    world.fork("a", 0, "c")
    _write(world, "a", 0, "از این")
    _write(world, "c", 1, "از آن")
    world.read("b", "a")
    world.read("b", "c")
    world.meet()
    identities = [world.laptops[name].office.identity for name in "abc"]
    assert len({one.device_id for one in identities} | {former}) == 4
    assert len({one.block for one in identities}) == 3
    assert all({"از این", "از آن", "پیش از رونوشت"} <= _notes(world, name) for name in "abc")
    assert voided_operations(world.laptops["b"].office) == []
    world.judge()
    for name in "abc":
        assert [result for result in check_office(world.laptops[name].office) if not result.ok] == []


def test_a_folder_brought_back_gets_back_what_others_had_read_and_overwrites_nothing(world: World) -> None:
    world.back_up("a")
    _write(world, "a", 0, "پس از رونوشت")
    world.read("b", "a")
    world.go_back("a", 0)
    former = world.laptops["a"].office.identity.device_id
    world.read("a", "b")
    assert world.laptops["a"].office.identity.device_id != former
    _write(world, "a", 1, "پس از آنکه دانست")
    assert "پس از رونوشت" in _notes(world, "a")
    world.meet()
    assert all({"پس از رونوشت", "پس از آنکه دانست"} <= _notes(world, name) for name in "abc")
    become_another(world.laptops["a"].office)
    world.revoke("b", "c")  # the new key is wrapped for the name that "a" had until now
    _write(world, "b", 0, "زیر کلید تازه")
    world.read("a", "b")
    assert "زیر کلید تازه" in _notes(world, "a")
    world.judge()
    staying = world.laptops["b"].office
    shut_out(staying, world.laptops["a"].office.identity.device_id)
    with staying.connection() as connection:
        *_, last = sorted(
            (one.content for one in statements(connection) if one.purpose == "epoch"), key=lambda told: told["number"]
        )
    assert set(last["wraps"]) == {staying.identity.device_id}, "it holds the keys of all the names that it had"
