"""«کارهای امروز» by keys: walking, opening, putting off, giving away; and lists of thousands stay light."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.kept_drafts import kept_drafts
from desktop.services.records import add_record
from desktop.services.worklist_deeds import put_off
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.lines import Line
from desktop.ui.screens.dashboard.screen import DashboardScreen
from desktop.ui.screens.dashboard.task_words import line_of
from desktop.ui.screens.dashboard.worklist import WorklistCard
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.toast import Toast
from tests.fakes import FakeClock
from tests.ui.program import PASSWORD, rest, window_on
from tests.ui.screens.hands import answer, dialogs, enter, open_dialog, press
from tests.ui.screens.made_office import make_office

NOW = datetime(2025, 9, 24, 8, 30, tzinfo=UTC)  # ۱۴۰۴/۰۷/۰۲
SCHOOL, LOAN, INSURANCE, CHAIR = "ثبت‌نام دبستان", "وام اشتغال خانگی", "بیمهٔ درمان خانوار", "دریافت ویلچر"
PROMISED = "اقدام بعدی: بهداشت و درمان"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two needs of hamid and one of narges are late; one is nobody's; hamid promised something for today."""
    folder = tmp_path_factory.mktemp("founded") / "office"
    office = make_office(folder, 4)
    with office.write() as work:
        for username, name in (("narges", "نرگس بامری"), ("kaveh", "کاوه رستمی")):
            staff = work.find("staff_member", full_name=name)[0]["id"]
            add_record(work, "user_account", {"staff_id": staff, "username": username, "role": "facilitator"})
        _needs(work)
    office.close()
    return folder


def _needs(work: UnitOfWork) -> None:
    people, me = work.find("person"), work.actor.staff_id
    narges = work.find("staff_member", full_name="نرگس بامری")[0]["id"]
    told = (
        (SCHOOL, "education", "first", "1404/06/20", me),
        (LOAN, "economic", "normal", "1404/04/10", me),
        (INSURANCE, "health", "second", "1404/05/20", narges),
        (CHAIR, "health", "normal", "1404/06/30", me),
    )
    for person, (subject, field, urgency, noted_on, owner) in zip(people, told, strict=True):
        given = {"subject": subject, "field": field, "urgency": urgency, "noted_on": noted_on}
        need = add_record(
            work, "need", {**given, "scope": "person", "person_id": person["id"], "owner_staff_id": owner}
        )
        if subject == CHAIR:
            work.change("need", need["id"], {"owner_staff_id": None})
    visit = {"type": "home_visit", "subject": "health", "date": "1404/06/20", "person_id": people[0]["id"]}
    add_record(work, "visit", {**visit, "staff_id": me, "next_action_on": "1404/07/02"})


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def office(founded: Path, tmp_path: Path, clock: FakeClock) -> OfficeFile:
    return open_office(OfficeFolder(copytree(founded, tmp_path / "office")), "hamid", PASSWORD, clock=clock)


@pytest.fixture
def window(qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, office, tmp_path / "office") as made:
        yield made


def card_of(window: MainWindow) -> WorklistCard:
    screen = window.screen_shown()
    assert isinstance(screen, DashboardScreen)
    return screen.worklist


def lines(card: WorklistCard) -> list[Line]:
    model = card.list.lazy_model
    return [line_of(model.row(place)) for place in range(model.rowCount())]


def titles(card: WorklistCard) -> list[str]:
    return [line.title for line in lines(card)]


def chip(card: WorklistCard, begins: str) -> Any:
    found = [one for row in (card.scope, card.sorts) for one in row.chips() if one.text().startswith(begins)]
    return found[0]


def need(office: OfficeFile, subject: str) -> Row:
    with office.read() as rows:
        return rows.find("need", subject=subject)[0]


