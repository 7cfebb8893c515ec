"""No door breaks on garbage: a few hundred drawn inputs each, beside the millions tried by hand."""

from __future__ import annotations

import contextlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import DOORS


def mutated(seed: bytes, chance: Random) -> bytes:
    """A sound input with a few bytes changed, taken out or put in."""
    found = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(found))
        found[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    return bytes(found)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_answers_garbage_and_damaged_input_with_a_refusal(name: str) -> None:
    door = DOORS[name]

    @settings(max_examples=60)
    @given(st.binary(max_size=300) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
    def any_bytes(data: bytes) -> None:
        with contextlib.suppress(*door.told):
            door.open(data)

    any_bytes()
    chance = Random(name)
    for number in range(100):
        with contextlib.suppress(*door.told):
            door.open(mutated(door.seeds[number % len(door.seeds)], chance))


@pytest.mark.parametrize("name", ["settings", "slots", "json_line", "wire", "body", "manifest"])
def test_brackets_within_brackets_are_no_way_to_break_a_door(name: str) -> None:
    door = DOORS[name]
    with contextlib.suppress(*door.told):
        door.open(b"[" * 100_000)
    with contextlib.suppress(*door.told):
        door.open(b'{"a":' * 50_000)
