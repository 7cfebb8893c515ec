"""The part «حریم» of a file: consents given and taken back, sensitive data behind a reason, being forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.consents import give_consent
from desktop.services.privacy_view import privacy_view
from desktop.services.records import add_record
from desktop.store.audit import lines
from desktop.ui.screens.residents.screen import ResidentsScreen
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.facts import Fact
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs, enter, open_dialog, press
from tests.ui.screens.made_office import make_office


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 4), tmp_path / "office", asker) as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, window: MainWindow) -> ResidentsScreen:
    made = window.show_screen("residents")
    assert isinstance(made, ResidentsScreen)
    rest(qtbot, window, 60)
    made.pane.tabs.chips()[2].click()
    rest(qtbot, window)
    return made


def _stored(window: MainWindow, screen: ResidentsScreen, kind: str) -> list[Row]:
    with window.context.office.read() as rows:
        return rows.find(kind, person_id=screen.privacy.person_id)


def _told(screen: ResidentsScreen) -> str:
    shown = [label.text() for label in screen.pane.findChildren(QLabel) if label.isVisible()]
    return " ".join([*shown, *(fact.accessibleName() for fact in screen.pane.findChildren(Fact))])


def _act(screen: ResidentsScreen, name: str) -> QToolButton:
    return next(b for b in screen.pane.findChildren(QToolButton) if b.accessibleName() == name and b.isVisible())


def _agree(window: MainWindow, screen: ResidentsScreen, scope: str) -> None:
    with window.context.office.write() as work:
        give_consent(work, screen.privacy.person_id, scope, {"method": "signature"})


def test_a_consent_is_typed_with_its_text_in_sight_and_taken_back(
    qtbot: QtBot, window: MainWindow, screen: ResidentsScreen, asker: FixedAsker
) -> None:
    assert "هنوز از این فرد رضایتی پرسیده نشده است" in _told(screen)
    _act(screen, "ثبت رضایت").click()
    dialog = open_dialog(qtbot)
    assert {"witness_staff_id", "guardian_id"} & set(dialog.form.fields()) == set()
    qtbot.keyClick(dialog.form.field("scope").editors()[0], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("دادهٔ حساس: نوع")
    enter(qtbot)
    press("شفاهی")
    enter(qtbot)
    assert "«نوع معلولیت»" in dialog.frame.hint.text()
    assert "witness_staff_id" in dialog.form.fields()
    press("نرگس بامری")
    enter(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    assert not dialogs()
    (consent,) = _stored(window, screen, "consent")
    assert (consent["scope"], consent["method"]) == ("sensitive:disability_type", "oral_with_witness")
    assert "دادهٔ حساس: نوع معلولیت" in _told(screen)
    _act(screen, "پس‌گرفتن این رضایت").click()  # not confirmed
    rest(qtbot, window)
    assert _stored(window, screen, "consent")[0]["withdrawn_on"] is None
    asker.answers.append(True)
    _act(screen, "پس‌گرفتن این رضایت").click()
    rest(qtbot, window, 60)
    assert _stored(window, screen, "consent")[0]["withdrawn_on"] is not None
    assert "پس گرفته شد" in _told(screen)


def test_sensitive_data_open_for_a_reason_that_is_asked_once_and_written_down(
    qtbot: QtBot, window: MainWindow, screen: ResidentsScreen, asker: FixedAsker
) -> None:
    office, first = window.context.office, screen.privacy.person_id
    _agree(window, screen, "sensitive:disability_type")
    with office.write() as work:
        add_record(work, "person_sensitive", {"person_id": first, "disability_type": "visual"})
    screen.reload()
    rest(qtbot, window, 60)
    assert "بینایی" not in _told(screen)
    asker.answers.append("معرفی به بهزیستی")
    next(b for b in screen.pane.findChildren(QPushButton) if b.accessibleName() == "نمایش" and b.isVisible()).click()
    rest(qtbot, window, 60)
    assert "نوع معلولیت: بینایی" in _told(screen)
    assert "حمید یزدان‌پناه" in _told(screen)  # who has looked
    with office.read() as rows:
        seen = [
            (one["entity_id"], one["detail"]) for one in lines(rows.connection) if one["action"] == "view_sensitive"
        ]
    assert seen == [(first, "disability_type: معرفی به بهزیستی")]
    screen.list.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):  # another file closes it, and the reason need not be said again
        qtbot.keyClick(screen.list.table, key)
        rest(qtbot, window, 80)
    assert "بینایی" not in _told(screen)
    screen.privacy.show_sensitive()
    rest(qtbot, window, 60)
    assert "نوع معلولیت: بینایی" in _told(screen)
    assert len(asker.asked) == 1
    window.lock()
    assert window.context.sitting.reason == ""
    window.unlock()


def test_a_topic_is_written_in_a_form_of_its_own(
    qtbot: QtBot, window: MainWindow, screen: ResidentsScreen, asker: FixedAsker
) -> None:
    _agree(window, screen, "sensitive:women_head_reason")
    screen.reload()
    rest(qtbot, window, 60)
    asker.answers.append("تکمیل پرونده")
    screen.privacy.show_sensitive()
    rest(qtbot, window, 60)
    _act(screen, "نوشتن «دلیل سرپرستی زن»").click()
    dialog = open_dialog(qtbot)
    assert dialog.form.fields() == ["women_head_reason"]
    press("همسر فوت")
    enter(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    (row,) = _stored(window, screen, "person_sensitive")
    assert (row["women_head_reason"], row["disability_type"]) == ("widow", None)


def test_the_manager_forgets_somebody_after_typing_the_name(
    qtbot: QtBot, window: MainWindow, screen: ResidentsScreen
) -> None:
    person_id = screen.privacy.person_id
    with window.context.office.read() as rows:
        person = rows.get("person", person_id) or {}
        view = privacy_view(rows, window.context.office.actor, person_id)
    assert view is not None
    assert view.erases
    screen.privacy.erase()
    dialog = open_dialog(qtbot)
    assert "می‌رود" in dialog.frame.hint.text()
    press("درخواست خود او")
    enter(qtbot)
    press("کس دیگر")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs()
    dialog.form.field("typed").set_value(person["last_name"])
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    qtbot.waitUntil(lambda: not dialogs(), timeout=5000)
    with window.context.office.read() as rows:
        assert (rows.get("person", person_id) or {})["status"] == "erased"
    rest(qtbot, window, 60)
    assert screen.list.table.lazy_model.rowCount() == 3


def test_who_says_no_is_offered_at_once_to_be_a_count_and_the_offer_stays(
    qtbot: QtBot, window: MainWindow, screen: ResidentsScreen, asker: FixedAsker
) -> None:
    _act(screen, "ثبت رضایت").click()
    open_dialog(qtbot)
    enter(qtbot)  # the record itself is asked about first
    press("رضایت نداد")
    enter(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    assert "پرونده به شمارش کاسته شود؟" in asker.asked[-1]
    assert "این فرد رضایت نداده است، اما نام و داده‌هایش هنوز در پرونده است" in _told(screen)
    with window.context.office.read() as rows:
        before = rows.get("person", screen.privacy.person_id) or {}
    asker.answers.append(True)
    reduce = next(b for b in screen.pane.findChildren(QPushButton) if b.accessibleName() == "کاستن پرونده به شمارش…")
    reduce.click()
    rest(qtbot, window, 60)
    with window.context.office.read() as rows:
        after = rows.get("person", screen.privacy.person_id) or {}
    assert (after["first_name"], after["last_name"]) == ("ساکن", "بی‌نام")
    assert after["resident_no"] == before["resident_no"]
    assert "کاستن پرونده" not in " ".join(
        b.accessibleName() for b in screen.pane.findChildren(QPushButton) if b.isVisible()
    )
