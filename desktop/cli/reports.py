"""The words about numbers and paper: indicators, print."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.session import opened
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import read_month
from desktop.domain.problems import Refusal, RefusedError
from desktop.services.access import require_reader
from desktop.system.terminal import emit
from desktop.system.words import WordsError


def indicators(words: Namespace) -> int:
    """One JSON object: indicator code to its numbers."""
    from desktop.services.indicators.month import indicators as indicators_of
    from desktop.services.money_told import told_figures

    month = _month(words.month)
    with opened(words) as office:
        require_reader(office.actor.role, KINDS["monthly_report"])
        with office.read() as rows:
            found = indicators_of(rows, month)
        emit({code: indicator.as_json() for code, indicator in told_figures(office.actor.role, found).items()})
    return 0


def print_out(words: Namespace) -> int:
    """Write one printable as a PDF, or name them all."""
    from desktop.services import printing
    from desktop.store.durable import write_durably

    if words.listing:
        for name, title in printing.printables_of_records().items():
            emit({"name": name, "title": title})
        return 0
    if not words.name or not words.out:
        raise WordsError("نام چاپ و ‎--out FILE.pdf را بنویسید؛ نام‌ها: print --list")
    if words.name not in printing.printables_of_records():
        raise RefusedError.of("name", "no_such_printable", given=words.name)
    month = _month(words.month) if words.month else ""
    against = _month(words.against) if words.against else ""
    out = Path(words.out)
    about = {"month": month, "record_id": words.id or "", "copy": words.copy, "against": against}
    with opened(words) as office:
        pdf = printing.print_document(office, words.name, **about)
        write_durably(out, pdf)
    emit({"ok": True, "file": str(out), "bytes": len(pdf)})
    return 0


def _month(given: str) -> str:
    try:
        return read_month(given)
    except Refusal as refusal:
        raise RefusedError.of("month", refusal.code, **refusal.facts) from refusal
