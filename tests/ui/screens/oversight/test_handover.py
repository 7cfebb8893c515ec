"""The package for the next operator is made from the room of contracts; its code is told once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.accounts import add_user
from desktop.store.key_slots import Cost
from desktop.ui.secret_dialog import SECOND_PASSWORD, SecretDialog
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.made_office import add_needs, add_partners, make_office

OTHER = "گذرواژهٔ-لیلا-۲"


def test_the_package_is_written_and_its_code_told(qtbot: QtBot, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("desktop.services.handover.Cost", lambda: Cost(1024, 1, 1))
    office = make_office(tmp_path / "office", 8)
    with office.write() as work:
        add_needs(work)
        add_partners(work)
    asker = FixedAsker()
    with window_on(qtbot, office, tmp_path / "office", asker) as window:
        room: Any = window.show_screen("oversight")
        page = room.show_tab("office_contract")
        rest(qtbot, window, 60)
        page.write_to(tmp_path / "next.tashil-handover")
        rest(qtbot, window, 60)
        assert (tmp_path / "next.tashil-handover").exists()
        told, (title, text) = len(asker.asked), asker.asked[-1]
        assert "آماده" in title
        assert "کد:" in text
        with office.read() as rows:
            assert rows.find("office_contract")[0]["handover_status"] == "prepared"
        laila = {"username": "laila", "full_name": "لیلا سپهری", "role": "office_manager"}
        add_user(office, laila, OTHER, cost=Cost(1024, 1, 1))
        both = tmp_path / "both.tashil-handover"
        page.write_to(both)
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, SecretDialog) and one.isVisible()
        )
        password = dialog.lines[SECOND_PASSWORD]
        assert isinstance(password, QLineEdit)
        password.setText("گذرواژهٔ نادرست")
        dialog.go.click()
        qtbot.waitUntil(lambda: dialog.message.text() != "")
        assert not both.exists()
        password.setText(OTHER)
        dialog.go.click()
        qtbot.waitUntil(both.exists)
        qtbot.waitUntil(lambda: len(asker.asked) == told + 1)
        assert "کد:" in asker.asked[-1][1]
