"""The package of one version, `*.tashil-update`: one file on a stick.

    line 1   TASHILGAR UPDATE 1
    line 2   what it holds, JSON: product, version, platform, oldest, schema, notes, size of the rest, every file
    line 3   Ed25519 signatures over both lines, JSON: one for each key
    a zstd stream: the files one after the other in their order, each content once

The signature covers names, sizes and SHA-256 of all files, and is checked before anything else of the package is
believed. The stream has no names of its own: nothing in it can point out of the folder.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Any, BinaryIO, cast

import zstandard

from desktop.system.update.errors import UpdateError
from desktop.system.update.place import RELEASE, Release, numbers, release_of
from desktop.system.update.trust import ReleaseKey, signer

FORMAT, PRODUCT, ENDING = 1, "tashilgar", ".tashil-update"
MAGIC = b"TASHILGAR UPDATE "
MOST_LINE, MOST_FILES, MOST_BYTES = 1 << 23, 20_000, 1 << 31
_AT_ONCE = 1 << 20
_WINDOW = 1 << 27  # of the stream: what a laptop of four gigabytes spares
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_PART = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff\\/:*?\"<>|]{1,120}")
_HASH = re.compile(r"[0-9a-f]{64}")

Tell = Callable[[float], object]


@dataclass(frozen=True)
class Held:
    """One file of a version."""

    path: str  # with «/», below the version's folder
    size: int
    sha256: str
    executable: bool


@dataclass(frozen=True)
class Contents:
    """What a package says it holds, once its signature was believed."""

    release: Release
    oldest: str  # the version from which it may be installed
    files: tuple[Held, ...]
    packed: int  # bytes of the stream
    packed_sha256: str

    @property
    def size(self) -> int:
        """Bytes on the disk: files that are alike lie there once."""
        return sum(one.size for one in each_content_once(self.files))


def package_name(release: Release) -> str:
    """«tashilgar-1.2.0-linux-x86_64.tashil-update»."""
    return f"{PRODUCT}-{release.version}-{release.platform}{ENDING}"


def head_of(contents: Contents) -> bytes:
    """The two lines that are signed."""
    told = {
        "product": PRODUCT,
        **asdict(contents.release),
        "oldest": contents.oldest,
        "packed": contents.packed,
        "packed_sha256": contents.packed_sha256,
        "files": [asdict(one) for one in contents.files],
    }
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return MAGIC + str(FORMAT).encode() + b"\n" + line.encode() + b"\n"


def each_content_once(files: Iterable[Held]) -> Iterator[Held]:
    """The files of the stream: of several that are alike, the first."""
    seen: set[str] = set()
    for held in files:
        if held.sha256 not in seen:
            seen.add(held.sha256)
            yield held


class Package:
    """A package whose signature, product and length are proved; its files are proved while they are read.

    UpdateError says what is wrong with it, or that the stick is gone.
    """

    def __init__(self, path: Path, keys: Sequence[ReleaseKey]) -> None:
        with _told_gone():
            self._file: BinaryIO = path.open("rb")
            try:
                self.contents, self.signer = self._head(keys)
                self._begin = self._file.tell()
                self.length = os.fstat(self._file.fileno()).st_size
                _refuse_other_length(self._begin + self.contents.packed, self.length)
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def prove(self, tell: Tell = lambda _share: None) -> None:
        """Read all of it, and write nothing; UpdateError where a file is not the one that was signed."""
        done = 0
        for _held, blocks in self.files():
            for block in blocks:
                done += len(block)
                tell(done / max(self.contents.size, 1))

    def files(self) -> Iterator[tuple[Held, Iterator[bytes]]]:
        """Each content once, under its first name. The blocks of one are read to their end before the next."""
        self._file.seek(self._begin)
        stream = _Hashed(self._file)
        reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(
            cast("IO[bytes]", stream), closefd=False
        )
        for held in each_content_once(self.contents.files):
            yield held, _blocks(reader, held)
        while _read(stream, _AT_ONCE):
            pass
        if _read(reader, 1) or stream.digest.hexdigest() != self.contents.packed_sha256:
            raise UpdateError("update_damaged")

    def _head(self, keys: Sequence[ReleaseKey]) -> tuple[Contents, ReleaseKey]:
        first = self._file.readline(len(MAGIC) + 12)
        number = first.removeprefix(MAGIC).strip()
        if not first.startswith(MAGIC) or not number.isdigit():
            raise UpdateError("not_an_update")
        if int(number) > FORMAT:
            raise UpdateError("newer_update")
        second, third = self._line(), self._line()
        signatures = _parsed(third)
        if not isinstance(signatures, list) or not all(_is_signature(one) for one in signatures):
            raise UpdateError("update_damaged")
        key = signer(first + second, signatures, keys)
        return _contents(_parsed(second)), key

    def _line(self) -> bytes:
        line = self._file.readline(MOST_LINE)
        if not line.endswith(b"\n"):
            raise UpdateError("update_cut" if len(line) < MOST_LINE else "update_damaged")
        return line


class _Hashed:
    """The stream as it lies on the stick; what it was is known at its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self.digest.update(block)
        return block


