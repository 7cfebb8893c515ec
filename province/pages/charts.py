"""Charts as SVG, drawn here: positions and sizes are attributes, colours come from the style sheet, nothing runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from desktop.domain.persian.digits import grouped

_WIDTH, _HEIGHT = 520, 220
_TOP, _BOTTOM, _SIDE = 12, 34, 56


class Bar(NamedTuple):
    """`tone`: "" | "now" | "warn" | "danger" | "muted"."""

    label: str
    value: float
    tone: str = ""


def bars(title: str, told: Sequence[Bar]) -> Markup:
    """Upright bars, the first one at the right as one reads. The table beside a chart tells the same to all."""
    if not told:
        return Markup("")
    top = _round_up(max(one.value for one in told))
    plot, tall = _WIDTH - _SIDE - 8, _HEIGHT - _TOP - _BOTTOM
    step = plot / len(told)
    wide = min(36.0, step * 0.6)
    parts = [_grid(top, tall)]
    for place, one in enumerate(told):
        height = tall * one.value / top
        x = _WIDTH - _SIDE - step * (place + 0.5)
        parts.append(
            f'<rect class="bar {escape(one.tone)}" x="{x - wide / 2:.1f}" y="{_TOP + tall - height:.1f}" '
            f'width="{wide:.1f}" height="{max(height, 0.0):.1f}" rx="4"><title>{escape(one.label)}: '
            f"{grouped(round(one.value))}</title></rect>"
            f'<text class="axis" x="{x:.1f}" y="{_HEIGHT - 12}" text-anchor="middle">{escape(one.label)}</text>'
        )
    return _svg(title, _HEIGHT, parts)


def rows(title: str, told: Sequence[Bar]) -> Markup:
    """Lying bars with their names at the right: for names that are long."""
    if not told:
        return Markup("")
    top = max(1.0, *(one.value for one in told))
    tall, names = 30, 190
    plot = _WIDTH - names - 60
    parts = []
    for place, one in enumerate(told):
        y, wide = place * tall + 6, max(plot * one.value / top, 2.0 if one.value else 0.0)
        end = _WIDTH - names
        parts.append(
            f'<text class="name" x="{_WIDTH - 4}" y="{y + 14}" text-anchor="start">'
            f"{escape(_shortened(one.label))}</text>"
            f'<rect class="bar {escape(one.tone)}" x="{end - wide:.1f}" y="{y}" width="{wide:.1f}" height="18" rx="4">'
            f"<title>{escape(one.label)}: {grouped(round(one.value))}</title></rect>"
            f'<text class="axis" x="{end - wide - 8:.1f}" y="{y + 14}" text-anchor="start">'
            f"{grouped(round(one.value))}</text>"
        )
    return _svg(title, len(told) * tall + 8, parts)


def _svg(title: str, height: int, parts: Sequence[str]) -> Markup:
    return Markup(  # noqa: S704  every text in it is escaped above
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" direction="rtl" '
        f'aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def _grid(top: float, tall: int) -> str:
    lines = []
    for quarter in range(5):
        y = _TOP + tall * (4 - quarter) / 4
        lines.append(
            f'<line class="grid" x1="8" x2="{_WIDTH - _SIDE}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="axis" x="{_WIDTH - 6}" y="{y + 4:.1f}" text-anchor="start">'
            f"{grouped(round(top * quarter / 4))}</text>"
        )
    return "".join(lines)


def _round_up(value: float) -> float:
    """The next number that four lines divide into whole ones."""
    step = 4.0
    while step < value:
        step *= 2.5 if str(int(step))[0] == "4" else 2
    return step


def _shortened(text: str) -> str:
    return text if len(text) <= 28 else text[:27] + "…"
