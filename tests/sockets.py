"""No word leaves the machine but where laptops and the province talk: every other test runs under a watch of sockets.

Python tells of each socket that is about to reach out, through whatever library (PEP 578). Qt's own network is not
shipped at all (`build.spec`), and `tests/meta/test_qt.py` holds that nothing imports it.
"""

from __future__ import annotations

import sys
from pathlib import Path

REACHING = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
)
# Where two programs talk, or a browser is driven. Single files are the words and the page that sync.
TALKING = ("sync", "province", "faults", "cli/test_devices.py", "ui/screens/conflicts/test_sync_screen.py")
_TESTS = Path(__file__).parent


class SocketWatch:
    """Notes which sockets reached out while somebody looks; one for a run, since no hook can be taken away again."""

    def __init__(self) -> None:
        self.seen: list[str] | None = None
        sys.addaudithook(self._hear)

    def _hear(self, event: str, told: tuple[object, ...]) -> None:
        if self.seen is not None and event in REACHING and not _within_the_machine(told):
            self.seen.append(f"{event} {told[1:]}")


def may_talk(test: Path) -> bool:
    """Whether the tests of this file are among those that sync."""
    return any(test.is_relative_to(_TESTS / room) for room in TALKING)


def _within_the_machine(told: tuple[object, ...]) -> bool:
    """A socket of the file system (Unix) is a pipe between processes; nobody outside hears it."""
    return len(told) > 1 and isinstance(told[1], str | bytes) and str(told[1]).startswith(("/", "b'/", "\0"))
