"""Where the window's parts are put together: the first window at once, the data layer after its first paint."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.system.paths import default_office_folder
from desktop.system.settings import Settings
from desktop.ui.application import make_application, speak
from desktop.ui.shell.start_window import StartWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.context import AppContext
    from desktop.store.office_file import OfficeFile
    from desktop.ui.shell.main_window import MainWindow


def run_window(words: Sequence[str]) -> int:
    """Opens the window on the folder of `--data DIR`, TASHILGAR_DATA or the usual place; 2 for wrong words."""
    folder = _folder(list(words))
    if folder is None:
        sys.stderr.write("tashilgar [--data DIR]\n")
        return 2
    settings = Settings(folder)
    app = make_application(sys.argv[:1], dark=settings.flag("dark"), language=settings.text("language"))
    program = Program(app, folder, settings)
    program.start()
    return app.exec()


class Program:
    """Leads from the first window to the office's own window."""

    def __init__(self, app: QApplication, folder: Path, settings: Settings) -> None:
        self._app, self._folder, self._settings = app, folder, settings
        self.first = self._first_window()
        self.main: MainWindow | None = None
        self.first.painted.connect(self._painted)

    def start(self) -> None:
        self.first.show()

    def show_office(self, office: OfficeFile) -> None:
        """The office is open: its window takes the place of the first one."""
        from desktop.context import AppContext

        self.main = self._main_window(AppContext(office))
        self.main.show()
        self.first.close()

    def turn_language(self, language: str) -> None:
        """Every window is made anew in another language; the office stays open, its screen stays the same."""
        self._settings.keep(language=language)
        speak(self._app, language)
        before: StartWindow | MainWindow = self.first
        if self.main is None:
            self.first = self._first_window()
            self.first.setGeometry(before.geometry())
            self.first.show()
        else:
            before, shown = self.main, self.main.screen_name()
            self.main = self._main_window(before.context)
            self.main.show_screen(shown)
            self.main.show()
            before.let_go()
        before.close()
        before.deleteLater()

    def go_back(self, backup: Path) -> None:
        """The office's window closes, and the first one asks for the password of the backup that was chosen."""
        if self.main is None or not self.main.close():
            return
        self.main.deleteLater()
        self.main, self.first = None, self._first_window()
        self.first.show()
        self.first.show_restore(backup)

    def _first_window(self) -> StartWindow:
        made = StartWindow(self._folder, self._settings)
        made.opened.connect(self.show_office)
        made.language_wanted.connect(self.turn_language)
        return made

    def _main_window(self, context: AppContext) -> MainWindow:
        from desktop.ui.shell.main_window import MainWindow

        made = MainWindow(context, self._settings)
        made.language_wanted.connect(self.turn_language)
        made.restore_wanted.connect(self.go_back)
        made.backs_up_at_close = True
        return made

    def _painted(self) -> None:
        gc.freeze()  # what stands now stays to the end: no collection, not even the last one, looks through it again
        gc.enable()
        if os.environ.get("TASHILGAR_START_PROBE"):
            sys.stdout.write("first paint\n")
            sys.stdout.flush()
            self._app.exit(0)
            return
        Thread(target=load_data_layer, name="data layer", daemon=True).start()


def load_data_layer() -> None:
    """Imports what every opened office needs, in a worker, while the user types the password."""
    import desktop.context
    import desktop.services.opening
    import desktop.services.overview
    import desktop.services.registration
    import desktop.ui.shell.main_window  # noqa: F401


def _folder(words: list[str]) -> Path | None:
    if words[:1] == ["--data"] and len(words) == 2:
        return Path(words[1])
    if words:
        return None
    given = os.environ.get("TASHILGAR_DATA")
    return Path(given) if given else default_office_folder()


def window_opens() -> bool:
    """Whether the first window paints itself here; for the check of a built program."""
    app = make_application(sys.argv[:1], dark=False)
    with TemporaryDirectory() as name:
        window = StartWindow(Path(name), Settings(Path(name)))
        painted: list[bool] = []
        window.painted.connect(lambda: painted.append(True))
        window.painted.connect(app.quit)
        QTimer.singleShot(10_000, app.quit)
        window.show()
        app.exec()
        window.close()
    return bool(painted)
