"""100,000 people from a workbook, validated, logged and searchable, against calamine and bare inserts of the same rows.

The floor reads the sheet with calamine and puts the very rows that the import wrote into an office like it, with one
`executemany` a table, all triggers on, in one durable transaction. Both run in processes of their own, in turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench._people_sheet import write_sheet
from tests.bench.figure import Figure

PEOPLE = int(os.environ.get("TASHILGAR_BENCH_PEOPLE", "100000"))
ROUNDS = 2
MOST_MEGABYTES, LONGEST_GAP = 350.0, 100.0  # what issue 3 expects
_ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sheet(folder / "people.xlsx", PEOPLE)
        sheet, base = folder / "people.xlsx", folder / "base"
        _in_process("base", base)
        ours, floor = [], []
        for turn in range(ROUNDS):
            written = folder / f"ours-{turn}"
            ours.append(_in_process("ours", sheet, base, written))
            floor.append(_in_process("floor", sheet, base, folder / f"floor-{turn}", written))
        window = _in_process("window", sheet, base, folder / "window")
    best_ours, best_floor = min(o["seconds"] for o in ours), min(f["seconds"] for f in floor)
    return [
        Figure("import 100000 persons", 1000 * best_ours, 1000 * best_floor, "ms", PEOPLE),
        Figure("import processor time", min(o["cpu"] for o in ours), min(f["cpu"] for f in floor), "s", PEOPLE),
        Figure("import peak memory", max(o["megabytes"] for o in ours), MOST_MEGABYTES, "MB", PEOPLE),
        Figure("import window gap", window["gap"], LONGEST_GAP, "ms", PEOPLE),
    ]


def _in_process(what: str, *paths: Path) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.bench._importing", what, *map(str, paths)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
