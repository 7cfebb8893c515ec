"""The figures' arithmetic; the figures themselves are not tests."""

from __future__ import annotations

import json

from tests.bench.figure import Figure, interleaved


def test_json_carries_what_the_contract_promises() -> None:
    row = json.loads(Figure("search", 3.0, 1.5, "ms", 15).as_json())
    assert row == {"name": "search", "ours": 3.0, "floor": 1.5, "ratio": 2.0, "unit": "ms", "n": 15}


def test_interleaving_takes_turns_and_drops_the_warm_up() -> None:
    order: list[str] = []
    figure = interleaved("turns", lambda: order.append("ours"), lambda: order.append("floor"), rounds=3)
    assert order == ["ours", "floor"] * 4
    assert figure.n == 3
