"""A file of which a copy lives on elsewhere, or that is older than what it had sealed: it goes on as another device.

Two files that write as one device would give one number to two operations. Whichever reads a segment of its own device
that it does not have, or that differs, takes a new id, new keys and a free block of numbers, signed by the old ones.
Where both had written, the old device is closed at its last operation that both have, and what each wrote after that
is told again under its new id, so that nothing is lost. What a file that is only behind lacks, it reads like others'.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.domain.problems import UnavailableError
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import LAPTOPS, Identity, new_id
from desktop.store.upgrade import head_revision
from desktop.sync.bundle.dividing import ALSO_SEALED, WHOLE
from desktop.sync.bundle.keys import DeviceCard, DeviceKeys, Signed, sign
from desktop.sync.bundle.registry import FORMER
from desktop.sync.bundle.segment import Header, SegmentFacts, read_header, read_opened, seal_segment, segment_id
from desktop.sync.clocks import follow_clocks
from desktop.sync.devices import KIND, learn, stated
from desktop.sync.laptop import Laptop, set_meta, this_laptop, version_vector
from desktop.sync.merge import Dot, Operation
from desktop.sync.open_numbers import OpenNumbers
from desktop.sync.sealing import SEALED_UPTO, keep
from desktop.sync.showing import show
from desktop.sync.voiding import void_due

_PROGRAM = frozenset({"device", "hide"})


def become_another(office: OfficeFile, within: Callable[[Connection], None] = lambda _connection: None) -> Identity:
    """Go on as a new device although nothing was read yet; for a file that is known to be older than it was, or a copy.

    What was written and never sealed is told under the new id. `within` runs in the same commit.
    """
    with office.merge() as connection:
        identity = go_on_as_another(connection, office, None)
        within(connection)
    office.identity = identity
    return identity


def parted_by(connection: Connection, laptop: Laptop, header: Header) -> bool | None:
    """Whether a segment of this very device shows that a copy wrote (True), or that this file is behind (False).

    None while it cannot be told yet where the two parted: an earlier segment tells.
    """
    sql = "SELECT segment_id FROM segment WHERE device_id = ? AND last = ?"
    before = connection.exec_driver_sql(sql, (laptop.device_id, header.first - 1)).scalar()
    if (before or "") != header.prev:
        return None
    return header.first <= version_vector(connection).get(laptop.device_id, 0)


class Parting(NamedTuple):
    """The last operation that two copies of a file both have, and the id of the other's segment after it, if known."""

    last: int
    other: str = ""


def where_closed(connection: Connection, laptop: Laptop) -> Parting | None:
    """A copy of this file closed their common device, and went on as another one; so must this one."""
    sql = "SELECT last_seq FROM sync_device WHERE id = ? AND status = 'closed'"
    last = connection.exec_driver_sql(sql, (laptop.device_id,)).scalar()
    return Parting(last) if last is not None else None


def go_on_as_another(connection: Connection, office: OfficeFile, parting: Parting | None) -> Identity:
    """A new device from now on. Without a parting this file is only behind, and the former device is not closed.

    All that was written here must be sealed.
    """
    at = office.clock()
    former = this_laptop(connection, at)
    contents = _after(connection, former.device_id, parting.last) if parting else []
    device, keys = new_id(), DeviceKeys.generate()
    block = _free_block(connection, turn=_turn(contents, parting))
    learn(connection, _statements(connection, former, keys.card(device), block, parting, at), at)
    connection.exec_driver_sql(
        "INSERT INTO sync_secret (device_id, sign_seed, identity) VALUES (?, ?, ?)",
        (device, bytes(keys.signing_key), keys.identity),
    )
    connection.exec_driver_sql("UPDATE sync_device SET own = 1 WHERE id = ?", (device,))
    connection.exec_driver_sql("DELETE FROM number")
    set_meta(connection, "device_id", device)
    laptop = this_laptop(connection, at)
    void_due(connection, laptop, at)
    if contents and parting:
        _tell_again(connection, laptop, Dot(former.device_id, parting.last), contents, at)
    return replace(office.identity, device_id=device, block=block)


def _after(connection: Connection, device: str, last: int) -> list[bytes]:
    sql = "SELECT content FROM segment WHERE device_id = ? AND first > ? ORDER BY first"
    return [bytes(content) for content in connection.exec_driver_sql(sql, (device, last)).scalars()]


