"""Life cycles as tables of transitions, read by services, screens, command line, documentation and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from desktop.domain.fields import About
from desktop.domain.problems import Problem

STAFF = frozenset({"facilitator", "social_worker", "office_manager"})
MANAGER = frozenset({"office_manager"})
PROVINCE = frozenset({"province_officer", "province_director"})
SUPERVISORS = frozenset({"county_supervisor", *PROVINCE})
MONEY_READERS = frozenset({*MANAGER, *SUPERVISORS, "auditor"})
"""Who sees what was given and spent (domain §3.7)."""


class Asked(Protocol):
    """What a guard or an effect may ask of the office, and who takes the step."""

    today: date
    role: str

    @property
    def staff_id(self) -> str | None: ...

    def number(self, kind: str) -> int: ...

    def get(self, kind: str, record_id: str | None) -> Mapping[str, Any] | None: ...

    def find(self, kind: str, /, **where: object) -> list[Mapping[str, Any]]: ...


@dataclass(frozen=True)
class Written:
    """A record that a step writes beside the one that moves: a new one, or other values of the one with this id."""

    kind: str
    values: Mapping[str, Any]
    id: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What a step does besides the new state. `values` are the record's own where nobody told others."""

    values: Mapping[str, Any] = field(default_factory=dict)
    records: tuple[Written, ...] = ()


Values = Mapping[str, Any]
Guard = Callable[[Values, Any], Iterable[Problem]]
Effect = Callable[[Values, Values, Any], Outcome]
Day = Callable[[Values, Any], date | None]


def no_guard(_values: Values, _asked: Any) -> Iterable[Problem]:
    return ()


def no_day(_values: Values, _asked: Any) -> date | None:
    return None


def no_effect(_old: Values, _told: Values, _asked: Any) -> Outcome:
    return Outcome()


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One allowed step.

    `needs` must be told on the way or be known already, `asks` may be told: fields of the record, of the line that its
    history gets, of the kind that the step `writes`, or `words` that no record keeps. `guard` sees the record as it
    will be, with the day of the step as `on`, after everything that the `effect` wrote. `tells` says both in Persian.
    A step that comes `by_itself` is taken by the program; whoever asks for it afterwards finds it taken.
    """

    source: str
    target: str
    label: str
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    writes: str = ""
    words: tuple[tuple[str, About], ...] = ()
    dated_by: str = ""  # the day told under this name is the step's day where no other is told
    day: Day = no_day  # the day of what the step is about, where nobody tells one
    by_itself: bool = False
    roles: frozenset[str] = STAFF
    after_late: bool = True  # whether it may follow a step that is told after it
    guard: Guard = no_guard
    effect: Effect = no_effect
    tells: tuple[str, ...] = ()


@dataclass(frozen=True)
class LifeCycle:
    """The states a record passes through.

    `field` holds the state, `start` is the first. `history` is the kind whose lines tell every step (linked to the
    record as `link`, with the day of the first one in `begun`), `dated` the field with the day of the last step.
    """

    field: str
    start: str
    transitions: tuple[Transition, ...]
    going_on: tuple[str, ...] = ()  # states in which a record is not finished
    history: str = ""
    link: str = ""
    begun: str = ""
    dated: str = ""

    def leaving(self, state: str) -> tuple[Transition, ...]:
        return tuple(t for t in self.transitions if t.source == state)

    def find(self, source: str, target: str) -> Transition | None:
        return next((t for t in self.transitions if (t.source, t.target) == (source, target)), None)


def in_order(lines: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The lines of a history by their days, and as they were written down within a day."""
    return sorted(lines, key=lambda line: (line["on"], line["id"]))
