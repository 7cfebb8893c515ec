"""Segments: what was sealed is read again, by whom it may, and damage of any kind is told by its name."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.secret import Aead
from nacl.signing import SigningKey

from desktop.sync.bundle import body, lines
from desktop.sync.bundle import segment as segment_module
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.cutting import cut
from desktop.sync.bundle.dividing import WHOLE
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.bundle.lines import MalformedError
from desktop.sync.bundle.segment import (
    BodyKeys,
    Header,
    emptied_count,
    open_key_of,
    opened_numbers,
    read_all,
    read_header,
    read_open,
    redact,
    seal_segment,
    segment_id,
    verify,
)
from desktop.sync.bundle.writing import Full
from desktop.sync.merge import Dot, Operation
from tests.sync.segments import (
    DEVICE,
    FACTS,
    KEYS,
    OFFICE_KEY,
    OTHER,
    PUBLIC,
    SIGNER,
    change,
    seal,
    with_openings,
)

OPEN_KEY = KEYS.open_key
KEYS_OPEN = Aead(OPEN_KEY)
CHEAP = settings(max_examples=25, deadline=None)


def open_part(operation: Operation, names: frozenset[str]) -> Operation | None:
    """The rule by which `seal_segment` divides, said once more in other words."""
    if names == WHOLE or (operation.fields and operation.fields.keys() <= names):
        return operation
    fields = {name: value for name, value in operation.fields.items() if name in names}
    kept = names | ({"*"} if "deleted_at" in fields else set())
    base = {name: dots for name, dots in operation.base.items() if name in kept}
    return operation._replace(fields=fields, base=base) if fields else None


def as_known(parts: list[Operation], first: int) -> list[Operation]:
    """Open parts as the province knows them: counted from the segment's first number, of nobody and of no deed."""
    numbers = {part.dot: Dot(DEVICE, seq) for seq, part in enumerate(parts, first)}

    def known(dots: tuple[Dot, ...]) -> tuple[Dot, ...]:
        own = [dot.device == DEVICE and dot.seq >= first for dot in dots]
        told = [numbers.get(dot) if here else dot for dot, here in zip(dots, own, strict=True)]
        return tuple(dot for dot in told if dot)

    bases = ({name: told for name, dots in part.base.items() if (told := known(dots))} for part in parts)
    return [
        part._replace(dot=numbers[part.dot], tx="", user="", base=base) for part, base in zip(parts, bases, strict=True)
    ]


def code_of(deed: Callable[[], Any]) -> str:
    with pytest.raises(SegmentError) as caught:
        deed()
    return caught.value.code


def used(segment: bytes) -> list[Operation | Emptied]:
    """As a reader does: trust the header, then read."""
    verify(segment, PUBLIC)
    return read_all(segment, OFFICE_KEY)


@CHEAP
@given(with_openings())
def test_what_was_sealed_is_read_again(made: tuple[list[Operation], list[frozenset[str]]]) -> None:
    ops, opened = made
    segment = seal(ops, opened)
    assert used(segment) == ops
    parts = [part for operation, names in zip(ops, opened, strict=True) if (part := open_part(operation, names))]
    assert read_open(segment, OPEN_KEY) == as_known(parts, ops[0].dot.seq)
    assert opened_numbers(segment, OFFICE_KEY) == [part.dot.seq for part in parts]
    header = read_header(segment)
    assert (header.first, header.last) == (ops[0].dot.seq, ops[-1].dot.seq)
    assert (header.office, header.device, header.epoch, header.schema, header.deps, header.prev) == FACTS[:6]


def test_an_operation_without_open_fields_leaves_no_trace_in_the_open_body() -> None:
    before = (Dot(DEVICE, 1), Dot(OTHER, 77))
    ops = [
        change(1, {"first_name": "زهرا"}, "a-deed", record="hidden-record"),
        change(2, {"count": 3, "note": "محرمانه"}, "a-deed", count=before),
    ]
    segment = seal(ops, [{"count"}, {"count"}], known=lambda _dot: None)
    (part,) = read_open(segment, OPEN_KEY)
    assert part == Operation(Dot(DEVICE, 1), 1002, "", "", "person", "r-1", "change", {"count": 3}, {}, FACTS.deps)
    at = segment.index(b"TSEG") + 8 + int.from_bytes(segment[4:8], "big") + 64 + 4
    size = int.from_bytes(segment[at : at + 4], "big")
    text = lines.decompressed(KEYS_OPEN.decrypt(segment[at + 12 : at + 4 + size], segment[8 : at - 68] + bytes(4)))
    assert b"count" in text
    for hidden in ("hidden-record", "first_name", "note", "محرمانه", "زهرا", "user-1", "a-deed", OTHER):
        assert hidden.encode() not in text