def _blocks(reader: Any, held: Held) -> Iterator[bytes]:
    digest, left = sha256(), held.size
    while left:
        block = _read(reader, min(left, _AT_ONCE))
        if not block:
            raise UpdateError("update_cut")
        digest.update(block)
        left -= len(block)
        yield block
    if digest.hexdigest() != held.sha256:
        raise UpdateError("update_damaged")


def _read(reader: Any, size: int) -> bytes:
    try:
        with _told_gone():
            return bytes(reader.read(size))
    except zstandard.ZstdError as error:
        raise UpdateError("update_damaged") from error


@contextmanager
def _told_gone() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UpdateError("update_unreadable") from error


def _refuse_other_length(told: int, found: int) -> None:
    if told != found:
        raise UpdateError("update_cut" if found < told else "update_damaged")


def _parsed(line: bytes) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(line)
    raise UpdateError("update_damaged")


def _is_signature(one: object) -> bool:
    return isinstance(one, dict) and isinstance(one.get("key"), str) and isinstance(one.get("signature"), str)


def _contents(told: Any) -> Contents:
    """What a signed line tells. It is ours, and is looked at all the same: a slip of the build harms no laptop."""
    try:
        if told["product"] != PRODUCT:
            raise UpdateError("update_other_product")
        files = tuple(
            Held(_path(one["path"]), _size(one["size"]), _hash(one["sha256"]), bool(one["executable"]))
            for one in told["files"]
        )
        oldest = _text(told["oldest"])
        numbers(oldest)
        packed = _size(told["packed"]), _hash(told["packed_sha256"])
        contents = Contents(release_of(told), oldest, files, *packed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UpdateError("update_damaged") from error
    _refuse_impossible(contents)
    return contents


def _refuse_impossible(contents: Contents) -> None:
    paths = [one.path.casefold() for one in contents.files]
    folders = {path[:at] for path in paths for at, sign in enumerate(path) if sign == "/"}
    twice = len(set(paths)) < len(paths) or folders & set(paths) or RELEASE in paths
    if twice or not 0 < len(paths) <= MOST_FILES or sum(one.size for one in contents.files) > MOST_BYTES:
        raise UpdateError("update_damaged")


def _path(told: Any) -> str:
    """A name below the folder on every system: no way out of it, no device of Windows, nothing that it would cut."""
    for part in _text(told).split("/"):
        if not _PART.fullmatch(part) or _RESERVED.fullmatch(part) or part.strip(" ") != part or part.endswith("."):
            raise ValueError("no path of a program")
    return str(told)


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("no text")
    return told


def _size(told: Any) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told <= MOST_BYTES:
        raise ValueError("no size")
    return told


def _hash(told: Any) -> str:
    if not _HASH.fullmatch(_text(told)):
        raise ValueError("no hash")
    return str(told)
