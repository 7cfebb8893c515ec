"""The pages of a paper are leafed through and searched with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.reports.monthly_report import build
from desktop.ui.operations import Operations
from desktop.ui.paper import PAPER_SCALE, Paper, PaperDialog
from desktop.ui.widgets.pdf_pages import rendered
from desktop.ui.widgets.pdf_text import find, read_texts
from tests.reports.samples import report
from tests.ui.conftest import FixedAsker, Hands
from tests.ui.screens.hands import settle


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return build(report())


@pytest.fixture
def operations(qapp: object) -> Iterator[Operations]:
    made = Operations(FixedAsker())
    yield made
    made.wait(10_000)


@pytest.fixture
def dialog(qtbot: QtBot, operations: Operations, pdf: bytes) -> PaperDialog:
    made = PaperDialog(None, operations, Paper("گزارش", "report.pdf", lambda: pdf), rendered(pdf, PAPER_SCALE))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_words_are_found_however_gaps_letters_and_digits_are_typed(pdf: bytes) -> None:
    texts = read_texts(pdf)
    counts = {query: len(find(texts, query)) for query in ("پیش\u200cنویس", "پیش نویس", "پيشنويس", "پیش‌نويس")}
    assert len(set(counts.values())) == 1, counts
    assert counts["پیش نویس"] >= 1
    assert len(find(texts, "ثبت شدۀ ماه")) == len(find(texts, "ثبت‌شدهٔ ماه")) >= 1
    assert len(find(texts, "1404/06/12")) == len(find(texts, "۱۴۰۴/۰۶/۱۲")) == len(find(texts, "١٤٠٤/٠٦/١٢")) == 1
    assert len(find(texts, "186500000")) == len(find(texts, "۱۸۶٬۵۰۰٬۰۰۰"))
    assert find(texts, "هیچ‌کجانیست") == find(texts, " ") == find(texts, "،") == []


def test_a_hit_lies_where_the_word_is_printed(pdf: bytes) -> None:
    (title, *_others) = find(read_texts(pdf), "گزارش عملکرد ماهانه")
    (box,) = title.boxes
    (page, *_rest) = rendered(pdf, 1.0).images
    ink = [
        (x, y)
        for x in range(int(box.left()), int(box.right()))
        for y in range(int(box.top()), int(box.bottom()))
        if page.pixelColor(x, y).lightness() < 160
    ]
    assert title.page == 0
    assert len(ink) > 100
    assert box.width() > 3 * box.height()


def test_the_keys_lead_from_place_to_place_and_back_to_the_page(
    qtbot: QtBot, dialog: PaperDialog, operations: Operations, type_fa: Hands, pdf: bytes
) -> None:
    reader = dialog.reader
    many = len(find(read_texts(pdf), "نیاز"))
    assert many > 2
    assert not reader.bar.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(reader.line.hasFocus)
    type_fa(reader.line, "نياز")
    settle(qtbot, operations)
    last = reader.counter.text().replace("۱ از", "").strip()
    assert reader.counter.text() == f"۱ از {last}"
    qtbot.keyClick(reader.line, Qt.Key.Key_F3)
    assert reader.counter.text() == f"۲ از {last}"
    qtbot.keyClick(reader.line, Qt.Key.Key_Return)
    assert reader.counter.text() == f"۳ از {last}"
    for _step in range(3):
        qtbot.keyClick(reader.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.counter.text() == f"{last} از {last}"
    assert reader.strip.currentRow() == reader.pages.current_page() > 0
    reader.line.clear()
    type_fa(reader.line, "هیچ‌کجانیست")
    settle(qtbot, operations)
    assert reader.counter.text() == "چیزی یافت نشد"
    for _time in range(2):  # the first empties the line
        qtbot.keyClick(reader.line, Qt.Key.Key_Escape)
    assert not reader.bar.isVisible()
    assert dialog.isVisible()


def test_the_strip_of_small_pages_leads_to_a_page(qtbot: QtBot, dialog: PaperDialog) -> None:
    strip = dialog.reader.strip
    assert strip.isVisible()
    assert [strip.item(row).text() for row in range(3)] == ["۱", "۲", "۳"]
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.reader.pages.current_page() == 1)
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.reader.pages.current_page() == strip.count() - 1)


def test_a_paper_is_saved_and_opened_in_the_viewer_of_the_computer(
    qtbot: QtBot, dialog: PaperDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: bytes
) -> None:
    opened: list[str] = []

    def no_viewer(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "sheet"), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", no_viewer)
    (wanted,) = [one for one in dialog.findChildren(QPushButton) if one.text().strip() == "ذخیره و باز کردن…"]
    wanted.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [str(tmp_path / "sheet.pdf")]
    assert (tmp_path / "sheet.pdf").read_bytes() == pdf
    asker = dialog._operations._asker
    assert isinstance(asker, FixedAsker)
    assert "باز نکرد" in asker.asked[0][1]