@CHEAP
@given(with_openings(), st.data())
def test_a_flipped_bit_anywhere_is_noticed(
    made: tuple[list[Operation], list[frozenset[str]]], data: st.DataObject
) -> None:
    segment = bytearray(seal(*made))
    for _ in range(20):
        bit = data.draw(st.integers(0, 2**16)) % (len(segment) * 8)
        segment[bit // 8] ^= 1 << bit % 8
        code_of(lambda: used(bytes(segment)))
        segment[bit // 8] ^= 1 << bit % 8
    assert used(bytes(segment)) == made[0]


def test_every_cut_is_called_truncated_and_whatever_follows_tampering() -> None:
    segment = seal([change(1, {"phone": "0912", "note": "ن"})], [{"phone"}])
    for end in range(len(segment)):
        for deed in (read_header, emptied_count, used):
            assert code_of(lambda deed=deed, end=end: deed(segment[:end])) == "truncated"  # type: ignore[misc]
    assert code_of(lambda: used(segment + b"\0")) == "tampered"


@CHEAP
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_at_all_are_refused_and_nothing_else_happens(junk: bytes, begun: bool) -> None:
    begin = b"TSEG" + len(junk).to_bytes(4, "big") if begun else b""
    segment = begin + junk + (bytes(64 + 16) if begun else b"")
    for deed in (read_header, lambda b: verify(b, PUBLIC), lambda b: read_open(b, OPEN_KEY), used):
        code_of(lambda deed=deed: deed(segment))  # type: ignore[misc]
    code_of(lambda: redact(segment, KEYS, {1}))


def test_other_keys_and_other_signers_are_told_from_damage() -> None:
    segment = seal([change(1, {"phone": "0912", "note": "ن"})], [{"phone"}])
    assert code_of(lambda: read_open(segment, OFFICE_KEY)) == "wrong_key"
    assert code_of(lambda: read_all(segment, bytes(32))) == "wrong_key"
    assert code_of(lambda: read_all(segment, OPEN_KEY)) == "wrong_key"
    assert code_of(lambda: verify(segment, bytes(SigningKey.generate().verify_key))) == "bad_signature"
    assert code_of(lambda: verify(segment, b"short")) == "bad_signature"


def test_a_newer_format_says_so_whatever_else_it_holds() -> None:
    head = json.dumps({"version": 3, "body": "of a kind not known today"}).encode()
    segment = b"TSEG" + len(head).to_bytes(4, "big") + head + SIGNER.sign(head).signature + bytes(16)
    for deed in (read_header, lambda b: verify(b, PUBLIC), used, lambda b: redact(b, KEYS, {1})):
        assert code_of(lambda deed=deed: deed(segment)) == "newer_format"  # type: ignore[misc]


_told: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 2**60, 1e999, "x", "\\ud800", [], {"d": "x"}, {"d": 2**60}, [[]]]
)


@CHEAP
@given(st.dictionaries(st.sampled_from([*Header._fields]), _told, min_size=1, max_size=2))
def test_a_well_signed_header_of_nonsense_is_refused_or_ignored(changes: dict[str, Any]) -> None:
    segment = seal([change(1, {"phone": "0912"})])
    size = int.from_bytes(segment[4:8], "big")
    head = json.dumps({**json.loads(segment[8 : 8 + size]), **changes}).encode()
    forged = b"TSEG" + len(head).to_bytes(4, "big") + head + SIGNER.sign(head).signature + segment[8 + size + 64 :]
    for deed in (lambda b: verify(b, PUBLIC), used, lambda b: redact(b, KEYS, {1})):
        with contextlib.suppress(SegmentError):
            deed(forged)
    with contextlib.suppress(SegmentError):
        header = read_header(forged)
        assert {type(text) for text in (header.office, header.device, header.epoch, header.prev)} == {str}
        assert {type(seq) for seq in header.deps.values()} <= {int}


