"""What came from other laptops while a form was open: whoever saves it is told before it is replaced."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from desktop.services.conflicts import devices_of
from desktop.store.rows import Rows

_LATER = "SELECT device_id, fields FROM change_log WHERE record_id = ? AND seq > ? ORDER BY seq"


class Came(NamedTuple):
    """A field that another laptop changed here, and what that laptop is called."""

    field: str
    device: str  # "" for one that nobody named
    device_number: int


def came_meanwhile(rows: Rows, record_id: str, names: Collection[str], seen: int) -> list[Came]:
    """Of these fields of a record the ones that others have changed since the line `seen` of the log."""
    lines = rows.connection.exec_driver_sql(_LATER, (record_id, seen)).all()
    devices = devices_of(rows.connection)
    last = {
        name: device
        for device, fields in lines
        if device not in devices.own
        for name in json.loads(fields)
        if name in names
    }
    return [Came(name, *devices.named.get(device, ("", 0))) for name, device in last.items()]
