"""Deeds of a working day on a real office, each told to whoever listens once the office has acknowledged it.

What was told must be there whatever happens next; what was not is wholly there or wholly absent. `proven` looks.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from desktop.domain.problems import UnavailableError
from desktop.domain.record import Row
from desktop.services.merging import merge
from desktop.services.records import change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.report_life import make_report
from desktop.services.spreadsheets.importing import import_file
from desktop.store.backup import ENDING, Source, verify_backup, write_backup
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import PASSWORD, USER, add_need, add_person, make_office, neighborhood, person_values
from tests.fakes import FakeClock

FIRST_MONTH = 1398 * 12  # months of reports are signed one after the other from here on
SHEET_ROWS = 12
_MEMBERS = (("head", "1350"), ("child", "1376"), ("child", "1379"))
BEGUN = datetime(2025, 9, 24, 6, 30, tzinfo=UTC)


class Told(NamedTuple):
    """An acknowledged deed and what it promises."""

    deed: str
    fact: dict[str, Any]

    def line(self) -> bytes:
        return json.dumps([self.deed, self.fact], ensure_ascii=False).encode() + b"\n"


Tell = Callable[[Told], None]
Deed = Callable[[OfficeFile, Random], Told]


def begin(folder: Path) -> None:
    """An office with a family, where the day's work starts."""
    office = make_office(folder, FakeClock(BEGUN))
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1398/02/03"}
        register_household(work, home, [person_values()])
    office.close()


def work_on(folder: Path, seed: int, tell: Tell, deeds: int = 10_000, kinds: Iterable[str] = ()) -> None:
    """Open the office and work. What the environment denies is told too, and the next deed is tried."""
    chance, names = Random(seed), list(kinds) or list(DEEDS)
    office = open_office(OfficeFolder(folder), USER, PASSWORD, clock=FakeClock(BEGUN))
    tell(Told("open", {}))
    try:
        for _ in range(deeds):
            name = chance.choice(names)
            try:
                tell(DEEDS[name](office, chance))
            except UnavailableError as error:
                tell(Told("denied", {"deed": name, "code": error.problem.code}))
    finally:
        office.close()
    tell(Told("close", {}))


def proven(folder: Path, told: Collection[Told]) -> list[str]:
    """What does not hold of the promises, and what `check` finds; nothing where all is well."""
    try:
        office = open_office(OfficeFolder(folder), USER, PASSWORD, clock=FakeClock(BEGUN))
        try:
            return _findings(office, told)
        finally:
            office.close()
    except UnavailableError as error:
        return [f"unreadable: {error.problem.code}"]


def _findings(office: OfficeFile, told: Collection[Told]) -> list[str]:
    faults = [f"check: {result.check} {result.detail}" for result in check_office(office) if not result.ok]
    with office.connection() as connection:
        for one in told:
            query = PROMISES.get(one.deed)
            if query and connection.exec_driver_sql(query, one.fact).scalar() != 1:
                faults.append(f"lost: {one.deed} {one.fact}")
        faults += [f"half: {found}" for query in HALVES for found in connection.exec_driver_sql(query).all()]
    faults += _half_backups(office, [one.fact["path"] for one in told if one.deed == "backup"])
    return faults


def _half_backups(office: OfficeFile, told: Iterable[str]) -> list[str]:
    """A backup has its name only when it is whole."""
    faults = [f"lost: {name}" for name in told if not (office.folder.backups / name).exists()]
    for path in sorted(office.folder.backups.glob(f"*{ENDING}")):
        try:
            verify_backup(path, office.data_key, office.folder.path)
        except UnavailableError as error:
            faults.append(f"half: {path.name} {error.problem.code}")
    return faults


def _put(office: OfficeFile, chance: Random) -> Told:
    with office.write() as work:
        name = f"تنها {_word(chance)}"
        row = add_person(work, first_name=name, birth_date=str(chance.randint(1320, 1390)))
    return Told("put", {"id": row["id"], "first_name": name})


def _family(office: OfficeFile, chance: Random) -> Told:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 7}
        members = [
            person_values(last_name=_word(chance), relation_to_head=who, birth_date=born) for who, born in _MEMBERS
        ]
        made = register_household(work, home, members)
    return Told("family", {"id": made.household["id"], "members": 3})


def _change(office: OfficeFile, chance: Random) -> Told:
    with office.write() as work:
        row, word = _someone(work, chance), _word(chance)
        change_record(work, "person", row["id"], {"father_name": word})
    return Told("change", {"id": row["id"], "father_name": word})


