"""The state of a record as text: what a laptop and the province keep beside the record's row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop.sync.merge import Deletion, Dot, Effective, Head, Knowing, Mark, Operation, State, as_stamped

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
    return state_told(kind, json.loads(text))


def state_told(kind: str, told: Mapping[str, Any]) -> State:
    """The same of a text that was read."""
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


def is_plain(told: Mapping[str, Any]) -> bool:
    """Whether a state, as its text tells it, has one head for every value, and nothing was deleted or forgotten."""
    return bool(told) and told.keys() <= {"w", "o"}


def plain_mark(told: Mapping[str, Any], name: str, *, has_value: bool) -> list[Any] | None:
    """In such a state the operation that a field's shown value comes from: device, number and stamp."""
    mark: list[Any] | None = told["o"].get(name) if "o" in told else None
    return told.get("w") if mark is None and has_value else mark


def comes_last(told: Mapping[str, Any], operation: Operation, effective: Effective) -> bool:
    """Whether an operation is later than all that live in such a state."""
    marks = [*told.get("o", {}).values(), *([told["w"]] if "w" in told else [])]
    if effective is as_stamped:  # nearly always, and of every operation that comes
        late = [mark for mark in marks if mark[2] >= operation.stamp]
        return all((operation.stamp, operation.dot) > (stamp, (device, seq)) for device, seq, stamp in late)
    mine = (effective(operation.dot, operation.stamp), operation.dot)
    return all(mine > (effective(Dot(device, seq), stamp), (device, seq)) for device, seq, stamp in marks)


def _listed(mark: Mark) -> list[Any]:
    return [*mark.dot, mark.stamp]


def _mark(told: list[Any]) -> Mark:
    return Mark(Dot(told[0], told[1]), told[2])
