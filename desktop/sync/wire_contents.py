"""What is said on a line about the contents of attachments, after all segments: compared, fetched and sent in pieces.

    POST /sync/v1/contents        {"digests", "from", "most"}
                                  → {"buckets": {number: {name: size}}, "next", "parts", "full"}
    POST /sync/v1/contents/take   {"name", "at", "most"}        → frames: {"mark", "size"}, the bytes from `at` on
    POST /sync/v1/contents/give   frames: {"name", "mark", "size", "at"}, bytes   → {"state", "got"}
    POST /sync/v1/contents/drop   {"names", "vector"}           → {"dropped"}   to the province alone

Names, digests and what the bytes are: `bundle.contents`. `parts` is how much came of what did not come wholly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, get_args

from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.contents import BUCKETS, are_digests
from desktop.sync.wire import WireError, frames, read_frames, read_json

COMPARE: Final = "/sync/v1/contents"
TAKE, GIVE, DROP = f"{COMPARE}/take", f"{COMPARE}/give", f"{COMPARE}/drop"
SPOKEN: Final = "contents"
"""Member of a manifest: whoever sends it answers these words."""

NAMES: Final = 200  # of one answer
MOST_PIECE: Final = 1 << 20  # bytes

State = Literal["part", "whole", "unwanted", "full", "damaged"]
"""More is awaited; all is there; its record is not; there is no room; what came is not what was sealed."""


class Compared(NamedTuple):
    """What the other side has in those parts in which it has something else."""

    buckets: Mapping[int, Mapping[str, int]]  # number → name → bytes
    next: int  # the first bucket that was not looked at
    parts: Mapping[str, int]  # name → bytes that came of it
    full: bool  # it has no room for more


class Piece(NamedTuple):
    """Some bytes of a sealed content."""

    name: str
    mark: str
    size: int  # of all of it
    at: int
    content: bytes


class Got(NamedTuple):
    """What the other side made of a piece, and how many bytes from the beginning it has now."""

    state: State
    got: int


def compare_message(digests: bytes, start: int) -> bytes:
    return canonical({"digests": digests.hex(), "from": start, "most": NAMES})


def read_compare(content: bytes) -> tuple[bytes, int, int]:
    """The caller's digests, the bucket to begin with, and how many names it wants at once."""
    told = read_json(content)
    digests, start, most = _bytes(told.get("digests")), _count(told.get("from")), _count(told.get("most"))
    if not are_digests(digests) or start > BUCKETS:
        raise WireError("malformed")
    return digests, start, min(most, NAMES)


def compared_answer(found: Compared) -> bytes:
    buckets = {str(number): dict(names) for number, names in found.buckets.items()}
    return canonical({"buckets": buckets, "full": found.full, "next": found.next, "parts": dict(found.parts)})


def read_compared(content: bytes) -> Compared:
    told = read_json(content)
    try:
        buckets = {int(number): _sizes(names) for number, names in told["buckets"].items()}
        return Compared(buckets, _count(told["next"]), _sizes(told["parts"]), told["full"] is True)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise WireError("malformed") from error


def take_message(name: str, at: int, most: int) -> bytes:
    return canonical({"at": at, "most": most, "name": name})


def read_take(content: bytes) -> tuple[str, int, int]:
    told = read_json(content)
    return _name(told.get("name")), _count(told.get("at")), min(_count(told.get("most")), MOST_PIECE)


def taken_answer(piece: Piece) -> bytes:
    return frames((canonical({"mark": piece.mark, "size": piece.size}), piece.content))


def read_taken(name: str, at: int, content: bytes) -> Piece:
    head, held = _two(content)
    return Piece(name, _text(head.get("mark")), _count(head.get("size")), at, held)


def give_message(piece: Piece) -> bytes:
    head = {"at": piece.at, "mark": piece.mark, "name": piece.name, "size": piece.size}
    return frames((canonical(head), piece.content))


def read_give(content: bytes) -> Piece:
    head, held = _two(content)
    at, size = _count(head.get("at")), _count(head.get("size"))
    if at + len(held) > size:
        raise WireError("malformed")
    return Piece(_name(head.get("name")), _text(head.get("mark")), size, at, held)


def got_answer(got: Got) -> bytes:
    return canonical({"got": got.got, "state": got.state})


def read_got(content: bytes) -> Got:
    told = read_json(content)
    if told.get("state") not in get_args(State):
        raise WireError("malformed")
    return Got(told["state"], _count(told.get("got")))


def drop_message(names: Sequence[str], vector: Mapping[str, int]) -> bytes:
    return canonical({"names": list(names), "vector": dict(vector)})


def read_drop(content: bytes) -> tuple[list[str], dict[str, int]]:
    """What belongs to nothing any more, for whoever has taken in all that this vector says."""
    told = read_json(content)
    names, vector = told.get("names"), told.get("vector")
    if type(names) is not list or type(vector) is not dict:
        raise WireError("malformed")
    return [_name(one) for one in names], {device: _count(seq) for device, seq in vector.items()}


def _two(content: bytes) -> tuple[dict[str, Any], bytes]:
    found = read_frames(content)
    if len(found) != 2:
        raise WireError("malformed")
    return read_json(found[0]), found[1]


def _sizes(told: Any) -> dict[str, int]:
    return {_name(name): _count(size) for name, size in told.items()}


def _name(told: Any) -> str:
    if len(_bytes(told)) != 16:
        raise WireError("malformed")
    return str(told)


def _bytes(told: Any) -> bytes:
    try:
        return bytes.fromhex(_text(told))
    except ValueError as error:
        raise WireError("malformed") from error


def _text(told: Any) -> str:
    if type(told) is not str:
        raise WireError("malformed")
    return told


def _count(told: Any) -> int:
    if type(told) is not int or not 0 <= told < 1 << 53:
        raise WireError("malformed")
    return told
