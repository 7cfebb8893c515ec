"""A real laptop's file that has joined a province, and that province on a port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import uvicorn

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.keys import DeviceKeys, EpochKey
from desktop.sync.client import remember_line
from desktop.sync.joining import joining, opened_card
from desktop.sync.laptop import this_laptop
from province.app import make_app
from province.joining import invite, join
from province.keys import CERTIFICATE, CERTIFICATE_KEY
from province.setup import Province
from province.store import offices
from province.store.offices import Office


@contextmanager
def served(province: Province) -> Iterator[str]:
    """The address of a server behind its own certificate."""
    folder = province.settings.folder
    config = uvicorn.Config(
        make_app(province), host="127.0.0.1", port=0, log_config=None,
        ssl_certfile=folder / CERTIFICATE, ssl_keyfile=str(folder / CERTIFICATE_KEY),
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"https://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def join_province(office: OfficeFile, province: Province, url: str) -> None:
    """With card and code, as people do it; the laptop knows the province and its certificate afterwards."""
    at = datetime.now(UTC)
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
    known = Office(laptop.office_id, office.identity.office_code, "دفتر")
    with province.database.writing() as connection:
        if offices.office_of(connection, known.id) is None:
            offices.add_office(connection, known, at)
        content, code = invite(connection, province, known, at, timedelta(days=1))
    card = opened_card(content, code)
    keys = DeviceKeys(laptop.signing_key, laptop.identity)
    epochs = tuple(EpochKey.of_office(epoch, n, key) for n, (epoch, key) in enumerate(laptop.epochs.items(), 1))
    assert join(province, joining(card, code, laptop.device_id, "رایانه", keys, epochs), at) == "approved"
    with office.merge() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
            "VALUES (?, 'province', '', ?, ?, 0, 'active', ?)",
            (card.province, card.device.signature_key, card.recipient, at.isoformat()),
        )
    remember_line(office, url, card.certificate)
