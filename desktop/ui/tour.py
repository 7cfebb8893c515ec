"""Every page and dialog of the window, one after the other: for pictures of them, and for proofs about all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from desktop.domain.event_life import MARKETS
from desktop.domain.need_life import OPEN_STATES
from desktop.domain.offers import Offer
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.domain.record import Row
from desktop.services.demo.second_laptop import disagree
from desktop.services.registration import Registered, register_lone_visitor
from desktop.services.spreadsheets.exporting import export_file
from desktop.system.settings import Settings
from desktop.ui.household_deeds import open_deed, setting_of
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.steps import steps_of as need_steps
from desktop.ui.screens.reports.side import MONTHS, TEXTS
from desktop.ui.screens.workshops.detail import steps_of
from desktop.ui.shell.help_dialog import HelpDialog
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.screens import SCREENS
from desktop.ui.shell.start_window import StartWindow
from desktop.ui.step_form import steps_of as event_steps
from desktop.ui.widgets.question_dialog import Question
from desktop.ui.widgets.questions import Answer

TYPED = ("رضا", "فاطمه", "مهدی")
"""Names that are typed on the way."""
CODE = "7K2QD-9XWMA-4T6RV-0BJHN-C8EPS-3GZYF-5K1M"


class Visitor(Protocol):
    """Whoever looks at the pages."""

    def rest(self, operations: Operations | None = None) -> None:
        """Waits until pauses have passed and nothing runs."""

    def see(self, shown: QWidget, name: str) -> None:
        """Looks at a window or dialog that is at rest."""


def first_pages(visitor: Visitor, folder: Path, nowhere: Path) -> None:
    """What comes before an office is open; `folder` holds one, `nowhere` none."""
    window = StartWindow(folder, Settings(folder))
    window.show()
    visitor.rest()
    visitor.see(window, "login")
    window.show_forgotten("hamid")
    visitor.see(window, "forgotten")
    window.show_restore()
    visitor.rest()
    visitor.see(window, "restore")
    window.close()
    first = StartWindow(nowhere, Settings(nowhere))
    first.show()
    visitor.rest()
    visitor.see(first, "welcome")
    first.show_founding()
    visitor.rest()
    visitor.see(first, "founding")
    first.show_recovery(CODE, lambda: "", lambda: None)
    visitor.rest()
    visitor.see(first, "recovery")
    first.close()


def office_pages(visitor: Visitor, window: MainWindow) -> None:
    """Every screen with what it shows besides its first page, and what belongs to the window itself."""
    for entry in SCREENS:
        shown: Any = window.show_screen(entry.name)
        visitor.rest(window.operations)
        visitor.see(window, entry.name)
        stops = _STOPS.get(entry.name)
        for name, act in stops(window, shown) if stops else ():
            act()
            visitor.rest(window.operations)
            for seen in _dialogs() or [window]:
                visitor.see(seen, f"{entry.name}-{name}")
                if seen is not window:
                    seen.hide()
                    seen.deleteLater()
    _search(visitor, window)
    for name, dialog in _questions(window):
        dialog.open()
        visitor.rest()
        visitor.see(dialog, name)
        dialog.close()
    window.lock()
    visitor.rest()
    visitor.see(window, "lock")
    window.unlock()


def _dashboard(_window: MainWindow, screen: Any) -> Iterator[Stop]:
    card = screen.worklist
    yield "everybody", card.scope.chips()[1].click
    yield "put-off", partial(_press, card.bar.later)
    yield "mine", card.scope.chips()[0].click


def _residents(window: MainWindow, screen: Any) -> Iterator[Stop]:
    yield "edit", screen.edit
    yield from _deeds(window, screen, ("leave", "return"))
    yield "story", lambda: _show_story(screen)
    yield "identifier", screen.pane.add_identifier.emit
    yield "consent", screen.pane.add_consent.emit
    yield "need", lambda: screen.pane.note_need.emit("")
    yield "privacy", lambda: _show_privacy(window, screen)
    yield "erase", screen.privacy.erase
    yield "file", screen.pane.tabs.chips()[0].click
    yield "doubles-none", screen.show_doubles
    _register_again(window)
    yield "doubles", screen.show_doubles


def _reports(_window: MainWindow, screen: Any) -> Iterator[Stop]:
    yield "texts", partial(screen.side.turn, TEXTS)
    yield "months", partial(screen.side.turn, MONTHS)
    yield "rows", partial(screen.deeds.open_rows, "I-02")
    yield "sign", screen.deeds.sign


def _households(window: MainWindow, screen: Any) -> Iterator[Stop]:
    household = _first(window, "household")
    yield "edit", screen.edit
    yield from _deeds(window, screen, ("move", "split", "head", "join", "death", "dissolve"))
    yield "member", screen.pane.add_person.emit
    yield "card", screen.pane.print_card.emit
    yield "registration", lambda: _begin(screen)
    yield "registration-problems", lambda: _wrong(screen)
    yield "registered", lambda: _saved(window, screen, household)
    yield "list", lambda: screen.stack.setCurrentIndex(0)


def _calendar(_window: MainWindow, screen: Any) -> Iterator[Stop]:
    """The month before, a day of it, and what can be begun."""
    calendar = screen.calendar
    yield "before", partial(calendar.go_to, month_bounds(shift_month(calendar.month(), -1))[0])
    yield "day", screen.pane.begin
    yield "visit", lambda: screen.beginnings.visit(calendar.day(), calendar.day())
    yield "event", lambda: screen.beginnings.event(calendar.day(), calendar.day())
    yield "session", lambda: screen.beginnings.session(calendar.day(), calendar.day())


def _events(window: MainWindow, screen: Any) -> Iterator[Stop]:
    """The form, one market, its next step, and a stall of it."""
    yield from _subject(window, screen)
    market = next((row for row in _rows(window, "event") if row["type"] in MARKETS), None)
    if market is None:
        return
    yield "market", partial(screen.show_record, market["id"])
    for step in event_steps("event", market, window.desk.role):
        if step.asks or step.needs:
            yield f"step-{step.target}", partial(screen.step, step)
    yield "stall", screen.add_stall


_WORKSHOP_TABS = ("sessions", "people", "attendance", "satisfaction", "certificates", "followups")


def _workshops(window: MainWindow, screen: Any) -> Iterator[Stop]:
    yield "new", screen.new_record
    workshop, page = _first(window, "workshop"), screen.detail
    if workshop is not None:
        yield "detail", lambda: screen.show_record(workshop["id"])
        for place, tab in enumerate(_WORKSHOP_TABS, 1):
            yield tab, partial(page.tabs.setCurrentIndex, place)
        yield "plan", page.sessions.plan_wanted.emit
        yield "invite", page.people.invite_wanted.emit
        yield "evaluate", page.satisfaction.evaluate_wanted.emit
        yield "session", page.sessions.add_wanted.emit
        for step in steps_of(page.detail, window.desk.role):
            if step.needs:
                yield f"step-{step.target}", partial(page.step_wanted.emit, step)
        yield "change", page.edit_wanted.emit
        yield "page", page.back_wanted.emit
    yield "due", screen.show_due
    yield "list", lambda: screen.stack.setCurrentIndex(0)


def _needs(window: MainWindow, screen: Any) -> Iterator[Stop]:
    """The form, with the same need told twice; one need on its way; its steps and the deeds of its agency."""
    yield "new", screen.new_record
    noted = next((row for row in _rows(window, "need") if row["status"] in OPEN_STATES and row["person_id"]), None)
    if noted is not None:
        yield "same", lambda: _tell_again(screen, noted)
    yield "list", lambda: _put_away(screen)
    for state in ("answered", "referred", "met", "noted"):
        need = next((row for row in _rows(window, "need") if row["status"] == state), None)
        if need is None:
            continue
        yield f"one-{state}", partial(screen.show_record, need["id"])
        detail = screen.pane.detail
        for step in need_steps(detail, window.desk.role) if detail else ():
            yield f"step-{state}-{step.target}", partial(screen.pane.step_wanted.emit, step)
        for reference in detail.live[:1] if detail and state == "referred" else ():
            for name in ("answer", "elsewhere", "withdraw"):
                yield f"agency-{name}", partial(getattr(screen.pane, f"{name}_wanted").emit, reference)
            yield "agency-more", screen.pane.more_wanted.emit
    yield "board", partial(screen.page.show_view, "board")
    yield "board-one", lambda: screen.board.opened.emit(screen.board.current_record())
    yield "solutions", partial(screen.page.show_view, "solutions")
    yield "list-again", partial(screen.page.show_view, "list")


def _put_away(screen: Any) -> None:
    """Leaves the form empty, so that no draft of it asks the next visitor."""
    screen.form.begin("", {})
    screen.stack.setCurrentIndex(0)


def _tell_again(screen: Any, need: Row) -> None:
    """A need written down that is open already."""
    for name in ("scope", "person_id", "field", "subject"):
        screen.form.form.show_value(name, need[name])  # nothing is left half written
    screen.form.look_for_same()


def _letters(window: MainWindow, screen: Any) -> Iterator[Stop]:
    """Writing for a referral and for nobody, what comes in, reminders, one letter of each sort."""
    yield "new", screen.new_record
    yield "list", lambda: screen.stack.setCurrentIndex(0)
    unwritten = next((row for row in _rows(window, "referral") if not row["letter_id"]), None)
    if unwritten is not None:
        yield "referral", partial(screen.show_record, unwritten["id"])
        yield "back", lambda: screen.stack.setCurrentIndex(0)
    yield "incoming", partial(screen.register, None)
    yield "reminders", screen.ask_reminders
    for kind in ("referral", "reminder"):
        letter = next((row for row in _rows(window, "letter") if row["kind"] == kind), None)
        if letter is not None:
            yield f"one-{kind}", partial(screen.show_record, letter["id"])


def _spreadsheets(window: MainWindow, screen: Any) -> Iterator[Stop]:
    """A file of the office's own residents, looked at and judged; it is thrown away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "residents.xlsx"
        export_file(window.context.office, "person", path)
        yield "columns", lambda: screen.look_at(path)
        yield "review", screen.rehearse
        yield "choose", screen.new_record