def mark(card: WorklistCard, title: str) -> None:
    """Walks down to a line from the first, with the arrows."""
    qt_list = card.list
    qt_list.setFocus()
    key(qt_list, Qt.Key.Key_Home)
    while titles(card)[qt_list.currentIndex().row()] != title:
        before = qt_list.currentIndex().row()
        key(qt_list, Qt.Key.Key_Down)
        assert qt_list.currentIndex().row() == before + 1


def key(widget: QWidget, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, pressed, modifier)


def test_the_morning_begins_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    """The most urgent is marked already; Enter leads to its need."""
    card = card_of(window)
    assert QApplication.focusWidget() is card.list
    assert titles(card) == [SCHOOL, LOAN, PROMISED, CHAIR]
    enter(qtbot)
    rest(qtbot, window)
    assert window.rail.buttons["needs"].isChecked()
    screen: Any = window.screen_shown()
    assert screen.list.current_record() == need(window.context.office, SCHOOL)["id"]


def test_arrows_walk_and_enter_opens_what_was_promised_in_a_visit(qtbot: QtBot, window: MainWindow) -> None:
    card = card_of(window)
    mark(card, PROMISED)
    enter(qtbot)
    rest(qtbot, window)
    assert window.rail.buttons["visits"].isChecked()


def test_a_line_tells_what_whom_how_late_and_who(window: MainWindow) -> None:
    card = card_of(window)
    chip(card, "همهٔ دفتر").click()
    told = {line.title: line for line in lines(card)}
    with window.context.office.read() as rows:
        people = rows.titles(row["id"] for row in rows.find("person"))
    assert told[INSURANCE].end == "۱۴ روز دیرکرد"
    assert told[INSURANCE].end_tone == "danger"
    assert told[INSURANCE].detail.startswith("فوریت دوم، ")
    assert told[INSURANCE].detail.endswith("، نرگس بامری")
    assert any(name in told[INSURANCE].detail for name in people.values())
    assert told[CHAIR].detail.endswith("، بی‌مسئول")
    assert told[PROMISED].end == "امروز"


def test_ones_own_or_everybodys_is_remembered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window)
    assert INSURANCE not in titles(card)
    chip(card, "همهٔ دفتر").click()
    assert INSURANCE in titles(card)
    again = MainWindow(window.context, window._settings)
    again.let_go()
    rest(qtbot, again)
    shown = again.screen_shown()
    assert isinstance(shown, DashboardScreen)
    assert shown.worklist.scope.choice() == "everybodys"
    assert INSURANCE in titles(shown.worklist)
    again.close()
    again.deleteLater()


def test_chips_keep_one_sort_and_say_how_many(window: MainWindow) -> None:
    card = card_of(window)
    chip(card, "همهٔ دفتر").click()
    shown = [one.text() for one in card.sorts.chips() if not one.isHidden()]
    assert shown == ["همه  ۵", "دیرکرد  ۳", "اقدام بعدی  ۱", "بی‌مسئول  ۱"]
    mark(card, CHAIR)
    chip(card, "دیرکرد").click()
    assert titles(card) == [SCHOOL, INSURANCE, LOAN]
    assert card.list.currentIndex().row() == 0
    chip(card, "بی‌مسئول").click()
    assert titles(card) == [CHAIR]


def test_putting_off_asks_for_a_day_and_a_reason(
    qtbot: QtBot, window: MainWindow, office: OfficeFile, clock: FakeClock
) -> None:
    card = card_of(window)
    mark(card, LOAN)
    key(card.list, Qt.Key.Key_F7)
    open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs()  # a reason is wanted
    open_dialog(qtbot)
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    answer(qtbot, "۱۴۰۴/۰۷/۰۵")
    press("مدارک را شنبه می‌آورد")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert not dialogs()
    assert titles(card) == [SCHOOL, PROMISED, CHAIR]
    assert card.list.currentIndex().row() == 1  # the one that moved up
    chip(card, "به روزی دیگر").click()
    assert [(line.title, line.end) for line in lines(card)] == [(LOAN, "تا ۱۴۰۴/۰۷/۰۵")]
    assert lines(card)[0].detail.startswith("مدارک را شنبه می‌آورد، ")
    clock.pass_time(days=3)
    chip(card, "همه  ").click()
    window.reload()
    rest(qtbot, window)
    back = next(line for line in lines(card) if line.title == LOAN)
    assert back.detail.startswith("بازگشته: مدارک را شنبه می‌آورد، ")