def _turn(contents: list[bytes], parting: Parting | None) -> int:
    """Each of two copies knows both segments, and takes its block from its own half of what is free."""
    return int(parting is not None and bool(contents) and segment_id(contents[0]) > parting.other)


def _free_block(connection: Connection, turn: int) -> int:
    """From the later half, where no invitation begins; which one is left to chance.

    Two laptops that are both brought back, and have not heard of each other since, would else take the same.
    """
    taken = set(connection.exec_driver_sql("SELECT block FROM device").scalars())
    free = [block for block in range(LAPTOPS - 1, 0, -1) if block not in taken]
    chosen = [block for block in free if block % 2 == turn] or free
    if not chosen:
        raise UnavailableError("too_many_laptops")
    return secrets.choice(chosen[: (len(chosen) + 1) // 2])


def _statements(
    connection: Connection, former: Laptop, card: DeviceCard, block: int, parting: Parting | None, at: datetime
) -> list[Signed]:
    title = connection.exec_driver_sql("SELECT name FROM sync_device WHERE id = ?", (former.device_id,)).scalar_one()
    more = {"office": former.office_id, "title": title, "block": block, "at": at.isoformat(timespec="seconds")}
    enrol = {**card.to_json(), **more, FORMER: former.device_id}
    told = [sign("enrol", enrol, former.device_id, former.signing_key)]
    if parting:
        end = {"office": former.office_id, "device": former.device_id, "last": parting.last}
        told.append(sign("close", end, former.device_id, former.signing_key))
    return told


def _tell_again(connection: Connection, laptop: Laptop, end: Dot, contents: list[bytes], at: datetime) -> None:
    """What this file wrote after `end`, under its new id, segment by segment: each had seen what it had seen then."""
    again, numbers = _Again(laptop, end), OpenNumbers(connection, laptop)
    previous, said = "", []
    for content in contents:
        header = read_header(content)
        operations, opened = again.operations(content, header)
        if not operations:
            continue
        said += [one for operation in operations if operation.kind == KIND for one in stated(operation.fields)]
        facts = SegmentFacts(
            laptop.office_id, laptop.device_id, laptop.epoch, head_revision(), operations[0].seen, previous,
            header.part, header.more,
        )  # fmt: skip
        told = seal_segment(operations, opened, facts, laptop.current_keys(), laptop.signing_key, numbers.known)
        previous = segment_id(told)
        done = show(connection, operations, head_revision(), at)
        dots = (laptop.device_id, operations[0].dot.seq, operations[-1].dot.seq)
        keep(connection, dots, previous, done.log_first, told)
    head = connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one()
    set_meta(connection, SEALED_UPTO, str(head))
    learn(connection, said, at)
    follow_clocks(connection, at)


class _Again:
    """Operations of the former device with the numbers that they get anew."""

    def __init__(self, laptop: Laptop, end: Dot) -> None:
        self._laptop, self._end = laptop, end
        self._dots: dict[Dot, Dot] = {}

    def operations(self, content: bytes, header: Header) -> tuple[list[Operation], list[frozenset[str]]]:
        """What is left of a segment, and what of each lay open."""
        device = self._laptop.device_id
        seen = {**header.deps, self._end.device: self._end.seq, device: len(self._dots)}
        told = read_opened(content, self._laptop.epochs[header.epoch])
        made = [
            self._anew(operation, {name: seq for name, seq in seen.items() if seq or name == device})
            for operation, _ in told
        ]
        return made, [self._opened(operation, names) for operation, names in told]

    def _anew(self, operation: Operation, seen: Mapping[str, int]) -> Operation:
        dot = self._dots[operation.dot] = Dot(self._laptop.device_id, len(self._dots) + 1)
        return operation._replace(dot=dot, base=self._bases(operation.base), seen=seen)

    def _opened(self, operation: Operation, names: frozenset[str]) -> frozenset[str]:
        return WHOLE if operation.action in _PROGRAM else names | ({ALSO_SEALED} if names else set())

    def _bases(self, base: Mapping[str, tuple[Dot, ...]]) -> dict[str, tuple[Dot, ...]]:
        return {name: tuple(sorted(self._dots.get(dot, dot) for dot in dots)) for name, dots in base.items()}
