"""`put`: JSON lines in, one answer a line out, each after its own commit is durable."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.cli.session import opened
from desktop.domain.problems import Problem, RefusedError
from desktop.services.access import kind_named
from desktop.services.intake import doubts_of, put_record
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit


def put(words: Namespace) -> int:
    """0 when every line was taken, 1 when any was refused; a refused line leaves nothing behind and stops nobody."""
    kind = kind_named(words.kind).name
    refused = 0
    with opened(words) as office:
        for number, text in _lines():
            answer = _answer(office, kind, text)
            refused += not answer["ok"]
            emit({"line": number, **answer})
    return 1 if refused else 0


def _lines() -> Iterator[tuple[int, bytes]]:
    number = 0
    while text := sys.stdin.buffer.readline():
        number += 1
        text = text.removeprefix(b"\xef\xbb\xbf") if number == 1 else text
        if text.strip():
            yield number, text


def _answer(office: OfficeFile, kind: str, text: bytes) -> dict[str, Any]:
    try:
        given = _object(text)
        with office.write() as work:
            done = put_record(work, kind, given)
            doubts = doubts_of(work, kind, done["id"])
    except RefusedError as error:
        return {"ok": False, "problems": [problem.as_json() for problem in error.problems]}
    return {"ok": True, **done, **({"doubts": [doubt.as_json() for doubt in doubts]} if doubts else {})}


def _object(text: bytes) -> Mapping[str, object]:
    try:
        given = json.loads(text.decode("utf-8"))
        if b"\\u" in text:  # an escaped half of a character is no text: nothing could store it
            json.dumps(given, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise RefusedError([Problem("", "bad_json")])
    return given
