"""The report of twelve pages as WeasyPrint makes it: the same Persian words in HTML, with our font."""

from __future__ import annotations

import importlib
from functools import cache

from desktop.domain.persian.digits import to_persian
from desktop.system.paths import resource
from tests.bench._paper import ROWS, SENTENCE_FA, TABLES, WORDS_FA, cells_of

_TITLES = ("ردیف", "شرح", "محله", "شمار", "سهم", "مبلغ")
_LOOK = """@font-face { font-family: V; src: url("%s") } body { font-family: V; font-size: 10pt }
td, th { border-bottom: 0.4pt solid #999 } table { width: 100%%; border-collapse: collapse }
thead { background: #e3f1ef }
@page { size: A4; @bottom-center { content: counter(page) " / " counter(pages) } }"""


def weasyprint() -> bytes:
    """The report; whoever asks has WeasyPrint."""
    made: bytes = importlib.import_module("weasyprint").HTML(string=_page()).write_pdf()
    return made


@cache
def _page() -> str:
    font = resource("fonts", "Vazirmatn-Regular.ttf").as_uri()
    return f'<html dir="rtl" lang="fa"><style>{_LOOK % font}</style>{"".join(map(_part, range(TABLES)))}</html>'


def _part(part: int) -> str:
    """A title, a paragraph, bars in the first three, and a table."""
    bars = "".join(
        f'<rect x="{k * 50}" y="{100 - k * 10}" width="30" height="{10 + k * 10}" fill="teal"/>' for k in range(8)
    )
    chart = f'<svg width="430" height="120">{bars}</svg>' if part < 3 else ""
    head = "".join(f"<th>{title}</th>" for title in _TITLES)
    rows = "".join(_row(part * ROWS + number) for number in range(ROWS))
    title = f"<h2>بخش {to_persian(str(part + 1))}</h2><p>{SENTENCE_FA}</p>"
    return f"{title}{chart}<table><thead><tr>{head}</tr></thead>{rows}</table>"


def _row(number: int) -> str:
    return "<tr>" + "".join(f"<td>{to_persian(cell)}</td>" for cell in cells_of(WORDS_FA, number)) + "</tr>"
