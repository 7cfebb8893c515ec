"""A real laptop's file that has joined a province, and that province on a port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import uvicorn

from desktop.store.office_file import OfficeFile
from desktop.sync.joining import opened_card
from desktop.sync.province_joining import join
from province.app import make_app
from province.joining import invite
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
    try:
        yield f"https://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def join_province(office: OfficeFile, province: Province, url: str) -> None:
    """With card and code, as people do it, but for the address on the card; the next contact joins the laptop."""
    at = datetime.now(UTC)
    known = Office(office.identity.office_id, office.identity.office_code, "دفتر")
    with province.database.writing() as connection:
        if offices.office_of(connection, known.id) is None:
            offices.add_office(connection, known, at)
        content, code = invite(connection, province, known, at, timedelta(days=1))
    join(office, opened_card(content, code)._replace(url=url), code)
