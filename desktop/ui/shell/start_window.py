"""The first window: login, or the founding of an office. Nothing of the data layer is imported for its first paint."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from desktop.system.key_file import accounts, has_office
from desktop.system.settings import Settings
from desktop.ui.application import LANGUAGE, languages
from desktop.ui.shell.brand import BrandPanel
from desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from desktop.store.key_slots import Cost
    from desktop.store.office_file import OfficeFile
    from desktop.ui.operations import Operations


class StartWindow(QWidget):
    """Emits the office once it is open."""

    painted = Signal()  # once, after the first paint
    opened = Signal(object)  # OfficeFile
    language_wanted = Signal(str)

    def __init__(self, folder: Path, settings: Settings, cost: Cost | None = None) -> None:
        """`cost` of the key of a new office; None for the usual one."""
        super().__init__()
        self._folder, self._settings, self._cost = folder, settings, cost
        self._painted = False
        self.setProperty("look", "page")
        self.setWindowTitle(self.tr("تسهیلگر"))
        self.resize(1020, 700)
        self.pages = QStackedWidget()
        self.language = button(LANGUAGE, self._show_languages, look="link")
        beside = QGridLayout()
        beside.addWidget(self.pages, 0, 0, 2, 2)
        beside.addWidget(self.language, 1, 1)  # over the last corner of the page
        beside.setRowStretch(0, 1)
        beside.setColumnStretch(0, 1)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(BrandPanel())
        inside.addLayout(beside, 1)
        if has_office(folder):
            self.show_login()
        else:
            self.show_welcome()

    @cached_property
    def operations(self) -> Operations:
        """What runs beside this window; loaded with the first that does."""
        from desktop.ui.operations import Operations
        from desktop.ui.widgets.questions import WindowAsker

        made = Operations(WindowAsker(), host=lambda: None)
        made.busy.connect(self.language.setDisabled)
        return made

    def page(self) -> QWidget | None:
        """The page shown now."""
        return self.pages.currentWidget()

    def show_login(self) -> None:
        from desktop.ui.shell.login_page import LoginPage

        known, last = accounts(self._folder), self._settings.text("account")
        page = LoginPage(self._folder, known, last, lambda: self.operations)
        page.opened.connect(self._logged_in)
        page.forgotten.connect(self.show_forgotten)
        page.restore_wanted.connect(self.show_restore)
        self._show(page, first=True)

    def show_welcome(self) -> None:
        from desktop.ui.shell.welcome_page import WelcomePage

        page = WelcomePage(self._folder)
        page.wanted.connect(self.show_founding)
        page.restore_wanted.connect(self.show_restore)
        self._show(page, first=True)

    def show_forgotten(self, username: str) -> None:
        from desktop.ui.shell.forgotten_page import ForgottenPage

        page = ForgottenPage(self._folder, username, self.operations, self._cost)
        page.opened.connect(self._opened)
        page.back.connect(self.show_login)
        self._show(page)
        page.code.setFocus()

    def show_restore(self, chosen: Path | None = None) -> None:
        from desktop.ui.shell.restore_page import RestorePage

        page = RestorePage(self._folder, self._settings, self.operations, chosen, self._cost)
        page.opened.connect(self._opened)
        page.back.connect(self.show_login if has_office(self._folder) else self.show_welcome)
        self._show(page)
        (page.password if page.preview else page.browse).setFocus()

    def show_founding(self) -> None:
        from desktop.ui.shell.found_page import FoundPage

        page = FoundPage(self._folder, self.operations, self._cost)
        page.founded.connect(self._founded)
        page.back.connect(self.show_welcome)
        self._show(page)
        page.form.focus_first()

    def show_recovery(self, code: str, print_sheet: Callable[[], str] | None, then: Callable[[], object]) -> None:
        from desktop.ui.shell.recovery_page import RecoveryPage

        page = RecoveryPage(code, print_sheet)
        page.done.connect(then)
        self._show(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _show(self, page: QWidget, *, first: bool = False) -> None:
        old = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.language.setVisible(first and len(languages()) > 1)
        if old is not None:
            self.pages.removeWidget(old)
            old.deleteLater()

    def _show_languages(self) -> None:
        from desktop.ui.shell.language_menu import show_languages

        show_languages(self.language, self.language_wanted.emit)

    def _founded(self, office: OfficeFile, code: str) -> None:
        """A recovery code is shown once: of a new office, or of one that was opened with the code before."""
        from desktop.ui.shell.recovery_print import sheet_printer

        self.show_recovery(code, sheet_printer(self, self.operations, office, code), lambda: self._opened(office, ""))

    def _logged_in(self, office: OfficeFile, slot: str) -> None:
        if not office.must_change:
            self._opened(office, slot)
            return
        from desktop.ui.shell.own_password_page import OwnPasswordPage

        page = OwnPasswordPage(office, self.operations, self._cost)
        page.done.connect(lambda: self._opened(office, slot))
        page.left.connect(office.close)
        page.left.connect(self.show_login)
        self._show(page)
        page.password.setFocus()

    def _opened(self, office: OfficeFile, slot: str) -> None:
        code, office.next_code = office.next_code, ""
        if code:  # the one before was used up
            self._founded(office, code)
            return
        if slot:
            self._settings.keep(account=slot)
        self.opened.emit(office)
