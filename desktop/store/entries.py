"""The search entry of a record: the words it is found by, its title, and its place in Persian order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, repeat
from typing import Any
from zlib import crc32

from desktop.domain.codes import label_of
from desktop.domain.fields import About, Input, Search
from desktop.domain.persian.calendar import month_title, short
from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.order import sort_key
from desktop.domain.persian.text import index_tokens, words
from desktop.domain.record import Kind, Row

ERASED = "erased"  # the state of a person or household whose data were erased
MERGED = "merged"  # the state of a person whose file went into another
ENTRY_COLUMNS = ("kind", "record_id", "state", "title", "detail", "order_key", "names", "numbers", "words")

_SPAN = 1 << 40  # entries of one kind; the full-text index is asked for a kind by the range of its numbers


@cache
def entry_range(kind_name: str) -> tuple[int, int]:
    """The numbers between which (exclusive) the entries of a kind lie; told by its name alone, so that they stay."""
    below = (crc32(kind_name.encode()) & 0xFFFFF) * _SPAN
    return below, below + _SPAN


@cache
def searched_fields(kind: Kind) -> dict[Search, tuple[str, ...]]:
    """Search column → the fields whose text goes there; empty for a kind that is not searched."""
    found: dict[Search, list[str]] = {}
    for name, about in kind.fields.items():
        if about.search is not None:
            found.setdefault(about.search, []).append(name)
    return {column: tuple(names) for column, names in found.items()}


def is_listed(kind: Kind, row: Row) -> bool:
    """Whether a record has an entry: what was erased is known to no list, a merged file is found in the other.

    What is hidden from some is found by nobody, so that no list and no search can tell of it.
    """
    closed = (ERASED, MERGED) if kind.name == "person" else (ERASED,)
    if kind.is_hidden(row):
        return False
    return bool(searched_fields(kind)) and not (kind.state and row[kind.state] in closed)


def plain(about: About | None, value: Any) -> str:
    """What people read for a value: labels of codes, Jalali dates, Persian digits; links are left out."""
    if value is None or value == "" or (about is not None and about.input is Input.LINK):
        return ""
    if isinstance(value, list):
        return "، ".join(label_of(about.codes, item) if about and about.codes else str(item) for item in value)
    if about is not None and about.input in (Input.CODE, Input.MONTH):
        return label_of(about.codes, str(value)) if about.input is Input.CODE else month_title(value)
    if isinstance(value, date):
        return short(value)
    if isinstance(value, str) and (about is None or about.input is not Input.DIGITS):
        return value
    return to_persian(str(value))


def entry_of(kind: Kind, row: Row, more_numbers: Iterable[str] = ()) -> dict[str, Any]:
    """The values of a record's search entry. `more_numbers` are identifiers kept in other records."""
    return dict(zip(ENTRY_COLUMNS, next(entries_of(kind, [row], [more_numbers])), strict=True))


def entries_of(kind: Kind, rows: Sequence[Row], more_numbers: Iterable[Iterable[str]]) -> Iterator[tuple[Any, ...]]:
    """The entries of many records of one kind, worked out field by field."""
    searched = searched_fields(kind)
    in_names, in_words = searched.get(Search.NAMES, ()), searched.get(Search.WORDS, ())
    shown = dict.fromkeys((*kind.title, *kind.detail, *in_names, *in_words))
    texts = {name: _texts(kind.fields.get(name), [row[name] for row in rows]) for name in shown}
    numbers = zip(*(_numbers(name, rows) for name in searched.get(Search.NUMBERS, ())), more_numbers, strict=True)
    prefix = f"{kind.title_prefix} " if kind.title_prefix else ""
    return zip(
        repeat(kind.name, len(rows)),
        [row["id"] for row in rows],
        [str(row[kind.state] or "") if kind.state else "" for row in rows],
        [(prefix + title).strip() or kind.label for title in _joined(" ", kind.title, texts, rows)],
        _joined("، ", kind.detail, texts, rows),
        [order_key(kind, row) for row in rows],
        _indexed(in_names, texts, rows),
        [" ".join(filter(None, chain(own, more))) for *own, more in numbers],
        _indexed(in_words, texts, rows),
        strict=True,
    )


def _texts(about: About | None, cells: Iterable[Any]) -> list[str]:
    if about is not None and about.input in (Input.TEXT, Input.LINES):
        return [cell or "" for cell in cells]
    return [plain(about, cell) for cell in cells]


def _joined(gap: str, names: Iterable[str], texts: Mapping[str, list[str]], rows: Sequence[Row]) -> list[str]:
    told = zip(*(texts[name] for name in names), strict=True) if names else repeat((), len(rows))
    return [gap.join(filter(None, parts)) for parts in told]


def _numbers(name: str, rows: Sequence[Row]) -> list[str]:
    return [to_ascii(str(row[name])) if row[name] else "" for row in rows]


def _indexed(names: Sequence[str], texts: Mapping[str, list[str]], rows: Sequence[Row]) -> list[str]:
    """The words of all these fields, as the index of the search keeps them."""
    told = zip(*(map(_words, texts[name]) for name in names), strict=True) if names else repeat((), len(rows))
    return [index_tokens([*chain.from_iterable(parts)]) for parts in told]


@lru_cache(maxsize=4_000)
def _words(text: str) -> tuple[str, ...]:
    """A hundred thousand people share a few thousand names."""
    return tuple(words(text))


def order_key(kind: Kind, row: Row) -> bytes:
    """Bytes that sort the list of this kind in Persian order; newest first where the kind says so."""
    key = sort_key(*[_ordered(row[name]) for name in kind.order or kind.title])
    return bytes(255 - byte for byte in key) + b"\xff" if kind.descending else key


def _ordered(value: Any) -> str:
    if value.__class__ is str:
        return value.zfill(12) if value.isdigit() else value
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else _ordered(str(value))
