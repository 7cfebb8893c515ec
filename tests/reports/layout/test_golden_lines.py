"""Lines as they are drawn, kept word for word."""

from __future__ import annotations

from pathlib import Path

from desktop.reports.layout.lines import visual

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
LOGICAL = GOLDEN / "logical_lines.txt"


def test_every_line_is_drawn_as_its_golden_line() -> None:
    logical = LOGICAL.read_text(encoding="utf-8").splitlines()
    drawn = (GOLDEN / "visual_lines.txt").read_text(encoding="utf-8").splitlines()
    assert len(logical) == 16
    assert [visual(line) for line in logical] == drawn
