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
    head, *rows = map(json.loads, lines)
    seqs: list[int] = []
    at = 0
    for gap, size in zip(head["seqs"][::2], head["seqs"][1::2], strict=True):
        seqs += range(at + gap, at + gap + size)
        at += gap + size
    deeds, stamp = [], 0
    for tx, user, after, size in head["deeds"]:
        stamp += after
        deeds += [(tx, head["users"][user], stamp)] * size
    read: list[Any] = []
    for seq, deed, row in zip(seqs, deeds, rows, strict=True):
        if isinstance(row, str):
            read.append((seq, None))
            continue
        kind, action, *names = head["shapes"][row[0]]
        read.append((seq, (*deed, kind, action, row[1], dict(zip(names, row[3:], strict=True)), row[2])))
    return read


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
    header, (shown, told) = read_segment(seal(operations, [{"phone"}, (), {"deleted_at"}]))
    assert (header["first"], header["last"], header["device"]) == (7, 9, DEVICE)
    assert shown == [
        (7, ("tx-a", "user-1", 1007, "person", "change", "r-1", {"phone": "0912"}, 0)),
        (9, ("tx-b", "user-1", 1009, "person", "change", "r-1", {"deleted_at": "1405"}, [0, 2])),
    ]
    assert told == [
        (7, ("tx-a", "user-1", 1007, "person", "change", "r-1", {"note": "نخست"}, [0, 3, 1, 5])),
        (8, ("tx-b", "user-1", 1008, "person", "change", "r-1", {"note": "دوم"}, 0)),
    ]
    emptied = redact(seal(operations), BodyKeys(KEYS.open_key, OFFICE_KEY), {8})
    assert [seq for seq, content in read_segment(emptied)[1][1] if content is None] == [8]


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
