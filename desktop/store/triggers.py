"""Triggers from the declarations: nothing can change a record unseen by the log, or leave the search stale."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from sqlalchemy import Connection

from desktop.domain.fields import JSON_INPUTS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Kind

WRITING, MERGING = 1, 2
"""What `write_context.open` says: somebody writes, or what others wrote is taken in, which writes the log itself."""

_NOT_MERGING = f"(SELECT open FROM write_context) IS NOT {MERGING}"
"""Asked before anything else: what others wrote comes in thousands."""

SEARCH_COLUMNS = ("names", "numbers", "words")
_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(names, numbers, words, content='search_entry', "
    "content_rowid='entry', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4')"
)


@cache
def logged_columns(kind: Kind) -> tuple[str, ...]:
    """The columns that the log carries: every declared field but those worked out from others, and the tombstone."""
    return (*(name for name, about in kind.fields.items() if about.logged), "deleted_at")


@cache
def worked_out(kind: Kind) -> frozenset[str]:
    """The fields that the log does not carry, because they follow from others."""
    return frozenset(name for name, about in kind.fields.items() if not about.logged)


def install(connection: Connection, schema_version: str) -> None:
    """(Re)create the search index and every trigger. Runs after each migration, which silently drops triggers."""
    connection.exec_driver_sql(_INDEX)
    old = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'").scalars().all()
    for name in old:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for statement in statements(schema_version):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def statements(schema_version: str) -> Iterator[str]:
    for kind in KINDS.values():
        yield _log_trigger(kind, "add", schema_version)
        yield _log_trigger(kind, "change", schema_version)
        yield (
            f"CREATE TRIGGER keep_{kind.name} BEFORE DELETE ON {kind.name} BEGIN "
            "SELECT RAISE(ABORT, 'records are marked deleted, never removed'); END"
        )
    yield from _search_triggers()
    yield (
        "CREATE TRIGGER keep_change_log BEFORE DELETE ON change_log BEGIN "
        "SELECT RAISE(ABORT, 'the change log only grows'); END"
    )
    told = ("seq", "stamp", "tx", "user_id", "device_id", "kind", "record_id", "action", "base", "schema_version")
    altered = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in told)
    yield (
        f"CREATE TRIGGER hold_change_log BEFORE UPDATE ON change_log WHEN {altered} "
        "OR (OLD.fields IS NOT NEW.fields AND (NEW.fields <> '{}' OR NEW.erased IS NULL)) BEGIN "
        "SELECT RAISE(ABORT, 'the change log is not rewritten'); END"
    )
    yield (
        "CREATE TRIGGER hold_audit_log BEFORE UPDATE ON audit_log BEGIN "
        "SELECT RAISE(ABORT, 'the audit log is not rewritten'); END"
    )
    yield (
        "CREATE TRIGGER keep_audit_log BEFORE DELETE ON audit_log BEGIN "
        "SELECT RAISE(ABORT, 'the audit log only grows'); END"
    )


def _value(kind: Kind, row: str, column: str) -> str:
    about = kind.fields.get(column)
    if about is not None and about.input in JSON_INPUTS:
        return f'json({row}."{column}")'
    return f'{row}."{column}"'


def _log_trigger(kind: Kind, action: str, schema_version: str) -> str:
    """Every connection reads all of these first, while somebody waits at the login: so each name stands seldom."""
    columns = logged_columns(kind)
    if action == "add":
        pairs = ",".join(f"('{c}',NULL,NEW.\"{c}\")" for c in columns)
        differs, verb = "n IS NOT NULL", "INSERT"
    else:
        pairs = ",".join(f'(\'{c}\',OLD."{c}",NEW."{c}")' for c in columns)
        differs, verb = "o IS NOT n", "UPDATE"
    pair = _pair(kind)
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    when = f" WHEN {_NOT_MERGING}" + ("" if action == "add" else f" AND ({changed})")
    return (
        f"CREATE TRIGGER log_{action}_{kind.name} AFTER {verb} ON {kind.name}{when} BEGIN "
        "SELECT RAISE(ABORT, 'written outside a unit of work') WHERE NOT EXISTS "
        "(SELECT 1 FROM write_context WHERE open > 0); "
        "INSERT INTO change_log (stamp, tx, user_id, device_id, kind, record_id, action, fields, base, schema_version) "
        f"SELECT w.stamp, w.tx, w.user_id, w.device_id, '{kind.name}', NEW.id, '{action}', "
        f"(SELECT json_group_object(f, {pair}) FROM (SELECT '' AS f, NULL AS o, NULL AS n WHERE 0 "
        f"UNION ALL VALUES {pairs}) WHERE {differs}), w.base, '{schema_version}' FROM write_context w "
        f"WHERE w.open = {WRITING}; END"
    )


def telling(kind: Kind, action: str = "erase", names: Collection[str] = ()) -> str:
    """One new row of the log that tells all that a record (by its id) holds, as if it were new; or what these hold."""
    columns = [column for column in logged_columns(kind) if not names or column in names]
    told = " UNION ALL ".join(f"SELECT '{c}', NULL, {_value(kind, 'r', c)}" for c in columns)
    told_of = "1" if names else "n IS NOT NULL"
    return (
        "INSERT INTO change_log (stamp, tx, user_id, device_id, kind, record_id, action, fields, base, schema_version) "
        f"SELECT w.stamp, w.tx, w.user_id, w.device_id, '{kind.name}', r.id, '{action}', "
        f"(SELECT json_group_object(f, {_pair(kind)}) FROM (SELECT '' AS f, NULL AS o, NULL AS n WHERE 0 "
        f"UNION ALL {told}) WHERE {told_of}), w.base, (SELECT schema_version FROM change_log ORDER BY seq DESC "
        f"LIMIT 1) FROM write_context w, {kind.name} r WHERE r.id = ?"
    )


def _pair(kind: Kind) -> str:
    is_json = ",".join(f"'{name}'" for name, about in kind.fields.items() if about.input in JSON_INPUTS) or "''"
    return f"CASE WHEN f IN ({is_json}) THEN json_array(json(o), json(n)) ELSE json_array(o, n) END"


def _search_triggers() -> Iterator[str]:
    columns = ", ".join(SEARCH_COLUMNS)
    new = ", ".join(f"NEW.{c}" for c in SEARCH_COLUMNS)
    old = ", ".join(f"OLD.{c}" for c in SEARCH_COLUMNS)
    insert = f"INSERT INTO search_index (rowid, {columns}) VALUES (NEW.entry, {new});"
    remove = f"INSERT INTO search_index (search_index, rowid, {columns}) VALUES ('delete', OLD.entry, {old});"
    listing = f"(SELECT open FROM write_context) < {MERGING}"  # a merge lists whole portions itself
    yield f"CREATE TRIGGER index_add AFTER INSERT ON search_entry WHEN {listing} BEGIN {insert} END"
    yield f"CREATE TRIGGER index_remove AFTER DELETE ON search_entry BEGIN {remove} END"
    yield f"CREATE TRIGGER index_change AFTER UPDATE OF {columns} ON search_entry BEGIN {remove} {insert} END"
