"""What the province may see: a table of kind, field and condition, derived from sensitivity and consent (G-15).

A field is published because its declaration says so, or because it stands among the cases with a reason; what is
neither is not. So a text that somebody adds tomorrow stays in the office until a person has thought about it:

- sensitive values, identity papers and what the change log does not hold: never;
- links to people whom the record concerns: with their consent; links to colleagues and to what is not published: never;
- texts: where the program itself refuses residents' names (`nameless`) or which are public; all others never;
- everything else: always, but in records of a person with the consent of that person.

Pure: no record is read here. Whoever seals asks `person_of` whom a record concerns, `agreed` whether they agreed,
`open_now` what of a record lies open and `divided` what a change is to the province; `turn_of` says what else to reveal
or to hide when an answer changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from desktop.domain.access import access_of
from desktop.domain.consent import is_declined, live_scopes
from desktop.domain.fields import About, Access, Input, Sensitivity, abouts
from desktop.domain.kinds import KINDS
from desktop.domain.persian.names import read_name
from desktop.domain.record import Kind, Row
from desktop.sync.publish.cases import CASES, COLLECTIVE, HELD_UNTIL, PUBLISHED, UNPUBLISHED, Condition, Ruling

SCOPE: Final = "sync_to_province"
"""The consent under which a person's own records are published."""
DELETED: Final = "deleted_at"
"""Not a declared field: it is told of a record of which something lies open, and of no other."""

_GONE = frozenset({"erased", "merged"})
_RESIDENTS = frozenset({"person", "household"})
_WRITTEN = frozenset({Input.TEXT, Input.LINES, Input.DIGITS, Input.TEXTS, Input.ROWS, Input.DATA})
"""What people can write anything into."""
_FREE = "text that may name anybody"
_NUMBERED = "written by the program"


def person_of(kind_name: str) -> str | None:
    """The field that holds the id of the person whom a record concerns; None for kinds that concern nobody."""
    if kind_name == "person":
        return "id"
    fields = KINDS[kind_name].fields
    return "person_id" if "person_id" in fields and fields["person_id"].links == "person" else None


def _is_of_person(kind: Kind) -> bool:
    """Whether every record of a kind is somebody's own, so that nothing of it is anybody else's to know."""
    return kind.name in _RESIDENTS or any(
        about.links in _RESIDENTS and about.required for about in kind.fields.values()
    )


def derived(kind: Kind, name: str) -> Ruling:
    """The condition that follows from the declaration of a field."""
    about = kind.fields[name]
    if Sensitivity.SENSITIVE in _concerns(about) or access_of(kind)[name] in (Access.IDENTIFIER, Access.SENSITIVE):
        return Ruling(Condition.NEVER, "sensitive or an identifier")
    if not about.logged:
        return Ruling(Condition.NEVER, "not in the log: each device works it out")
    if about.links or about.links_by:
        return _of_link(about)
    if about.input in _WRITTEN:
        return _of_text(kind, name, about)
    if about.sensitivity is Sensitivity.PERSONAL or _is_of_person(kind):
        return Ruling(Condition.WITH_CONSENT, "of a person")
    return Ruling(Condition.ALWAYS, "tells of nobody")


def _concerns(about: About) -> set[Sensitivity]:
    """Whom the value concerns, or any value in its rows."""
    return (
        {about.sensitivity, *(one.sensitivity for one in abouts(about.of).values())}
        if about.of
        else {about.sensitivity}
    )


def _of_link(about: About) -> Ruling:
    if about.links == "person":
        return Ruling(Condition.WITH_CONSENT, "whom the record concerns")
    if about.links == "staff_member":
        return Ruling(Condition.NEVER, "who did it is the manager's to know (G-30)")
    if not about.links or about.links not in PUBLISHED:
        return Ruling(Condition.NEVER, "leads to what is not published")
    if about.sensitivity is Sensitivity.PERSONAL:
        return Ruling(Condition.WITH_CONSENT, "of a person")
    return Ruling(Condition.ALWAYS, "leads to what is published")


def _of_text(kind: Kind, name: str, about: About) -> Ruling:
    if Sensitivity.PERSONAL in _concerns(about) or _is_of_person(kind):
        return _of_personal_text(kind, about)
    if access_of(kind)[name] is Access.MONEY and about.input is not Input.DATA:
        return Ruling(Condition.ALWAYS, "an amount as it was typed")
    if about.sensitivity is Sensitivity.PUBLIC:
        return Ruling(Condition.ALWAYS, "public")
    if about.nameless:
        return Ruling(Condition.ALWAYS, "the program refuses residents' names in it")
    return Ruling(Condition.ALWAYS, _NUMBERED) if _is_numbered(about) else Ruling(Condition.NEVER, _FREE)


def _of_personal_text(kind: Kind, about: About) -> Ruling:
    if kind.name == "person" and about.reader is read_name:
        return Ruling(Condition.WITH_CONSENT, "the name of the person")
    return Ruling(Condition.WITH_CONSENT, _NUMBERED) if _is_numbered(about) else Ruling(Condition.NEVER, _FREE)


