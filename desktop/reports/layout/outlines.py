"""The shapes of a TrueType font's glyphs, for what is drawn and not written. Units are font units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_WORDS, _OFFSETS, _SCALE, _MORE, _SCALES, _MATRIX = 1, 2, 8, 0x20, 0x40, 0x80
_ON_CURVE, _SHORT_X, _SHORT_Y, _REPEAT, _SAME_X, _SAME_Y = 1, 2, 4, 8, 16, 32
_Spot = tuple[float, float, bool]
"""A place, and whether the line goes through it or only bends towards it."""


class Outlines:
    """Reads the «glyf» table of a TrueType file, whose tables begin at the given places."""

    def __init__(self, data: bytes, tables: dict[str, int]) -> None:
        self._data, self._glyf, self._loca = data, tables["glyf"], tables["loca"]
        self._long = bool(self._number(tables["head"] + 50))

    def path(self, glyph: int, scale: float) -> str:
        """The operators of a page that draw a glyph at the origin, to be filled; nothing for a blank."""
        return " ".join(_drawn(contour, scale) for contour in self._contours(glyph))

    def _number(self, at: int, size: int = 2, signed: bool = False) -> int:
        return int.from_bytes(self._data[at : at + size], "big", signed=signed)

    def _place(self, glyph: int) -> int:
        size = 4 if self._long else 2
        return self._number(self._loca + size * glyph, size) * (1 if self._long else 2)

    def _contours(self, glyph: int) -> list[list[_Spot]]:
        start, end = self._place(glyph), self._place(glyph + 1)
        if start == end:
            return []
        at = self._glyf + start
        count = self._number(at, signed=True)
        return self._simple(at + 10, count) if count >= 0 else list(self._composed(at + 10))

    def _simple(self, at: int, count: int) -> list[list[_Spot]]:
        ends = [self._number(at + 2 * k) for k in range(count)]
        at += 2 * count
        at += 2 + self._number(at)
        flags: list[int] = []
        while len(flags) <= ends[-1]:
            flag, times = self._data[at], 1
            at += 1
            if flag & _REPEAT:
                times += self._data[at]
                at += 1
            flags += [flag] * times
        xs, at = self._along(at, flags, _SHORT_X, _SAME_X)
        ys, at = self._along(at, flags, _SHORT_Y, _SAME_Y)
        spots = [(float(x), float(y), bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=True)]
        begins = [0, *(end + 1 for end in ends)]
        return [spots[begin:end] for begin, end in pairwise(begins)]

    def _along(self, at: int, flags: Sequence[int], short: int, same: int) -> tuple[list[int], int]:
        """Places along one axis, and where the next table begins."""
        found, value = [], 0
        for flag in flags:
            if flag & short:
                value += self._data[at] if flag & same else -self._data[at]
                at += 1
            elif not flag & same:
                value += self._number(at, signed=True)
                at += 2
            found.append(value)
        return found, at

    def _composed(self, at: int) -> Iterator[list[_Spot]]:
        """The contours of a glyph made of others, each turned and moved to its place."""
        flags = _MORE
        while flags & _MORE:
            flags, part = self._number(at), self._number(at + 2)
            size = 2 if flags & _WORDS else 1
            moved = [self._number(at + 4 + size * k, size, signed=True) if flags & _OFFSETS else 0 for k in (0, 1)]
            at += 4 + 2 * size
            many = 4 if flags & _MATRIX else 2 if flags & _SCALES else 1 if flags & _SCALE else 0
            told = [self._number(at + 2 * k, signed=True) / 16384 for k in range(many)]
            at += 2 * many
            a, b, c, d = {0: (1, 0, 0, 1), 1: (*told, 0, 0, *told), 2: (*told[:1], 0, 0, *told[1:])}.get(many, told)
            for contour in self._contours(part):
                yield [(a * x + c * y + moved[0], b * x + d * y + moved[1], on) for x, y, on in contour]


def _drawn(contour: Sequence[_Spot], scale: float) -> str:
    """One closed line; its bends are quadratic in the font and cubic on the page."""
    spots = _with_middles(contour)
    x, y, _ = spots[0]
    written, at = [f"{_n(x * scale)} {_n(y * scale)} m"], 1
    while at < len(spots):
        bend = spots[at]
        if bend[2]:
            x, y = bend[:2]
            written.append(f"{_n(x * scale)} {_n(y * scale)} l")
            at += 1
            continue
        end = spots[at + 1]
        first = (x + 2 * bend[0]) / 3, (y + 2 * bend[1]) / 3
        second = (end[0] + 2 * bend[0]) / 3, (end[1] + 2 * bend[1]) / 3
        x, y = end[:2]
        places = (*first, *second, x, y)
        written.append(" ".join(_n(place * scale) for place in places) + " c")
        at += 2
    return " ".join([*written, "h"])


def _with_middles(contour: Sequence[_Spot]) -> list[_Spot]:
    """The spots from one on the line back to it; between two bends the line goes through their middle."""
    begin = next((at for at, spot in enumerate(contour) if spot[2]), None)
    turned = [*contour[begin or 0 :], *contour[: begin or 0]]
    if begin is None:
        turned.insert(0, _middle(contour[-1], contour[0]))
    spots = turned[:1]
    for spot in [*turned[1:], turned[0]]:
        if not spot[2] and not spots[-1][2]:
            spots.append(_middle(spots[-1], spot))
        spots.append(spot)
    return spots


def _middle(one: _Spot, other: _Spot) -> _Spot:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2, True


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
