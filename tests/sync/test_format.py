"""A reader written from docs/sync-format.md alone, with libraries that anybody has."""

from __future__ import annotations

import json
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

import pyrage
import zstandard
from nacl.secret import Aead
from nacl.signing import VerifyKey

from desktop.sync.bundle.segment import BodyKeys, redact
from desktop.sync.merge import Dot
from tests.sync.segments import DEVICE, KEYS, OFFICE_KEY, OTHER, PUBLIC, change, seal
from tests.sync.test_container import CARD, LETTER, PROVINCE, SEGMENTS, WRITTEN


def digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def read_body(data: bytes, key: bytes, aad: bytes, root: str) -> list[Any]:
    assert data[:8] == blake2b(key=key, person=b"tag", digest_size=8).digest()
    plain = zstandard.decompress(Aead(key).decrypt(data[8:], aad))
    salts, *lines = plain.split(b"\n")
    salt, digests = json.loads(salts), b""
    for at, line in enumerate(lines):
        if isinstance(salt, list):
            own = bytes.fromhex(salt[at] or "")
        else:
            own = blake2b((at // 4).to_bytes(8, "big"), key=bytes.fromhex(salt)).digest()[at % 4 * 16 :][:16]
        told = json.loads(line)
        digests += bytes.fromhex(told) if isinstance(told, str) else digest(own + line)
    assert digest(digests).hex() == root
    return [json.loads(line) for line in lines]


def numbers_of(runs: list[int]) -> list[int]:
    found: list[int] = []
    at = 0
    for gap, size in zip(runs[::2], runs[1::2], strict=True):
        found += range(at + gap, at + gap + size)
        at += gap + size
    return found


def operation(head: dict[str, Any], row: Any) -> Any:
    if isinstance(row, str):
        return None
    kind, action, *names = head["shapes"][row[0]]
    return kind, action, row[1], dict(zip(names, row[3:], strict=True)), row[2]


def read_brief(told: list[Any], first: int) -> list[Any]:
    """What the province reads of a laptop's segment."""
    head, *rows = told
    stamps, stamp = [], 0
    for after, size in head["deeds"]:
        stamp += after
        stamps += [stamp] * size
    return [(seq, at, operation(head, row)) for seq, (at, row) in enumerate(zip(stamps, rows, strict=True), first)]


def read_sealed(told: list[Any], first: int) -> tuple[list[Any], list[Any], list[Any]]:
    """Its lines; then of all operations tx, user and stamp; then the true numbers and the bases of the open ones."""
    head, *rows = told
    deeds, stamp = [], 0
    for tx, user, after, size in head["deeds"]:
        stamp += after
        deeds += [(tx, head["users"][user], stamp)] * size
    lines = [(seq, operation(head, row)) for seq, row in zip(numbers_of(head["seqs"]), rows, strict=True)]
    opened = list(zip(numbers_of(head["opened"]), head["bases"], strict=True))
    return lines, list(enumerate(deeds, first)), opened


def read_segment(data: bytes) -> tuple[dict[str, Any], list[list[Any]]]:
    assert data[:4] == b"TSEG"
    at = 8 + number(data[4:8])
    head = data[8:at]
    VerifyKey(PUBLIC).verify(head, data[at : at + 64])
    told, at, bodies = json.loads(head), at + 64, []
    open_key = blake2b(key=OFFICE_KEY, person=b"open", digest_size=32).digest()
    for key, root in ((open_key, told["open_root"]), (OFFICE_KEY, told["sealed_root"])):
        emptied, size = data[at : at + 4], number(data[at + 4 : at + 8])
        body = data[at + 8 : at + 8 + size]
        bodies.append(read_body(body, key, head + emptied, root) if root else [])
        at += 8 + size
    assert at == len(data)
    return told, bodies


def test_a_segment_is_read_by_the_page_alone() -> None:
    operations = [
        change(7, {"note": "نخست", "phone": "0912"}, "tx-a", note=(Dot(DEVICE, 3), Dot(OTHER, 5))),
        change(8, {"note": "دوم"}, "tx-b"),
        change(9, {"deleted_at": "1405"}, "tx-b", deleted_at=(Dot(DEVICE, 2),)),
    ]
    known = {Dot(DEVICE, 2): Dot(DEVICE, 1)}  # as the province counts
    header, (shown, told) = read_segment(seal(operations, [{"phone"}, (), {"deleted_at"}], known=known.get))
    assert (header["first"], header["last"], header["device"]) == (7, 9, DEVICE)
    assert read_brief(shown, 7) == [
        (7, 1007, ("person", "change", "r-1", {"phone": "0912"}, 0)),
        (8, 1009, ("person", "change", "r-1", {"deleted_at": "1405"}, [0, 1])),
    ]
    lines, deeds, opened = read_sealed(told, 7)
    assert lines == [
        (7, ("person", "change", "r-1", {"note": "نخست"}, [0, 3, 1, 5])),
        (8, ("person", "change", "r-1", {"note": "دوم"}, 0)),
    ]
    by = [("tx-a", "user-1", 1007), ("tx-b", "user-1", 1008), ("tx-b", "user-1", 1009)]
    assert deeds == list(enumerate(by, 7))
    assert opened == [(7, 0), (9, [0, 2])]
    emptied = redact(seal(operations), BodyKeys(KEYS.open_key, OFFICE_KEY), {8})
    assert [seq for seq, content in read_sealed(read_segment(emptied)[1][1], 7)[0] if content is None] == [8]


def test_a_courier_s_file_is_read_by_the_page_alone() -> None:
    first, second, rest = WRITTEN.split(b"\n", 2)
    plain = pyrage.decrypt(rest[:-15], [pyrage.x25519.Identity.from_str(PROVINCE.identity)])
    assert (first, rest[-15:]) == (b"TASHILGAR COURIER 1", b"\nTASHILGAR END\n")
    frames, at = [], 0
    for _ in count():
        kind, size = plain[at : at + 1], number(plain[at + 1 : at + 5])
        frames.append((kind, plain[at + 5 : at + 5 + size]))
        if kind == b"E":
            break
        at += 5 + size
    assert [kind for kind, _ in frames] == [b"M", b"S", b"S", b"A", b"E"]
    assert [content for _, content in frames[:3]] == [LETTER, *SEGMENTS]
    before = first + b"\n" + second + b"\n" + plain[:at]
    VerifyKey(CARD.signature_key).verify(b"tashilgar courier end\n" + digest(before), frames[-1][1])


def test_the_page_names_every_member_of_the_header() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sync-format.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in read_segment(SEGMENTS[0])[0])
