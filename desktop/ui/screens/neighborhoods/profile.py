"""«شناسنامهٔ محله»: everything that is known of one neighbourhood, on one page beside the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.record import Row
from desktop.services.place_views import Level, NeighborhoodView
from desktop.services.record_views import RecordView
from desktop.ui.level_bars import LevelBars
from desktop.ui.record_pane import Child, RecordPane
from desktop.ui.widgets.charts import BarChart
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, group
from desktop.ui.widgets.labels import badge, muted, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, digits, grouped, label_of, listed, percent, said, short

_COLORS: Mapping[str, Tone] = {"green": "ok", "yellow": "warn", "red": "danger"}
_CHART = 132  # pixels: a few years are seen at a glance
_LEFT = ("service_level", "facility", "neighborhood_capacity", "project")  # which lists stand in which half of the page


class ProfilePane(RecordPane):
    """Numbers, places and groups; no person is named."""

    def _show_body(self, view: RecordView, more: Any) -> None:
        place: NeighborhoodView = more
        self._show_people(view, place)
        self._show_facts(view, ("need_score",))
        self._show_levels(place.levels)
        children = {child.kind: child for child in self._subject.children}
        halves = [self._half(), self._half()]
        across = QHBoxLayout()
        across.setSpacing(22)
        for half in halves:
            across.addLayout(half, 1)
        whole = self.column
        for kind, child in children.items():
            if kind == "neighborhood_population":
                continue
            self.column = halves[0] if kind in _LEFT else halves[1]
            self._show_children(child, view)
        self.column = halves[0]
        self._show_needs(place)
        self.column = halves[1]
        self._show_harms(place)
        for half in halves:
            half.addStretch(1)
        self.column = whole
        self.column.addLayout(across)

    def _half(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(5)
        return made

    def _show_people(self, view: RecordView, place: NeighborhoodView) -> None:
        """How many live there, by year, from whom one knows it and how surely."""
        child = next(child for child in self._subject.children if child.kind == "neighborhood_population")
        counted = sorted(view.children.get(child.kind, ()), key=lambda row: row["year"])
        if len(counted) > 1:
            told = QCoreApplication.translate("Profile", "جمعیت در سال‌ها")
            chart = BarChart(told, QCoreApplication.translate("Profile", "نفر"))
            chart.setFixedHeight(_CHART)
            chart.set_data([digits(str(row["year"])) for row in counted], [row["population"] for row in counted])
            self.add(chart)
        self._show_children(child, view)
        told = QCoreApplication.translate("Profile", "ساکنان ثبت‌شدهٔ فعال")
        self.add(Fact("users", told, grouped(place.registered)))
        if place.city_share is not None and place.city is not None:
            told = QCoreApplication.translate("Profile", "سهم از جمعیت شهر")
            of = QCoreApplication.translate("Profile", "{share} از {many} نفر، {year}")
            share, year = percent(place.city_share), digits(str(place.city["year"]))
            self.add(Fact("scale", told, of.format(share=share, many=grouped(place.city["population"]), year=year)))
        told = QCoreApplication.translate("Profile", "معتمدان محلی")
        self.add(Fact("handshake", told, grouped(sum(place.trustees.values()))))

    def _child_end(self, child: Child, one: Row, view: RecordView) -> tuple[str, Tone | None]:
        """Of a population how surely it is known; of a coverage until when it goes."""
        if child.kind == "neighborhood_population" and one["is_estimate"]:
            return QCoreApplication.translate("Profile", "برآورد"), "warn"
        return super()._child_end(child, one, view)

    def _child_title(self, child: Child, one: Row, view: RecordView) -> str:
        if child.kind == "neighborhood_population":
            told = QCoreApplication.translate("Profile", "{year}: {many} نفر")
            return told.format(year=digits(str(one["year"])), many=grouped(one["population"]))
        if child.kind == "office_neighborhood":
            return _covered(one)
        if child.kind == "service_level":
            value = f"{_figure(one['value'])} {label_of('service_unit', one['unit'])}"
            return listed((super()._child_title(child, one, view), value))
        return super()._child_title(child, one, view)

    def _child_detail(self, child: Child, one: Row, view: RecordView) -> str:
        if child.kind == "neighborhood_population":
            return _population_detail(one)
        if child.kind == "service_level":
            return str(one["source"])
        return super()._child_detail(child, one, view)

    def _show_levels(self, levels: Sequence[Level]) -> None:
        if not levels:
            return
        title = QCoreApplication.translate("Profile", "سرانه‌ها در برابر استاندارد")
        self.add(group(title))
        for level in levels:
            self.add(_level(level))

    def _show_needs(self, place: NeighborhoodView) -> None:
        self.add(group(QCoreApplication.translate("Profile", "نیازها به تفکیک حوزه")))
        told = QCoreApplication.translate("Profile", "{open} باز، {met} برآورده در یک سال")
        for one in place.needs:
            shown = told.format(open=grouped(one["open"]), met=grouped(one["met"]))
            self.add(Fact("hand-helping", label_of("need_field", one["field"]), shown))
        if not place.needs:
            self.add(small(QCoreApplication.translate("Profile", "نیازی از این محله ثبت نشده است."), wrap=True))

    def _show_harms(self, place: NeighborhoodView) -> None:
        for harm, many in place.harms.items():
            self.add(_harm(place.titles.get(harm, harm), many))
        if place.harms:
            told = QCoreApplication.translate("Profile", "شمار مشاهده‌های یک سال در سطح محله؛ دربارهٔ هیچ فردی نیست.")
            self.add(small(told, wrap=True))


def _covered(row: Row) -> str:
    """From which day on, and until when."""
    translate = QCoreApplication.translate
    if row["to_date"] is None:
        return translate("Profile", "از {start} تاکنون").format(start=short(row["from_date"]))
    return translate("Profile", "از {start} تا {end}").format(start=short(row["from_date"]), end=short(row["to_date"]))


def _population_detail(row: Row) -> str:
    """«۲٬۴۰۰ خانوار، خانهٔ بهداشت، میان ۹٬۰۰۰ و ۱۰٬۵۰۰»."""
    homes = QCoreApplication.translate("Profile", "{many} خانوار")
    between = QCoreApplication.translate("Profile", "میان {low} و {high}")
    return listed(
        (
            homes.format(many=grouped(row["households"])) if row["households"] else "",
            label_of("population_source", row["source"]),
            between.format(low=grouped(row["range_low"]), high=grouped(row["range_high"]))
            if row["range_low"] and row["range_high"]
            else "",
        )
    )


def _level(level: Level) -> QWidget:
    """A service: its name, the figures, and the bars of then and now."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 2, 0, 4)
    inside.setSpacing(2)
    told = level_text(level)
    upper = QHBoxLayout()
    upper.addWidget(muted(label_of("service_level_kind", level.now["kind"])))
    upper.addStretch(1)
    upper.addWidget(small(told))
    inside.addLayout(upper)
    before = level.before["value"] if level.before is not None else None
    name = f"{label_of('service_level_kind', level.now['kind'])}: {told}"
    inside.addWidget(LevelBars(name, level.now["value"], before, level.now["standard_value"]))
    return box


