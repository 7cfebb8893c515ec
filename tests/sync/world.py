"""Three laptops of an office and all that befalls them, as deeds that a machine can draw: each with its own real file.

After whatever deeds, everybody reads everybody, and `judge` asks the laws of design.md §4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, NamedTuple

import pytest
from filelock import FileLock
from sqlalchemy import event

from desktop.domain.problems import RefusedError
from desktop.domain.record import Kind
from desktop.services.erasure import erase_person
from desktop.services.records import change_record, delete_record
from desktop.store.check import check_office
from desktop.store.engine import make_engine
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.triggers import logged_columns
from desktop.store.unit_of_work import UnitOfWork
from desktop.sync import parking, showing
from desktop.sync.bundle.segment import read_header
from desktop.sync.clocks import measured
from desktop.sync.devices import learn, statements
from desktop.sync.ending import shut_out
from desktop.sync.lacking import ends, hear_ends
from desktop.sync.laptop import meta, this_laptop, version_vector
from desktop.sync.parking import unpark
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from tests.sync.drawn_records import FIELDS, new_household, new_organization, value_of
from tests.sync.laptops import Clock, first_laptop, introduce, next_laptop, pass_on, sight
from tests.sync.laws import differing, holds_no, is_dense, nothing_lost

NAMES = ("a", "b", "c")
_ASKED_AGAIN = 2 * len(NAMES) + 1  # what was emptied for no reason is asked of each of the others twice
TRUE = datetime(2025, 9, 25, 8, 0, tzinfo=UTC)
NEWER = ("organization", "phone")
"""The kind and field that an older program does not know."""


@dataclass
class Laptop:
    """A laptop, its clock and the copies that were made of its folder."""

    office: OfficeFile
    clock: Clock
    backups: list[Path] = field(default_factory=list)


@cache
def _founded() -> tuple[TemporaryDirectory[str], tuple[OfficeFile, ...]]:
    """The three as they were when they had just read each other; the files are closed."""
    place = TemporaryDirectory(prefix="laptops-")
    clock = Clock()
    first = first_laptop(Path(place.name) / "a", clock)
    offices = (first, *(next_laptop(first, Path(place.name) / name, clock, n) for n, name in enumerate("bc", 1)))
    introduce(*offices)
    with first.write() as work:
        for number in range(2):
            new_organization(work, number)
            new_household(work, number)
    for other in offices[1:]:
        pass_on(first, other)
    for office in offices:
        office.close()
    return place, offices


def opened(folder: Path, like: OfficeFile, clock: Clock) -> OfficeFile:
    """A copied folder, opened without asking for a password."""
    lock = FileLock(OfficeFolder(folder).lock)
    lock.acquire(timeout=0)
    engine = make_engine(OfficeFolder(folder).database, like.data_key)
    return OfficeFile(OfficeFolder(folder), engine, like.identity, like.actor, like.data_key, lock, clock)


class World:
    """What a schedule runs on. Every deed takes numbers and does something with whatever is there."""

    def __init__(self) -> None:
        place, offices = _founded()
        self.folder = Path(mkdtemp(prefix="world-"))
        self.laptops: dict[str, Laptop] = {}
        for name, office in zip(NAMES, offices, strict=True):
            copytree(Path(place.name) / name, self.folder / name)
            clock = Clock(datetime(2025, 9, 25, 8, 0, tzinfo=UTC))
            self.laptops[name] = Laptop(opened(self.folder / name, office, clock), clock)
        self.canaries: list[str] = []
        self.gone: set[str] = set()  # stolen laptops: they go on, and nothing of it counts
        self.old: set[str] = set()  # laptops whose program is older than the others'
        self.crashes = 0
        self._count = 0

    def end(self) -> None:
        for laptop in self.laptops.values():
            laptop.office.engine.dispose()
            laptop.office.lock.release()
        rmtree(self.folder)

    # ---------------------------------------------------------------- what people write

    def new(self, name: str, what: int) -> None:
        with self._writing(name) as work:
            (new_household if what % 3 == 0 else new_organization)(work, self._next())

    def edit(self, name: str, which: int, what: int, value: int) -> None:
        with self._writing(name) as work:
            found = self._records(work, which)
            if found is not None:
                kind, record = found
                known = [one for one in FIELDS[kind] if name not in self.old or (kind, one) != NEWER]
                told = known[what % len(known)]
                change_record(work, kind, record, {told: value_of(told, value)})

    def edit_much(self, name: str, which: int, value: int) -> None:
        """One deed over several records."""
        with self._writing(name) as work:
            told = {"note": f"نامه {value}", "phone": None}
            if name in self.old:
                told.pop(NEWER[1])
            for row in work.find("organization")[: 2 + which % 3]:
                change_record(work, "organization", row["id"], told)

    def delete(self, name: str, which: int) -> None:
        with self._writing(name) as work:
            found = self._records(work, which)
            if found is not None:
                delete_record(work, *found)

    def restore(self, name: str, which: int) -> None:
        with self._writing(name) as work:
            gone = [row for row in work.find_even_deleted("organization") if row["deleted_at"]]
            if gone:
                work.restore("organization", gone[which % len(gone)]["id"])

    def forget(self, name: str, which: int) -> None:
        """A field of a record is emptied for good."""
        with self._writing(name) as work:
            rows = work.find_even_deleted("organization")
            work.forget("organization", rows[which % len(rows)]["id"], {"note": None}, whole=False)

    def erase(self, name: str, which: int) -> None:
        office = self.laptops[name].office
        with office.read() as rows:
            persons = [one for one in rows.find("person") if one["status"] != "erased"]
        if not persons:
            return
        person = persons[which % len(persons)]
        canary = f"قناری{self._next()}"
        with office.write() as work:
            work.change("person", person["id"], {"nickname": canary} if "nickname" in person else {"last_name": canary})
        try:
            erase_person(office, person["id"], "درخواست خودش")
        except RefusedError:
            return
        self.canaries.append(canary)

    # ------------------------------------------------------------------ what befalls them

    def jump(self, name: str, days: int) -> None:
        """The clock goes off, by years perhaps."""
        at = self.laptops[name].clock.at + timedelta(days=days)
        if 2000 < at.year < 2090:
            self.laptops[name].clock.at = at

    def measure(self, name: str) -> None:
        """The province tells the time; what the laptop states of its clock travels with all else."""
        office, at = self.laptops[name].office, self.laptops[name].clock.at
        seal(office)
        with office.merge() as connection:
            ahead = round((at - TRUE).total_seconds() * 1000)
            measured(connection, office, this_laptop(connection, at), ahead, ("province", {}))

    def seal(self, name: str) -> None:
        seal(self.laptops[name].office)

    def age(self, name: str) -> None:
        """This laptop gets the others' newer program later than they did."""
        self.old.add(name)

    def renew(self, name: str) -> None:
        """The newer program is installed there too."""
        self.old.discard(name)

    def revoke(self, name: str, other: str) -> None:
        """A laptop was stolen; what it wrote and nobody here has read counts nowhere, whoever has read it."""
        lost = self.laptops[other].office.identity.device_id
        same = {one for one in NAMES if self.laptops[one].office.identity.device_id == lost}
        if name in same or name in self.gone or other in self.gone or len(NAMES) - len(same | self.gone) < 2:
            return
        shut_out(self.laptops[name].office, lost)
        self.gone |= same

    def read(self, name: str, other: str) -> None:
        """All that the other has, on one stick."""
        if name != other:
            one, another = self.laptops[name].office, self.laptops[other].office
            _introduce(one, another)
            with self._program_of(name):
                pass_on(another, one)

    def deliver(self, name: str, other: str, which: int, times: int) -> None:
        """One segment of the other, out of any order, perhaps several times."""
        segment = self._segment(other, which)
        if segment is None or name == other:
            return
        office = self.laptops[name].office
        with self._program_of(name):
            taken = [take(office, segment) for _ in range(times)]
            if taken[0].verdict == "new":
                seen = sight(office)
                assert take(office, segment).verdict == "double"
                assert sight(office) == seen

    def damage(self, name: str, other: str, which: int, at: int, cut: bool) -> None:
        """A segment that was cut off, or of which one bit is wrong, changes nothing and is never kept."""
        segment = self._segment(other, which)
        if segment is None or name == other:
            return
        office = self.laptops[name].office
        seal(office)
        if not _has_key(office, segment):
            return  # nobody without the key can tell
        before = sight(office), self._kept(office)
        at %= len(segment)
        bad = segment[:at] if cut else segment[:at] + bytes([segment[at] ^ (1 << at % 8)]) + segment[at + 1 :]
        with self._program_of(name):
            taken = take(office, bad)
        assert taken.verdict not in ("new", "waiting", "fork", "revoked"), taken
        assert (sight(office), self._kept(office)) == before

    def crash(self, name: str, other: str, which: int, at: int) -> None:
        """The power goes at some statement while a segment is taken in: all of it is there afterwards, or nothing."""
        segment = self._segment(other, which)
        if segment is None or name == other:
            return
        office = self.laptops[name].office
        seal(office)
        before = sight(office), self._kept(office)
        with self._program_of(name):
            if not _crashing(office, segment, at):
                return
        self.crashes += 1
        now = sight(office), self._kept(office)
        if now != before:  # it was in a segment that followed this one
            assert take(office, segment).verdict == "double"

    def back_up(self, name: str) -> None:
        """A copy of the folder, as somebody makes it by hand."""
        laptop = self.laptops[name]
        laptop.office.checkpoint()
        copy = self.folder / f"{name}-{len(laptop.backups)}-copy"
        copytree(laptop.office.folder.path, copy)
        laptop.backups.append(copy)

    def go_back(self, name: str, which: int) -> None:
        """A copy of long ago stands where the folder stood; what was written since and never read is lost with it."""
        laptop = self.laptops[name]
        if laptop.backups and name not in self.gone:
            self._replace(name, laptop.backups[which % len(laptop.backups)])

    def fork(self, name: str, which: int, other: str) -> None:
        """A copy of one laptop's folder goes on beside it, where another laptop was, which had been read by all."""
        laptop = self.laptops[name]
        if laptop.backups and name != other and not {name, other} & self.gone:
            self.meet()
            self._replace(other, laptop.backups[which % len(laptop.backups)], laptop.office)

    def _replace(self, name: str, copy: Path, like: OfficeFile | None = None) -> None:
        laptop = self.laptops[name]
        laptop.office.engine.dispose()
        laptop.office.lock.release()
        self._count += 1
        folder = self.folder / f"{name}-again-{self._count}"
        copytree(copy, folder)
        office = opened(folder, like or laptop.office, laptop.clock)
        with office.connection() as connection:
            device = meta(connection, "device_id")
            block = connection.exec_driver_sql("SELECT block FROM device WHERE id = ?", (device,)).scalar_one()
        office.identity = replace(office.identity, device_id=device, block=block)
        laptop.office = office

    # ------------------------------------------------------------------------------ laws

    def staying(self) -> list[str]:
        return [name for name in NAMES if name not in self.gone]

    def meet(self) -> None:
        for _ in range(3):
            for one in self.staying():
                for other in self.staying():
                    self.read(one, other)

    def judge(self) -> None:
        """The laws, after everybody has read everybody. Who is a woman-headed household follows the clock's day."""
        self.old.clear()
        for name in self.staying():
            self.new(name, 1)
        self.meet()
        first, *others = offices = [self.laptops[name].office for name in self.staying()]
        for office in offices:
            unpark(office)
        for other in others:
            assert not (found := differing(first, other)), found
            assert any(not pass_on(first, other) for _ in range(_ASKED_AGAIN)), "they come to rest"
        for office in offices:
            is_dense(office)
            holds_no(office, self.canaries)
        nothing_lost(first)
        wrong = [result for result in check_office(offices[self._count % len(offices)]) if not result.ok]
        assert not wrong, wrong

    # --------------------------------------------------------------------------- between

    @contextmanager
    def _program_of(self, name: str) -> Iterator[None]:
        """An older program does not know a field, and so no segment of its time either."""
        with pytest.MonkeyPatch.context() as patch:
            if name in self.old:
                patch.setattr(showing, "logged_columns", _older_columns)
                patch.setattr(parking, "head_revision", lambda: "0000")
            yield

    @contextmanager
    def _writing(self, name: str) -> Iterator[UnitOfWork]:
        try:
            with self.laptops[name].office.write() as work:
                yield work
        except RefusedError:
            pass  # rules refuse some of what is drawn; then nothing of it is written

    def _records(self, work: UnitOfWork, which: int) -> tuple[str, str] | None:
        kind = tuple(FIELDS)[which % 3]
        rows = work.find(kind)[-5:]
        return (kind, rows[which % len(rows)]["id"]) if rows else None

    def _segment(self, name: str, which: int) -> bytes | None:
        seal(self.laptops[name].office)
        with self.laptops[name].office.connection() as connection:
            found = connection.exec_driver_sql("SELECT content FROM segment ORDER BY arrival DESC").scalars().all()
        recent = found[:8]
        return bytes(recent[which % len(recent)]) if recent else None

    def _kept(self, office: OfficeFile) -> list[tuple[Any, ...]]:
        with office.connection() as connection:
            sql = "SELECT segment_id, redaction FROM segment UNION ALL SELECT segment_id, reason FROM segment_aside"
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    def _next(self) -> int:
        self._count += 1
        return self._count