def _conflicts(window: MainWindow, screen: Any) -> Iterator[Stop]:
    """Nothing is disputed; then another laptop has written other things of two residents."""

    def meet() -> None:
        if not screen.list.lazy_model.ids():
            disagree(window.context.office)
            screen.reload()

    yield "two", meet
    yield "other", screen.other.open


def _subject(_window: MainWindow, screen: Any) -> Iterator[Stop]:
    yield "new", screen.new_record
    yield "edit", screen.edit


def _room(_window: MainWindow, room: Any) -> Iterator[Stop]:
    """Every tab of a room, the form of something new in it, and that of the first record."""
    for name in room.names():
        yield name, partial(room.show_tab, name)
        yield f"{name}-new", room.new_record
        for step in getattr(getattr(room.page(), "pane", None), "steps", ()):
            if step.needs or step.asks:
                yield f"{name}-{step.target}", partial(room.page().step, step)


Stop = tuple[str, Callable[[], object]]
_STOPS: dict[str, Callable[[MainWindow, Any], Iterable[Stop]]] = {
    "dashboard": _dashboard,
    "residents": _residents,
    "spreadsheets": _spreadsheets,
    "community": _room,
    "neighborhoods": _room,
    "meetings": _room,
    "ngos": _room,
    "money": _room,
    "donations": _room,
    "oversight": _room,
    "organizations": _subject,
    "visits": _subject,
    "households": _households,
    "calendar": _calendar,
    "events": _events,
    "workshops": _workshops,
    "needs": _needs,
    "letters": _letters,
    "reports": _reports,
    "conflicts": _conflicts,
}


