"""The watch over sockets sees what it must: it could not be trusted otherwise."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

from tests.sockets import SocketWatch, may_talk

TESTS = Path(__file__).parents[1]


def test_a_socket_that_reaches_out_is_noted(sockets: SocketWatch) -> None:
    outer, sockets.seen = sockets.seen, []
    try:
        with socket.socket() as reaching, suppress(OSError):
            reaching.connect(("127.0.0.1", 1))
        with suppress(OSError):
            socket.getaddrinfo("nobody.invalid", 443)
        noted = [line.split()[0] for line in sockets.seen]
    finally:
        sockets.seen = outer
    assert noted[:2] == ["socket.connect", "socket.getaddrinfo"]


def test_only_what_syncs_may_talk() -> None:
    assert may_talk(TESTS / "sync" / "test_line.py")
    assert may_talk(TESTS / "cli" / "test_devices.py")
    assert not may_talk(TESTS / "cli" / "test_people.py")
    assert not may_talk(TESTS / "ui" / "scenarios" / "test_12_meeting.py")
