"""The words about monthly reports: report list, accept, return."""

from __future__ import annotations

from argparse import Namespace

from desktop.domain.codes import code_of
from desktop.domain.persian.calendar import read_month
from desktop.domain.problems import Refusal, RefusedError
from desktop.system.terminal import emit
from province.cli.opening import now, opened, signed_in
from province.reports import DECISIONS, Decision, decide, reports
from province.setup import Province
from province.store.offices import office_by, offices

_TOLD = ("id", "jmonth", "version", "status", "status_on", "signed_at", "sent_at", "decision_at", "decision_by")


def report(words: Namespace) -> int:
    with opened(words) as province:
        return _list(province, words) if words.act == "list" else _decide(province, words)


def _list(province: Province, words: Namespace) -> int:
    with province.database.reading() as connection:
        office = office_by(connection, words.office) if words.office else None
        codes = {one.id: one.code for one in offices(connection)}
        month = _month(words.month) if words.month else ""
        for row in reports(connection, office, month, words.status or ""):
            emit({"office": codes[row["office_id"]], **{name: row[name] for name in _TOLD}})
    return 0


def _decide(province: Province, words: Namespace) -> int:
    by = signed_in(province, words.user)
    given: dict[str, object] = {"decision_no": words.no}
    if words.act == "return":
        given |= {"return_reason": words.reason, "return_reasons": [_ground(pair) for pair in words.section]}
    with province.database.reading() as connection:
        office = office_by(connection, words.office)
    with province.database.writing() as connection:
        decision = Decision(office, _month(words.month), DECISIONS[words.act], given, by)
        decided = decide(connection, province, decision, now())
    emit({"office": office.code, **{name: decided[name] for name in _TOLD}})
    return 0


def _ground(pair: str) -> dict[str, str]:
    section, _, reason = pair.partition("=")
    try:
        return {"section": code_of("report_part", section), "reason": reason}
    except Refusal as refusal:
        raise RefusedError.of("return_reasons", refusal.code, **refusal.facts) from refusal


def _month(given: str) -> str:
    try:
        return read_month(given)
    except Refusal as refusal:
        raise RefusedError.of("month", refusal.code, **refusal.facts) from refusal
