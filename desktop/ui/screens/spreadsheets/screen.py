"""The screen «ورود و خروج»: choose a file, match its columns, look what would happen, take it in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services.spreadsheets.exporting import Exported, export_file
from desktop.services.spreadsheets.importing import Outcome, Wish, import_file, missing_columns, opened_match
from desktop.services.spreadsheets.refused import shown_cell
from desktop.ui.operations import Operations, Progress
from desktop.ui.screens.spreadsheets.choose_page import ChoosePage
from desktop.ui.screens.spreadsheets.match_page import Looked, MatchPage
from desktop.ui.screens.spreadsheets.review_page import ReviewPage
from desktop.ui.widgets.labels import badge, h1, muted, set_badge
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import said, told_all

_SAMPLES = 3
Finder = Callable[[QWidget, str, str], Path | None]


class SpreadsheetsScreen(QWidget):
    """Three steps; nothing is written before the end of the third."""

    open_record = Signal(str, str)

    def __init__(self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._path, self._wish = Path(), Wish()
        self.ask_source: Finder = ask_source
        self.ask_target: Finder = ask_target
        self.choosing, self.matching, self.review = ChoosePage(), MatchPage(), ReviewPage()
        self.pages = QStackedWidget()
        self.steps: list[QLabel] = []
        self.file = muted()
        self._lay_out()
        self._connect()
        self._show(self.choosing)

    def new_record(self) -> None:
        """Begins with another file."""
        self.choosing.show_problem("")
        self._show(self.choosing)
        self.choosing.choose.setFocus()

    def show_record(self, kind: str) -> None:
        """Begins with a file of this kind."""
        self.choosing.kinds.choose([kind])
        self.new_record()

    def look_at(self, path: Path, sheet: str = "") -> None:
        """Reads the headers of a file, beside the window."""
        office, kind = self._context.office, self.choosing.kind()
        self._path, self._wish = path, Wish(sheet)

        def work(progress: Progress) -> Looked:
            book, match = opened_match(office, kind, path, progress, Wish(sheet))
            under = [cells for number, cells in islice(match.sheet.rows(), 200) if number > match.header_row]
            samples = tuple(
                tuple(shown_cell(cells[place]) for cells in under[:_SAMPLES] if place < len(cells))
                for place in range(len(match.headers))
            )
            names = book.names
            book.close()
            return Looked(names, match, samples, missing_columns(office, kind, match))

        self._operations.run(work, self._looked, self._refused, title=self.tr("پرونده خوانده می‌شود"))

    def rehearse(self) -> None:
        """What would become of the rows."""
        self._wish = Wish(self.matching.sheets.currentText(), self.matching.taken())
        self._operations.run(
            lambda progress: self._work(progress, dry_run=True),
            self._reviewed,
            self._refused,
            title=self.tr("ردیف‌ها سنجیده می‌شوند"),
        )

    def run(self) -> None:
        """Takes the file in, as one commit."""
        self.review.start.setEnabled(False)
        self._operations.change(
            lambda progress: self._work(progress, dry_run=False),
            self._done,
            self._refused,
            title=self.tr("ردیف‌ها ثبت می‌شوند"),
            stopped=lambda: self.review.start.setEnabled(True),
        )

    def export(self) -> None:
        """Writes all records of the kind into a file that the user names."""
        office, kind = self._context.office, self.choosing.kind()
        path = self.ask_target(
            self, self.tr("خروجی {kind}").format(kind=said(KINDS[kind].plural)), f"{said(KINDS[kind].plural)}.xlsx"
        )
        if path is not None:
            self._operations.run(
                lambda progress: export_file(office, kind, path, progress),
                self._exported,
                self._refused,
                title=self.tr("خروجی نوشته می‌شود"),
            )

    def _work(self, progress: Progress, *, dry_run: bool) -> Outcome:
        kind = self.choosing.kind()
        return import_file(self._context.office, kind, self._path, progress, dry_run=dry_run, wish=self._wish)

    def _choose(self) -> None:
        path = self.ask_source(self, self.tr("برگزیدن پرونده"), "")
        if path is not None:
            self.look_at(path)

    def _looked(self, looked: Looked) -> None:
        self.file.setText(self._path.name)
        self.choosing.show_problem("")
        self.matching.show_file(self.choosing.kind(), looked)
        self._show(self.matching)

    def _reviewed(self, outcome: Outcome) -> None:
        self._show(self.review)
        self.review.show_outcome(outcome)

    def _done(self, outcome: Outcome) -> None:
        self.review.show_outcome(outcome)
        self._show(self.review, done=True)
        self._context.spelling.forget()

    def _exported(self, done: Exported) -> None:
        toast(self.window(), self.tr("%Ln ردیف نوشته شد.", "", done.rows))

    def _refused(self, problems: list[Problem]) -> None:
        """A file that cannot be taken sends back to the first step, with the reason."""
        self.choosing.show_problem(told_all(problems))
        self._show(self.choosing)
        self.choosing.choose.setFocus()

    def _show(self, page: QWidget, *, done: bool = False) -> None:
        self.pages.setCurrentWidget(page)
        self.file.setVisible(page is not self.choosing)
        at = self.pages.indexOf(page)
        for place, step in enumerate(self.steps):
            set_badge(step, step.text(), "ok" if place < at or done else "primary" if place == at else "muted")

    def _connect(self) -> None:
        self.choosing.file_wanted.connect(self._choose)
        self.choosing.dropped.connect(self.look_at)
        self.choosing.export_wanted.connect(self.export)
        self.matching.back.connect(self.new_record)
        self.matching.ready.connect(self.rehearse)
        self.matching.sheet_wanted.connect(lambda name: self.look_at(self._path, name))
        self.review.back.connect(lambda: self._show(self.matching))
        self.review.run.connect(self.run)
        self.review.again.connect(self.new_record)
        self.review.open_file.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("ورود و خروج")))
        for text in (self.tr("۱ · پرونده"), self.tr("۲ · ستون‌ها"), self.tr("۳ · بازبینی و ثبت")):
            self.steps.append(badge(text))
            head.addWidget(self.steps[-1])
        head.addWidget(self.file)
        head.addStretch(1)
        for page in (self.choosing, self.matching, self.review):
            self.pages.addWidget(page)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(self.pages, 1)
        self.setFocusProxy(self.choosing.choose)


def ask_source(parent: QWidget, title: str, _name: str) -> Path | None:
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, "", "*.xlsx *.xls *.xlsm *.ods *.csv *.txt;;*")
    return Path(chosen) if chosen else None


def ask_target(parent: QWidget, title: str, name: str) -> Path | None:
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, name, "Excel (*.xlsx);;CSV (*.csv)")
    return Path(chosen) if chosen else None


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    return SpreadsheetsScreen(context, operations, asker, parent)
