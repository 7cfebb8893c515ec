"""A line to another device: one connection kept alive, made anew when it dies, and believed by what was pinned.

There is no time within which an answer must be whole, only one within which something must come: on a line of
50 kbit/s a page takes a minute, and a dead one says nothing for ever.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop.domain.problems import UnavailableError
from desktop.sync import wire
from desktop.sync.wire import WireError

STALL, CONNECT = 60.0, 20.0  # seconds without a byte
SHORTEST_WAIT, LONGEST_WAIT = 2.0, 60.0
MOST_FAILURES = 6
"""So often in a row nothing gets through before the line is given up for now."""

_NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME: this laptop's clock may be off by years
_PIECE = 1 << 16

Sleep = Callable[[float], None]
Headers = Callable[[bytes], Mapping[str, str]]


@dataclass
class Line:
    """Requests to one address. `certificate` is the pinned one (PEM); "" where the other's manifest tells it."""

    url: str
    certificate: str = ""
    sleep: Sleep = time.sleep
    sent: int = 0  # bytes of bodies
    received: int = 0
    failures: int = 0  # since something last got through
    drops: int = 0  # of the whole contact
    _connection: http.client.HTTPConnection | None = None
    _used: bool = False
    _at: _Address = field(init=False)

    def __post_init__(self) -> None:
        self._at = _Address.of(self.url)

    def fetch(self, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        """The whole answer; WireError when the other side says why not."""
        while True:
            content = self.fetch_once(path, body, headers)
            if content is not None:
                return content

    def fetch_once(self, path: str, body: bytes, headers: Mapping[str, str]) -> bytes | None:
        """The same, or None when the line died under it, so that less can be asked next."""
        try:
            content = b"".join(self._pieces(path, body, headers))
        except (OSError, http.client.HTTPException) as error:
            self._dropped(error)
            return None
        self.failures = 0
        return content

    def frames(self, path: str, body: bytes, headers: Mapping[str, str]) -> Iterator[bytes]:
        """The frames of an answer, each as soon as it is whole; fewer, with `drops` one more, when the line dies."""
        held = bytearray()
        try:
            for piece in self._pieces(path, body, headers):
                held += piece
                for frame in _whole_frames(held):
                    self.failures = 0
                    yield frame
        except (OSError, http.client.HTTPException) as error:
            self._dropped(error)

    def peer_certificate(self) -> str:
        """SHA-256 of the certificate at the other end, in hex; "" on a line without one."""
        socket = self._connection.sock if self._connection else None
        return sha256(socket.getpeercert(True) or b"").hexdigest() if isinstance(socket, ssl.SSLSocket) else ""

    def refuse_outdated(self, at: datetime) -> None:
        """UnavailableError when the pinned certificate was not valid at `at`, the other side's signed time."""
        socket = self._connection.sock if self._connection else None
        told = socket.getpeercert() if isinstance(socket, ssl.SSLSocket) and self.certificate else None
        if told:
            first, last = (ssl.cert_time_to_seconds(str(told[name])) for name in ("notBefore", "notAfter"))
            if not first <= at.timestamp() <= last:
                raise UnavailableError("certificate_outdated")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._used = None, False

    def _pieces(self, path: str, body: bytes, headers: Mapping[str, str]) -> Iterator[bytes]:
        connection = self._connected()
        connection.request("POST", path, body, {**headers, "Content-Type": wire.BINARY})
        self.sent += len(body)
        answer = connection.getresponse()
        self._used = True
        if answer.status != 200:
            content = answer.read(_PIECE)
            answer.close()
            self.received += len(content)
            raise wire.read_error(content)
        while piece := answer.read1(_PIECE):
            self.received += len(piece)
            yield piece
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
        answer.close()  # the connection is free for the next request

    def _connected(self) -> http.client.HTTPConnection:
        if self._connection is None:
            made = self._at.connection(self.certificate)
            try:
                made.connect()
                self._refuse_other_certificate(made)
            except BaseException:
                made.close()
                raise
            made.sock.settimeout(STALL)
            self._connection, self._used = made, False
        return self._connection

    def _refuse_other_certificate(self, made: http.client.HTTPConnection) -> None:
        """Who pins a certificate wants that very one; the name in it says no more than the address typed."""
        if not self.certificate or not isinstance(made.sock, ssl.SSLSocket):
            return
        pinned = {ssl.PEM_cert_to_DER_cert(pem) for pem in _certificates(self.certificate)}
        if made.sock.getpeercert(True) not in pinned:
            raise UnavailableError("other_certificate")

    def _dropped(self, error: Exception) -> None:
        """Wait before the next try, but not after a connection that idled; UnavailableError when nothing helps."""
        if isinstance(error, ssl.SSLCertVerificationError):
            raise UnavailableError("other_certificate") from error
        idled = self._used and self.failures == 0
        reached = self._connection is not None
        self.close()
        self.drops += 1
        self.failures += 1
        if self.failures > MOST_FAILURES:
            raise UnavailableError("line_broken" if reached else "no_network") from error
        if not idled:
            self.sleep(min(SHORTEST_WAIT * 2 ** max(self.failures - 2, 0), LONGEST_WAIT))

    def wait_for_other(self, error: WireError) -> None:
        """The other side is busy: the same as a line that dropped."""
        self._dropped(ConnectionError(error.code))


@dataclass(frozen=True)
class _Address:
    secure: bool
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> _Address:
        """UnavailableError for what is no address; without TLS only to this very machine."""
        try:
            parts = urlsplit(url if "://" in url else f"https://{url}")
            host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise UnavailableError("bad_address", given=url) from error
        secure = parts.scheme == "https"
        if not host or parts.scheme not in ("https", "http") or not (secure or _is_here(host)):
            raise UnavailableError("bad_address", given=url)
        return cls(secure, host, port or wire.PORT)

    def connection(self, certificate: str) -> http.client.HTTPConnection:
        if not self.secure:
            return http.client.HTTPConnection(self.host, self.port, timeout=CONNECT)
        return http.client.HTTPSConnection(self.host, self.port, timeout=CONNECT, context=_context(certificate))


def _context(certificate: str) -> ssl.SSLContext:
    """TLS to one pinned certificate, whatever this laptop's clock says.

    Without one the line is believed only after the other's signed manifest has named the certificate that was met.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    if certificate:
        context.load_verify_locations(cadata=certificate)
        context.verify_flags |= _NO_CHECK_TIME
    else:
        context.verify_mode = ssl.CERT_NONE
    return context


def _certificates(pem: str) -> Iterator[str]:
    end = "-----END CERTIFICATE-----"
    yield from (f"{part.strip()}\n{end}\n" for part in pem.split(end) if part.strip())


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _whole_frames(held: bytearray) -> Iterator[bytes]:
    """Take the frames that are whole out of what has come so far."""
    while (size := wire.frame_size(held)) is not None and len(held) >= wire.FRAME_HEAD + size:
        frame = bytes(held[wire.FRAME_HEAD : wire.FRAME_HEAD + size])
        del held[: wire.FRAME_HEAD + size]
        yield frame
