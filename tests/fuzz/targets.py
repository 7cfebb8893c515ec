"""The doors through which bytes of others come in. Each takes bytes and may answer with a refusal, never break or hang.

A door is `Door(open, told, seeds)`: what reads the bytes, the errors that are answers, and sound inputs to begin with.
"""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop.cli.parser import build_parser
from desktop.cli.put import _object
from desktop.domain.fields import read_draft, with_precision
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import read_date, read_month, read_partial
from desktop.domain.persian.digits import read_decimal, read_int
from desktop.domain.persian.identifiers import read_landline, read_mobile, read_national_id, read_resident_no
from desktop.domain.persian.money import read_money
from desktop.domain.persian.names import read_name
from desktop.domain.persian.numerals import read_words
from desktop.domain.persian.times import read_time
from desktop.domain.problems import Refusal, RefusedError, UnavailableError
from desktop.services.spreadsheets.book import Patience
from desktop.services.spreadsheets.importing import opened_match
from desktop.store.backup import ENDING, list_backups
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile
from desktop.store.search import Spelling, search
from desktop.sync import wire
from desktop.sync.bundle import lines
from desktop.sync.bundle.container import CourierReader, peek_clear
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import DeviceKeys
from desktop.sync.bundle.manifest import read_manifest
from desktop.sync.bundle.segment import BodyKeys, emptied_count, read_all, read_header, redact
from desktop.system.settings import NAME, Settings
from tests.factories import PASSWORD, USER, add_person, make_office
from tests.sync.segments import OFFICE_KEY, change, seal

_REFUSALS = (RefusedError, UnavailableError, Refusal)
_READERS = (
    *(read_date, read_month, read_partial, read_decimal, read_int, read_landline, read_mobile, read_national_id),
    *(read_resident_no, read_money, read_name, read_words, read_time),
)
_AT = datetime(2026, 11, 30, tzinfo=UTC)


class Door(NamedTuple):
    open: Callable[[bytes], object]
    told: tuple[type[BaseException], ...]
    seeds: tuple[bytes, ...]


@cache
def _place() -> Path:
    """A folder in memory where there is one; the system empties it."""
    shared = Path("/dev/shm")  # noqa: S108 - the fuzzer's own folder inside it
    return Path(tempfile.mkdtemp(prefix="fuzz-", dir=shared if shared.is_dir() else None))


@cache
def _office() -> OfficeFile:
    office = make_office(_place() / "office")
    with office.write() as work:
        for name in ("فاطمه", "زهرا", "غلام‌رضا", "نی‌نی"):
            add_person(work, first_name=name)
    return office


@cache
def _parser() -> ArgumentParser:
    return build_parser()


@cache
def _spelling() -> Spelling:
    return Spelling()


def _search(data: bytes) -> None:
    with _office().connection() as connection:
        search(connection, data.decode("utf-8", "replace"), spelling=_spelling())


def _settings(data: bytes) -> None:
    (_place() / NAME).write_bytes(data)
    read = Settings(_place())
    read.text("theme"), read.flag("dark")


def _slots(data: bytes) -> None:
    slots = KeySlots.from_text(data.decode("utf-8", "replace"))
    for user in (USER, *slots.users()):
        slots.refuse_while_locked(user, _AT, 1000.0)
        slots.after_failure(user, _AT, 1000.0).text()
    if all(slot.cost.memory <= 1024 and slot.cost.passes <= 2 for slot in slots.slots):
        slots.open_with_password(USER, PASSWORD)


def _json_line(data: bytes) -> None:
    given = _object(data)
    for name in ("person", "need", "workshop", "letter"):
        draft = KINDS[name].draft
        with contextlib.suppress(RefusedError):
            read_draft(draft, with_precision(draft, given))


def _fields(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for reader in _READERS:
        with contextlib.suppress(Refusal):
            reader(text)


def _words(data: bytes) -> None:
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        _parser().parse_args(data.decode("utf-8", "surrogateescape").split())


def _sheet(data: bytes) -> None:
    path = _place() / "sheet.csv"
    path.write_bytes(data)
    opened_match(_office(), "person", path, Patience())


def _segment(data: bytes) -> None:
    read_header(data)
    emptied_count(data)
    read_all(data, OFFICE_KEY)
    redact(data, BodyKeys.of_office(OFFICE_KEY), {1})


def _body(data: bytes) -> None:
    with contextlib.suppress(lines.MalformedError):
        lines.first(data)
    with contextlib.suppress(lines.MalformedError):
        lines.read(data, "")
    lines.decompressed(data)


def _courier(data: bytes) -> None:
    peek_clear(io.BytesIO(data))
    with CourierReader(io.BytesIO(data), [_KEYS.identity], lambda _device: None) as reader:
        for _frame in reader:
            pass


def _manifest(data: bytes) -> None:
    read_manifest(data)


def _wire(data: bytes) -> None:
    for read in (wire.read_frames, wire.read_pull, wire.read_hello_answer, wire.read_segments_answer, wire.read_json):
        with contextlib.suppress(wire.WireError, BundleError):
            read(data)
    wire.read_error(data)
    wire.frame_size(data)


def _backup(data: bytes) -> None:
    folder = _place() / "backups"
    folder.mkdir(exist_ok=True)
    (folder / f"one{ENDING}").write_bytes(data)
    list_backups(folder)


_KEYS = DeviceKeys.generate()
_PERSON = {"first_name": "فاطمه", "last_name": "رنجبری", "sex": "زن", "birth_date": "1362", "children": [1, None]}
_SEGMENT = seal([change(1, {"first_name": "فاطمه"}), change(2, {"phone": "0915"})], [{"first_name"}, ()])

DOORS: dict[str, Door] = {
    "search": Door(
        _search,
        (),
        ("فاطمه رنج".encode(), b'"a* OR NEAR(b)^-'),
    ),
    "settings": Door(_settings, (), (b'{"theme": "dark", "wide": true}',)),
    "slots": Door(
        _slots,
        _REFUSALS,
        (json.dumps({"file_id": "f", "slots": [], "attempts": {USER: {"failed": 4, "locked_until": ""}}}).encode(),),
    ),
    "json_line": Door(_json_line, _REFUSALS, (json.dumps(_PERSON, ensure_ascii=False).encode(),)),
    "fields": Door(_fields, (), ("۱۴۰۴/۰۶/۳۱".encode(), b"1,250,000", "سی و پنج".encode(), b"12:30")),
    "words": Door(_words, (SystemExit,), (b"put person --user hamid", b"list person --json first_name=x", b"--help")),
    "sheet": Door(_sheet, _REFUSALS, ("نام,نام خانوادگی\nفاطمه,رنجبری\n".encode(), b"<table><tr><td>1</table>")),
    "segment": Door(_segment, (BundleError,), (_SEGMENT,)),
    "body": Door(_body, (BundleError, lines.MalformedError), (b'{"a":1}\n[1,"x",{}]\n',)),
    "courier": Door(_courier, (BundleError, OSError), (b"tashilgar-courier 1\n{}\n",)),
    "manifest": Door(_manifest, (BundleError,), (b'{"office":"x"}\n',)),
    "wire": Door(_wire, (wire.WireError, BundleError), (b"\x00\x00\x00\x02ab", b'{"code":"busy"}')),
    "backup": Door(_backup, (), (b"PK\x05\x06" + bytes(18),)),
}
