"""The manager finds in the audit log who did what, sees whether it is whole, and takes it out on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.problems import RefusedError
from desktop.services.audit_trail import AuditQuery, audit_entries, audit_page
from desktop.services.viewing import Look, note_looks
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.ui.paper import PaperDialog
from desktop.ui.shell.main_window import MainWindow
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs
from tests.ui.screens.made_office import TODAY, make_office


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office", 4)
    with made.write() as work:
        person = work.find("person")[0]["id"]
        note_looks(work, [Look(person, "disability_type")], "پیگیری")
        work.audit("print", "case_label", person, "internal")
    made.note("login_failed", "user_account", "")
    return made


@pytest.fixture
def window(qtbot: QtBot, office: OfficeFile) -> Iterator[MainWindow]:
    with window_on(qtbot, office, office.folder.path) as made:
        yield made


def shown(screen: Any) -> list[tuple[str, ...]]:
    model = screen.table.lazy_model
    rows = [model.row(place) for place in range(len(model.ids()))]
    return [tuple(column.text(row) for column in model.columns[2:]) for row in rows]


def test_it_is_found_by_deed_by_day_and_by_record_and_leads_there(
    qtbot: QtBot, window: MainWindow, office: OfficeFile
) -> None:
    screen: Any = window.show_screen("audit")
    rest(qtbot, window)
    assert "درست است" in screen.verdict.text()
    with office.read() as rows:
        name = rows.titles([rows.find("person")[0]["id"]])
    (person, title), *_ = name.items()
    looked, printed = (
        ("دیدن", f"ساکن «{title}»", "نوع معلولیت — پیگیری"),
        ("چاپ", f"برچسب پرونده «{title}»", "نسخهٔ داخلی"),
    )
    assert shown(screen)[:3] == [("گذرواژهٔ نادرست", "", ""), printed, looked]
    screen.groups.chips()[2].click()  # looks at sensitive data
    rest(qtbot, window)
    assert shown(screen) == [looked]
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    rest(qtbot, window)
    residents: Any = window.screen_shown()
    assert residents.list.current_record() == person
    window.open_record("audit", person)
    rest(qtbot, window)
    assert shown(screen) == [printed, looked]
    screen.until.set_value(TODAY.replace(year=TODAY.year - 1))
    screen.until.changed.emit()
    rest(qtbot, window)
    assert shown(screen) == []
    screen.until.set_value(None)
    screen.about.click()
    rest(qtbot, window)
    assert len(shown(screen)) > 2
    screen.print.click()
    rest(qtbot, window)
    assert isinstance(dialogs()[0], PaperDialog)
    dialogs()[0].close()


def test_a_line_that_was_changed_is_told_in_words(qtbot: QtBot, window: MainWindow, office: OfficeFile) -> None:
    with office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DROP TRIGGER hold_audit_log")
        connection.exec_driver_sql("UPDATE audit_log SET detail = '' WHERE action = 'print'")
    screen: Any = window.show_screen("audit")
    rest(qtbot, window)
    assert "تغییر کرده است" in screen.verdict.text()


def test_each_role_reads_what_the_matrix_gives_it(office: OfficeFile) -> None:
    def read(role: str) -> list[tuple[str, str, str]]:
        with office.read() as rows:
            asked = Rows(rows.connection, rows.today, role, "")
            lines = audit_page(asked, audit_entries(asked, AuditQuery()))
            return [(line.action, line.title, line.detail) for line in lines if line is not None]

    for role in ("facilitator", "social_worker", "county_supervisor"):
        with pytest.raises(RefusedError):
            read(role)
    assert any(title and detail for action, title, detail in read("office_manager") if action == "view_sensitive")
    for role in ("province_officer", "auditor"):
        told = read(role)
        assert {(title, detail) for action, title, detail in told if action in ("view_sensitive", "print")} == {
            ("", "")
        }
    assert {action for action, _title, _detail in read("system_admin")} <= {"found", "login", "logout", "login_failed"}
    office.close()
