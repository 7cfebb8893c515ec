"""Records made whole by all rules of the form: what a row leaves open is filled, what is wrong is told."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined

from desktop.domain.fields import Input
from desktop.domain.guard import is_of_person, wording_problems
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Kind
from desktop.services.spreadsheets.planned import PlannedFacts

Values = dict[str, Any]


@cache
def defaults(kind: str) -> Values:
    """Every declared field with its default. Lists are shared: nobody changes them in place."""
    made = {}
    for name, info in KINDS[kind].draft.model_fields.items():
        default = info.get_default(call_default_factory=True)
        made[name] = None if default is PydanticUndefined else default
    return made


def problems_of(kind: Kind, values: Values, facts: PlannedFacts) -> list[Problem]:
    """What the form would say of these values; they are completed by the program where it does so."""
    problems = [Problem(name, "required") for name in _required(kind) if values[name] is None or values[name] == ""]
    if problems:
        return problems
    facts.judged = values["id"]
    values.update(kind.fill(values, facts))
    today = facts.today
    late = [Problem(n, "in_future") for n in _dated(kind) if isinstance(values[n], date) and values[n] > today]
    told = [name for name in _guarded(kind) if values[name]]
    texts = wording_problems(kind.fields, values, told, of_person=is_of_person(kind.name, values)) if told else ()
    return [*late, *kind.rules(values, facts), *texts]


@cache
def _required(kind: Kind) -> tuple[str, ...]:
    return tuple(name for name, about in kind.fields.items() if about.required and not about.by_program)


@cache
def _guarded(kind: Kind) -> tuple[str, ...]:
    return tuple(name for name, about in kind.fields.items() if about.guarded)


@cache
def _dated(kind: Kind) -> tuple[str, ...]:
    dated = (Input.DATE, Input.PARTIAL_DATE)
    return tuple(n for n, a in kind.fields.items() if a.not_future and a.input in dated)
