"""Two laptops of an office and what they write: people with eighteen filled fields, as in the sketch of the sync."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import zstandard

from desktop.domain.clock import now
from desktop.store.engine import connect
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import new_id
from tests.bench._town import drawn_town, values_of, whole
from tests.sync.laptops import first_laptop, introduce, next_laptop

FIELDS = (
    "household_id", "relation_to_head", "first_name", "last_name", "father_name", "sex", "birth_date",
    "birth_precision", "nationality_group", "marital_status", "education_level", "activity_status",
    "occupation_text", "insurance_type", "mobile", "mobile_owner", "status", "consent_state",
)  # fmt: skip
_PORTION = 5_000
_WORK = ("کارگر ساختمان", "خیاط خانگی", "دست‌فروش بازارچه", "رانندهٔ وانت", "بیکار", "دانش‌آموز", "خانه‌دار", "بنّا")
_OWNERS = ("خودش", "همسر", "برادر بزرگ‌تر", "همسایهٔ روبه‌رو")
_CODES = {
    "nationality_group": ("iranian", "afghan"), "marital_status": ("single", "married", "widowed"),
    "education_level": ("illiterate", "primary", "diploma"), "activity_status": ("employed", "student", "homemaker"),
    "insurance_type": ("none", "social_security"),
}  # fmt: skip


def two_laptops(folder: Path) -> tuple[OfficeFile, OfficeFile]:
    first = first_laptop(folder / "a", now)
    second = next_laptop(first, folder / "b", now, 1)
    introduce(first, second)
    return first, second


def settle(office: OfficeFile, size: int, seed: int = 1404) -> None:
    """Register so many people, each commit some thousands, as an import does."""
    people, random = drawn_town(size, seed)
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        home = whole("household", {"id": new_id(), "neighborhood_id": place, "declared_size": 1})
        work.add_many("household", [home])
    for start in range(0, size, _PORTION):
        rows = [
            whole("person", {**values_of(human), **_more(random), "id": new_id(), "household_id": home["id"]})
            for human in people[start : start + _PORTION]
        ]
        with office.write() as work:
            work.add_many("person", rows)


def _more(random: Random) -> dict[str, Any]:
    codes = {name: random.choice(among) for name, among in _CODES.items()}
    return {**codes, "occupation_text": random.choice(_WORK), "mobile_owner": random.choice(_OWNERS)}


def edit(office: OfficeFile, size: int, turn: int) -> None:
    """Two fields of so many people are changed, each person by an operation of its own."""
    with office.write() as work:
        work.connection.exec_driver_sql(
            "UPDATE person SET father_name = 'غلامرضا' || substr('ابپتثجچ', (row + ?1) % 7 + 1, 1), "
            "mobile = printf('09%09d', row * 7919 + ?1) WHERE row IN (SELECT row FROM person ORDER BY row LIMIT ?2)",
            (turn, size),
        )


class Floor:
    """The bare minimum: read from one encrypted file, JSON lines, zstd 3, written into another at one go."""

    def __init__(self, office: OfficeFile, folder: Path) -> None:
        self._source = connect(office.folder.database, office.data_key)
        self._folder, self._key, self._turn = folder, office.data_key, 0
        self.size = 0  # bytes on the way

    def carry(self, most: int) -> None:
        names = ", ".join(("id", *FIELDS))
        rows = self._source.execute(f"SELECT {names} FROM person ORDER BY row LIMIT ?", (most,)).fetchall()
        lines = "\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        packed = zstandard.ZstdCompressor(level=3).compress(lines.encode())
        self.size = len(packed)
        self._turn += 1
        raw = connect(self._folder / f"floor-{self._turn}.db", self._key, make=True)
        raw.execute(f"CREATE TABLE person ({names}, PRIMARY KEY (id))")
        told = zstandard.ZstdDecompressor().decompress(packed).decode().split("\n")
        raw.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * (len(FIELDS) + 1))
        raw.executemany(f"INSERT OR REPLACE INTO person VALUES ({marks})", map(json.loads, told))
        raw.execute("COMMIT")
        raw.close()

    def close(self) -> None:
        self._source.close()


def processor_seconds(action: Callable[[], object]) -> float:
    """What both ends took of the processor: they run in this process, and a busy machine does not lengthen it."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def in_files(segments: Iterable[bytes], folder: Path) -> None:
    folder.mkdir()
    for n, segment in enumerate(segments):
        (folder / f"{n:06}").write_bytes(segment)


def of_files(folder: Path) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(folder.iterdir()))


def middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
