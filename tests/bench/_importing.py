"""One turn of the figure `import`, in a process of its own: `ours`, `floor`, or `window` (how long a window waits)."""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.services.accounts import found_office
from desktop.services.spreadsheets.importing import import_file
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.bench._people_sheet import PLACES

_OFFICE = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": list(PLACES)}
_TABLES = {
    "household": "row",
    "person": "row",
    "person_identifier": "row",
    "search_entry": "entry",
    "match_key": "key",
}  # and what tells the rows of a table apart
_COST = Cost(8192, 1, 1)


def base(folder: Path) -> None:
    """The office as it is before the import; every turn works on a copy."""
    found_office(OfficeFolder(folder), _OFFICE, "hamid", "password1", cost=_COST)[0].close()
    _tell(made=1)


def ours(sheet: Path, base: Path, folder: Path) -> None:
    """The import as the command line does it."""
    office = _copied(base, folder)
    begin, used = time.perf_counter(), time.process_time()
    outcome = import_file(office, "person", sheet)
    seconds, cpu = time.perf_counter() - begin, time.process_time() - used
    assert (outcome.added, outcome.refused) == (outcome.rows, 0), outcome
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    office.close()
    _tell(seconds=seconds, cpu=cpu, megabytes=megabytes)


def floor(sheet: Path, base: Path, folder: Path, source: Path) -> None:
    """Calamine's rows, then the records that the import wrote, with bare statements and all triggers."""
    from python_calamine import CalamineWorkbook

    written = open_office(OfficeFolder(source), "hamid", "password1")
    copied = connect(written.folder.database, written.data_key)
    office = _copied(base, folder)
    raw = connect(office.folder.database, office.data_key)
    rows: dict[str, list[Any]] = {}
    for table, key in _TABLES.items():
        have = {row[0] for row in raw.execute(f"SELECT {key} FROM {table}")}
        place = [column[1] for column in copied.execute(f"PRAGMA table_info({table})")].index(key)
        rows[table] = [row for row in copied.execute(f"SELECT * FROM {table} ORDER BY {key}") if row[place] not in have]
    copied.close()
    written.close()
    begin, used = time.perf_counter(), time.process_time()
    count = sum(1 for _ in CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).iter_rows())
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE write_context SET open = 1")
    for table, many in rows.items():
        raw.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(many[0]))})", many)
    raw.execute("UPDATE write_context SET open = 0")
    raw.execute("COMMIT")
    seconds, cpu = time.perf_counter() - begin, time.process_time() - used
    assert count > 1
    raw.close()
    office.close()
    _tell(seconds=seconds, cpu=cpu)


def _copied(base: Path, folder: Path) -> OfficeFile:
    shutil.copytree(base, folder)
    return open_office(OfficeFolder(folder), "hamid", "password1")


def window(sheet: Path, base: Path, folder: Path) -> None:
    """The longest time for which a window's timer was not served while the import ran beside it."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from desktop.ui.operations import Operations, Progress
    from tests.ui.conftest import FixedAsker

    app = QCoreApplication(sys.argv[:1])
    office = _copied(base, folder)
    operations = Operations(FixedAsker(), lambda: None)
    last, longest = [time.perf_counter()], [0.0]

    def tick() -> None:
        now = time.perf_counter()
        longest[0] = max(longest[0], now - last[0])
        last[0] = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()

    def work(progress: Progress) -> object:
        return import_file(office, "person", sheet, progress)

    operations.run(work, lambda _outcome: app.quit())
    last[0] = time.perf_counter()
    app.exec()
    office.close()
    _tell(gap=1000 * longest[0])


def _tell(**found: float) -> None:
    print(json.dumps(found))


if __name__ == "__main__":
    turns: dict[str, Callable[..., None]] = {"base": base, "ours": ours, "floor": floor, "window": window}
    turns[sys.argv[1]](*map(Path, sys.argv[2:]))