def _introduce(one: OfficeFile, other: OfficeFile) -> None:
    """What every bundle brings along: who belongs to the office, and where each device's words end."""
    seal(one)
    seal(other)
    with other.merge() as connection:
        told, vector, last = statements(connection), version_vector(connection), ends(connection)
    with one.merge() as connection:
        learn(connection, told, one.clock())
        hear_ends(connection, vector, last)


def _has_key(office: OfficeFile, segment: bytes) -> bool:
    with office.merge() as connection:
        return read_header(segment).epoch in this_laptop(connection, office.clock()).epochs


def _older_columns(kind: Kind) -> tuple[str, ...]:
    return tuple(name for name in logged_columns(kind) if (kind.name, name) != NEWER)


class _PowerCutError(Exception):
    """The machine was switched off."""


def _crashing(office: OfficeFile, segment: bytes, at: int) -> bool:
    """Take a segment; the power goes at statement `at`. False when that many were not needed."""
    count = 0

    def counted(*_told: Any) -> None:
        nonlocal count
        count += 1
        if count > at:
            raise _PowerCutError

    event.listen(office.engine, "before_cursor_execute", counted)
    try:
        take(office, segment)
    except _PowerCutError:
        return True
    finally:
        event.remove(office.engine, "before_cursor_execute", counted)
    return False