def test_the_province_seals_what_is_open_and_cannot_seal_more() -> None:
    ops, keys = [change(1, {"status": "approved"})], BodyKeys(OPEN_KEY)
    segment = seal_segment(ops, [WHOLE], FACTS, keys, SIGNER)
    assert read_open(segment, OPEN_KEY) == used(segment) == ops
    with pytest.raises(ValueError, match="open key"):
        seal_segment(ops, [()], FACTS, keys, SIGNER)


def test_operations_that_do_not_follow_each_other_are_not_sealed() -> None:
    with pytest.raises(ValueError, match="stands where"):
        seal([change(1, {}), change(3, {})])
    with pytest.raises(ValueError, match="stands where"):
        seal([change(1, {})], device=OTHER)


def test_what_no_reader_would_take_is_not_sealed() -> None:
    deep: Any = "x"
    for _ in range(40):
        deep = [deep]
    with pytest.raises(ValueError, match="deep"):
        seal([change(1, {"note": deep})])
    with pytest.raises(ValueError, match="nothing"):
        seal([])
    with pytest.raises(ValueError, match="escapes"):
        seal([change(1, {})], schema="a\\b")
    with pytest.raises(ValueError, match="compliant"):
        seal([change(1, {"count": float("nan")})])


# --------------------------------------------------------------------------------------------- redaction


@CHEAP
@given(with_openings(), st.data())
def test_what_was_emptied_is_gone_and_all_else_still_proves_itself(
    made: tuple[list[Operation], list[frozenset[str]]], data: st.DataObject
) -> None:
    ops, opened = made
    gone = data.draw(st.sets(st.sampled_from([operation.dot.seq for operation in ops])))
    segment = seal(ops, opened)
    less = redact(segment, KEYS, gone)
    assert used(less) == [Emptied(op.dot) if op.dot.seq in gone else op for op in ops]
    assert segment_id(less) == segment_id(segment)
    assert (emptied_count(less) > 0) is bool(gone)
    assert used(redact(less, KEYS, gone)) == used(less)
    rest = {operation.dot.seq for operation in ops} - gone
    assert used(redact(less, KEYS, rest)) == [Emptied(operation.dot) for operation in ops]


def test_neither_content_nor_salt_of_an_emptied_operation_stays() -> None:
    ops = [change(1, {"note": "می‌خواهم فراموش شوم"}, record="gone"), change(2, {"note": "می‌مانم"})]
    written = Full(DEVICE)
    for operation in ops:
        written.add(operation, operation.fields, operation.base)
    plain = written.finished().plain
    salts = lines._salts(bytes.fromhex(json.loads(plain.split(b"\n")[0])), 3)
    less, count = body.emptied(plain, {1}, 1)
    assert count == 1
    for trace in ("فراموش", "gone", salts[1].hex(), plain.split(b"\n")[0].decode()):
        assert trace.encode() not in less
    assert "می‌مانم".encode() in less


def test_the_province_empties_its_own_part_and_the_office_keeps_the_rest() -> None:
    operation = change(1, {"phone": "0912", "note": "ن"})
    less = redact(seal([operation], [{"phone"}]), BodyKeys(OPEN_KEY), {1})
    assert read_open(less, OPEN_KEY) == [Emptied(Dot(DEVICE, 1))]
    assert used(less) == [operation._replace(fields={"note": "ن"})]


def test_a_count_of_emptied_ones_that_is_not_true_is_found_out() -> None:
    segment = seal([change(1, {"phone": "0912"}), change(2, {"note": "ن"})], [{"phone"}, ()])
    at = 8 + int.from_bytes(segment[4:8], "big") + 64 + 3
    forged = bytearray(segment)
    forged[at] = 1
    assert emptied_count(bytes(forged)) == 1
    assert code_of(lambda: used(bytes(forged))) == "tampered"
    assert code_of(lambda: read_open(bytes(forged), OPEN_KEY)) == "tampered"


# ------------------------------------------------------------- a signer of the office who means harm


