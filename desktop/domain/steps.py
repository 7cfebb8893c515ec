"""What may be told with a step, and what its dialog asks, from the declarations of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Kind

_DAY = About(label="تاریخ", input=Input.DATE, not_future=True)  # of a step of which no history is kept


def tellable(kind: Kind, step: Transition) -> Mapping[str, About]:
    """Every name that may be told with the step. What the program fills is read only, wherever it stands."""
    beside = KINDS[step.writes].fields if step.writes else {}
    history = KINDS[kind.life.history].fields if kind.life and kind.life.history else {}
    words = {name: history[name] for name in ("on", "note") if name in history}
    told = {name: about for name, about in beside.items() if not about.by_program}
    return {"on": _DAY, **told, **words, **dict(step.words), **kind.fields}


def asked(kind: Kind, step: Transition) -> Mapping[str, About]:
    """The fields of the dialog of a step: first what it needs, then what it asks."""
    known = tellable(kind, step)
    needed = {name: replace(known[name], required=True, in_form=True, by_program=False) for name in step.needs}
    return {**needed, **{name: replace(known[name], in_form=True) for name in step.asks if name not in needed}}
