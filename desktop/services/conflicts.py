# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""What laptops disagree about: every field of which different values live, who wrote each, where, when and with what.

Nothing is lost here: one value is shown on the records, the others stand beside it until somebody settles it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.access import access_of, readings, unread
from desktop.domain.clock import COUNTER_BITS, moment_of
from desktop.domain.fields import Access
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Refusal
from desktop.domain.record import Kind, Row
from desktop.services.access import may_read, may_see, may_see_sensitive
from desktop.services.stored import stored_values
from desktop.services.viewing import Look, open_titles, readable
from desktop.store.portions import in_portions
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor
from desktop.sync.kept_states import known_clocks, read_states
from desktop.sync.merge import DELETED, Deletion, Dot, Effective, State
from desktop.sync.rows import rows_of

_BESIDE_AT_MOST = 12  # other fields and records of the same deed
_CLOCK_DOUBT_MS = 5 * 60 * 1000  # a clock that was wrong by less is told as right

CALLED = "coalesce(nullif(d.name, ''), (SELECT l.name FROM device l WHERE l.id = d.id), '')"
"""What a device `d` of the table of devices is called; "" for one that nobody named."""

# The last word on a field here since the last seal: whoever wrote it has seen what competes, and so it is settled.
_SAID_SINCE = (
    "ifnull((SELECT l.action FROM change_log l WHERE l.record_id = c.record_id AND l.seq > "
    "ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'sealed_upto'), 0) "
    "AND (l.action = 'erase' OR json_type(l.fields, '$.' || c.field) IS NOT NULL) ORDER BY l.seq DESC LIMIT 1), "
    "'beside') = 'beside'"
)
_OPEN = (
    "SELECT c.kind, c.record_id, c.field FROM record_conflict c LEFT JOIN search_entry e ON e.record_id = c.record_id "
    f"WHERE {_SAID_SINCE} ORDER BY c.kind, e.order_key, c.record_id, c.field"
)


class Point(NamedTuple):
    """One disputed field of one record; under `deleted_at` whether the record is deleted."""

    kind: str
    record_id: str
    field: str

    @property
    def id(self) -> str:
        """How the command line calls it."""
        return f"{self.record_id}.{self.field}"


@dataclass(frozen=True)
class Beside:
    """What the same deed changed besides: fields of a record, or a record that it brought or deleted."""

    kind: str
    record_id: str
    title: str
    what: str  # "add" | "change" | "delete"
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Version:
    """One of the values that compete. Of a deletion the value is whether the record is deleted."""

    dot: Dot
    values: Mapping[str, Any]  # the field, and the fields that belong to it, as stored
    told: Any  # the value as the log keeps it
    shown: bool
    own: bool  # written on this laptop
    by: str = ""
    device: str = ""  # the laptop's name; "" for one without
    device_number: int = 0  # its place among the office's laptops
    at: datetime | None = None
    clock_ms: int = 0  # by how much that laptop's clock is known to have been ahead, here taken off; 0: right enough
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True)
class Dispute:
    """A point with all that is to be known for settling it."""

    point: Point
    title: str
    row: Row  # the record as it is shown now, as the log keeps values
    titles: Mapping[str, str]  # of the records that the values point to
    versions: tuple[Version, ...] = field(default=())  # the shown one first, then the latest

    def version(self, dot: Dot) -> Version | None:
        return next((one for one in self.versions if one.dot == dot), None)


def open_points(rows: Rows, actor: Actor) -> list[Point]:
    """What is disputed now, as far as this user may know of it, in the order of the records' names."""
    found = [Point(*row) for row in rows.connection.exec_driver_sql(_OPEN).all()]
    points = [point for point in found if point.kind in KINDS and _may_know(actor, KINDS[point.kind], point.field)]
    known = set(points)
    shown = {record: row for kind, ids in _by_kind(points).items() for record, row in _rows(rows, kind, ids).items()}
    return [
        point
        for point in points
        if (row := shown.get(point.record_id)) is not None
        and (point.field == DELETED or row[DELETED] is None)
        and not any(point._replace(field=name) in known for name in _owners(point.kind).get(point.field, ()))
        and _sees(rows, actor, KINDS[point.kind], row)
    ]


