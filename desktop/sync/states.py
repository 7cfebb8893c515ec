"""The state of a record as text: what a laptop and the province keep beside the record's row."""

from __future__ import annotations

import json
from typing import Any

from desktop.sync.merge import Deletion, Dot, Head, Knowing, Mark, State

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once, not for every record


def text_of(state: State) -> str:
    """Compact JSON; of a record that one operation made and nobody changed since it is that operation alone."""
    told: dict[str, Any] = {}
    if state.whole is not None:
        told["w"] = _listed(state.whole)
    if state.own:
        told["o"] = {name: _listed(mark) for name, mark in state.own.items()}
    if state.others:
        told["x"] = {
            name: [[*dot, head.stamp, head.value] for dot, head in sorted(heads.items())]
            for name, heads in state.others.items()
        }
    if state.deletions:
        told["d"] = [
            [*dot, one.stamp, one.value, sorted(map(list, one.saw))] for dot, one in sorted(state.deletions.items())
        ]
    if state.forgotten:
        told["f"] = {name: [*one.dot, one.known] for name, one in state.forgotten.items()}
    return _encoded(told)


def state_of(kind: str, text: str) -> State:
    """The other way round."""
    told = json.loads(text)
    state = State(kind)
    if "w" in told:
        state.whole = _mark(told["w"])
    state.own = {name: _mark(mark) for name, mark in told.get("o", {}).items()}
    state.others = {
        name: {Dot(device, seq): Head(stamp, value) for device, seq, stamp, value in heads}
        for name, heads in told.get("x", {}).items()
    }
    state.deletions = {
        Dot(device, seq): Deletion(stamp, value, frozenset(Dot(*dot) for dot in saw))
        for device, seq, stamp, value, saw in told.get("d", ())
    }
    state.forgotten = {
        name: Knowing(known, Dot(device, seq)) for name, (device, seq, known) in told.get("f", {}).items()
    }
    return state


def _listed(mark: Mark) -> list[Any]:
    return [*mark.dot, mark.stamp]


def _mark(told: list[Any]) -> Mark:
    return Mark(Dot(told[0], told[1]), told[2])
