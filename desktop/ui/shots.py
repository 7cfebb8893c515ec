"""Pictures of every screen, dialog and printable: `python -m desktop.ui.shots OUTDIR [--data DIR] [--language en]`.

Without DIR a fictional office is made and thrown away; with it, TASHILGAR_USER and TASHILGAR_PASSWORD open it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.context import AppContext
from desktop.domain.clock import now, today_in_iran
from desktop.domain.persian.calendar import jalali_month, shift_month
from desktop.services.demo.drafts import DemoWords
from desktop.services.demo.make import make_demo
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.system.settings import Settings
from desktop.ui.application import PERSIAN, languages, make_application
from desktop.ui.operations import Operations
from desktop.ui.paper_shots import paper_pictures
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.tour import CODE, first_pages, office_pages
from desktop.ui.widgets import theme

SIZE = (1366, 768)
_PRINT_WIDTH = 900
_PAUSE = 160  # ms that searches and drafts wait


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
            demo = make_demo(OfficeFolder(folder), DemoWords(residents=600, until=last_month()), Cost(1024, 1, 1))
            user, password = demo.users[0]["user"], demo.users[0]["password"]
        before = _Camera(app, out)
        for dark in (False, True):
            theme.apply(app, dark)
            before.dark = dark
            first_pages(before, folder, Path(made) / "none")
        office = open_office(OfficeFolder(folder), user, password)
        window = MainWindow(AppContext(office), Settings(Path(made) / "none"))
        window.resize(*SIZE)
        window.show()
        for dark in (False, True):
            theme.apply(app, dark)
            window.rail.show_theme()
            before.dark = dark
            office_pages(before, window)
        _papers(out, office)
        window.operations.wait(10_000)
        window.close()
    print(f"{len(list(out.glob('*.png')))} PNG → {out}")
    return 0


def last_month() -> str:
    """The month until which fictional offices have rows: "1404-06"."""
    return shift_month(jalali_month(today_in_iran(now())), -1)


class _Camera:
    """Waits until a window is at rest and saves its picture."""

    def __init__(self, app: QApplication, out: Path) -> None:
        self._app, self._out, self.dark = app, out, False

    def rest(self, operations: Operations | None = None) -> None:
        """Until pauses have passed and nothing runs."""
        for _ in range(2):
            loop = QEventLoop()
            QTimer.singleShot(_PAUSE, loop.quit)
            loop.exec()
            if operations is not None:
                operations.wait(20_000)
        self._app.processEvents()

    def see(self, shown: QWidget, name: str) -> None:
        """One picture of a window or dialog, in the theme of the moment."""
        self._app.processEvents()
        shown.grab().save(str(self._out / f"{name}-{'dark' if self.dark else 'light'}.png"))


def _papers(out: Path, office: OfficeFile) -> None:
    """The first page of every printable; of the blank form both."""
    for name, pages in paper_pictures(office, _PRINT_WIDTH, CODE):
        pages[0].save(str(out / f"print-{name}.png"))
        if name == "blank_registration":
            pages[1].save(str(out / f"print-{name}-2.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
