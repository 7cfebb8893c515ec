"""Which column of a file is which of ours: by label, English name or a word people use, else as the user once said."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from sqlalchemy import Connection

from desktop.domain.persian.text import clean, search_key
from desktop.domain.problems import Refusal, RefusedError
from desktop.services.spreadsheets.book import Book, Sheet, Watch
from desktop.services.spreadsheets.cells import Cell, as_text
from desktop.services.spreadsheets.columns import columns_of
from desktop.services.spreadsheets.words import HEADERS, REASON_HEADER

HEADER_WITHIN = 40  # rows in which the headers are looked for: titles and notes may stand above
_BRACKETS = re.compile(r"[(\[（].*?[)\]）]")


@dataclass(frozen=True)
class Match:
    """The headers of a sheet and what each was taken for."""

    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    taken: Mapping[int, str] = field(default_factory=dict)  # place in the row → name of our column
    others: tuple[str, ...] = ()  # sheets of the same file that hold such records too and are not read

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.taken.values())

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers that nobody reads."""
        return tuple(text for place, text in enumerate(self.headers) if text and place not in self.taken)

    def missing(self, kind: str) -> tuple[str, ...]:
        """Columns that must be there and are not."""
        return tuple(column.name for column in columns_of(kind) if column.required and column.name not in self.names)

    def taking(self, place: int, name: str) -> Match:
        """The same with one header taken for another column, or for none."""
        others = {p: n for p, n in self.taken.items() if p != place and n != name}
        return replace(self, taken=others | ({place: name} if name else {}))


def header_key(text: str) -> str:
    """Headers that say the same: blind to letters of two keyboards, gaps, case, and notes in brackets."""
    return search_key(_BRACKETS.sub(" ", text)).casefold() or search_key(text).casefold()


FULL_NAME = frozenset(
    header_key(text)
    for text in ("نام و نام خانوادگی", "نام و فامیل", "نام کامل", "نام و شهرت", "full name", "fullname")
)
"""Headers over given and family name in one cell."""


@cache
def _by_header(kind: str) -> Mapping[str, str]:
    """Every header that is understood → the column's name; labels win over synonyms."""
    found: dict[str, str] = {}
    columns = columns_of(kind)
    names = {column.name for column in columns}
    for column in columns:
        found.setdefault(header_key(column.label), column.name)
        found.setdefault(header_key(column.name), column.name)
    for column in columns:
        found.setdefault(header_key(column.field), column.name)
    for name, texts in HEADERS.get(kind, {}).items():
        for text in texts:
            if name in names:
                found.setdefault(header_key(text), name)
    return found


def best_match(book: Book, kind: str, watch: Watch) -> Match:
    """The sheet whose headers are understood best, and how."""
    matches = [found for name in book.names[:30] if (found := match_sheet(book.sheet(name, watch), kind)) is not None]
    if not matches:
        raise RefusedError.of("file", "no_header")
    best = max(matches, key=lambda match: len(match.taken))
    like = [m for m in matches if m is not best and 2 * len(m.taken) > len(best.taken)]
    return replace(best, others=tuple(match.sheet.name for match in like))


def match_sheet(sheet: Sheet, kind: str) -> Match | None:
    """How the headers of a sheet are understood; None when no row looks like headers of this kind."""
    best: Match | None = None
    for number, cells in islice(sheet.rows(), HEADER_WITHIN):
        headers = tuple(_header_text(cell) for cell in cells)
        taken = _taken(headers, kind)
        if len(taken) > (len(best.taken) if best else min(1, len(columns_of(kind)) - 1)):
            best = Match(sheet, number, headers, taken)
    return best


def _taken(headers: Sequence[str], kind: str) -> dict[int, str]:
    """The first of two headers that say the same is taken."""
    known = _by_header(kind)
    found: dict[int, str] = {}
    for place, text in enumerate(headers):
        name = known.get(header_key(text)) if text and text != REASON_HEADER else None
        if name and name not in found.values():
            found[place] = name
    return found


def _header_text(cell: Cell) -> str:
    try:
        return clean(as_text(cell)) if cell not in (None, "") else ""
    except Refusal:
        return ""


def remembered(connection: Connection, kind: str, match: Match) -> Match:
    """The same headers as the user once matched them by hand."""
    text = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (_memory(kind, match),)).scalar()
    if text is None:
        return match
    known = {column.name for column in columns_of(kind)}
    kept = {int(place): name for place, name in json.loads(text).items() if name in known}
    return replace(match, taken={place: name for place, name in kept.items() if place < len(match.headers)})


def remember(connection: Connection, kind: str, match: Match) -> None:
    """Keep how headers were matched, if that is not what the program would do by itself."""
    if dict(match.taken) == _taken(match.headers, kind):
        connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (_memory(kind, match),))
        return
    sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    connection.exec_driver_sql(sql, (_memory(kind, match), json.dumps({str(p): n for p, n in match.taken.items()})))


def _memory(kind: str, match: Match) -> str:
    told = "\n".join(header_key(text) for text in match.headers)
    return f"columns:{kind}:{hashlib.sha256(told.encode()).hexdigest()[:16]}"
