"""A clock that is off by years harms nothing but which of two competing values is shown, until it is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.services.records import change_record
from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.registry import LOGGED
from desktop.sync.bundle.segment import read_all
from desktop.sync.clocks import TOLD, measured
from desktop.sync.devices import statements
from desktop.sync.kept_states import known_clocks
from desktop.sync.laptop import meta, this_laptop, version_vector
from desktop.sync.merge import Dot, Operation
from desktop.sync.ordinary import Ordinary
from desktop.sync.voiding import void_after
from tests.sync.laptops import differences, pass_on, segments_for
from tests.sync.world import World


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.end()


def _note(office: OfficeFile) -> str | None:
    with office.read() as rows:
        return str(min(rows.find("organization"), key=lambda row: row["id"])["note"])


def _write(office: OfficeFile, note: str, which: int = 0) -> None:
    with office.write() as work:
        chosen = sorted(work.find("organization"), key=lambda row: row["id"])[which]
        change_record(work, "organization", chosen["id"], {"note": note})


def _compared(office: OfficeFile, ahead_ms: int, role: str = "province", **said: int) -> None:
    with office.merge() as connection:
        measured(connection, office, this_laptop(connection, office.clock()), ahead_ms, (role, said))


def test_once_a_clock_is_known_to_be_years_ahead_its_word_is_not_the_last_any_more_on_any_laptop(world: World) -> None:
    a, b, c = (world.laptops[name].office for name in "abc")
    world.jump("b", 1200)
    _write(b, "نوشتهٔ نخست")
    _write(b, "پرسش", which=-1)
    _write(a, "نوشتهٔ دوم")
    pass_on(b, c)
    world.meet()
    assert {_note(office) for office in (a, b, c)} == {"نوشتهٔ نخست"}
    world.measure("b")
    pass_on(b, a)
    assert (_note(a), _note(b), _note(c)) == ("نوشتهٔ دوم", "نوشتهٔ دوم", "نوشتهٔ نخست")
    world.meet()
    assert _note(c) == "نوشتهٔ دوم"
    world.judge()
    with c.connection() as connection:
        last = connection.exec_driver_sql(
            "SELECT max(seq) FROM change_log WHERE device_id = ?", (a.identity.device_id,)
        )
        assert last.scalar_one()
        told = [one for one in statements(connection) if one.purpose in LOGGED]
        effective = known_clocks(connection)
    assert [one.by for one in told] == [b.identity.device_id]
    assert effective(Dot(b.identity.device_id, told[0].content["last"]), 1 << 62) < 1 << 62
    _write(a, "جواب", which=-1)
    (answer,) = segments_for(a, c)
    with c.merge() as connection:
        laptop = this_laptop(connection, c.clock())
        answered = [one for one in read_all(answer, laptop.epochs[laptop.epoch]) if isinstance(one, Operation)]
        assert Ordinary(connection, answered, known_clocks(connection)).lines
    world.measure("b")
    stated = _stated(b)
    world.measure("b")
    assert _stated(b) == stated, "nothing was written since"


def _stated(office: OfficeFile) -> int:
    with office.connection() as connection:
        return len([one for one in statements(connection) if one.purpose in LOGGED])


def test_a_laptop_that_never_met_the_province_believes_one_that_has_and_no_other(world: World) -> None:
    a, b, c = (world.laptops[name].office for name in "abc")
    _write(b, "نوشته")
    world.seal("b")
    _compared(b, 5_000_000, "laptop")
    with b.connection() as connection:
        assert meta(connection, TOLD) == ""
    _compared(b, 5_000_000, "laptop", clock_ahead_ms=-1_000_000)
    with b.connection() as connection:
        assert meta(connection, TOLD) == "4000000"
    world.meet()
    assert differences(a, c) == {}
    with a.connection() as connection:
        (row,) = connection.exec_driver_sql("SELECT device_id, offset_ms FROM clock_offset").all()
    assert row.device_id == b.identity.device_id
    assert abs(row.offset_ms - 4_000_000) < 60_000


def test_what_a_stolen_laptop_said_of_its_clock_after_its_end_is_void_with_the_rest(world: World) -> None:
    a, b, c = (world.laptops[name].office for name in "abc")
    world.jump("b", 1200)
    _write(b, "نوشتهٔ نخست")
    _write(a, "نوشتهٔ دوم")
    pass_on(b, c)
    pass_on(a, c)
    world.measure("b")
    pass_on(b, a)
    assert (_note(a), _note(c)) == ("نوشتهٔ دوم", "نوشتهٔ نخست")
    with c.connection() as connection:
        last = version_vector(connection)[b.identity.device_id]
    for office in (a, c):
        void_after(office, b.identity.device_id, last)
    assert (_note(a), differences(a, c)) == ("نوشتهٔ نخست", {})
