"""One plan of an NGO: how many days it has left, how it was scored, and what supports it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.ngo_plan import ALERT_DAYS
from desktop.domain.record import Row
from desktop.services.record_views import RecordView
from desktop.ui.record_pane import RecordPane
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, ShareBar, group
from desktop.ui.widgets.labels import label, number, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, digits, grouped, said, short

_GOING = ("approved", "running")
_SOON, _VERY_SOON = ALERT_DAYS[0], ALERT_DAYS[1]
_BEST = 100


def days_left(plan: Row, today: date) -> int | None:
    """Days until the last one of a plan that goes on; below zero when it has passed."""
    if plan["status"] not in _GOING or plan["deadline_date"] is None:
        return None
    deadline = plan["deadline_date"]
    last = date.fromisoformat(deadline) if isinstance(deadline, str) else deadline
    return (last - today).days


def tone_of_days(left: int | None) -> Tone:
    """Red from a week before the end, amber from a month before."""
    if left is None:
        return "muted"
    return "danger" if left <= _VERY_SOON else "warn" if left <= _SOON else "ok"


def days_text(left: int | None) -> str:
    """«۲۳ روز مانده», «امروز آخرین روز است», «۴ روز گذشته»."""
    translate = QCoreApplication.translate
    if left is None:
        return ""
    if left == 0:
        return translate("NgoPlans", "امروز آخرین روز است")
    if left < 0:
        return translate("NgoPlans", "{days} روز گذشته").format(days=grouped(-left))
    return translate("NgoPlans", "{days} روز مانده").format(days=grouped(left))


class PlanPane(RecordPane):
    """The countdown stands above all, with the colours of the three alerts."""

    def _show_body(self, view: RecordView, more: Any) -> None:
        plan = view.row
        left = days_left(plan, view.today)
        if left is not None:
            self._show_countdown(plan, left, view.today)
        self._show_scores(plan)
        super()._show_body(view, more)

    def _show_countdown(self, plan: Row, left: int, today: date) -> None:
        self.column.addWidget(number(days_text(left)), 0, start())
        begun = plan["approved_on"] or today
        whole = max(1, (plan["deadline_date"] - begun).days)
        bar = ShareBar(days_text(left), tone_of_days(left))
        bar.show_share(max(0, whole - left), whole, tone_of_days(left))
        self.add(bar)
        translate = QCoreApplication.translate
        told = translate("NgoPlans", "از {start} تا {end}؛ هشدار ۳۰ و ۷ روز پیش از پایان و در روز پایان.")
        self.add(small(told.format(start=short(begun), end=short(plan["deadline_date"])), wrap=True))
        if self._role not in ("province_officer", "province_director"):
            self.add(small(translate("NgoPlans", "تمدید مهلت تنها با استان است، با دلیل."), wrap=True))

    def _show_scores(self, plan: Row) -> None:
        if plan["score_county"] is None and plan["score_province"] is None:
            return
        self.add(group(QCoreApplication.translate("NgoPlans", "امتیاز دو سطح")))
        for name, title in (
            ("score_county", QCoreApplication.translate("NgoPlans", "فرمانداری")),
            ("score_province", QCoreApplication.translate("NgoPlans", "استانداری")),
        ):
            if plan[name] is not None:
                self.add(_score(title, plan[name]))
        if plan["score"] is not None:
            mean = decimal(plan["score"], 1 if plan["score"] % 1 else 0)
            self.add(Fact("award", QCoreApplication.translate("NgoPlans", "میانگین"), mean))


def _score(title: str, value: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    name = label(said(title))
    name.setFixedWidth(80)
    row.addWidget(name)
    bar = ShareBar(f"{title}: {digits(str(value))}")
    bar.show_share(value, _BEST, "primary")
    row.addWidget(bar, 1)
    row.addWidget(label(digits(str(value)), "strong"))
    return box
