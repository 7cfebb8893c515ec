"""A line between two ports of this machine that dies again and again, at any byte and in either direction."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Lives = Callable[[int], int | None]
"""How many bytes the n-th connection carries before it dies; None: as many as there are."""


class CuttingLine:
    """Carries connections to `port`, each for as many bytes as `lives` says, `rate` bytes a second (0: at once)."""

    def __init__(self, port: int, lives: Lives, rate: float = 0.0) -> None:
        self._port, self._lives, self.rate = port, lives, rate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.connections = self.carried = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                life = self._lives(self.connections)
                self.connections += 1
                far = socket.create_connection(("127.0.0.1", self._port))
                _Both(self, near, far, life)

    def close(self) -> None:
        self._listener.close()


class _Both:
    """Both directions of one connection share one life."""

    def __init__(self, line: CuttingLine, near: socket.socket, far: socket.socket, life: int | None) -> None:
        self._line, self._sockets, self._left = line, (near, far), life
        self._lock = threading.Lock()
        for source, sink in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(2048):
                if self._line.rate:
                    time.sleep(len(piece) / self._line.rate)
                with self._lock:
                    left = len(piece) if self._left is None else min(len(piece), self._left)
                    self._left = None if self._left is None else self._left - left
                    self._line.carried += left
                sink.sendall(piece[:left])
                if self._left == 0:
                    break
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@contextmanager
def cutting(port: int, lives: Lives, rate: float = 0.0) -> Iterator[CuttingLine]:
    line = CuttingLine(port, lives, rate)
    yield line
    line.close()
