"""A month is closed on its screen by keys: what blocks it, what is written, the signature, the province's answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.records import change_record
from desktop.services.report_life import make_report, report_of
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.saving import save
from desktop.ui.screens.reports.cells_dialog import CellsDialog
from desktop.ui.screens.reports.rows_dialog import RowsDialog
from desktop.ui.screens.reports.screen import ReportsScreen, make_screen
from desktop.ui.screens.reports.side import MONTHS, SIGNING, TEXTS
from desktop.ui.screens.reports.signing import SignDialog
from desktop.ui.screens.reports.texts import SectionText
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import open_dialog, press, settle
from tests.ui.screens.made_office import add_needs, context_of, make_office, running_workshop

MONTH = "1404-06"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 22)
    with made.write() as work:
        running_workshop(work)
        add_needs(work)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, qapp: object, office: OfficeFile) -> Iterator[ReportsScreen]:
    window = QWidget()
    window.resize(1150, 708)
    operations = Operations(FixedAsker(), lambda: window)
    made = make_screen(context_of(office), operations, FixedAsker(), window)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window, before_close_func=lambda _window: settle(qtbot, operations))
    with qtbot.waitActive(window):
        window.show()
    settle(qtbot, operations)
    yield made
    operations.wait(10_000)


def dialog_of(kind: type, qtbot: QtBot) -> QWidget:
    def found() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=5000)
    return found()[0]


def shows(screen: ReportsScreen, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in screen.strip.sentence.text() + screen.strip.badge.text(), timeout=8000)
    settle(qtbot, screen._operations)


def settle_sessions(screen: ReportsScreen, office: OfficeFile) -> None:
    """What the screen of workshops does with the sessions that block the month."""
    blocking = [one.record_id for one in screen.deeds.desk.blockers] if screen.deeds.desk else []

    def act(work: object) -> None:
        for session in blocking:
            change_record(work, "workshop_session", session, {"held": False})  # type: ignore[arg-type]

    screen._operations.change(lambda _progress: save(office, act))


def test_a_month_is_written_signed_sent_and_returned_by_keys(
    screen: ReportsScreen, qtbot: QtBot, office: OfficeFile
) -> None:
    shows(screen, qtbot, "۳ چیز جلوی امضا را گرفته است")
    qtbot.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.side.chips.choice() == SIGNING)
    opened: list[tuple[str, str]] = []
    screen.open_record.connect(lambda kind, record: opened.append((kind, record)))
    go = next(one for one in screen.side.blockers.findChildren(QPushButton) if one.isVisible())
    qtbot.keyClick(go, Qt.Key.Key_Space)
    assert opened[0][0] == "workshop_session"
    settle_sessions(screen, office)
    shows(screen, qtbot, "آمادهٔ امضا")

    summary = written(screen, qtbot)
    signed(screen, qtbot)
    shows(screen, qtbot, "امضای حمید یزدان‌پناه")
    assert summary.box.isReadOnly()
    with office.read() as rows:
        report = report_of(rows, MONTH)
    assert report is not None
    assert report["narrative"] == [{"section": "summary", "text": "ماهی پربار بود."}]
    step(screen, qtbot, 0, sent_via="usb")
    shows(screen, qtbot, "فرستاده در")
    step(screen, qtbot, 1, return_reason="تعداد نشست‌ها هم‌خوان نیست", decision_no="۱۲")
    shows(screen, qtbot, "برگشت: تعداد نشست‌ها هم‌خوان نیست")
    screen.strip.version.click()
    shows(screen, qtbot, "آمادهٔ امضا")
    screen.side.turn(MONTHS)
    texts = [screen.side.months.list.item(place).text() for place in range(4)]
    assert texts[1:3] == ["شهریور ۱۴۰۴ — پیش‌نویس — نسخهٔ ۲", "\u2003نسخهٔ ۱ — برگشت‌خورده — ۱۴۰۴/۰۷/۰۲"]
    screen.side.months.list.setCurrentRow(2)
    shows(screen, qtbot, "برگشت: ")
    assert screen.strip.proof.isVisible()
    assert not screen.strip.version.isVisible()


def written(screen: ReportsScreen, qtbot: QtBot) -> SectionText:
    """The summary, first with a resident's name in it, which is refused, then without."""
    qtbot.keyClick(screen, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert screen.side.chips.choice() == TEXTS
    summary = screen.side.texts.sections["summary"]
    summary.box.setFocus()
    press("خانم مریم احمدی همراهی کرد.")
    summary.save_now()
    settle(qtbot, screen._operations)
    assert summary.problem.isVisible()
    summary.box.selectAll()
    press("ماهی پربار بود.")
    summary.save_now()
    settle(qtbot, screen._operations)
    assert summary.state.text() == "ذخیره شد."

    return summary


def signed(screen: ReportsScreen, qtbot: QtBot) -> None:
    """Only who has said that the pages were read can sign."""
    qtbot.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(SignDialog, qtbot)
    assert isinstance(dialog, SignDialog)
    assert not dialog.sign.isEnabled()
    qtbot.keyClick(dialog.read, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.sign, Qt.Key.Key_Space)


def step(screen: ReportsScreen, qtbot: QtBot, place: int, **told: str) -> None:
    screen.strip.steps[place].click()
    form = open_dialog(qtbot)
    form.form.type_values(told)
    form.frame.submit()


def opens_a_number_of_a_table(screen: ReportsScreen, qtbot: QtBot) -> None:
    """From the table of needs to a need, by keys; no list stays behind."""
    tables = {one.accessibleName(): one for one in screen.side.cards.findChildren(QPushButton)}
    qtbot.keyClick(tables["موجودی نیازها"], Qt.Key.Key_Space)
    cells = dialog_of(CellsDialog, qtbot)
    assert isinstance(cells, CellsDialog)
    cells.search.setFocus()
    press("جمع — تازه")
    qtbot.waitUntil(lambda: cells.list.count() == 1)
    assert cells.list.item(0).text() == "جمع — تازه: ۳"
    qtbot.keyClick(cells.list, Qt.Key.Key_Return)
    behind = dialog_of(RowsDialog, qtbot)
    assert isinstance(behind, RowsDialog)
    assert behind.list.count() == 3
    qtbot.keyClick(behind.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not cells.isVisible() and not behind.isVisible())


def test_every_figure_opens_its_rows_and_takes_a_note_but_no_other_number(
    screen: ReportsScreen, qtbot: QtBot, office: OfficeFile
) -> None:
    shows(screen, qtbot, "جلوی امضا")
    named = {one.accessibleName(): one for one in screen.side.cards.findChildren(QToolButton)}
    named["ردیف‌های پشت «نیازهای تازه»"].click()
    dialog = dialog_of(RowsDialog, qtbot)
    assert isinstance(dialog, RowsDialog)
    assert dialog.list.count() == 3
    dialog.search.setFocus()
    press("شناسنامه")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    opened: list[str] = []
    screen.open_record.connect(lambda kind, _record: opened.append(kind))
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened == ["need"]
    opens_a_number_of_a_table(screen, qtbot)
    assert opened == ["need", "need"]
    named["یادداشت برای «نیازهای تازه»"].click()
    form = open_dialog(qtbot)
    assert list(form.form.values()) == ["text"]
    press("دو نیاز در روز آخر آمد.")
    form.frame.submit()
    settle(qtbot, screen._operations)
    with office.write() as work:
        assert make_report(work, MONTH)["notes"] == [{"code": "I-06", "text": "دو نیاز در روز آخر آمد."}]