def test_what_was_put_off_is_taken_back_or_brought_back(qtbot: QtBot, window: MainWindow, office: OfficeFile) -> None:
    card = card_of(window)
    for taken_back in (True, False):
        mark(card, LOAN)
        key(card.list, Qt.Key.Key_F7)
        open_dialog(qtbot)
        enter(qtbot)
        press("مدارک ناقص است")
        enter(qtbot, Qt.Key.Key_F2)
        rest(qtbot, window)
        assert LOAN not in titles(card)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=3000)
        if taken_back:
            key(card.list, Qt.Key.Key_F10)
            rest(qtbot, window)
            assert LOAN in titles(card)
    chip(card, "به روزی دیگر").click()
    card.list.setFocus()
    key(card.list, Qt.Key.Key_F7)
    rest(qtbot, window)
    assert titles(card) == []
    chip(card, "همه  ").click()
    assert LOAN in titles(card)


def test_a_need_of_nobody_is_taken_by_one_key(qtbot: QtBot, window: MainWindow, office: OfficeFile) -> None:
    card = card_of(window)
    assert not card.bar.mine.isVisible()
    key(card.list, Qt.Key.Key_F8)  # the marked need has an owner
    mark(card, CHAIR)
    assert card.bar.mine.isVisible()
    key(card.list, Qt.Key.Key_F8)
    rest(qtbot, window)
    assert need(office, CHAIR)["owner_staff_id"] == office.actor.staff_id
    assert CHAIR not in titles(card)  # it has an owner, and its day has not come


def test_a_need_of_nobody_is_given_to_whoever_knows_its_field(
    qtbot: QtBot, window: MainWindow, office: OfficeFile
) -> None:
    card = card_of(window)
    mark(card, CHAIR)
    assert card.bar.theirs.text() == "به نرگس بامری بده"
    key(card.list, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    rest(qtbot, window)
    with office.read() as rows:
        assert rows.titles([need(office, CHAIR)["owner_staff_id"]]) == {
            need(office, CHAIR)["owner_staff_id"]: "نرگس بامری"
        }
    told = [label.text() for toast in window.findChildren(Toast) for label in toast.findChildren(QLabel)]
    assert "پیگیری این نیاز با نرگس بامری است." in told


def test_the_manager_chooses_another_colleague_in_the_menu(
    qtbot: QtBot, window: MainWindow, office: OfficeFile
) -> None:
    card = card_of(window)
    mark(card, CHAIR)
    card.bar.more.click()
    (menu,) = card.bar.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["به نرگس بامری بده", "به کاوه رستمی بده"]
    menu.actions()[1].trigger()
    menu.close()
    rest(qtbot, window)
    with office.read() as rows:
        kaveh = rows.find("staff_member", full_name="کاوه رستمی")[0]["id"]
    assert need(office, CHAIR)["owner_staff_id"] == kaveh


def test_what_was_promised_in_a_visit_is_done_by_one_key(qtbot: QtBot, window: MainWindow, office: OfficeFile) -> None:
    card = card_of(window)
    mark(card, PROMISED)
    assert card.bar.done.isVisible()
    key(card.list, Qt.Key.Key_F9)
    rest(qtbot, window)
    with office.read() as rows:
        assert rows.find("visit")[0]["next_action_done_on"] == rows.today
    assert titles(card) == [SCHOOL, LOAN, CHAIR]


def test_a_form_of_putting_off_that_was_left_is_gone_on_with(
    qtbot: QtBot, window: MainWindow, office: OfficeFile
) -> None:
    card = card_of(window)
    mark(card, LOAN)
    key(card.list, Qt.Key.Key_F7)
    dialog = open_dialog(qtbot)
    enter(qtbot)
    press("مدارک ناقص است")
    qtbot.waitUntil(lambda: bool(kept_drafts(office)), timeout=3000)
    dialog.may_close = lambda: True  # the program ends over it
    dialog.close()
    (draft,) = kept_drafts(office)
    window.asker.answers = ["go_on"]  # type: ignore[attr-defined]
    window.show_screen("needs")
    window.resume(draft)
    rest(qtbot, window)
    again = open_dialog(qtbot)
    assert again.form.changed_values()["reason"] == "مدارک ناقص است"
    again.may_close = lambda: True
    again.close()


def test_an_empty_morning_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with window_on(qtbot, make_office(tmp_path / "none", 0), tmp_path / "none") as window:
        card = card_of(window)
        assert card.none.isVisible()
        assert card.none.title.text() == "کاری نمانده است"
        assert not card.bar.later.isVisible()
        for pressed in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return):
            key(card.list, pressed)
        assert not dialogs()


