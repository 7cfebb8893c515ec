"""The courier's file, `*.tashil`: what one has to say to the other, on a stick that may get lost.

    line 1   TASHILGAR COURIER 1
    line 2   the clear header, JSON: office, province, from_kind, to_kind, created; no name of anybody
    an age file for the recipients, in it frames: kind (1 byte), length (4), content
             M  the signed manifest, always first
             S  a segment
             A  what an attachment holds: SHA-256 (32 bytes), then the content sealed under the office's key
             E  the sender's Ed25519 signature (64 bytes) of BLAKE2b-256 over all before, the clear lines included
    TASHILGAR END, in a line of its own: a file without it was cut

Both sides hold one frame in memory, whatever the size of the file.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

from desktop.sync.bundle import age
from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.contents import opened_content, sealed_content
from desktop.sync.bundle.errors import BundleError, ContainerError, KeysError, ManifestError
from desktop.sync.bundle.manifest import Manifest, read_manifest, verify_manifest

FORMAT = 1
MAGIC = b"TASHILGAR COURIER "
FOOT = b"\nTASHILGAR END\n"
MOST_FRAME = 1 << 26
MOST_CLEAR = 1 << 12

_SHA256 = 32
_CONTEXT = b"tashilgar courier end\n"

Keys = Callable[[str], "bytes | None"]  # the verify key of a device, None for one that is not known


@dataclass(frozen=True)
class ClearHeader:
    """What anybody who finds the stick may read."""

    office: str  # id
    province: str  # id; "" before the office knows one
    from_kind: str  # "laptop" | "province"
    to_kind: str
    created: str  # ISO 8601, UTC


class SegmentFrame(NamedTuple):
    segment: bytes


class AttachmentFrame(NamedTuple):
    sha256: str
    sealed: bytes  # `opened_attachment` gives the content


Frame = SegmentFrame | AttachmentFrame


def sealed_attachment(sha256: str, content: bytes, office_key: bytes) -> AttachmentFrame:
    return AttachmentFrame(sha256, sealed_content(sha256, content, office_key))


def opened_attachment(frame: AttachmentFrame, office_key: bytes) -> bytes:
    """What the attachment holds; ContainerError "wrong_key" for another epoch's key, or damage."""
    return opened_content(frame.sha256, frame.sealed, office_key)


# --------------------------------------------------------------------------------------------- writing


def write_courier(
    file: BinaryIO,
    clear: ClearHeader,
    manifest: bytes,
    frames: Iterable[Frame],
    recipients: Sequence[str],
    signing_key: SigningKey,
) -> None:
    """Writes the whole file; `frames` are asked for one after the other, and what they raise is raised here.

    Segments first, attachments after all of them. `manifest` is signed by the same key as the file.
    """
    begin = _clear_bytes(clear)
    file.write(begin)
    source = _Source(_signed_frames(begin, manifest, frames, signing_key))
    try:
        age.encrypt_stream(source, file, recipients)
    except Exception:
        if source.fault:
            raise source.fault from None
        raise
    file.write(FOOT)


def _clear_bytes(clear: ClearHeader) -> bytes:
    return MAGIC + str(FORMAT).encode() + b"\n" + canonical(vars(clear)) + b"\n"


def _signed_frames(begin: bytes, manifest: bytes, frames: Iterable[Frame], signing_key: SigningKey) -> Iterator[bytes]:
    digest = blake2b(begin, digest_size=32)
    for kind, content in _contents(manifest, frames):
        if len(content) > MOST_FRAME:
            raise ValueError("a frame is larger than any reader takes")
        framed = kind + len(content).to_bytes(4, "big") + content
        digest.update(framed)
        yield framed
    yield b"E" + (64).to_bytes(4, "big") + signing_key.sign(_CONTEXT + digest.digest()).signature


