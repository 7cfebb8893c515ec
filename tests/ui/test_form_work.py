"""What every form owes: it survives a crash, asks before it is lost, stays silent when clean, can be undone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.kept_drafts import FormName, drop_draft, keep_draft, kept_draft, kept_drafts
from desktop.services.records import change_record
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.ui.household_deeds import open_deed, setting_of
from desktop.ui.lines import LineButton
from desktop.ui.record_editor import RecordEditor
from desktop.ui.saving import save
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.unfinished import Unfinished
from desktop.ui.widgets.form_frame import FormFrame
from desktop.ui.widgets.toast import Toast
from tests.factories import PASSWORD, USER, add_person
from tests.factories import make_office as small_office
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs, enter, press
from tests.ui.screens.made_office import make_office

CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = "گلنار"


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    return make_office(tmp_path / "office", 4)


@pytest.fixture
def window(qtbot: QtBot, office: OfficeFile, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    with window_on(qtbot, office, tmp_path / "office", asker) as made:
        yield made


def edit_person(window: MainWindow) -> None:
    window.show_screen("residents")
    rest_of(window)
    screen: Any = window.screen_shown()
    screen.edit()


def person_dies(window: MainWindow) -> None:
    window.show_screen("residents")
    rest_of(window)
    screen: Any = window.screen_shown()
    parts = (window.context, window.operations, window.asker)
    person = screen.list.current_row()
    setting = setting_of(parts, person["household_id"], person["id"])
    assert setting is not None
    open_deed(screen, parts, setting, "death")


def new_need(window: MainWindow) -> None:
    screen: Any = window.show_screen("needs")
    screen.new_record()


def new_workshop(window: MainWindow) -> None:
    screen: Any = window.show_screen("workshops")
    screen.new_record()


def rest_of(window: MainWindow) -> None:
    while window.operations.is_busy():
        QApplication.processEvents()


FORMS: dict[str, tuple[Callable[[MainWindow], None], str, str]] = {
    "a resident": (edit_person, "father_name", TYPED),
    "a death": (person_dies, "on", "۱۴۰۴/۰۶/۰۱"),
    "a need": (new_need, "subject", "بیمهٔ " + TYPED),
    "a workshop": (new_workshop, "title", "گلیم‌بافی " + TYPED),
}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> tuple[Callable[[MainWindow], None], str, str]:
    return FORMS[request.param]


def begin(qtbot: QtBot, window: MainWindow, opener: Callable[[MainWindow], None]) -> FormFrame:
    opener(window)
    rest(qtbot, window)
    if dialogs():
        dialogs()[0].activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QWidget), timeout=3000)
    found: list[FormFrame] = []

    def stands() -> bool:
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        frames = {frame for one in shown for frame in one.findChildren(FormFrame) if frame.isVisible()}
        found[:] = frames
        return len(frames) == 1

    qtbot.waitUntil(stands, timeout=3000)
    return found[0]


def type_into(frame: FormFrame, name: str, text: str) -> None:
    editor = frame.form.field(name).editors()[0]
    editor.window().activateWindow()
    editor.setFocus()
    clear: Any = editor
    clear.selectAll()
    press(text)


def test_what_was_typed_in_any_form_is_offered_again(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker, form: tuple[Callable[[MainWindow], None], str, str]
) -> None:
    opener, name, text = form
    frame = begin(qtbot, window, opener)
    type_into(frame, name, text)
    qtbot.waitUntil(lambda: bool(kept_drafts(window.context.office)), timeout=4000)
    left = kept_drafts(window.context.office)[0]
    asker.answers = [True]
    frame.cancelled.emit()
    assert kept_drafts(window.context.office) == []
    keep_draft(window.context.office, left.name, left.title, left.values)  # as after a crash
    asker.answers, asker.asked = ["go_on"], []
    frame = begin(qtbot, window, opener)
    assert asker.asked[0][0] == "پیش‌نویس نیمه‌کاره"
    assert frame.form.field(name).editors()[0].property("text") == text
    assert frame.form.changed_fields() == [name]
    asker.answers = [True]
    frame.cancelled.emit()


def test_a_form_typed_back_is_clean_and_closes_without_a_question(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker, form: tuple[Callable[[MainWindow], None], str, str]
) -> None:
    opener, name, text = form
    frame = begin(qtbot, window, opener)
    before = frame.form.field(name).editors()[0].property("text")
    type_into(frame, name, text)
    asker.answers = [False]
    frame.cancelled.emit()
    assert asker.asked[-1][0] == "نوشته‌ها دور ریخته شود؟"
    assert frame.isVisible()
    editor = frame.form.field(name).editors()[0]
    for _ in text:
        qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    press(before)
    asker.asked.clear()
    frame.cancelled.emit()
    rest(qtbot, window)
    assert asker.asked == []
    assert kept_drafts(window.context.office) == []
    assert not dialogs()


def test_drafts_are_sealed_and_belong_to_their_user_and_office(tmp_path: Path) -> None:
    office = small_office(tmp_path / "one")
    other = small_office(tmp_path / "two", code="0804")
    name = FormName("person", "p1")
    assert keep_draft(office, name, "ویرایش ساکن", {"first_name": TYPED})
    sealed = next(office.folder.path.glob("draft-*.sealed"))
    assert TYPED.encode() not in sealed.read_bytes()
    assert "p1" not in sealed.name
    assert kept_draft(office, FormName("person", "p2")) is None
    (other.folder.path / sealed.name.replace(office.actor.user_id, other.actor.user_id)).write_bytes(
        sealed.read_bytes()
    )
    assert kept_drafts(other) == []
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"x")
    assert kept_drafts(office) == []
    drop_draft(office, name)
    assert not list(office.folder.path.glob("draft-*"))
    office.close()
    other.close()


CRASHING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.context import AppContext
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.system.settings import Settings
from desktop.ui.application import make_application
from desktop.ui.record_editor import RecordEditor
from desktop.ui.household_deeds import open_deed, setting_of
from desktop.ui.shell.main_window import MainWindow
from tests.ui.screens.hands import press
folder, user, password, person, text = sys.argv[1:]
app = make_application(["crash"], dark=False)
office = open_office(OfficeFolder(Path(folder)), user, password)
window = MainWindow(AppContext(office), Settings(Path(folder)))
window.show()
parts = (window.context, window.operations, window.asker)
with office.read() as rows:
    row = rows.get("person", person)
editor = RecordEditor(window, parts, "person", record=row)
editor.open()
editor.activateWindow()
def write():
    field = editor.form.field("father_name").editors()[0]
    field.setFocus()
    if QApplication.focusWidget() is not field:
        QTimer.singleShot(50, write)
        return
    field.selectAll()
    press(text)
def told():
    if list(Path(folder).glob("draft-*.sealed")):
        print("kept", flush=True)
QTimer.singleShot(0, write)
timer = QTimer(interval=50)
timer.timeout.connect(told)
timer.start()
QTimer.singleShot(20_000, lambda: app.exit(1))
app.exec()
"""


