"""Opening an office with a password, against the bare Argon2id hash that the lock is made of."""

from __future__ import annotations

import tempfile
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from desktop.services.accounts import found_office
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from tests.bench.figure import Figure, interleaved


def measure() -> Figure:
    cost = Cost()
    with tempfile.TemporaryDirectory() as name:
        folder = OfficeFolder(Path(name) / "office")
        about = {"code": "0803", "title_fa": "دفتر سنجش"}
        found_office(folder, about, "hamid", "password1", cost=cost)[0].close()

        def floor() -> None:
            hash_secret_raw(b"password1", bytes(16), cost.passes, cost.memory, cost.lanes, 32, Type.ID)

        return interleaved("unlock", lambda: open_office(folder, "hamid", "password1").close(), floor, rounds=7)
