"""Rows straight from the pages of a file of which some are lost: every leaf that can be reached, and those that cannot.

The format is SQLite's own (https://www.sqlite.org/fileformat2.html). Where a page above the leaves is lost, the leaves
under it hang in the air; they are told apart by what they hold.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.store.pages import USABLE, Pages

Value = None | int | float | str | bytes
_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_KINDS = frozenset({_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER})
_FIRST_HEADER = 100


class Cell(NamedTuple):
    """A row as it lies in a leaf: its rowid (0 in a table without) and its values in the order of the columns."""

    rowid: int
    values: tuple[Value, ...]


@dataclass
class Tree:
    """What was read of one table."""

    rows: list[Cell] = field(default_factory=list)
    torn: int = 0  # pages of it that are lost, or rows that ran into one


class Trees:
    """Reads trees and remembers which pages belong to one."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._seen: set[int] = set()

    def read(self, root: int) -> Tree:
        """All rows under a root page that can be reached."""
        tree, waiting = Tree(), [root]
        while waiting:
            number = waiting.pop()
            if number in self._seen:
                continue
            self._seen.add(number)
            page = self._pages.plain.get(number)
            if page is None or _kind(number, page) not in _KINDS:
                tree.torn += 1
                continue
            try:
                waiting += reversed(list(self._below(number, page)))
                self._cells(number, page, tree)
            except (IndexError, ValueError):
                tree.torn += 1
        return tree

    def stray_leaves(self) -> Iterator[Tree]:
        """Leaves of tables that no tree led to."""
        for number, page in self._pages.plain.items():
            if number not in self._seen and number > 1 and page[0] == _TABLE_LEAF:
                tree = Tree()
                try:
                    self._cells(number, page, tree)
                except (IndexError, ValueError):
                    continue
                if tree.rows:
                    yield tree

    def _below(self, number: int, page: bytes) -> Iterator[int]:
        kind, start = _kind(number, page), _start(number)
        if kind in (_TABLE_INNER, _INDEX_INNER):
            for place in _places(number, page):
                yield int.from_bytes(page[place : place + 4], "big")
            yield int.from_bytes(page[start + 8 : start + 12], "big")

    def _cells(self, number: int, page: bytes, tree: Tree) -> None:
        kind = _kind(number, page)
        if kind == _TABLE_INNER:
            return
        for place in _places(number, page):
            at = place + 4 if kind == _INDEX_INNER else place
            size, at = _varint(page, at)
            rowid = 0
            if kind == _TABLE_LEAF:
                rowid, at = _varint(page, at)
            payload = self._payload(page, at, size, table=kind == _TABLE_LEAF)
            if payload is None:
                tree.torn += 1
                continue
            tree.rows.append(Cell(_signed(rowid), _record(payload)))

    def _payload(self, page: bytes, at: int, size: int, *, table: bool) -> bytes | None:
        most = USABLE - 35 if table else (USABLE - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size]
        least = (USABLE - 12) * 32 // 255 - 23
        local = least + (size - least) % (USABLE - 4)
        local = local if local <= most else least
        parts, following = [page[at : at + local]], int.from_bytes(page[at + local : at + local + 4], "big")
        left = size - local
        while left > 0:
            more = self._pages.plain.get(following)
            if more is None:
                return None
            self._seen.add(following)
            parts.append(more[4 : 4 + min(left, USABLE - 4)])
            left -= USABLE - 4
            following = int.from_bytes(more[:4], "big")
        return b"".join(parts)


def fits(cell: Cell, columns: Mapping[str, str]) -> bool:
    """Whether a row could be one of a table with these columns and their declared types."""
    if not 0 < len(cell.values) <= len(columns):
        return False
    for value, declared in zip(cell.values, columns.values(), strict=False):
        if value is None:
            continue
        if isinstance(value, bytes) != (declared.upper() == "BLOB"):
            return False
        if isinstance(value, str) and declared.upper() in ("INTEGER", "BIGINT", "BOOLEAN", "FLOAT", "REAL"):
            return False
        if isinstance(value, int) and declared.upper().startswith(("VARCHAR", "TEXT", "DATE")):
            return False
    return True


def _start(number: int) -> int:
    return _FIRST_HEADER if number == 1 else 0


def _kind(number: int, page: bytes) -> int:
    return page[_start(number)]


def _places(number: int, page: bytes) -> list[int]:
    start = _start(number)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + (12 if page[start] in (_TABLE_INNER, _INDEX_INNER) else 8)
    return [int.from_bytes(page[first + 2 * i : first + 2 * i + 2], "big") for i in range(count)]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if not byte & 0x80:
            return value, at + step + 1
    raise ValueError(at)


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _record(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    sorts = []
    while at < end:
        sort, at = _varint(payload, at)
        sorts.append(sort)
    values = []
    for sort in sorts:
        size = _SIZES[sort] if sort < len(_SIZES) else (sort - 12) // 2
        values.append(_value(sort, payload[at : at + size]))
        at += size
    return tuple(values)


_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)


def _value(sort: int, data: bytes) -> Value:
    if sort == 0:
        return None
    if sort <= 6:
        return int.from_bytes(data, "big", signed=True)
    if sort == 7:
        return float(struct.unpack(">d", data)[0])
    if sort < 12:
        return sort - 8
    return data if sort % 2 == 0 else data.decode()
