"""«دفتر تازه»: the form that founds an office, made from the declarations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem, UnavailableError
from desktop.services.accounts import found_office
from desktop.services.session import seat
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.ui.operations import Operations, Progress
from desktop.ui.shell.parts import Busy, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.labels import error, h1, muted
from desktop.ui.widgets.password_line import PasswordLine
from desktop.ui.widgets.wording import told, told_all

Founded = tuple[OfficeFile, str]
Work = Callable[[Progress], Founded | Problem]
_OF_OFFICE = ("code", "title_fa", "county_id")


class FoundPage(QWidget):
    """Founds the office in a worker and emits it with its recovery code."""

    founded = Signal(object, str)
    back = Signal()

    def __init__(self, folder: Path, operations: Operations, cost: Cost | None = None) -> None:
        super().__init__()
        self._folder, self._operations, self._cost = folder, operations, cost
        self.form = Form(self._fields(), Sources(codes=CODE_LISTS))
        self.form.submitted.connect(self.enter)
        self.password = PasswordLine(self.tr("گذرواژه"))
        self.again = PasswordLine(self.tr("تکرار گذرواژه"))
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.enter)
        self.message = error()
        self.go = button(self.tr("ساختن دفتر"), self.enter, look="primary")
        self.leave = button(self.tr("بازگشت"), self.back.emit)
        self.busy = Busy(self.tr("ساختن دفتر"))
        self._lay_out()
        self.form.focus_first()

    def enter(self) -> None:
        """Founds the office if nothing is wrong."""
        if self.form.problems():
            self.message.setText(self.tr("خانه‌های نشان‌دار را ببینید."))
            return
        if self.password.text() != self.again.text():
            self.message.setText(self.tr("دو گذرواژه یکسان نیستند."))
            return
        self._wait(True)
        self._operations.run(self._work(), self._answered, self._refused, stopped=lambda: self._wait(False))

    def _work(self) -> Work:
        values, password, folder, cost = self.form.values(), self.password.text(), self._folder, self._cost
        places = [line.strip() for line in str(values["neighborhoods"]).splitlines() if line.strip()]
        given = {
            "office": {name: values[name] for name in _OF_OFFICE},
            "neighborhoods": places,
            "manager": str(values["full_name"]),
        }

        def work(_progress: Progress) -> Founded | Problem:
            try:
                office, code = found_office(OfficeFolder(folder), given, str(values["username"]), password, cost=cost)
                seat(office)
                return office, code
            except UnavailableError as refused:
                return refused.problem

        return work

    def _answered(self, answer: Founded | Problem) -> None:
        self._wait(False)
        if isinstance(answer, Problem):
            self.message.setText(told(answer))
            return
        self.password.forget()
        self.again.forget()
        self.founded.emit(*answer)

    def _refused(self, problems: list[Problem]) -> None:
        self._wait(False)
        of_password = [problem for problem in problems if problem.field == "password"]
        self.message.setText(told_all(of_password))
        self.form.show_problems([problem for problem in problems if problem not in of_password])

    def _fields(self) -> dict[str, About]:
        office = KINDS["office"].fields
        places = About(
            label=self.tr("محله‌های زیر پوشش"),
            input=Input.LINES,
            required=True,
            help=self.tr("هر محله در یک سطر؛ بعداً می‌توان افزود."),
        )
        manager = replace(KINDS["staff_member"].fields["full_name"], label=self.tr("نام و نام خانوادگی مدیر"))
        username = replace(
            KINDS["user_account"].fields["username"],
            input=Input.DIGITS,
            help=self.tr("برای ورود؛ حرف لاتین و رقم، بدون فاصله"),
        )
        fields = {name: office[name] for name in _OF_OFFICE}
        county = replace(office["county_id"], input=Input.CODE, codes="county", links="")  # there are no records yet
        return {**fields, "county_id": county, "full_name": manager, "neighborhoods": places, "username": username}

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("look", "scrolled")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(40, 30, 40, 30)
        inside.setSpacing(6)
        inside.addWidget(h1(self.tr("دفتر تازه")))
        inside.addWidget(muted(self.tr("خانه‌های ستاره‌دار باید پر شوند؛ بقیه را بعداً هم می‌توان نوشت.")))
        inside.addSpacing(12)
        inside.addWidget(self.form)
        pair = QGridLayout()
        pair.setHorizontalSpacing(18)
        for column, (title, line) in enumerate(
            (
                (self.tr("گذرواژه * (دست‌کم هشت نویسه)"), self.password),
                (self.tr("تکرار گذرواژه *"), self.again),
            )
        ):
            cell = QVBoxLayout()
            titled(title, line, cell)
            pair.addLayout(cell, 0, column)
            pair.setColumnStretch(column, 1)
        inside.addLayout(pair)
        inside.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.busy)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for part in (self.form, self.password, self.again, self.go, self.leave):
            part.setEnabled(not on)
        if on:
            self.message.setText("")
