"""The list, the page and the form of workshops."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper import PaperDialog
from desktop.ui.photos import PhotoStrip
from desktop.ui.screens.workshops.planning import PlanDialog
from desktop.ui.screens.workshops.screen import WorkshopsScreen
from tests.ui.screens.hands import answer, chips_of, dialogs, enter, open_dialog, press, settle
from tests.ui.screens.made_office import add_workshop


def cells(screen: WorkshopsScreen, row: int = 0) -> list[str]:
    model = screen.list.table.lazy_model
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def show(screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str) -> None:
    screen.show_record(workshop_id)
    settle(qtbot, operations)


def step(screen: WorkshopsScreen, text: str) -> None:
    next(b for b in screen.detail.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


def test_the_list_tells_how_full_each_workshop_is(screen: WorkshopsScreen) -> None:
    assert cells(screen) == [
        "۱",
        "مهارت‌های زندگی، گروه مادران",
        "مهارت‌های زندگی",
        "شهرک نخلستان",
        "۱۴۰۴/۰۶/۰۱",
        "۴",
        "۲۰ از ۲۰",
        "در حال برگزاری",
    ]


def test_chips_and_search_narrow_the_list(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        add_workshop(work, title="خیاطی خانگی")
    screen.reload()
    screen.list.search.setFocus()
    press("خياطي")
    qtbot.waitUntil(lambda: len(screen.list.table.lazy_model.ids()) == 1 and cells(screen)[1] == "خیاطی خانگی")
    screen.list.search.clear()
    next(chip for chip in chips_of(screen, "state") if chip.text() == "لغوشده").click()
    qtbot.waitUntil(lambda: not screen.list.table.lazy_model.ids())


def test_enter_opens_the_workshop_and_escape_goes_back(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot
) -> None:
    screen.list.table.setFocus()
    enter(qtbot)
    settle(qtbot, operations)
    assert screen.stack.currentWidget() is screen.detail
    assert screen.detail.title.text() == "مهارت‌های زندگی، گروه مادران"
    assert len(screen.detail.identity.findChildren(PhotoStrip)) == 1
    screen.detail.setFocus()
    qtbot.keyClick(screen.detail, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.list_page


def test_a_step_that_is_not_due_is_refused_with_a_sentence(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    step(screen, "پایان کارگاه")
    settle(qtbot, operations)
    assert screen.detail.problem.text() == "وضع برگزاری همهٔ جلسه‌ها را روشن کنید."
    assert screen.detail.problem.isVisible()


def test_cancelling_asks_for_the_reason_and_stores_it(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    step(screen, "لغو کارگاه")
    open_dialog(qtbot)
    press("نبود مدرس")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    with office.read() as rows:
        workshop = rows.get("workshop", workshop_id)
    assert workshop is not None
    assert (workshop["status"], workshop["cancel_reason"]) == ("cancelled", "نبود مدرس")


def test_sessions_are_planned_by_one_button(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        fresh = add_workshop(work, title="خیاطی خانگی", sessions_planned=3)
    show(screen, operations, qtbot, fresh)
    screen.detail.sessions.plan_wanted.emit()
    dialog = open_dialog(qtbot)
    settle(qtbot, operations)
    assert isinstance(dialog, PlanDialog)
    assert len(dialog.sessions) == 3
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    with office.read() as rows:
        assert [s["no"] for s in rows.find("workshop_session", workshop_id=fresh)] == [1, 2, 3]


def test_the_waiting_list_is_shown_in_order_and_a_free_seat_goes_to_its_first(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    people = screen.detail.people
    screen.detail.show_tab(people)
    assert people.count.text() == "۲۰ از ۲۰ نفر · ۲ نفر در نوبت"
    detail = screen.detail.detail
    assert detail is not None
    waiting = detail.with_status("waiting")
    assert [person.waiting_rank for person in waiting] == [1, 2]
    people.table.select_row(0)
    people.withdraw.click()
    settle(qtbot, operations)
    with office.read() as rows:
        promoted = rows.get("workshop_enrollment", waiting[0].enrollment_id)
    assert promoted is not None
    assert promoted["status"] == "enrolled"


def test_many_are_enrolled_at_once_by_typing_names(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        fresh = add_workshop(work, title="خیاطی خانگی")
        names = [f"{p['first_name']} {p['last_name']}" for p in work.find("person")[:3]]
    show(screen, operations, qtbot, fresh)
    screen.detail.show_tab(screen.detail.people)
    assert QApplication.focusWidget() is screen.detail.people.picker
    for name in names:
        answer(qtbot, name)
        screen.detail.people.picker.setFocus()
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    with office.read() as rows:
        assert len(rows.find("workshop_enrollment", workshop_id=fresh)) == 3


def test_a_new_workshop_is_typed_and_refusals_stand_beside_the_fields(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    screen.new_record()
    form = screen.form.form
    assert QApplication.focusWidget() in form.field("title").editors()
    answer(qtbot, "سواد مالی")
    enter(qtbot, Qt.Key.Key_F2)
    assert QApplication.focusWidget() in form.field("type").editors()
    answer(qtbot, "کارآفرینی")
    given = {"place": "تالار", "planned_start": "14040701", "planned_end": "14040601", "sessions_planned": "۳", "hours_per_session": "۲", "capacity": "۱۵"}  # fmt: skip  # noqa: E501
    for name, text in given.items():
        form.field(name).setFocus()
        answer(qtbot, text)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert form.field("planned_end").editors()[0].accessibleDescription() == "این تاریخ پیش از آغاز است."
    form.field("planned_end").set_value(None)
    form.field("planned_end").setFocus()
    answer(qtbot, "14040730")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    with office.read() as rows:
        made = rows.find("workshop", title="سواد مالی")
    assert [workshop["capacity"] for workshop in made] == [15]
    assert screen.stack.currentWidget() is screen.detail


def test_a_form_with_fewer_places_than_were_given_says_so(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    screen.detail.edit_wanted.emit()
    capacity = screen.form.form.field("capacity")
    capacity.setFocus()
    capacity.set_value(None)
    answer(qtbot, "۵")
    told = "۲۰ نفر ثبت‌نام دارند؛ ظرفیت کمتر از آن است."
    qtbot.waitUntil(lambda: capacity.editors()[0].accessibleDescription() == told, timeout=3000)


def test_the_papers_of_a_workshop_are_offered_by_a_key_and_the_call_list_is_seen_before_it_is_printed(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    menu = screen.detail.offer_papers()
    assert menu is not None
    assert [entry.objectName() for entry in menu.actions()] == [
        "print-attendance_sheet",
        "print-call_list",
        "print-workshop_report",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, operations)
    (paper,) = (one for one in dialogs() if isinstance(one, PaperDialog))
    assert paper.windowTitle() == "فهرست تماس کارگاه"
    paper.reject()
