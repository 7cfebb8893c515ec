"""Enrolling many at once: the residents narrowed by interest, skill, place and age, each with a tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.order import sort_key
from desktop.domain.persian.text import search_key
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.workshop_candidates import MOST, Candidate, Wanted, candidates
from desktop.store.rows import Rows
from desktop.ui.form_work import Parts
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.finder import SearchLine
from desktop.ui.widgets.labels import EmptyState, card, h1, label, muted, small
from desktop.ui.widgets.lazy_table import Column, LazyTable
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, labels_of, said, told_all

ALL = ""
_HEADS = "women_heads"


class TickTable(LazyTable):
    """Space ticks and goes down, Ctrl+A ticks all, Enter ticks and stays."""

    ticked = Signal(str, bool)  # person, whether to go on
    all_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_id()
        if key and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(str(key), True)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        else:
            super().keyPressEvent(event)


class InviteDialog(QDialog):
    """F2 enrols everybody who is ticked; those for whom there is no seat wait in the order of the list."""

    enroll_wanted = Signal(list)  # person ids

    def __init__(self, parent: QWidget, parts: Parts, workshop: Row, free: int) -> None:
        super().__init__(parent)
        self._context, self._operations, _asker = parts
        self._workshop, self._free, self._asked = workshop, free, 0
        self._by_id: dict[str, Candidate] = {}
        self.chosen: dict[str, None] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("ثبت‌نام از فهرست ساکنان"))
        self.search = SearchLine(self.tr("نام، مهارت یا شغل…"))
        self.interest = self._box(self.tr("علاقه‌مندی"), self.tr("همهٔ علاقه‌مندی‌ها"), labels_of("workshop_type"))
        self.activity = self._box(self.tr("وضع فعالیت"), self.tr("همهٔ وضعیت‌های کار"), labels_of("activity_status"))
        self.place = self._box(self.tr("محله"), self.tr("همهٔ محله‌ها"), self._places())
        heads = said(KINDS["person"].fields["is_women_head"].label)
        self.heads = ChipRow([(_HEADS, heads)], self.tr("ویژه"), several=True, in_line=True)
        self.youngest, self.oldest = _AgeLine(self.tr("از سن")), _AgeLine(self.tr("تا سن"))
        self.count, self.sum = muted(), label("", "strong")
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.table = TickTable(self._columns(), self._fetch, self.tr("ساکنان"))
        hint = self.tr("پالایه‌ها را بردارید یا واژهٔ دیگری بنویسید.")
        self.table.set_empty(EmptyState("users", self.tr("کسی با این ویژگی‌ها نیست"), hint))
        self.enroll = button(self.tr("ثبت‌نام"), self._enroll, icon_name="user-plus", look="primary")
        self.enroll.setToolTip(tip(self.tr("ثبت‌نام"), "F2"))
        self.interest.setCurrentIndex(max(0, self.interest.findData(workshop["type"])))
        self._lay_out()
        self._connect()
        self.resize(1040, 640)
        self._tell_sum()
        self._ask()

    def wanted(self) -> Wanted:
        """How the list is narrowed now."""
        return Wanted(
            interests=_chosen(self.interest),
            women_heads=bool(self.heads.chosen()),
            neighborhood_ids=_chosen(self.place),
            activity=_chosen(self.activity),
            youngest=self.youngest.age(),
            oldest=self.oldest.age(),
        )

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.problem.setText(told_all(problems))
        self.problem.setVisible(bool(problems))
        self.enroll.setEnabled(bool(self.chosen))

    def done(self, result: int) -> None:
        """Closes; an answer that is still on its way comes to nobody."""
        self._asked += 1
        super().done(result)

    def _ask(self) -> None:
        self._asked += 1
        number, office, typed = self._asked, self._context.office, self.search.text().strip()
        wanted, workshop_id = self.wanted(), str(self._workshop["id"])

        def work(_progress: object) -> list[Candidate]:
            with office.read() as rows:
                return found_people(rows, workshop_id, wanted, typed)

        def done(found: list[Candidate]) -> None:
            if number == self._asked:
                self._show(found)

        self._operations.run(work, done, title=None)

    def _show(self, found: Sequence[Candidate]) -> None:
        """Whoever is ticked already stays ticked, also when another search hides them."""
        if not found and not self.search.text() and self.wanted() == Wanted(interests=(self._workshop["type"],)):
            self.interest.setCurrentIndex(0)  # nobody has said so yet: everybody is offered
            return
        self._by_id = {**{key: one for key, one in self._by_id.items() if key in self.chosen}}
        self._by_id |= {one.person_id: one for one in found}
        self.table.set_ids([one.person_id for one in found])
        self.table.lazy_model.refresh()
        more = self.tr("نخستین {many} نفر").format(many=grouped(MOST))
        self.count.setText(more if len(found) >= MOST else self.tr("{many} نفر").format(many=grouped(len(found))))

    def _tick(self, person_id: str, go_on: bool) -> None:
        if person_id in self.chosen:
            del self.chosen[person_id]
        else:
            self.chosen[person_id] = None
        place = self.table.currentIndex().row()
        self.table.lazy_model.refresh()
        if go_on and place + 1 < self.table.lazy_model.rowCount():
            self.table.select_row(place + 1)
        self._tell_sum()

    def _clicked(self, index: QModelIndex) -> None:
        if not index.column():
            self._tick(str(self.table.current_id()), False)

    def _tick_all(self) -> None:
        """Ticks everybody shown; when all are, takes the ticks away."""
        shown = [str(key) for key in self.table.lazy_model.ids()]
        if all(key in self.chosen for key in shown):
            for key in shown:
                self.chosen.pop(key, None)
        else:
            self.chosen |= dict.fromkeys(shown)
        self.table.lazy_model.refresh()
        self._tell_sum()

    def _tell_sum(self) -> None:
        many = len(self.chosen)
        busy = sum(bool(self._by_id[key].busy) for key in self.chosen if key in self._by_id)
        parts = [self.tr("{many} نفر نشان‌شده").format(many=grouped(many))] if many else []
        parts.append(self.tr("{free} جای خالی").format(free=grouped(max(0, self._free))))
        if many > max(0, self._free):
            waiting = many - max(0, self._free)
            parts.append(self.tr("{many} نفر در نوبت می‌ماند").format(many=grouped(waiting)))
        if busy:
            parts.append(self.tr("{many} نفر همزمان کارگاه دیگری دارد").format(many=grouped(busy)))
        self.sum.setText(" · ".join(parts))
        self.enroll.setEnabled(bool(many))

    def _enroll(self) -> None:
        if self.chosen and self.enroll.isEnabled():
            self.enroll.setEnabled(False)
            self.enroll_wanted.emit(list(self.chosen))

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._by_id.get(one) for one in ids]

    def _columns(self) -> list[Column]:
        person = KINDS["person"].fields
        return [
            Column(key="tick", title="✓", text=self._mark, width=52, tone=lambda _one: "primary"),
            Column(key="name", title=self.tr("نام و نام خانوادگی"), text=lambda c: c.name, width=0, avatar=True),
            Column(key="age", title=self.tr("سن"), text=_age, width=56),
            Column(key="father", title=said(person["father_name"].label), text=_father, width=120, muted=True),
            Column(key="no", title=said(person["resident_no"].label), text=_number, width=130, ltr=True, muted=True),
            Column(key="head", title=self.tr("سرپرست"), text=self._head, width=124, tone=_head_tone),
            Column(key="busy", title=self.tr("همزمان با"), text=lambda c: c.busy, width=190, tone=_busy_tone),
        ]

    def _mark(self, one: Candidate) -> str:
        return "✓" if one.person_id in self.chosen else ""

    def _head(self, one: Candidate) -> str:
        return self.tr("زن سرپرست") if one.is_women_head else ""

    def _box(self, name: str, every: str, choices: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(every, ALL)
        for key, text in choices.items():
            box.addItem(text, key)
        return box

    def _places(self) -> Mapping[str, str]:
        with self._context.office.read() as rows:
            found = {place["id"]: place["name"] for place in rows.find("neighborhood")}
        return dict(sorted(found.items(), key=lambda place: sort_key(place[1])))

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        for box in (self.interest, self.activity, self.place):
            box.currentIndexChanged.connect(lambda _place: self._ask())
        for line in (self.youngest, self.oldest):
            line.textChanged.connect(lambda _text: self._ask())
        self.heads.changed.connect(self._ask)
        self.table.ticked.connect(self._tick)
        self.table.all_wanted.connect(self._tick_all)
        self.table.row_activated.connect(lambda key: self._tick(str(key), False))
        self.table.clicked.connect(self._clicked)
        QShortcut(QKeySequence("F2"), self).activated.connect(self._enroll)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for box in (self.interest, self.activity, self.place):
            filters.addWidget(box, 1)
        filters.addWidget(self.heads)
        filters.addWidget(self.youngest)
        filters.addWidget(self.oldest)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(h1(self.windowTitle()))
        upper.addWidget(self.count)
        upper.addStretch(1)
        frame, within = card(0)
        within.setContentsMargins(6, 4, 6, 6)
        within.addWidget(self.table)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.sum)
        lower.addStretch(1)
        lower.addWidget(small(self.tr("نشان: Space   همه: Ctrl+A   ثبت‌نام: F2   بستن: Esc")))
        lower.addWidget(self.enroll)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addLayout(upper)
        inside.addWidget(self.search)
        inside.addLayout(filters)
        inside.addWidget(self.problem)
        inside.addWidget(frame, 1)
        inside.addLayout(lower)


class _AgeLine(QLineEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        digit_line(self)
        self.setMaxLength(3)
        self.setFixedWidth(74)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def age(self) -> int | None:
        typed = to_ascii(self.text().strip())
        return int(typed) if typed.isdecimal() else None


def _age(one: Candidate) -> str:
    return digits(str(one.age)) if one.age is not None else "—"


def _father(one: Candidate) -> str:
    return one.father_name or "—"


def _number(one: Candidate) -> str:
    return digits(one.resident_no)


def _chosen(box: QComboBox) -> tuple[str, ...]:
    key = str(box.currentData() or ALL)
    return (key,) if key else ()


def found_people(rows: Rows, workshop_id: str, wanted: Wanted, typed: str) -> list[Candidate]:
    """Who is as wanted, has no place here yet, and has a skill or a name as typed."""
    found = candidates(rows, workshop_id, wanted)
    if typed:
        able = candidates(rows, workshop_id, replace(wanted, skills=(typed,)))
        named = [one for one in found if search_key(typed) in search_key(one.name)]
        found = list({one.person_id: one for one in (*able, *named)}.values())
    return [one for one in found if not one.place]


def _head_tone(one: Candidate) -> Tone | None:
    return "info" if one.is_women_head else None


def _busy_tone(one: Candidate) -> Tone | None:
    return "warn" if one.busy else None
