"""Records as a sheet that an import takes back: labels as headers, Jalali dates, codes as text; never more than the
role may see (G-14, ADR 11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.access import unread
from desktop.domain.fields import Input, Sensitivity
from desktop.domain.persian.digits import grouped
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.domain.record import Kind, Row
from desktop.services.access import may_see, require_reader
from desktop.services.spreadsheets.book import Patience, Watch
from desktop.services.spreadsheets.cells import written
from desktop.services.spreadsheets.columns import Column, export_columns, sheet_kind
from desktop.services.spreadsheets.links import Links
from desktop.services.spreadsheets.sheet_writer import CsvWriter, SheetWriter
from desktop.services.viewing import as_read
from desktop.store.lists import typed_row
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.system.media import is_removable

MANAGER = "office_manager"
_PORTION = 500
_WIDTHS = {Input.LINES: 40, Input.INTEGER: 10, Input.YES_NO: 10, Input.DATE: 14, Input.PARTIAL_DATE: 14}
_WIDE = frozenset({"address_text", "subject", "address"})
_SET_ASIDE = ("merged", "erased")


@dataclass(frozen=True)
class Exported:
    """What was written where."""

    path: Path
    rows: int
    columns: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {"file": str(self.path), "rows": self.rows, "columns": list(self.columns)}


def export_file(
    office: OfficeFile,
    kind_name: str,
    path: Path,
    watch: Watch | None = None,
    on_stick: Callable[[Path], bool] = is_removable,
) -> Exported:
    """Write all records of a kind that are not set aside. The file appears when it is whole.

    What concerns people leaves on a stick only sealed (G-18): `on_stick` tells whether a folder lies on one.
    """
    watch = watch or Patience()
    kind = sheet_kind(kind_name)
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise RefusedError.of("file", "export_name")
    role = office.actor.role
    columns = columns_for(kind, role)
    if _tells_of_people(kind, columns) and on_stick(path.absolute().parent):
        raise RefusedError.of("file", "plain_on_stick")
    with office.write() as work:  # first the line in the audit log: who took the residents out of the house
        work.audit("export", kind_name, "", path.suffix.lstrip("."))
    hidden = path.with_name(f".{path.name}.new")
    writer = CsvWriter if path.suffix.lower() == ".csv" else SheetWriter
    try:
        with writer(hidden, kind.plural) as sheet, office.read() as rows:
            sheet.headers([column.label for column in columns], [_width(column) for column in columns])
            count = 0
            for line in _lines(rows, kind, columns, watch):
                sheet.row(line)
                count += 1
        hidden.replace(path)
    except OSError as error:
        hidden.unlink(missing_ok=True)
        raise UnavailableError("cannot_write_file") from error
    except BaseException:
        hidden.unlink(missing_ok=True)
        raise
    return Exported(path, count, tuple(column.name for column in columns))


def columns_for(kind: Kind, role: str) -> tuple[Column, ...]:
    """The manager's sheet is whole; others get it without what concerns persons, or a refusal if nothing remains."""
    require_reader(role, kind)
    columns = export_columns(kind.name)
    if role == MANAGER:
        return columns
    if kind.name in ("person", "household") or _is_about_people(kind):
        raise RefusedError.of("", "no_personal_export")
    open_to_all = (Sensitivity.PUBLIC, Sensitivity.INTERNAL)
    hidden = unread(role, kind)
    return tuple(one for one in columns if one.about.sensitivity in open_to_all and one.field not in hidden)


def _is_about_people(kind: Kind) -> bool:
    return any(about.links == "person" and about.required for about in kind.fields.values())


def _tells_of_people(kind: Kind, columns: Sequence[Column]) -> bool:
    open_to_all = (Sensitivity.PUBLIC, Sensitivity.INTERNAL)
    return _is_about_people(kind) or any(column.about.sensitivity not in open_to_all for column in columns)


def _width(column: Column) -> int:
    return 36 if column.field in _WIDE else max(_WIDTHS.get(column.about.input, 16), len(column.label) + 3)


def _lines(rows: Rows, kind: Kind, columns: Sequence[Column], watch: Watch) -> Iterator[list[str]]:
    links = Links(rows)
    state = kind.fields.get(kind.state)
    ids = [row[0] for row in rows.connection.exec_driver_sql(_in_order(kind), _SET_ASIDE if state else ())]
    for start in range(0, len(ids), _PORTION):
        watch.tell(start / len(ids), f"{grouped(start)} از {grouped(len(ids))} ردیف")
        some = ids[start : start + _PORTION]
        known = [row for row in _records(rows, kind.name, "id", some) if may_see(rows, kind, row)]
        found = {row["id"]: row for row in as_read(rows, kind, known)}
        beside = _Beside(rows, list(found.values())) if kind.name == "person" else None
        for record_id in some:
            if record_id in found:
                yield [_cell(column, found[record_id], beside, links) for column in columns]


def _in_order(kind: Kind) -> str:
    """People stand household by household, heads first; everything else as it was registered."""
    kept = f" AND t.{kind.state} NOT IN (?, ?)" if kind.state else ""
    if kind.hidden_until:
        kept += f" AND t.{kind.hidden_until} IS NOT NULL"
    if kind.name != "person":
        return f"SELECT t.id FROM {kind.name} t WHERE t.deleted_at IS NULL{kept} ORDER BY t.row"  # noqa: S608
    return (
        "SELECT t.id FROM person t JOIN household h ON h.id = t.household_id "  # noqa: S608
        f"WHERE t.deleted_at IS NULL{kept} ORDER BY h.row, t.relation_to_head <> 'head', t.row"
    )


def _records(rows: Rows, kind: str, field: str, ids: Sequence[str]) -> Iterator[Row]:
    marks = ",".join("?" * len(ids))
    sql = f"SELECT * FROM {kind} WHERE {field} IN ({marks}) AND deleted_at IS NULL ORDER BY row"  # noqa: S608  our own names
    for row in rows.connection.exec_driver_sql(sql, tuple(ids)).mappings():
        yield typed_row(kind, dict(row))


class _Beside:
    """What other records tell of some people: their household, their papers, their basic consent."""

    def __init__(self, rows: Rows, people: Sequence[Row]) -> None:
        ids = [person["id"] for person in people]
        homes = sorted({person["household_id"] for person in people})
        self._homes = {row["id"]: row for row in _records(rows, "household", "id", homes)}
        self._papers: dict[str, list[Row]] = {}
        for paper in _records(rows, "person_identifier", "person_id", ids):
            self._papers.setdefault(paper["person_id"], []).append(paper)
        self._consents = {
            consent["person_id"]: consent
            for consent in _records(rows, "consent", "person_id", ids)
            if consent["scope"] == "basic_record" and not consent["withdrawn_on"]
        }

    def row(self, column: Column, person: Row) -> Mapping[str, Any]:
        if column.kind == "household":
            return self._homes[person["household_id"]]
        if column.kind == "consent":
            return self._consents.get(person["id"], {})
        papers = self._papers.get(person["id"], [])
        if column.name == "national_id":
            return next((p for p in papers if p["type"] == "national_id"), {})
        return next((p for p in papers if p["type"] != "national_id"), {})


def _cell(column: Column, record: Row, beside: _Beside | None, links: Links) -> str:
    row = record if beside is None or column.kind == "person" else beside.row(column, record)
    value = row.get(column.field)
    if column.about.links:
        return links.told(column.about.links, value)
    precision = row.get(column.about.precision_field) if column.about.precision_field else None
    return written(column.about, value, precision)