def rooted(*values: Any) -> tuple[bytes, str]:
    """A body of these lines, and the root that is right for it."""
    told = [json.dumps(value).encode() for value in values]
    salts = lines._salts(bytes(16), len(told))
    digests = [blake2b(salt + line, digest_size=32).digest() for salt, line in zip(salts, told, strict=True)]
    root = blake2b(b"".join(digests), digest_size=32).hexdigest()
    return b"\n".join([json.dumps("00" * 16).encode(), *told]), root


HEADER = read_header(seal([change(1, {}), change(2, {}), change(3, {})]))
_row = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 5) | st.sampled_from([DEVICE, "person", "ff", "x"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["seqs", "deeds"]), inner, max_size=2),
    max_leaves=6,
)
_head = st.fixed_dictionaries(
    {
        "users": st.just(["u"]) | _row,
        "devices": st.just([DEVICE]) | _row,
        "deeds": st.just([["t", 0, 5, 1]]) | st.just([["t", 0, 5, 2**52]]) | st.lists(_row, max_size=2),
        "seqs": st.just([1, 1]) | st.lists(st.integers(-1, 2**60), max_size=4) | _row,
        "shapes": st.just([["person", "add", "note"]]) | _row,
    }
)
_beside = st.fixed_dictionaries(
    {
        "deeds": st.just([["t", 0, 5, 3]]) | st.lists(_row, max_size=2),
        "seqs": st.just([2, 2]) | st.lists(st.integers(-1, 9), max_size=4),
        "opened": st.just([1, 1]) | st.lists(st.integers(-1, 2**60), max_size=4) | _row,
        "bases": st.just([[0, 2]]) | _row,
    }
)
_rows = st.just([0, "r", 0, "x"]) | st.lists(st.integers(-2, 2) | _row, max_size=5)


@settings(max_examples=120, deadline=None)
@given(_head | _row, st.lists(_rows, max_size=2))
def test_a_well_signed_body_of_nonsense_is_refused_or_read_and_nothing_else_happens(head: Any, rows: list[Any]) -> None:
    plain, root = rooted(head, *rows)
    try:
        told = body.read(plain, HEADER, root)
    except MalformedError:
        return
    assert told.keys() <= {1, 2, 3}
    for operation in told.values():
        assert operation.dot.device == DEVICE
        if isinstance(operation, Operation):
            assert {type(text) for text in operation[2:7]} == {str}


@settings(max_examples=120, deadline=None)
@given(_head, _beside, st.lists(_rows, min_size=1, max_size=2))
def test_a_sealed_body_of_nonsense_is_refused_or_joined_and_nothing_else_happens(
    head: dict[str, Any], beside: dict[str, Any], rows: list[Any]
) -> None:
    plain, root = rooted({**head, **beside}, *rows)
    try:
        told = body.read_joined(plain, [change(1, {"note": "x"})], HEADER, root)
    except MalformedError:
        return
    assert [one.dot for one in told] == [Dot(DEVICE, seq) for seq in (1, 2, 3)]
    assert {type(text) for one in told if isinstance(one, Operation) for text in one[2:7]} == {str}


_good: dict[str, Any] = {
    "users": ["u"],
    "devices": [DEVICE, OTHER],
    "deeds": [["t", 0, 5, 1]],
    "seqs": [1, 1],
    "shapes": [["person", "add", "note"]],
}


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ({"devices": [OTHER, DEVICE]}, {}),
        ({"deeds": [["t", -1, 5, 1]]}, {}),
        ({"deeds": [["t", 0, -5, 1]]}, {}),
        ({"deeds": [["t", 0, 2**63, 1]]}, {}),
        ({"deeds": [["t", 0, 5, 2]]}, {}),
        ({"seqs": [4, 1]}, {}),
        ({"shapes": [["person", 1, "note"]]}, {}),
        ({}, {0: -1}),
        ({}, {1: 7}),
        ({}, {2: [-1, 3]}),
        ({}, {2: [1, 0]}),
        ({}, {2: [2, 3]}),
        ({}, {2: [[1, 3], [1, 3], [1, 3]]}),
    ],
)
def test_numbers_that_point_where_they_must_not_are_refused(head: dict[str, Any], row: dict[int, Any]) -> None:
    right = [0, "r", [1, 3], "x"]
    plain, root = rooted(_good, right)
    told = body.read(plain, HEADER, root)
    assert told[1][2:] == ("t", "u", "person", "r", "add", {"note": "x"}, {"note": (Dot(OTHER, 3),)}, FACTS.deps)
    plain, root = rooted({**_good, **head}, [row.get(at, value) for at, value in enumerate(right)])
    with pytest.raises(MalformedError):
        body.read(plain, HEADER, root)


