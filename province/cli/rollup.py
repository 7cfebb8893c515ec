"""The words about the province's sums: rollup, print."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import today_in_iran
from desktop.domain.persian.calendar import read_month
from desktop.domain.problems import Refusal, RefusedError, UnavailableError
from desktop.system.terminal import emit
from province.cli.opening import now, opened
from province.rollup.make import make_rollup
from province.rollup.tables import LineKind, Rollup, told_json
from province.setup import Province

PAPERS: Mapping[str, str] = {
    "rollup": "گزارش تجمیعی استان",
    "support": "پیشنهاد حمایت فروردین از طرح‌های سمن",
    "agency_letter": "نامه به یک دستگاه با جدول نیازهای برآورده‌نشده",
}


def rollup(words: Namespace) -> int:
    """Told as JSON; with `--pdf` and `--file` also written as a paper and a table."""
    with opened(words) as province, province.database.reading() as connection:
        made = _made(connection, province, words.month)
    emit(told_json(made) | {"indicators": _indicators(made)})
    if words.pdf:
        from province.rollup.paper import build

        _write(words.pdf, build(made))
    if words.file:
        from province.rollup.export import exported

        _write(words.file, exported(made, Path(words.file).suffix))
    return 0


def print_paper(words: Namespace) -> int:
    """A paper of the province as a PDF."""
    if words.list:
        for name, title in PAPERS.items():
            emit({"name": name, "title": title})
        return 0
    missing = [name for name in ("name", "month", "out") if not getattr(words, name)]
    if missing:
        raise RefusedError.of(missing[0], "required")
    with opened(words) as province, province.database.reading() as connection:
        made = _made(connection, province, words.month)
        pdf = _PRINTERS[words.name](connection, made, words)
    _write(words.out, pdf)
    emit({"file": words.out, "name": words.name, "month": made.month})
    return 0


def _made(connection: Connection, province: Province, month: str) -> Rollup:
    return make_rollup(connection, _month(month), province.server.title, today_in_iran(now()))


def _rollup_paper(_connection: Connection, made: Rollup, _words: Namespace) -> bytes:
    from province.rollup.paper import build

    return build(made)


def _support_paper(_connection: Connection, made: Rollup, _words: Namespace) -> bytes:
    from province.rollup.letter_paper import build_support

    return build_support(made)


def _agency_letter(connection: Connection, made: Rollup, words: Namespace) -> bytes:
    from province.rollup.agency_letters import agency_letter
    from province.rollup.letter_paper import build_letter

    if not words.agency:
        raise RefusedError.of("agency", "required")
    return build_letter(agency_letter(connection, made, words.agency, made.made_on))


_PRINTERS: Mapping[str, Callable[[Connection, Rollup, Namespace], bytes]] = {
    "rollup": _rollup_paper,
    "support": _support_paper,
    "agency_letter": _agency_letter,
}


def _indicators(made: Rollup) -> dict[str, dict[str, Any]]:
    """The province's own line, as the word «indicators» of an office tells its month."""
    tables = made.section("headline").tables
    total = next((line for line in tables[0].lines if line.kind is LineKind.TOTAL), None) if tables else None
    if total is None:
        return {}
    return {
        column.name: {**value.more, "value": value.number, "told": value.text, "suppressed": value.number is None}
        for column, value in zip(tables[0].columns[1:], total.values[1:], strict=True)
    }


def _month(given: str) -> str:
    try:
        return read_month(given)
    except Refusal as refusal:
        raise RefusedError.of("month", refusal.code, **refusal.facts) from refusal


def _write(path: str, content: bytes) -> None:
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise UnavailableError("cannot_write_file") from error
