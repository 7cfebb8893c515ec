"""One contact over a line: what the other lacks goes there, what we lack comes here, segment by segment.

Each segment is committed by itself on the side where it arrives, so a line that dies costs the segment that was on its
way. Nothing here remembers how far a contact came: what each side has is asked anew, and told by signed vectors.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from desktop.domain.problems import UnavailableError
from desktop.store.office_file import OfficeFile
from desktop.sync import wire
from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.manifest import Manifest, read_manifest, verify_manifest
from desktop.sync.bundle.segment import read_header
from desktop.sync.clocks import measured
from desktop.sync.contacts import Peer, heed, keep_ack, listen, our_manifest, peer_of
from desktop.sync.content_exchange import Exchange
from desktop.sync.contents import held, lacked
from desktop.sync.devices import PROVINCE, province_of
from desktop.sync.lacking import Piece, content_of, lacking, page, told_vector
from desktop.sync.laptop import Laptop, meta, set_meta, this_laptop, version_vector
from desktop.sync.line import Line, Sleep
from desktop.sync.province_joining import waiting_message
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from desktop.sync.wire import Caller, WireError
from desktop.sync.wire_contents import SPOKEN

CERTIFICATE: Final = "certificate"
"""Member of a laptop's manifest: SHA-256 of the certificate that it serves behind."""

_URL, _PINNED = "sync_url", "sync_certificate:"
_SMALLEST, _LARGEST = 1, 1 << 20  # bytes of one portion; a portion has one segment at least
_QUICK = 1.0  # seconds: a portion that took less was too small
_BEGIN = 48 * 1024

Tell = Callable[[float], None]

_SENTENCES: Final[Mapping[str, str]] = {
    "unknown_office": "server_other_office",
    "unknown_device": "server_unknown_device",
    "device_pending": "server_device_pending",
    "device_revoked": "server_device_revoked",
    "protocol": "server_upgrade_needed",
}


@dataclass
class Summary:
    """What a contact did. Operations are what people did to records; bytes are those of messages without TLS."""

    peer: str = ""
    role: str = ""  # "laptop" | "province"
    sent: int = 0  # operations that the other side took
    received: int = 0
    waiting: int = 0  # segments that came and wait for an earlier one
    refused: dict[str, int] = field(default_factory=dict)  # why → segments, in either direction
    kinds: set[str] = field(default_factory=set)  # of records that show something else now
    bytes_sent: int = 0
    bytes_received: int = 0
    contents_sent: int = 0  # of attachments, that went there wholly
    contents_received: int = 0
    contents_missing: int = 0  # that are still lacked here
    drops: int = 0  # so often the line died
    ahead_ms: int = 0  # by which this laptop's clock is ahead of theirs


def remember_line(office: OfficeFile, url: str, certificate: str = "") -> None:
    """Where to sync from now on, and the pinned certificate of that address (PEM)."""
    with office.merge() as connection:
        set_meta(connection, _URL, url)
        if certificate:
            set_meta(connection, _PINNED + url, certificate)


def remembered_url(office: OfficeFile) -> str:
    """The address of the last contact, before the first one that on the province's card; "" without either."""
    with office.connection() as connection:
        province = province_of(connection)
        return meta(connection, _URL) or (province.url if province else "")


def sync_with(office: OfficeFile, url: str, tell: Tell | None = None, sleep: Sleep = time.sleep) -> Summary:
    """Meet another device of the office at an address; afterwards both have what either had, and here it is listed.

    UnavailableError says why that did not come to its end; what passed until then stays. `tell` hears which share is
    done, and may raise to stop.
    """
    try:
        return exchange_with(office, url, tell, sleep)
    finally:
        office.list_taken()


