"""JSON that is signed: the same value is always the same bytes, and what is read back is plain text and numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from secrets import token_hex
from typing import Any

MOST_BYTES = 1 << 24
MOST_DEPTH = 32  # of lists and maps within each other


def canonical(value: Any) -> bytes:
    """Keys in order, no spaces, UTF-8, no NaN."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def each_as_json(values: Iterable[Any]) -> list[str]:
    """Each value as compact JSON. All are written at one go, with a mark between them that nobody can guess."""
    mark = token_hex(16)
    marked = [item for value in values for item in (value, mark)]
    text = json.dumps(marked, ensure_ascii=False, separators=(",", ":"), check_circular=False)
    return text[1:-1].removesuffix(f',"{mark}"').split(f',"{mark}",') if marked else []


def parsed(data: bytes, most: int = MOST_BYTES) -> Any:
    """The value that bytes from outside tell. Any other fault than a ValueError is impossible."""
    if len(data) > most:
        raise ValueError("too long")
    try:
        value = json.loads(data.decode(), parse_constant=_refused)
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode()  # half a character pair is no text
    except RecursionError as error:
        raise ValueError("too deep") from error
    refuse_deep(value)
    return value


def refuse_deep(value: Any, most: int = MOST_DEPTH) -> None:
    """Lists and maps within each other no deeper than anything of ours; ValueError otherwise."""
    level, depth = [value], 0
    while level:
        parts = [part for part in level if isinstance(part, list | dict)]
        level = [inner for part in parts for inner in (part if isinstance(part, list) else part.values())]
        depth += 1
        if depth > most:
            raise ValueError("too deep")


def _refused(constant: str) -> None:
    raise ValueError(constant)
