"""A small office with an unanswered collective need, a person's referral, and the screen over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.letters import write_letter, write_referral_letter
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.letters.screen import LettersScreen, make_screen
from tests.factories import add_need, add_person, agency, make_office, neighborhood
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import settle


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    with made.write() as work:
        place = {"scope": "neighborhood", "neighborhood_id": neighborhood(work), "field": "civil_physical"}
        told = {"subject": "خاموشی چراغ‌های معبر", "supporters_count": 23, "noted_on": "1404/05/01"}
        lights = add_record(work, "need", {**place, **told})
        for code in ("power", "municipality"):
            sent = {"need_id": lights["id"], "agency_id": agency(work, code), "sent_on": "1404/05/10"}
            write_referral_letter(work, add_record(work, "referral", sent)["id"])
        person = add_person(work, first_name="بی‌بی‌گل", last_name="ناروئی", father_name="چراغ", birth_date="1387")
        need = add_need(work, person, field="identity_documents", subject="دریافت شناسنامه")
        add_record(work, "referral", {"need_id": need["id"], "agency_id": agency(work, "civil_registry")})
        thanks = {
            "kind": "thanks",
            "to_org_id": agency(work, "tvto"),
            "subject": "سپاس از همراهی",
            "body": "سپاسگزاریم.",
        }
        write_letter(work, thanks)
    yield made
    made.close()


@pytest.fixture
def screen(
    qtbot: QtBot, window: QWidget, operations: Operations, office: OfficeFile, asker: FixedAsker
) -> Iterator[LettersScreen]:
    made = make_screen(AppContext(office), operations, asker, window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
    settle(qtbot, operations)
    yield made
    settle(qtbot, operations)
    window.close()
    window.deleteLater()
