"""From the first agency to the end: several agencies, taking back, an end with its confirmation, reopening, closing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.need_views import is_overdue
from desktop.services.records import add_record, step_record
from desktop.store.office_file import OfficeFile
from desktop.store.search import search
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen
from desktop.ui.widgets.toast import Toast
from tests.ui.screens.hands import answer, dialogs, enter, open_dialog, press, settle
from tests.ui.screens.needs.steps import fill, need, offered, show, step, subjects, texts

LAMPS = "خاموشی چراغ‌های معبر کوچهٔ شهید کریمی"
HOME_LOAN = "وام اشتغال خانگی"


def agencies(office: OfficeFile, subject: str) -> dict[str, str]:
    """The agencies a need was sent to, each with the state of its referral."""
    with office.read() as rows:
        found = rows.find("referral", need_id=need(office, subject)["id"])
        titles = rows.titles(referral["agency_id"] for referral in found)
        return {titles[referral["agency_id"]]: referral["status"] for referral in found}


def refer(screen: NeedsScreen, operations: Operations, qtbot: QtBot, need_id: str, *names: str) -> None:
    show(screen, operations, qtbot, need_id)
    step(screen, "ارجاع به دستگاه")
    open_dialog(qtbot)
    for name in names:
        answer(qtbot, name)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()


def test_a_collective_need_goes_to_two_agencies_at_once(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    refer(screen, operations, qtbot, need_ids[4], "توزیع برق", "شهرداری")
    assert need(office, LAMPS)["status"] == "referred"
    assert need(office, LAMPS)["requires_multiple_agencies"]
    assert len(agencies(office, LAMPS)) == 2
    assert any("برق" in text for text in texts(screen))
    assert any("شهرداری" in text for text in texts(screen))


def test_each_agency_answers_for_itself_and_a_receipt_moves_nothing(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    refer(screen, operations, qtbot, need_ids[3], "کمیته امداد")
    step(screen, "افزودن دستگاه")
    open_dialog(qtbot)
    answer(qtbot, "فنی و حرفه")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert len(agencies(office, HOME_LOAN)) == 2
    for place, (kind, state) in enumerate((("acknowledged", "referred"), ("accepted", "answered"))):
        answers = [b for b in screen.pane.findChildren(type(screen.new)) if b.text() == "ثبت پاسخ" and b.isVisible()]
        answers[place].click()
        dialog = open_dialog(qtbot)
        fill(dialog, type=kind)
        enter(qtbot, Qt.Key.Key_F2)
        settle(qtbot, operations)
        assert need(office, HOME_LOAN)["status"] == state
    assert sorted(agencies(office, HOME_LOAN).values()) == ["acknowledged", "answered"]


def test_a_referral_is_taken_back_with_a_reason_and_back_again_by_undo(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    refer(screen, operations, qtbot, need_ids[3], "کمیته امداد")
    step(screen, "پس‌گرفتن ارجاع")
    dialog = open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    QApplication.processEvents()
    reason = dialog.form.field("withdraw_reason").editors()[0]
    assert reason.accessibleDescription() == "این خانه خالی است."
    reason.setFocus()
    press("متقاضی خود پیگیری کرد")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert list(agencies(office, HOME_LOAN).values()) == ["withdrawn"]
    assert any("متقاضی خود پیگیری کرد" in text for text in texts(screen))
    screen.window().findChildren(Toast)[0].undo.click()
    settle(qtbot, operations)
    assert list(agencies(office, HOME_LOAN).values()) == ["sent"]


def test_another_agency_takes_over_and_the_first_waits_no_longer(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    refer(screen, operations, qtbot, need_ids[3], "کمیته امداد")
    step(screen, "ارجاع به دستگاه دیگر")
    open_dialog(qtbot)
    answer(qtbot, "فنی و حرفه")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert list(agencies(office, HOME_LOAN).values()) == ["withdrawn", "sent"]
    with office.read() as rows:
        main = rows.titles([need(office, HOME_LOAN)["main_agency_id"]])
    assert any("فنی" in title for title in main.values())


def test_a_promise_that_has_passed_is_told_with_its_agency(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    with office.write() as work:
        referral = work.find("referral", need_id=need_ids[0])[0]
        given = {"referral_id": referral["id"], "received_on": "1404/06/25", "type": "in_progress"}
        add_record(work, "agency_response", {**given, "promised_on": "1404/06/31"})
    show(screen, operations, qtbot, need_ids[0])
    assert "وعده: ۱۴۰۴/۰۶/۳۱ — گذشته است" in texts(screen)


def test_a_need_is_met_with_the_word_of_whoever_asked_and_its_solution_is_found_without_a_name(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    show(screen, operations, qtbot, need_ids[0])
    step(screen, "برآورده شد")
    dialog = open_dialog(qtbot)
    fill(dialog, resident_confirmed=True, satisfaction=4)
    dialog.form.field("solution_note").setFocus()
    press("گواهی دو شاهد و برگهٔ بهداشت به جای شناسنامهٔ پدر پذیرفته شد")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    met = need(office, "دریافت شناسنامه")
    assert (met["status"], met["resident_confirmed"], met["satisfaction"]) == ("met", True, 4)
    show(screen, operations, qtbot, need_ids[0])
    assert "۴ از ۵" in texts(screen)
    screen.page.show_view("solutions")
    screen.solutions.search.setText("دو شاهد")
    qtbot.waitUntil(lambda: not screen.solutions.search._pause.isActive(), timeout=3000)
    settle(qtbot, operations)
    model = screen.solutions.table.lazy_model
    assert model.rowCount() == 1
    told = " ".join(str(model.data(model.index(0, place))) for place in range(model.columnCount()))
    assert "گواهی دو شاهد" in told
    assert "هویت و مدارک" in told
    with office.read() as rows:
        person = rows.get("person", met["person_id"])
        found = search(rows.connection, "گواهی شاهد")
    assert person is not None
    screen.solution_pane.copy()
    shared = QGuiApplication.clipboard().text()
    for name in (person["first_name"], person["last_name"], "شهرک نخلستان", "چشمه‌سار", met["subject"]):
        assert name not in told + shared
    assert [(hit.kind, hit.record_id) for hit in found] == [("need", met["id"])]


def test_a_solution_that_names_a_resident_is_refused(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    with office.read() as rows:
        person = rows.find("person")[2]
    show(screen, operations, qtbot, need_ids[0])
    step(screen, "برآورده شد")
    dialog = open_dialog(qtbot)
    named = f"پیگیری {person['first_name']} {person['last_name']} نزد ثبت احوال"
    fill(dialog, resident_confirmed=True, solution_note=named)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert dialog.form.field("solution_note").editors()[0].accessibleDescription()
    assert need(office, "دریافت شناسنامه")["status"] == "answered"
    dialog.may_close = lambda: True
    dialog.reject()


def met_need(office: OfficeFile, need_id: str) -> Row:
    with office.write() as work:
        return step_record(work, "need", need_id, "met", {"resident_confirmed": True})


def test_a_manager_reopens_what_was_met(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    met_need(office, need_ids[0])
    show(screen, operations, qtbot, need_ids[0])
    step(screen, "بازگشایی")
    dialog = open_dialog(qtbot)
    dialog.form.field("note").setFocus()
    press("شناسنامه به دست او نرسید")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    again = need(office, "دریافت شناسنامه")
    assert (again["status"], again["resident_confirmed"]) == ("in_progress", None)


def test_a_facilitator_neither_reopens_nor_closes_the_first_urgency(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    met_need(office, need_ids[0])
    office.actor = replace(office.actor, role="facilitator")
    show(screen, operations, qtbot, need_ids[0])
    assert "بازگشایی" not in offered(screen)
    show(screen, operations, qtbot, need_ids[2])
    step(screen, "مختومه کردن")
    dialog = open_dialog(qtbot)
    fill(dialog, close_reason="withdrawn")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert dialogs()
    assert need(office, "ثبت‌نام دبستان")["status"] == "noted"
    assert is_overdue(need(office, "ثبت‌نام دبستان"), screen._today())
    dialog.may_close = lambda: True
    dialog.reject()


def test_an_end_as_a_duplicate_asks_for_the_other_need_and_both_lead_to_each_other(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    show(screen, operations, qtbot, need_ids[5])
    step(screen, "مختومه کردن")
    dialog = open_dialog(qtbot)
    assert "duplicate_of_id" not in dialog.form.fields()
    fill(dialog, close_reason="duplicate")
    dialog.form.changed.emit()
    assert "duplicate_of_id" in dialog.form.fields()
    fill(dialog, duplicate_of_id=need_ids[3])
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    closed = need(office, "مشاورهٔ حقوقی ارث")
    assert (closed["status"], closed["duplicate_of_id"]) == ("closed", need_ids[3])
    show(screen, operations, qtbot, need_ids[5])
    links = [line.accessibleName() for line in screen.pane.ties()]
    assert len(links) == 1
    assert HOME_LOAN in links[0]
    screen.pane.ties()[0].click()
    settle(qtbot, operations)
    assert screen.pane.detail is not None
    assert screen.pane.detail.need["id"] == need_ids[3]
    assert any("مشاورهٔ حقوقی ارث" in line.accessibleName() for line in screen.pane.ties())


def test_visits_about_a_need_stand_in_its_course(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    with office.write() as work:
        about = work.get("need", need_ids[0])
        assert about is not None
        given = {"type": "office_visit", "subject": "identity_documents", "person_id": about["person_id"]}
        staff = work.find("staff_member")[1]["id"]
        add_record(work, "visit", {**given, "need_id": need_ids[0], "staff_id": staff, "summary": "مدارک را آورد"})
    show(screen, operations, qtbot, need_ids[0])
    assert "مدارک را آورد" in texts(screen)
    assert subjects(screen)
    go = next(b for b in screen.pane.findChildren(QToolButton) if b.accessibleName() == "رفتن به مراجعه")
    with qtbot.waitSignal(screen.open_record, timeout=3000) as asked:
        go.click()
    assert asked.args is not None
    assert asked.args[0] == "visit"


def test_the_key_of_letters_leads_to_the_letter_of_the_latest_referral(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    show(screen, operations, qtbot, need_ids[0])
    with office.read() as rows:
        referral = rows.find("referral", need_id=need_ids[0])[0]
    with qtbot.waitSignal(screen.open_record, timeout=3000) as asked:
        enter(qtbot, Qt.Key.Key_F9)
    assert asked.args == ["referral", referral["id"]]
