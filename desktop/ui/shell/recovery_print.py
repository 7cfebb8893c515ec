"""The printed sheet of the recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.printing import note_recovery_sheet, recovery_sheet
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper import PAPER_SCALE, Paper, PaperDialog
from desktop.ui.widgets.pdf_pages import rendered


def sheet_printer(parent: QWidget, operations: Operations, office: OfficeFile, code: str) -> Callable[[], str]:
    """What the button of the recovery page does: shows the sheet, from where it is printed or saved."""

    def show() -> str:
        title = QCoreApplication.translate("Recovery", "برگهٔ بازیابی")
        pdf = recovery_sheet(office, code)
        pages = rendered(pdf, PAPER_SCALE, parent.devicePixelRatioF())
        paper = Paper(title, "recovery.pdf", lambda: pdf, lambda: note_recovery_sheet(office))
        if not PaperDialog(parent, operations, paper, pages).exec():
            return ""
        return QCoreApplication.translate("Recovery", "برگهٔ بازیابی آماده شد؛ آن را در جای امنی بگذارید.")

    return show
