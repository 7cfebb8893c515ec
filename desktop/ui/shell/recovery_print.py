"""The printed sheet of the recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.printing import recovery_sheet
from desktop.store.office_file import OfficeFile
from desktop.ui.paper import PaperDialog


def sheet_printer(parent: QWidget, office: OfficeFile, code: str) -> Callable[[], str]:
    """What the button of the recovery page does: shows the sheet, from where it is printed or saved."""

    def show() -> str:
        title = QCoreApplication.translate("Recovery", "برگهٔ بازیابی")
        dialog = PaperDialog(parent, title, recovery_sheet(office, code), "recovery.pdf")
        if not dialog.exec():
            return ""
        return QCoreApplication.translate("Recovery", "برگهٔ بازیابی آماده شد؛ آن را در جای امنی بگذارید.")

    return show
