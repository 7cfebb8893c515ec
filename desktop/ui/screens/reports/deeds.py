"""What is done to the report of a month from its screen; each deed in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.fields import About, Input
from desktop.domain.indicators import DEFINITIONS
from desktop.domain.lifecycle import Transition
from desktop.domain.monthly_report import DRAFT, SIGNED
from desktop.domain.record import Row
from desktop.services.figure_rows import RowsBehind, rows_behind
from desktop.services.kept_drafts import FormName
from desktop.services.overview import desk_of
from desktop.services.records import step_record
from desktop.services.report_life import make_report, write_note, write_text
from desktop.services.report_snapshot import Proof, signed_report, verify
from desktop.services.report_views import ReportDesk
from desktop.services.table_rows import TableFigure, table_figures
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.reports.cards import figure
from desktop.ui.screens.reports.cells_dialog import CellsDialog, figure_title, table_titles
from desktop.ui.screens.reports.rows_dialog import RowsDialog
from desktop.ui.screens.reports.side import SIGNING, SidePanel
from desktop.ui.screens.reports.signing import SignDialog
from desktop.ui.sources import sources_of
from desktop.ui.step_form import Record, take_step
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import grouped, month_title, said

_NOTE = About(label="یادداشت", input=Input.LINES, longest=500, help="کنار رقم چاپ می‌شود؛ خود رقم تغییر نمی‌پذیرد.")


class ReportDeeds(QObject):
    """Works on the report that was shown last."""

    def __init__(self, parts: Parts, screen: QWidget, side: SidePanel, go: Callable[[str, str], object]) -> None:
        """`go` leads to a record."""
        super().__init__(screen)
        context, self._operations, self._asker = self._parts = parts
        self._office, self._screen, self._side, self._go = context.office, screen, side, go
        self.desk: ReportDesk | None = None
        side.texts.written.connect(self._write)

    def sign(self) -> None:
        """Says what a signature means, and signs; what stands in the way is shown first."""
        if self.desk is None:
            return
        if self.desk.blockers:
            self._side.turn(SIGNING, focus=True)
            return
        month = self.desk.month
        with self._office.read() as rows:
            name = desk_of(rows, self._office.actor).user_name
        self._side.texts.save_now()
        dialog = SignDialog(self._screen.window(), month, name)
        dialog.accepted.connect(lambda: self._sign(month))
        dialog.open()

    def step(self, step: Transition) -> None:
        """Sent, accepted or returned: what the step asks is asked first."""
        if self.desk is not None and self.desk.report is not None:
            record = Record("monthly_report", self.desk.report, self.desk.today, self.desk.seen)
            take_step(self._screen, self._parts, record, step)

    def begin_version(self) -> None:
        """A new draft in place of the version that came back."""
        if self.desk is None:
            return
        month = self.desk.month

        def done(saved: Saved[Row]) -> None:
            told = self.tr("نسخهٔ تازهٔ گزارش {month} آغاز شد.").format(month=month_title(month))
            tell_saved(self._screen, self._operations, self._office, told, saved.changes)

        self._operations.change(saving(self._office, lambda work: make_report(work, month)), done)

    def prove(self) -> None:
        """Whether the report still says what was signed."""
        report = self.desk.report if self.desk else None
        if report is None:
            return

        def work(_progress: object) -> Sequence[Proof]:
            with self._office.read() as rows:
                return verify(rows, rows.get("monthly_report", report["id"]) or report)

        self._operations.run(work, self._tell_proofs)

    def open_rows(self, code: str) -> None:
        """The records behind a figure."""
        if self.desk is None:
            return
        indicator = self.desk.indicators[code]
        told = said(indicator.definition.title), figure(indicator, indicator.value)
        self._open_rows(self._screen.window(), self.desk.month, code, told)

    def open_table(self, section: str) -> None:
        """The numbers of a table: of a signed report as they were signed, of a draft as they are now."""
        if self.desk is None:
            return
        from desktop.services.money_told import told_report
        from desktop.services.monthly import monthly_report

        month, report = self.desk.month, self.desk.report

        def work(_progress: object) -> list[TableFigure]:
            with self._office.read() as rows:
                is_draft = report is None or report["status"] == DRAFT
                found = monthly_report(rows, month, "") if report is None or is_draft else signed_report(report)
                found = told_report(rows.role, found)
            return [one for one in table_figures(found) if one.section == section]

        def show(figures: list[TableFigure]) -> None:
            dialog = CellsDialog(self._screen.window(), table_titles()[section], figures)
            dialog.rows_wanted.connect(partial(self._open_cell, dialog, month))
            dialog.open()

        self._operations.run(work, show)

    def _open_cell(self, dialog: CellsDialog, month: str, cell: TableFigure) -> None:
        self._open_rows(dialog, month, cell.cell, (figure_title(cell), grouped(cell.value)), cell.of)

    def _open_rows(self, above: QWidget, month: str, code: str, told: tuple[str, str], of: str = "") -> None:
        """Above a list of figures, which closes as soon as a record is opened; `told` is a title and a value."""

        def work(_progress: object) -> RowsBehind:
            with self._office.read() as rows:
                return rows_behind(rows, month, code, of)

        def show(found: RowsBehind) -> None:
            dialog = RowsDialog(above, *told, found)
            dialog.open_record.connect(self._go)
            if isinstance(above, CellsDialog):
                dialog.accepted.connect(above.accept)
            dialog.open()

        self._operations.run(work, show)

    def note(self, code: str) -> None:
        """The note beside a figure."""
        if self.desk is None:
            return
        month = self.desk.month
        title = self.tr("یادداشت برای «{figure}»").format(figure=said(DEFINITIONS[code].title))
        dialog = FormDialog(
            self._screen.window(), title, {"text": _NOTE}, sources_of(self._parts[0]), self.tr("ثبت یادداشت")
        )

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return write_note(work, make_report(work, month)["id"], code, str(given["text"] or ""))

        deed = Deed(act, lambda _row: self.tr("یادداشت ثبت شد."), lambda _saved: None, self.desk.seen)
        name = FormName("monthly_report", month, f"note:{code}")
        open_form(self._parts, dialog, name, {"text": self.desk.notes.get(code, "")}, deed)

    def _write(self, code: str, text: str) -> None:
        """Saved while it is written; a refusal stands below the text, which stays."""
        if self.desk is None:
            return
        month, texts = self.desk.month, self._side.texts

        def act(work: UnitOfWork) -> Row:
            return write_text(work, make_report(work, month)["id"], code, text)

        self._operations.change(
            saving(self._office, act, self.desk.seen),
            lambda _saved: texts.saved(code, text),
            partial(texts.refused, code),
        )

    def _sign(self, month: str) -> None:
        def act(work: UnitOfWork) -> Row:
            return step_record(work, "monthly_report", make_report(work, month)["id"], SIGNED, {})

        def done(_saved: Saved[Row]) -> None:
            told = self.tr("گزارش {month} امضا شد.").format(month=month_title(month))
            toast(self._screen.window(), told)

        title = self.tr("امضای گزارش")
        self._operations.change(saving(self._office, act), done, title=title)

    def _tell_proofs(self, proofs: Sequence[Proof]) -> None:
        if all(proof.ok for proof in proofs):
            toast(self._screen.window(), self.tr("این گزارش همان است که امضا شد."))
            return
        title = self.tr("این گزارش آن نیست که امضا شد")
        told = self.tr("رقم‌ها یا متن‌های نگه‌داشته با اثر امضا نمی‌خواند. پروندهٔ دفتر را از پشتیبان بررسی کنید.")
        self._asker.tell(self._screen, title, told)
