"""Lines as they are drawn, kept word for word."""

from __future__ import annotations

from pathlib import Path

from desktop.reports.layout.fonts import font
from desktop.reports.layout.lines import one_line, visual
from desktop.reports.layout.style import TextStyle

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
LOGICAL = GOLDEN / "logical_lines.txt"


def test_every_line_is_drawn_as_its_golden_line() -> None:
    logical = LOGICAL.read_text(encoding="utf-8").splitlines()
    drawn = (GOLDEN / "visual_lines.txt").read_text(encoding="utf-8").splitlines()
    assert len(logical) == 16
    assert [visual(line) for line in logical] == drawn


def test_lines_are_as_wide_as_harfbuzz_sets_them() -> None:
    """Its widths in units of the font (HarfBuzz 11, Vazirmatn Regular), runs by level and script, stand beside them."""
    off = []
    for row in (GOLDEN / "harfbuzz_widths.txt").read_text(encoding="utf-8").splitlines():
        units, text = row.split("\t")
        ours = one_line(text, TextStyle(size=font().units)).width
        if abs(ours / int(units) - 1) > 0.005:
            off.append(text)
    assert off == []
