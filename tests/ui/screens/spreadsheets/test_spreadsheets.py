"""The three steps of an import, driven as a user drives them, and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.ui.shell.main_window import MainWindow
from tests.factories import make_office
from tests.services.spreadsheets.sheets import HEADERS, cells_of, row, workbook
from tests.ui.program import rest, window_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office"), tmp_path / "none") as shown:
        yield shown


def screen_of(qtbot: QtBot, window: MainWindow) -> Any:
    residents: Any = window.show_screen("residents")
    residents.open_record.emit("spreadsheet", "person")
    rest(qtbot, window)
    return window.screen_shown()


def test_reasons_speak_the_language_of_the_window_and_the_file_stays_persian(
    qtbot: QtBot, english: None, window: MainWindow, tmp_path: Path
) -> None:
    screen = screen_of(qtbot, window)
    headers = ["Mobile" if text == "موبایل" else text for text in HEADERS]
    screen.look_at(workbook(tmp_path / "a.xlsx", [row(1, موبایل="12"), row(2, جنسیت="")], headers))
    rest(qtbot, window)
    screen.rehearse()
    rest(qtbot, window)
    reasons = [screen.review.table.lazy_model.row(at)[2] for at in range(2)]
    assert reasons[0].startswith("Mobile: ")
    assert reasons[1].endswith("This field is empty.")
    assert not any("\u0600" <= letter <= "\u06ff" for letter in reasons[0] + reasons[1].removeprefix("جنسیت"))
    screen.run()
    rest(qtbot, window)
    assert cells_of(screen.review.outcome.refused_file)[1][-1].startswith("Mobile: شمارهٔ همراه")


def people(window: MainWindow) -> int:
    with window.context.office.read() as rows:
        return len(rows.find("person"))


def test_a_file_goes_in_by_keyboard_in_three_steps(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    headers = ["ستون یک", *HEADERS[1:]]
    path = workbook(tmp_path / "اهالی.xlsx", [row(1), row(2), row(2), row(3, موبایل="12")], headers)
    screen = screen_of(qtbot, window)
    assert screen.choosing.choose.hasFocus()
    screen.ask_source = lambda *_words: path
    qtbot.keyClick(screen.choosing.choose, Qt.Key.Key_Space)
    rest(qtbot, window)
    page = screen.matching
    assert "نام" in page.warning.text()
    assert not page.next.isEnabled()
    box = page.boxes[0]
    assert (box.accessibleName(), box.hasFocus()) == ("ستون یک", True)
    box.setCurrentIndex(box.findData("first_name"))
    assert page.next.isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_F2)
    rest(qtbot, window)
    review = screen.review
    assert screen.pages.currentWidget() is review
    assert review.table.lazy_model.row(1)[2] == "تکراری: ردیف ۳"
    assert {name: shown.text() for name, shown in review.counts.items()} == {
        "rows": "۴", "added": "۲", "changed": "۰", "doubles": "۱", "refused": "۱",
    }  # fmt: skip
    assert people(window) == 0
    assert review.table.lazy_model.row(0)[2].startswith("موبایل:")
    qtbot.keyClick(review.start, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert people(window) == 2
    assert review.refused.isVisible()
    assert not review.start.isVisible()
    opened: list[Path] = []
    review.open_file.disconnect()
    review.open_file.connect(opened.append)
    review.refused.click()
    assert cells_of(opened[0])[1][0] == "لیلا"
    residents: Any = window.show_screen("residents")
    rest(qtbot, window, 60)
    assert residents.list.count.text().startswith("۲")


def test_a_dropped_file_that_cannot_be_read_says_why(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    screen = screen_of(qtbot, window)
    bad = tmp_path / "a.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bad))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen.choosing.dropEvent(drop)
    rest(qtbot, window)
    assert screen.pages.currentWidget() is screen.choosing
    assert "صفحه‌گسترده نیست" in screen.choosing.problem.text()


def test_records_are_written_as_a_sheet(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    screen = screen_of(qtbot, window)
    screen.look_at(workbook(tmp_path / "in.xlsx", [row(1)]))
    rest(qtbot, window)
    screen.rehearse()
    rest(qtbot, window)
    screen.run()
    rest(qtbot, window)
    screen.new_record()
    screen.ask_target = lambda *_words: tmp_path / "out.xlsx"
    screen.choosing.export.click()
    rest(qtbot, window)
    assert len(cells_of(tmp_path / "out.xlsx")) == 2
