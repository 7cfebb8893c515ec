"""A province of a thousand offices: a month's bundles against COPY and upsert of the same rows, pages against their
bare SQL, twenty readers at once, and the roll-up's paper against an office's.

Times are of the processor, of this process and the database's together, but for the readers': theirs is real time, of
twenty who each look at a page for a second before they open the next, and of twenty who never look. Whoever never looks
waits for nineteen others: on two processors the p95 of those is twenty times half of what a page costs.
`TASHILGAR_BENCH_OFFICES` (1000) and `TASHILGAR_BENCH_PEOPLE_OF_OFFICE` (1000) make it smaller.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event

from desktop.sync.wire import Verdict
from province.app import make_app
from province.ingest import take
from province.rollup.keeping import keep_due
from province.rollup.make import make_rollup
from province.rollup.paper import build
from province.store.accounts import Account, add_account
from tests.bench import _paper
from tests.bench._province_town import MONTH, Town, town
from tests.bench.figure import Figure, interleaved
from tests.fakes import FakeClock
from tests.province.made import AT, Laptop
from tests.province.pages.made import PASSWORD
from tests.province.pages.visitor import Visitor

OFFICES = int(os.environ.get("TASHILGAR_BENCH_OFFICES", "1000"))
PEOPLE = int(os.environ.get("TASHILGAR_BENCH_PEOPLE_OF_OFFICE", "1000"))
SAMPLE, OPERATIONS, READERS = 6, 600, 20
TURNS, ALIKE = 3, 10
PAPER_OFFICES = 25
MOST_MILLISECONDS, MOST_ADDING = 300.0, 60_000.0
PAGES = (
    f"/rollup?month={MONTH}", f"/needs?month={MONTH}", "/needs/waiting?field=health", f"/agencies?month={MONTH}",
    f"/workshops?month={MONTH}", "/overlap", "/offices", "/reports",
)  # fmt: skip
_ROOT = Path(__file__).resolve().parents[2]


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, town(Path(name), PEOPLE) as made:
        costs: dict[int, float] = {}
        for size in sorted({10, min(PAPER_OFFICES, OFFICES), min(100, OFFICES), OFFICES}):
            made.grow(size)
            ours, floor = _bundles(made)
            costs[size] = ours
            yield Figure(f"bundle, {size} offices", ours, floor, "ms", SAMPLE)
            if size == PAPER_OFFICES:
                yield from _paper_of(made, size)
        smallest = min(costs)
        for size, cost in costs.items():
            if size != smallest:
                yield Figure(f"bundle, flat to {size}", cost, costs[smallest], "ms", SAMPLE)
        yield from _pages(made)


def _bundles(made: Town) -> tuple[float, float]:
    """Milliseconds of a month of one office, taken and as COPY and upsert; the median of a sample, in turns."""
    taken, copied = [], []
    for turn in range(SAMPLE + 1):
        office = f"office-{turn * (made.count - 1) // SAMPLE:04}"
        laptop = made.laptop(office)
        parts = month_of(laptop, f"{made.count}")
        begin = made.spent()
        for part in parts:
            assert take(made.province, office, part, AT) == Verdict("new")
        taken.append(made.spent() - begin)
        copied.append(_copied(made, office, laptop.device))
        _forget(made, office, laptop.device)
    return statistics.median(taken[1:]), statistics.median(copied[1:])


def month_of(laptop: Laptop, mark: str) -> list[bytes]:
    """600 operations of an ordinary month, in two segments."""
    made = []
    for n in range(OPERATIONS // 6):
        key = f"{laptop.office}-{mark}-{n}"
        need: dict[str, Any] = {"kind": "need", "scope": "person", "field": "health", "urgency": "normal"}
        made += [
            laptop.operation(f"{key}-n", **need, noted_on="2026-08-01", status="referred", status_on="2026-08-02"),
            laptop.operation(f"{key}-e1", kind="need_event", need_id=f"{key}-n", to_status="noted", on="2026-08-01"),
            laptop.operation(f"{key}-e2", kind="need_event", need_id=f"{key}-n", to_status="referred", on="2026-08-02"),
            laptop.operation(f"{key}-r", kind="referral", need_id=f"{key}-n", mode="letter", sent_on="2026-08-02"),
            laptop.operation(f"{key}-a", kind="agency_response", referral_id=f"{key}-r", received_on="2026-08-09"),
            laptop.operation(f"{key}-p", kind="person", sex="female", status="active", education_level="primary"),
        ]
    half = len(made) // 2
    return [laptop.seal(*made[:half]), laptop.seal(*made[half:])]


_WRITTEN = (
    ("published_need", "id LIKE %s"), ("published_need_event", "id LIKE %s"), ("published_referral", "id LIKE %s"),
    ("published_agency_response", "id LIKE %s"), ("published_person", "id LIKE %s"),
    ("record_state", "record_id LIKE %s"),
)  # fmt: skip
_KEYS = {"record_state": "office_id, kind, record_id", "segment": "office_id, office_seq"}


def _copied(made: Town, office: str, device: str) -> float:
    """What was just written, taken out and put in again by COPY into a table beside, and one upsert for each table."""
    like = f"{office}-{made.count}-%"
    with made.raw() as connection:
        contents: list[tuple[str, bytes]] = []
        wanted = [(table, condition, like) for table, condition in _WRITTEN] + [("segment", "device_id = %s", device)]
        for table, condition, value in wanted:
            with connection.cursor() as cursor:
                asked = f"COPY (SELECT * FROM {table} WHERE office_id = '{office}' AND {condition}) TO STDOUT"
                with cursor.copy(asked.encode(), (value,)) as copy:
                    contents.append((table, b"".join(bytes(block) for block in copy)))
                cursor.execute(f"DELETE FROM {table} WHERE office_id = '{office}' AND {condition}".encode(), (value,))
        connection.commit()
        begin = made.spent()
        for table, content in contents:
            _upsert(connection, table, content)
        connection.commit()
        return made.spent() - begin


def _upsert(connection: Any, table: str, content: bytes) -> None:
    key = _KEYS.get(table, "office_id, id")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE beside (LIKE {table}) ON COMMIT DROP".encode())
        with cursor.copy(b"COPY beside FROM STDIN") as copy:
            copy.write(content)
        names = [column.name for column in cursor.execute(b"SELECT * FROM beside LIMIT 0").description]
        told = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        cursor.execute(f"INSERT INTO {table} SELECT * FROM beside ON CONFLICT ({key}) DO UPDATE SET {told}".encode())
        cursor.execute(b"DROP TABLE beside")


def _forget(made: Town, office: str, device: str) -> None:
    """The office as it was, for the next size."""
    like = f"{office}-{made.count}-%"
    with made.raw() as connection:
        for table, condition in _WRITTEN:
            connection.execute(f"DELETE FROM {table} WHERE office_id = '{office}' AND {condition}".encode(), (like,))
        for table in ("segment", "vector", "statement", "ack", "epoch", "invitation", "device"):
            connection.execute(f"DELETE FROM {table} WHERE office_id = '{office}'".encode())
        connection.execute(b"UPDATE office SET next = 0 WHERE id = %s", (office,))


def _paper_of(made: Town, size: int) -> Iterator[Figure]:
    """The roll-up's paper against an office's report of twelve pages, as pages an office; and its making."""
    with made.province.database.reading() as connection:
        rollup = make_rollup(connection, MONTH, "استان", AT.date())
    figure = interleaved(f"rollup paper, {size} offices", lambda: build(rollup), _paper.ours, rounds=5)
    yield Figure(figure.name, figure.ours, figure.floor, figure.unit, figure.n)


def _pages(made: Town) -> Iterator[Figure]:
    """Each page against the statements that it asked, said again by the bare driver; then twenty readers."""
    with made.province.database.writing() as connection:
        add_account(connection, Account("u1", "officer", "کارشناس", "province_officer"), PASSWORD, AT)
    clock = FakeClock(datetime.now(UTC))  # the server of the readers has no other, and must know the session
    visitor = Visitor(make_app(made.province, clock), clock)
    visitor.sign_in("officer")
    yield from _added_up(made)
    with made.raw() as connection:
        connection.prepare_threshold = 5  # psycopg's own: the floor is as quick as it can be
        for path in PAGES:
            visitor.get(path)  # what is kept is kept
            with _listening(made) as statements:
                visitor.get(path)
            bare = partial(_said, connection, statements)
            yield _in_turns(made, f"page {path.partition('?')[0]}", partial(visitor.get, path), bare)
    yield from _readers(made, dict(visitor.cookies))


def _added_up(made: Town) -> Iterator[Figure]:
    """What the server does by itself after reports have come; a reader waits for none of it."""
    begin = made.spent()
    keep_due(made.province.database)
    yield Figure(f"added up, {made.count} offices", made.spent() - begin, MOST_ADDING, "ms", 1)


def _in_turns(made: Town, name: str, ours: Callable[[], object], floor: Callable[[], object]) -> Figure:
    """Milliseconds of the processor of both, so many times each in a row that the clock's ticks do not matter."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for action, taken in zip((ours, floor), times, strict=True):
            begin = made.spent()
            for _ in range(ALIKE):
                action()
            taken.append((made.spent() - begin) / ALIKE)
    return Figure(name, statistics.median(times[0]), statistics.median(times[1]), "ms", TURNS * ALIKE)


