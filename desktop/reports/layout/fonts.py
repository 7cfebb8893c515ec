"""Vazirmatn for PDF: text that can be found and copied, tabular digits, and no silent boxes for unknown characters."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Final

from desktop.reports.layout.edge import TTFont, register_font
from desktop.reports.layout.opentype import Context, OpenType
from desktop.reports.layout.shaping import MARK_CLASS
from desktop.reports.layout.style import Weight
from desktop.system.paths import resource

PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
HAMZA_ABOVE: Final = "\u0654"
SHADDA: Final = "\u0651"
MARK_ALIASES: Final = "\ue0c0-\ue0ff"
RENDER_LOCK: Final = threading.RLock()
"""One font object must not serve two documents at once; whoever builds a document holds this."""

_FIRST_MARK_ALIAS: Final = 0xE0C0
_FIRST_ALIAS: Final = 0xE100
_MARK: Final = re.compile(f"[{MARK_CLASS}]")
_VOWELS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650"
_ASIDE: Final = 60.0
_NARROW: Final = "\u202f"
_HEH_FORMS: Final = {"\ufee9": "\u06c0", "\ufeea": "\ufba5"}


class MissingGlyphError(ValueError):
    """A character that the font cannot draw. `character` is that character."""

    def __init__(self, character: str, font: str) -> None:
        self.character = character
        name = unicodedata.name(character, "?")
        super().__init__(f"{font} has no glyph for «{character}» U+{ord(character):04X} {name}")


def _matching(contexts: Iterable[Context], glyphs: Sequence[int], at: int) -> Context | None:
    """The first of the contexts that fits the glyph at a place."""
    for context in contexts:
        before, after = context.before, context.after
        if len(before) > at or at + len(after) >= len(glyphs):
            continue
        if all(glyphs[at - 1 - k] in allowed for k, allowed in enumerate(before)) and all(
            glyphs[at + 1 + k] in allowed for k, allowed in enumerate(after)
        ):
            return context
    return None


def _letters(code: int) -> str:
    """The letters a glyph's code stands for."""
    if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", chr(code)).strip() or chr(code)
    return chr(code)


