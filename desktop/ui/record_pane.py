"""The marked record beside its list: what it is called, its next steps, its fields, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.domain.clock import today_in_iran
from desktop.domain.fields import About, Input, abouts
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Row
from desktop.services.access import may_read
from desktop.services.printing import printables
from desktop.services.record_views import RecordView
from desktop.store.rows import Rows
from desktop.ui.declared import Tones, declared_facts, detail_of, field_text, title_of, tone_of, value_text
from desktop.ui.lines import LineButton, disputed_line
from desktop.ui.list_filters import Filter
from desktop.ui.list_source import KindSource
from desktop.ui.step_form import look_of, steps_of
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, Pane, facts, group
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Avatar, EmptyState, badge, icon_tile, label, line, small
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import listed, said, short

_WIDTH = 296
_WIDE = 360  # of subjects with steps, whose buttons stand side by side
_APART = frozenset({Input.LINES, Input.ROWS})  # what needs lines of its own below the facts


@dataclass(frozen=True, kw_only=True)
class Child:
    """Records of another kind that belong to one of these, shown, added and changed in its pane."""

    kind: str
    owner: str  # the field that points to the record they belong to
    icon: str
    none: str  # said while there are none; "": then nothing of them is shown, and none is added here
    tones: Mapping[str, Tone] = field(default_factory=dict)  # state → colour of the word at the line's end
    title: str = ""  # above them, where it is not the plural of their kind
    elsewhere: bool = False  # a press leads to its own room
    preset: Callable[[Row], Mapping[str, object]] = lambda _owner: {}  # what a new one takes from its owner
    evaluated: bool = False  # a new one begins with the criteria that are usual for its owner
    only: Callable[[Row], bool] = lambda _owner: True  # which records have such ones at all


class More(NamedTuple):
    """A further part of the pane: its title, and icon, name and value of each line."""

    title: str
    facts: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is particular to one subject; all else follows from the declaration of its kind."""

    kind: str
    icon: str
    search: str  # what the search line says while it is empty
    unit: str
    new: str  # the main deed: «معتمد تازه»
    none: tuple[str, str]  # what is said, and advised, while there is nothing
    people: bool = False  # shown with an initial in a circle
    filters: Sequence[Filter] = ()
    tones: Tones = field(default_factory=dict)
    columns: Sequence[Column] = ()  # of the list, where they are not those of the declaration
    droppable: Sequence[str] = ()
    source: type[KindSource] | None = None  # of the list's rows, where they tell more than the record does
    children: Sequence[Child] = ()
    papers: Sequence[str] = ()  # printables of one record, by their names in the catalogue
    prints: Callable[[Row], bool] = lambda _row: True  # whether this record has these papers
    headings: Mapping[str, str] = field(default_factory=dict)
    more: Callable[[Rows, Row], Any] | None = None  # what else is told of a record: a `More`, or what its pane knows
    more_tells: Sequence[str] = ()  # fields that `more` tells better; it then stands above the others
    title: str = ""  # of the list, where it is not the plural of its kind
    pane: Callable[[Subject, str], RecordPane] | None = None  # a pane made by hand; None: from the declaration
    share: float = 0.0  # of the page's width that the pane takes; 0: as wide as panes are
    where: Mapping[str, str] = field(default_factory=dict)  # field → value that all records of the list have