def level_text(level: Level) -> str:
    """«۳٫۲ از ۷ متر مربع برای هر نفر، کمبود ۳٫۸؛ ۱۴۰۰: ۲٫۱»."""
    now, translate = level.now, QCoreApplication.translate
    unit, value, standard = label_of("service_unit", level.now["unit"]), now["value"], now["standard_value"]
    shown = _figure(value)
    if standard is not None:
        shown = translate("Profile", "{value} از {standard}").format(value=shown, standard=_figure(standard))
    gap = now["gap"]
    lack = translate("Profile", "کمبود {gap}").format(gap=_figure(gap)) if gap is not None and gap > 0 else ""
    if gap is not None and gap <= 0:
        lack = translate("Profile", "به استاندارد رسیده")
    then = ""
    if level.before is not None:
        told = translate("Profile", "در {year}: {value}")
        then = told.format(year=digits(str(level.before["year"])), value=_figure(level.before["value"]))
    return listed((f"{shown} {unit}", lack, then))


def _figure(value: float) -> str:
    return decimal(value, 2 if value % 1 else 0)


def _harm(harm: str, many: Mapping[str, int]) -> QWidget:
    """A harm with the number of observations of each colour; the colour is also a word."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(6)
    row.addWidget(muted(said(harm)))
    row.addStretch(1)
    for code, tone in _COLORS.items():
        if many.get(code):
            row.addWidget(badge(f"{label_of('harm_severity', code)} {grouped(many[code])}", tone), 0, start())
    box.setAccessibleName(said(harm))
    return box
