"""The structure of a document beside its looks: what is a heading, a paragraph, a table, a picture, and in what order.

A program that reads aloud or takes text out follows it. Whatever is drawn without a name is an ornament («artifact»).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

_ORNAMENT: Final = "/Artifact BMC"
_PAGE_FURNITURE: Final = "/Artifact <</Type/Pagination>> BDC"
_ROOT: Final = 0


def text_string(text: str) -> str:
    """A text as PDF writes it."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex().upper()}>"


class Structure:
    """A tree of elements in reading order; leaves name marked pieces of pages. Kept in columns, for many cells."""

    def __init__(self) -> None:
        self._kinds: list[str] = ["Document"]
        self._parents = array("l", [-1])
        self._pages = array("l", [0])  # page of an element's first piece, 0 for none
        self._pieces = array("l", [0])  # number of that piece on its page
        self._more: dict[int, list[tuple[int, int]]] = {}  # further pieces: an element that goes on over pages
        self._attributes: dict[int, str] = {}
        self._of_page: dict[int, array[int]] = {}
        self._known: dict[object, int] = {}
        self._open = [_ROOT]
        self.drawing = False
        self.silent = False

    def element(self, kind: str, key: object = None, attributes: str = "") -> int:
        """A new element inside the open one; one with a known `key` goes on instead."""
        if key is not None and key in self._known:
            return self._known[key]
        number = len(self._kinds)
        self._kinds.append(kind)
        self._parents.append(self._open[-1])
        self._pages.append(0)
        self._pieces.append(0)
        if attributes:
            self._attributes[number] = attributes
        if key is not None:
            self._known[key] = number
        return number

    def piece(self, element: int, page: int) -> int:
        """The number of the next marked piece of a page, which belongs to the element."""
        of_page = self._of_page.setdefault(page, array("l"))
        of_page.append(element)
        number = len(of_page) - 1
        if self._pages[element]:
            self._more.setdefault(element, []).append((page, number))
        else:
            self._pages[element], self._pieces[element] = page, number
        return number

    def has_page(self, page: int) -> bool:
        """Whether something of a page is named."""
        return page in self._of_page

    @property
    def size(self) -> int:
        """How many objects it takes in the file; 0 when nothing is named."""
        return 1 + len(self._of_page) + len(self._kinds) if self._of_page else 0

    @contextmanager
    def inside(self, element: int) -> Iterator[None]:
        """New elements stand inside this one."""
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    def objects(self, first: int, pages: Mapping[int, int]) -> Iterator[str]:
        """The bodies of its objects, numbered from `first`: root, parent tree's lists, elements.

        `pages` gives the number of each page's object.
        """
        named = sorted(self._of_page)
        start = first + 1 + len(named)
        lists = " ".join(f"{page - 1} {first + 1 + at} 0 R" for at, page in enumerate(named))
        yield (
            f"<</Type/StructTreeRoot/K[{start} 0 R]/ParentTree<</Nums[{lists}]>>"
            f"/ParentTreeNextKey {named[-1] if named else 0}>>"
        )
        for page in named:
            yield f"[{' '.join(f'{start + element} 0 R' for element in self._of_page[page])}]"
        children = self._children()
        for number, kind in enumerate(self._kinds):
            parent = self._parents[number]
            above = f"{start + parent} 0 R" if parent >= 0 else f"{first} 0 R"
            inner = self._inner(number, start, children.get(number), pages)
            yield f"<</S/{kind}/P {above}{inner}{self._attributes.get(number, '')}>>"

    def _children(self) -> dict[int, array[int]]:
        children: dict[int, array[int]] = {}
        for number in range(1, len(self._parents)):
            children.setdefault(self._parents[number], array("l")).append(number)
        return children

    def _inner(self, number: int, start: int, children: array[int] | None, pages: Mapping[int, int]) -> str:
        kids = []
        page, more = self._pages[number], self._more.get(number)
        if page and not more and not children:
            return f"/Pg {pages[page]} 0 R/K {self._pieces[number]}"
        if page:
            for at, piece in [(page, self._pieces[number]), *(more or [])]:
                kids.append(f"<</Type/MCR/Pg {pages[at]} 0 R/MCID {piece}>>")
        kids += [f"{start + child} 0 R" for child in children or ()]
        return f"/K[{' '.join(kids)}]"


def open_page(canvas: Any) -> None:
    """What is drawn from here is an ornament until something is named."""
    canvas.code.append(_ORNAMENT)


def close_page(canvas: Any) -> None:
    """Ends the marks of a page."""
    if canvas.code[-1] == _ORNAMENT:
        canvas.code.pop()
    else:
        canvas.code.append("EMC")


@contextmanager
def named(canvas: Any, kind: str, *, key: object = None, attributes: str = "") -> Iterator[None]:
    """What is drawn inside is one piece of an element. Inside another such piece it is no more than a part of that."""
    structure: Structure = canvas.structure
    if structure.drawing or structure.silent:
        yield
        return
    number = structure.piece(structure.element(kind, key, attributes), canvas.getPageNumber())
    close_page(canvas)
    canvas.code.append(f"/{kind} <</MCID {number}>> BDC")
    structure.drawing = True
    try:
        yield
    finally:
        structure.drawing = False
        canvas.code.extend(("EMC", _ORNAMENT))


@contextmanager
def group(canvas: Any, kind: str, *, key: object = None, attributes: str = "") -> Iterator[None]:
    """What is named inside stands in one element (a table, a row, a list)."""
    structure: Structure = canvas.structure
    if structure.drawing or structure.silent:
        yield
        return
    with structure.inside(structure.element(kind, key, attributes)):
        yield


@contextmanager
def ornament(canvas: Any) -> Iterator[None]:
    """What is drawn inside is not read: the repeated head of a table."""
    structure: Structure = canvas.structure
    before, structure.silent = structure.silent, True
    try:
        yield
    finally:
        structure.silent = before


@contextmanager
def page_furniture(canvas: Any) -> Iterator[None]:
    """What is drawn inside stands on every page and is not read."""
    close_page(canvas)
    canvas.code.append(_PAGE_FURNITURE)
    with ornament(canvas):
        yield
    canvas.code.extend(("EMC", _ORNAMENT))


@contextmanager
def figure(canvas: Any, alternative: str, x: float, y: float, width: float, height: float) -> Iterator[None]:
    """What is drawn inside, in the box whose lower left corner is (x, y), is a picture told in words."""
    left, low = canvas.absolutePosition(x, y)
    box = f"{left:.1f} {low:.1f} {left + width:.1f} {low + height:.1f}"
    attributes = f"/Alt{text_string(alternative)}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    with named(canvas, "Figure", attributes=attributes):
        yield


def table_attributes(scope: str = "", columns: int = 1, rows: int = 1) -> str:
    """Attributes of a cell: what it heads («Column» or «Row») and how many columns and rows it covers."""
    parts = f"/Scope/{scope}" if scope else ""
    parts += f"/ColSpan {columns}" if columns > 1 else ""
    parts += f"/RowSpan {rows}" if rows > 1 else ""
    return f"/A<</O/Table{parts}>>" if parts else ""
