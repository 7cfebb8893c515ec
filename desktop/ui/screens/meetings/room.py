"""«جلسه‌ها و تفاهم‌نامه‌ها»: meetings, what was resolved in them, memoranda and what was promised in those."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Parts
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.meetings.minutes import MinutesPane
from desktop.ui.sources import sources_of
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, Subject, SubjectScreen
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone

PROMISED: dict[str, Tone] = {"open": "info", "done": "ok", "overdue": "danger", "cancelled": "muted"}
MOUS: dict[str, Tone] = {"draft": "muted", "active": "ok", "expired": "warn", "terminated": "danger"}


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    return subject_room(
        (context, operations, asker),
        translate("Screens", "جلسه و تفاهم‌نامه"),
        [_meetings(), _resolutions(), _mous(), _commitments()],
        parent,
        makers={"meeting": MeetingsScreen},
    )


class MeetingsScreen(SubjectScreen):
    """The list of meetings, the minutes beside it, and the line in which resolutions are typed."""

    def __init__(self, parts: Parts, subject: Subject, parent: QWidget | None) -> None:
        super().__init__(parts, subject, parent)
        pane = self.pane
        if isinstance(pane, MinutesPane):
            pane.add_quick(sources_of(parts[0]))
            pane.resolved.connect(self._resolve)

    def _resolve(self, given: Mapping[str, object]) -> None:
        """Writes a resolution of the marked meeting; the line is ready for the next one."""
        meeting, pane = self.list.current_record(), self.pane
        if meeting is None or not isinstance(pane, MinutesPane):
            return
        office, operations = self._office, self._parts[1]
        told = self.tr("مصوبه ثبت شد.")

        def act(work: UnitOfWork) -> Row:
            return add_record(work, "resolution", {**given, "meeting_id": meeting})

        def done(saved: Saved[Row]) -> None:
            pane.accepted()
            tell_saved(self, operations, office, told, saved.changes)

        operations.change(saving(office, act), done, pane.refused)


def _meetings() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="meeting",
        icon="clipboard-list",
        search=translate("Meetings", "موضوع یا دستور جلسه…"),
        unit=translate("Meetings", "جلسه"),
        new=translate("Meetings", "جلسهٔ تازه"),
        none=(
            translate("Meetings", "هنوز جلسه‌ای ثبت نشده است"),
            translate("Meetings", "جلسه را با دستور آن بنویسید؛ حاضران، خلاصه و مصوبه‌ها پس از جلسه می‌آید."),
        ),
        filters=[codes_filter("meeting", "type", translate("Meetings", "همهٔ گونه‌ها"))],
        droppable=("neighborhood_id", "place", "start", "type"),
        children=[
            Child(
                kind="resolution", owner="meeting_id", icon="list-checks", tones=PROMISED,
                none=translate("Meetings", "هنوز چیزی تصویب نشده است؛ مصوبه را در خط پایین بنویسید."),
            )
        ],
        papers=("meeting_minutes",),
        pane=MinutesPane,
        share=0.52,
    )  # fmt: skip


def _resolutions() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="resolution",
        icon="list-checks",
        search=translate("Meetings", "متن مصوبه…"),
        unit=translate("Meetings", "مصوبه"),
        new=translate("Meetings", "مصوبهٔ تازه"),
        none=(
            translate("Meetings", "هنوز مصوبه‌ای نیست"),
            translate("Meetings", "مصوبه‌ها در صورتجلسه نوشته می‌شوند، هر یک با مسئول و مهلت."),
        ),
        tones={"status": PROMISED},
        droppable=("need_id", "no", "meeting_id"),
    )


def _mous() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="mou",
        icon="signature",
        search=translate("Meetings", "عنوان تفاهم‌نامه…"),
        unit=translate("Meetings", "تفاهم‌نامه"),
        new=translate("Meetings", "تفاهم‌نامهٔ تازه"),
        none=(
            translate("Meetings", "هنوز تفاهم‌نامه‌ای نیست"),
            translate("Meetings", "تفاهم‌نامه با تعهد هر طرف نوشته می‌شود و پس از روز پایان خودبه‌خود پایان می‌یابد."),
        ),
        tones={"status": MOUS},
        droppable=("start", "signed_on"),
        children=[
            Child(
                kind="mou_commitment", owner="mou_id", icon="handshake", tones=PROMISED,
                none=translate("Meetings", "تعهدی نوشته نشده است."),
            )
        ],
        papers=("mou_follow_up",),
    )  # fmt: skip


def _commitments() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="mou_commitment",
        icon="handshake",
        search=translate("Meetings", "متن تعهد…"),
        unit=translate("Meetings", "تعهد"),
        new=translate("Meetings", "تعهد تازه"),
        none=(
            translate("Meetings", "هنوز تعهدی نیست"),
            translate("Meetings", "تعهدها در تفاهم‌نامه نوشته می‌شوند، با مهلت و مقدار."),
        ),
        tones={"status": PROMISED},
        droppable=("mou_id", "party_org_id"),
    )
