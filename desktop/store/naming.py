"""Finding the names of registered residents in a text that must not hold any (G-02)."""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import Connection

from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.names import PLACE_WORDS, TITLES_OF_PEOPLE
from desktop.domain.persian.text import words
from desktop.store.entries import entry_range

_MOST_PHRASES = 1600  # of the words of a long description


def residents_named(connection: Connection, text: str) -> list[str]:
    """Residents whose whole name stands in the text, in either order, with any title and any spacing.

    Streets and schools that are called like somebody do not count, and neither does a family name alone.
    """
    typed = [word for word in words(to_ascii(text)) if word not in TITLES_OF_PEOPLE]
    pairs = {pair for one, other in pairwise(typed) for pair in ((one, other), (other, one))}
    pairs |= {(one + other, third) for one, other, third in zip(typed, typed[1:], typed[2:], strict=False)}
    pairs |= {(one, other + third) for one, other, third in zip(typed, typed[1:], typed[2:], strict=False)}
    phrases = {f'"{one} {other}"' for one, other in pairs}
    if not phrases:
        return []
    query = f"names : ({' OR '.join(sorted(phrases)[:_MOST_PHRASES])})"
    rows = connection.exec_driver_sql(
        "SELECT e.title FROM search_index s JOIN search_entry e ON e.entry = s.rowid "
        "WHERE s.search_index MATCH ? AND s.rowid > ? AND s.rowid < ?",
        (query, *entry_range("person")),
    )
    return sorted({title for title in rows.scalars() if _stands_in(words(title), typed)})


def stands_named(name: str, text: str) -> bool:
    """Whether the whole name of somebody who is not registered stands in the text, as `residents_named` reads it."""
    typed = [word for word in words(to_ascii(text)) if word not in TITLES_OF_PEOPLE]
    return _stands_in(words(to_ascii(name)), typed)


def _stands_in(name: list[str], typed: list[str]) -> bool:
    """The family name may stand first, and what is one word here may be two there («حسین‌زاده», «حسین زاده»)."""
    parts = [word for word in name if word not in TITLES_OF_PEOPLE]
    spelled = {"".join(parts[cut:] + parts[:cut]) for cut in range(len(parts))}
    sizes = range(max(2, len(parts) - 1), len(parts) + 2)
    return any(
        "".join(typed[at : at + size]) in spelled and (at == 0 or typed[at - 1] not in PLACE_WORDS)
        for size in sizes
        for at in range(len(typed) - size + 1)
    )
