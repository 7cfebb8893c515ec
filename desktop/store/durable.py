"""Files that are either the old or the new one, whole, whenever the power goes."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop.domain.problems import UnavailableError
from desktop.system.flushing import flush_folder


def write_durably(path: Path, data: bytes) -> None:
    """Write beside, flush, rename over. UnavailableError when the folder is read-only or the disk is full."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        flush_folder(path.parent)
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "cannot_write_file"
        raise UnavailableError(code) from error


def keep_in_places(places: Iterable[Path], data: bytes) -> None:
    """The same in several places, each left alone where it stands already. Where none can be written is no obstacle."""
    for place in places:
        with suppress(OSError, UnavailableError):
            if place.exists() and place.read_bytes() == data:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            write_durably(place, data)