def test_content_that_was_not_signed_is_refused_even_from_who_has_the_keys() -> None:
    _, root = rooted(_good, [0, "r", 0, "x"])
    plain, _ = rooted(_good, [0, "r", 0, "y"])
    with pytest.raises(MalformedError, match="digests"):
        body.read(plain, HEADER, root)


@pytest.mark.parametrize(
    "changes", [{"open_root": ""}, {"last": 3}, {"first": 1, "last": 1}, {"schema": "\ud800"}, {"sealed_root": "00"}]
)
def test_a_signed_header_that_does_not_fit_its_bodies_is_refused(changes: dict[str, Any]) -> None:
    ops = [change(1, {"phone": "0912"}), change(2, {"phone": "0913", "note": "ن"})]
    segment = seal(ops, [{"phone"}] * 2)
    assert used(forged(segment, {})) == ops
    assert code_of(lambda: used(forged(segment, changes))) == "tampered"


def forged(segment: bytes, changes: dict[str, Any]) -> bytes:
    """With another header, well signed, and the bodies encrypted anew for it."""
    pieces, keys = segment_module._pieces(segment), (OPEN_KEY, OFFICE_KEY)
    plains = [segment_module._plain(pieces, which, key) for which, key in enumerate(keys)]
    head = json.dumps({**json.loads(pieces.head), **changes}).encode()
    bodies = [segment_module._encrypted(plain, key, head, 0) for plain, key in zip(plains, keys, strict=True)]
    return segment_module._joined(head, SIGNER.sign(head).signature, (0, 0), (bodies[0], bodies[1]))


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'[0,"r",0,' + b"[" * 40 + b"]" * 40 + b"]", b"[NaN]", b'["\\ud800"]', b"1,2", b"\xff"]
)
def test_lines_no_writer_of_ours_would_write_are_refused(line: bytes) -> None:
    with pytest.raises(MalformedError):
        lines._parsed([b"{}", line])


def test_a_small_body_that_swells_is_not_unpacked() -> None:
    bomb = lines.compressed(bytes(lines.MOST_PLAIN + 1))
    assert len(bomb) < 10_000
    with pytest.raises(MalformedError):
        lines.decompressed(bomb)


def test_a_text_with_a_backslash_and_ud_is_only_a_text() -> None:
    ops = [change(1, {"note": "C:\\ud800 و \u001f"})]
    assert used(seal(ops)) == ops


# ----------------------------------------------------------------------------------------------- cutting


@CHEAP
@given(st.lists(st.integers(1, 30), max_size=8), st.integers(1, 6), st.integers(40, 400), st.integers(6, 12))
def test_no_deed_is_torn_unless_it_is_too_large_for_memory(
    deeds: list[int], most_ops: int, most_bytes: int, most_bulk: int
) -> None:
    txs = [f"tx-{number}" for number, size in enumerate(deeds) for _ in range(size)]
    ops = [change(seq, {"note": "ن" * (seq % 50)}, tx) for seq, tx in enumerate(txs, 1)]
    cuts = list(cut(ops, most_ops, most_bytes, most_bulk))
    assert [operation for piece in cuts for operation in piece.operations] == ops
    for before, after in pairwise(cuts):
        tx = after.operations[0].tx
        assert before.more is (before.operations[-1].tx == tx)
        assert not before.more or (txs.count(tx) > most_bulk and after.part == before.part + 1)
    for piece in cuts:
        alone = len({operation.tx for operation in piece.operations}) == 1
        assert len(piece.operations) <= (most_bulk if alone else most_ops)
        assert alone or not piece.part


def test_open_and_sealed_keys_are_different_keys() -> None:
    assert open_key_of(OFFICE_KEY) == KEYS.open_key != OFFICE_KEY
