"""Two files side by side, and how many doubles wait: what people decide by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.likeness import LISTED
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services import access
from desktop.services.doubles import Pair, pairs, pairs_of
from desktop.services.merging import Choice, merge_choices
from desktop.store.rows import Rows

DOUBLES = "doubles"
"""In the place of a person's id: the list of likely doubles."""

COMPARED_AT_ONCE = 3_000  # people; the morning does not wait for more
RECENT_PEOPLE = 40  # of whom it asks in a larger office
_NOT_COUNTED = frozenset({"merge_record", "double_verdict", "person_sensitive"})


@dataclass(frozen=True)
class SideBySide:
    """Two files: in what they differ, how much hangs on each, and what names the links in them."""

    one: Row
    other: Row
    choices: tuple[Choice, ...]
    hanging: tuple[Mapping[str, int], Mapping[str, int]]  # kind → how many records
    titles: Mapping[str, str]
    seen: int | None = None  # the last line of the log as of which all this is told


def side_by_side(rows: Rows, one_id: str, other_id: str) -> SideBySide:
    """What somebody sees before two files become one; the first is the one that would stay."""
    one, other = rows.get("person", one_id), rows.get("person", other_id)
    if one is None or other is None:
        raise RefusedError.of("id", "unknown_record")
    choices = tuple(merge_choices(one, other))
    links = [
        str(value)
        for choice in choices
        if KINDS["person"].fields[choice.field].links
        for value in (choice.kept, choice.gone)
        if value
    ]
    homes = [one["household_id"], other["household_id"]]
    hanging = _hanging(rows, one_id), _hanging(rows, other_id)
    return SideBySide(one, other, choices, hanging, rows.titles([*links, *homes]), rows.log_position())


def _hanging(rows: Rows, person_id: str) -> dict[str, int]:
    """How many records of each kind point to a person, as far as the role may know of them."""
    found: dict[str, int] = {}
    for kind in KINDS.values():
        if kind.name in _NOT_COUNTED or not access.may_read(rows.role, kind):
            continue
        many = sum(
            len(rows.find(kind.name, **{name: person_id}))
            for name, about in kind.fields.items()
            if about.links == "person" and name != "merged_into_id"
        )
        if many:
            found[kind.name] = many
    return found


@dataclass(frozen=True)
class Waiting:
    """How many likely doubles wait for a decision: in the whole office, or among `among` people registered last."""

    count: int
    among: int | None = None


def waiting_doubles(rows: Rows, compared: int = COMPARED_AT_ONCE) -> Waiting:
    """Everybody is compared in an office of up to `compared` people; in a larger one that would take too long."""
    people = rows.query("SELECT count(*) AS n FROM person WHERE deleted_at IS NULL")[0]["n"]
    if people <= compared:
        return Waiting(sum(1 for _ in pairs(rows)))
    return Waiting(sum(pair.score >= LISTED for pair in recent_doubles(rows)), RECENT_PEOPLE)


def recent_doubles(rows: Rows) -> list[Pair]:
    """Likely doubles of the people registered last, each pair once."""
    found = rows.query(
        "SELECT id FROM person WHERE deleted_at IS NULL AND status NOT IN ('merged', 'erased') "
        "ORDER BY row DESC LIMIT :most",
        most=RECENT_PEOPLE,
    )
    doubles: dict[frozenset[str], Pair] = {}
    for row in found:
        for pair in pairs_of(rows, row["id"]):
            doubles.setdefault(frozenset((pair.id, pair.other)), pair)
    return list(doubles.values())
