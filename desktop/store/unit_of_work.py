"""Everything that one action writes, in one commit: records, their log, their search entries, an audit line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import uuid_utils
from sqlalchemy import Connection, select, update

from desktop.domain.clock import moment_of, today_in_iran, wall_stamp
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.persian.calendar import jalali_month
from desktop.domain.persian.identifiers import resident_no
from desktop.domain.record import Kind, Row
from desktop.store import audit, bulk, changes, match_keys
from desktop.store.changes import Change, ChangeSet
from desktop.store.driver import fetched, run_each
from desktop.store.entries import ENTRY_COLUMNS, entry_of, entry_range, is_listed, searched_fields
from desktop.store.listing import listed_by, unlist
from desktop.store.rows import Rows
from desktop.store.search import cursor_of
from desktop.store.shapes import changing, inserting, shape_of
from desktop.store.triggers import WRITING, telling, worked_out

BLOCK = 10_000  # numbers of one of the first ten laptops that have five digits
LAPTOPS = 100
SWEEP = "INSERT INTO search_index (search_index) VALUES ('optimize')"
"""Drops from the index what it still keeps of words that records no longer hold."""


@dataclass(frozen=True)
class Actor:
    """Who acts: an account of this office."""

    user_id: str
    staff_id: str
    username: str
    role: str
    can_see_sensitive: bool = False


@dataclass(frozen=True)
class Identity:
    """Which office and which laptop this file is, and which block of numbers the laptop gives."""

    office_id: str
    office_code: str
    device_id: str
    block: int


class UnitOfWork(Rows):
    """One transaction of one actor: others see nothing before it commits, and nothing remains after a failure."""

    def __init__(
        self, connection: Connection, identity: Identity, actor: Actor, at: datetime, seen: int | None = None
    ) -> None:
        super().__init__(connection, today_in_iran(at), actor.role, actor.user_id)
        self.identity = identity
        self.actor = actor
        self.at = at
        self.tx = new_id()
        self.finished: ChangeSet | None = None
        self._changes: list[Change] = []
        self._loading = False
        self.written_at = moment_of(self._open_context(seen))  # what records carry: on every laptop the same

    @property
    def staff_id(self) -> str | None:
        """The colleague who acts; None for an account without one."""
        return self.actor.staff_id or None

    def saw(self, position: int) -> None:
        """What is written from here on replaces only what stood at that line of the log or before it."""
        self.connection.exec_driver_sql("UPDATE write_context SET base = min(base, ?)", (position,))

    def add(self, kind_name: str, values: Mapping[str, Any]) -> Row:
        """Insert a complete record (every declared field) and give it its id and number."""
        if self._loading:
            return self.add_many(kind_name, [values])[0]
        kind = KINDS[kind_name]
        row = self._new_row(kind, values)
        row["row"] = self._write(inserting(kind.name, tuple(row)), shape_of(kind.name).bound(row)).lastrowid
        self._touch(Change(kind.name, row["id"], "add"))
        self._index(kind, row, is_new=True)
        return row

    def add_many(
        self,
        kind_name: str,
        many: Sequence[Mapping[str, Any]],
        numbers: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Row]:
        """Insert many complete records at the cost of a bulk load. They may carry their own ids.

        `numbers` are the identity numbers, by record id, under which people are also found.
        """
        kind = KINDS[kind_name]
        if not many:
            return []
        if not self._loading:
            with self.loading():
                return self.add_many(kind_name, many, numbers)
        stamps = self._stamps()
        rows = [{**values, **stamps, "id": _id_of(kind, values)} for values in many]
        self._complete(kind, rows)
        bulk.insert_rows(self.connection, kind, rows)
        bulk.list_rows(self.connection, kind, rows, numbers or {})
        self._touch(Change(kind.name, "", "add"))  # which ones, the log tells
        return [*rows]

    def add_several(self, kind_name: str, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        """Insert a few complete records by one statement: for a sheet of names, where a bulk load does not pay."""
        kind = KINDS[kind_name]
        rows = [self._new_row(kind, values) for values in many]
        if rows:
            sql, shape = inserting(kind.name, tuple(rows[0])), shape_of(kind.name)
            run_each(self.connection, sql, [shape.bound(row) for row in rows])
        for row in rows:
            self._touch(Change(kind.name, row["id"], "add"))
            self._index(kind, row, is_new=True)
        return list(rows)

    @contextmanager
    def loading(self) -> Iterator[None]:
        """While many portions are added, each record that is added goes the way of `add_many`."""
        with bulk.without_triggers(self.connection):
            self._loading = True
            yield
            self._loading = False

    def change(self, kind_name: str, record_id: str, values: Mapping[str, Any]) -> Row:
        """Set the given fields of a record; a change to the same values leaves no trace."""
        old = self.get(kind_name, record_id)
        if old is None:
            raise LookupError(f"{kind_name} {record_id}")
        return self.change_row(KINDS[kind_name], old, values)

    def change_row(self, kind: Kind, old: Row, values: Mapping[str, Any]) -> Row:
        """The same of a record that was just read."""
        differing = {name: value for name, value in values.items() if old[name] != value}
        if not differing:
            return old
        stamped = dict(differing)
        if not differing.keys() <= worked_out(kind):  # what follows from others is no new version, here as elsewhere
            stamped |= {**self._written_last(), "row_version": old["row_version"] + 1}
        row = {**old, **stamped}
        if kind.dated_by:
            stamped["jalali_month"] = row["jalali_month"] = _month(row[kind.dated_by])
        self._write(changing(kind.name, tuple(stamped)), (*shape_of(kind.name).bound(stamped), old["id"]))
        self._touch(Change(kind.name, old["id"], "change"))
        if not stamped.keys().isdisjoint(listed_by(kind)):
            self._index(kind, row, is_new=False)
        return row

    def delete(self, kind_name: str, record_id: str) -> None:
        """Mark a record deleted; its history stays."""
        kind, table = KINDS[kind_name], table_of(KINDS[kind_name])
        self.connection.execute(
            update(table).where(table.c.id == record_id), {"deleted_at": self.at, **self._written_last()}
        )
        unlist(self.connection, record_id)
        self._touch(Change(kind.name, record_id, "delete"))

    def forget(
        self, kind_name: str, record_id: str, left: Mapping[str, Any], *, gone: bool = False, whole: bool = True
    ) -> Row:
        """Set fields of a record, even of a deleted one, so that nothing tells any more what they were.

        The log is emptied of all that it told of the record (unless `whole`, only where it told these fields), and
        then tells what is left of it; unless `whole`, also which fields were forgotten. `gone`: it is also marked
        deleted.
        """
        kind, table = KINDS[kind_name], table_of(KINDS[kind_name])
        old = self.connection.execute(select(table).where(table.c.id == record_id)).mappings().one()
        stamped = {
            **left,
            **self._written_last(),
            "row_version": old["row_version"] + 1,
            "deleted_at": old["deleted_at"] or (self.at if gone else None),
        }
        row = {**old, **stamped}
        self.connection.execute(update(table).where(table.c.id == record_id), stamped)
        changes.erase_fields(self.connection, record_id, () if whole else tuple(left))
        if whole:
            self.connection.exec_driver_sql(telling(kind), (record_id,))
        else:
            self.connection.exec_driver_sql(telling(kind, "retell"), (record_id,))
            self.connection.exec_driver_sql(
                telling(kind, "forget", (*left, *(["deleted_at"] if gone else ()))), (record_id,)
            )
        self._touch(Change(kind.name, record_id, "erase"))
        if row["deleted_at"]:
            unlist(self.connection, record_id)
        else:
            self._index(kind, row, is_new=False)
        return row

    def sweep_search(self) -> None:
        """Drop from the index what it still keeps of words that records no longer hold."""
        self.connection.exec_driver_sql(SWEEP)

    def restore(self, kind_name: str, record_id: str) -> Row | None:
        """Take back a deletion; None when there is no such deleted record."""
        kind, table = KINDS[kind_name], table_of(KINDS[kind_name])
        gone = (table.c.id == record_id) & table.c.deleted_at.is_not(None)
        if not self.connection.execute(
            update(table).where(gone), {"deleted_at": None, **self._written_last()}
        ).rowcount:
            return None
        self._touch(Change(kind.name, record_id, "change"))
        row = self.get(kind_name, record_id)
        if row is not None:
            self._index(kind, row, is_new=True)
            self.reindex(kind_name, record_id)
        return row

    def tell(self, kind_name: str, record_id: str, told: Mapping[str, Sequence[Any]], action: str = "change") -> None:
        """A line of the log about fields that stay as they are: somebody's word on values that compete.

        `told` are for each field what it was and what it is, as the log keeps values.
        """
        table = table_of(KINDS[kind_name])
        fields = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.connection.exec_driver_sql(
            "INSERT INTO change_log (stamp, tx, user_id, device_id, kind, record_id, action, fields, base, "
            "schema_version) SELECT stamp, tx, user_id, device_id, ?, ?, ?, ?, base, "
            "(SELECT version_num FROM alembic_version) FROM write_context",
            (kind_name, record_id, action, fields),
        )
        stamped: dict[str, Any] = self._written_last()
        if told.keys() - {"deleted_at"}:
            stamped["row_version"] = table.c.row_version + 1
        self.connection.execute(update(table).where(table.c.id == record_id).values(**stamped))
        self._touch(Change(kind_name, record_id, "change"))

    def reindex(self, kind_name: str, record_id: str) -> None:
        """Renew the search entry of a record after another one that it shows has changed."""
        row = self.get(kind_name, record_id)
        if row is not None:
            self._index(KINDS[kind_name], row, is_new=False)

    def audit(self, action: str, entity: str = "", entity_id: str = "", detail: str = "") -> None:
        audit.record(self.connection, self.at.isoformat(), self.actor.user_id, action, entity, entity_id, detail)

    def audit_many(self, action: str, entity: str, lines: Iterable[tuple[str, str]]) -> None:
        """Lines of one action: the id and the detail of each."""
        at = self.at.isoformat()
        audit.record_many(
            self.connection, [(at, self.actor.user_id, action, entity, record, detail) for record, detail in lines]
        )

    def number(self, kind: str) -> int:
        """The next number of this laptop for a kind; blocks of different laptops never meet."""
        return number_in_block(self.identity.block, self._reserve(kind, 1))

    def never_give(self, kind: str, count: int) -> None:
        """Numbers up to the `count`-th of this laptop are somebody's already."""
        self.connection.exec_driver_sql(
            "INSERT INTO number (kind, given) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE "
            "SET given = max(given, excluded.given)",
            (kind, count),
        )

    def _reserve(self, kind: str, how_many: int) -> int:
        """Take that many places of this laptop's sequence; returns the first."""
        ((last,),) = self._write(
            "INSERT INTO number (kind, given) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET given = given + ?2 "
            "RETURNING given",
            (kind, how_many),
        ).fetchall()
        return int(last) - how_many + 1

    def _complete(self, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
        """Give these rows their months, and numbers to those that have none, in order after the last that was given."""
        lacking = [row for row in rows if not row[kind.number]] if kind.number else []
        place = self._reserve(kind.name, len(lacking)) if lacking and not kind.numbering else 0
        for count, row in enumerate(lacking, place):
            if kind.numbering:
                row[kind.number] = self._give_number(kind, row)
            else:
                row[kind.number] = self._as_number(kind, number_in_block(self.identity.block, count))
        if kind.dated_by:
            for row in rows:
                row["jalali_month"] = _month(row[kind.dated_by])

    def finish(self, tell: Callable[[float], None] | None = None) -> ChangeSet:
        """Close the log of this transaction; the caller commits. `tell` hears how far the work is and may stop it."""
        self._write("UPDATE write_context SET open = 0", ())
        changes.chain_new(self.connection, tell)
        self.finished = ChangeSet(self.tx, tuple(self._changes))
        return self.finished

    def _open_context(self, seen: int | None) -> int:
        """Begin the log of this transaction; its stamp. `seen` is the log's last line when the form was opened."""
        opened = self._write(
            f"UPDATE write_context SET open = {WRITING}, stamp = max(?, stamp + 1), tx = ?, user_id = ?, "
            "device_id = ?, base = ifnull(?, (SELECT ifnull(max(seq), 0) FROM change_log)) RETURNING stamp",
            (wall_stamp(self.at), self.tx, self.actor.user_id, self.identity.device_id, seen),
        )
        return int(opened.fetchall()[0][0])

    def _new_row(self, kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
        row = {**{name: values[name] for name in kind.fields}, **self._stamps()}
        return self._completed(kind, row, values)

    def _stamps(self) -> dict[str, Any]:
        """What every record that is made now carries alike."""
        return {
            "office_id": self.identity.office_id,
            "created_at": self.written_at,
            "created_by": self.actor.user_id,
            "updated_at": self.written_at,
            "updated_by": self.actor.user_id,
            "row_version": 1,
            "device_id": self.identity.device_id,
            "deleted_at": None,
            "sync_state": "local",
        }

    def _written_last(self) -> dict[str, Any]:
        """What a record carries of who wrote it last."""
        return {
            "updated_at": self.written_at,
            "updated_by": self.actor.user_id,
            "device_id": self.identity.device_id,
        }

    def _completed(self, kind: Kind, row: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        """The same row with its id, its number and its month."""
        row["id"] = _id_of(kind, values)
        if kind.number and not row[kind.number]:
            row[kind.number] = self._give_number(kind, row)
        if kind.dated_by:
            row["jalali_month"] = _month(row[kind.dated_by])
        return row

    def _give_number(self, kind: Kind, row: Row) -> str:
        if kind.numbering is None:
            return self._as_number(kind, self.number(kind.name))
        return kind.numbering.text(row, self.find("office")[0], self.number(kind.numbering.sequence(row)))

    def _as_number(self, kind: Kind, sequence: int) -> str:
        return resident_no(self.identity.office_code, sequence) if kind.name == "person" else str(sequence)

    def _touch(self, change: Change) -> None:
        self._changes.append(change)

    def _index(self, kind: Kind, row: Mapping[str, Any], *, is_new: bool) -> None:
        if not searched_fields(kind):
            return
        if not is_listed(kind, row):
            unlist(self.connection, row["id"])
            return
        numbers: list[str] = []
        former: list[str] = []  # the numbers of files that were merged into this one
        if kind.name == "person" and not is_new:
            numbers, former = (
                [value for (value,) in fetched(self.connection, sql, (row["id"],))] for sql in (_NUMBERS, _FORMER)
            )
        entry = tuple(entry_of(kind, row, [*numbers, *former]).values())
        kept = [] if is_new else fetched(self.connection, _ENTRY, (row["id"],))
        if not kept:  # new, or listed again after it was not
            number = self._write(_INSERT_ENTRY, (*_span(kind), *entry)).lastrowid
        else:
            number, *before = kept[0]
            if [*entry] != before:  # the index is renewed only where its words are others
                self._write(*_entry_change(number, before, entry))
        if kind.name == "person":
            match_keys.renew(self.connection, number, row, numbers, is_new=is_new)

    def _write(self, sql: str, values: Sequence[Any]) -> Any:
        """Straight at the driver; its cursor."""
        return cursor_of(self.connection).execute(sql, values)


_NUMBERS = "SELECT value FROM person_identifier WHERE person_id = ? AND deleted_at IS NULL AND value <> '' ORDER BY row"
_FORMER = "SELECT resident_no FROM person WHERE merged_into_id = ? AND deleted_at IS NULL ORDER BY row"
_ENTRY = f"SELECT entry, {', '.join(ENTRY_COLUMNS)} FROM search_entry WHERE record_id = ?"


def _entry_change(number: int, before: Sequence[Any], entry: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    """The statement that makes an entry what it is now, and its values."""
    differing = [place for place, value in enumerate(entry) if value != before[place]]
    told = ", ".join(f"{ENTRY_COLUMNS[place]} = ?" for place in differing)
    return f"UPDATE search_entry SET {told} WHERE entry = ?", (*(entry[place] for place in differing), number)


_NEXT_ENTRY = "SELECT ifnull(max(entry), ?) + 1 FROM search_entry WHERE entry > ? AND entry < ?"
_INSERT_ENTRY = (
    f"INSERT INTO search_entry (entry, {', '.join(ENTRY_COLUMNS)}) "
    f"VALUES (({_NEXT_ENTRY}), {', '.join('?' * len(ENTRY_COLUMNS))})"
)


def _span(kind: Kind) -> tuple[int, int, int]:
    below, above = entry_range(kind.name)
    return below, below, above


def _id_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """The id that a record brings along, or its code where that is the id, or a new one."""
    return values.get("id") or (values[kind.keyed_by] if kind.keyed_by else new_id())


def new_id() -> str:
    """A UUIDv7 as text."""
    return str(uuid_utils.uuid7())


def number_in_block(block: int, count: int) -> int:
    """The `count`-th number of a laptop; the numbers of a hundred laptops never meet.

    The first ten laptops begin with five digits in blocks of their own; beyond, the last two digits tell the laptop.
    """
    if not 0 <= block < LAPTOPS:
        raise ValueError(f"an office has at most {LAPTOPS} laptops")
    short = BLOCK - 1 if block < 10 else 0
    if count <= short:
        return block * BLOCK + count
    return 10 * BLOCK + (count - short) * LAPTOPS + block


def count_in_block(block: int, number: int) -> int | None:
    """Which number of a laptop this is, the other way round; None for one that another laptop gives."""
    short = BLOCK - 1 if block < 10 else 0
    if number < 10 * BLOCK:
        count = number - block * BLOCK
        return count if 1 <= count <= short else None
    return (number - 10 * BLOCK) // LAPTOPS + short if number % LAPTOPS == block else None


def _month(on: date | None) -> str | None:
    return jalali_month(on) if on else None
