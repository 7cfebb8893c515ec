"""The figures' arithmetic; the figures themselves are not tests."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench import report
from tests.bench.figure import Figure, Unmeasured, interleaved


def test_json_carries_what_the_contract_promises() -> None:
    row = json.loads(Figure("search", 3.0, 1.5, "ms", 15).as_json())
    assert row == {"name": "search", "ours": 3.0, "floor": 1.5, "ratio": 2.0, "unit": "ms", "n": 15}


def test_a_peer_that_is_not_installed_is_told_as_not_measured() -> None:
    told = Unmeasured("report, weasyprint", "weasyprint is not installed")
    assert json.loads(told.as_json()) == {
        "name": "report, weasyprint", "ours": None, "floor": None, "ratio": None, "unit": "", "n": 0,
        "not_measured": "weasyprint is not installed",
    }  # fmt: skip
    lock = (Path(report.__file__).parents[2] / "requirements.lock").read_text("utf-8").lower()
    assert "weasyprint" not in lock


def test_interleaving_takes_turns_and_drops_the_warm_up() -> None:
    order: list[str] = []
    figure = interleaved("turns", lambda: order.append("ours"), lambda: order.append("floor"), rounds=3)
    assert order == ["ours", "floor"] * 4
    assert figure.n == 3
