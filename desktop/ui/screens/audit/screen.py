"""«دفتر رخدادها»: who did what and when, and whether the log is whole. Found by deed, by person, by day, by record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.audit_codes import GROUPS, group_of
from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.services.audit_papers import audit_sheet
from desktop.services.audit_trail import (
    AuditLine,
    AuditQuery,
    audit_entries,
    audit_findings,
    audit_page,
    audit_users,
    problem_of,
    reading_of,
)
from desktop.services.audit_words import about_words, detail_words
from desktop.services.printing import note_print
from desktop.ui.operations import Operations, Progress
from desktop.ui.paper import Paper, show_paper
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.form_kit import Sources, make_field
from desktop.ui.widgets.labels import EmptyState, IconLabel, card, h1, label, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, label_of, said, short, short_time, told

_TONES: dict[str, Tone] = {"look": "warn", "out": "info", "records": "primary", "accounts": "danger"}
_WORRYING = frozenset({"login_failed", "office_behind", "office_copied", "device_lost", "device_revoke", "erase"})
_DAY_WIDTH, _USER_WIDTH = 132, 190


def make_screen(
    context: AppContext, operations: Operations, _asker: Asker, parent: QWidget | None = None
) -> AuditScreen:
    return AuditScreen(context, operations, parent)


@dataclass(frozen=True)
class _Found:
    entries: Sequence[int]
    users: Sequence[tuple[str, str]]
    title: str  # of the record that is asked about
    findings: Sequence[str]


class AuditScreen(QWidget):
    """↑ and ↓ walk, Enter opens the record that a line is about, F9 shows what is chosen as a paper."""

    open_record = Signal(str, str)

    def __init__(self, context: AppContext, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._asked, self._about = 0, ""
        self.setProperty("look", "page")
        self.count = muted()
        self.groups = ChipRow(
            [("", self.tr("همه")), *((one, label_of("audit_group", one)) for one in GROUPS)], self.tr("گونهٔ رخداد")
        )
        self.groups.choose([""])
        self.user = QComboBox()
        self.user.setAccessibleName(self.tr("چه کسی"))
        self.user.setMinimumWidth(_USER_WIDTH)
        self.since, self.until = (
            make_field(name, About(label=text, input=Input.DATE), Sources())
            for name, text in (("since", self.tr("از روز")), ("until", self.tr("تا روز")))
        )
        self.about = button("", self._forget_record, icon_name="x")
        self.verdict, self.sign = label("", wrap=True), IconLabel("circle-check", "ok", 18)
        self.table = FittingTable(self._columns(), self._fetch, self.tr("دفتر رخدادها"), droppable=("detail", "who"))
        hint = self.tr("پالایه‌ها را بردارید یا بازهٔ بزرگ‌تری بنویسید.")
        self.table.set_empty(EmptyState("scroll-text", self.tr("در این بازه رخدادی نیست"), hint))
        self.print = button(self.tr("چاپ"), self.show_paper, icon_name="printer", shortcut="F9")
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Reads the log again, as it is narrowed now, and proves it."""
        if reading_of(self._context.office.actor.role) is None:
            return
        self._asked += 1
        number, query, office = self._asked, self.query(), self._context.office

        def read(_progress: Progress) -> _Found:
            findings = [told(problem_of(one)) for one in audit_findings(office)]
            with office.read() as rows:
                title = rows.titles([query.about]).get(query.about, "") if query.about else ""
                return _Found(audit_entries(rows, query), audit_users(rows), title, findings)

        self._operations.run(read, partial(self._show, number), title=self.tr("خواندن دفتر رخدادها"))

    def show_record(self, record_id: str) -> None:
        """The lines that are about one record."""
        self._about = record_id
        self.groups.choose([""])
        self.reload()

    def query(self) -> AuditQuery:
        """What is asked for now; a day that cannot be read is none."""
        days = [value if isinstance(value := one.value(), date) else None for one in (self.since, self.until)]
        group, user = self.groups.choice() or "", str(self.user.currentData() or "")
        return AuditQuery(group, user, days[0], days[1], self._about)

    def show_paper(self) -> None:
        """What is chosen, page by page."""
        office, query = self._context.office, self.query()

        def make() -> bytes:
            with office.read() as rows:
                return audit_sheet(rows, office, query)

        note = partial(note_print, office, "audit_sheet")
        show_paper(self, self._operations, Paper(self.tr("دفتر رخدادها"), "audit.pdf", make, note))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def _show(self, number: int, found: _Found) -> None:
        if number != self._asked:
            return
        self._fill_users(found.users)
        self.about.setText(digits(entry_title(found.title)) or self.tr("یک پرونده"))
        self.about.setVisible(bool(self._about))
        self.table.set_ids(found.entries)
        self.count.setText(self.tr("{n} سطر").format(n=grouped(len(found.entries))))
        if found.findings:
            self.sign.show_icon("triangle-alert", "danger")
        else:
            self.sign.show_icon("circle-check", "ok")
        whole = self.tr("دفتر درست است: هیچ سطری تغییر نکرده، برداشته یا بریده نشده است.")
        self.verdict.setText("\n".join(found.findings) or whole)
        if found.entries and self.table.currentIndex().row() < 0:
            self.table.select_row(0)

    def _fill_users(self, users: Sequence[tuple[str, str]]) -> None:
        chosen = str(self.user.currentData() or "")
        was = self.user.blockSignals(True)
        self.user.clear()
        self.user.addItem(self.tr("همهٔ کاربران"), "")
        for user_id, name in users:
            self.user.addItem(digits(name), user_id)
        self.user.setCurrentIndex(max(0, self.user.findData(chosen)))
        self.user.blockSignals(was)

    def _forget_record(self) -> None:
        self._about = ""
        self.reload()

    def _fetch(self, entries: list[Any]) -> Sequence[AuditLine | None]:
        with self._context.office.read() as rows:
            return audit_page(rows, entries)

    def _open(self, entry: object) -> None:
        line = self.table.lazy_model.row(self.table.lazy_model.place_of(entry))
        if line is not None and line.entity in KINDS and line.entity_id and line.entity != "user_account":
            self.open_record.emit(line.entity, line.entity_id)

    def _connect(self) -> None:
        self.groups.changed.connect(self.reload)
        self.user.currentIndexChanged.connect(lambda _place: self.reload())
        self.since.changed.connect(self.reload)
        self.until.changed.connect(self.reload)
        self.table.row_activated.connect(self._open)

    def _columns(self) -> list[Column]:
        return [
            Column(key="at", title=self.tr("زمان"), text=_moment, width=150, samples=(_moment_text(_SAMPLE),)),
            Column(key="who", title=self.tr("چه کسی"), text=_who, width=160),
            Column(key="action", title=self.tr("چه کرد"), text=_deed, width=170, tone=_tone),
            Column(key="about", title=self.tr("دربارهٔ"), text=_about, width=0),
            Column(key="detail", title=self.tr("توضیح"), text=_detail, width=240, muted=True),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("دفتر رخدادها")))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(icon_button("refresh-cw", tip(self.tr("خواندن دوباره"), "F5"), self.reload))
        head.addWidget(self.print)
        chosen = QHBoxLayout()
        chosen.setSpacing(10)
        chosen.addWidget(self.user)
        for text, one in ((self.tr("از"), self.since), (self.tr("تا"), self.until)):
            one.setFixedWidth(_DAY_WIDTH)
            chosen.addWidget(muted(text))
            chosen.addWidget(one)
        chosen.addWidget(self.about)
        chosen.addStretch(1)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.sign)
        state.addWidget(self.verdict, 1)
        frame, within = card(0)
        within.setContentsMargins(4, 6, 4, 6)
        within.addWidget(self.table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(state)
        column.addWidget(self.groups)
        column.addLayout(chosen)
        column.addWidget(frame, 1)
        closed = EmptyState(
            "lock",
            self.tr("این دفتر را مدیر دفتر می‌خواند"),
            self.tr("هر دیدن دادهٔ حساس، چاپ، خروجی و ورود، با نام و زمان، در آن نوشته می‌شود."),
        )
        pages = QStackedWidget()
        pages.addWidget(closed)
        pages.addWidget(page)
        pages.setCurrentIndex(int(reading_of(self._context.office.actor.role) is not None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.addWidget(pages)
        self.about.hide()
        self.setFocusProxy(self.table)


_SAMPLE = datetime(2025, 9, 24, 12, 59, tzinfo=IRAN)


def _moment_text(at: datetime) -> str:
    hour = short_time(at.astimezone(IRAN).time().replace(second=0, microsecond=0))
    return f"{short(today_in_iran(at))}  {hour}"


def _moment(line: AuditLine) -> str:
    return _moment_text(line.at)


def _who(line: AuditLine) -> str:
    return digits(line.who) or "—"


def _deed(line: AuditLine) -> str:
    return label_of("audit_action", line.action)


def _tone(line: AuditLine) -> Tone:
    return "danger" if line.action in _WORRYING else _TONES.get(group_of(line.action), "muted")


def _about(line: AuditLine) -> str:
    sort, title = about_words(line)
    named, shown = said(sort), digits(entry_title(title))
    return shown if not named or shown.startswith(named) else f"{named} «{shown}»" if shown else named


def _detail(line: AuditLine) -> str:
    word, written = detail_words(line)
    return " — ".join(filter(None, (said(word), digits(written))))
