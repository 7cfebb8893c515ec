"""Numbers that people carry on their cards and that come back in a sheet: kept where they can be nobody else's."""

from __future__ import annotations

from desktop.domain.persian.identifiers import read_resident_no
from desktop.domain.problems import Refusal
from desktop.services.spreadsheets.grouping import NUMBER
from desktop.services.spreadsheets.known import KnownPeople
from desktop.services.spreadsheets.table import Table
from desktop.store.unit_of_work import UnitOfWork, count_in_block


def keep_numbers(work: UnitOfWork, table: Table, known: KnownPeople) -> None:
    """Find the numbers of the sheet that this laptop gave and that are free, and never give them again.

    A household keeps its number only with its head: numbers that another office counted mean nothing here.
    """
    numbers = {number for number in table.values.get("resident_no", ()) if number} - known.by_number.keys()
    if not numbers:
        return
    known.kept = _free(work, "person", {n: _sequence(work, n) for n in numbers})
    homes = {str(number) for number in table.values.get(NUMBER, ()) if number}
    known.kept_homes = _free(work, "household", {n: int(n) if n.isdigit() and n.isascii() else None for n in homes})


def _sequence(work: UnitOfWork, number: str) -> int | None:
    try:
        read = read_resident_no(number)
    except Refusal:
        return None
    code = work.identity.office_code
    return int(read[len(code) : -1]) if read.startswith(code) and read == number else None


def _free(work: UnitOfWork, kind: str, sequences: dict[str, int | None]) -> set[str]:
    counts = {
        number: count
        for number, sequence in sequences.items()
        if sequence is not None and (count := count_in_block(work.identity.block, sequence)) is not None
    }
    if not counts:
        return set()
    field = {"person": "resident_no", "household": "household_no"}[kind]
    taken = set(work.connection.exec_driver_sql(f"SELECT {field} FROM {kind}").scalars())  # noqa: S608  our own names
    free = counts.keys() - taken
    if free:
        work.never_give(kind, max(counts[number] for number in free))
    return set(free)
