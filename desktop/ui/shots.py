"""Pictures of every screen, dialog and printable: `python -m desktop.ui.shots OUTDIR [--data DIR] [--language en]`.

Without DIR a fictional office is made and thrown away; with it, TASHILGAR_USER and TASHILGAR_PASSWORD open it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.context import AppContext
from desktop.domain.clock import now, today_in_iran
from desktop.domain.offers import Offer
from desktop.domain.persian.calendar import jalali_month, shift_month
from desktop.services.demo.drafts import DemoWords
from desktop.services.demo.make import make_demo
from desktop.services.printing import make_document, printables, recovery_sheet
from desktop.services.registration import Registered
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder, open_office
from desktop.system.settings import Settings
from desktop.ui.application import PERSIAN, languages, make_application
from desktop.ui.operations import Operations
from desktop.ui.shell.help_dialog import HelpDialog
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.screens import SCREENS
from desktop.ui.shell.start_window import StartWindow
from desktop.ui.widgets import theme
from desktop.ui.widgets.pdf_pages import page_sizes, render_pages
from desktop.ui.widgets.question_dialog import Question
from desktop.ui.widgets.questions import Answer

SIZE = (1366, 768)
_PRINT_WIDTH = 900
_CODE = "7K2QD-9XWMA-4T6RV-0BJHN-C8EPS-3GZYF-5K1M"


def main(words: list[str]) -> int:
    """Leaves with 2 for wrong words."""
    parser = ArgumentParser(prog="python -m desktop.ui.shots")
    parser.add_argument("out", type=Path, metavar="OUTDIR")
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--language", choices=tuple(languages()), default=PERSIAN)
    given = parser.parse_args(words)
    out: Path = given.out
    out.mkdir(parents=True, exist_ok=True)
    app = make_application(sys.argv[:1], dark=False, language=given.language)
    with tempfile.TemporaryDirectory() as made:
        folder: Path = given.data or Path(made) / "office"
        user, password = os.environ.get("TASHILGAR_USER", ""), os.environ.get("TASHILGAR_PASSWORD", "")
        if given.data is None:
            demo = make_demo(OfficeFolder(folder), DemoWords(residents=600, until=_last_month()), Cost(1024, 1, 1))
            user, password = demo.users[0]["user"], demo.users[0]["password"]
        before = _Camera(app, out)
        for dark in (False, True):
            theme.apply(app, dark)
            before.dark = dark
            _first_pages(before, folder, Path(made) / "none")
        office = open_office(OfficeFolder(folder), user, password)
        window = MainWindow(AppContext(office), Settings(Path(made) / "none"))
        window.resize(*SIZE)
        window.show()
        for dark in (False, True):
            theme.apply(app, dark)
            window.rail.show_theme()
            before.dark = dark
            _office_pages(before, window)
        _papers(out, office)
        window.operations.wait(10_000)
        window.close()
    print(f"{len(list(out.glob('*.png')))} PNG → {out}")
    return 0


def _last_month() -> str:
    return shift_month(jalali_month(today_in_iran(now())), -1)


class _Camera:
    """Waits until a window is at rest and saves its picture."""

    def __init__(self, app: QApplication, out: Path) -> None:
        self._app, self._out, self.dark = app, out, False

    def rest(self, operations: Operations | None = None, ms: int = 160) -> None:
        """Until pauses have passed and nothing runs."""
        for _ in range(2):
            loop = QEventLoop()
            QTimer.singleShot(ms, loop.quit)
            loop.exec()
            if operations is not None:
                operations.wait(20_000)
        self._app.processEvents()

    def take(self, widget: QWidget, name: str) -> None:
        """One picture of a widget, in the theme of the moment."""
        self._app.processEvents()
        widget.grab().save(str(self._out / f"{name}-{'dark' if self.dark else 'light'}.png"))


def _first_pages(camera: _Camera, folder: Path, nowhere: Path) -> None:
    window = StartWindow(folder, Settings(folder))
    window.show()
    camera.rest()
    camera.take(window, "login")
    window.show_forgotten("hamid")
    camera.take(window, "forgotten")
    window.close()
    first = StartWindow(nowhere, Settings(nowhere))
    first.show()
    camera.rest()
    camera.take(first, "welcome")
    first.show_founding()
    camera.rest()
    camera.take(first, "founding")
    first.show_recovery(_CODE, lambda: "", lambda: None)
    camera.rest()
    camera.take(first, "recovery")
    first.close()


def _office_pages(camera: _Camera, window: MainWindow) -> None:
    for entry in SCREENS:
        shown: Any = window.show_screen(entry.name)
        camera.rest(window.operations)
        camera.take(window, entry.name)
        for name, act in _more_of(entry.name, shown):
            act()
            camera.rest(window.operations)
            camera.take(window, f"{entry.name}-{name}")
            _dialogs(camera, f"{entry.name}-{name}-dialog")
    window.show_screen("dashboard")
    window.activateWindow()
    camera.rest()
    window.search.begin()
    window.search.setText("رضا")
    camera.rest(window.operations)
    camera.take(window, "search")
    window.search.clear()
    for name, dialog in _questions(window):
        dialog.open()
        camera.rest()
        camera.take(dialog, name)
        dialog.close()
    window.lock()
    camera.rest()
    camera.take(window, "lock")
    window.unlock()


def _more_of(name: str, screen: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a screen shows besides its first page."""
    if name == "residents":
        yield "edit", screen.edit
    elif name == "households":
        yield "edit", screen.edit
        yield "registration", lambda: _begin(screen)
        yield "registration-problems", lambda: _wrong(screen)
        yield "registered", lambda: _saved(screen)
        yield "list", lambda: screen.stack.setCurrentIndex(0)
    elif name in ("workshops", "needs"):
        yield "new", screen.new_record
        yield "list", lambda: screen.stack.setCurrentIndex(0)


