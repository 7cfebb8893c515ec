# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""What still hangs on people who go: told before a death, a move or an end is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.need import OPEN_STATES
from desktop.domain.workshop_clashes import TAKES_PART
from desktop.domain.workshop_seats import OPEN_STATES as OPEN_WORKSHOPS
from desktop.store.rows import Rows


@dataclass(frozen=True)
class Burden:
    """Open needs, which somebody must close, and places in workshops, which are given up at once."""

    needs: int
    places: int


def burden_of(rows: Rows, person_ids: Sequence[str]) -> Burden:
    """What hangs on these people together."""
    if not person_ids:
        return Burden(0, 0)
    people = {f"p{place}": person for place, person in enumerate(person_ids)}
    among = "person_id IN (" + ", ".join(f":{name}" for name in people) + ")"
    needs = rows.query(
        f"SELECT count(*) AS n FROM need WHERE {among} AND deleted_at IS NULL AND status IN ({_texts(OPEN_STATES)})",
        **people,
    )
    places = rows.query(
        f"SELECT count(*) AS n FROM workshop_enrollment x JOIN workshop w ON w.id = x.workshop_id WHERE x.{among} "
        f"AND x.deleted_at IS NULL AND x.status IN ({_texts(sorted(TAKES_PART))}) "
        f"AND w.deleted_at IS NULL AND w.status IN ({_texts(sorted(OPEN_WORKSHOPS))})",
        **people,
    )
    return Burden(int(needs[0]["n"]), int(places[0]["n"]))


def _texts(codes: Sequence[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)
