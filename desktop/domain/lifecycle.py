"""Life cycles as tables of transitions, read by services, screens, command line, documentation and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.problems import Problem

Guard = Callable[[Mapping[str, Any], Any], Iterable[Problem]]


def no_guard(_values: Mapping[str, Any], _facts: Any) -> Iterable[Problem]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One allowed step. `needs` are fields that must be filled on the way; `guard` may refuse for other reasons."""

    source: str
    target: str
    label: str
    needs: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset({"facilitator", "social_worker", "office_manager"})
    guard: Guard = no_guard


@dataclass(frozen=True)
class LifeCycle:
    """The states a record passes through. `field` holds the state, `start` is the first."""

    field: str
    start: str
    transitions: tuple[Transition, ...]

    def leaving(self, state: str) -> tuple[Transition, ...]:
        return tuple(t for t in self.transitions if t.source == state)

    def find(self, source: str, target: str) -> Transition | None:
        return next((t for t in self.transitions if (t.source, t.target) == (source, target)), None)
