"""Typing a name into the list of residents, letter by letter, against the bare FTS5 statement."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from desktop.domain.persian.text import search_query
from desktop.store import lists, search
from tests.bench._office import big_office
from tests.bench.figure import Figure

PEOPLE = 60
FRAME_MS = 16.0


def measure() -> list[Figure]:
    office = big_office()
    try:
        with office.connection() as connection:
            ids = lists.snapshot(connection, "person")
            positions = lists.positions_of(ids)
            typed = _typed(connection, ids)

            def ours(text: str) -> None:
                found = lists.among(ids, positions, connection, text, "person")
                lists.page(connection, "person", found[:20])

            def floor(text: str) -> None:
                sql = "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?"
                connection.exec_driver_sql(sql, (search_query(text), search.MOST)).scalars().all()

            taken = [_both(ours, floor, text, floor_first=bool(n % 2)) for n, text in enumerate(typed)]
    finally:
        office.close()
    p95 = [statistics.quantiles(column, n=20)[-1] for column in zip(*taken, strict=True)]
    median = [statistics.median(column) for column in zip(*taken, strict=True)]
    return [
        Figure("keystroke p95", p95[0], p95[1], "ms", len(typed)),
        Figure("keystroke median", median[0], median[1], "ms", len(typed)),
        Figure("keystroke p95 of a frame", p95[0], FRAME_MS, "ms", len(typed)),
    ]


def _typed(connection: object, ids: object) -> list[str]:
    """Every beginning of «given family» of people drawn with a fixed seed."""
    drawn = random.Random(7).sample(list(ids), PEOPLE)  # type: ignore[call-overload]  # noqa: S311
    names = [row["title"] for row in lists.page(connection, "person", drawn)]  # type: ignore[arg-type]
    return [name[:end] for name in names for end in range(1, len(name) + 1)]


def _both(
    ours: Callable[[str], None], floor: Callable[[str], None], text: str, *, floor_first: bool
) -> tuple[float, float]:
    """Both in turns: whoever comes second finds the pages in the cache."""
    if floor_first:
        second = _milliseconds(floor, text)
        return _milliseconds(ours, text), second
    return _milliseconds(ours, text), _milliseconds(floor, text)


def _milliseconds(action: Callable[[str], None], text: str) -> float:
    begin = time.perf_counter()
    action(text)
    return 1000 * (time.perf_counter() - begin)
