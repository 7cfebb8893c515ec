"""Right-to-left charts: the first point stands at the right, the scale too. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import fa_num
from desktop.reports.layout.lines import break_lines, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_line, draw_rule
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_DARK,
    ACCENT_LINE,
    HAIRLINE,
    INK,
    MUTED,
    Align,
    TextStyle,
    Weight,
)

_LABEL = TextStyle(size=8, colour=MUTED, align=Align.CENTRE, leading=12)
_VALUE = TextStyle(size=8.5, colour=INK, weight=Weight.SEMIBOLD, align=Align.CENTRE)
_SCALE = TextStyle(size=7.5, colour=MUTED, align=Align.LEFT, tabular=True)
_SCALE_ROOM = 34.0
_LABEL_ROOM = 28.0
_TOP_ROOM = 16.0


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled value, not negative."""

    label: str
    value: float


def scale_steps(greatest: float, steps: int = 4) -> list[float]:
    """Round values from 0 to at least `greatest`."""
    if greatest <= 0:
        return [0.0, 1.0]
    raw = greatest / steps
    unit = 10.0 ** (len(str(int(raw))) - 1) if raw >= 1 else 1.0
    step = next(factor * unit for factor in (1, 2, 2.5, 5, 10) if factor * unit >= raw and (factor * unit) % 1 == 0)
    count = -int(-greatest // step)
    return [step * number for number in range(count + 1)]


class _Chart(Flowable):
    def __init__(self, points: Sequence[Point], height: float = 150, highlight_last: bool = True) -> None:
        super().__init__()
        if not points:
            raise ValueError("a chart needs a point")
        if any(point.value < 0 for point in points):
            raise ValueError("a chart of this room starts at zero")
        self.points, self.chart_height, self.highlight_last = points, height, highlight_last

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame, as high as asked for."""
        self.width, self.height = available_width, self.chart_height
        return self.width, self.height

    def _plot(self) -> tuple[list[float], float]:
        """Draws the scale at the right and the labels below; the answer is the points' middles and points per unit."""
        steps = scale_steps(max(point.value for point in self.points))
        right = self.width - _SCALE_ROOM
        per_unit = (self.height - _LABEL_ROOM - _TOP_ROOM) / steps[-1]
        for step in steps:
            y = _LABEL_ROOM + step * per_unit
            draw_rule(self.canv, 0, right, y, ACCENT_LINE if step == 0 else HAIRLINE, 0.9 if step == 0 else 0.5)
            draw_line(self.canv, one_line(fa_num(int(step)), _SCALE), right + 6, y - 2.6, _SCALE)
        slot = right / len(self.points)
        middles = [right - slot * (number + 0.5) for number in range(len(self.points))]
        for middle, point in zip(middles, self.points, strict=True):
            lines = break_lines(point.label, _LABEL, slot - 2)[:2]
            draw_block(self.canv, lines, middle - slot / 2, middle + slot / 2, _LABEL_ROOM - 2, _LABEL)
        return middles, per_unit

    def _value(self, point: Point, x: float, y: float) -> None:
        whole = point.value == int(point.value)
        line = one_line(fa_num(int(point.value)) if whole else fa_num(point.value, 1), _VALUE)
        draw_line(self.canv, line, x - line.width / 2, y, _VALUE)


class BarChart(_Chart):
    """One bar for each point, with its value over it."""

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        middles, per_unit = self._plot()
        width = min(34.0, (self.width - _SCALE_ROOM) / len(self.points) * 0.56)
        for number, (middle, point) in enumerate(zip(middles, self.points, strict=True)):
            last = self.highlight_last and number == len(self.points) - 1
            high = point.value * per_unit
            draw_box(self.canv, middle - width / 2, _LABEL_ROOM, width, high, BoxLook(ACCENT if last else ACCENT_LINE))
            self._value(point, middle, _LABEL_ROOM + high + 4)


class LineChart(_Chart):
    """A line through the points, with the value over each."""

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        middles, per_unit = self._plot()
        places = [(x, _LABEL_ROOM + point.value * per_unit) for x, point in zip(middles, self.points, strict=True)]
        path = self.canv.beginPath()
        path.moveTo(*places[0])
        for place in places[1:]:
            path.lineTo(*place)
        self.canv.setStrokeColorRGB(*ACCENT)
        self.canv.setLineWidth(1.4)
        self.canv.drawPath(path, stroke=1, fill=0)
        self.canv.setFillColorRGB(*ACCENT_DARK)
        for (x, y), point in zip(places, self.points, strict=True):
            self.canv.setFillColorRGB(*ACCENT_DARK)
            self.canv.circle(x, y, 2.2, stroke=0, fill=1)
            self._value(point, x, y + 6)
