"""Right-to-left charts: the first point stands at the right, the scale too. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import fa_num, without_controls
from desktop.reports.layout.lines import Line, break_lines, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_line, draw_rule
from desktop.reports.layout.structure import figure
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_LINE,
    HAIRLINE,
    INK,
    MUTED,
    PAPER,
    RED,
    SHORT,
    Align,
    Colour,
    TextStyle,
    Weight,
)

_LABEL = TextStyle(size=8, colour=MUTED, align=Align.CENTRE, leading=12)
_VALUE = TextStyle(size=8.5, colour=INK, weight=Weight.SEMIBOLD, align=Align.CENTRE)
_SCALE = TextStyle(size=7.5, colour=MUTED, align=Align.LEFT, tabular=True)
_INSIDE = _VALUE.but(size=7.5, weight=Weight.MEDIUM)
_LEGEND = TextStyle(size=8, colour=MUTED, leading=14)
_AREAS = (ACCENT, SHORT, ACCENT_LINE, MUTED, RED, HAIRLINE)
_STROKES = (ACCENT, SHORT, MUTED, RED, INK, ACCENT_LINE)
_SCALE_ROOM = 34.0
_LABEL_ROOM = 28.0
_TOP_ROOM = 16.0
_UNDER = 13.0
_STEEP = 8.0
"""By how much the line must rise from a value before it would run through the words over it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled value, not negative; None where there is none: nothing is drawn but «—»."""

    label: str
    value: float | None


def scale_steps(greatest: float, steps: int = 4) -> list[float]:
    """Round values from 0 to at least `greatest`."""
    if greatest <= 0:
        return [0.0, 1.0]
    raw = greatest / steps
    unit = 10.0 ** (len(str(int(raw))) - 1) if raw >= 1 else 1.0
    step = next(factor * unit for factor in (1, 2, 2.5, 5, 10) if factor * unit >= raw and (factor * unit) % 1 == 0)
    count = -int(-greatest // step)
    return [step * number for number in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each label; None where there is none (nothing is drawn, and it is said so in words)."""

    title: str
    values: Sequence[float | None]


def figure_text(value: float | None) -> str:
    """A value as charts write it."""
    if value is None:
        return "—"
    return fa_num(int(value)) if value == int(value) else fa_num(value, 1)


class _Chart(Flowable):
    """Scale at the right, labels below, a legend above when there are several series; one figure to a reader aloud.

    `alternative` is read instead of the picture; without it the values themselves are.
    """

    KIND = "نمودار"
    COLOURS = _AREAS

    def __init__(
        self, labels: Sequence[str], series: Sequence[Series], height: float = 150, alternative: str = ""
    ) -> None:
        super().__init__()
        if not labels or not series:
            raise ValueError("a chart needs a point")
        if any(len(one.values) != len(labels) for one in series):
            raise ValueError("a value for each label")
        if any(value is not None and value < 0 for one in series for value in one.values):
            raise ValueError("a chart of this room starts at zero")
        if len(series) > len(self.COLOURS):
            raise ValueError(f"colours tell no more than {len(self.COLOURS)} series apart")
        self.labels, self.series, self.chart_height = labels, series, height
        self.alternative = alternative or self._in_words()
        self._legend: list[list[tuple[Colour, Line]]] = []

    def _in_words(self) -> str:
        told = []
        for one in self.series:
            values = "، ".join(
                f"{label.replace(chr(10), ' ')}: {without_controls(figure_text(value))}"
                for label, value in zip(self.labels, one.values, strict=True)
            )
            told.append(f"{one.title}: {values}" if one.title else values)
        return f"{self.KIND}. {'؛ '.join(told)}"

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame, as high as asked for and the legend needs."""
        self.width = available_width
        self._legend = self._legend_rows(available_width) if len(self.series) > 1 else []
        self.height = self.chart_height + len(self._legend) * _LEGEND.line_height
        return self.width, self.height

    def _legend_rows(self, width: float) -> list[list[tuple[Colour, Line]]]:
        rows: list[list[tuple[Colour, Line]]] = [[]]
        used = 0.0
        for one, colour in zip(self.series, self.COLOURS, strict=False):
            line = one_line(one.title, _LEGEND)
            if rows[-1] and used + line.width + 26 > width:
                rows.append([])
                used = 0.0
            rows[-1].append((colour, line))
            used += line.width + 26
        return rows

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        with figure(self.canv, self.alternative, 0, 0, self.width, self.height):
            self._draw_legend()
            middles, per_unit = self._plot()
            self._draw_values(middles, per_unit)

    def _greatest(self) -> float:
        return max((value for one in self.series for value in one.values if value is not None), default=0)

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        raise NotImplementedError

    def _draw_legend(self) -> None:
        top = self.height
        for row in self._legend:
            right = self.width
            for colour, line in row:
                draw_box(self.canv, right - 8, top - 10.5, 8, 8, BoxLook(colour, None, 1.5))
                draw_block(self.canv, (line,), 0, right - 12, top, _LEGEND)
                right -= line.width + 26
            top -= _LEGEND.line_height

    @property
    def _slot(self) -> float:
        return (self.width - _SCALE_ROOM) / len(self.labels)

    def _plot(self) -> tuple[list[float], float]:
        """Draws the scale at the right and the labels below; the answer is the points' middles and points per unit."""
        steps = scale_steps(self._greatest())
        right, slot = self.width - _SCALE_ROOM, self._slot
        per_unit = (self.chart_height - _LABEL_ROOM - _TOP_ROOM) / steps[-1]
        for step in steps:
            y = _LABEL_ROOM + step * per_unit
            draw_rule(self.canv, 0, right, y, ACCENT_LINE if step == 0 else HAIRLINE, 0.9 if step == 0 else 0.5)
            draw_line(self.canv, one_line(fa_num(int(step)), _SCALE), right + 6, y - 2.6, _SCALE)
        middles = [right - slot * (number + 0.5) for number in range(len(self.labels))]
        for middle, label in zip(middles, self.labels, strict=True):
            lines = break_lines(label, _LABEL, slot - 2)[:2]
            draw_block(self.canv, lines, middle - slot / 2, middle + slot / 2, _LABEL_ROOM - 2, _LABEL)
        return middles, per_unit

    def _write(self, value: float | None, x: float, y: float, style: TextStyle = _VALUE) -> None:
        line = one_line(figure_text(value), style)
        draw_line(self.canv, line, x - line.width / 2, y, style)