def _begin(screen: Any) -> None:
    """A registration that nobody has written in yet."""
    screen.new_record()
    screen.registration.begin()


def _saved(screen: Any) -> None:
    """The page after a registration, shown for a household that is there already."""
    context = screen._context  # noqa: SLF001 - a picture, no deed
    with context.office.read() as rows:
        household = rows.find("household")[0]
        persons = rows.find("person", household_id=household["id"])
    offers = Offer(persons[-1], "dropped_out"), Offer(persons[0], "no_papers")
    screen.saved.show_registered(Registered(household, tuple(persons), offers))
    screen.stack.setCurrentWidget(screen.saved)


def _wrong(screen: Any) -> None:
    """A registration with slips of the finger, as they are shown."""
    page = screen.registration
    form = page.blocks[0].form
    for field, value in (("first_name", "فاطمه"), ("identifier_value", "9931000210"), ("mobile", "0218877")):
        form.field(field).set_value(value)
    page.add_member()
    page.blocks[1].form.field("first_name").set_value("مهدی")
    page.blocks[1].form.field("relation_to_head").set_value("child")
    page.save()


def _questions(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    yield "help", HelpDialog(window)
    yes, no = Answer("yes", window.tr("دور ریختن"), "danger"), Answer("no", window.tr("انصراف"))
    text = window.tr("تغییرهای این پرونده هنوز ثبت نشده است.")
    yield "question", Question(window, window.tr("نوشته‌ها دور ریخته شود؟"), text, [no, yes], tone="danger")


def _dialogs(camera: _Camera, name: str) -> None:
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, QDialog) and shown.isVisible():
            camera.take(shown, name)
            shown.hide()
            shown.deleteLater()


def _papers(out: Path, office: OfficeFile) -> None:
    """The first page of every printable, about the first record it can be about."""
    kinds = {"household_card": "household", "attendance_sheet": "workshop_session", "referral_letter": "referral"}
    for name in printables():
        if name == "recovery_sheet":
            pdf = recovery_sheet(office, _CODE)
        else:
            with office.read() as rows:
                found = rows.query(f"SELECT id FROM {kinds[name]} LIMIT 1") if name in kinds else []  # noqa: S608
            if name in kinds and not found:
                continue
            pdf = make_document(office, name, record_id=str(found[0]["id"]) if found else "")
        render_pages(pdf, _PRINT_WIDTH / page_sizes(pdf)[0].width())[0].save(str(out / f"print-{name}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