def _need(office: OfficeFile, chance: Random) -> Told:
    with office.write() as work:
        row = add_need(work, _someone(work, chance), subject=f"نیاز {_word(chance)}")
        if chance.random() < 0.3:
            delete_record(work, "need", row["id"])
            return Told("need_deleted", {"id": row["id"]})
    return Told("need", {"id": row["id"]})


def _import(office: OfficeFile, chance: Random) -> Told:
    word, path = _word(chance), office.folder.path.parent / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["نام", "نام خانوادگی", "نام پدر", "جنسیت", "سال تولد", "محله"])
        for number in range(SHEET_ROWS):
            born = 1330 + number
            sheet.writerow([f"ردیف {_word(chance)}", f"برگه {word}", _word(chance), "زن", born, "گلستان‌آباد"])
    import_file(office, "person", path)
    return Told("import", {"last_name": f"برگه {word}"})


def _merge(office: OfficeFile, chance: Random) -> Told:
    with office.write() as work:
        keep, gone = add_person(work, first_name=_word(chance)), add_person(work, first_name=_word(chance))
        record = merge(work, keep["id"], gone["id"], {})
    return Told("merge", {"id": record["id"], "gone": gone["id"]})


def _sign(office: OfficeFile, _chance: Random) -> Told:
    with office.write() as work:
        months = [row["jmonth"] for row in work.find("monthly_report")]
        nth = FIRST_MONTH + len(months)
        report = make_report(work, f"{nth // 12}-{nth % 12 + 1:02d}")
        step_record(work, "monthly_report", report["id"], "signed", {})
    return Told("sign", {"id": report["id"]})


def _back_up(office: OfficeFile, chance: Random) -> Told:
    target = office.folder.backups / f"day-{_word(chance)}{ENDING}"
    target.parent.mkdir(exist_ok=True)
    write_backup(Source(office.folder.path, office.data_key), target, "asked", BEGUN)
    return Told("backup", {"path": target.name})


DEEDS: dict[str, Deed] = {
    "put": _put,
    "family": _family,
    "change": _change,
    "need": _need,
    "import": _import,
    "merge": _merge,
    "sign": _sign,
    "backup": _back_up,
}

# What one question must answer with 1. A change that a later one replaced, or a file that was merged, promises no more.
PROMISES = {
    "put": "SELECT count(*) FROM person WHERE id = :id AND first_name = :first_name",
    "family": "SELECT count(*) = :members FROM person WHERE household_id = :id",
    "need": "SELECT count(*) FROM need WHERE id = :id AND deleted_at IS NULL",
    "need_deleted": "SELECT count(*) FROM need WHERE id = :id AND deleted_at IS NOT NULL",
    "change": "SELECT count(*) > 0 FROM change_log WHERE record_id = :id AND fields LIKE '%' || :father_name || '%'",
    "import": f"SELECT count(*) = {SHEET_ROWS} FROM person WHERE last_name = :last_name",
    "merge": "SELECT count(*) FROM merge_record WHERE id = :id AND merged_id = :gone",
    "sign": "SELECT count(*) FROM monthly_report WHERE id = :id AND status = 'signed' AND snapshot_json IS NOT NULL",
}
# What no moment may leave behind: rows of a sheet without the others, a family without its members.
_MEMBERS_OF = "SELECT count(*) FROM person WHERE household_id = household.id"
_SHEETS = "SELECT last_name, count(*) FROM person WHERE last_name LIKE 'برگه %' GROUP BY last_name"
HALVES = (
    f"{_SHEETS} HAVING count(*) <> {SHEET_ROWS}",
    f"SELECT id FROM household WHERE declared_size = 7 AND ({_MEMBERS_OF}) <> 3",
)


def _someone(work: UnitOfWork, chance: Random) -> Row:
    people = work.find("person", status="active")
    return people[chance.randrange(len(people))]


def _word(chance: Random) -> str:
    return "".join(chance.choices("ابپتجدرزسشفقکگلمنوهی", k=9))


def main() -> int:
    """A day for a machine that watches from outside: `python -m tests.faults.day FOLDER SEED DEEDS [KIND…]`.

    Told lines leave by `writev`, which neither SQLite nor Python's files use: what is denied to those is not to it.
    """
    folder, seed, deeds, *kinds = sys.argv[1:]

    def tell(told: Told) -> None:
        os.writev(1, [told.line()])

    try:
        work_on(Path(folder), int(seed), tell, int(deeds), kinds)
    except UnavailableError as error:
        tell(Told("denied", {"deed": "the day", "code": error.problem.code}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