def _deeds(window: MainWindow, screen: Any, names: Iterable[str]) -> Iterator[Stop]:
    """What can be done with a household of several, or with one of its members."""
    people = [row for row in _rows(window, "person") if row["status"] == "active"]
    member = next((row for row in people if row["relation_to_head"] == "child"), None)
    if member is None:
        return
    parts = (window.context, window.operations, window.asker)
    about = member["id"] if "leave" in names else ""
    setting = setting_of(parts, member["household_id"], about)
    if setting is not None:
        for name in names:
            yield f"deed-{name}", partial(open_deed, screen, parts, setting, name)


def _show_privacy(window: MainWindow, screen: Any) -> None:
    """The part of somebody of whom something sensitive is kept."""
    told = next(iter(_rows(window, "person_sensitive")), None)
    if told is not None:
        screen.show_record(told["person_id"])
    screen.pane.tabs.chips()[2].click()


def _register_again(window: MainWindow) -> None:
    """A grown-up of the office comes a second time, and is written down with Arabic letters and another living."""
    people = [row for row in _rows(window, "person") if row["status"] == "active" and row["mobile"]]
    first = next((row for row in people if row["birth_date"] and row["birth_precision"] == "day"), None)
    same = ("first_name", "last_name", "father_name", "sex", "neighborhood_id", "mobile", "birth_date")
    if first is None or any(all(row[name] == first[name] for name in same) and row != first for row in people):
        return
    told = {name: first[name] for name in same} | {"birth_date": first["birth_date"].isoformat()}
    told |= {"last_name": first["last_name"].replace("ی", "ي"), "occupation_text": "بافنده"}
    with window.context.office.write() as work:
        register_lone_visitor(work, told)