def test_thousands_of_things_to_do_are_no_more_widgets(qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> None:
    with window_on(qtbot, office, tmp_path / "office") as window:
        card = card_of(window)
        before = len(card.findChildren(QWidget))
        with office.write() as work:
            known = work.find("need")[0]
            draft = {name: known[name] for name in KINDS["need"].fields}
            late = [
                {**draft, "need_no": "", "noted_on": date(2025, 1, 1) + timedelta(days=n % 200)} for n in range(3000)
            ]
            work.add_many("need", late)
        window.reload()
        rest(qtbot, window)
        assert card.list.lazy_model.rowCount() == 3004
        assert len(card.findChildren(QWidget)) == before
        assert len(card.list.lazy_model._pages) <= 3
        card.list.setFocus()
        key(card.list, Qt.Key.Key_End)
        QApplication.processEvents()
        assert card.list.currentIndex().row() == 3003


def test_the_need_of_scenario_six_is_red_on_its_eighth_day(
    qtbot: QtBot, office: OfficeFile, clock: FakeClock, tmp_path: Path
) -> None:
    with office.write() as work:
        given = {"scope": "neighborhood", "field": "civil_physical", "urgency": "first", "supporters_count": 23}
        place = work.find("neighborhood", name="چشمه‌سار")[0]["id"]
        subject = {"subject": "خاموشی چراغ‌های معبر", "neighborhood_id": place, "source": "meeting"}
        add_record(work, "need", {**given, **subject, "owner_staff_id": office.actor.staff_id})
    with window_on(qtbot, office, tmp_path / "office") as window:
        card = card_of(window)
        seen = []
        for _ in range(8):
            clock.pass_time(days=1)
            window.reload()
            rest(qtbot, window)
            seen.append(next((line.end_tone for line in lines(card) if line.title == "خاموشی چراغ‌های معبر"), ""))
        assert seen == ["", "", "", "", "", "", "warn", "danger"]


def test_a_window_unlocked_in_the_morning_shows_the_new_day(qtbot: QtBot, window: MainWindow, clock: FakeClock) -> None:
    card = card_of(window)
    assert next(line.end for line in lines(card) if line.title == PROMISED) == "امروز"
    window.lock()
    clock.pass_time(days=1)
    window.unlock()
    rest(qtbot, window)
    assert next(line.end for line in lines(card) if line.title == PROMISED) == "۱ روز دیرکرد"


def test_a_deed_elsewhere_reaches_the_list(qtbot: QtBot, window: MainWindow, office: OfficeFile) -> None:
    card = card_of(window)
    record = need(office, LOAN)["id"]
    with office.write() as work:
        put_off(work, "need", record, {"until": "1404/07/05", "reason": "قرار تلفنی"})
        changes = work.finish()
    window.operations.changed.emit(changes)
    rest(qtbot, window)
    assert LOAN not in titles(card)