class PersianFont(TTFont):
    """One weight. Extra glyphs without a code point of their own are reached through private codes («aliases»)."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False)
        self._opentype = OpenType(path.read_bytes())
        self._texts: dict[int, str] = {}
        self._shapes: dict[str, str] = {}
        self._tabular: dict[int, str] = {}
        self._substitutes = self._opentype.contexts("GSUB", "calt")
        self._kerns = self._opentype.contexts("GPOS", "kern")
        self._pairs = tuple(self._opentype.pairs())
        self._other_forms = self._named_forms()
        self.mark_pairs = self._joined_marks()
        self.heh_hamza = {form: self._alias(self._glyph(whole), "هٔ", whole) for form, whole in _HEH_FORMS.items()}
        self.blanks = self._blanks()
        self.turn = self._alias(self._glyph(_NARROW), "\u200f", _NARROW)
        self.written = self._written()
        tabular = self._opentype.substitutions("tnum")
        for digit in PERSIAN_DIGITS:
            glyph = tabular.get(self._glyph(digit))
            if glyph is not None:
                self._tabular[ord(digit)] = self._alias(glyph, digit, None)

    def _named_forms(self) -> dict[tuple[str, int], str]:
        """Character and the glyph that may take its place → the alias of that glyph."""
        forms: dict[tuple[str, int], str] = {}
        for code, glyph in list(self.face.charToGlyph.items()):
            for context in self._substitutes.get(glyph, ()):
                key = (chr(code), context.change)
                if key not in forms and context.change != glyph:
                    forms[key] = self._alias(context.change, _letters(code), None)
        return forms

    def _blanks(self) -> dict[str, str]:
        """Mark → blanks that say it, from left to right: its shape is drawn over or under the line and says nothing.

        So readers find a mark after its letter, in the word and on the line, wherever it stands to the eye. The blanks
        are narrow, since a reader that gives marks no width parts a word where it has to go back far; but not of no
        width, since another loses those.
        """
        marks = [chr(code) for code in self.face.charToGlyph if _MARK.match(chr(code))]
        said = {mark: self._alias(self._glyph(_NARROW), mark, _NARROW) for mark in marks}
        joined = {mark: self._texts[ord(mark)] for mark in self.mark_pairs.values()}
        return said | {mark: "".join(said[one] for one in reversed(text)) for mark, text in joined.items()}

    def _written(self) -> dict[str, tuple[str | float, ...]]:
        """How some characters are written: a blank at the left of what follows it, and heh with the hamza of the ezafe.

        Of a glyph that stands for both each reader makes something else when it turns the line back. Its blank is as
        wide as a space: the hamza ends a word, where going back far helps.
        """
        hamza = self._alias(self._glyph(" "), HAMZA_ABOVE, " ")
        blanks = "".join((hamza, self.turn, *self.blanks.values()))
        written: dict[str, tuple[str | float, ...]] = {
            blank: (_ASIDE, blank, self.width(blank) - _ASIDE) for blank in blanks
        }
        for form, whole in _HEH_FORMS.items():
            bare = self._alias(self._glyph(whole), "ه", whole)
            written[self.heh_hamza[form]] = (*written[hamza], bare)
        return written

    def shape(self, mark: str) -> str:
        """The operators of a page that draw a mark at the origin, in thousandths of the size."""
        shape = self._shapes.get(mark)
        if shape is None:
            shape = self._shapes[mark] = self._opentype.outlines.path(self._glyph(mark), 1000 / self.units)
        return shape

    def _joined_marks(self) -> dict[str, str]:
        """Two marks of one letter, in either order, → their glyph: a fatha stands over the tashdid, not in it."""
        pairs: dict[str, str] = {}
        joined = self._opentype.ligatures("ccmp")
        for vowel, other in product(_VOWELS, (SHADDA, HAMZA_ABOVE)):
            glyphs = self._glyph(vowel), self._glyph(other)
            whole = joined.get(glyphs) or joined.get(glyphs[::-1])
            if whole:
                alias = self._alias(whole, other + vowel, vowel, _FIRST_MARK_ALIAS + len(pairs) // 2)
                pairs[vowel + other] = pairs[other + vowel] = alias
        return pairs

    def _glyph(self, character: str) -> int:
        return int(self.face.charToGlyph[ord(character)])

    def _alias(self, glyph: int, text: str, like: str | None, code: int = 0) -> str:
        code = code or _FIRST_ALIAS + len(self._texts)
        self._texts[code] = text
        widths = self.face.charWidths
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = widths[ord(like)] if like else self._advance(glyph)
        return chr(code)

    def _advance(self, glyph: int) -> float:
        return self._opentype.advance(glyph) * 1000 / self.units

    @property
    def units(self) -> int:
        """Font units per em."""
        return int(self.face.unitsPerEm)

    @property
    def ascent(self) -> float:
        """Height above the baseline, in thousandths of the size."""
        return float(self.face.ascent)

    @property
    def descent(self) -> float:
        """Depth below the baseline (negative), in thousandths of the size."""
        return float(self.face.descent)

    def tabular(self, text: str) -> str:
        """The text with Persian digits of equal width."""
        return text.translate(self._tabular)

    def without_aliases(self, text: str) -> str:
        """A drawn string with the letters of every alias in their place, in the order of the page."""
        return "".join(self._texts.get(ord(character), character)[::-1] for character in text)

    def width(self, character: str) -> float:
        """Advance in thousandths of the size."""
        return float(self.face.charWidths[ord(character)])

    def encoded(self, text: str, document: Any) -> list[tuple[str, bytes]]:
        """The codes of a drawn string in a document, each run with the name of the subset that has them."""
        state = self.state.get(document)
        if state is not None and len(state.subsets) == 1:
            try:
                codes = bytes([state.assignments[ord(character)] for character in text])
            except KeyError:
                pass
            else:
                return [(self.getSubsetInternalName(0, document), codes)]
        parts = self.splitString(text, document)
        return [(self.getSubsetInternalName(subset, document), codes) for subset, codes in parts]

    def known(self, text: str) -> str:
        """The text with forms that the font lacks replaced by their plain letters. Raises MissingGlyphError."""
        glyphs = self.face.charToGlyph
        if all(ord(character) in glyphs for character in text):
            return text
        return "".join(character if ord(character) in glyphs else self._plain(character) for character in text)

    def _plain(self, character: str) -> str:
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and ord(plain) in self.face.charToGlyph:
            return plain
        raise MissingGlyphError(plain if len(plain) == 1 else character, self.fontName)

    def in_context(self, text: str, skipped: Container[str]) -> str:
        """A logical run of joined letters with the forms that stand better beside their neighbours («calt»).

        `skipped` (marks) do not count as neighbours.
        """
        glyphs, places = self._glyphs(text, skipped)
        if not any(glyph in self._substitutes for glyph in glyphs):
            return text
        drawn = list(text)
        for at, glyph in enumerate(glyphs):
            context = _matching(self._substitutes.get(glyph, ()), glyphs, at)
            if context and context.change != glyph:
                glyphs[at] = context.change
                drawn[places[at]] = self._other_forms[text[places[at]], context.change]
        return "".join(drawn)

    def kerning(self, text: str, skipped: Container[str], right_to_left: bool) -> dict[int, float]:
        """Place in a logical run → what that character's advance grows by, in thousandths of the size."""
        glyphs, places = self._glyphs(text, skipped)
        moved: dict[int, float] = {}
        for at, glyph in enumerate(glyphs):
            if right_to_left:
                context = _matching(self._kerns.get(glyph, ()), glyphs, at)
                change = context.change if context else 0
            else:
                change = self._pair(glyph, glyphs[at + 1]) if at + 1 < len(glyphs) else 0
            if change:
                moved[places[at]] = change * 1000 / self.units
        return moved

    def _pair(self, first: int, second: int) -> int:
        for sub, firsts in self._pairs:
            if first in firsts:
                change = self._opentype.pair_advance(sub, firsts[first], first, second)
                if change is not None:
                    return change
        return 0

    def _glyphs(self, text: str, skipped: Container[str]) -> tuple[list[int], list[int]]:
        places = [at for at, character in enumerate(text) if character not in skipped]
        glyphs = self.face.charToGlyph
        return [int(glyphs[ord(text[at])]) for at in places], places

    def mark_offset(self, carrier: str, mark: str, on_mark: bool) -> tuple[float, float] | None:
        """Where a mark stands relative to its carrier, in thousandths of the size."""
        place = self._opentype.mark_offset(self._glyph(carrier), self._glyph(mark), on_mark)
        return (place[0] * 1000 / self.units, place[1] * 1000 / self.units) if place else None

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Writes the font into a document, with a map from glyphs to letters instead of presentation forms."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        before = set(doc.idToObject)
        super().addObjects(doc)
        maps = [key for key in doc.idToObject if key not in before and str(key).startswith("toUnicodeCMap:")]
        for key, subset in zip(maps, subsets, strict=True):
            doc.idToObject[key].content = self._to_unicode(str(key).partition(":")[2], subset)

    def _to_unicode(self, name: str, subset: list[int]) -> str:
        """The map is written in visual order, as the page is: readers turn the pair of a lam-alef back themselves."""
        rows = [
            f"<{at:02X}> <{(self._texts.get(code) or _letters(code))[::-1].encode('utf-16-be').hex().upper()}>"
            for at, code in enumerate(subset)
            if code and (code != 32 or at == 32)
        ]
        head = (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        )
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return head + body + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@cache
def _registered(folder: Path, weight: Weight) -> PersianFont:
    font = PersianFont(f"Vazirmatn-{weight}", folder / f"Vazirmatn-{weight}.ttf")
    register_font(font)
    return font


@lru_cache(16)
def font(weight: Weight = Weight.REGULAR, folder: Path | None = None) -> PersianFont:
    """A weight of Vazirmatn, read and registered once per process; `folder` None means the program's own fonts.

    Raises reportlab's TTFError when the file is missing or broken.
    """
    with RENDER_LOCK:
        return _registered(folder or resource("fonts"), weight)
