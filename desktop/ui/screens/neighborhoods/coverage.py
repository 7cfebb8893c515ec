"""«پوشش»: whom the offices reach and whom none does yet; covered is who lives there, served is who has a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.record import Row
from desktop.services.place_views import CityShare, CoveragePicture, coverage_picture
from desktop.ui.form_work import Parts
from desktop.ui.lines import LineButton
from desktop.ui.screens.neighborhoods.lists import OFFICES
from desktop.ui.widgets.facts import Fact, clear, group
from desktop.ui.widgets.labels import badge, h1, line, muted, number, scrolled_card, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, digits, grouped, label_of, listed, percent

_KINDS = frozenset(
    {
        "office", "office_neighborhood", "neighborhood", "neighborhood_population", "city_population", "person",
    }
)  # fmt: skip
_ANNOUNCED = "announced_waiting_credit"


class CoveragePage(QWidget):
    """Figures above, the neighbourhoods without an office below; a press on one leads to its profile."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._office = parts[0].office
        parts[1].changed.connect(self._changed)
        self.candidates: list[LineButton] = []
        self._area, self._inside = scrolled_card(10)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addWidget(h1(self.tr("پوشش دفترها")))
        inside.addWidget(self._area, 1)
        self.setFocusProxy(self._area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Counts again."""
        with self._office.read() as rows:
            found = coverage_picture(rows)
        clear(self._inside)
        self._inside.addLayout(_figures(found))
        self._inside.addWidget(small(self._told(found), wrap=True))
        self._inside.addWidget(line())
        self._inside.addLayout(_states(found))
        self._show_cities(found.cities)
        self._show_candidates(found)

    def new_record(self) -> None:
        """Nothing is written here; a candidate is a neighbourhood."""
        self.open_record.emit("neighborhood", "")

    def _told(self, found: CoveragePicture) -> str:
        told = [
            self.tr("زیر پوشش: همهٔ ساکنان محله‌هایی که دفتری به آن‌ها خدمت می‌دهد. خدمت‌گرفته: ساکنانی که پرونده دارند.")
        ]
        if found.covered.unknown:
            many = grouped(found.covered.unknown)
            told.append(self.tr("جمعیت {many} محلهٔ زیر پوشش هنوز نوشته نشده است.").format(many=many))
        return " ".join(told)

    def _show_cities(self, cities: Sequence[CityShare]) -> None:
        self._inside.addWidget(group(self.tr("سهم محله‌ها از جمعیت شهر")))
        if not cities:
            nothing = self.tr("جمعیت شهرها را در «جمعیت شهرها» بنویسید تا سهم محله‌ها گفته شود.")
            self._inside.addWidget(small(nothing, wrap=True))
        for one in cities:
            of = self.tr("{share}، {known} از {whole} نفر، {year}").format(
                share=percent(one.share), known=grouped(one.known), whole=grouped(one.row["population"]),
                year=digits(str(one.row["year"])),
            )  # fmt: skip
            self._inside.addWidget(Fact("scale", one.city, of))

    def _show_candidates(self, found: CoveragePicture) -> None:
        self._inside.addWidget(group(self.tr("محله‌های بی‌دفتر، نیازمندترین نخست")))
        if not found.candidates:
            self._inside.addWidget(small(self.tr("همهٔ محله‌های این فهرست زیر پوشش‌اند."), wrap=True))
        self.candidates = [self._candidate(row, found) for row in found.candidates]
        for shown in self.candidates:
            self._inside.addWidget(shown)

    def _candidate(self, row: Row, found: CoveragePicture) -> LineButton:
        """A neighbourhood with its people, its score and whether it waits for money."""
        known = found.populations.get(row["id"])
        people = self.tr("{many} نفر").format(many=grouped(known["population"])) if known else ""
        score = self.tr("امتیاز نیازمندی {score}").format(score=grouped(row["need_score"])) if row["need_score"] else ""
        state: Tone = "warn" if row["coverage_status"] == _ANNOUNCED else "muted"
        detail = listed((row["city_name"] or "", people, score)) or label_of("area_type", row["area_type"])
        go = partial(self.open_record.emit, "neighborhood", str(row["id"]))
        end = label_of("coverage_status", row["coverage_status"])
        return LineButton("map", "primary", row["name"], detail, end, go, end_tone=state)

    def _changed(self, changes: Any) -> None:
        if changes.kinds & _KINDS and self.isVisible():
            self.reload()


def _figures(found: CoveragePicture) -> QHBoxLayout:
    translate = QCoreApplication.translate
    covered = found.covered
    share = percent(covered.registered * 100 / covered.covered) if covered.covered else "—"
    row = QHBoxLayout()
    row.setSpacing(40)
    for title, shown in (
        (translate("Coverage", "جمعیت زیر پوشش"), grouped(covered.covered)),
        (translate("Coverage", "خدمت‌گرفته"), grouped(covered.registered)),
        (translate("Coverage", "نرخ پوشش"), share),
        (translate("Coverage", "محلهٔ زیر پوشش"), grouped(found.served)),
        (translate("Coverage", "محله برای هر دفتر"), decimal(found.served / found.serving) if found.serving else "—"),
        (translate("Coverage", "جمعیت برای هر دفتر"), grouped(round(found.per_office)) if found.per_office else "—"),
    ):
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(muted(title))
        told = number(shown)
        told.setAccessibleName(f"{title}: {shown}")
        column.addWidget(told)
        row.addLayout(column)
    row.addStretch(1)
    return row


def _states(found: CoveragePicture) -> QHBoxLayout:
    """How many offices stand in each state; the state is a word, not only a colour."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(muted(QCoreApplication.translate("Coverage", "دفترها")))
    for status, tone in OFFICES.items():
        if found.offices.get(status):
            row.addWidget(badge(f"{label_of('office_status', status)} {grouped(found.offices[status])}", tone))
    row.addStretch(1)
    return row
