"""«پایش»: evaluations, inspections, colleagues, the operator's contract and its handover, directives."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.partner_views import inspection_gaps
from desktop.store.rows import Rows
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Operations
from desktop.ui.screens.oversight.contracts import ContractsScreen
from desktop.ui.screens.oversight.planned import PlannedPage
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, More, Subject, SubjectScreen
from desktop.ui.tabbed_room import Tab
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import grouped, label_of, month_title

HANDOVER: dict[str, Tone] = {"none": "muted", "prepared": "info", "delivered": "warn", "accepted": "ok"}


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate, parts = QCoreApplication.translate, (context, operations, asker)
    visits = KINDS["inspection"]
    plans = context.office.actor.role in visits.seers | visits.seers_of_own
    planned = Tab(translate("Oversight", "برنامهٔ بازدید"), lambda room: PlannedPage(parts, room))
    return subject_room(
        parts,
        translate("Oversight", "پایش"),
        [_evaluations(), _inspections(), _colleagues(), _contracts(), _directives(), _programs()],
        parent,
        titles={
            "office_contract": translate("Oversight", "قراردادها"),
            "inspection": translate("Oversight", "بازدیدها"),
            "program": translate("Oversight", "برنامه‌ها"),
        },
        makers={"evaluation": EvaluationsScreen, "office_contract": ContractsScreen},
        pages={"planned": planned} if plans else {},
    )


class EvaluationsScreen(SubjectScreen):
    """What is evaluated anew here is the office; workshops, plans and projects are evaluated from their own pages."""

    def new_record(self) -> None:
        with self._office.read() as rows:
            office = rows.find("office")[0]
        self.deeds.evaluate("office", str(office["id"]), lambda row: self.list.select_record(row["id"]))


def _evaluations() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="evaluation",
        icon="scale",
        search=translate("Oversight", "ارزیاب یا دوره…"),
        unit=translate("Oversight", "ارزیابی"),
        new=translate("Oversight", "ارزیابی دفتر"),
        none=(
            translate("Oversight", "هنوز ارزیابی‌ای ثبت نشده است"),
            translate("Oversight", "معیارها وزن دارند و امتیاز هر یک از ۰ تا ۵ است؛ امتیاز کل شمرده می‌شود."),
        ),
        filters=[codes_filter("evaluation", "target_type", translate("Oversight", "همهٔ گونه‌ها"))],
        droppable=("evaluator", "target_type"),
        more=_evaluated,
        more_tells=("target_id",),
    )


def _evaluated(rows: Rows, evaluation: Row) -> More:
    """What was evaluated, by its name: the record holds only its key."""
    target = evaluation["target_id"]
    kind = label_of("evaluation_target", evaluation["target_type"])
    return More(
        QCoreApplication.translate("Oversight", "پروندهٔ ارزیابی‌شده"),
        [("scale", kind, rows.titles([target]).get(target, "—"))],
    )


def _gaps(rows: Rows, inspection: Row) -> More:
    """The months of the last year in which nobody was visited for the same document."""
    translate = QCoreApplication.translate
    gaps = inspection_gaps(rows).get(inspection["policy_document"], [])
    told = translate("Oversight", "{many} از ۱۲ ماه").format(many=grouped(len(gaps)))
    title = translate("Oversight", "ماه‌های بی‌بازدید")
    lines = [("calendar", translate("Oversight", "بی‌بازدید"), told)]
    return More(title, [*lines, *(("calendar", "", month_title(month)) for month in gaps[:3])])


def _inspections() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="inspection",
        icon="search-check",
        search=translate("Oversight", "نام مکان…"),
        unit=translate("Oversight", "بازدید"),
        new=translate("Oversight", "بازدید تازه"),
        none=(
            translate("Oversight", "بازدیدی برای دیدن نیست"),
            translate("Oversight", "بازدید سرزده تا انجام نشده باشد تنها نزد بازدیدکننده و استان دیده می‌شود."),
        ),
        filters=[codes_filter("inspection", "policy_document", translate("Oversight", "همهٔ سندها"))],
        droppable=("facility_id", "place_type"),
        papers=("inspection_report",),
        more=_gaps,
    )


def _colleagues() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="staff_member",
        icon="users",
        people=True,
        search=translate("Oversight", "نام همکار…"),
        unit=translate("Oversight", "همکار"),
        new=translate("Oversight", "همکار تازه"),
        none=(
            translate("Oversight", "هنوز همکاری ثبت نشده است"),
            translate("Oversight", "تسهیلگران و کارشناسان با تخصص، تاریخ آغاز و پایان همکاری."),
        ),
        filters=[codes_filter("staff_member", "position", translate("Oversight", "همهٔ سمت‌ها"))],
    )


def _contracts() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="office_contract",
        icon="signature",
        search=translate("Oversight", "شمارهٔ قرارداد…"),
        unit=translate("Oversight", "قرارداد"),
        new=translate("Oversight", "قرارداد تازه"),
        none=(
            translate("Oversight", "هنوز قراردادی ثبت نشده است"),
            translate("Oversight", "قرارداد مجری دفتر؛ در پایان آن، بستهٔ تحویل برای مجری بعدی آماده می‌شود."),
        ),
        tones={"handover_status": HANDOVER},
        papers=("handover_cover", "destruction_certificate"),
        prints=lambda row: row["handover_status"] != "none",
    )


def _directives() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="directive",
        icon="scroll-text",
        search=translate("Oversight", "عنوان یا شماره…"),
        unit=translate("Oversight", "دستورالعمل"),
        new=translate("Oversight", "دستورالعمل تازه"),
        none=(
            translate("Oversight", "هنوز دستورالعملی نیست"),
            translate("Oversight", "بخشنامه‌ها و سندهایی که کار دفتر بر پایهٔ آن‌هاست."),
        ),
        filters=[codes_filter("directive", "kind", translate("Oversight", "همهٔ گونه‌ها"))],
        children=[
            Child(
                kind="meeting", owner="directive_id", icon="clipboard-list", elsewhere=True,
                none=translate("Oversight", "جلسه‌ای بر پایهٔ آن برگزار نشده است."),
            ),
            *_activities("directive_id"),
        ],
    )  # fmt: skip


def _activities(owner: str) -> list[Child]:
    """The workshops and events that rest on a directive or a programme."""
    translate = QCoreApplication.translate
    return [
        Child(
            kind="workshop", owner=owner, icon="presentation", elsewhere=True,
            none=translate("Oversight", "کارگاهی بر پایهٔ آن نیست."),
        ),
        Child(
            kind="event", owner=owner, icon="calendar-days", elsewhere=True,
            none=translate("Oversight", "رویدادی بر پایهٔ آن نیست."),
        ),
    ]  # fmt: skip


def _programs() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="program",
        icon="book-open",
        search=translate("Oversight", "عنوان برنامه…"),
        unit=translate("Oversight", "برنامه"),
        new=translate("Oversight", "برنامهٔ تازه"),
        none=(
            translate("Oversight", "هنوز برنامه‌ای نیست"),
            translate("Oversight", "برنامهٔ فرادستی که دفتر زیر آن کار می‌کند، مانند «طرح نجات»."),
        ),
        children=[
            Child(
                kind="directive", owner="program_id", icon="scroll-text", elsewhere=True,
                none=translate("Oversight", "دستورالعملی زیر این برنامه نیست."),
            ),
            *_activities("program_id"),
        ],
    )  # fmt: skip