def count_open(rows: Rows, actor: Actor) -> int:
    """How many."""
    return len(open_points(rows, actor))


def disputed_among(rows: Rows, record_ids: Iterable[str]) -> frozenset[str]:
    """Of these records the ones of which something is disputed."""
    found: set[str] = set()
    for marks, ids in in_portions(record_ids):
        sql = f"SELECT DISTINCT c.record_id FROM record_conflict c WHERE c.record_id IN ({marks}) AND {_SAID_SINCE}"
        found |= set(rows.connection.exec_driver_sql(sql, ids).scalars())
    return frozenset(found)


def disputed_fields(rows: Rows, record_ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Record → the fields of it that are disputed, for those of these records of which something is."""
    found: dict[str, frozenset[str]] = {}
    for marks, ids in in_portions(record_ids):
        sql = f"SELECT c.record_id, c.field FROM record_conflict c WHERE c.record_id IN ({marks}) AND {_SAID_SINCE}"
        for record_id, name in rows.connection.exec_driver_sql(sql, ids):
            found[record_id] = found.get(record_id, frozenset()) | {name}
    return found


def disputes(rows: Rows, points: Sequence[Point]) -> list[Dispute | None]:
    """Each point with its values, in their order; None for one that is settled meanwhile."""
    states = read_states(rows.connection, {point.record_id for point in points})
    stored = {record: row for kind, ids in _by_kind(points).items() for record, row in _rows(rows, kind, ids).items()}
    titles = rows.titles(point.record_id for point in points)
    reader = _Reader(rows)
    made: list[Dispute | None] = []
    for point in points:
        state, row = states.get(point.record_id), stored.get(point.record_id)
        versions = reader.versions(point, state, row) if state is not None and row is not None else ()
        if row is None or len(versions) < 2:
            made.append(None)
            continue
        linked = _links(KINDS[point.kind], point.field, versions)
        shown = open_titles(rows, {**rows.titles(linked), **titles})
        title = shown.get(point.record_id) or _own_title(KINDS[point.kind], row)
        made.append(Dispute(point, title, row, shown, versions))
    return made


def dispute_of(rows: Rows, actor: Actor, record_id: str, field_name: str) -> Dispute | None:
    """One of them; None where nothing is disputed (any more), or nothing this user may know of."""
    point = next((one for one in open_points(rows, actor) if one[1:] == (record_id, field_name)), None)
    return disputes(rows, [point])[0] if point is not None else None


def looks_at(rows: Rows, point: Point) -> list[Look]:
    """Whose sensitive data somebody is shown who looks at this (G-11)."""
    kind = KINDS[point.kind]
    if access_of(kind).get(point.field) not in (Access.SENSITIVE, Access.IDENTIFIER):
        return []
    row = _rows(rows, point.kind, [point.record_id]).get(point.record_id, {})
    person = point.record_id if point.kind == "person" else row.get("person_id")
    return [Look(str(person), point.field)] if person else []


def companions(kind: Kind, name: str) -> tuple[str, ...]:
    """The fields that tell one thing together with this one: how exactly a day is known, an amount as it was typed."""
    about = kind.fields.get(name)
    if about is None:
        return ()
    typed = (f"{about.entered_in}_{part}" for part in ("amount", "unit") if about.entered_in)
    return tuple(one for one in (about.precision_field, *typed) if one and one in kind.fields)


@cache
def _owners(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Field → those that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for name in KINDS[kind].fields:
        for one in companions(KINDS[kind], name):
            found[one] = (*found.get(one, ()), name)
    return found


class _Reader:
    """Who wrote what, looked up once for each operation and deed."""

    def __init__(self, rows: Rows) -> None:
        self._rows, self._connection = rows, rows.connection
        self._effective: Effective = known_clocks(rows.connection)
        self._devices = devices_of(rows.connection)
        self._names = _names(rows.connection)

    def versions(self, point: Point, state: State, row: Row) -> tuple[Version, ...]:
        found = list(self._deletions(state, row) if point.field == DELETED else self._values(point, state, row))
        found.sort(key=lambda one: (one[0].shown, self._effective(one[0].dot, one[1]), one[0].dot), reverse=True)
        told: list[Version] = []
        for version, stamp in found:
            if all(one.told != version.told for one in told):
                told.append(self._completed(point, state, version, stamp))
        return tuple(told)

    def _values(self, point: Point, state: State, row: Row) -> Iterator[tuple[Version, int]]:
        kind, name = KINDS[point.kind], point.field
        mark = state.shown_mark(name, row)
        if mark is not None:
            yield self._version(kind, name, mark.dot, row[name], shown=True, state=state, row=row), mark.stamp
        for dot, head in state.others.get(name, {}).items():
            yield self._version(kind, name, dot, head.value, shown=False, state=state, row=row), head.stamp

    def _version(self, kind: Kind, name: str, dot: Dot, value: Any, *, shown: bool, state: State, row: Row) -> Version:
        told = {name: value}
        for one in companions(kind, name):
            head = state.others.get(one, {}).get(dot)
            told[one] = head.value if head is not None else row[one]
        return Version(dot, _stored(kind, told), value, shown, dot.device in self._devices.own)

    def _deletions(self, state: State, row: Row) -> Iterator[tuple[Version, int]]:
        """Who deleted it, and who wrote in it without knowing of that."""
        deleted = row[DELETED] is not None
        saw = frozenset[Dot]().union(*(one.saw for one in state.deletions.values() if one.value is not None))
        for dot, one in state.deletions.items():
            yield self._verdict(dot, one, shown=deleted == (one.value is not None)), one.stamp
        stamps = {mark.dot: mark.stamp for mark in state.own.values()}
        stamps |= {dot: head.stamp for heads in state.others.values() for dot, head in heads.items()}
        stamps |= {state.whole.dot: state.whole.stamp} if state.whole else {}
        for dot in state.all_heads() - saw:
            verdict = Deletion(stamps[dot], None, frozenset())
            yield self._verdict(dot, verdict, shown=not deleted), stamps[dot]

    def _verdict(self, dot: Dot, one: Deletion, *, shown: bool) -> Version:
        gone = one.value is not None
        return Version(dot, {DELETED: gone}, gone, shown, dot.device in self._devices.own)

    def _completed(self, point: Point, state: State, version: Version, stamp: int) -> Version:
        effective = self._effective(version.dot, stamp)
        ahead = (stamp - effective) >> COUNTER_BITS
        line = _line_of(self._connection, version.dot)
        name, number = self._devices.named.get(version.dot.device, ("", 0))
        return replace(
            version,
            by=self._names.get(line[0], "") if line else "",
            device=name,
            device_number=number,
            at=moment_of(effective),
            clock_ms=ahead if abs(ahead) >= _CLOCK_DOUBT_MS else 0,
            beside=self._beside(point, state, version.dot, line[1]) if line else (),
        )

    def _beside(self, point: Point, state: State, dot: Dot, tx: str) -> tuple[Beside, ...]:
        sql = "SELECT kind, record_id, action, fields FROM change_log WHERE tx = ? AND action <> 'beside' ORDER BY seq"
        kinds: dict[str, str] = {}
        what: dict[str, str] = {}
        names: dict[str, list[str]] = {}
        for kind, record_id, action, text in self._connection.exec_driver_sql(sql, (tx,)):
            if kind not in KINDS or not may_read(self._rows.role, KINDS[kind]):
                continue
            fields = json.loads(text)
            gone = fields.get(DELETED, [None, None])[1] is not None
            kinds[record_id] = kind
            what.setdefault(record_id, "add" if action == "add" else "delete" if gone else "change")
            hidden = unread(self._rows.role, KINDS[kind]) | _belonging(kind)
            # A value that was only told again, to the province, did not change.
            altered = {name for name, (before, after) in fields.items() if before != after}
            told = [name for name in fields if name in altered and name in KINDS[kind].fields and name not in hidden]
            names.setdefault(record_id, []).extend(told)
        also = [name for name, heads in state.others.items() if dot in heads]
        names.setdefault(point.record_id, []).extend(also)
        kinds.setdefault(point.record_id, point.kind)
        mine = {point.field, *companions(KINDS[point.kind], point.field)}
        names[point.record_id] = [name for name in names[point.record_id] if name not in mine]
        titles = open_titles(self._rows, self._rows.titles(kinds))
        made = []
        for record_id, kind in list(kinds.items())[:_BESIDE_AT_MOST]:
            deed = what.get(record_id, "change")
            fields = tuple(dict.fromkeys(names[record_id]))[:_BESIDE_AT_MOST] if deed == "change" else ()
            if fields or (deed != "change" and record_id != point.record_id):
                made.append(Beside(kind, record_id, titles.get(record_id, ""), deed, fields))
        return tuple(made)


@cache
def _belonging(kind: str) -> frozenset[str]:
    return frozenset(_owners(kind))


class Devices(NamedTuple):
    own: frozenset[str]
    named: Mapping[str, tuple[str, int]]  # id → name and place among the laptops


def devices_of(connection: Connection) -> Devices:
    rows = connection.exec_driver_sql(
        f"SELECT d.id, {CALLED}, d.own FROM sync_device d ORDER BY d.enrolled_at, d.id"
    ).all()
    this = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'device_id'").scalar_one()
    own = frozenset({this, *(device for device, _, is_own in rows if is_own)})
    return Devices(own, {device: (name, place) for place, (device, name, _) in enumerate(rows, 1)})


def _names(connection: Connection) -> Mapping[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT u.id, coalesce(s.full_name, u.username, '') FROM user_account u "
        "LEFT JOIN staff_member s ON s.id = u.staff_id"
    ).all()
    return dict(map(tuple, rows))


def _line_of(connection: Connection, dot: Dot) -> tuple[str, str] | None:
    """Who wrote an operation, and the deed it belongs to."""
    row = connection.exec_driver_sql(
        "SELECT l.user_id, l.tx FROM segment s JOIN change_log l ON l.seq = s.log_first + ?2 - s.first "
        "WHERE s.device_id = ?1 AND s.first <= ?2 AND s.last >= ?2",
        tuple(dot),
    ).first()
    return (row[0], row[1]) if row is not None else None


def _may_know(actor: Actor, kind: Kind, name: str) -> bool:
    if not may_read(actor.role, kind) or name in readings(actor.role, kind):
        return False  # whoever reads but the end of a number, or a text without names, leaves it to others
    sensitive = access_of(kind).get(name) is Access.SENSITIVE or kind.name == "person_sensitive"
    return not sensitive or may_see_sensitive(actor)


def _sees(rows: Rows, actor: Actor, kind: Kind, row: Row) -> bool:
    if kind.name == "person_sensitive":  # under consent alone
        return bool(readable(rows, actor, kind.name, [row]))
    return may_see(actor, kind, row)


def _rows(rows: Rows, kind: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    return rows_of(rows.connection, kind, ids)


def _by_kind(points: Iterable[Point]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for point in points:
        found.setdefault(point.kind, []).append(point.record_id)
    return found


def _stored(kind: Kind, told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Values as the tables hold them; one that today's rules would not take stays as it came."""
    try:
        return stored_values(kind, told)
    except Refusal:
        return dict(told)


def _links(kind: Kind, name: str, versions: Iterable[Version]) -> list[str]:
    about = kind.fields.get(name)
    if about is None or not (about.links or about.links_by):
        return []
    return [str(one.told) for one in versions if one.told]


def _own_title(kind: Kind, row: Row) -> str:
    """What a record is called that the search does not list, as one that is deleted."""
    parts = [str(row[name]) for name in kind.title if isinstance(row.get(name), str) and not kind.fields[name].codes]
    return " ".join(parts) or kind.label
