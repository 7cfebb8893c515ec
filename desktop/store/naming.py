"""Finding the names of registered residents in a text that must not hold any (G-02)."""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import Connection

from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import words
from desktop.store.entries import entry_range

_MOST_PAIRS = 400  # words of a long description
_PLACES = frozenset({"شهید", "کوچه", "خیابان", "بوستان", "مدرسه", "مسجد", "میدان", "بلوار", "دبستان", "حسینیه"})


def residents_named(connection: Connection, text: str) -> list[str]:
    """Residents whose whole name stands in the text; streets and schools that are called like somebody do not count."""
    typed = words(to_ascii(text))
    phrases = {f'"{one} {other}"' for one, other in pairwise(typed)}
    if not phrases:
        return []
    query = f"names : ({' OR '.join(sorted(phrases)[:_MOST_PAIRS])})"
    rows = connection.exec_driver_sql(
        "SELECT e.title FROM search_index s JOIN search_entry e ON e.entry = s.rowid "
        "WHERE s.search_index MATCH ? AND s.rowid > ? AND s.rowid < ?",
        (query, *entry_range("person")),
    )
    return sorted({title for title in rows.scalars() if _stands_in(words(title), typed)})


def _stands_in(name: list[str], typed: list[str]) -> bool:
    size = len(name)
    return any(
        typed[at : at + size] == name and (at == 0 or typed[at - 1] not in _PLACES)
        for at in range(len(typed) - size + 1)
    )
