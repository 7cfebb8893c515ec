"""Events of the neighbourhood: planned, held, reported; who came is counted, never named (domain §3.5)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.event_life import HEADCOUNTS, MARKETS, headcount
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.workshop_after import Contentment, add_pile, contentment
from desktop.store.rows import Rows
from desktop.ui.form_work import Parts
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Changes, Operations
from desktop.ui.pile import PileEntry, contentment_note
from desktop.ui.record_pane import Child, More, Subject
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.subject_screen import Marked, SubjectScreen
from desktop.ui.widgets.facts import group
from desktop.ui.widgets.labels import muted
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import dashed, decimal, grouped, listed, rial_and_toman, said, short

_PEOPLE = (*HEADCOUNTS, "athletes", "spectators")
_COUNTED = ("volunteers", "teams", "stalls_count")
_TOLD = (*_PEOPLE, *_COUNTED, "sales_rial", "cost_rial", "date_to")
_OVER = ("held", "reported")
"""The states in which somebody may have filled a form."""
STATUS_TONES: dict[str, Tone] = {"planned": "info", "held": "warn", "reported": "ok", "cancelled": "danger"}


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    stalls = Child(
        kind="market_stall",
        owner="event_id",
        icon="wallet",
        none=translate("Events", "هنوز غرفه‌ای نوشته نشده است."),
        only=lambda event: event["type"] in MARKETS,
    )
    expenses = Child(
        kind="expense",
        owner="event_id",
        icon="banknote",
        none=translate("Events", "هنوز هزینه‌ای از اعتبار نوشته نشده است."),
        preset=lambda _event: {"category": "event"},
    )
    subject = Subject(
        kind="event",
        icon="calendar-days",
        search=translate("Events", "عنوان یا مکان رویداد…"),
        unit=translate("Events", "رویداد"),
        new=translate("Events", "رویداد تازه"),
        none=(
            translate("Events", "هنوز رویدادی ثبت نشده است"),
            translate("Events", "بازارچه، مسابقه، جشن یا پاک‌سازی را بنویسید؛ حاضران تنها شمرده می‌شوند."),
        ),
        filters=[codes_filter("event", "type", translate("Events", "همهٔ گونه‌ها"))],
        tones={"status": STATUS_TONES},
        droppable=("neighborhood_id", "date_to", "place", "type"),
        children=[stalls, expenses],
        papers=("market_summary",),
        prints=lambda event: event["type"] in MARKETS,
        headings={
            "title": translate("Events", "چه رویدادی"),
            "place": translate("Events", "کجا و با چه کسانی"),
            "headcount_women": translate("Events", "شمار حاضران (بی‌نام)"),
            "cost_rial": translate("Events", "هزینه و فروش"),
        },
        more=_figures,
        more_tells=_TOLD,
    )
    return EventsScreen((context, operations, asker), subject, parent)


class EventsScreen(SubjectScreen):
    """The list of events with what was counted at each, and how content those were who filled a form."""

    def __init__(self, parts: Parts, subject: Subject, parent: QWidget | None) -> None:
        super().__init__(parts, subject, parent)
        self.pile: PileEntry | None = None
        self._goes_on = False  # more forms are typed
        self.contentment = muted("")
        parts[1].changed.connect(self._count_again)

    def _read_beside(self, rows: Rows, row: Row) -> Contentment | None:
        """The forms of an event that took place."""
        return contentment(rows, "event_id", row["id"]) if row["status"] in _OVER else None

    def _show(self, marked: Marked) -> None:
        super()._show(marked)
        self.pile = None
        found = marked.beside
        if marked.view is None or not isinstance(found, Contentment):
            return
        note, mean = contentment_note(found), found.mean
        self.contentment = muted(f"{decimal(mean, 2)} — {note}" if mean is not None else note, wrap=True)
        self.pane.add_part(group(self.tr("رضایت حاضران (برگه‌های بی‌نام)")))
        self.pane.add_part(self.contentment)
        if self.deeds.role in KINDS["satisfaction_form"].writers:
            self.pile = PileEntry()
            self.pile.entered.connect(partial(self._write_pile, str(marked.view.row["id"])))
            self.pane.add_part(self.pile)
            if self._goes_on:  # ready for the next ones
                self._goes_on = False
                self.pane.go_to(self.pile)

    def _count_again(self, changes: Changes) -> None:
        if "satisfaction_form" in changes.kinds:
            self._show_marked()

    def _write_pile(self, event_id: str, scores: list[int]) -> None:
        """All forms in one commit; who filled which is nowhere."""
        told, office, operations = self.tr("{many} برگه ثبت شد."), self._office, self._parts[1]

        def done(saved: Saved[int]) -> None:
            self._goes_on = True
            tell_saved(self, operations, office, told.format(many=grouped(saved.value)), saved.changes)

        def refused(problems: list[Problem]) -> None:
            if self.pile is not None:
                self.pile.show_problems(problems)

        owner = {"event_id": event_id}
        operations.change(saving(office, lambda work: add_pile(work, owner, scores)), done, refused)

    def add_stall(self) -> None:
        """Opens the form of a new stall of the marked market."""
        self.pane.add_child.emit(self._subject.children[0])


def _figures(rows: Rows, event: Row) -> More:
    """What was counted, and what a market sold, in rial and as people say it."""
    translate = QCoreApplication.translate
    people = translate("Events", "{many} نفر")
    fields = KINDS["event"].fields
    came = headcount(event)
    parts = listed(f"{grouped(event[name])} {word}" for name, word in _people().items() if event[name] is not None)
    first, last = event["date_from"], event["date_to"]
    days = dashed((short(first), short(last))) if last not in (None, first) else ""
    lines = [("calendar", translate("Events", "روزها"), days)]
    lines += [("users", translate("Events", "حاضران"), people.format(many=grouped(came)) if came is not None else "")]
    lines.append(("list-checks", translate("Events", "از آن میان"), parts))
    lines += [("handshake", said(fields[name].label), grouped(event[name])) for name in _COUNTED if event[name]]
    if event["type"] in MARKETS:
        lines += _sales(rows, event)
    if event["cost_rial"]:
        lines.append(("wallet", said(fields["cost_rial"].label), rial_and_toman(event["cost_rial"])))
    return More(translate("Events", "مشخصات و شمارها"), lines)


def _people() -> dict[str, str]:
    """What each count counts."""
    translate = QCoreApplication.translate
    women, men, children = translate("Events", "زن"), translate("Events", "مرد"), translate("Events", "کودک")
    athletes, spectators = translate("Events", "ورزشکار"), translate("Events", "تماشاگر")
    return dict(zip(_PEOPLE, (women, men, children, athletes, spectators), strict=True))


def _sales(rows: Rows, event: Row) -> list[tuple[str, str, str]]:
    """What the event says it sold, else the sum of its stalls; both when they differ."""
    translate = QCoreApplication.translate
    stalls = rows.find("market_stall", event_id=event["id"])
    of_stalls = sum(stall["sales_rial"] or 0 for stall in stalls)
    sold = event["sales_rial"] if event["sales_rial"] is not None else of_stalls
    lines = [("wallet", translate("Events", "فروش"), rial_and_toman(sold) if sold else "")]
    if stalls and of_stalls != sold:
        lines.append(("triangle-alert", translate("Events", "جمع غرفه‌ها"), rial_and_toman(of_stalls)))
    return lines
