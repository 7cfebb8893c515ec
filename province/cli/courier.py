"""The words of the stick: courier read, courier write."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.system.terminal import emit
from province.cli.opening import now, opened
from province.courier import read_file, write_file
from province.setup import Province
from province.store.offices import office_by


def courier(words: Namespace) -> int:
    with opened(words) as province:
        return _read(province, words) if words.act == "read" else _write(province, words)


def _read(province: Province, words: Namespace) -> int:
    """0 only for a file that was whole: what stood before a cut was taken all the same."""
    try:
        with Path(words.file).open("rb") as file:
            came = read_file(province, file, now())
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    emit({**came._asdict(), "outcomes": dict(came.outcomes)})
    if came.fault:
        raise RefusedError.of("file", f"courier_{came.fault}")
    return 0


def _write(province: Province, words: Namespace) -> int:
    path = Path(words.file)
    if path.exists():
        raise RefusedError.of("file", "file_exists", name=path.name)
    with province.database.reading() as connection:
        office = office_by(connection, words.office)
    try:
        many = write_file(province, office, path, now())
    except OSError as error:
        raise UnavailableError("cannot_write_file") from error
    emit({"ok": True, "office": office.code, "file": str(path), "segments": many, "bytes": path.stat().st_size})
    return 0
