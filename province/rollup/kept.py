"""Roll-ups that were made, kept by section until what they are made of is another: a page reads and does not add up.

What is kept names its basis: the reports of the month, the offices, and the day. Whoever asks for a page after one of
them changed makes the roll-up anew; several may do so at once, and all make the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from province.rollup.make import make_rollup
from province.rollup.tables import Column, Line, LineKind, Rollup, Section, Table, Value
from province.store.database import Database
from province.store.published import PUBLISHED
from province.store.tables import OFFICE, ROLLUP

_WHOLE = ""
_REPORT, _OFFICE_RECORD = PUBLISHED["monthly_report"], PUBLISHED["office"]
_OF_REPORT = ("office_id", "id", "version", "status", "sent_at", "decision_at", "content_hash", "deleted_at")
_OF_OFFICE = ("office_id", "county_id", "status", "status_on", "opening_date")


def kept_section(database: Database, month: str, code: str, title: str, on: date) -> tuple[Rollup, Section]:
    """One section of a month's roll-up, with the whole's own facts; made now if what is kept is of another basis."""
    with database.reading() as connection:
        basis = basis_of(connection, month, on)
        found = _load(connection, month, code, basis)
    if found is not None:
        return found
    with database.reading() as connection:
        made = make_rollup(connection, month, title, on)
    with database.writing() as connection:
        _keep(connection, made, basis)
    return made, made.section(code)


def basis_of(connection: Connection, month: str, on: date) -> str:
    """Changes with every report of the month, every office and every day."""
    reports = select(*(_REPORT.c[name] for name in _OF_REPORT)).where(_REPORT.c.jmonth == month)
    offices = select(*(_OFFICE_RECORD.c[name] for name in _OF_OFFICE))
    places = select(OFFICE.c.id, OFFICE.c.code, OFFICE.c.title, OFFICE.c.county_id)
    told = hashlib.sha256(f"{month} {on}".encode())
    for asked in (reports, offices, places):
        for line in _sorted(connection.execute(asked)):
            told.update(line.encode())
    return told.hexdigest()


def _sorted(rows: Iterable[Any]) -> list[str]:
    return sorted("\0".join(map(str, row)) + "\n" for row in rows)


def _load(connection: Connection, month: str, code: str, basis: str) -> tuple[Rollup, Section] | None:
    asked = select(ROLLUP.c.section, ROLLUP.c.content).where(
        ROLLUP.c.month == month, ROLLUP.c.basis == basis, ROLLUP.c.section.in_((_WHOLE, code))
    )
    found = {row.section: json.loads(row.content) for row in connection.execute(asked)}
    if len(found) < 2:
        return None
    whole = found[_WHOLE]
    rollup = Rollup(
        month, whole["title"], date.fromisoformat(whole["made_on"]), whole["reporting"], whole["expected"], (),
        whole["fictional"], whole["basis"],
    )  # fmt: skip
    return rollup, _section(found[code])


def _keep(connection: Connection, made: Rollup, basis: str) -> None:
    connection.execute(delete(ROLLUP).where(ROLLUP.c.month == made.month))
    whole = {
        "title": made.title, "made_on": made.made_on.isoformat(), "reporting": made.reporting,
        "expected": made.expected, "fictional": made.fictional, "basis": made.basis,
    }  # fmt: skip
    rows = [(_WHOLE, whole), *((section.code, _plain(section)) for section in made.sections)]
    connection.execute(
        insert(ROLLUP),
        [
            {"month": made.month, "section": code, "basis": basis, "content": json.dumps(told, ensure_ascii=False)}
            for code, told in rows
        ],
    )


def _plain(section: Section) -> dict[str, Any]:
    return {
        "code": section.code, "title": section.title, "texts": section.texts, "empty": section.empty,
        "tables": [
            {
                "code": table.code, "title": table.title, "unit": table.unit, "note": table.note,
                "columns": [[one.name, one.title, one.wide, one.over] for one in table.columns],
                "lines": [
                    [line.kind, line.county, line.key, [[one.text, one.number, one.more] for one in line.values]]
                    for line in table.lines
                ],
            }
            for table in section.tables
        ],
    }  # fmt: skip


def _section(told: dict[str, Any]) -> Section:
    tables = tuple(
        Table(
            one["code"], one["title"], one["unit"], tuple(Column(*column) for column in one["columns"]),
            tuple(
                Line(tuple(Value(*value) for value in values), LineKind(kind), county, key)
                for kind, county, key, values in one["lines"]
            ),
            one["note"],
        )
        for one in told["tables"]
    )  # fmt: skip
    return Section(told["code"], told["title"], tables, tuple(told["texts"]), told["empty"])
