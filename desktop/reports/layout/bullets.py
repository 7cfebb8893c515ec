"""Lists with bullets or numbers, one inside the other. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.persian import digits
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import Content
from desktop.reports.layout.paragraph import ListPlace, Paragraph
from desktop.reports.layout.style import BODY, TextStyle

_LETTERS: Final = ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
_SIGNS: Final = ("•", "–", "·")
_INDENT: Final = 15.0
_NUMBERED_INDENT: Final = 22.0


@dataclass(frozen=True, slots=True)
class Branch:
    """An item with items of its own below it."""

    content: Content
    under: Sequence[Content | Branch]


def bullets(items: Sequence[Content | Branch], style: TextStyle = BODY, *, numbered: bool = False) -> list[Flowable]:
    """The paragraphs of a list: signs •, –, · by depth, or «۱.», «الف)», «۱)» when it is `numbered`.

    Raises MissingGlyphError when they are wrapped.
    """
    return list(_paragraphs(items, style, numbered, ()))


def _paragraphs(
    items: Sequence[Content | Branch], style: TextStyle, numbered: bool, above: tuple[ListPlace, ...]
) -> Iterator[Flowable]:
    depth, own = len(above), object()
    step = _NUMBERED_INDENT if numbered else _INDENT
    for place, item in enumerate(items):
        content = item.content if isinstance(item, Branch) else item
        paragraph = Paragraph(
            content,
            style.but(indent_right=(depth + 1) * step, bullet_right=depth * step),
            _sign(depth, place, numbered),
        )
        paragraph.places = (*above, (own, (own, place)))
        yield paragraph
        if isinstance(item, Branch):
            yield from _paragraphs(item.under, style, numbered, paragraph.places)


def _sign(depth: int, place: int, numbered: bool) -> str:
    if not numbered:
        return _SIGNS[min(depth, len(_SIGNS) - 1)]
    if depth % 2:
        return f"{_LETTERS[place % len(_LETTERS)]})"
    return f"{digits.to_persian(str(place + 1))}{'.' if depth == 0 else ')'}"
