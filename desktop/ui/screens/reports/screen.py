"""The screen «گزارش‌ها»: the month in figures and the report as it will be printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.monthly_report import DRAFT
from desktop.domain.persian.calendar import jalali_month
from desktop.services.access import may_read
from desktop.services.report_life import report_of
from desktop.services.report_views import ReportDesk, report_desk
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper
from desktop.ui.screens.reports.against import AgainstPicker
from desktop.ui.screens.reports.cards import is_empty
from desktop.ui.screens.reports.deeds import ReportDeeds
from desktop.ui.screens.reports.month_picker import MonthPicker
from desktop.ui.screens.reports.preview import PreviewPanel
from desktop.ui.screens.reports.side import SidePanel
from desktop.ui.screens.reports.strip import StateStrip
from desktop.ui.step_form import steps_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import Elided
from desktop.ui.widgets.labels import EmptyState, h1
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import month_title

_UNBEGUN = {"status": DRAFT}
"""A month whose draft nobody has written into yet may be signed like any other."""
LAST_TWELVE = "last_twelve"
"""The trend of the last twelve months that are over, whatever month is picked."""
_LETTERS, _LIST = 15, 310  # the box leaves room for the others in its line; its list shows every word
_OF_MONTHS = ("month_comparison", "year_trend", LAST_TWELVE)
"""Papers that tell something also when the month picked has nothing."""
_READS = frozenset(
    {
        "monthly_report",
        *("household", "person", "need", "need_event", "referral", "agency_response", "visit"),
        *("workshop", "workshop_session", "attendance", "staff_member"),
        *(
            "meeting",
            "resolution",
            "mou",
            "mou_commitment",
            "local_group",
            "local_trustee",
            "office_contract",
            "evaluation",
        ),
        *("neighborhood_capacity", "project", "service_level", "harm_observation", "ngo_plan", "inspection"),
        *("credit", "expense", "donation", "office"),
    }
)


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> ReportsScreen:
    return ReportsScreen(context, operations, asker, parent)


class ReportsScreen(QWidget):
    """Picks a month; where its report stands, its figures and its pages follow."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._asked, self._stale, self._version = 0, True, 0
        self.setProperty("look", "page")
        with context.office.read() as rows:
            running = jalali_month(rows.today)
        self.picker = MonthPicker(running)
        self.against = AgainstPicker(running)
        self.paper = _papers(may_read(context.office.actor.role, KINDS["credit"]))
        self.nameless = Elided(self.tr("هیچ ساکنی در این برگه نام برده نمی‌شود."))
        self.nameless.setProperty("look", "muted")
        self.strip, self.side = StateStrip(), SidePanel()
        self.deeds = ReportDeeds((context, operations, asker), self, self.side, self.open_record.emit)
        self.preview = PreviewPanel(operations)
        self.print = button(
            self.tr("چاپ گزارش"), self.preview.print_paper, icon_name="printer", look="primary", shortcut="F9"
        )
        self.save = button(self.tr("ذخیره…"), self._save, icon_name="download")
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Reads the report of the month and makes its pages again."""
        self._stale = False
        self._asked += 1
        number, month, version = self._asked, self.picker.month(), self._version

        def read(_progress: object) -> ReportDesk:
            with self._context.office.read() as rows:
                return report_desk(rows, month, version)

        self._operations.run(read, lambda desk: self._show(number, desk))

    def show_month(self, month: str) -> None:
        """Another month: "1404-06"."""
        self.picker.choose(month)

    def show_record(self, record_id: str) -> None:
        """One version of a month's report."""
        with self._context.office.read() as rows:
            report = rows.get("monthly_report", record_id)
            if report is None:
                return
            newest = report_of(rows, report["jmonth"])
        self._turn(report["jmonth"], 0 if newest == report else report["version"])

    def may_leave(self) -> bool:
        """What was typed is saved before the program closes, and nothing is lost."""
        self.side.texts.save_now()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        self.side.texts.save_now()
        super().hideEvent(event)

    def _show(self, number: int, desk: ReportDesk) -> None:
        if number != self._asked:
            return
        self.deeds.desk = desk
        self.side.show_desk(desk)
        steps = steps_of("monthly_report", desk.report or _UNBEGUN, self._context.office.actor.role)
        self.strip.show_desk(desk, steps, newest=desk.version == 0)
        alone = self.paper.currentData()[0] not in _OF_MONTHS
        self.against.setVisible(self.paper.currentData()[0] == "month_comparison")
        if alone and desk.report is None and is_empty(desk.indicators):
            self._allow(False)
            self.preview.show_nothing(self._empty(desk.month))
        else:
            self._preview(desk.month)

    def _empty(self, month: str) -> EmptyState:
        title = self.tr("در {month} چیزی ثبت نشده است").format(month=month_title(month))
        hint = self.tr("نه خانواری، نه نیازی و نه جلسه‌ای. ماه دیگری برگزینید، یا گزارش خالی را ببینید.")
        return EmptyState("chart-column", title, hint, (self.tr("دیدن گزارش خالی"), lambda: self._preview(month)))

    def _preview(self, month: str) -> None:
        office, (name, copy) = self._context.office, self.paper.currentData()
        title = self.tr("ساختن گزارش {month}").format(month=month_title(month))
        self._allow(True)
        self.nameless.setVisible((name, copy) != ("needs_register", "internal"))
        file = file_name(month, name)
        name, about = self._asked_of(name, month)
        self.preview.show_document(office_paper(office, name, title, file, copy=copy, **about))

    def _asked_of(self, name: str, month: str) -> tuple[str, dict[str, str]]:
        """The printable behind a line of the box, and what is asked of it besides the copy."""
        if name == LAST_TWELVE:
            return "year_trend", {"month": ""}
        about, desk = {"month": month}, self.deeds.desk
        if name == "month_comparison":
            about["against"] = self.against.month(month)
        if name == "monthly_report" and self._version and desk is not None and desk.report is not None:
            about["record_id"] = desk.report["id"]  # an older version; the newest is told by its month
        return name, about

    def _allow(self, allowed: bool) -> None:
        self.print.setEnabled(allowed)
        self.save.setEnabled(allowed)

    def _save(self) -> None:
        self.preview.save_file(file_name(self.picker.month(), self.paper.currentData()[0]))

    def _turn(self, month: str, version: int) -> None:
        """Another month, or another version of it; what was typed is saved first."""
        self.side.texts.save_now()
        self._version = version
        if month == self.picker.month():
            self.reload()
        else:
            self.picker.show_month(month)
            self.reload()

    def _connect(self) -> None:
        self.picker.changed.connect(lambda month: self._turn(month, 0))
        self.paper.currentIndexChanged.connect(lambda _place: self.reload())
        self.against.changed.connect(self.reload)
        self.side.months.chosen.connect(self._turn)
        self.side.blockers.open_record.connect(self.open_record)
        self.side.cards.rows_wanted.connect(self.deeds.open_rows)
        self.side.cards.table_wanted.connect(self.deeds.open_table)
        self.side.cards.note_wanted.connect(self.deeds.note)
        self.strip.sign_wanted.connect(self.deeds.sign)
        self.strip.step_wanted.connect(self.deeds.step)
        self.strip.version_wanted.connect(self.deeds.begin_version)
        self.strip.proof_wanted.connect(self.deeds.prove)
        self._operations.changed.connect(self._changed)

    def _changed(self, changes: Any) -> None:
        if changes.kinds & _READS:
            self._stale = True
            if self.isVisible():
                self.reload()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("گزارش ماهانه")))
        head.addWidget(self.nameless, 1)
        head.addWidget(self.paper)
        head.addWidget(self.picker)
        head.addWidget(self.save)
        head.addWidget(self.print)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.side)
        body.addWidget(self.preview, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self.against)
        inside.addWidget(self.strip)
        inside.addLayout(body, 1)


