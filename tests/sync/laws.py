"""The laws of design.md §4, asked of laptops that have read each other."""

from __future__ import annotations

import json
from typing import Any

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.segment import read_all, read_header
from desktop.sync.kept_states import known_clocks
from desktop.sync.laptop import this_laptop
from desktop.sync.merge import DELETED, Operation
from tests.sync.laptops import differences, sight


def differing(one: OfficeFile, other: OfficeFile) -> dict[str, Any]:
    """Where two laptops differ. Who had read void words that made a record keeps an empty, deleted row of it."""
    found = {key: what for key, what in differences(one, other).items() if [*what] != ["is_women_head"]}
    for key, what in list(found.items()):
        rows = [row for row in what if row] if isinstance(what, tuple) else []
        if len(rows) == 1 and isinstance(rows[0], dict) and rows[0].get("deleted_at") and not _is_told(one, key):
            del found[key]
    return found


def _is_told(office: OfficeFile, key: str) -> bool:
    return any(f"{operation.kind} {operation.record}" == key for operation in all_operations(office))


def is_dense(office: OfficeFile) -> None:
    """Of every device the file holds all operations from its first, each once, and they stand in its log."""
    with office.connection() as connection:
        rows = connection.exec_driver_sql(
            "SELECT device_id, first, last, log_first FROM segment ORDER BY device_id, first"
        ).all()
        last: dict[str, int] = {}
        for device, first, upto, log_first in rows:
            assert first == last.get(device, 0) + 1
            last[device] = upto
            sql = "SELECT count(*) FROM change_log WHERE seq BETWEEN ? AND ? AND device_id = ?"
            lines = connection.exec_driver_sql(sql, (log_first, log_first + upto - first, device)).scalar_one()
            assert lines == upto - first + 1


def all_operations(office: OfficeFile) -> list[Operation]:
    """Everything that the sealed segments tell, in order of arrival."""
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        segments = connection.exec_driver_sql("SELECT content FROM segment ORDER BY arrival").scalars().all()
    found: list[Operation] = []
    for segment in map(bytes, segments):
        key = laptop.epochs[read_header(segment).epoch]
        found += [one for one in read_all(segment, key) if not isinstance(one, Emptied)]
    return found


def holds_no(office: OfficeFile, canaries: list[str]) -> None:
    """No table and no segment tells a word that was erased."""
    if not canaries:
        return
    with office.connection() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        ).scalars()
        for table in list(tables):
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):  # noqa: S608
                for value in row:
                    told = value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
                    assert not any(canary in told for canary in canaries), (table, told)
    told = json.dumps([one.fields for one in all_operations(office)], ensure_ascii=False, default=str)
    assert not any(canary in told for canary in canaries)


def nothing_lost(office: OfficeFile) -> None:
    """Of records that nobody erased: each value that was written is shown, disputed, or replaced by who had seen it."""
    wrote: dict[tuple[str, str, str], dict[Any, Operation]] = {}
    replaced: dict[tuple[str, str, str], set[Any]] = {}
    forgotten = set()
    for one in all_operations(office):
        if one.action in ("erase", "forget"):
            forgotten.add(one.record)
        for name in one.fields:
            key = (one.kind, one.record, name)
            wrote.setdefault(key, {})[one.dot] = one
            replaced.setdefault(key, set()).update(one.base.get(name, ()))
    seen = sight(office)
    with office.connection() as connection:
        effective = known_clocks(connection)
    disputed = set(seen["conflicts"])
    for (kind, record, name), by_dot in wrote.items():
        row = seen.get(f"{kind} {record}")
        if row is None or record in forgotten or name == DELETED:
            continue
        living = {dot: one for dot, one in by_dot.items() if dot not in replaced[(kind, record, name)]}
        last = max(living.values(), key=lambda one: (effective(one.dot, one.stamp), one.dot))
        shown = row[name]
        if isinstance(shown, str) and isinstance(last.fields[name], list | dict):
            shown = json.loads(shown)
        assert shown == last.fields[name], (kind, record, name, shown, living)
        values = [one.fields[name] for one in living.values()]
        assert ((record, name) in disputed) == any(value != values[0] for value in values), (record, name, values)
