"""The OpenType tables that letter forms alone do not give: other forms (GSUB), kerning and places of marks (GPOS).

Units are font units. A table of an unexpected format is passed over: the caller then uses its default.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from desktop.reports.layout.outlines import Outlines

_EXTENSION: Final = {"GSUB": 7, "GPOS": 9}
Point = tuple[int, int]
_Attachments = tuple[dict[int, tuple[int, Point]], dict[tuple[int, int], Point]]


@dataclass(frozen=True, slots=True)
class Context:
    """What happens to a glyph between others: `before` and `after` are the glyphs allowed beside it, nearest first.

    `change` is the glyph that takes its place, or what its advance grows by.
    """

    before: tuple[Mapping[int, int], ...]
    after: tuple[Mapping[int, int], ...]
    change: int


class OpenType:
    """Reads one TrueType file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tables = {
            data[at : at + 4].decode("latin-1"): int.from_bytes(data[at + 8 : at + 12], "big")
            for at in range(12, 12 + 16 * self._u16(4), 16)
        }

    @cached_property
    def outlines(self) -> Outlines:
        """The shapes of its glyphs."""
        return Outlines(self._data, self._tables)

    @cached_property
    def _mark_to_base(self) -> list[_Attachments]:
        return [*self._attachments("mark", 4), *self._attachments("mark", 5)]

    @cached_property
    def _mark_to_mark(self) -> list[_Attachments]:
        return list(self._attachments("mkmk", 6))

    def _u16(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "big")

    def _i16(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "big", signed=True)

    def _subtables(self, table: str, feature: str, kind: int) -> Iterator[int]:
        """Places of the subtables of one kind that a feature uses, each once."""
        start = self._tables.get(table)
        if start is None:
            return
        features = start + self._u16(start + 6)
        used: dict[int, None] = {}
        for at in range(features + 2, features + 2 + 6 * self._u16(features), 6):
            if self._data[at : at + 4] == feature.encode():
                chosen = features + self._u16(at + 4)
                used.update(dict.fromkeys(self._u16(chosen + 4 + 2 * k) for k in range(self._u16(chosen + 2))))
        for index in used:
            yield from (sub for sub, found in self._lookup(table, index) if found == kind)

    def _lookup(self, table: str, index: int) -> Iterator[tuple[int, int]]:
        """Places and kinds of the subtables of a lookup."""
        lookups = self._tables[table] + self._u16(self._tables[table] + 8)
        lookup = lookups + self._u16(lookups + 2 + 2 * index)
        lookup_kind = self._u16(lookup)
        for k in range(self._u16(lookup + 4)):
            sub, sub_kind = lookup + self._u16(lookup + 6 + 2 * k), lookup_kind
            if lookup_kind == _EXTENSION[table]:
                sub_kind = self._u16(sub + 2)
                sub += int.from_bytes(self._data[sub + 4 : sub + 8], "big")
            yield sub, sub_kind

    def _coverage(self, at: int) -> dict[int, int]:
        """Glyph → its number in a coverage table."""
        count = self._u16(at + 2)
        if self._u16(at) == 1:
            return {self._u16(at + 4 + 2 * k): k for k in range(count)}
        covered: dict[int, int] = {}
        for k in range(count):
            first, last, number = (self._u16(at + 4 + 6 * k + step) for step in (0, 2, 4))
            covered.update({glyph: number + glyph - first for glyph in range(first, last + 1)})
        return covered

    def substitutions(self, feature: str) -> dict[int, int]:
        """Glyph → glyph of a single-substitution feature such as «tnum»."""
        result: dict[int, int] = {}
        for sub in self._subtables("GSUB", feature, 1):
            result.update(self._single_substitution(sub))
        return result

    def ligatures(self, feature: str) -> dict[tuple[int, int], int]:
        """Two glyphs → the one that a ligature feature puts in their place («ccmp» for marks)."""
        joined: dict[tuple[int, int], int] = {}
        for sub in self._subtables("GSUB", feature, 4):
            for first, number in self._coverage(sub + self._u16(sub + 2)).items():
                start = sub + self._u16(sub + 6 + 2 * number)
                for k in range(self._u16(start)):
                    one = start + self._u16(start + 2 + 2 * k)
                    if self._u16(one + 2) == 2:
                        joined.setdefault((first, self._u16(one + 4)), self._u16(one))
        return joined

    def _single_substitution(self, sub: int) -> dict[int, int]:
        covered = self._coverage(sub + self._u16(sub + 2))
        if self._u16(sub) == 1:
            delta = self._u16(sub + 4)
            return {glyph: (glyph + delta) % 65536 for glyph in covered}
        return {glyph: self._u16(sub + 6 + 2 * number) for glyph, number in covered.items()}

    def _single_advance(self, sub: int) -> dict[int, int]:
        """Glyph → change of its advance (the third of the values that may be given)."""
        covered, given = self._coverage(sub + self._u16(sub + 2)), self._u16(sub + 4)
        if not given & 4:
            return {}
        skipped, size = 2 * (given & 3).bit_count(), 2 * given.bit_count()
        if self._u16(sub) == 1:
            return dict.fromkeys(covered, self._i16(sub + 6 + skipped))
        return {glyph: self._i16(sub + 8 + number * size + skipped) for glyph, number in covered.items()}

    def contexts(self, table: str, feature: str) -> dict[int, list[Context]]:
        """Glyph → what may happen to it beside others, in the order in which it is tried («calt», «kern»)."""
        found: dict[int, list[Context]] = {}
        for sub in self._subtables(table, feature, 6 if table == "GSUB" else 8):
            if self._u16(sub) == 3:
                self._read_context(table, sub, found)
        return found

    def _read_context(self, table: str, sub: int, found: dict[int, list[Context]]) -> None:
        at, parts = sub + 2, []
        for _ in range(3):
            many = self._u16(at)
            parts.append([self._coverage(sub + self._u16(at + 2 + 2 * k)) for k in range(many)])
            at += 2 + 2 * many
        before, inside, after = parts
        if len(inside) != 1 or self._u16(at) != 1:
            return
        read = self._single_substitution if table == "GSUB" else self._single_advance
        changes: dict[int, int] = {}
        for nested, kind in self._lookup(table, self._u16(at + 4)):
            if kind == 1:
                changes = read(nested) | changes
        for glyph in inside[0]:
            # a match ends the search even where the nested lookup has nothing for the glyph
            change = changes.get(glyph, glyph if table == "GSUB" else 0)
            found.setdefault(glyph, []).append(Context(tuple(before), tuple(after), change))

    def pairs(self) -> Iterator[tuple[int, dict[int, int]]]:
        """Subtables of kerning by pairs: their place and the glyphs that may come first."""
        for sub in self._subtables("GPOS", "kern", 2):
            if self._u16(sub + 4) == 4 and self._u16(sub + 6) == 0:
                yield sub, self._coverage(sub + self._u16(sub + 2))

    def pair_advance(self, sub: int, number: int, first: int, second: int) -> int | None:
        """What the advance of `first`, the glyph of that number in the subtable, grows by before `second`."""
        if self._u16(sub) == 1:
            row = sub + self._u16(sub + 10 + 2 * number)
            for at in range(row + 2, row + 2 + 4 * self._u16(row), 4):
                if self._u16(at) == second:
                    return self._i16(at + 2)
            return None
        kinds = [self._class(sub + self._u16(sub + 8), first), self._class(sub + self._u16(sub + 10), second)]
        return self._i16(sub + 16 + 2 * (kinds[0] * self._u16(sub + 14) + kinds[1]))

    def _class(self, at: int, glyph: int) -> int:
        if self._u16(at) == 1:
            place = glyph - self._u16(at + 2)
            return self._u16(at + 6 + 2 * place) if 0 <= place < self._u16(at + 4) else 0
        for row in range(at + 4, at + 4 + 6 * self._u16(at + 2), 6):
            if self._u16(row) <= glyph <= self._u16(row + 2):
                return self._u16(row + 4)
        return 0

    def advance(self, glyph: int) -> int:
        """Advance width of a glyph."""
        metrics = self._u16(self._tables["hhea"] + 34)
        return self._u16(self._tables["hmtx"] + 4 * min(glyph, metrics - 1))

    def _anchor(self, at: int) -> Point:
        return (self._i16(at + 2), self._i16(at + 4))

    def _attachments(self, feature: str, kind: int) -> Iterator[_Attachments]:
        """For each subtable: mark → (class, anchor) and (carrier, class) → anchor, of a ligature's last letter (5)."""
        for sub in self._subtables("GPOS", feature, kind):
            marks_at, carriers_at, classes = sub + self._u16(sub + 8), sub + self._u16(sub + 10), self._u16(sub + 6)
            marks: dict[int, tuple[int, Point]] = {}
            for glyph, number in self._coverage(sub + self._u16(sub + 2)).items():
                record = marks_at + 2 + 4 * number
                marks[glyph] = (self._u16(record), self._anchor(marks_at + self._u16(record + 2)))
            carriers: dict[tuple[int, int], Point] = {}
            for glyph, number in self._coverage(sub + self._u16(sub + 4)).items():
                start, row = carriers_at, carriers_at + 2 + 2 * number * classes
                if kind == 5:
                    start = carriers_at + self._u16(carriers_at + 2 + 2 * number)
                    row = start + 2 + 2 * classes * (self._u16(start) - 1)
                for mark_class in range(classes):
                    offset = self._u16(row + 2 * mark_class)
                    if offset:
                        carriers[glyph, mark_class] = self._anchor(start + offset)
            yield marks, carriers

    def mark_offset(self, carrier: int, mark: int, on_mark: bool = False) -> Point | None:
        """Where a mark's origin stands relative to its carrier's origin; None when the font does not say."""
        for marks, carriers in self._mark_to_mark if on_mark else self._mark_to_base:
            if mark in marks:
                mark_class, own = marks[mark]
                place = carriers.get((carrier, mark_class))
                if place:
                    return (place[0] - own[0], place[1] - own[1])
        return None