def _papers(money: bool) -> QComboBox:
    """The papers of a month; of the register of needs one copy stays in the office and one names nobody."""
    translate = QCoreApplication.translate
    box = QComboBox()
    box.setAccessibleName(translate("Reports", "برگه"))
    box.setMinimumContentsLength(_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.view().setMinimumWidth(_LIST)
    box.addItem(translate("Reports", "گزارش ماهانه"), ("monthly_report", "internal"))
    box.addItem(translate("Reports", "دفتر نیازها، نسخهٔ داخلی"), ("needs_register", "internal"))
    box.addItem(translate("Reports", "دفتر نیازها، نسخهٔ بیرونی"), ("needs_register", "shared"))
    box.addItem(translate("Reports", "مقایسهٔ دو ماه، نسخهٔ داخلی"), ("month_comparison", "internal"))
    box.addItem(translate("Reports", "مقایسهٔ دو ماه، نسخهٔ بیرونی"), ("month_comparison", "shared"))
    box.addItem(translate("Reports", "روند سال، نسخهٔ داخلی"), ("year_trend", "internal"))
    box.addItem(translate("Reports", "روند سال، نسخهٔ بیرونی"), ("year_trend", "shared"))
    box.addItem(translate("Reports", "روند دوازده ماه گذشته، نسخهٔ داخلی"), (LAST_TWELVE, "internal"))
    box.addItem(translate("Reports", "روند دوازده ماه گذشته، نسخهٔ بیرونی"), (LAST_TWELVE, "shared"))
    if money:
        box.addItem(translate("Reports", "صورت اعتبار و هزینه"), ("credit_statement", "internal"))
    return box


def file_name(month: str, paper: str) -> str:
    """The name offered for the file; it tells the month and nobody's name."""
    title = month_title(month).replace(" ", "-")
    if paper == "needs_register":
        return QCoreApplication.translate("Reports", "نیازها-{month}.pdf").format(month=title)
    if paper == "credit_statement":
        return QCoreApplication.translate("Reports", "اعتبارها-تا-{month}.pdf").format(month=title)
    if paper == "month_comparison":
        return QCoreApplication.translate("Reports", "مقایسه-{month}.pdf").format(month=title)
    if paper == "year_trend":
        return QCoreApplication.translate("Reports", "روند-{year}.pdf").format(year=title.rsplit("-", 1)[-1])
    if paper == LAST_TWELVE:
        return QCoreApplication.translate("Reports", "روند-دوازده-ماه.pdf")
    return QCoreApplication.translate("Reports", "گزارش-{month}.pdf").format(month=title)
