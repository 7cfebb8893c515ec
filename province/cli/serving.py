"""The word that answers laptops: serve."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import Any

import uvicorn

from desktop.domain.problems import UnavailableError
from desktop.system.terminal import say
from province.app import make_app, warm
from province.cli.opening import settings_of
from province.keys import CERTIFICATE, CERTIFICATE_KEY
from province.logs import start_logging
from province.rebuild import take_up_parked
from province.settings import PREFIX, Settings, passphrase
from province.setup import open_province

_PATIENCE = 30  # seconds that a stopping server gives the answers it has begun


def serve(words: Namespace) -> int:
    """Answer until told to stop. Several processes share nothing but the database."""
    settings = settings_of(words, host=words.host, port=words.port)
    province = open_province(settings, passphrase())
    take_up_parked(province)
    choices = _choices(settings, plain=words.plain)
    say(f"کارساز استان در {settings.host}:{settings.port} پاسخ می‌دهد؛ پایان با Ctrl+C.")
    try:
        if words.workers > 1:
            province.close()
            os.environ |= {f"{PREFIX}DATA": str(settings.folder), f"{PREFIX}DATABASE": settings.database}
            uvicorn.run("province.app:from_environment", factory=True, workers=words.workers, **choices)
        else:
            start_logging()
            uvicorn.run(warm(make_app(province)), **choices)
    except SystemExit as stopped:
        if stopped.code:
            raise UnavailableError("cannot_listen", host=settings.host, port=settings.port) from stopped
    return 0


def _choices(settings: Settings, *, plain: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,  # the server's own lines are JSON; uvicorn's would repeat them
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": _PATIENCE,
    }
    if not plain:
        made |= {
            "ssl_certfile": str(settings.folder / CERTIFICATE),
            "ssl_keyfile": str(settings.folder / CERTIFICATE_KEY),
            "ssl_keyfile_password": passphrase() or None,
        }
    return made
