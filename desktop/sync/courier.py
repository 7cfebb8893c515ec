"""The courier's file: what others of the office, or its province, do not have yet, on a stick that may get lost.

Writing marks nothing as sent: each file holds all since what was acknowledged last, so a lost one costs nothing. What
is read counts segment by segment; acknowledgements only when the file was whole and its sender signed all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import BinaryIO, Literal

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.store.contents import content_of as paper_of
from desktop.store.office_file import OfficeFile
from desktop.store.stick import as_written, reading
from desktop.sync.bundle.container import (
    AttachmentFrame,
    ClearHeader,
    CourierReader,
    Frame,
    SegmentFrame,
    peek,
    peek_clear,
    sealed_attachment,
    write_courier,
)
from desktop.sync.bundle.errors import BundleError, ContainerError
from desktop.sync.bundle.manifest import Manifest, verify_manifest
from desktop.sync.contacts import heed, listen, our_manifest
from desktop.sync.contents import held, keep_opened, lacked
from desktop.sync.device_views import acknowledged, lacks_of
from desktop.sync.devices import PROVINCE, keys_of, province_of
from desktop.sync.lacking import Piece, content_of
from desktop.sync.laptop import Laptop, this_laptop
from desktop.sync.sealing import seal
from desktop.sync.taking import take

ENDING = ".tashil"
Addressee = Literal["office", "province"]
Tell = Callable[[float], None]
"""Hears which share is done; whatever it raises stops the work, and what was taken until then stays."""


@dataclass(frozen=True)
class Written:
    """What was put on a stick; enough for a receipt, and no name of anybody in it."""

    path: Path
    to: Addressee
    readers: int  # devices that can open it
    segments: int
    operations: int
    kinds: Mapping[str, int]  # kind → records that these operations are about
    attachments: int
    size: int  # bytes
    sha256: str


@dataclass(frozen=True)
class Head:
    """What a file says it is, before anything is done with it; nothing of it is proved yet."""

    office: str
    from_kind: str
    to_kind: str
    sender: str
    sender_name: str
    own: bool  # this laptop wrote it
    made_at: str  # ISO 8601, by the sender's clock


@dataclass
class Received:
    """What became of a file."""

    head: Head
    segments: dict[str, int] = field(default_factory=dict)  # verdict → how many
    operations: int = 0  # that were new
    kinds: set[str] = field(default_factory=set)  # of records that show something else now
    attachments: int = 0
    complete: bool = False  # whole, and signed by who is known
    problem: str = ""  # code of the sentence that says why not


# --------------------------------------------------------------------------------------------- writing


def write(office: OfficeFile, path: Path, to: Addressee = "office", tell: Tell | None = None) -> Written:
    """Write what the addressees are not known to have. The name is there when the file is whole and was read back.

    RefusedError when there is nobody to write to; UnavailableError for a stick that is full, gone or worn out.
    """
    if path.suffix != ENDING:
        raise RefusedError.of("file", "stick_name")
    seal(office)
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
    with office.connection() as connection:
        load = _Load(connection, laptop, to, tell or (lambda _share: None))
        at = office.clock()
        province = province_of(connection)
        addressee = (province.id if province and to == PROVINCE else "", PROVINCE if to == PROVINCE else "laptop")
        manifest = our_manifest(connection, laptop, addressee, at)
        created = at.astimezone(UTC).isoformat(timespec="seconds")
        clear = ClearHeader(laptop.office_id, province.id if province else "", "laptop", addressee[1], created)

        def fill(file: BinaryIO) -> None:
            write_courier(file, clear, manifest, load.frames(), load.recipients, laptop.signing_key)

        size, sha256 = as_written(path, fill)
        return Written(
            path, to, len(load.recipients), len(load.pieces), sum(piece.operations for piece in load.pieces),
            load.kinds(), load.papers_written, size, sha256,
        )  # fmt: skip


class _Load:
    """What goes into a file, and for whom."""

    def __init__(self, connection: Connection, laptop: Laptop, to: Addressee, tell: Tell) -> None:
        self._connection, self._laptop, self._tell = connection, laptop, tell
        readers = _readers(connection, to)
        self.recipients = [recipient for _, recipient in readers]
        known = acknowledged(connection)
        self.had = {device: known.get(device, {}) for device, _ in readers}
        self.pieces = list(self._lacking())
        self._papers = sorted(self._lacked_papers()) if to != PROVINCE else []
        self.papers_written = 0

    def _lacking(self) -> Iterator[Piece]:
        """Segments that one of the readers is not known to have; what a device wrote it has."""
        sql = "SELECT arrival, device_id, first, last, length(content) FROM segment ORDER BY arrival"
        for row in self._connection.exec_driver_sql(sql):
            piece = Piece(*row)
            if any(piece.last > had.get(piece.device, 0) for reader, had in self.had.items() if reader != piece.device):
                yield piece

    def _lacked_papers(self) -> set[str]:
        """Contents of the attachments that these segments tell of, or that a reader said it lacks."""
        lacks = [lacks_of(self._connection, reader) for reader in self.had]
        wanted = {one.sha256 for name, one in held(self._connection).items() if any(name in said for said in lacks)}
        sql = (
            "SELECT DISTINCT a.sha256 FROM segment s JOIN change_log l "
            "ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first AND l.kind = 'attachment' "
            "JOIN attachment a ON a.id = l.record_id WHERE s.arrival = ? AND a.deleted_at IS NULL"
        )
        for piece in self.pieces:
            wanted.update(self._connection.exec_driver_sql(sql, (piece.arrival,)).scalars())
        return wanted - {""}

    def frames(self) -> Iterator[Frame]:
        total = len(self.pieces) + len(self._papers) or 1
        for done, piece in enumerate(self.pieces):
            self._tell(done / total)
            yield SegmentFrame(content_of(self._connection, piece))
        key = self._laptop.epochs[self._laptop.epoch]
        for done, name in enumerate(self._papers, len(self.pieces)):
            self._tell(done / total)
            content = paper_of(self._connection, name)
            if content is not None:
                self.papers_written += 1
                yield sealed_attachment(name, content, key)
        self._tell(1.0)

    def kinds(self) -> dict[str, int]:
        """Kind → records that the file tells of."""
        sql = (
            "SELECT l.kind, l.record_id FROM segment s JOIN change_log l "
            "ON l.seq BETWEEN s.log_first AND s.log_first + s.last - s.first WHERE s.arrival = ?"
        )
        found: dict[str, set[str]] = {}
        for piece in self.pieces:
            for kind, record in self._connection.exec_driver_sql(sql, (piece.arrival,)):
                found.setdefault(kind, set()).add(record)
        return {kind: len(records) for kind, records in sorted(found.items()) if kind in KINDS}


def _readers(connection: Connection, to: Addressee) -> Sequence[tuple[str, str]]:
    """Device and age recipient of everybody who is to open the file."""
    if to == PROVINCE:
        province = province_of(connection)
        if province is None:
            raise RefusedError.of("to", "no_province_yet")
        return [(province.id, province.recipient)]
    rows = connection.exec_driver_sql(
        "SELECT id, recipient FROM sync_device WHERE role = 'laptop' AND status = 'active' AND own = 0 ORDER BY id"
    ).all()
    if not rows:
        raise RefusedError.of("to", "no_other_laptop")
    return [(row.id, row.recipient) for row in rows]


# --------------------------------------------------------------------------------------------- reading


def describe(office: OfficeFile, path: Path) -> Head:
    """Whose file this is and for whom, to be told before it is read; RefusedError for one that is not for us."""
    with reading(path) as file:
        laptop = _refuse_foreign(office, file)
        try:
            clear, manifest = peek(file, laptop.identities)
        except ContainerError as error:
            raise _refused(error) from error
        return _head(office, laptop, clear, manifest)


def read(office: OfficeFile, path: Path, tell: Tell | None = None, *, salvage: bool = False) -> Received:
    """Take what a file holds; reading it twice is reading it once.

    RefusedError, with nothing changed, for a file that is none, not for this laptop, cut off or damaged. With `salvage`
    the whole segments before a cut or damage are taken all the same, and `problem` tells what ended the reading.
    """
    with reading(path) as file:
        laptop = _refuse_foreign(office, file)
        if not salvage:
            _refuse_unsound(office, laptop, file)
        try:
            reader = CourierReader(file, laptop.identities, lambda device: _key_of(office, device, reader.letter))
        except ContainerError as error:
            raise _refused(error) from error
        with reader:
            if reader.manifest.office != laptop.office_id:
                raise RefusedError.of("file", "stick_other_office")
            received = Received(_head(office, laptop, reader.clear, reader.manifest))
            listen(office, reader.manifest)
            _take_all(office, reader, received, _share_of(path, file, tell))
            if reader.complete:
                with office.merge() as connection:
                    heed(connection, laptop, reader.manifest, office.clock(), "courier")
            received.complete = reader.complete
            return received


def _refuse_unsound(office: OfficeFile, laptop: Laptop, file: BinaryIO) -> None:
    """Go through the file once before anything of it is used; it stands at its beginning again.

    A signature by a key that only this file makes known is looked at when the file is read.
    """

    def key_of(device: str) -> bytes | None:
        with office.connection() as connection:
            return next((key for key in keys_of(connection, device) if _signed(reader.letter, key)), None)

    try:
        with CourierReader(file, laptop.identities, key_of) as reader:
            for _ in reader:
                pass
    except ContainerError as error:
        raise _refused(error) from error
    file.seek(0)


def _take_all(office: OfficeFile, reader: CourierReader, received: Received, tell: Callable[[], None]) -> None:
    try:
        for frame in reader:
            if isinstance(frame, SegmentFrame):
                taken = take(office, frame.segment)
                received.segments[taken.verdict] = received.segments.get(taken.verdict, 0) + 1
                received.operations += taken.operations
                received.kinds |= taken.kinds
            else:
                received.attachments += _keep_paper(office, frame)
            tell()
    except ContainerError as error:
        received.problem = _code(error)
    else:
        received.problem = "" if reader.complete else "stick_unknown_sender"


def _share_of(path: Path, file: BinaryIO, tell: Tell | None) -> Callable[[], None]:
    size = path.stat().st_size or 1
    return lambda: tell(min(file.tell() / size, 1.0)) if tell else None


def _keep_paper(office: OfficeFile, frame: AttachmentFrame) -> int:
    """Keep what an attachment holds, where its record is here and nobody erased it: 1 when it was new."""
    with office.connection() as connection:
        if frame.sha256 not in lacked(connection).values():
            return 0
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        return int(keep_opened(connection, laptop, frame.sha256, frame.sealed))


def _refuse_foreign(office: OfficeFile, file: BinaryIO) -> Laptop:
    """This laptop, if the clear lines say that the file may be for it; the file stands at its beginning again."""
    try:
        clear = peek_clear(file)
    except ContainerError as error:
        raise _refused(error) from error
    file.seek(0)
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        province = province_of(connection)
    if clear.office != laptop.office_id:
        raise RefusedError.of("file", "stick_other_office")
    if clear.to_kind == PROVINCE:
        raise RefusedError.of("file", "stick_for_province")
    if clear.from_kind == PROVINCE and (province is None or province.id != clear.province):
        raise RefusedError.of("file", "stick_other_province")
    return laptop


def _head(office: OfficeFile, laptop: Laptop, clear: ClearHeader, manifest: Manifest) -> Head:
    with office.connection() as connection:
        name = connection.exec_driver_sql(
            "SELECT coalesce(nullif(d.name, ''), l.name) FROM sync_device d LEFT JOIN device l ON l.id = d.id "
            "WHERE d.id = ?",
            (manifest.sender,),
        ).scalar()
    own = manifest.sender in laptop.own
    return Head(
        clear.office,
        clear.from_kind,
        clear.to_kind,
        manifest.sender,
        name or "",
        own,
        manifest.made_at or clear.created,
    )


def _key_of(office: OfficeFile, device: str, letter: bytes) -> bytes | None:
    """The key with which a device signed its letter; a file on its way may be older than its keys of today."""
    with office.connection() as connection:
        keys = list(keys_of(connection, device))
    return next((key for key in keys if _signed(letter, key)), keys[0] if keys else None)


def _signed(letter: bytes, key: bytes) -> bool:
    try:
        verify_manifest(letter, key)
    except BundleError:
        return False
    return True


_SAME: Mapping[str, str] = {"bad_signature": "tampered", "wrong_code": "tampered"}


def _code(error: ContainerError) -> str:
    return f"stick_{_SAME.get(error.code, error.code)}"


def _refused(error: ContainerError) -> RefusedError:
    return RefusedError.of("file", _code(error))
