"""The search over everything, best first, against the bare FTS5 statement and a sorted LIKE of the same words."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from sqlalchemy import Connection

from desktop.domain.persian.text import name_key, search_query
from desktop.store import search
from tests.bench._office import middling_office
from tests.bench.figure import Figure

PEOPLE = 60
SHOWN = 20
_FOUND = (
    "SELECT kind, record_id, title, detail FROM search_entry WHERE entry IN "
    "(SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?) ORDER BY order_key LIMIT ?"
)
_LIKE = (
    "SELECT kind, record_id, title, detail FROM search_entry WHERE names LIKE ? ORDER BY order_key LIMIT ?"  # no index
)


def measure() -> list[Figure]:
    office = middling_office()
    try:
        with office.connection() as connection:
            spelling = search.Spelling()
            spelling.load(connection)  # as the window does after it has opened

            def ours(name: str) -> None:
                search.search(connection, name, SHOWN, spelling=spelling)

            def bare(name: str) -> None:
                connection.exec_driver_sql(_FOUND, (search_query(name), search.MOST, SHOWN)).all()

            def like(name: str) -> None:
                connection.exec_driver_sql(_LIKE, (f"%{name_key(name)}%", SHOWN)).all()

            taken = [_in_turns((ours, bare, like), name, n) for n, name in enumerate(_names(connection))]
    finally:
        office.close()
    of_ours, of_bare, of_like = (sorted(column) for column in zip(*taken, strict=True))
    many = len(taken)
    return [
        Figure("search", statistics.median(of_ours), statistics.median(of_bare), "ms", many),
        Figure("search p95", _p95(of_ours), _p95(of_bare), "ms", many),
        Figure("search of sorted LIKE", statistics.median(of_ours), statistics.median(of_like), "ms", many),
    ]


def _names(connection: Connection) -> list[str]:
    """Full names of people drawn with a fixed seed, and the family names alone, which many bear."""
    sql = "SELECT first_name || ' ' || last_name, last_name FROM person WHERE status = 'active' ORDER BY row"
    drawn = random.Random(7).sample(connection.exec_driver_sql(sql).all(), PEOPLE)  # noqa: S311
    return [name for row in drawn for name in row]


def _in_turns(actions: tuple[Callable[[str], None], ...], name: str, turn: int) -> list[float]:
    """Milliseconds of each; who comes first finds the pages cold, so everybody does in turns."""
    taken = [0.0] * len(actions)
    for step in range(len(actions)):
        which = (turn + step) % len(actions)
        begin = time.perf_counter()
        actions[which](name)
        taken[which] = 1000 * (time.perf_counter() - begin)
    return taken


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
