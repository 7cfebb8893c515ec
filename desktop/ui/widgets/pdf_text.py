"""The words of a PDF and where they stand: found as people type them, whatever keyboard, gaps and digits they use."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from desktop.domain.persian.text import ZWNJ, search_key
from desktop.ui.widgets.pdf_pages import Hit, Told, opened

_UNSEEN = (ZWNJ, "٬")
"""What stands inside a word or number without parting it."""

_DEVICE = 10_000  # PDFium tells places in whole pixels; a page is laid on so many of them
_GAP = re.compile(f"[ {ZWNJ}]+")


@dataclass(frozen=True)
class PageText:
    """The letters of a page in the form search compares, the character each was, and where characters stand."""

    letters: str
    places: array[int]
    boxes: array[float]  # four a character: left, top, right, bottom in points from the page's upper left corner

    def box(self, character: int) -> QRectF:
        left, top, right, bottom = self.boxes[character * 4 : character * 4 + 4]
        return QRectF(QPointF(left, top), QPointF(right, bottom)).normalized()


def read_texts(pdf: bytes, told: Told | None = None) -> list[PageText]:
    """The text of every page, in the order in which it is read."""
    forms: dict[str, str] = {}
    texts = []
    with opened(pdf) as document:
        for number in range(len(document)):
            texts.append(_read(document[number], forms))
            if told:
                told((number + 1) / len(document), number + 1, len(document))
    return texts


def find(texts: Sequence[PageText], query: str) -> list[Hit]:
    """Every place where the words stand one after the other, from the first page to the last."""
    forms: dict[str, str] = {}
    words = ["".join(_form(char, forms) for char in part) for part in _GAP.split(query)]
    parts = [re.escape(part) for word in words for part in word.split()]
    if not parts:
        return []
    sought = re.compile(" ?".join(parts))  # «می‌شود», «می شود» and «میشود» are one
    return [
        Hit(page, _lines(text, text.places[found.start() : found.end()]))
        for page, text in enumerate(texts)
        for found in sought.finditer(text.letters)
    ]


def _read(page: Any, forms: dict[str, str]) -> PageText:
    from pypdfium2 import raw

    words, across = page.get_textpage(), _from_corner(page)
    letters: list[str] = []
    places, boxes = array("l"), array("d")
    for number in range(words.count_chars()):
        left, bottom, right, top = words.get_charbox(number, loose=True)
        for point in (across.map(QPointF(left, top)), across.map(QPointF(right, bottom))):
            boxes.extend((point.x(), point.y()))
        form = _form(chr(raw.FPDFText_GetUnicode(words, number)), forms)
        if form == " " and letters[-1:] == [" "]:
            continue
        letters.extend(form)
        places.extend([number] * len(form))
    words.close()
    page.close()
    return PageText("".join(letters), places, boxes)


def _from_corner(page: Any) -> QTransform:
    """From the page's own places to points from its upper left corner as shown: turned and cut pages too."""
    from ctypes import byref, c_int

    from pypdfium2 import raw

    width, height = page.get_size()

    def shown(x: float, y: float) -> QPointF:
        right, down = c_int(), c_int()
        raw.FPDF_PageToDevice(page, 0, 0, _DEVICE, _DEVICE, 0, x, y, byref(right), byref(down))
        return QPointF(right.value * width / _DEVICE, down.value * height / _DEVICE)

    origin = shown(0, 0)
    across, up = (shown(1000, 0) - origin) / 1000, (shown(0, 1000) - origin) / 1000
    return QTransform(across.x(), across.y(), up.x(), up.y(), origin.x(), origin.y())


def _form(char: str, forms: dict[str, str]) -> str:
    """What a character is in a search: letters, a space where it parts words, or nothing."""
    form = forms.get(char)
    if form is None:
        kind = unicodedata.category(char)
        joins = char in _UNSEEN or kind[0] == "M" or (kind[0] == "C" and not char.isspace())
        form = forms[char] = search_key(char) or ("" if joins else " ")
    return form


def _lines(text: PageText, characters: Sequence[int]) -> list[QRectF]:
    """One box for each line that the characters stand on."""
    lines: list[QRectF] = []
    for box in map(text.box, characters):
        if box.width() <= 0:
            continue
        if lines and min(lines[-1].bottom(), box.bottom()) - max(lines[-1].top(), box.top()) > box.height() / 2:
            lines[-1] = lines[-1].united(box)
        else:
            lines.append(box)
    return lines