def _is_numbered(about: About) -> bool:
    return about.by_program and about.input in (Input.TEXT, Input.DIGITS)


@cache
def rulings(kind_name: str) -> Mapping[str, Ruling]:
    """Field → its condition and why, for every field of a kind."""
    kind = KINDS[kind_name]
    if kind_name not in PUBLISHED:
        whole = Ruling(Condition.NEVER, UNPUBLISHED.get(kind_name, "nobody has thought about it"))
        return MappingProxyType(dict.fromkeys(kind.fields, whole))
    return MappingProxyType({name: CASES.get((kind_name, name)) or derived(kind, name) for name in kind.fields})


CONDITIONS: Final[Mapping[str, Mapping[str, Condition]]] = MappingProxyType(
    {kind: MappingProxyType({name: one.condition for name, one in rulings(kind).items()}) for kind in KINDS}
)
"""Kind → field → when the province reads it."""


@cache
def open_fields(kind_name: str, *, consented: bool, of_place: bool = False) -> frozenset[str]:
    """The fields of a record that lie open. `consented`: by the person whom it concerns; nobody's is not consented."""
    met = {Condition.ALWAYS}
    if consented:
        met |= {Condition.WITH_CONSENT}
    if of_place:
        met |= {Condition.OF_PLACE}
    return frozenset(name for name, condition in CONDITIONS[kind_name].items() if condition in met)


@cache
def open_for_good(kind_name: str) -> frozenset[str]:
    """The fields that are never hidden again, and so may lie in the open body alone.

    All others belong into the sealed body too: what the province has to forget is emptied in the open one, and a laptop
    that reads it later must still learn it.
    """
    return frozenset() if held_until(kind_name) else open_fields(kind_name, consented=False)


@cache
def published_fields(kind_name: str) -> Mapping[str, About]:
    """The fields that the province can ever hold, in the order of their declaration, for its typed tables."""
    conditions = CONDITIONS[kind_name]
    fields = KINDS[kind_name].fields
    return MappingProxyType({n: about for n, about in fields.items() if conditions[n] is not Condition.NEVER})


@cache
def published_kinds() -> tuple[str, ...]:
    """The kinds of which the province can hold anything, parents before children."""
    return tuple(kind for kind in KINDS if published_fields(kind))


def held_until(kind_name: str) -> str:
    """The field that must be filled before anything of a record is published; "" for most kinds (G-26)."""
    return KINDS[kind_name].hidden_until or HELD_UNTIL.get(kind_name, "")


def is_of_place(kind_name: str, row: Row) -> bool:
    """Whether a record is of a neighbourhood or a group: no resident is meant, and none is named in its title."""
    field, values = COLLECTIVE.get(kind_name, ("", frozenset()))
    return bool(field) and row[field] in values


def open_now(kind_name: str, row: Row, *, consented: bool) -> frozenset[str]:
    """The fields of a record that lie open as it stands. What changes between two states is to be revealed or hidden.

    Empty while it is held back. `deleted_at` is told of whatever lies open; a record that was deleted before anything
    of it was published is not revealed.
    """
    held = held_until(kind_name)
    if held and row[held] is None:
        return frozenset()
    fields = open_fields(kind_name, consented=consented, of_place=is_of_place(kind_name, row))
    return fields | {DELETED} if fields else fields


class Divided(NamedTuple):
    """What one change of a record means for the province."""

    told: frozenset[str]  # of what was written, that which lies open
    revealed: frozenset[str]  # what lies open now though it was not written: its standing values are told
    hidden: frozenset[str]  # what lies open no more: the province forgets it


def divided(written: Iterable[str], before: frozenset[str], after: frozenset[str]) -> Divided:
    """A change that wrote some fields, between two answers of `open_now`; of a new record `before` is empty."""
    told = frozenset(written) & after
    return Divided(told, after - before - told, before - after)


def agreed(person: Row, consents: Iterable[Row], on: date) -> bool:
    """Whether a person's file may go to the province on a day, by all consents that were asked of them.

    One that was erased or merged into another goes no more, whatever its consents say.
    """
    asked = list(consents)
    return person["status"] not in _GONE and SCOPE in live_scopes(asked, on) and not is_declined(asked, on)


class Turn(NamedTuple):
    """What a changed answer does to the records that concern a person: "reveal", "hide" or "" for nothing."""

    action: str
    fields: Mapping[str, frozenset[str]]  # kind → the fields that are to be revealed or hidden


@cache
def turn_of(*, before: bool, after: bool) -> Turn:
    """What to do when a consent is given, withdrawn, run out or erased: parents first, and children first to hide."""
    if before == after:
        return Turn("", MappingProxyType({}))
    held = {
        kind: open_fields(kind, consented=True) - open_fields(kind, consented=False)
        for kind in KINDS
        if person_of(kind)
    }
    told = [(kind, fields) for kind, fields in held.items() if fields]
    ordered = told if after else reversed(told)
    return Turn("reveal" if after else "hide", MappingProxyType(dict(ordered)))
