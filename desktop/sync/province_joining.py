"""Joining the province from a laptop: its card becomes a statement, and a message waits until it was heard."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from desktop.domain.problems import UnavailableError
from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.keys import DeviceKeys, EpochKey, Signed
from desktop.sync.devices import KnownProvince, province_of, state
from desktop.sync.joining import ProvinceCard, joining
from desktop.sync.laptop import this_laptop

_JOINING = "joining"


def join(office: OfficeFile, card: ProvinceCard, code: str) -> KnownProvince:
    """Other laptops learn of the province by a statement; the province of this laptop by a message with the code."""
    with office.merge() as connection:
        at = office.clock()
        laptop = this_laptop(connection, at)
        if province_of(connection) is None:
            told = {
                **card.device.to_json(), "title": card.province_title, "at": at.isoformat(timespec="seconds"),
                "url": card.url, "certificate": card.certificate,
            }  # fmt: skip
            state(connection, office, [("enrol", told)])
        keys = DeviceKeys(laptop.signing_key, laptop.identity)
        name = connection.exec_driver_sql("SELECT name FROM device WHERE id = ?", (laptop.device_id,)).scalar()
        message = joining(card, code, laptop.device_id, name or "", keys, epochs(connection), laptop.office_id)
        connection.exec_driver_sql(
            "INSERT INTO sync_statement (id, sort, content) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET content = excluded.content",
            (f"{_JOINING}:{card.province}", _JOINING, json.dumps(message.to_json(), ensure_ascii=False)),
        )
        known = province_of(connection)
    if known is None:  # the province was shut out before
        raise UnavailableError("no_province_yet")
    return known


def epochs(connection: Connection) -> tuple[EpochKey, ...]:
    """All keys of the office, oldest first."""
    rows = connection.exec_driver_sql("SELECT id, number, office_key FROM sync_epoch ORDER BY number, id").all()
    return tuple(EpochKey.of_office(row.id, row.number, bytes(row.office_key)) for row in rows)


def waiting_message(connection: Connection, province: str) -> Signed | None:
    """What the province must hear before it believes this laptop; None when it has answered, or nothing is to be said.

    It is said with every file and contact until the province has acknowledged something: files get lost.
    """
    known = connection.exec_driver_sql("SELECT acknowledged FROM sync_peer WHERE id = ?", (province,)).scalar()
    if known not in (None, "", "{}"):
        return None
    sql = "SELECT content FROM sync_statement WHERE id = ?"
    text = connection.exec_driver_sql(sql, (f"{_JOINING}:{province}",)).scalar()
    return Signed.from_json(json.loads(text)) if text else None
