"""A second laptop that only its writings are known of, so that the fictional office has something to disagree about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import wall_stamp
from desktop.domain.record import Row
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import new_id
from desktop.store.upgrade import head_revision
from desktop.sync.bundle.keys import DeviceKeys
from desktop.sync.bundle.segment import SegmentFacts, seal_segment
from desktop.sync.kept_states import read_states
from desktop.sync.laptop import this_laptop, version_vector
from desktop.sync.merge import Dot, Operation
from desktop.sync.rows import rows_of
from desktop.sync.sealing import seal
from desktop.sync.taking import Taken, take

NAME = "رایانهٔ پذیرش"
THEIRS = ({"mobile": "09153330021", "occupation_text": "بنّا"}, {"father_name": "رحمت‌الله"})
OURS = ({"mobile": "09155550012"}, {"father_name": "رحمت"})


def disagree(office: OfficeFile) -> Taken:
    """Let another laptop of the office have written other things of two residents than were then written here."""
    seal(office)
    with office.read() as rows:
        people = [one for one in rows.find("person") if one["status"] == "active"][:2]
    with office.connection() as connection:
        keys, told = DeviceKeys.generate(), _operations(connection, office, people)
        laptop, vector = this_laptop(connection, office.clock()), version_vector(connection)
    facts = SegmentFacts(laptop.office_id, told[0].dot.device, laptop.epoch, head_revision(), vector)
    segment = seal_segment(told, [frozenset[str]()] * len(told), facts, laptop.current_keys(), keys.signing_key)
    with office.write() as work:
        for person, values in zip(people, OURS, strict=True):
            work.change("person", person["id"], values)
    with office.merge() as connection:
        _know(connection, keys, told[0].dot.device, office.clock().isoformat())
    return take(office, segment)


def _operations(connection: Connection, office: OfficeFile, people: list[Row]) -> list[Operation]:
    device, stamp, seen = new_id(), wall_stamp(office.clock()), version_vector(connection)
    states = read_states(connection, [person["id"] for person in people])
    stored = rows_of(connection, "person", [person["id"] for person in people])
    made = []
    for place, (person, values) in enumerate(zip(people, THEIRS, strict=True), 1):
        state, row = states[person["id"]], stored[person["id"]]
        base = {name: heads for name in values if (heads := state.heads(name, row))}
        told: Mapping[str, Any] = values
        made.append(
            Operation(
                Dot(device, place), stamp + place, new_id(), office.actor.user_id, "person", person["id"], "change",
                told, base, seen,
            )
        )  # fmt: skip
    return made


def _know(connection: Connection, keys: DeviceKeys, device: str, at: str) -> None:
    card = keys.card(device)
    connection.exec_driver_sql(
        "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
        "VALUES (?, 'laptop', ?, ?, ?, 0, 'active', ?)",
        (device, NAME, bytes.fromhex(card.verify_key), card.recipient, at),
    )
