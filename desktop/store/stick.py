"""A file on a stick: whole under its name or not there at all, and never believed before it was read back."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

from desktop.domain.problems import UnavailableError
from desktop.system.flushing import flush_folder

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # the last: a file of 4 GB on an old stick


class _Sink:
    """Hashes what is written. What a full or missing stick raises is kept: who writes through it tells less."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = sha256()
        self.size = 0
        self.fault: OSError | None = None

    def write(self, data: Any, /) -> int:
        try:
            self._file.write(data)
        except OSError as fault:
            self.fault = fault
            raise
        self.digest.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError as fault:
            self.fault = fault
            raise


def as_written(path: Path, fill: Callable[[BinaryIO], None]) -> tuple[int, str]:
    """Let `fill` write a file; its size and SHA-256 once the stick gives back the same bytes.

    Until then it lies beside under a name of its own, and does so no more when anything stops it.
    """
    part = path.with_name(f".{path.name}.part")
    sink: _Sink | None = None
    try:
        with part.open("wb") as file:
            sink = _Sink(file)
            fill(cast("BinaryIO", sink))
            file.flush()
            os.fsync(file.fileno())
        _refuse_other(part, sink.digest.hexdigest())
        part.replace(path)
        flush_folder(path.parent)
    except BaseException as error:
        _remove(part)
        fault = error if isinstance(error, OSError) else sink.fault if sink else None
        if fault is not None:
            raise UnavailableError("stick_full" if fault.errno in _FULL else "stick_gone") from error
        raise
    return sink.size, sink.digest.hexdigest()


def _refuse_other(part: Path, written: str) -> None:
    with part.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # from the stick, not from memory
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if file_digest(file, "sha256").hexdigest() != written:
            raise UnavailableError("stick_changed")


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the stick is gone, and with it the half


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """The file, open; UnavailableError when it is not there, or the stick is pulled out while it is read."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    try:
        yield file
    except OSError as error:
        raise UnavailableError("stick_gone") from error
    finally:
        file.close()