def _show_story(screen: Any) -> None:
    screen.pane.tabs.chips()[1].click()


def _press(button: QAbstractButton) -> None:
    """Presses a button that may have nothing to be pressed for."""
    if button.isVisible():
        button.click()


def _rows(window: MainWindow, kind: str) -> list[Row]:
    with window.context.office.read() as rows:
        return rows.find(kind)


def _first(window: MainWindow, kind: str) -> Row | None:
    return next(iter(_rows(window, kind)), None)


def _begin(screen: Any) -> None:
    """A registration that nobody has written in yet."""
    screen.new_record()
    screen.registration.begin()


def _saved(window: MainWindow, screen: Any, household: Row | None) -> None:
    """The page after a registration, shown for a household that is there already."""
    if household is None:
        return
    persons = [row for row in _rows(window, "person") if row["household_id"] == household["id"]]
    offers = Offer(persons[-1], "dropped_out"), Offer(persons[0], "no_papers")
    screen.saved.show_registered(Registered(household, tuple(persons), offers))
    screen.stack.setCurrentWidget(screen.saved)


def _wrong(screen: Any) -> None:
    """A registration with slips of the finger, as they are shown."""
    page = screen.registration
    form = page.blocks[0].form
    for field, value in (("first_name", TYPED[1]), ("identifier_value", "9931000210"), ("mobile", "0218877")):
        form.field(field).set_value(value)
    page.add_member()
    page.blocks[1].form.field("first_name").set_value(TYPED[2])
    page.blocks[1].form.field("relation_to_head").set_value("child")
    page.save()


def _search(visitor: Visitor, window: MainWindow) -> None:
    window.show_screen("dashboard")
    window.activateWindow()
    visitor.rest()
    window.search.begin()
    window.search.setText(TYPED[0])
    visitor.rest(window.operations)
    visitor.see(window, "search")
    window.search.clear()


def _questions(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    yield "help", HelpDialog(window)
    translate = QCoreApplication.translate
    yes = Answer("yes", translate("FormWork", "دور ریختن"), "danger")
    no = Answer("no", translate("Question", "انصراف"))
    title = translate("FormWork", "نوشته‌ها دور ریخته شود؟")
    text = translate("FormWork", "آنچه نوشته‌اید هنوز ثبت نشده است.")
    yield "question", Question(window, title, text, [no, yes], tone="danger")


def _dialogs() -> list[QWidget]:
    """The dialogs that stand over the window."""
    return [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QDialog) and shown.isVisible()]
