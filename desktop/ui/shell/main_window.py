"""The window of an open office: the rail, the bar, the screens, the lock."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.problems import Problem
from desktop.services.kept_drafts import KeptDraft, drop_draft, kept_drafts
from desktop.services.overview import Desk, desk_of
from desktop.services.session import note_lock
from desktop.system.settings import Settings
from desktop.ui.operations import Operations, Progress
from desktop.ui.record_editor import RecordEditor
from desktop.ui.shell.backing_up import LockBackup
from desktop.ui.shell.global_search import GlobalSearch
from desktop.ui.shell.help_dialog import HelpDialog
from desktop.ui.shell.idle import IdleWatch
from desktop.ui.shell.keeping_watch import KeepingWatch
from desktop.ui.shell.leaving import Copies
from desktop.ui.shell.lock_screen import LockScreen
from desktop.ui.shell.rail import Rail
from desktop.ui.shell.screens import ROOM, SCREEN_OF_KIND, SCREENS, key_of, screen_title
from desktop.ui.shell.sync_light import SyncLightButton
from desktop.ui.shell.top_bar import TopBar
from desktop.ui.shell.unfinished import Unfinished
from desktop.ui.widgets import theme
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.questions import Asker, WindowAsker
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import told

_AT_REST = 3000  # ms after which something is read ahead


class MainWindow(QMainWindow):
    """Makes each screen on its first visit and leads from record to record."""

    language_wanted = Signal(str)
    restore_wanted = Signal(object)  # the Path of a backup

    def __init__(self, context: AppContext, settings: Settings, asker: Asker | None = None) -> None:
        super().__init__()
        self.context = context = replace(context, settings=settings)
        self._settings = settings
        self.asker: Asker = asker or WindowAsker()
        self.operations = Operations(self.asker, host=lambda: self)
        self.operations.changed.connect(self._changed)
        with context.office.read() as rows:
            self.desk: Desk = desk_of(rows, context.office.actor)
        self._screens: dict[str, QWidget] = {}
        self._vocabulary = QTimer(self, singleShot=True, interval=_AT_REST)
        self._vocabulary.timeout.connect(self._read_vocabulary)
        self._vocabulary.start()
        self._put_aside: list[QDialog] = []
        self._holds_office = True
        self.backs_up_at_close = False  # the program's own window does
        self._lay_out()
        self._keys()
        self.copies = Copies(self)
        self.keeping = KeepingWatch(
            self, context, self.operations, self.asker, settings, lambda: self.show_screen("users")
        )
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)
        self.idle.soon.connect(self._warn)
        self.setWindowTitle(f"{self.desk.office_title} — {self.tr('تسهیلگر')}")
        self.setMinimumSize(1100, 640)
        self._restore()
        self.show_screen("dashboard")
        QTimer.singleShot(0, self, self._offer_unfinished)
        QTimer.singleShot(0, self, self.keeping.look)
        QTimer.singleShot(0, self, self._tell_noticed)

    def screen_shown(self) -> QWidget | None:
        """The screen shown now."""
        return self.screens.currentWidget()

    def screen_name(self) -> str:
        """The name of the screen shown now."""
        return next(name for name, screen in self._screens.items() if screen is self.screen_shown())

    def show_screen(self, name: str) -> QWidget:
        """Shows a screen, made now if it is the first visit."""
        if name not in self._screens:
            entry = next(entry for entry in SCREENS if entry.name == name)
            made = entry.maker()(self.context, self.operations, self.asker, self)
            wish: Any = getattr(made, "open_record", None)
            if wish is not None and hasattr(wish, "connect"):
                wish.connect(self.open_record)
            back: Any = getattr(made, "restore_wanted", None)
            if back is not None:
                back.connect(self.restore_wanted)
            self._screens[name] = made
            self.screens.addWidget(made)
        self.rail.show_screen(name)
        self.screens.setCurrentWidget(self._screens[name])
        if self._screens[name].focusProxy() is not None:
            self._screens[name].setFocus()
        self.setWindowTitle(f"{screen_title(name)} — {self.desk.office_title}")
        return self._screens[name]

    def open_record(self, kind: str, record_id: str) -> None:
        """Shows a record on its screen; "" begins a new one of that kind, "*" only shows the list.

        Of the kind `ROOM` the record is a room itself.
        """
        if kind == ROOM:
            self.show_screen(record_id)
        entry = SCREEN_OF_KIND.get(kind)
        if entry is None:
            return
        screen: Any = self.show_screen(entry.name)
        turn = getattr(screen, "show_kind", None)
        if turn is not None:
            turn(kind)
        if record_id == "*":
            return
        act = getattr(screen, "show_record" if record_id else "new_record", None)
        if act is not None:
            act(*([record_id] if record_id else []))

    def take_back(self) -> None:
        """Undoes the latest deed; inside a form the key belongs to what is typed there."""
        focused = QApplication.focusWidget()
        while focused is not None:
            if isinstance(focused, Form):
                return
            focused = focused.parentWidget()
        if not self.operations.take_back():
            toast(self, self.tr("چیزی برای واگرد نیست."))

    def resume(self, draft: KeptDraft) -> None:
        """Opens the form in which something was left unfinished, with what was typed in it."""
        entry = SCREEN_OF_KIND.get(draft.name.kind)
        screen: Any = self.show_screen(entry.name) if entry else None
        go_on = getattr(screen, "resume", None)
        if go_on is not None and draft.name.form in ("record", "registration"):
            go_on(draft.name)
        elif draft.name.form == "record":
            self._resume_editor(draft)
        else:  # a small form over a record offers by itself what was left in it
            self.open_record(draft.name.kind, draft.name.record_id)

    def _resume_editor(self, draft: KeptDraft) -> None:
        parts = (self.context, self.operations, self.asker)
        with self.context.office.read() as rows:
            record = rows.get(draft.name.kind, draft.name.record_id)
        if record is None and draft.name.record_id:
            drop_draft(self.context.office, draft.name)
            return
        RecordEditor(self, parts, draft.name.kind, record=record, preset=draft.preset).open(resumed=True)

    def _offer_unfinished(self) -> None:
        drafts = kept_drafts(self.context.office)
        if drafts:
            Unfinished(self, self.context.office, drafts, self.resume).open()

    def _tell_noticed(self) -> None:
        """That the file went back, or is a copy, is said once to whoever opened it."""
        noticed, self.context.office.noticed = self.context.office.noticed, None
        if noticed is not None:
            self.asker.tell(self, self.tr("پروندهٔ دفتر"), told(Problem("", noticed.code)))

    def reload(self) -> None:
        """Reads the screen shown now again."""
        again: Any = getattr(self.screen_shown(), "reload", None)
        if again is not None:
            again()

    def lock(self) -> None:
        """Hides everything until the password is given; open dialogs come back with it."""
        if self.stack.currentWidget() is self.lock_screen:
            return
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, QDialog) and shown.isVisible():
                shown.hide()
                self._put_aside.append(shown)
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.copies.leave_none()
        self.context.sitting.reason = ""  # whoever sits down next says their own
        self.idle.rest()
        self.stack.setCurrentWidget(self.lock_screen)
        self.setWindowTitle(self.tr("تسهیلگر"))
        self.lock_screen.password.setFocus()
        office = self.context.office
        self.operations.run(lambda _progress: note_lock(office), title=None)
        self.backup.at_lock()

    def _warn(self) -> None:
        if self.stack.currentWidget() is self.work:
            toast(QApplication.activeWindow() or self, self.tr("تا یک دقیقهٔ دیگر برنامه قفل می‌شود؛ نوشته‌ها می‌مانند."))

    def unlock(self) -> None:
        """Shows everything again."""
        self.stack.setCurrentWidget(self.work)
        self.setWindowTitle(f"{self.desk.office_title} — {self.tr('تسهیلگر')}")
        waiting, self._put_aside = self._put_aside, []
        for dialog in waiting:
            dialog.show()
        self.idle.touch()
        self.keeping.look()

    def turn_theme(self) -> None:
        """From light to dark and back; remembered."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, not theme.is_dark())
            self._settings.keep(dark=theme.is_dark())
            self.rail.show_theme()

    def turn_language(self, language: str) -> None:
        """Asks for the same window in another language, once nothing typed would be lost."""
        if self._may_leave_all():
            self._keep_place()
            self.operations.finish()
            self.language_wanted.emit(language)

    def let_go(self) -> None:
        """Another window has taken over the office: closing this one asks nothing and leaves it open."""
        self._holds_office = False

    def show_help(self) -> None:
        """The page of keys."""
        HelpDialog(self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._holds_office:
            if not self._may_leave_all():
                event.ignore()
                return
            self._vocabulary.stop()
            self._keep_place()
            self.operations.end()
            self.copies.leave_none()
            if self.backs_up_at_close:
                self.hide()
                self.backup.at_close()
            self.context.office.close()
        self._vocabulary.stop()
        super().closeEvent(event)

    def _may_leave_all(self) -> bool:
        return all(self._may_leave(screen) for screen in self._screens.values())

    def _may_leave(self, screen: QWidget) -> bool:
        ask: Any = getattr(screen, "may_leave", None)
        return ask is None or bool(ask())

    def _keep_place(self) -> None:
        self._settings.keep(place=bytes(self.saveGeometry().toBase64().data()).decode())

    def _changed(self, changes: Any) -> None:
        if "person" in changes.kinds:
            self.context.spelling.forget()
            self._vocabulary.start()

    def _read_vocabulary(self) -> None:
        """Names are at hand before somebody misspells one."""
        context = self.context

        def read(_progress: Progress) -> None:
            with context.office.read() as rows:
                context.spelling.load(rows.connection)

        self.operations.run(read, title=None)

    def _lay_out(self) -> None:
        self.work = QWidget()
        self.search = GlobalSearch(self.context, self.operations, self.work)
        self.search.chosen.connect(self.open_record)
        self.rail = Rail(self.desk.office_title, self._settings, self.lock, self.turn_theme, self.turn_language)
        self.rail.wanted.connect(self.show_screen)
        self.sync_light = SyncLightButton(self.context, self.operations)
        self.sync_light.clicked.connect(lambda _checked=False: self.show_screen("sync"))
        self.rail.add_to_foot(self.sync_light)
        self.screens = QStackedWidget()
        self.screens.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(TopBar(self.desk, self.search))
        right.addWidget(self.screens, 1)
        inside = QHBoxLayout(self.work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.rail)
        inside.addLayout(right, 1)
        self.lock_screen = LockScreen(self.context.office, self.desk.user_name, self.operations)
        self.lock_screen.unlocked.connect(self.unlock)
        self.backup = LockBackup(self.context, self.operations, self.lock_screen.backup.setText)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.work)
        self.stack.addWidget(self.lock_screen)
        self.setCentralWidget(self.stack)

    def _keys(self) -> None:
        """Shortcuts belong to the working part: while it is hidden by the lock they rest."""
        for keys, act in (
            (("Ctrl+K", "F3"), self.search.begin),
            (("F5",), self.reload),
            (("Ctrl+L", "F12"), self.lock),
            (("F1",), self.show_help),
            (("Ctrl+Z", "F10"), self.take_back),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self.work).activated.connect(act)
        for entry in SCREENS:
            shortcut = QShortcut(QKeySequence(key_of(entry.name)), self.work)
            shortcut.activated.connect(lambda name=entry.name: self.show_screen(name))

    def _restore(self) -> None:
        kept = self._settings.text("place")
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1366, room.width()), min(768, room.height()))
