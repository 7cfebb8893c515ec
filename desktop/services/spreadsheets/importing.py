"""A file of any spreadsheet program becomes records, all of it in one commit or none of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.domain.persian.digits import grouped
from desktop.domain.problems import Problem, RefusedError
from desktop.services.access import require_reader, require_writer
from desktop.services.spreadsheets import refused
from desktop.services.spreadsheets.book import Book, Patience, Watch
from desktop.services.spreadsheets.columns import columns_of, sheet_kind
from desktop.services.spreadsheets.grouping import grouped_by
from desktop.services.spreadsheets.links import Links
from desktop.services.spreadsheets.matching import (
    FULL_NAME,
    Match,
    best_match,
    header_key,
    match_sheet,
    remember,
    remembered,
)
from desktop.services.spreadsheets.opening import open_book
from desktop.services.spreadsheets.table import Table, read_table
from desktop.services.spreadsheets.taking import Taken, take_people, take_records
from desktop.store.office_file import OfficeFile

_SHOWN = 50  # refused rows that a review shows
_READ, _TAKEN = 0.3, 0.9  # shares of the whole work


@dataclass(frozen=True)
class RefusedRow:
    """A row that cannot be taken; each reason with the name of its column."""

    number: int
    cells: tuple[str, ...]
    reasons: tuple[tuple[str, Problem], ...]

    @property
    def reason(self) -> str:
        """The reasons in words."""
        return refused.in_words(self.reasons)


@dataclass(frozen=True)
class Outcome:
    """What an import did, or would do."""

    rows: int
    added: int
    changed: int
    doubles: int
    refused: int
    households: int
    grouped_by: str
    sheet: str
    dry_run: bool
    refused_file: Path | None = None
    unknown: tuple[str, ...] = ()
    other_sheets: tuple[str, ...] = ()  # of the same file, with such records that were not read
    notes: Mapping[str, int] = field(default_factory=dict)
    first_refused: tuple[RefusedRow, ...] = ()
    first_doubles: tuple[tuple[int, str | int], ...] = ()  # row, and whom it repeats: a number or a row
    kinds: frozenset[str] = frozenset()  # of records that changed
    tx: str = ""

    def as_json(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            name: getattr(self, name) for name in ("rows", "added", "changed", "doubles", "refused")
        }
        told["refused_file"] = str(self.refused_file) if self.refused_file else None
        told |= {"dry_run": self.dry_run, "sheet": self.sheet, "unknown_columns": list(self.unknown)}
        if self.other_sheets:
            told["other_sheets"] = list(self.other_sheets)
        if self.grouped_by:
            told |= {"households": self.households, "grouped_by": self.grouped_by}
        return told | {name: count for name, count in self.notes.items() if count}


@dataclass(frozen=True)
class Wish:
    """How a file is to be read where the program should not decide for itself."""

    sheet: str = ""
    taken: Mapping[int, str] | None = None


class _RehearsedError(Exception):
    """The rehearsal has come to its end; nothing of it stays."""


def opened_match(
    office: OfficeFile, kind_name: str, path: Path, watch: Watch, wish: Wish | None = None
) -> tuple[Book, Match]:
    """The file's sheet and how its headers are understood: as wished, as once said, or by themselves."""
    wish = wish or Wish()
    kind = sheet_kind(kind_name)
    require_reader(office.actor.role, kind)
    book = open_book(path, watch)
    if wish.sheet:
        if wish.sheet not in book.names:
            raise RefusedError.of("file", "no_sheet")
        match = match_sheet(book.sheet(wish.sheet, watch), kind_name)
        if match is None:
            raise RefusedError.of("file", "no_header")
    else:
        match = best_match(book, kind_name, watch)
    if wish.taken is not None:
        return book, replace(match, taken=dict(wish.taken))
    with office.connection() as connection:
        return book, remembered(connection, kind_name, match)


def import_file(
    office: OfficeFile,
    kind_name: str,
    path: Path,
    watch: Watch | None = None,
    *,
    dry_run: bool = False,
    wish: Wish | None = None,
) -> Outcome:
    """Take a file in. Nothing is written if it is stopped, refused or interrupted; `dry_run` only tells."""
    watch = watch or Patience()
    sheet_kind(kind_name)
    watch.tell(None, "پرونده گشوده می‌شود")
    with _quiet_collector(watch) as quiet:
        return _import(office, kind_name, path, quiet, dry_run=dry_run, wish=wish)


@contextmanager
def _quiet_collector(watch: Watch) -> Iterator[Watch]:
    """What has outlived a portion is not looked through again and again: each look would stop the window."""
    gc.freeze()
    try:
        yield _Quiet(watch)
    finally:
        gc.unfreeze()


@dataclass(frozen=True)
class _Quiet:
    """Whoever watches is told between two portions: whatever lives then stays to the end.

    What is dead by then is swept first: set aside with the rest it would stay to the end as well.
    """

    watch: Watch

    def tell(self, fraction: float | None, detail: str = "") -> None:
        _sweep()
        self.watch.tell(fraction, detail)

    def check(self) -> None:
        _sweep()
        self.watch.check()


def _sweep() -> None:
    gc.collect()
    gc.freeze()