class RecordPane(Pane):
    """Shows one record. What the user wants goes out as signals; the screen does it."""

    edit = Signal()
    remove = Signal()
    step_wanted = Signal(object)  # Transition
    paper_wanted = Signal(str)
    add_child = Signal(object)
    edit_child = Signal(object, object)
    child_menu = Signal(object, object, object)  # Child, Row, the button below which it opens
    open_record = Signal(str, str)

    def __init__(self, subject: Subject, role: str) -> None:
        super().__init__(_WIDE if KINDS[subject.kind].life or subject.children else _WIDTH)
        self._subject, self._role = subject, role
        self.steps: Sequence[Transition] = ()
        self.show_view(None)

    def show_view(self, view: RecordView | None, more: Any = None) -> None:
        """Shows a record; None says that nothing is marked."""
        self.empty()
        self.steps = self._steps(view, more) if view is not None else ()
        if view is None:
            told = self.tr("چیزی برگزیده نیست"), self.tr("یک ردیف فهرست را نشان کنید.")
            self.add(EmptyState(self._subject.icon, *told))
            return
        self.add(self._head(view), self._deeds(view))
        if view.is_disputed:
            self.add(disputed_line(str(view.row["id"]), self.open_record.emit))
        self._show_steps()
        self.add(line())
        self._show_body(view, more)
        self.add(small(_history(view.row), wrap=True))
        self.column.addStretch(1)

    def _show_body(self, view: RecordView, more: Any) -> None:
        """What stands between the steps and the last line; a pane made by hand tells it in its own way."""
        if self._subject.more_tells:
            self._show_more(more)
        self._show_facts(view)
        if not self._subject.more_tells:
            self._show_more(more)
        for child in self._subject.children:
            if child.only(view.row) and may_read(self._role, KINDS[child.kind]):
                self._show_children(child, view)

    def _steps(self, view: RecordView, _more: Any) -> Sequence[Transition]:
        """The steps that are offered."""
        return steps_of(self._subject.kind, view.row, self._role)

    def papers_of(self, view: RecordView) -> Sequence[str]:
        """The printables of this record."""
        printed = self._subject.prints(view.row)
        return [name for name in self._subject.papers if printed and name in printables()]

    def add_part(self, part: QWidget) -> None:
        """A part that only one subject has, below what is declared."""
        self.column.insertWidget(max(0, self.column.count() - 2), part)  # before the history and the space below it

    def _head(self, view: RecordView) -> QWidget:
        kind = self._subject.kind
        title = title_of(kind, view.row, view.titles)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(label(title, "h2", wrap=True))
        detail = detail_of(kind, view.row, view.titles)
        if detail:
            words.addWidget(small(detail))
        for name, tones in self._subject.tones.items():
            value = KINDS[kind].state_of(view.row, view.today) if name == KINDS[kind].state else view.row[name]
            if value is not None:
                shown = field_text(kind, name, {**view.row, name: value}, view.titles)
                text = f"{said(KINDS[kind].fields[name].label)}: {shown}"
                words.addWidget(badge(text, tone_of(tones, value)), 0, start())
        tile = Avatar(title, 54) if self._subject.people else icon_tile(self._subject.icon, "primary", 48)
        row.addWidget(tile, 0)
        row.addLayout(words, 1)
        return box

    def _deeds(self, view: RecordView) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        if self._role in KINDS[self._subject.kind].writers:
            row.addWidget(icon_button("pencil", self.tr("ویرایش"), self.edit.emit))
            row.addWidget(icon_button("trash-2", self.tr("حذف"), self.remove.emit))
        for name in self.papers_of(view):
            row.addWidget(icon_button("printer", paper_title(name), partial(self.paper_wanted.emit, name)))
        row.addStretch(1)
        return box

    def _show_steps(self) -> None:
        if not self.steps:
            return
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        for place, step in enumerate(self.steps):
            made = button(said(step.label), partial(self.step_wanted.emit, step), look=look_of(step, place))
            flow.addWidget(made)
        self.add(holder)

    def _show_more(self, more: Any) -> None:
        if isinstance(more, More) and more.facts:
            self.add(group(more.title), *facts(more.facts))

    def _show_facts(self, view: RecordView, but: Collection[str] = ()) -> None:
        """Every field that has something to say, `but` those that the pane tells elsewhere."""
        kind = self._subject.kind
        declared = KINDS[kind].fields
        told_above = {*KINDS[kind].title, *KINDS[kind].detail, *self._subject.tones, *self._subject.more_tells, *but}
        apart = [name for name, about in declared.items() if about.input in _APART and name not in told_above]
        for name, icon, caption, text in declared_facts(kind, view.row, view.titles, {*told_above, *apart}):
            fact = Fact(icon, caption, text)
            led = leads_to(declared[name])
            if led:
                go = partial(self.open_record.emit, led, str(view.row[name]))
                fact.add_action(_small(icon_button("arrow-right", self.tr("رفتن به {title}").format(title=text), go)))
            self.add(fact)
        for name in apart:
            if view.row[name]:
                self.add(small(said(declared[name].label)))
                self.add(*apart_text(declared[name], view.row[name], view.titles))

    def _show_children(self, child: Child, view: RecordView) -> None:
        rows = view.children.get(child.kind, ())
        if not rows and not child.none:
            return
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(group(child.title or said(KINDS[child.kind].plural)), 1)
        writes = self._role in KINDS[child.kind].writers
        if writes and child.none:
            label_ = self.tr("{label} تازه").format(label=said(KINDS[child.kind].label))
            row.addWidget(icon_button("plus", label_, partial(self.add_child.emit, child)))
        self.add(head)
        for one in rows:
            self.add(self._child_line(child, one, view, writes=writes))
        if not rows:
            self.add(small(child.none, wrap=True))

    def _child_line(self, child: Child, one: Row, view: RecordView, *, writes: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        end, tone = self._child_end(child, one, view)
        title, detail = self._child_title(child, one, view), self._child_detail(child, one, view)
        edit = partial(self.edit_child.emit, child, one)
        row.addWidget(LineButton(child.icon, "primary", title, detail, end, edit, end_tone=tone), 1)
        if writes:
            more: QToolButton = icon_button("ellipsis", self.tr("کارهای {title}").format(title=title))
            more.clicked.connect(lambda _checked=False: self.child_menu.emit(child, one, more))
            row.addWidget(more)
        return box

    def _child_end(self, child: Child, one: Row, view: RecordView) -> tuple[str, Tone | None]:
        """The word at the end of a child's line: its state as of today."""
        kind = KINDS[child.kind]
        if not child.tones or not kind.state:
            return "", None
        state = kind.state_of(one, view.today)
        return field_text(child.kind, kind.state, {**one, kind.state: state}, view.titles), tone_of(child.tones, state)

    def _child_title(self, child: Child, one: Row, view: RecordView) -> str:
        """The first line of a child."""
        return child_title(child, one, view.titles)

    def _child_detail(self, child: Child, one: Row, view: RecordView) -> str:
        """The small line of a child."""
        return detail_of(child.kind, one, view.titles)


def child_title(child: Child, row: Row, titles: Mapping[str, str]) -> str:
    """What a record is called in the pane of its owner, whom everybody sees."""
    names = [name for name in KINDS[child.kind].title if name != child.owner]
    texts = (field_text(child.kind, name, row, titles) for name in names)
    return " ".join(filter(None, texts)) or title_of(child.kind, row, titles)


def _small(made: QToolButton) -> QToolButton:
    """A button that makes its line no higher."""
    made.setProperty("look", "small-ghost")
    made.setIconSize(QSize(15, 15))
    made.setFixedSize(28, 24)
    return made


def leads_to(about: About) -> str:
    """The kind whose room shows what a link points to; "" for lists that are only chosen from."""
    return about.links if about.links and about.links not in _NO_ROOM else ""


_NO_ROOM = frozenset({"user_account"})


def apart_text(about: About, value: Any, titles: Mapping[str, str]) -> list[QWidget]:
    """A long text, or the rows of a list, as lines of their own."""
    if about.input is Input.LINES:
        return [label(str(value), wrap=True, selectable=True)]
    return [label(f"• {text}", wrap=True) for text in rows_texts(about, value, titles)]


def rows_texts(about: About, value: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> list[str]:
    """Each row of a list of small records, in one line."""
    inner = abouts(about.of) if about.of is not None else {}
    return [listed(value_text(inner[name], row.get(name), titles) for name in inner) for row in value]


def paper_title(name: str) -> str:
    """What a printable is called."""
    return said(printables()[name])


def _history(row: Row) -> str:
    """When the record came and when it last changed."""
    came, changed = (short(today_in_iran(row[name])) for name in ("created_at", "updated_at"))
    noted = QCoreApplication.translate("RecordPane", "ثبت در {day}").format(day=came)
    again = QCoreApplication.translate("RecordPane", "آخرین تغییر در {day}").format(day=changed)
    return noted if came == changed else listed((noted, again))
