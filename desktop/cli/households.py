"""The word about households that part, join and get another head; moving and ending are steps."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened, pairs
from desktop.services import household_life as life
from desktop.store.unit_of_work import UnitOfWork
from desktop.system.terminal import emit


def household(words: Namespace) -> int:
    """One act on a household, told by what it made."""
    with opened(words) as office:
        with office.write() as work:
            told = {"split": _split, "join": _join, "head": _head}[words.act](work, words)
        emit({"ok": True, **told})
    return 0


def _split(work: UnitOfWork, words: Namespace) -> dict[str, object]:
    home = work.get("household", words.id) or {}
    place = {"neighborhood_id": home.get("neighborhood_id"), **pairs(words.fields)}
    made = life.split(work, words.id, {**_leaving(work, words), "head_id": words.head, **place})
    return {
        "id": made.made["id"],
        "household_no": made.made["household_no"],
        "persons": [p["id"] for p in made.persons],
    }


def _join(work: UnitOfWork, words: Namespace) -> dict[str, object]:
    joined = life.join(work, words.id, {**_leaving(work, words), "household_id": words.into, **pairs(words.fields)})
    return {"id": joined["id"], "household_no": joined["household_no"]}


def _head(work: UnitOfWork, words: Namespace) -> dict[str, object]:
    given = {"successor_id": words.successor, "relations": pairs(words.relation)}
    return {"id": life.set_head(work, words.id, given)["id"]}


def _leaving(work: UnitOfWork, words: Namespace) -> dict[str, object]:
    return {
        "on": words.on or work.today,
        "member_ids": list(words.member),
        "successor_id": words.successor,
        "relations": pairs(words.relation),
    }