def test_after_kill_9_the_program_offers_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    office = small_office(folder)
    with office.write() as work:
        person = add_person(work)
    office.close()
    words = [sys.executable, "-c", CRASHING, str(folder), USER, PASSWORD, str(person["id"]), TYPED]
    root = Path(__file__).parents[2]
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as crashed:
        assert crashed.stdout is not None
        assert crashed.stdout.readline() == "kept\n"
        crashed.send_signal(signal.SIGKILL)
    again = open_office(OfficeFolder(folder), USER, PASSWORD)
    with window_on(qtbot, again, folder) as window:
        qtbot.waitUntil(lambda: any(isinstance(d, Unfinished) for d in dialogs()), timeout=3000)
        offered = next(d for d in dialogs() if isinstance(d, Unfinished))
        line = offered.findChild(LineButton)
        assert isinstance(line, LineButton)
        assert line.accessibleName().startswith("ویرایش ساکن: فاطمه رنجبری")
        qtbot.keyClick(line, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: any(isinstance(d, RecordEditor) for d in dialogs()), timeout=3000)
        editor = next(d for d in dialogs() if isinstance(d, RecordEditor))
        assert editor.form.changed_fields() == ["father_name"]
        qtbot.keyClick(editor.form.field("father_name").editors()[0], Qt.Key.Key_F2)
        rest(qtbot, window)
        with again.read() as rows:
            assert (rows.get("person", person["id"]) or {})["father_name"] == TYPED
        assert kept_drafts(again) == []


def back_to(qtbot: QtBot, window: MainWindow, screen: Any) -> None:
    """The cursor in the list, no dialog over it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=3000)
    screen.list.table.setFocus()


def change_mobile(window: MainWindow, person: str, mobile: str) -> None:
    """Another commit, as by another form."""
    window.operations.change(
        lambda _progress: save(
            window.context.office, lambda work: change_record(work, "person", person, {"mobile": mobile})
        )
    )


def test_the_last_deeds_are_undone_by_key_also_when_the_toast_has_gone(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker
) -> None:
    frame = begin(qtbot, window, edit_person)
    screen: Any = window.screen_shown()
    person = screen.list.current_record()

    def fathers() -> str:
        with window.context.office.read() as rows:
            return str((rows.get("person", person) or {})["father_name"])

    before = fathers()
    for text in ("بهرام", "سیامک"):
        type_into(frame, "father_name", text)
        enter(qtbot, Qt.Key.Key_F2)
        rest(qtbot, window, 60)
        if text == "بهرام":
            frame = begin(qtbot, window, edit_person)
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    toast.hide()
    back_to(qtbot, window, screen)
    for left in ("بهرام", before):
        qtbot.keyClick(screen.list.table, Qt.Key.Key_Z, CTRL)
        rest(qtbot, window, 60)
        assert fathers() == left
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F10)
    assert toast.text.text() == "چیزی برای واگرد نیست."


def test_undo_of_what_was_changed_since_tells_why_not(qtbot: QtBot, window: MainWindow, asker: FixedAsker) -> None:
    frame = begin(qtbot, window, edit_person)
    screen: Any = window.screen_shown()
    person = screen.list.current_record()
    type_into(frame, "mobile", "09000000033")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    change_mobile(window, person, "09000000044")
    rest(qtbot, window, 60)
    asker.asked.clear()
    back_to(qtbot, window, screen)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_Z, CTRL)
    rest(qtbot, window, 60)
    assert asker.asked[0][0] == "انجام نشد"
    assert "پس از آن دوباره تغییر کرده است" in asker.asked[0][1]
    with window.context.office.read() as rows:
        assert (rows.get("person", person) or {})["mobile"] == "09000000044"


def test_closing_the_program_over_a_dirty_form_asks_and_keeps_it(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker
) -> None:
    frame = begin(qtbot, window, new_need)
    type_into(frame, "subject", "بیمه")
    asker.answers = [False]
    window.close()
    assert window.isVisible()
    assert asker.asked[-1][0] == "برنامه بسته شود؟"
    assert kept_drafts(window.context.office)[0].values == {"subject": "بیمه"}
    asker.answers = [True]
    frame.cancelled.emit()