class _OneSeries(_Chart):
    def __init__(
        self, points: Sequence[Point], height: float = 150, highlight_last: bool = True, alternative: str = ""
    ) -> None:
        self.highlight_last = highlight_last
        values = [point.value for point in points]
        super().__init__([point.label for point in points], [Series("", values)], height, alternative)


class BarChart(_OneSeries):
    """One bar for each point, with its value over it."""

    KIND = "نمودار میله‌ای"

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        width = min(34.0, self._slot * 0.56)
        (values,) = [one.values for one in self.series]
        for number, (middle, value) in enumerate(zip(middles, values, strict=True)):
            last = self.highlight_last and number == len(values) - 1
            high = (value or 0) * per_unit
            look = BoxLook(ACCENT if last else ACCENT_LINE)
            if value is not None:
                draw_box(self.canv, middle - width / 2, _LABEL_ROOM, width, high, look)
            self._write(value, middle, _LABEL_ROOM + high + 4)


class LineChart(_OneSeries):
    """A line through the points, with the value over each, in a valley below it where the line leaves it free."""

    KIND = "نمودار خطی"

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        (values,) = [one.values for one in self.series]
        draw_path(self.canv, middles, values, per_unit, ACCENT)
        for at, (x, value) in enumerate(zip(middles, values, strict=True)):
            high = (value or 0) * per_unit
            near = [other * per_unit - high for other in values[max(at - 1, 0) : at + 2] if other is not None]
            in_valley = value is not None and high > _UNDER and min(near) >= 0 and max(near) > _STEEP
            self._write(value, x, _LABEL_ROOM + high + (-_UNDER if in_valley else 6))


class GroupedBars(_Chart):
    """For each label a bar of every series, the first at the right."""

    KIND = "نمودار میله‌ای گروهی"

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        width = min(22.0, self._slot * 0.78 / len(self.series))
        small = _VALUE.but(size=min(_VALUE.size, width * 0.62), weight=Weight.MEDIUM)
        for number, middle in enumerate(middles):
            right = middle + width * len(self.series) / 2
            for one, colour in zip(self.series, self.COLOURS, strict=False):
                value = one.values[number]
                high = (value or 0) * per_unit
                draw_box(self.canv, right - width + 0.8, _LABEL_ROOM, width - 1.6, high, BoxLook(colour))
                if width >= 9:
                    self._write(value, right - width / 2, _LABEL_ROOM + high + 3, small)
                right -= width


class StackedBars(_Chart):
    """For each label one bar of the parts of all series, the first below, with their sum over it."""

    KIND = "نمودار انباشته"

    def _greatest(self) -> float:
        return max(self._sum(number) for number in range(len(self.labels)))

    def _sum(self, number: int) -> float:
        return sum(one.values[number] or 0 for one in self.series)

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        width = min(38.0, self._slot * 0.62)
        for number, middle in enumerate(middles):
            y = _LABEL_ROOM
            for one, colour in zip(self.series, self.COLOURS, strict=False):
                value = one.values[number]
                high = (value or 0) * per_unit
                draw_box(self.canv, middle - width / 2, y, width, high, BoxLook(colour, PAPER))
                if high >= 11:
                    self._write(value, middle, y + high / 2 - 2.8, _INSIDE.but(colour=_on(colour)))
                y += high
            self._write(self._sum(number), middle, y + 4)


class Lines(_Chart):
    """A line for every series; each tells its last value at its end."""

    KIND = "نمودار خطی"
    COLOURS = _STROKES

    def _draw_values(self, middles: Sequence[float], per_unit: float) -> None:
        ends: list[float] = []
        for one, colour in zip(self.series, self.COLOURS, strict=False):
            draw_path(self.canv, middles, one.values, per_unit, colour)
            value = one.values[-1]
            y = _LABEL_ROOM + (value or 0) * per_unit - 3
            if value is not None and all(abs(y - other) > 9 for other in ends):
                self._write(value, middles[-1] - 14, y, _VALUE.but(colour=colour))
                ends.append(y)


def draw_path(
    canvas: Any, middles: Sequence[float], values: Sequence[float | None], per_unit: float, colour: Colour
) -> None:
    """A line with a dot on each value, broken where there is none."""
    path, begun = canvas.beginPath(), False
    for x, value in zip(middles, values, strict=True):
        if value is None:
            begun = False
            continue
        (path.lineTo if begun else path.moveTo)(x, _LABEL_ROOM + value * per_unit)
        begun = True
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(1.4)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColorRGB(*colour)
    for x, value in zip(middles, values, strict=True):
        if value is not None:
            canvas.circle(x, _LABEL_ROOM + value * per_unit, 2.2, stroke=0, fill=1)


def _on(ground: Colour) -> Colour:
    """Ink that is read on a ground of a colour."""
    red, green, blue = ground
    return INK if 0.3 * red + 0.59 * green + 0.11 * blue > 0.55 else PAPER
