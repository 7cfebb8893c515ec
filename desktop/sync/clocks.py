"""What was found out about this laptop's clock, told to all: its operations until then count as made that much earlier.

The province's clock is believed, and a laptop that has measured its own against it. Which operations, and by how much,
is a signed statement in the log like any other, so whoever has the same operations corrects the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import COUNTER_BITS
from desktop.store.driver import fetched
from desktop.store.office_file import OfficeFile
from desktop.store.portions import in_portions
from desktop.sync.bundle.keys import Signed
from desktop.sync.clock import Offset, corrected
from desktop.sync.kept_states import read_states
from desktop.sync.laptop import Laptop, meta, set_meta, version_vector
from desktop.sync.merge import Effective, State, recompute
from desktop.sync.rewriting import rewrite
from desktop.sync.rows import shown_rows
from desktop.sync.states import text_of

TOLD = "clock_ahead_ms"
"""Key in `meta`, and member of a manifest: how far ahead a laptop's clock was found to be."""

WRONG_MS = 2 * 60 * 1000
"""A clock that is off by less is right enough."""

_BY, _MEASURED, _FOLLOWED = "clock_measured_by", "clock_measured_upto", "clocks_followed"
_PROVINCE = "province"

Range = tuple[str, int, int, int]  # device, first, last, milliseconds


def told_ahead(connection: Connection) -> dict[str, int]:
    """What others are told of this clock, where the province's was looked at."""
    return {TOLD: int(meta(connection, TOLD))} if meta(connection, _BY) == _PROVINCE else {}


def measured(
    connection: Connection, office: OfficeFile, laptop: Laptop, ahead_ms: int, by: tuple[str, Mapping[str, Any]]
) -> None:
    """A contact showed that this clock is `ahead_ms` ahead of another one: `by` is whose, and what it said of itself.

    Nothing follows from a difference to a laptop that has never been compared with the province itself.
    """
    role, said = by
    if role != _PROVINCE:
        theirs = said.get(TOLD)
        if type(theirs) is not int or meta(connection, _BY) == _PROVINCE:
            return
        ahead_ms += theirs
    set_meta(connection, TOLD, str(ahead_ms))
    set_meta(connection, _BY, role)
    _state_since(connection, office, laptop, ahead_ms)


def _state_since(connection: Connection, office: OfficeFile, laptop: Laptop, ahead_ms: int) -> None:
    """State the clock's error for all that was sealed here since it was looked at last, where it matters."""
    from desktop.sync.devices import state

    first = int(meta(connection, f"{_MEASURED}:{laptop.device_id}") or 0) + 1
    last = version_vector(connection).get(laptop.device_id, 0)
    if last < first:
        return
    error = _error(connection, laptop, ahead_ms, office.clock())
    if abs(error) >= WRONG_MS:
        claim = {"device": laptop.device_id, "first": first, "last": last, "ahead_ms": error}
        state(connection, office, [("clock", claim)])
        follow_clocks(connection, office.clock())
        last = version_vector(connection)[laptop.device_id]
    set_meta(connection, f"{_MEASURED}:{laptop.device_id}", str(last))


def _error(connection: Connection, laptop: Laptop, ahead_ms: int, at: datetime) -> int:
    """By how much its stamps are ahead: those of a clock that was set back go on from where it had been."""
    sql = "SELECT ifnull(max(stamp), 0) FROM change_log WHERE device_id = ?"
    stamp = int(connection.exec_driver_sql(sql, (laptop.device_id,)).scalar_one())
    wall = int(at.timestamp() * 1000)
    return ahead_ms + max(0, (stamp >> COUNTER_BITS) - wall)


def keep_clocks(connection: Connection, told: Iterable[Signed]) -> None:
    """Keep what these statements say, and nothing else; of two about the same operations the greater counts."""
    rows = [(one.content["device"], one.content["first"], one.content["last"], one.content["ahead_ms"]) for one in told]
    connection.exec_driver_sql("DELETE FROM clock_offset")
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO clock_offset (device_id, first, last, offset_ms) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (device_id, first, last) DO UPDATE SET offset_ms = max(offset_ms, excluded.offset_ms)",
            rows,
        )


def follow_clocks(connection: Connection, at: datetime) -> frozenset[str]:
    """Where values compete, show those that count as the last ones by now; the kinds that show something else.

    All that was written here must be sealed. Most records have one living operation, or several of which the clocks
    change nothing: those are left as they are.
    """
    rows = fetched(connection, "SELECT device_id, first, last, offset_ms FROM clock_offset ORDER BY 1, 2, 3")
    known: list[Range] = [(device, first, last, ms) for device, first, last, ms in rows]
    before: set[Range] = {(one[0], one[1], one[2], one[3]) for one in json.loads(meta(connection, _FOLLOWED) or "[]")}
    other = before.symmetric_difference(known)
    if not other:
        return frozenset()
    set_meta(connection, _FOLLOWED, json.dumps(known))
    then, now = (corrected(Offset(*one) for one in ranges) for ranges in (before, known))
    kinds = frozenset[str]()
    for _, some in in_portions(_in_doubt(connection, other)):
        states = read_states(connection, some)
        turned = _turned(connection, states, then, now)
        kinds |= rewrite(connection, {record: states[record] for record in turned}, turned, at)
    return kinds


def _turned(
    connection: Connection, states: Mapping[str, State], then: Effective, now: Effective
) -> dict[str, dict[str, Any]]:
    """Those of these records of which the clocks change something, and what they show otherwise."""
    rows = shown_rows(connection, {record: one for record, one in states.items() if one.others or one.deletions})
    found = {}
    for record, state in states.items():
        was = text_of(state), state.latest(then)
        shown = recompute(state, rows[record], now) if record in rows else {}
        if shown or (text_of(state), state.latest(now)) != was:
            found[record] = shown
    return found


def _in_doubt(connection: Connection, ranges: Iterable[Range]) -> set[str]:
    """The records in which one of these operations may live beside others."""
    found: set[str] = set()
    for device, first, last, _ in ranges:
        sql = (
            "SELECT DISTINCT l.record_id FROM segment s JOIN change_log l "
            "ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first "
            "JOIN record_state r ON r.record_id = l.record_id "
            "WHERE s.device_id = ? AND s.last >= ? AND s.first <= ? "
            "AND instr(r.state, ']') < length(r.state) - 1"  # the text of one mark alone ends with its first bracket
        )
        found |= set(connection.exec_driver_sql(sql, (device, first, last)).scalars())
    return found