def _contents(manifest: bytes, frames: Iterable[Frame]) -> Iterator[tuple[bytes, bytes]]:
    yield b"M", manifest
    for frame in frames:
        if isinstance(frame, SegmentFrame):
            yield b"S", frame.segment
        else:
            yield b"A", bytes.fromhex(frame.sha256) + frame.sealed


class _Source:
    """Pieces as a file that age reads; what making a piece raises is kept, since age only tells its name."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""
        self.fault: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        if not self._rest:
            try:
                self._rest = next(self._pieces, b"")
            except BaseException as fault:
                self.fault = fault
                raise
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


# --------------------------------------------------------------------------------------------- reading


class CourierReader:
    """A courier's file while it is read: first `manifest`, then its frames, each once.

    Segments stand for themselves, so whole ones before a cut or damage are given out; then ContainerError is raised,
    or OSError when the stick was pulled out.
    `complete` is True after the last frame, if the sender signed all of it: only then may acknowledgements and
    revocations of the manifest be used. The sender's key is asked for at the end, since his card may come in the file.

        with CourierReader(file, [keys.identity], verify_key_of) as reader:
            for frame in reader: …
            if reader.complete: …
    """

    def __init__(self, file: BinaryIO, identities: Sequence[str], verify_key_of: Keys) -> None:
        begin, self.clear = _read_clear(file)
        self._verify_key_of = verify_key_of
        self._plain = _Decrypted(file, identities)
        self._digest = blake2b(begin, digest_size=32)
        self.complete = False
        try:
            self.letter, self.manifest = self._first()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> CourierReader:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._plain.close()

    def __iter__(self) -> Iterator[Frame]:
        while True:
            before = self._digest.digest()
            kind, content = self._next()
            if kind == b"E":
                self._plain.expect_end()
                self.complete = self._is_signed(before, content)
                return
            if kind == b"S":
                yield SegmentFrame(content)
            elif kind == b"A":
                yield AttachmentFrame(content[:_SHA256].hex(), content[_SHA256:])
            # whatever else a newer program of this format adds is passed over

    def _first(self) -> tuple[bytes, Manifest]:
        kind, letter = self._next()
        if kind != b"M":
            raise ContainerError("tampered", "no manifest")
        try:
            return letter, read_manifest(letter)
        except ManifestError as error:
            raise ContainerError(error.code, str(error)) from error

    def _next(self) -> tuple[bytes, bytes]:
        head = self._plain.take(5)
        size = int.from_bytes(head[1:], "big")
        if size > MOST_FRAME:
            raise ContainerError("tampered", "a frame of no size")
        content = self._plain.take(size)
        self._digest.update(head + content)
        return head[:1], content

    def _is_signed(self, digest: bytes, signature: bytes) -> bool:
        """False when the sender is not known here; ContainerError "tampered" when he did not sign this."""
        key = self._verify_key_of(self.manifest.sender)
        if key is None:
            return False
        try:
            verify_manifest(self.letter, key)
            VerifyKey(key).verify(_CONTEXT + digest, signature)
        except (BundleError, BadSignatureError, CryptoError, ValueError) as error:
            raise ContainerError("tampered", "signature") from error
        return True


def peek(file: BinaryIO, identities: Sequence[str]) -> tuple[ClearHeader, Manifest]:
    """What a file says it is, before anything is done with it; nothing of it is proved yet."""
    with CourierReader(file, identities, lambda _: None) as reader:
        return reader.clear, reader.manifest


def peek_clear(file: BinaryIO) -> ClearHeader:
    """What is readable without any key."""
    return _read_clear(file)[1]


def _read_clear(file: BinaryIO) -> tuple[bytes, ClearHeader]:
    magic = file.readline(len(MAGIC) + 12)
    if not magic.startswith(MAGIC):
        raise ContainerError("not_a_courier_file")
    if not magic.endswith(b"\n"):
        raise ContainerError("truncated" if len(magic) < len(MAGIC) + 12 else "not_a_courier_file")
    version = magic[len(MAGIC) : -1]
    if not version.isdigit():
        raise ContainerError("not_a_courier_file")
    if int(version) > FORMAT:
        raise ContainerError("newer_format", f"version {int(version)}")
    line = file.readline(MOST_CLEAR)
    if not line.endswith(b"\n"):
        raise ContainerError("truncated" if len(line) < MOST_CLEAR else "tampered", "clear header")
    try:
        clear = _clear(parsed(line))
    except (ValueError, TypeError, LookupError) as error:
        raise ContainerError("tampered", "clear header") from error
    return magic + line, clear


def _clear(told: Any) -> ClearHeader:
    names = ("office", "province", "from_kind", "to_kind", "created")
    texts = {name: told[name] for name in names}
    if any(type(text) is not str for text in texts.values()):
        raise TypeError("clear header")
    return ClearHeader(**texts)


class _ClosedError(Exception):
    """Nobody reads any further."""


class _Decrypted:
    """The plain inside of the age file, to be read piece by piece.

    age pushes and our readers pull; so a thread decrypts, at most a few pieces ahead.
    """

    def __init__(self, file: BinaryIO, identities: Sequence[str]) -> None:
        self._pieces: Queue[bytes | Exception | None] = Queue(maxsize=8)
        self._closed = False
        self._held = io.BytesIO()
        self._ended = False
        self._thread = Thread(target=self._decrypt, args=(_Footed(file), list(identities)), daemon=True)
        self._thread.start()

    def take(self, size: int) -> bytes:
        """So many bytes; ContainerError when they do not come."""
        parts = []
        while size:
            part = self._held.read(size)
            if part:
                parts.append(part)
                size -= len(part)
            elif not self._more():
                raise ContainerError("truncated", "frames")
        return b"".join(parts)

    def expect_end(self) -> None:
        if self._held.read(1) or self._more():
            raise ContainerError("tampered", "more than was signed")

    def close(self) -> None:
        self._closed = True
        while self._thread.is_alive():
            while not self._pieces.empty():
                self._pieces.get()
            self._thread.join(0.01)

    def _more(self) -> bool:
        if self._ended:
            return False
        piece = self._pieces.get()
        if isinstance(piece, bytes):
            self._held = io.BytesIO(piece)
            return True
        self._ended = True
        if isinstance(piece, KeysError):
            raise ContainerError(piece.code, str(piece)) from piece
        if piece is not None:
            raise piece
        return False

    # -- in the thread

    def _decrypt(self, source: _Footed, identities: list[str]) -> None:
        end: Exception | None = None
        try:
            age.decrypt_stream(source, self, identities)
            if source.cut:
                end = ContainerError("truncated", "foot")
        except _ClosedError:
            return
        except KeysError as error:
            end = source.fault or (ContainerError("truncated", str(error)) if source.cut else error)
        except Exception as error:  # noqa: BLE001  raised where it is read
            end = error
        self._pieces.put(end)

    def write(self, data: bytes, /) -> int:
        if self._closed:
            raise _ClosedError
        self._pieces.put(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Footed:
    """A file without its last line; `cut` when that line is not there, `fault` when the stick was pulled out."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._held = b""
        self._ended = False
        self.cut = False
        self.fault: OSError | None = None

    def read(self, size: int = -1, /) -> bytes:
        while not self._ended and len(self._held) < size + len(FOOT):
            try:
                piece = self._file.read(size + len(FOOT) - len(self._held))
            except OSError as fault:
                self.fault = fault
                raise
            self._held += piece
            if not piece:
                self._ended = True
                self.cut = not self._held.endswith(FOOT)
                self._held = self._held.removesuffix(FOOT)
        given = self._held[: min(size, self._ready())]
        self._held = self._held[len(given) :]
        return given

    def _ready(self) -> int:
        return len(self._held) if self._ended else len(self._held) - len(FOOT)
