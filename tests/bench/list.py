"""The list of residents: opening, jumping to a letter and sorting by another column, against one raw query."""

from __future__ import annotations

from desktop.domain.persian.order import sort_key
from desktop.store import lists
from tests.bench._office import big_office
from tests.bench.figure import Figure, interleaved

_RAW_OPEN = "SELECT entry FROM search_entry WHERE kind = 'person' ORDER BY order_key, entry"
_RAW_JUMP = "SELECT entry FROM search_entry WHERE kind = 'person' AND order_key >= ? ORDER BY order_key, entry LIMIT 1"
_RAW_SORT = "SELECT id FROM person ORDER BY birth_date"


def measure() -> list[Figure]:
    office = big_office()
    try:
        with office.connection() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None

            def open_ours() -> None:
                ids = lists.snapshot(connection, "person")
                lists.page(connection, "person", ids[:128])

            def jump_ours() -> None:
                lists.jump(connection, "person", sort_key("م"))

            def sort_ours() -> None:
                lists.snapshot(connection, "person", order_by="birth_date")

            return [
                interleaved("list open", open_ours, lambda: raw.execute(_RAW_OPEN).fetchall()),
                interleaved("list jump", jump_ours, lambda: raw.execute(_RAW_JUMP, (sort_key("م"),)).fetchall()),
                interleaved("list sort", sort_ours, lambda: raw.execute(_RAW_SORT).fetchall(), rounds=7),
            ]
    finally:
        office.close()
