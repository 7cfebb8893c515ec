"""The word about the monthly report's life: report make, show, text, note, sign, send, accept, return, list."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from desktop.cli.session import opened, pairs
from desktop.domain.codes import code_of
from desktop.domain.monthly_report import ACCEPTED, MONTHLY_REPORT, RETURNED, SENT, SIGNED
from desktop.domain.persian.calendar import read_month
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services import report_life
from desktop.services.access import require_reader
from desktop.services.records import step_record
from desktop.services.report_snapshot import verify
from desktop.services.report_views import month_states, report_json
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from desktop.system.terminal import emit


def report(words: Namespace) -> int:
    """The report of a month, from its draft to the province's answer."""
    with opened(words) as office:
        require_reader(office.actor.role, MONTHLY_REPORT)
        if words.act == "list":
            return _list(office)
        if words.act == "show":
            return _show(office, words)
        with office.write() as work:
            done = _DEEDS[words.act](work, words)
        told = {name: done[name] for name in ("id", "version", "status", "content_hash")}
        emit({"ok": True, "month": done["jmonth"], **told})
    return 0


def _list(office: OfficeFile) -> int:
    with office.read() as rows:
        for state in month_states(rows, 0):
            for row in state.versions:
                emit({"month": row["jmonth"], **{name: row[name] for name in ("id", "version", "status", "status_on")}})
    return 0


def _show(office: OfficeFile, words: Namespace) -> int:
    month = _month(words)
    with office.read() as rows:
        found = report_life.report_of(rows, month, words.version)
        if found is None and words.version is not None:
            raise RefusedError.of("version", "no_such_report")
        if words.verify:
            return _verify(rows, found)
        emit(report_json(rows, found, month))
    return 0


def _verify(rows: Rows, found: Row | None) -> int:
    """One line for each proof, as `check` does; 0 only for a report that still says what was signed."""
    if found is None or found["content_hash"] is None:
        raise RefusedError.of("month", "not_signed")
    proofs = verify(rows, found)
    for proof in proofs:
        emit({"check": proof.check, "ok": proof.ok})
    whole = all(proof.ok for proof in proofs)
    emit({"ok": whole, "id": found["id"], "version": found["version"], "content_hash": found["content_hash"]})
    return 0 if whole else 1


def _make(work: UnitOfWork, words: Namespace) -> Row:
    return report_life.make_report(work, _month(words))


def _text(work: UnitOfWork, words: Namespace) -> Row:
    section = _code("report_text", words.section, "section")
    return report_life.write_text(work, _make(work, words)["id"], section, _words_of(words))


def _note(work: UnitOfWork, words: Namespace) -> Row:
    return report_life.write_note(work, _make(work, words)["id"], words.code, _words_of(words))


def _words_of(words: Namespace) -> str:
    """The text after `--text`, or all of standard input."""
    return words.text if words.text is not None else sys.stdin.read()


def _sign(work: UnitOfWork, words: Namespace) -> Row:
    """A month without a draft gets one by the way."""
    return step_record(work, "monthly_report", _make(work, words)["id"], SIGNED, {})


def _send(work: UnitOfWork, words: Namespace) -> Row:
    return _step(work, words, SENT, {"sent_via": words.via})


def _accept(work: UnitOfWork, words: Namespace) -> Row:
    return _step(work, words, ACCEPTED, {"decision_no": words.no})


def _return(work: UnitOfWork, words: Namespace) -> Row:
    by_section = [
        {"section": _code("report_part", section, "return_reasons"), "reason": reason}
        for section, reason in pairs(words.section).items()
    ]
    given = {"return_reason": words.reason, "return_reasons": by_section, "decision_no": words.no}
    return _step(work, words, RETURNED, given)


def _step(work: UnitOfWork, words: Namespace, target: str, given: dict[str, Any]) -> Row:
    told = {name: value for name, value in given.items() if value}
    found = report_life.report_of(work, _month(words))
    if found is None:
        raise RefusedError.of("month", "no_such_report")
    return step_record(work, "monthly_report", found["id"], target, told)


def _month(words: Namespace) -> str:
    try:
        return read_month(words.month)
    except Refusal as refusal:
        raise RefusedError.of("month", refusal.code, **refusal.facts) from refusal


def _code(codes: str, given: str, field: str) -> str:
    try:
        return code_of(codes, given)
    except Refusal as refusal:
        raise RefusedError.of(field, refusal.code, **refusal.facts) from refusal


_DEEDS: dict[str, Callable[[UnitOfWork, Namespace], Row]] = {
    "make": _make,
    "text": _text,
    "note": _note,
    "sign": _sign,
    "send": _send,
    "accept": _accept,
    "return": _return,
}
