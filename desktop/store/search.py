"""Finding records while typing: one FTS5 index over the folded words of every kind, then a second look for typos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import patient_query, phonetic, search_query, words
from desktop.store.entries import entry_range

MOST = 1000  # hits looked at; more are counted as «بیش از ۱۰۰۰»
FEW = 10  # exact hits below which misspellings are also tried


@dataclass(frozen=True)
class Hit:
    """One found record."""

    kind: str
    record_id: str
    title: str
    detail: str
    state: str


def found_entries(connection: Connection, typed: str, most: int = MOST, kind: str = "") -> list[int]:
    """Entries that match what was typed, at most `most`, in no order; none when nothing searchable was typed.

    `kind` is asked inside the search: taken out of the first hits of all kinds, a common name would leave nothing.
    """
    for query in (search_query(to_ascii(typed)), patient_query(to_ascii(typed))):
        found = _matches(connection, query, most, kind) if query else []
        if found:
            return found
    return []


def _matches(connection: Connection, query: str, most: int, kind: str) -> list[int]:
    if kind:
        sql = "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid > ? AND rowid < ? LIMIT ?"
        return numbers(connection, sql, (query, *entry_range(kind), most))
    return numbers(connection, "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?", (query, most))


def numbers(connection: Connection, sql: str, values: Sequence[object]) -> list[int]:
    """One column of whole numbers, straight from the driver: lists and keystrokes wait for it."""
    cursor = cursor_of(connection)
    try:
        cursor.execute(sql, tuple(values))
        return list(chain.from_iterable(cursor.fetchall()))
    finally:
        cursor.close()


def cursor_of(connection: Connection) -> Any:
    """The driver's cursor inside this connection's transaction."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.cursor()


def search(
    connection: Connection,
    typed: str,
    limit: int = 20,
    kind: str = "",
    spelling: Spelling | None = None,
    *,
    patient: bool = True,
) -> list[Hit]:
    """Records of any kind, best first: title beginning with the typed words, then Persian order.

    Who is not `patient` never waits for the vocabulary and makes do with the one that is at hand.
    """
    entries = found_entries(connection, typed, kind=kind)
    hits = _hits(connection, entries, typed, kind)
    if len(hits) < FEW and spelling is not None:
        near = [e for e in spelling.near(connection, typed, patient=patient) if e not in set(entries)]
        hits += _hits(connection, near, typed, kind)
    return hits[:limit]


def _hits(connection: Connection, entries: list[int], typed: str, kind: str) -> list[Hit]:
    marks = ",".join("?" * len(entries))
    wanted = " AND kind = ?" if kind else ""
    columns = "kind, record_id, title, detail, state, names, order_key"
    sql = f"SELECT {columns} FROM search_entry WHERE entry IN ({marks}){wanted}"
    rows = connection.exec_driver_sql(sql, (*entries, *([kind] if kind else []))).all() if entries else []
    if not kind:
        rows = [row for row in rows if not KINDS[row[0]].chosen_from]
    tokens = words(to_ascii(typed))
    ordered = sorted(rows, key=lambda row: (_rank(tokens, row[5]), row[6]))
    return [Hit(*row[:5]) for row in ordered]


def _rank(tokens: list[str], names: str) -> int:
    """0 when every typed word is a whole word of the name, 1 when each begins one, 2 otherwise."""
    have = names.split()
    if all(token in have for token in tokens):
        return 0
    return 1 if all(any(word.startswith(token) for word in have) for token in tokens) else 2


class Spelling:
    """The vocabulary of the office's names, for typing errors and homophones (ط/ت، ص/س، ح/ه …)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sounds: dict[str, set[str]] = {}
        self._stale = True

    def forget(self) -> None:
        """The records have changed; the vocabulary is read anew at the next misspelling."""
        self._stale = True

    def near(self, connection: Connection, typed: str, *, patient: bool = True) -> list[int]:
        """Entries whose names sound like, or are a letter or two away from, each typed word."""
        if patient:
            self.load(connection)
        groups = []
        for token in words(to_ascii(typed)):
            likely = self._likely(token)
            if not likely:
                return []
            groups.append("(" + " OR ".join(f'"{word}"' for word in likely) + ")")
        if not groups:
            return []
        query = "names : (" + " AND ".join(groups) + ")"
        rows = connection.exec_driver_sql(
            "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT 400", (query,)
        )
        return list(rows.scalars())

    def _likely(self, token: str) -> list[str]:
        sound = phonetic(token)
        allowed = 1 if len(sound) < 6 else 2
        near = process.extract(sound, self._sounds.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=20)
        return [word for key, _, _ in near for word in self._sounds[key]][:40]

    def load(self, connection: Connection) -> None:
        """Reads the vocabulary if it is not at hand, which takes a moment in a large office."""
        with self._lock:
            if not self._stale:
                return
            sounds: dict[str, set[str]] = {}
            connection.exec_driver_sql(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search_index', 'col')"
            )
            rows = connection.exec_driver_sql(
                "SELECT term FROM temp.search_words WHERE col = 'names' AND length(term) > 1"
            )
            for word in rows.scalars():
                sounds.setdefault(phonetic(word), set()).add(word)
            self._sounds, self._stale = sounds, False
