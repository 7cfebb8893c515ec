"""The words that write into offices: put, step."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import Any

from desktop.domain.problems import RefusedError
from desktop.system.terminal import emit
from province.cli.opening import now, opened, signed_in
from province.deeds import put, step
from province.setup import Province
from province.store.accounts import Account
from province.store.offices import Office, office_by, offices


def put_records(words: Namespace) -> int:
    """A line of JSON for each record, an answer for each; 0 only when none was refused."""
    refused = 0
    with opened(words) as province:
        by = signed_in(province, words.user)
        chosen = _chosen(province, words)
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                answer = _answer(province, chosen, (words.kind, line), by)
                refused += not answer["ok"]
                emit({"line": number, **answer})
    return 1 if refused else 0


def step_record(words: Namespace) -> int:
    given = dict(pair.partition("=")[::2] for pair in words.fields)
    with opened(words) as province:
        by = signed_in(province, words.user)
        with province.database.reading() as connection:
            office = office_by(connection, words.office)
        with province.database.writing() as connection:
            asked = (words.kind, words.id, words.state, given)
            moved = step(connection, province, office, asked, by, now())
        emit({"id": words.id, "office": office.code, "state": words.state, "changed": bool(moved)})
    return 0


def _chosen(province: Province, words: Namespace) -> list[Office]:
    with province.database.reading() as connection:
        return offices(connection) if words.all else [office_by(connection, words.office)]


def _answer(province: Province, chosen: list[Office], asked: tuple[str, str], by: Account) -> dict[str, Any]:
    """One record into each of the offices under one id, all of them or none."""
    try:
        given = json.loads(asked[1])
        if not isinstance(given, dict):
            raise RefusedError.of("", "bad_json")
        with province.database.writing() as connection:
            made = ""
            for office in chosen:
                made = put(connection, province, office, (asked[0], given), by, now(), made)
    except ValueError:
        return _refused(RefusedError.of("", "bad_json"))
    except RefusedError as error:
        return _refused(error)
    return {"ok": True, "ids": [made] if made else []}


def _refused(error: RefusedError) -> dict[str, Any]:
    return {"ok": False, "problems": [problem.as_json() for problem in error.problems]}