class Deed(NamedTuple):
    """How often a deed is drawn, and what its numbers are."""

    weight: int
    draws: tuple[Callable[[Random], Any], ...]


def _who(random: Random) -> str:
    return random.choice(NAMES)


def _number(random: Random) -> int:
    return random.randint(0, 40)


DEEDS: Mapping[str, Deed] = {
    "new": Deed(3, (_who, _number)),
    "edit": Deed(10, (_who, _number, _number, _number)),
    "edit_much": Deed(2, (_who, _number, _number)),
    "delete": Deed(3, (_who, _number)),
    "restore": Deed(2, (_who, _number)),
    "forget": Deed(1, (_who, _number)),
    "erase": Deed(1, (_who, _number)),
    "jump": Deed(2, (_who, lambda random: random.choice((-9000, -400, -2, 2, 400, 9000)))),
    "measure": Deed(1, (_who,)),
    "seal": Deed(1, (_who,)),
    "read": Deed(5, (_who, _who)),
    "deliver": Deed(6, (_who, _who, _number, lambda random: random.randint(1, 2))),
    "damage": Deed(
        1, (_who, _who, _number, lambda random: random.randint(0, 5000), lambda random: random.random() < 0.5)
    ),
    "back_up": Deed(1, (_who,)),
    "go_back": Deed(1, (_who, _number)),
    "fork": Deed(1, (_who, _number, _who)),
    "revoke": Deed(1, (_who, _who)),
    "age": Deed(1, (_who,)),
    "renew": Deed(1, (_who,)),
    "crash": Deed(2, (_who, _who, _number, _number)),
}
"""What can be drawn: a method of `World` each."""
