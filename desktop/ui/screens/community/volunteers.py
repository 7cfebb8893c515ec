"""«همیاران»: residents who lend a hand, found among all by one mark in their file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.fields import About, Input
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.records import change_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.list_source import KindSource, ListQuery
from desktop.ui.local_roles import set_role
from desktop.ui.newest import NewestRead
from desktop.ui.record_list import Listing, ListPage, RecordList
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import Pane, facts
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.labels import Avatar, EmptyState, label, line, small
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.wording import digits, label_of, listed, mobile_text

_WIDTH = 296


class _Volunteers(KindSource):
    """Active residents who are marked."""

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        return super().find(rows, replace(query, chosen={**query.chosen, "state": "active", "is_volunteer": "yes"}))


class VolunteersPage(QWidget):
    """Arrows walk, Enter goes to the file, F6 finds another volunteer among the residents."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._parts = parts
        context, operations, _asker = parts
        self._newest = NewestRead(context.office, operations)
        none = EmptyState(
            "handshake",
            self.tr("هنوز همیاری ثبت نشده است"),
            self.tr("ساکنانی که در کارهای محله کمک می‌کنند اینجا دیده می‌شوند."),
            (self.tr("همیار تازه"), self.new_record),
        )
        listing = Listing(
            kind="person",
            columns=_columns(),
            search=self.tr("نام، شمارهٔ پرونده یا مهارت…"),
            unit=self.tr("همیار"),
            none=none,
            droppable=("skills", "mobile"),
            ordered_by="name",
        )
        self.list = RecordList(context, operations, listing, _Volunteers("person", context.spelling))
        self.list.title.setText(self.tr("همیاران"))
        self.pane = Pane(_WIDTH)
        self.new = button(self.tr("همیار تازه"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.setFocusProxy(self.list.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(ListPage(self.list, self.pane, self.new))
        self.list.rested.connect(lambda _record: self._show_marked())
        self.list.activated.connect(lambda record: self.open_record.emit("person", record))
        self._show(None, "")

    def reload(self) -> None:
        self.list.reload()

    def new_record(self) -> None:
        """Marks a resident as a volunteer."""
        title, ready = self.tr("همیار تازه"), self.tr("ثبت")
        fields = {"person_id": About(label=self.tr("ساکن"), input=Input.LINK, links="person", required=True)}
        dialog = FormDialog(self.window(), title, fields, sources_of(self._parts[0]), ready, hint="")

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return change_record(work, "person", str(given["person_id"]), {"is_volunteer": True})

        told = self.tr("همیار ثبت شد.")
        deed = Deed(act, lambda _row: told, lambda made: self.list.select_record(made.value["id"]))
        open_form(self._parts, dialog, FormName("person", "", "volunteer"), {}, deed)

    def end(self) -> None:
        """The marked resident is a volunteer no longer."""
        row = self.list.current_row()
        if row is not None:
            set_role(self, self._parts, row, "is_volunteer", False)

    def _show_marked(self) -> None:
        record = self.list.current_record()
        if record is None:
            self._newest.forget()
            self._show(None, "")
            return

        def read(rows: Rows) -> tuple[Row | None, str]:
            person = rows.get("person", record)
            place = person["neighborhood_id"] or "" if person else ""
            return person, rows.titles([place]).get(place, "")

        self._newest.ask(read, lambda found: self._show(*found))

    def _show(self, person: Row | None, place: str) -> None:
        self.pane.empty()
        if person is None:
            told = self.tr("کسی برگزیده نیست"), self.tr("نامی را در فهرست نشان کنید.")
            self.pane.add(EmptyState("handshake", *told))
            return
        self.pane.add(self._head(person), self._deeds(str(person["id"])), line())
        self.pane.add(
            *facts(
                [
                    ("map-pin", self.tr("محله"), place),
                    ("phone", self.tr("همراه"), mobile_text(person["mobile"])),
                    ("list-checks", self.tr("مهارت‌ها"), digits(listed(person["skills"] or ()))),
                    ("presentation", self.tr("علاقه‌مندی"), _interests(person)),
                ]
            )
        )
        self.pane.column.addStretch(1)

    def _head(self, person: Row) -> QWidget:
        box, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(12)
        words.setSpacing(3)
        words.addWidget(label(_name(person), "h2", wrap=True))
        words.addWidget(small(self.tr("پروندهٔ {no}").format(no="\u200e" + digits(person["resident_no"]))))
        row.addWidget(Avatar(_name(person), 54))
        row.addLayout(words, 1)
        return box

    def _deeds(self, person_id: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        go = icon_button("user", self.tr("رفتن به پرونده"), lambda: self.open_record.emit("person", person_id))
        row.addWidget(go)
        row.addWidget(icon_button("x", self.tr("پایان همیاری"), self.end))
        row.addStretch(1)
        return box


def _columns() -> list[Column]:
    translate = QCoreApplication.translate
    return [
        Column(
            key="name", title=translate("Volunteers", "نام و نام خانوادگی"), text=_name, width=0, avatar=True,
            sort_key="name",
        ),
        Column(
            key="neighborhood", title=translate("Volunteers", "محله"),
            text=lambda row: row["neighborhood_id_title"] or "", width=110,
        ),
        Column(
            key="mobile", title=translate("Volunteers", "همراه"), text=lambda row: mobile_text(row["mobile"]),
            width=130, ltr=True,
        ),
        Column(
            key="skills", title=translate("Volunteers", "مهارت‌ها"),
            text=lambda row: digits(listed(row["skills"] or ())), width=170, muted=True,
        ),
    ]  # fmt: skip


def _name(row: Any) -> str:
    return f"{row['first_name']} {row['last_name']}"


def _interests(person: Row) -> str:
    return listed(label_of("workshop_type", code) for code in person["interests"] or ())
