"""The register of letters, writing with the page beside it, reminders, and answers that come in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.letters import write_referral_letter
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper import PaperDialog
from desktop.ui.screens.letters.reminders import RemindersDialog
from desktop.ui.screens.letters.screen import LettersScreen
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, chips_of, dialogs, enter, open_dialog, press, settle


def column(screen: LettersScreen, key: str) -> list[str]:
    model = screen.list.table.lazy_model
    place = [c.key for c in model.columns].index(key)
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def letters(office: OfficeFile) -> list[Row]:
    with office.read() as rows:
        return rows.find("letter")


def paper(qtbot: QtBot) -> PaperDialog:
    qtbot.waitUntil(lambda: any(isinstance(one, PaperDialog) for one in dialogs()), timeout=5000)
    return next(one for one in dialogs() if isinstance(one, PaperDialog))


def press_button(screen: LettersScreen, text: str) -> None:
    next(one for one in screen.pane.findChildren(QPushButton) if one.text().strip() == text).click()


def test_the_register_tells_number_agency_and_what_waits(screen: LettersScreen) -> None:
    numbers = [number.replace("\u200f", "") for number in column(screen, "number")]
    assert numbers[0] == "کر-۰۳/۱۴۰۴/س/۰۰۰۳"
    assert sorted(column(screen, "state")) == ["بی‌پاسخ", "بی‌پاسخ", "چاپ‌نشده"]
    assert "شهرداری کرمان" in column(screen, "agency")


def test_chips_and_numbers_narrow_it(screen: LettersScreen, operations: Operations, qtbot: QtBot) -> None:
    chips_of(screen, "unanswered")[0].click()
    settle(qtbot, operations)
    assert len(column(screen, "subject")) == 2
    chips_of(screen, "unanswered")[0].click()
    chips_of(screen, "direction")[2].click()
    settle(qtbot, operations)
    assert column(screen, "subject") == []
    chips_of(screen, "direction")[0].click()
    screen.list.search.setText("سپاس")
    qtbot.wait(300)
    settle(qtbot, operations)
    assert column(screen, "subject") == ["سپاس از همراهی"]


def test_the_letter_of_a_referral_is_written_with_its_page_beside_it(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    with office.read() as rows:
        referral = rows.find("referral")[-1]
    screen.show_record(referral["id"])
    page = screen.compose
    qtbot.waitUntil(lambda: page.pages.page_count() == 2, timeout=8000)
    assert "فاقد شماره ملی" in page.items.box("national_id_last4").text()
    assert page.items.box("name").isChecked()
    assert page.items.carried.isChecked(), "nobody has agreed that the office sends it"
    page.items.box("national_id_last4").setChecked(False)
    page.items.box("birth_year").setChecked(True)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    paper(qtbot).reject()
    written = letters(office)[-1]
    assert written["personal_items"] == ["name", "father_name", "birth_year"]
    assert (written["secrecy"], written["handed_to_resident"]) == ("confidential", True)
    with office.read() as rows:
        assert rows.find("referral")[-1]["letter_id"] == written["id"]
    assert screen.list.current_record() == written["id"]


def test_a_letter_of_another_kind_is_refused_beside_its_fields(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    screen.new_record()
    settle(qtbot, operations)
    assert not screen.compose.items.isVisible()
    qtbot.waitUntil(lambda: screen.compose.pages.page_count() == 1, timeout=8000)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert screen.stack.currentWidget() is screen.compose
    assert len(letters(office)) == 3


def test_a_letter_begins_with_the_words_of_its_kind(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    screen.new_record()
    settle(qtbot, operations)
    form = screen.compose.form
    assert form.field("speed").value() == "ordinary"
    form.field("kind").setFocus()
    QApplication.processEvents()
    answer(qtbot, "سپاس")
    assert form.field("subject").value() == "سپاسگزاری"
    with office.read() as rows:
        form.show_value("to_org_id", rows.find("organization", agency_code="power")[0]["id"])
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    paper(qtbot).reject()
    assert (letters(office)[-1]["kind"], letters(office)[-1]["subject"]) == ("thanks", "سپاسگزاری")


def test_reminders_are_one_letter_an_agency_and_can_be_undone(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    screen.remind.click()
    settle(qtbot, operations)
    (dialog,) = dialogs()
    assert isinstance(dialog, RemindersDialog)
    assert [box.isChecked() for box in dialog.boxes.values()] == [True, True, False], "those past their day"
    dialog.save.click()
    settle(qtbot, operations)
    shown = paper(qtbot)
    assert len(shown._pages.sizes) == 2
    shown.reject()
    assert [one["kind"] for one in letters(office)[-2:]] == ["reminder", "reminder"]
    with office.read() as rows:
        assert [one["reminder_count"] for one in rows.find("referral")] == [1, 1, 0]
    assert operations.take_back()
    settle(qtbot, operations)
    with office.read() as rows:
        assert [one["reminder_count"] for one in rows.find("referral")] == [0, 0, 0]
    assert len(letters(office)) == 3


def test_what_comes_in_brings_its_answer(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    ours = letters(office)[0]
    screen.show_record(ours["id"])
    settle(qtbot, operations)
    press_button(screen, "ثبت پاسخ رسیده")
    dialog = open_dialog(qtbot)
    assert dialog.form.field("in_reply_to").value() == ours["id"]
    dialog.form.show_value("sender_number", "۱۲۳/۴۵")
    dialog.form.show_value("type", "accepted")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    came = letters(office)[-1]
    assert (came["direction"], came["in_reply_to"], came["sender_number"]) == ("in", ours["id"], "۱۲۳/۴۵")
    with office.read() as rows:
        (response,) = rows.find("agency_response")
    assert response["letter_id"] == came["id"]
    assert screen.list.current_record() == came["id"]
    settle(qtbot, operations)
    assert any(button.text() == "نوشتن پاسخ" for button in screen.pane.findChildren(QPushButton))


def test_a_printed_letter_is_neither_edited_nor_deleted(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    ours = letters(office)[-1]
    screen.show_record(ours["id"])
    settle(qtbot, operations)
    screen._print_marked()
    shown = paper(qtbot)
    shown.put_out(lambda: None, "")
    settle(qtbot, operations)
    assert letters(office)[-1]["printed_at"] is not None
    screen.reload()
    screen.show_record(ours["id"])
    settle(qtbot, operations)
    QApplication.processEvents()
    texts = [one.text() for one in screen.pane.findChildren(QLabel)]
    assert "چاپ‌شده" in texts or screen.list.current_row()["printed_at"] is not None


def test_the_printer_of_a_need_leads_to_its_letter(qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> None:
    with office.read() as rows:
        first, *_others, last = rows.find("referral")
    with window_on(qtbot, office, tmp_path) as window:
        window.open_record("need", last["need_id"])
        rest(qtbot, window)
        needs = window.screen_shown()
        needs.pane.letter_wanted.emit(last["id"])  # type: ignore[union-attr]
        rest(qtbot, window)
        assert window.screen_name() == "letters"
        screen = window.screen_shown()
        assert isinstance(screen, LettersScreen)
        assert screen.stack.currentWidget() is screen.compose
        qtbot.waitUntil(lambda: screen.compose.pages.page_count() == 2, timeout=8000)
        screen.compose.frame.cancelled.emit()
        window.open_record("referral", first["id"])
        paper(qtbot).reject()
        rest(qtbot, window)
        assert screen.list.current_record() == first["letter_id"]


def test_ticks_are_kept_with_what_is_typed(qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> None:
    with office.read() as rows:
        referral = rows.find("referral")[-1]
    with window_on(qtbot, office, tmp_path, FixedAsker("go_on")) as window:
        window.open_record("referral", referral["id"])
        rest(qtbot, window)
        screen = window.screen_shown()
        assert isinstance(screen, LettersScreen)
        items = screen.compose.items
        items.box("name").setChecked(False)
        items.box("birth_year").setChecked(True)
        items.carried.setChecked(False)
        screen._form_work.keep_now()
        window.show_screen("needs")
        window.open_record("referral", referral["id"])
        rest(qtbot, window)
        assert items.values() == {
            "personal_items": ["father_name", "national_id_last4", "birth_year"],
            "handed_to_resident": False,
        }
        items.carried.setChecked(True)
        qtbot.keyClick(screen.compose, Qt.Key.Key_F2)
        rest(qtbot, window)
        paper(qtbot).reject()
        assert letters(office)[-1]["personal_items"] == ["father_name", "national_id_last4", "birth_year"]


def test_a_letter_that_nobody_printed_is_changed_beside_its_page(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    with office.read() as rows:
        referral = rows.find("referral")[-1]
    with office.write() as work:
        letter = write_referral_letter(work, referral["id"])
    screen.reload()
    screen.show_record(letter["id"])
    settle(qtbot, operations)
    screen.pane.edit_wanted.emit()
    page = screen.compose
    qtbot.waitUntil(lambda: page.pages.page_count() == 2, timeout=8000)
    assert page.frame.title.text().replace("\u200f", "") == f"ویرایش نامهٔ {letter['number']}"
    assert "kind" not in page.form.fields()
    page.items.box("father_name").setChecked(False)
    page.form.field("body").set_value("درخواست ایشان بررسی شود.")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    paper(qtbot).reject()
    changed = next(one for one in letters(office) if one["id"] == letter["id"])
    assert (changed["number"], changed["body"]) == (letter["number"], "درخواست ایشان بررسی شود.")
    assert "father_name" not in changed["personal_items"]
    assert len(letters(office)) == 4


def test_the_receivers_number_is_written_down_after_printing(
    screen: LettersScreen, operations: Operations, office: OfficeFile, qtbot: QtBot
) -> None:
    ours = letters(office)[-1]
    screen.show_record(ours["id"])
    settle(qtbot, operations)
    screen._print_marked()
    paper(qtbot).put_out(lambda: None, "")
    settle(qtbot, operations)
    press_button(screen, "شمارهٔ ثبت نزد گیرنده")
    open_dialog(qtbot)
    press("۱۲/۴۵")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert letters(office)[-1]["secretariat_no_received"] == "۱۲/۴۵"
    assert any(label.text() == "۱۲/۴۵" for label in screen.pane.findChildren(QLabel))
