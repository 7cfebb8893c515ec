"""Roll-ups that were made, kept by section until what they are made of is another: a page reads and does not add up.

Triggers of the database stamp every change of a report and of an office (`rollup_change`); stamps only grow, so the sum
of those of a month is its edition. What is kept names the edition and the day that it is of. A province of few offices
adds up when somebody asks; in a large one that takes some seconds, and the server does it by itself (`keeping.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from province.rollup.make import make_rollup
from province.rollup.tables import Column, Line, LineKind, Rollup, Section, Table, Value
from province.store.database import Database
from province.store.tables import OFFICE, ROLLUP, ROLLUP_CHANGE

WHOLE = ""
FEW = 60  # offices; what they come to is added up in a moment
_FORM = 3  # of what is kept: a server that was renewed reads nothing of another form
_EVERY_MONTH = ""  # of a change that concerns all of them


class BeingMadeError(Exception):
    """The roll-up of a month is not there yet; the server makes it."""


@dataclass(frozen=True)
class Wanted:
    """Which lines of a table are read: those of some counties alone (None: of all), so many from one on."""

    counties: frozenset[str] | None = None
    first: int = 0
    most: int | None = None


class Kept(NamedTuple):
    """Sections of a month's roll-up with the whole's own facts, and how many lines their longest table has.

    `behind`: something has changed since, and the server is adding up anew.
    """

    rollup: Rollup
    sections: list[Section]
    lines: int
    behind: bool = False


class Edition(NamedTuple):
    """What a roll-up is made of: the sum of the stamps of its month, and the day."""

    stamps: int
    on: date

    @property
    def basis(self) -> str:
        return f"{_FORM} {self.stamps} {self.on}"


def kept_sections(
    database: Database, month: str, codes: Sequence[str], title: str, on: date, wanted: Wanted | None = None
) -> Kept:
    """Sections of a month's roll-up as they are kept; where offices are few they are made anew when they must be.

    Lines of a county are told exactly as in the whole: other numbers would tell by comparing. BeingMadeError where
    there are many offices and nothing is kept yet.
    """
    wanted = wanted or Wanted()
    with database.reading() as connection:
        edition = edition_of(connection, month, on)
        found, basis = _load(connection, month, codes)
        fresh = found and basis == edition.basis
        many = not fresh and has_many(connection)
    if not fresh and not many:
        return _read(month, codes, make_and_keep(database, month, title, on), wanted)
    if not found:
        ask_for(database, month)
        raise BeingMadeError
    behind = basis.split()[:2] != edition.basis.split()[:2]
    return _read(month, codes, found, wanted)._replace(behind=behind)


def make_and_keep(database: Database, month: str, title: str, on: date) -> dict[str, str]:
    """Add a month up and keep it, by section. Several may do so at once: whoever had seen less is soon found behind."""
    with database.reading() as connection:
        edition = edition_of(connection, month, on)
        found = _contents(make_rollup(connection, month, title, on))
    with database.writing() as connection:
        _keep(connection, month, edition.basis, found)
    return found


def edition_of(connection: Connection, month: str, on: date) -> Edition:
    """The edition of a month now."""
    asked = select(func.coalesce(func.sum(ROLLUP_CHANGE.c.stamp), 0)).where(
        ROLLUP_CHANGE.c.month.in_((month, _EVERY_MONTH))
    )
    return Edition(int(connection.execute(asked).scalar_one()), on)


def has_many(connection: Connection) -> bool:
    """Whether there are more offices than are added up while somebody waits."""
    return connection.execute(select(OFFICE.c.id).offset(FEW).limit(1)).first() is not None


def ask_for(database: Database, month: str) -> None:
    """Let the server make a month of which nobody has told anything new."""
    with database.writing() as connection:
        insert = _insert_of(connection)(ROLLUP_CHANGE).values(month=month, office_id="", stamp=1)
        connection.execute(insert.on_conflict_do_nothing())


def due_months(connection: Connection, on: date) -> list[str]:
    """Months whose kept roll-up is not there or not of today's edition, those that have changed first, newest first."""
    changed = select(ROLLUP_CHANGE.c.month, func.sum(ROLLUP_CHANGE.c.stamp)).group_by(ROLLUP_CHANGE.c.month)
    stamps = {month: int(many) for month, many in connection.execute(changed)}
    of_all = stamps.pop(_EVERY_MONTH, 0)
    asked = select(ROLLUP.c.month, ROLLUP.c.basis).where(ROLLUP.c.section == WHOLE)
    kept = {row.month: row.basis for row in connection.execute(asked)}
    now = {month: Edition(stamps.get(month, 0) + of_all, on) for month in stamps.keys() | kept.keys()}
    due = [month for month, edition in now.items() if kept.get(month) != edition.basis]
    moved = {month for month in due if kept.get(month, "").split()[:2] != now[month].basis.split()[:2]}
    return sorted(due, key=lambda month: (month in moved, month), reverse=True)


def _load(connection: Connection, month: str, codes: Sequence[str]) -> tuple[dict[str, str], str]:
    """What is kept of these sections and its basis; nothing where it is of another form."""
    asked = select(ROLLUP.c.section, ROLLUP.c.content, ROLLUP.c.basis).where(
        ROLLUP.c.month == month, ROLLUP.c.section.in_((WHOLE, *codes))
    )
    rows = connection.execute(asked).all()
    found, basis = {row.section: row.content for row in rows}, next((row.basis for row in rows), "")
    return (found, basis) if len(found) > len(codes) and basis.split()[0] == str(_FORM) else ({}, "")


def _keep(connection: Connection, month: str, basis: str, contents: Mapping[str, str]) -> None:
    """In the place of what was kept before; of two who made the same at once, the later one's stays."""
    rows = [{"month": month, "section": code, "basis": basis, "content": text} for code, text in contents.items()]
    asked = _insert_of(connection)(ROLLUP)
    told = {"basis": asked.excluded.basis, "content": asked.excluded.content}
    connection.execute(asked.on_conflict_do_update(index_elements=["month", "section"], set_=told), rows)


def _insert_of(connection: Connection) -> Any:
    return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert


def _contents(made: Rollup) -> dict[str, str]:
    whole = {
        "title": made.title, "made_on": made.made_on.isoformat(), "reporting": made.reporting,
        "expected": made.expected, "fictional": made.fictional, "basis": made.basis,
    }  # fmt: skip
    return {WHOLE: _text(whole), **{section.code: _text(_plain(section)) for section in made.sections}}


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
    whole = json.loads(contents[WHOLE])
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