def exchange_with(office: OfficeFile, url: str, tell: Tell | None = None, sleep: Sleep = time.sleep) -> Summary:
    """The same, while what came is not listed yet; whoever reads next lists it."""
    seal(office)
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        province = province_of(connection)
        told = province.certificate if province and province.url == url else ""
        certificate = meta(connection, _PINNED + url) or told
    line = Line(url, certificate, sleep)
    try:
        summary = _Contact(office, laptop, line, tell or (lambda _share: None)).meet()
    finally:
        line.close()
    remember_line(office, url)
    return summary


class _Contact:
    """A contact while it lasts."""

    def __init__(self, office: OfficeFile, laptop: Laptop, line: Line, tell: Tell) -> None:
        self._office, self._laptop, self._line, self._tell = office, laptop, line, tell
        self._caller = Caller(laptop.office_id, laptop.device_id)
        self._token = ""
        self._came_with_card = False
        self._peer: Peer | None = None
        self._theirs: Manifest | None = None
        self._most = _BEGIN
        self._done = self._total = 0
        self._whole = 1.0  # the share of the contact that all segments are
        self.summary = Summary()

    def meet(self) -> Summary:
        self._hello()
        assert self._theirs is not None  # noqa: S101 - hello ends with it or raises
        self._total = self._behind(self._theirs.vv)
        contents = SPOKEN in self._theirs.unknown
        with self._office.connection() as connection:
            contents &= bool(held(connection) or lacked(connection) or self._total)
        self._whole = 0.5 if contents else 1.0
        self._push(self._theirs.vv)
        came = self._pull()
        if (contents and self._exchange()) or came:
            self._hello()  # the other learns, signed, what has arrived here, and tells what arrived there
        self._tell(1.0)
        told, line = self.summary, self._line
        told.bytes_sent, told.bytes_received, told.drops = line.sent, line.received, line.drops
        return told

    # ------------------------------------------------------------------------------------------- hello

    def _hello(self) -> None:
        with self._office.connection() as connection:
            before = self._office.clock()
            addressee = (self._peer.id, self._peer.role) if self._peer else ("", "")
            content = our_manifest(connection, self._laptop, addressee, before)
        try:
            manifest, token = wire.read_hello_answer(self._asked(wire.HELLO, content, token=""))
        except WireError as error:
            raise self._why_not(error) from error
        after = self._office.clock()
        theirs = self._verified(manifest)
        self._token = token
        at = moment(theirs.made_at, after)
        self._line.refuse_outdated(at)
        self.summary.ahead_ms = round((before + (after - before) / 2 - at).total_seconds() * 1000)
        with self._office.merge() as connection:
            heed(connection, self._laptop, theirs, after, "network")
            by = (theirs.sender_kind, theirs.unknown)
            measured(connection, self._office, self._laptop, self.summary.ahead_ms, by)
        self._theirs = theirs

    def _verified(self, content: bytes) -> Manifest:
        """The other's manifest, signed by a device that is known and may speak, from the end of this very line."""
        try:
            told = read_manifest(content)
            if told.office == self._laptop.office_id:
                listen(self._office, told)
            with self._office.connection() as connection:
                peer = peer_of(connection, told.sender)
            if peer is None:
                own = told.sender in self._laptop.own
                raise UnavailableError("peer_is_self" if own else "peer_unknown")
            manifest = verify_manifest(content, peer.sign_key)
        except BundleError as error:
            raise UnavailableError(
                "server_upgrade_needed" if error.code == "newer_format" else "peer_unproven"
            ) from error
        if manifest.office != self._laptop.office_id:
            raise UnavailableError("server_other_office")
        if peer.status != "active":
            raise UnavailableError("peer_revoked")
        met = self._line.peer_certificate()
        told_here = manifest.unknown.get(CERTIFICATE) == met or self._is_of_province(met)
        if met and not self._line.certificate and not told_here:
            raise UnavailableError("peer_unproven")
        self._peer = peer
        self.summary.peer, self.summary.role = peer.id, peer.role
        return manifest

    # ---------------------------------------------------------------------------------- there and here

    def _push(self, theirs: Mapping[str, int]) -> None:
        """Send what they lack in the order in which it came here; one refused segment stops only its own device."""
        stopped: set[str] = set()
        with self._office.connection() as connection:
            pieces = list(lacking(connection, theirs))
        while portion := page(pieces, self._most):
            portion = [piece for piece in portion if piece.device not in stopped]
            if portion and not self._pushed(portion, stopped):
                pieces[:0] = portion

    def _pushed(self, portion: list[Piece], stopped: set[str]) -> bool:
        """Send these segments; False when the other side takes only less at once."""
        begun, drops = time.monotonic(), self._line.drops
        with self._office.connection() as connection:
            contents = [content_of(connection, piece) for piece in portion]
        try:
            answer = self._asked(wire.SEGMENTS, wire.frames(contents))
        except WireError as error:
            if error.code != "too_large" or len(portion) == 1:
                raise self._why_not(error) from error
            self._most = sum(piece.size for piece in portion) // 2
            return False
        try:
            verdicts, ack = wire.read_segments_answer(answer)
        except WireError as error:
            raise self._why_not(error) from error
        if len(verdicts) != len(portion):
            raise UnavailableError("server_refused")
        for piece, verdict in zip(portion, verdicts, strict=True):
            self._heard(piece, verdict, stopped)
        with self._office.merge() as connection:
            keep_ack(connection, self._laptop, ack, direct=True)
        self._adapt(time.monotonic() - begun, failed=self._line.drops > drops)
        return True

    def _heard(self, piece: Piece, verdict: wire.Verdict, stopped: set[str]) -> None:
        if verdict.outcome in ("new", "waiting"):
            self.summary.sent += piece.operations
        if verdict.outcome in ("fork", "refused"):
            stopped.add(piece.device)
            self._count_refused(verdict.code or verdict.outcome)
        self._step(piece.operations)

    def _pull(self) -> bool:
        """Fetch what we lack and take it at once; whether anything came."""
        with self._office.connection() as connection:
            vector = told_vector(connection)
        came, going = False, True
        while going:
            begun, drops = time.monotonic(), self._line.drops
            count = 0
            for segment in self._page(vector):
                count += 1
                came = True
                self._taken(segment, vector)
            going = count > 0 or self._line.drops > drops
            self._adapt(time.monotonic() - begun, failed=self._line.drops > drops)
        return came

    def _page(self, vector: Mapping[str, int]) -> Iterator[bytes]:
        body = wire.pull_message(vector, self._most)
        try:
            yield from self._line.frames(wire.PULL, body, self._signed(wire.PULL, body))
        except WireError as error:
            self._again(error)
            yield from self._line.frames(wire.PULL, body, self._signed(wire.PULL, body))

    def _taken(self, segment: bytes, vector: dict[str, int]) -> None:
        taken = take(self._office, segment)
        if taken.verdict in ("new", "double", "waiting", "fork", "revoked"):
            header = read_header(segment)
            vector[header.device] = max(vector.get(header.device, 0), header.last)
            self._step(header.last - header.first + 1)
        if taken.verdict == "new":
            self.summary.received += taken.operations
            self.summary.kinds |= taken.kinds
        elif taken.verdict == "waiting":
            self.summary.waiting += 1
        elif taken.verdict != "double":
            self._count_refused(taken.verdict)
            self._pass_over(segment, vector)

    def _pass_over(self, segment: bytes, vector: dict[str, int]) -> None:
        """What cannot be taken is not asked for again in this contact."""
        try:
            header = read_header(segment)
        except BundleError as error:
            raise UnavailableError("server_refused") from error
        vector[header.device] = max(vector.get(header.device, 0), header.last)

    # ---------------------------------------------------------------------------------------- contents

    def _exchange(self) -> bool:
        """What attachments hold, after all that tells of them; whether anything is elsewhere now than it was."""
        told = self.summary
        try:
            work = Exchange(self._office, self._laptop, self._asked, self._asked_once, self._tell_contents)
            found = work.run(may_drop=told.role == PROVINCE)
        except WireError as error:
            raise self._why_not(error) from error
        told.contents_sent, told.contents_received = found.sent, found.received
        told.contents_missing = found.missing
        if found.received:
            told.kinds.add("attachment")
        return bool(found.sent or found.received or found.dropped)

    def _tell_contents(self, share: float) -> None:
        self._tell(self._whole + (1.0 - self._whole) * share)

    # --------------------------------------------------------------------------------------- the line

    def _asked(self, path: str, body: bytes, token: str | None = None) -> bytes:
        """The answer to a request; a session that ended is begun anew, a busy server is asked again later."""
        while True:
            try:
                return self._line.fetch(path, body, self._signed(path, body, token))
            except WireError as error:
                if error.code in ("too_large", "unknown_content"):
                    raise
                self._again(error)

    def _asked_once(self, path: str, body: bytes) -> tuple[bytes | None, float]:
        """The same, but None when the line died under it; and how many seconds it took."""
        begun = time.monotonic()
        try:
            answer = self._line.fetch_once(path, body, self._signed(path, body))
        except WireError as error:
            if error.code == "unknown_content":
                raise
            self._again(error)
            return self._asked(path, body), _QUICK
        return answer, time.monotonic() - begun

    def _again(self, error: WireError) -> None:
        """Make it possible to ask once more, or say why it is not."""
        if error.code == "token_expired" and self._token:
            self._token = ""
            self._hello()
        elif error.code == "busy":
            self._line.wait_for_other(error)
        elif error.code in ("unknown_office", "unknown_device") and self._joined():
            return
        else:
            raise self._why_not(error) from error

    def _joined(self) -> bool:
        """Come with the card, once, where the province has not heard of this laptop."""
        with self._office.connection() as connection:
            province = province_of(connection)
            message = waiting_message(connection, province.id) if province else None
        if message is None or self._came_with_card:
            return False
        self._came_with_card = True
        self._asked(wire.JOIN, canonical(message.to_json()), token="")
        return True

    def _is_of_province(self, met: str) -> bool:
        """Whether this is the certificate on the province's card, at whatever address."""
        with self._office.connection() as connection:
            province = province_of(connection)
        return bool(province and province.certificate and met == fingerprint_of(province.certificate))

    def _signed(self, path: str, body: bytes, token: str | None = None) -> dict[str, str]:
        told = self._token if token is None else token
        return wire.sign_request(self._laptop.signing_key, self._caller, "POST", path, body, told)

    def _why_not(self, error: WireError) -> UnavailableError:
        return UnavailableError(_SENTENCES.get(error.code, "server_refused"))

    def _adapt(self, seconds: float, *, failed: bool) -> None:
        """Smaller portions on a line that dies, larger ones on one that is quick."""
        if failed:
            self._most = max(_SMALLEST, self._most // 2)
        elif seconds < _QUICK:
            self._most = min(_LARGEST, max(self._most, _BEGIN // 4) * 2)

    def _behind(self, theirs: Mapping[str, int]) -> int:
        """How many operations one of both lacks."""
        with self._office.connection() as connection:
            ours = version_vector(connection)
        return sum(abs(ours.get(device, 0) - theirs.get(device, 0)) for device in {*ours, *theirs})

    def _step(self, operations: int) -> None:
        self._done += operations
        self._tell(self._whole * min(1.0, self._done / max(self._total, 1)))

    def _count_refused(self, why: str) -> None:
        self.summary.refused[why] = self.summary.refused.get(why, 0) + 1


def fingerprint_of(certificate: str) -> str:
    """SHA-256 of a certificate (PEM), as a line tells that of its other end."""
    return sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()


def moment(text: str, otherwise: datetime) -> datetime:
    """What a device says the time is; `otherwise` for what is no moment."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return otherwise
    return at if at.tzinfo else otherwise
