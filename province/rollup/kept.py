"""Roll-ups that were made, kept by section until what they are made of is another: a page reads and does not add up.

What is kept names its basis: the reports of the month, the offices, and the day. Whoever asks for a page after one of
them changed makes the roll-up anew; several may do so at once, and all make the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from province.rollup.make import make_rollup
from province.rollup.tables import Column, Line, LineKind, Rollup, Section, Table, Value
from province.store.database import Database
from province.store.published import PUBLISHED
from province.store.tables import OFFICE, ROLLUP

_WHOLE = ""
_FORM = 2  # of what is kept: a server that was renewed reads nothing of another form
_REPORT, _OFFICE_RECORD = PUBLISHED["monthly_report"], PUBLISHED["office"]
_OF_REPORT = ("office_id", "id", "version", "status", "sent_at", "decision_at", "content_hash", "deleted_at")
_OF_OFFICE = ("office_id", "county_id", "status", "status_on", "opening_date")


@dataclass(frozen=True)
class Wanted:
    """Which lines of a table are read: those of some counties alone (None: of all), so many from one on."""

    counties: frozenset[str] | None = None
    first: int = 0
    most: int | None = None


class Kept(NamedTuple):
    """Sections of a month's roll-up with the whole's own facts, and how many lines their longest table has."""

    rollup: Rollup
    sections: list[Section]
    lines: int


def kept_sections(
    database: Database, month: str, codes: Sequence[str], title: str, on: date, wanted: Wanted | None = None
) -> Kept:
    """Sections of a month's roll-up; made now if what is kept is of another basis.

    Lines of a county are told exactly as in the whole: other numbers would tell by comparing.
    """
    wanted = wanted or Wanted()
    with database.reading() as connection:
        basis = basis_of(connection, month, on)
        found = _load(connection, month, codes, basis)
        made = None if found else make_rollup(connection, month, title, on)
    if made is not None:
        found = _contents(made)
        with database.writing() as connection:
            _keep(connection, month, basis, found)
    return _read(month, codes, found or {}, wanted)


def basis_of(connection: Connection, month: str, on: date) -> str:
    """Changes with every report of the month, every office and every day."""
    reports = select(*(_REPORT.c[name] for name in _OF_REPORT)).where(_REPORT.c.jmonth == month)
    offices = select(*(_OFFICE_RECORD.c[name] for name in _OF_OFFICE))
    places = select(OFFICE.c.id, OFFICE.c.code, OFFICE.c.title, OFFICE.c.county_id)
    told = hashlib.sha256(f"{_FORM} {month} {on}".encode())
    for asked in (reports, offices, places):
        for line in _sorted(connection.execute(asked)):
            told.update(line.encode())
    return told.hexdigest()


def _sorted(rows: Iterable[Any]) -> list[str]:
    return sorted("\0".join(map(str, row)) + "\n" for row in rows)


def _load(connection: Connection, month: str, codes: Sequence[str], basis: str) -> dict[str, str] | None:
    asked = select(ROLLUP.c.section, ROLLUP.c.content).where(
        ROLLUP.c.month == month, ROLLUP.c.basis == basis, ROLLUP.c.section.in_((_WHOLE, *codes))
    )
    found = {row.section: row.content for row in connection.execute(asked)}
    return found if len(found) > len(codes) else None


def _keep(connection: Connection, month: str, basis: str, contents: Mapping[str, str]) -> None:
    """In the place of what was kept before; of two who made the same at once, the later one's stays."""
    rows = [{"month": month, "section": code, "basis": basis, "content": text} for code, text in contents.items()]
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    asked = insert(ROLLUP)
    told = {"basis": asked.excluded.basis, "content": asked.excluded.content}
    connection.execute(asked.on_conflict_do_update(index_elements=["month", "section"], set_=told), rows)


def _contents(made: Rollup) -> dict[str, str]:
    whole = {
        "title": made.title, "made_on": made.made_on.isoformat(), "reporting": made.reporting,
        "expected": made.expected, "fictional": made.fictional, "basis": made.basis,
    }  # fmt: skip
    return {_WHOLE: _text(whole), **{section.code: _text(_plain(section)) for section in made.sections}}


def _text(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _plain(section: Section) -> dict[str, Any]:
    """Each line is a text of its own beside its county: a page of a thousand offices reads only those it shows."""
    return {
        "code": section.code, "title": section.title, "texts": section.texts, "empty": section.empty,
        "tables": [
            {
                "code": table.code, "title": table.title, "unit": table.unit, "note": table.note,
                "columns": [[one.name, one.title, one.wide, one.over] for one in table.columns],
                "lines": [[line.county, _text(_plain_line(line))] for line in table.lines],
            }
            for table in section.tables
        ],
    }  # fmt: skip


def _plain_line(line: Line) -> list[Any]:
    return [line.kind, line.key, [[one.text, one.number, one.more] for one in line.values]]


def _read(month: str, codes: Sequence[str], contents: Mapping[str, str], wanted: Wanted) -> Kept:
    whole = json.loads(contents[_WHOLE])
    rollup = Rollup(
        month, whole["title"], date.fromisoformat(whole["made_on"]), whole["reporting"], whole["expected"], (),
        whole["fictional"], whole["basis"],
    )  # fmt: skip
    sections, longest = [], 0
    for told in (json.loads(contents[code]) for code in codes):
        tables = []
        for one in told["tables"]:
            lines = [line for line in one["lines"] if wanted.counties is None or line[0] in wanted.counties]
            if lines or wanted.counties is None:
                tables.append(_table(one, lines[wanted.first :][: wanted.most]))
                longest = max(longest, len(lines))
        texts = tuple(told["texts"]) if wanted.counties is None else ()  # sentences are of the whole
        sections.append(Section(told["code"], told["title"], tuple(tables), texts, told["empty"]))
    return Kept(rollup, sections, longest)


def _table(told: Mapping[str, Any], lines: Sequence[tuple[str, str]]) -> Table:
    columns = tuple(Column(*column) for column in told["columns"])
    return Table(told["code"], told["title"], told["unit"], columns, tuple(map(_line, lines)), told["note"])


def _line(kept: tuple[str, str]) -> Line:
    county, (kind, key, values) = kept[0], json.loads(kept[1])
    return Line(tuple(Value(*value) for value in values), LineKind(kind), county, key)
