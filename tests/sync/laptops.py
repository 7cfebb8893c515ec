"""Several laptops of one office, each with a real encrypted file of its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.clock import Now
from desktop.domain.kinds import KINDS, table_of
from desktop.services.accounts import found_office
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import create_office
from desktop.store.unit_of_work import Actor
from desktop.sync.lacking import content_of, lacking, told_vector
from desktop.sync.laptop import set_meta, this_laptop
from desktop.sync.sealing import SEALED_UPTO, seal
from desktop.sync.taking import Taken, take

COST = Cost(1024, 1, 1)
FOUNDING = {
    "office": {"code": "1105", "title_fa": "دفتر تسهیلگری امید فردا", "phone": "05433200000"},
    "manager": {"full_name": "حمید یزدان‌پناه"},
    "staff": [{"full_name": "نرگس بامری", "position": "social_worker", "specialty": "social_work"}],
    "neighborhoods": [{"name": "شهرک نخلستان"}, {"name": "چشمه‌سار"}],
}


class Clock:
    """A clock that a test sets; it goes on by a second at each look."""

    def __init__(self, at: datetime = datetime(2025, 9, 24, 8, 30, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def first_laptop(folder: Path, clock: Now) -> OfficeFile:
    office, _ = found_office(OfficeFolder(folder), FOUNDING, "hamid", "گذرواژه-بلند", cost=COST, clock=clock)
    with office.read() as rows:
        account = rows.find("user_account")[0]
    office.actor = Actor(account["id"], account["staff_id"], "hamid", "office_manager", True)
    return office


def next_laptop(first: OfficeFile, folder: Path, clock: Now, block: int) -> OfficeFile:
    """Another laptop of the office, enrolled by hand, that knows nothing yet but the keys."""
    office, _ = create_office(
        OfficeFolder(folder), first.identity.office_code, "hamid", "گذرواژه-بلند", cost=COST, clock=clock
    )
    with first.merge() as connection:
        host = this_laptop(connection, clock())
        devices = connection.exec_driver_sql("SELECT * FROM sync_device").mappings().all()
    with office.merge() as connection:
        set_meta(connection, "office_id", host.office_id)
        for kind in KINDS:
            connection.exec_driver_sql(f"UPDATE {kind} SET office_id = ?", (host.office_id,))  # noqa: S608
        connection.exec_driver_sql(
            "INSERT INTO sync_epoch (id, number, office_key) VALUES (?, 1, ?)", (host.epoch, host.epochs[host.epoch])
        )
        guest = this_laptop(connection, clock())
        connection.exec_driver_sql("UPDATE device SET block = ?", (block,))
        head = connection.exec_driver_sql("SELECT max(seq) FROM change_log").scalar_one()
        set_meta(connection, SEALED_UPTO, str(head))
        for device in devices:
            _enrol(connection, device)
        card = connection.exec_driver_sql("SELECT * FROM sync_device WHERE own = 1").mappings().one()
    with first.merge() as connection:
        _enrol(connection, card)
    office.identity = office.identity.__class__(host.office_id, first.identity.office_code, guest.device_id, block)
    office.actor = first.actor
    return office


def _enrol(connection: Any, device: Any) -> None:
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
        "VALUES (?, 'laptop', '', ?, ?, 0, 'active', ?)",
        (device["id"], device["sign_key"], device["recipient"], device["enrolled_at"]),
    )


def introduce(*laptops: OfficeFile) -> None:
    """Each knows the others' keys."""
    cards: list[Any] = []
    for laptop in laptops:
        with laptop.connection() as connection:
            cards += connection.exec_driver_sql("SELECT * FROM sync_device WHERE own = 1").mappings().all()
    for laptop in laptops:
        with laptop.merge() as connection:
            for card in cards:
                _enrol(connection, card)


def segments_for(office: OfficeFile, other: OfficeFile) -> list[bytes]:
    """What the other lacks, in the order in which it came here."""
    seal(office)
    with other.connection() as connection:
        vector = told_vector(connection)
    with office.connection() as connection:
        return [content_of(connection, piece) for piece in lacking(connection, vector)]


def pass_on(office: OfficeFile, other: OfficeFile) -> list[Taken]:
    """All that the other lacks, read by it."""
    return [take(other, segment) for segment in segments_for(office, other)]


def meet(*laptops: OfficeFile) -> None:
    """Everybody reads everybody, twice."""
    for _ in range(2):
        for one in laptops:
            for other in laptops:
                if one is not other:
                    pass_on(one, other)


_LOCAL = {"row", "sync_state"}


def sight(office: OfficeFile) -> dict[str, Any]:
    """All that people see: every record of every kind, and what is disputed."""
    found: dict[str, Any] = {}
    with office.read() as rows:
        connection = rows.connection
        for kind in KINDS.values():
            columns = [f'"{column.name}"' for column in table_of(kind).c if column.name not in _LOCAL]
            sql = f"SELECT {', '.join(columns)} FROM {kind.name} ORDER BY id"  # noqa: S608
            for row in connection.exec_driver_sql(sql).mappings():
                found[f"{kind.name} {row['id']}"] = dict(row)
        for record_id, name in connection.exec_driver_sql("SELECT record_id, field FROM record_conflict"):
            found.setdefault("conflicts", []).append((record_id, name))
        entries = "SELECT kind, record_id, state, title, detail, names, numbers, words FROM search_entry"
        for row in connection.exec_driver_sql(entries).mappings():
            found[f"entry {row['record_id']}"] = {
                name: _as_list(text) if name in ("names", "numbers", "words") else text for name, text in row.items()
            }
        states = connection.exec_driver_sql("SELECT record_id, state FROM record_state").all()
        found |= {f"state {record_id}": json.loads(state) for record_id, state in states}
    found["conflicts"] = sorted(found.get("conflicts", []))
    return found


def _as_list(text: str) -> list[str]:
    return sorted(text.split())


def differences(one: OfficeFile, other: OfficeFile) -> dict[str, Any]:
    """Where two laptops show different things."""
    left, right = sight(one), sight(other)
    return {
        key: _differing(left.get(key), right.get(key))
        for key in sorted(left.keys() | right.keys())
        if left.get(key) != right.get(key)
    }


def _differing(one: Any, other: Any) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        return {
            name: (one.get(name), other.get(name))
            for name in one.keys() | other.keys()
            if one.get(name) != other.get(name)
        }
    return one, other