def _import(
    office: OfficeFile, kind_name: str, path: Path, watch: Watch, *, dry_run: bool, wish: Wish | None
) -> Outcome:
    book, match = opened_match(office, kind_name, path, watch, wish)
    book.close()  # the sheet stands by itself; the texts of the whole file need not
    missing = missing_columns(office, kind_name, match)
    with office.read() as rows:
        if missing:
            raise RefusedError(_missing(kind_name, missing, match))
        table = read_table(kind_name, match, Links(rows), _Part(watch, 0.0, _READ))
    match.sheet.let_go()
    try:
        return _take(office, table, path, watch, dry_run=dry_run)
    finally:
        table.let_go()


def _take(office: OfficeFile, table: Table, path: Path, watch: Watch, *, dry_run: bool) -> Outcome:
    outcome: list[Outcome] = []
    kept: list[refused.RefusedFile] = []
    try:
        with office.write() as work:
            require_writer(work, sheet_kind(table.kind))
            take = take_people if table.kind == "person" else take_records
            taken = take(work, table, _Part(watch, _READ, _TAKEN), dry_run=dry_run)
            told = _outcome(table, taken, dry_run=dry_run)
            if dry_run:
                outcome.append(told)
                _end_rehearsal()
            if told.refused:
                kept.append(refused.write_refused(path, table, taken.homes(work), watch))
            remember(work.connection, table.kind, table.match)
            work.audit("import", table.kind, "", _counts(told))
            part = _Part(watch, _TAKEN, 1.0)
            changes = work.finish(lambda done: part.tell(done / 2, "سیاههٔ تغییرها مهر می‌شود"))
            outcome.append(_written(told, changes.kinds, work.tx, kept))
            part.tell(0.5, "ثبت نهایی")
    except _RehearsedError:
        pass
    except BaseException:
        for file in kept:
            file.drop()
        raise
    for file in kept:
        file.keep()
    return outcome[0]


def _end_rehearsal() -> None:
    raise _RehearsedError


def _written(told: Outcome, kinds: frozenset[str], tx: str, kept: list[refused.RefusedFile]) -> Outcome:
    fields = {name: getattr(told, name) for name in Outcome.__dataclass_fields__}
    return Outcome(**{**fields, "kinds": kinds, "tx": tx, "refused_file": kept[0].path if kept else None})


def _outcome(table: Table, taken: Taken, *, dry_run: bool) -> Outcome:
    how = grouped_by(table) if table.kind == "person" else ""
    table.let_go()
    places = sorted(table.problems)[:_SHOWN]
    shown = dict(table.cells_of(set(places)))
    return Outcome(
        rows=len(table),
        added=taken.added,
        changed=taken.changed,
        doubles=taken.doubles.count,
        refused=len(table.problems),
        households=taken.households,
        grouped_by=how,
        sheet=table.match.sheet.name,
        dry_run=dry_run,
        unknown=table.match.unknown,
        other_sheets=table.match.others,
        notes={name: count for name, count in table.notes.items() if count},
        first_refused=tuple(
            RefusedRow(
                table.numbers[p], tuple(map(refused.shown_cell, shown.get(p, ()))), tuple(refused.reasons(table, p))
            )
            for p in places
        ),
        first_doubles=tuple((table.numbers[place], whom) for place, whom in taken.doubles.first),
    )


def _counts(told: Outcome) -> str:
    names = ("rows", "added", "changed", "doubles", "refused")
    return " ".join(f"{name}={getattr(told, name)}" for name in names)


def missing_columns(office: OfficeFile, kind: str, match: Match) -> tuple[str, ...]:
    """Columns without which nothing of this file could be taken."""
    with office.read() as rows:
        links = Links(rows)
        return tuple(name for name in match.missing(kind) if not _can_do_without(name, links))


def _can_do_without(name: str, links: Links) -> bool:
    """Where everybody is alone the relation goes without saying, and so does the only neighbourhood."""
    return name == "relation_to_head" or (name.endswith("neighborhood_id") and links.only("neighborhood") is not None)


def _missing(kind: str, names: Sequence[str], match: Match) -> list[Problem]:
    """Each column that is not there; a name in one piece cannot be parted for certain, so people are asked to."""
    whole = next((header for header in match.headers if header_key(header) in FULL_NAME), None)
    if whole and {"first_name", "last_name"} <= set(names):
        names = [name for name in names if name not in ("first_name", "last_name")]
        return [Problem("first_name", "full_name_column", {"column": whole}), *_missing(kind, names, match)]
    labels = {column.name: column.label for column in columns_of(kind)}
    return [Problem(name, "column_missing", {"column": labels[name]}) for name in names]


@dataclass
class _Part:
    """A stretch of the whole way, for whoever watches."""

    watch: Watch
    begin: float
    end: float

    def tell(self, fraction: float | None, detail: str = "") -> None:
        self.watch.tell(None if fraction is None else self.begin + (self.end - self.begin) * fraction, detail)

    def check(self) -> None:
        self.watch.check()


def told_counts(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """The counts in words, for people."""
    yield "ردیف", grouped(outcome.rows)
    yield "تازه", grouped(outcome.added)
    yield "تغییریافته", grouped(outcome.changed)
    yield "تکراری", grouped(outcome.doubles)
    yield "ردشده", grouped(outcome.refused)
