"""This laptop as a server for the others of its office, in their own network and for as long as somebody wants it.

The same words as the province's (`wire`): enrolled, active laptops of this office say hello, send and fetch. There is
no discovery; who wants to meet is told the address. One segment is taken at a time, whoever sends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_bytes
from socket import socket
from ssl import SSLContext
from typing import Any, Final

from desktop.domain.problems import UnavailableError
from desktop.store.office_file import OfficeFile
from desktop.sync import wire
from desktop.sync.bundle.contents import differing
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.manifest import read_manifest, verify_manifest
from desktop.sync.certificate import serving_context
from desktop.sync.client import CERTIFICATE, moment
from desktop.sync.clocks import measured
from desktop.sync.contacts import Peer, heed, listen, our_ack, our_manifest, peer_of
from desktop.sync.contents import held, keep_piece, parts, piece_of
from desktop.sync.lacking import content_of, lacking, page
from desktop.sync.laptop import this_laptop
from desktop.sync.sealing import seal
from desktop.sync.taking import Taken, take
from desktop.sync.wire import Caller, Outcome, Verdict, WireError
from desktop.sync.wire_contents import (
    COMPARE,
    GIVE,
    TAKE,
    Compared,
    compared_answer,
    got_answer,
    read_compare,
    read_give,
    read_take,
    taken_answer,
)

_STALL = 60.0  # seconds without a byte
_OUTCOMES: Final[Mapping[str, Outcome]] = {"new": "new", "double": "double", "waiting": "waiting", "fork": "fork"}

Heard = Callable[[Taken], None]


class PeerServer(ThreadingHTTPServer):
    """Serves an open office until `shutdown`. `heard` is told of every segment that was taken, on another thread."""

    daemon_threads = True

    def __init__(
        self,
        office: OfficeFile,
        host: str = "",
        port: int = wire.PORT,
        *,
        secure: bool = True,
        heard: Heard | None = None,
    ) -> None:
        self.office, self.secret = office, token_bytes(32)
        self.heard = heard or (lambda _taken: None)
        self.context: SSLContext | None = None
        self.certificate = ""
        if secure:
            self.context, self.certificate = serving_context(office.clock())
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise UnavailableError("cannot_serve", port=port) from error

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def get_request(self) -> tuple[Any, Any]:
        """The handshake is left to the thread of the request: who never finishes one stops nobody else."""
        met: tuple[socket, Any] = super().get_request()
        connection, address = met
        connection.settimeout(_STALL)
        if self.context is None:
            return connection, address
        return self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller who hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    """One connection of a caller, with one request after the other."""

    protocol_version = "HTTP/1.1"
    server: PeerServer

    def do_POST(self) -> None:
        try:
            content = self._answer(self._body())
            self._say(200, content)
        except WireError as error:
            self.close_connection = error.code in ("too_large", "malformed")
            self._say(wire.STATUS[error.code], wire.error_message(error.code))
        except UnavailableError:
            self._say(wire.STATUS["busy"], wire.error_message("busy"))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Who called stands in the office's own file, nowhere else."""

    def _say(self, status: int, content: bytes) -> None:
        self.send_response_only(status)
        self.send_header("Content-Type", wire.BINARY)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        told = self.headers.get("Content-Length", "")
        if not told.isascii() or not told.isdigit():
            raise WireError("malformed")
        if int(told) > wire.MOST_BODY:
            raise WireError("too_large")
        body = self.rfile.read(int(told))
        if len(body) < int(told):
            raise ConnectionError("cut")
        return body

    def _answer(self, body: bytes) -> bytes:
        request = wire.read_request({name.lower(): text for name, text in self.headers.items()})
        office = self.server.office
        if self.path == wire.HELLO and request.caller.office == office.identity.office_id:
            self._listen(body)
        peer = self._known(request.caller)
        wire.verify_request(request, peer.sign_key, "POST", self.path, body)
        if self.path == wire.HELLO:
            return self._hello(peer, request.caller, body)
        wire.check_token(self.server.secret, request.caller, request.token, office.clock().timestamp())
        answers: Mapping[str, Callable[[bytes], bytes]] = {
            wire.SEGMENTS: self._segments, wire.PULL: self._pull, COMPARE: self._compare, TAKE: self._content,
            GIVE: self._given,
        }  # fmt: skip
        if self.path not in answers:
            raise WireError("protocol")
        return answers[self.path](body)

    def _listen(self, body: bytes) -> None:
        """Who calls may be new to the office, or have new keys: statements in its manifest say so, signed by others."""
        try:
            listen(self.server.office, read_manifest(body))
        except BundleError:
            return  # what it is, the answer tells

    def _known(self, caller: Caller) -> Peer:
        """The laptop that calls, if it may."""
        office = self.server.office
        if caller.office != office.identity.office_id:
            raise WireError("unknown_office")
        with office.connection() as connection:
            peer = peer_of(connection, caller.device)
        if peer is None or peer.role != "laptop":
            raise WireError("unknown_device")
        if peer.status != "active":
            raise WireError("device_revoked")
        return peer

    def _hello(self, peer: Peer, caller: Caller, body: bytes) -> bytes:
        try:
            manifest = verify_manifest(body, peer.sign_key)
        except BundleError as error:
            raise WireError("protocol" if error.code == "newer_format" else "malformed") from error
        if (manifest.office, manifest.sender) != tuple(caller):
            raise WireError("malformed")
        office = self.server.office
        seal(office)
        with office.merge() as connection:
            at = office.clock()
            laptop = this_laptop(connection, at)
            heed(connection, laptop, manifest, at, "network")
            ahead = round((at - moment(manifest.made_at, at)).total_seconds() * 1000)
            measured(connection, office, laptop, ahead, (peer.role, manifest.unknown))
            ours = our_manifest(connection, laptop, (peer.id, "laptop"), at, **{CERTIFICATE: self.server.certificate})
        token = wire.make_token(self.server.secret, caller, int(at.timestamp()) + wire.TOKEN_LASTS)
        return wire.hello_answer(ours, token)

    def _segments(self, body: bytes) -> bytes:
        verdicts = []
        for content in wire.read_frames(body):
            taken = take(self.server.office, content)
            self.server.heard(taken)
            outcome = _OUTCOMES.get(taken.verdict)
            verdicts.append(Verdict(outcome) if outcome else Verdict("refused", taken.verdict))
        office = self.server.office
        with office.merge() as connection:
            ack = our_ack(connection, this_laptop(connection, office.clock()))
        return wire.segments_answer(verdicts, ack)

    def _pull(self, body: bytes) -> bytes:
        vector, most = wire.read_pull(body)
        with self.server.office.connection() as connection:
            wanted = page(list(lacking(connection, vector)), min(most, wire.PAGE))
            return wire.frames(content_of(connection, piece) for piece in wanted)

    def _compare(self, body: bytes) -> bytes:
        digests, start, most = read_compare(body)
        with self.server.office.connection() as connection:
            sizes = {name: one.size for name, one in held(connection).items()}
            buckets, following = differing(sizes, digests, start, most)
            return compared_answer(Compared(buckets, following, parts(connection), full=False))

    def _content(self, body: bytes) -> bytes:
        office = self.server.office
        with office.merge() as connection:
            piece = piece_of(connection, this_laptop(connection, office.clock()), *read_take(body))
        if piece is None:
            raise WireError("unknown_content")
        return taken_answer(piece)

    def _given(self, body: bytes) -> bytes:
        office, piece = self.server.office, read_give(body)
        with office.merge() as connection:
            got = keep_piece(connection, this_laptop(connection, office.clock()), piece)
        if got.state == "whole":
            self.server.heard(Taken("new", frozenset({"attachment"})))
        return got_answer(got)