@contextmanager
def _listening(made: Town) -> Iterator[list[tuple[str, Any]]]:
    found: list[tuple[str, Any]] = []

    def hear(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            found.append((statement, parameters))

    event.listen(made.province.database.engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(made.province.database.engine, "before_cursor_execute", hear)


def _said(connection: Any, statements: Sequence[tuple[str, Any]]) -> None:
    """The statements alone, on a connection that is open already."""
    for statement, parameters in statements:
        connection.execute(statement.encode(), parameters).fetchall()
    connection.rollback()


def _readers(made: Town, cookies: dict[str, str]) -> Iterator[Figure]:
    """Readers before a server of two processes: such as look at a page for a second, and such as do not."""
    words = [sys.executable, "-m", "tests.bench._province_readers", str(made.folder), made.address]
    for name, looks in (("readers", 1.0), ("who never look", 0.0)):
        asked = {"cookies": cookies, "paths": PAGES, "readers": READERS, "looks": looks}
        done = subprocess.run(words, input=json.dumps(asked), cwd=_ROOT, stdout=subprocess.PIPE, check=True, text=True)
        told = json.loads(done.stdout.splitlines()[-1])
        yield Figure(f"p95 of {READERS} {name}", told["p95"], MOST_MILLISECONDS, "ms", told["n"])
