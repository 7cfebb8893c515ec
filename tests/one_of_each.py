"""An office with a record of every kind, whose amounts, numbers and texts can be told wherever they appear."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from desktop.domain.access import access_of
from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Access, Input
from desktop.domain.kinds import KINDS
from desktop.domain.record import Kind, Row
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_identifier, add_person, make_office, national_id

NAME = "فاطمه رنجبری"
RIAL, OPEN_RIAL = 71_717_171, 5_555
NUMBER = national_id(7)


def office_of_each(folder: Path) -> OfficeFile:
    """Open for its manager."""
    made = make_office(folder)
    with made.write() as work:
        person = add_person(work)
        add_identifier(work, person, NUMBER)
        for kind in KINDS.values():
            _fill(work, kind, person)
    return made


def _fill(work: UnitOfWork, kind: Kind, person: Row) -> None:
    """A raw record where there is none, and every amount and text of one that is there already."""
    there = work.find(kind.name)
    told = {name: _value(work, kind, name, about, person) for name, about in kind.fields.items()}
    if not there:
        work.add(kind.name, told)
    elif kind.name == "staff_member":
        work.change(kind.name, there[0]["id"], {"national_id": NUMBER})


def _value(work: UnitOfWork, kind: Kind, name: str, about: About, person: Row) -> Any:
    if name == "target_type":
        return "office"
    if name == "target_id":
        return work.find("office")[0]["id"]
    if about.links:
        of = [person] if about.links == "person" else work.find(about.links)
        return of[0]["id"] if of else None
    if about.input is Input.MONEY:
        return OPEN_RIAL if access_of(kind)[name] is Access.OPEN else RIAL
    if about.guarded and about.input in (Input.TEXT, Input.LINES):
        return f"گفت‌وگو با {NAME} در محله"
    codes = list(CODE_LISTS.get(about.codes, ()))
    made: dict[Input, Any] = {
        Input.INTEGER: 1, Input.DECIMAL: 1.0, Input.YES_NO: True, Input.DATE: date(2025, 9, 1), Input.TIME: time(9),
        Input.PARTIAL_DATE: date(2025, 9, 1), Input.MONTH: "1404-06", Input.MOMENT: datetime(2025, 9, 1, 9, tzinfo=UTC),
        Input.CODE: codes[0] if codes else None, Input.CODES: codes[:1], Input.TEXTS: [], Input.CODE_MAP: {},
        Input.ROWS: [], Input.DATA: {}, Input.DIGITS: "12", Input.LINK: None,
    }  # fmt: skip
    return made.get(about.input, "نوشته")
