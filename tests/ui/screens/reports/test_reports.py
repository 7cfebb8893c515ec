"""The month in figures, its real pages, paper and file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.indicators import Indicator
from desktop.services.printing import make_document
from desktop.store.audit import lines
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper import Paper, PaperDialog, office_paper, show_paper
from desktop.ui.screens.reports.cards import beside_text, change_text, figure
from desktop.ui.screens.reports.screen import ReportsScreen, file_name, make_screen
from tests.reports.pdf_reading import page_texts
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import settle
from tests.ui.screens.made_office import add_needs, context_of, make_office, running_workshop


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 22)
    with made.write() as work:
        add_needs(work)
        running_workshop(work)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, qapp: object, office: OfficeFile) -> Iterator[ReportsScreen]:
    window = QWidget()
    window.resize(1150, 708)
    asker = FixedAsker()
    operations = Operations(asker, lambda: window)
    made = make_screen(context_of(office), operations, asker, window)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window, before_close_func=lambda _window: settle(qtbot, operations))
    with qtbot.waitActive(window):
        window.show()
    settle(qtbot, operations)
    yield made
    operations.wait(10_000)


def words(screen: ReportsScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def test_the_last_whole_month_is_shown_first_with_its_real_pages(screen: ReportsScreen, qtbot: QtBot) -> None:
    assert screen.picker.month() == "1404-06"
    qtbot.waitUntil(lambda: screen.preview.pages.page_count() >= 2, timeout=8000)
    pages = screen.preview.pages.page_count()
    assert screen.preview.place.text() == f"برگ ۱ از {'۰۱۲۳۴۵۶۷۸۹'[pages]}"
    picture = screen.preview.pages._pages[0].grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, 400, 7)}
    assert len(colours) > 5
    assert "شرکت‌کنندهٔ یکتا" in words(screen)


def test_the_pages_can_be_made_larger_and_turned(screen: ReportsScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.preview.pages.page_count() >= 2, timeout=8000)
    before = screen.preview.pages._pages[0].width()
    screen.preview._step_zoom(1)
    qtbot.waitUntil(lambda: screen.preview.pages._pages[0].width() > before, timeout=5000)
    qtbot.waitUntil(lambda: screen.preview.scale.text() == "۶۷٪", timeout=5000)
    qtbot.waitUntil(lambda: screen.preview.pages.verticalScrollBar().maximum() > 800)
    screen.preview._turn(1)
    assert screen.preview.place.text().startswith("برگ ۲")


def test_an_empty_month_says_so_and_can_be_seen_all_the_same(screen: ReportsScreen, qtbot: QtBot) -> None:
    screen.show_month("1402-03")
    qtbot.waitUntil(lambda: "در خرداد ۱۴۰۲ چیزی ثبت نشده است" in words(screen), timeout=5000)
    assert not screen.print.isEnabled()
    screen._preview("1402-03")
    qtbot.waitUntil(lambda: screen.preview.pdf() is not None, timeout=8000)
    assert screen.print.isEnabled()


def test_the_pages_go_to_the_printer_as_large_as_they_are(screen: ReportsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: screen.preview.pdf() is not None, timeout=8000)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(100)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    screen.preview.print_on(printer)
    qtbot.waitUntil(lambda: not screen._operations.is_busy(), timeout=20_000)
    paper = PdfReader(tmp_path / "paper.pdf")
    assert len(paper.pages) == screen.preview.pages.page_count()
    assert round(float(paper.pages[0].mediabox.width)) == 595


def test_the_file_is_named_after_the_month_and_written(screen: ReportsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: screen.preview.pdf() is not None, timeout=8000)
    assert file_name("1404-06", "monthly_report") == "گزارش-شهریور-۱۴۰۴.pdf"
    assert file_name("1404-06", "needs_register") == "نیازها-شهریور-۱۴۰۴.pdf"
    screen.preview.write_file(tmp_path / "report.pdf")
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("report.pdf"))), timeout=5000)
    settle(qtbot, screen._operations)
    assert (tmp_path / "report.pdf").read_bytes() == screen.preview.pdf()


def test_looking_at_the_pages_is_no_printing_but_saving_them_is(
    screen: ReportsScreen, qtbot: QtBot, office: OfficeFile, tmp_path: Path
) -> None:
    def printed() -> list[tuple[str, str]]:
        with office.read() as rows:
            found = lines(rows.connection)
        return [(line["entity"], line["entity_id"]) for line in found if line["action"] == "print"]

    qtbot.waitUntil(lambda: screen.preview.pdf() is not None, timeout=8000)
    assert printed() == []
    screen.preview.write_file(tmp_path / "report.pdf")
    settle(qtbot, screen._operations)
    assert printed() == [("monthly_report", "1404-06")]


def test_months_are_compared_and_followed_through_the_year_by_keys(screen: ReportsScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.preview.pdf() is not None, timeout=8000)

    def text() -> str:
        settle(qtbot, screen._operations)
        return page_texts(screen.preview.pdf() or b"")[0]

    def choose(title: str) -> None:
        screen.paper.setFocus()
        while screen.paper.currentText() != title:
            before = screen.paper.currentIndex()
            qtbot.keyClick(screen.paper, Qt.Key.Key_Down)
            assert screen.paper.currentIndex() > before

    assert not screen.against.isVisible()
    choose("مقایسهٔ دو ماه، نسخهٔ داخلی")
    qtbot.waitUntil(screen.against.isVisible)
    assert "مرداد ۱۴۰۴" in text()
    qtbot.keyClick(screen.against.box, Qt.Key.Key_Down)
    assert "شهریور ۱۴۰۳" in text()
    assert screen.against.month("1404-06") == "1403-06"
    choose("روند سال، نسخهٔ داخلی")
    qtbot.waitUntil(lambda: not screen.against.isVisible())
    assert "سال ۱۴۰۴" in text()
    choose("روند دوازده ماه گذشته، نسخهٔ بیرونی")
    assert "از مهر ۱۴۰۳ تا شهریور ۱۴۰۴" in text()


def test_a_paper_in_its_own_dialog_is_noted_when_it_is_saved(
    screen: ReportsScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[int] = []
    pdf = make_document(screen._context.office, "monthly_report", month="1404-06")
    paper = Paper("گزارش", "report.pdf", lambda: pdf, lambda: noted.append(1))
    show_paper(screen, screen._operations, paper)
    settle(qtbot, screen._operations)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperDialog) and w.isVisible())
    assert noted == []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "sheet"), ""))
    dialog._save()
    settle(qtbot, screen._operations)
    assert (tmp_path / "sheet.pdf").read_bytes() == pdf
    assert noted == [1]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("value", "previous", "expected"),
    [
        (15, 12, ("trending-up", "ماه پیش: ۱۲ · ۳ (۲۵٪) بیشتر")),
        (9, 12, ("trending-down", "ماه پیش: ۱۲ · ۳ (۲۵٪) کمتر")),
        (12, 12, ("minus", "ماه پیش: ۱۲ · بی‌تغییر")),
        (3, 0, ("trending-up", "ماه پیش: ۰ · ۳ بیشتر")),
        (None, 4, ("minus", "ماه پیش: —")),
    ],
)
def test_the_change_is_told_in_words(value: float | None, previous: float, expected: tuple[str, str]) -> None:
    assert change_text(Indicator("I-06", value, previous=previous)) == expected


def test_a_median_stands_with_those_who_never_answered() -> None:
    beside = {"n": 5, "unanswered": 3, "unanswered_median_age": 23, "unanswered_oldest_age": None}
    median = Indicator("I-13", 14, previous=13.5, beside=beside)
    assert figure(median, 14) == "۱۴ روز"
    assert beside_text(median) == (
        "نخستین پاسخ‌های ماه: ۵، ارجاع بی‌پاسخ: ۳، میانهٔ عمر بی‌پاسخ‌ها: ۲۳ روز، قدیمی‌ترین بی‌پاسخ: —"
    )
    assert change_text(median) == ("trending-up", "ماه پیش: ۱۳٫۵ روز · ۰٫۵ بیشتر")


def test_shares_change_by_points_and_hidden_figures_stay_hidden() -> None:
    assert change_text(Indicator("I-03", 4.2, previous=4.0))[1] == "ماه پیش: ۴٫۰٪ · ۰٫۲ واحد بیشتر"
    assert figure(Indicator("I-15", 3, suppressed=True), 3) == "×"


def test_the_register_of_needs_has_a_copy_for_the_office_and_a_nameless_one(
    screen: ReportsScreen, qtbot: QtBot, office: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, named in ((1, True), (2, False)):
        screen.paper.setCurrentIndex(place)
        settle(qtbot, screen._operations)
        qtbot.waitUntil(lambda: screen.preview.pages.page_count() == 1, timeout=8000)
        assert screen.nameless.isVisible() is not named
        target = tmp_path / f"{place}.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, chosen=target: (str(chosen), ""))
        screen.save.click()
        settle(qtbot, screen._operations)
        with office.read() as rows:
            names = {f"{one['first_name']} {one['last_name']}" for one in rows.find("person")}
        text = " ".join(page.extract_text() for page in PdfReader(target).pages)
        assert any(name in text for name in names) is named
    with office.connection() as connection:
        told = connection.exec_driver_sql("SELECT detail FROM audit_log WHERE entity = 'needs_register'").scalars()
        assert list(told) == ["internal", "shared"]


def test_the_money_of_the_year_is_a_paper_only_for_who_may_read_it(
    qtbot: QtBot, screen: ReportsScreen, office: OfficeFile
) -> None:
    screen.paper.setCurrentIndex(screen.paper.findText("صورت اعتبار و هزینه"))
    settle(qtbot, screen._operations)
    qtbot.waitUntil(lambda: screen.preview.pages.page_count() == 1, timeout=8000)
    office.actor = replace(office.actor, role="facilitator")
    other = make_screen(context_of(office), screen._operations, FixedAsker())
    qtbot.addWidget(other)
    assert other.paper.findText("صورت اعتبار و هزینه") == -1


def test_a_paper_of_two_copies_turns_to_the_one_that_may_leave_the_office_and_back(
    qtbot: QtBot, screen: ReportsScreen, office: OfficeFile
) -> None:
    with office.read() as rows:
        workshop = rows.find("workshop")[0]["id"]
    paper = office_paper(office, "workshop_report", "کارگاه", "workshop.pdf", record_id=workshop)
    show_paper(screen, screen._operations, paper)

    def other_copy() -> str:
        settle(qtbot, screen._operations)
        (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, PaperDialog) and w.isVisible()]
        text = str(dialog.other.text()).strip()
        dialog.other.click()
        return text

    assert [other_copy() for _turn in range(3)] == ["نسخهٔ بیرونی", "نسخهٔ داخلی", "نسخهٔ بیرونی"]
    settle(qtbot, screen._operations)
