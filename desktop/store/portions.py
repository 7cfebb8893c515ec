"""Many ids in one statement, a few hundred at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_AT_ONCE = 500


def in_portions(ids: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Marks for a statement and the ids that they stand for, a few hundred at once."""
    wanted: Sequence[str] = sorted(set(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        portion = tuple(wanted[start : start + _AT_ONCE])
        yield ", ".join("?" * len(portion)), portion
