"""Needs from noting to the letter, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.printing import print_document
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.photos import PhotoStrip
from desktop.ui.screens.needs.screen import NeedsScreen
from desktop.ui.widgets.toast import Toast
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import answer, chips_of, dialogs, enter, open_dialog, press, settle


def texts(screen: NeedsScreen) -> list[str]:
    return [label.text() for label in screen.pane.findChildren(QLabel) if label.isVisible()]


def column(screen: NeedsScreen, key: str) -> list[str]:
    model = screen.list.table.lazy_model
    place = [c.key for c in model.columns].index(key)
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def step(screen: NeedsScreen, text: str) -> None:
    next(b for b in screen.pane.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


def need(office: OfficeFile, subject: str) -> Row:
    with office.read() as rows:
        return rows.find("need", subject=subject)[-1]


def test_the_list_shows_the_open_needs_newest_first(screen: NeedsScreen) -> None:
    assert column(screen, "noted_on")[0] == "۱۴۰۴/۰۷/۰۱"
    assert len(column(screen, "subject")) == 6
    assert screen.list.count.text() == "۶ نیاز"


def test_overdue_needs_are_found_by_one_chip(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    chips_of(screen, "late")[0].click()
    settle(qtbot, operations)
    assert sorted(column(screen, "subject")) == ["ثبت‌نام دبستان", "وام اشتغال خانگی"]
    model = screen.list.table.lazy_model
    due = next(c for c in model.columns if c.key == "due_on")
    assert due.tone is not None
    assert due.tone(model.row(0)) == "danger"


@pytest.mark.parametrize(
    ("chips", "place", "many"), [("urgency", 0, 2), ("urgency", 1, 2), ("state", 1, 4), ("state", 3, 1)]
)
def test_chips_narrow_the_list(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot, chips: str, place: int, many: int
) -> None:
    chips_of(screen, chips)[place].click()
    settle(qtbot, operations)
    assert len(column(screen, "subject")) == many


def test_the_pane_tells_the_whole_course(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    screen.show_record(need_ids[0])
    settle(qtbot, operations)
    shown = texts(screen)
    for part in ("دریافت شناسنامه", "ارجاع به ثبت احوال", "پاسخ ثبت احوال: پذیرش", "پاسخ داده‌شده"):
        assert part in shown


def test_the_need_of_scenario_four_is_typed_referred_and_printed(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.read() as rows:
        person = rows.find("person")[6]
    screen.new_record()
    settle(qtbot, operations)
    form = screen.form.form
    screen.form.form.field("scope").setFocus()
    enter(qtbot)
    answer(qtbot, f"{person['first_name']} {person['last_name']}")
    answer(qtbot, "هویت و مدارک")
    answer(qtbot, "دریافت شناسنامهٔ بی‌بی‌گل")
    answer(qtbot, "فوریت دوم")
    assert form.field("owner_staff_id").editors()[0].property("text") == "نرگس بامری"
    assert form.field("due_on").editors()[0].property("text") == "۱۴۰۴/۰۸/۰۲"
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    made = need(office, "دریافت شناسنامهٔ بی‌بی‌گل")
    with office.read() as rows:
        owner = rows.get("staff_member", made["owner_staff_id"])
    assert owner is not None
    assert (owner["position"], made["urgency"], made["person_id"]) == ("social_worker", "second", person["id"])
    step(screen, "ارجاع به دستگاه")
    open_dialog(qtbot)
    answer(qtbot, "ثبت احوال")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    with office.read() as rows:
        referral = rows.find("referral", need_id=made["id"])[0]
    assert need(office, made["subject"])["status"] == "referred"
    assert screen.pane.latest_referral() == referral["id"]
    assert len(screen.pane.findChildren(PhotoStrip)) == 1
    assert print_document(office, "referral_letter", record_id=referral["id"]).startswith(b"%PDF")


def test_the_level_decides_whom_the_need_is_about(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    screen.new_record()
    settle(qtbot, operations)
    form = screen.form.form
    assert "person_id" in form.fields()
    assert "supporters_count" not in form.fields()
    form.field("scope").setFocus()
    QApplication.processEvents()
    form.field("scope").set_value(None)
    answer(qtbot, "محله‌ای")
    assert "neighborhood_id" in form.fields()
    assert "supporters_count" in form.fields()
    assert "person_id" not in form.fields()


def test_an_owner_chosen_by_hand_stays(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    screen.new_record()
    settle(qtbot, operations)
    form = screen.form.form
    form.field("field").setFocus()
    answer(qtbot, "حقوقی")
    form.field("owner_staff_id").set_value(None)
    form.field("owner_staff_id").setFocus()
    answer(qtbot, "کاوه رستمی")
    form.field("field").set_value(None)
    form.field("field").setFocus()
    answer(qtbot, "هویت و مدارک")
    assert form.field("owner_staff_id").editors()[0].property("text") == "کاوه رستمی"


def test_what_is_missing_is_said_beside_its_field(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    screen.new_record()
    settle(qtbot, operations)
    form = screen.form.form
    for name, text in (("field", "حقوقی"), ("subject", "ارث")):
        form.field(name).setFocus()
        answer(qtbot, text)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert form.field("person_id").editors()[0].accessibleDescription() == "این خانه خالی است."


def test_a_step_without_its_answer_is_refused_with_a_sentence(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    screen.show_record(need_ids[1])
    settle(qtbot, operations)
    step(screen, "برآورده شد")
    dialog = open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    QApplication.processEvents()
    chips = dialog.form.field("resident_confirmed").editors()
    assert "این خانه خالی است." in [chip.accessibleDescription() for chip in chips]
    dialog.form.field("resident_confirmed").set_value(True)
    dialog.form.field("satisfaction").set_value(9)
    enter(qtbot, Qt.Key.Key_F2)
    QApplication.processEvents()
    assert dialog.form.field("satisfaction").editors()[0].accessibleDescription() == "نباید از ۵ بیشتر باشد."
    dialog.form.field("satisfaction").set_value(4)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    met = need(office, "بیمهٔ درمان خانوار")
    assert (met["status"], met["resident_confirmed"], met["satisfaction"]) == ("met", True, 4)


def test_a_story_is_reworded_and_the_guidance_card_comes(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    screen.new_record()
    settle(qtbot, operations)
    frame = screen.form
    with office.read() as rows:
        frame.form.field("person_id").set_value(rows.find("person")[0]["id"])
    for name, value in (("field", "social"), ("subject", "مراجعه به خدمات مشاوره")):
        frame.form.field(name).set_value(value)
    assert frame.guidance.isHidden()
    frame.form.field("description").setFocus()
    press("برادرش معتاد است")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert frame.guidance.isVisible()
    mend = next(b for b in frame.form.findChildren(QPushButton) if b.text() == "جایگزین کن" and b.isVisible())
    mend.click()
    assert not mend.isVisible()
    assert frame.form.field("description").value() == "برادرش فرد دارای نیاز درمانی است"
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert need(office, "مراجعه به خدمات مشاوره")["description"] == "برادرش فرد دارای نیاز درمانی است"


def test_personal_data_do_not_leave_without_consent(
    screen: NeedsScreen,
    office: OfficeFile,
    operations: Operations,
    qtbot: QtBot,
    need_ids: list[str],
    asker: FixedAsker,
) -> None:
    screen.show_record(need_ids[3])
    settle(qtbot, operations)
    step(screen, "ارجاع به دستگاه")
    dialog = open_dialog(qtbot)
    answer(qtbot, "کمیته امداد")
    dialog.form.field("includes_personal").set_value(True)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    told = [chip.accessibleDescription() for chip in dialog.form.field("includes_personal").editors()]
    assert told[0].startswith("برای فرستادن دادهٔ شخصی، رضایت")
    assert need(office, "وام اشتغال خانگی")["status"] == "noted"
    asker.answers = [True]
    dialog.reject()


def test_an_undone_step_is_undone(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, need_ids: list[str]
) -> None:
    screen.show_record(need_ids[2])
    settle(qtbot, operations)
    step(screen, "پیگیری در دفتر")
    dialog = open_dialog(qtbot)
    dialog.form.field("note").setFocus()
    press("تماس با مدرسه")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert need(office, "ثبت‌نام دبستان")["status"] == "in_progress"
    screen.window().findChildren(Toast)[0].undo.click()
    settle(qtbot, operations)
    assert need(office, "ثبت‌نام دبستان")["status"] == "noted"


def test_a_half_typed_need_is_not_left_without_a_question(
    screen: NeedsScreen, operations: Operations, asker: FixedAsker, qtbot: QtBot
) -> None:
    screen.new_record()
    settle(qtbot, operations)
    assert screen.may_leave()
    screen.form.form.field("subject").setFocus()
    press("بیمه")
    asker.answers = [False]
    assert not screen.may_leave()
    assert len(asker.asked) == 1


def test_the_papers_of_needs_stand_where_needs_stand(qtbot: QtBot, screen: NeedsScreen) -> None:
    menu = screen.offer_papers()
    names = ["print-guidance_sheet", "print-blank_need", "print-needs_register", "print-good_practices"]
    assert [entry.objectName() for entry in menu.actions()] == names
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: [one.windowTitle() for one in dialogs()] == ["فرم خالی ثبت نیاز"])
    dialogs()[0].close()
