"""The word about the network: sync, as the one who calls or as the one who is called."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened
from desktop.domain.problems import UnavailableError
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit, say
from desktop.system.words import WordsError

_LARGEST_PORT = 65_535


def sync(words: Namespace) -> int:
    """One contact, told as one line; with --serve contacts of others, until somebody stops it."""
    if words.serve and words.server:
        raise WordsError("‎--serve و ‎--server با هم نمی‌آیند.")
    if words.port is not None and not (words.serve and 0 <= words.port <= _LARGEST_PORT):
        raise WordsError("‎--port تنها با ‎--serve و از 0 تا 65535 است.")
    with opened(words) as office:
        return _serve(office, words.port) if words.serve else _call(office, words.server)


def _call(office: OfficeFile, url: str | None) -> int:
    from desktop.services.network import meet
    from desktop.sync.client import remembered_url

    address = url or remembered_url(office)
    if not address:
        raise UnavailableError("no_address")
    found = meet(office, address)
    emit({
        "ok": not found.refused, "peer": found.peer, "role": found.role, "sent": found.sent,
        "received": found.received, "contents_sent": found.contents_sent,
        "contents_received": found.contents_received, "contents_missing": found.contents_missing,
        "waiting": found.waiting, "refused": found.refused, "drops": found.drops,
        "bytes_sent": found.bytes_sent, "bytes_received": found.bytes_received, "clock_ahead_ms": found.ahead_ms,
    })  # fmt: skip
    return 0


def _serve(office: OfficeFile, port: int | None) -> int:
    from desktop.services.network import note_line
    from desktop.sync.peer import PeerServer
    from desktop.sync.wire import PORT

    server = PeerServer(office, port=PORT if port is None else port)
    note_line(office, server.port)
    emit({"ok": True, "port": server.port, "certificate": server.certificate})
    say(f"رایانه‌های دیگر دفتر با نشانی این رایانه و درگاه {server.port} هم‌رسانی می‌کنند؛ با Ctrl-C پایان می‌یابد.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    finally:
        server.server_close()
    return 0
