"""A report of twelve pages, ours in Persian and the same in stock ReportLab with Latin text; a register of many rows.

`python -m tests.bench._paper ours|stock|register ROWS` makes one in a process of its own and prints seconds and MB.
"""

from __future__ import annotations

import io
import sys
import time
from datetime import UTC, datetime
from typing import Any

TABLES, ROWS, COLUMNS = 10, 40, 6
WORDS_FA = [
    "نیاز",
    "خانوار",
    "آموزش",
    "کارگاه",
    "محلهٔ",
    "قلعه\u200cنو",
    "ارجاع",
    "پیگیری",
    "دستگاه",
    "گزارش",
    "دفتر",
    "سرپرست",
    "بهداشت",
    "مدرک",
]
WORDS_LA = [
    "need",
    "home",
    "class",
    "workshop",
    "quarter",
    "station",
    "refer",
    "follow",
    "agency",
    "report",
    "office",
    "health",
    "paper",
]
SENTENCE_FA = "در شهریور ۱۴۰۴ دفتر ۴۷ خانوار تازه ثبت کرد؛ یعنی ۲۰٫۵٪ بیشتر از ماه پیش (کد W-1404-07). " * 5
SENTENCE_LA = (
    "In September 2025 the office counted 47 new homes, which is 20.5% more than before (code W-1404-07). " * 5
)
MOMENT = datetime(2025, 10, 7, tzinfo=UTC)


def cells_of(words: list[str], number: int) -> list[str]:
    """A row of a table: names, a text of four words, numbers."""
    text = " ".join(words[(number + k * 3) % len(words)] for k in range(4))
    return [
        str(number),
        text,
        words[number % len(words)],
        str(number * 37 % 1000),
        f"{number % 97}",
        f"{number * 7919 % 100000}",
    ]


def ours() -> bytes:
    """The report as this program makes it."""
    from desktop.domain.persian.digits import to_persian
    from desktop.reports.layout.blocks import heading
    from desktop.reports.layout.charts import BarChart, Point
    from desktop.reports.layout.document import Metadata, page_of, render
    from desktop.reports.layout.paint import Page
    from desktop.reports.layout.paragraph import Paragraph
    from desktop.reports.layout.style import SMALL
    from desktop.reports.layout.table import Column, Row, Table

    def furniture(page: Page) -> None:
        page.text(page_of(page), page.width - 60, 30, SMALL)

    titles = ["ردیف", "شرح", "محله", "شمار", "سهم", "مبلغ"]
    story: list[Any] = []
    for part in range(TABLES):
        story += [*heading(f"بخش {to_persian(str(part + 1))}"), Paragraph(SENTENCE_FA)]
        if part < 3:
            story.append(BarChart([Point(WORDS_FA[k], 3 + k * 2) for k in range(8)]))
        rows = [Row([to_persian(cell) for cell in cells_of(WORDS_FA, part * ROWS + n)]) for n in range(ROWS)]
        story.append(Table([Column(title) for title in titles], rows, "جدول", "واحد: نفر"))
    return render(story, Metadata("گزارش", MOMENT), furniture=furniture)


def stock() -> bytes:
    """The same in ReportLab as its manual writes it, with Latin letters."""
    from reportlab.graphics.charts.barcharts import VerticalBarChart
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()
    story: list[Any] = []
    for part in range(TABLES):
        story += [Paragraph(f"Part {part + 1}", style["Heading2"]), Paragraph(SENTENCE_LA, style["Normal"])]
        if part < 3:
            drawing, chart = Drawing(450, 150), VerticalBarChart()
            chart.data, chart.categoryAxis.categoryNames = [[3 + k * 2 for k in range(8)]], WORDS_LA[:8]
            chart.width, chart.height = 430, 120
            drawing.add(chart)
            story.append(drawing)
        rows = [[Paragraph(cell, style["Normal"]) for cell in cells_of(WORDS_LA, part * ROWS + n)] for n in range(ROWS)]
        head = [
            Paragraph(f"<b>{title}</b>", style["Normal"]) for title in ("No", "Text", "Place", "Count", "Share", "Sum")
        ]
        look = [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
        story.append(LongTable([head, *rows], [40, 170, 70, 55, 45, 70], repeatRows=1, style=look))
    stream = io.BytesIO()

    def furniture(canvas: Any, _document: Any) -> None:
        canvas.drawString(60, 30, f"Page {canvas.getPageNumber()}")

    SimpleDocTemplate(stream).build(story, onFirstPage=furniture, onLaterPages=furniture)
    return stream.getvalue()


def register(rows: int) -> bytes:
    """A register of so many rows."""
    from desktop.domain.persian.digits import to_persian
    from desktop.reports.layout.document import Metadata, page_of, render
    from desktop.reports.layout.paint import Page
    from desktop.reports.layout.style import SMALL
    from desktop.reports.layout.table import Column, Row, Table

    def furniture(page: Page) -> None:
        page.text(page_of(page), page.width - 60, 30, SMALL)

    columns = [Column(title) for title in ("ردیف", "شرح", "محله", "شمار", "سهم", "مبلغ")]
    made = [Row([to_persian(cell) for cell in cells_of(WORDS_FA, n)]) for n in range(rows)]
    return render([Table(columns, made, "دفتر")], Metadata("دفتر", MOMENT), furniture=furniture)


def main() -> None:
    begin = time.perf_counter()
    if sys.argv[1] == "register":
        register(int(sys.argv[2]))
    else:
        {"ours": ours, "stock": stock}[sys.argv[1]]()
    taken = time.perf_counter() - begin
    try:
        import resource
    except ModuleNotFoundError:
        memory = 0.0
    else:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{taken} {memory}\n")


if __name__ == "__main__":
    main()
