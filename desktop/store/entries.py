"""The search entry of a record: the words it is found by, its title, and its place in Persian order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from zlib import crc32

from desktop.domain.codes import label_of
from desktop.domain.fields import About, Input, Search
from desktop.domain.persian.calendar import short
from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.order import sort_key
from desktop.domain.persian.text import index_words
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
    """Whether a record has an entry: what was erased is known to no list, a merged file is found in the other."""
    closed = (ERASED, MERGED) if kind.name == "person" else (ERASED,)
    return bool(searched_fields(kind)) and not (kind.state and row[kind.state] in closed)


def plain(about: About | None, value: Any) -> str:
    """What people read for a value: labels of codes, Jalali dates, Persian digits; links are left out."""
    if value is None or value == "" or (about is not None and about.input is Input.LINK):
        return ""
    if isinstance(value, list):
        return "، ".join(label_of(about.codes, item) if about and about.codes else str(item) for item in value)
    if about is not None and about.input is Input.CODE:
        return label_of(about.codes, str(value))
    if isinstance(value, date):
        return short(value)
    if isinstance(value, str) and (about is None or about.input is not Input.DIGITS):
        return value
    return to_persian(str(value))


def entry_of(kind: Kind, row: Row, more_numbers: Iterable[str] = ()) -> dict[str, Any]:
    """The values of a record's search entry. `more_numbers` are identifiers kept in other records."""
    fields, searched = kind.fields, searched_fields(kind)
    texts = [text for name in kind.title if (text := plain(fields.get(name), row[name]))]
    title = " ".join([kind.title_prefix, *texts] if kind.title_prefix else texts)
    detail = "، ".join(text for name in kind.detail if (text := plain(fields.get(name), row[name])))
    names = " ".join(plain(fields[n], row[n]) for n in searched.get(Search.NAMES, ()))
    words = " ".join(plain(fields[n], row[n]) for n in searched.get(Search.WORDS, ()))
    numbers = [to_ascii(str(row[n])) for n in searched.get(Search.NUMBERS, ()) if row[n]]
    return {
        "kind": kind.name,
        "record_id": row["id"],
        "state": str(row[kind.state] or "") if kind.state else "",
        "title": title or kind.label,
        "detail": detail,
        "order_key": order_key(kind, row),
        "names": index_words(names),
        "numbers": " ".join([*numbers, *more_numbers]),
        "words": index_words(words),
    }


def order_key(kind: Kind, row: Row) -> bytes:
    """Bytes that sort the list of this kind in Persian order; newest first where the kind says so."""
    parts = [_ordered(row[name]) for name in kind.order or kind.title]
    key = sort_key(*parts)
    return bytes(255 - byte for byte in key) + b"\xff" if kind.descending else key


def _ordered(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return text.zfill(12) if text.isdigit() else text
