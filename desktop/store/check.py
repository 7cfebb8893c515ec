"""Proving an office file whole: pages, structure, search, and that the log tells everything the tables hold."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from desktop.domain.fields import JSON_INPUTS
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.problems import UnavailableError
from desktop.domain.record import Kind
from desktop.store import audit, changes
from desktop.store.engine import connect
from desktop.store.entries import entry_of, is_listed, searched_fields
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile
from desktop.store.triggers import logged_columns, statements
from desktop.store.upgrade import head_revision, revision_of

_SHOWN = 5  # findings named in a detail


@dataclass(frozen=True)
class CheckResult:
    """One proof: its name, whether it holds, and what was found."""

    check: str
    ok: bool
    detail: str


def check_office(office: OfficeFile) -> Iterator[CheckResult]:
    """All proofs in order, each as soon as it is done. The page log is brought into the file first."""
    for name, prove in _PROOFS.items():
        try:
            wrong, detail = prove(office)
        except (DatabaseError, sqlcipher3.DatabaseError, UnavailableError) as error:
            wrong, detail = [type(error).__name__], ""
        shown = "؛ ".join(wrong[:_SHOWN])
        yield CheckResult(name, not wrong, f"{len(wrong)}: {shown}" if wrong else detail)


Proof = Callable[[OfficeFile], tuple[list[str], str]]


def _checkpoint(office: OfficeFile) -> tuple[list[str], str]:
    office.checkpoint()
    return [], ""


def _pragma_rows(office: OfficeFile, pragma: str) -> list[str]:
    raw = connect(office.folder.database, office.data_key)
    try:
        return [" ".join(str(part) for part in row) for row in raw.execute(f"PRAGMA {pragma}").fetchall()]
    finally:
        raw.close()


def _pages(office: OfficeFile) -> tuple[list[str], str]:
    count = _pragma_rows(office, "page_count")[0]
    return _pragma_rows(office, "cipher_integrity_check"), f"{count} pages"


def _structure(office: OfficeFile) -> tuple[list[str], str]:
    return [row for row in _pragma_rows(office, "integrity_check") if row != "ok"], ""


def _foreign_keys(office: OfficeFile) -> tuple[list[str], str]:
    return _pragma_rows(office, "foreign_key_check"), ""


def _schema(office: OfficeFile) -> tuple[list[str], str]:
    revision = revision_of(office.folder.database, office.data_key)
    return [] if revision == head_revision() else [f"{revision} != {head_revision()}"], revision


def _pragmas(office: OfficeFile) -> tuple[list[str], str]:
    wanted = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
    with office.connection() as connection:
        found = {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in wanted}
        cipher = connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    wrong = [f"{name}={found[name]}" for name, value in wanted.items() if found[name] != value]
    return wrong + ([] if cipher else ["cipher_version"]), f"SQLCipher {cipher}"


def _triggers(office: OfficeFile) -> tuple[list[str], str]:
    wanted = {statement.split()[2]: statement for statement in statements(head_revision())}
    with office.connection() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    have: dict[str, str] = {row[0]: row[1] for row in rows}
    wrong = [name for name in sorted(wanted.keys() | have.keys()) if wanted.get(name) != have.get(name)]
    return wrong, f"{len(wanted)} triggers"


def _key_slots(office: OfficeFile) -> tuple[list[str], str]:
    kept = KeySlots.load(office.folder.keys)
    with office.connection() as connection:
        copy = connection.exec_driver_sql("SELECT text FROM key_slot_copy").scalar()
    same = copy is not None and KeySlots.from_text(copy).slots == kept.slots
    return [] if same else ["copy differs"], f"{len(kept.slots)} slots"


def _search_index(office: OfficeFile) -> tuple[list[str], str]:
    raw = connect(office.folder.database, office.data_key)
    try:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        count = raw.execute("SELECT count(*) FROM search_entry").fetchone()[0]
    finally:
        raw.close()
    return [], f"{count} entries"


def _search_entries(office: OfficeFile) -> tuple[list[str], str]:
    """Every searched record has one entry that says what the record says; nothing else has one."""
    office.list_taken()
    with office.connection() as connection:
        kept = {
            row["record_id"]: dict(row) for row in connection.exec_driver_sql("SELECT * FROM search_entry").mappings()
        }
        numbers = _numbers(connection)
        wrong = []
        for kind in KINDS.values():
            if searched_fields(kind):
                wrong += list(_stale_entries(connection, kind, kept, numbers))
    return wrong + [f"{record_id} has no record" for record_id in kept], ""


def _numbers(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    sql = "SELECT person_id, value FROM person_identifier WHERE deleted_at IS NULL AND value IS NOT NULL ORDER BY row"
    for person_id, value in connection.exec_driver_sql(sql):
        found.setdefault(person_id, []).append(value)
    merged = "SELECT merged_into_id, resident_no FROM person WHERE merged_into_id IS NOT NULL AND deleted_at IS NULL "
    for person_id, number in connection.exec_driver_sql(merged + "ORDER BY row"):
        found.setdefault(person_id, []).append(number)
    return found


def _stale_entries(
    connection: Connection, kind: Kind, kept: dict[str, Any], numbers: dict[str, list[str]]
) -> Iterator[str]:
    table = table_of(kind)
    for mapping in connection.execute(select(table).where(table.c.deleted_at.is_(None))).mappings():
        row = dict(mapping)
        if not is_listed(kind, row):
            continue
        entry = kept.pop(row["id"], None)
        if entry is None:
            yield f"{kind.name} {row['id']} has no entry"
            continue
        fresh = entry_of(kind, row, numbers.get(row["id"], ()) if kind.name == "person" else ())
        if any(entry[name] != value for name, value in fresh.items()):
            yield f"{kind.name} {row['id']} is stale"


def _log_chain(office: OfficeFile) -> tuple[list[str], str]:
    with office.connection() as connection:
        broken = [str(seq) for seq in changes.broken_links(connection)]
        return broken, f"{changes.head(connection)[0]} changes"


def _audit_chain(office: OfficeFile) -> tuple[list[str], str]:
    with office.connection() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM audit_log").scalar()
    return [f"{one.sort} {one.seq}" for one in office.audit_findings(audit.WENT_BACK)], f"{count} lines"


def _log_tells_all(office: OfficeFile) -> tuple[list[str], str]:
    """Replaying the log from the first day gives exactly the records that the tables hold."""
    with office.connection() as connection:
        wrong = [f"{kind} {record} {why}" for kind, record, why in _unlike(connection)]
        count = connection.exec_driver_sql("SELECT count(DISTINCT record_id) FROM change_log").scalar()
    return wrong, f"{count} records"


def unlike_their_log(connection: Connection) -> Iterator[tuple[str, str]]:
    """Kind and id of the records that are other than the log tells."""
    yield from ((kind, record) for kind, record, _ in _unlike(connection))


def _unlike(connection: Connection) -> Iterator[tuple[str, str, str]]:
    told = connection.exec_driver_sql("SELECT record_id, kind, action, fields FROM change_log ORDER BY record_id, seq")
    tables = {name: _records(connection, kind) for name, kind in KINDS.items()}
    heads = {name: next(rows, None) for name, rows in tables.items()}
    for record_id, steps in groupby(told, key=itemgetter(0)):
        kind_name, values = replayed(steps)
        if kind_name not in KINDS:
            continue  # of a newer program, or of the laptops themselves
        head = heads[kind_name]
        while head is not None and head["id"] < record_id:
            yield kind_name, head["id"], "is not logged"
            head = heads[kind_name] = next(tables[kind_name], None)
        if head is None or head["id"] != record_id:
            yield kind_name, record_id, "is logged but not kept"
            continue
        if not _same(KINDS[kind_name], head, values):
            yield kind_name, record_id, "differs from its log"
        heads[kind_name] = next(tables[kind_name], None)
    for name, left in heads.items():
        for row in [left, *tables[name]] if left is not None else ():
            yield name, row["id"], "is not logged"


def _records(connection: Connection, kind: Kind) -> Iterator[Any]:
    columns = ", ".join(f'"{name}"' for name in ("id", *logged_columns(kind)))
    return iter(connection.exec_driver_sql(f"SELECT {columns} FROM {kind.name} ORDER BY id").mappings())


def replayed(steps: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """What the log says a record holds. Where fields were erased, the row that follows tells anew what was left."""
    kind_name, values = "", dict[str, Any]()
    for _, kind_name, action, fields in steps:  # noqa: B007  all steps of a record are of one kind
        if action in changes.ANEW:
            values = {}
        values.update({name: pair[1] for name, pair in json.loads(fields).items()})
    return kind_name, values


def _same(kind: Kind, row: Any, replayed: dict[str, Any]) -> bool:
    for name in logged_columns(kind):
        have, told = row[name], replayed.get(name)
        about = kind.fields.get(name)
        if have is not None and about is not None and about.input in JSON_INPUTS:
            have = json.loads(have)
            told = type(have)() if name not in replayed else told  # the field is younger than the record's log
        elif name not in replayed and have is not None and about is not None:
            told = kind.draft.model_fields[name].get_default()  # so does one that had to be filled
        if isinstance(have, float) and isinstance(told, int | float):
            if not math.isclose(have, told, rel_tol=1e-12):
                return False
        elif have != told:
            return False
    return True


_PROOFS: dict[str, Proof] = {
    "checkpoint": _checkpoint,
    "pages": _pages,
    "integrity": _structure,
    "foreign_keys": _foreign_keys,
    "schema": _schema,
    "pragmas": _pragmas,
    "triggers": _triggers,
    "key_slots": _key_slots,
    "search_index": _search_index,
    "search_entries": _search_entries,
    "change_log_chain": _log_chain,
    "change_log_complete": _log_tells_all,
    "audit_log_chain": _audit_chain,
}
