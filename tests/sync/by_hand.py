"""Three laptops and a province, driven by the words of the command line alone: `python -m tests.sync.by_hand SEED N`.

Each step is a word that somebody says at one of the laptops, a stick that is carried, or a contact by network, in
random order. In the end all meet, and every record of every kind that a word lists must be the same on all three.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest

from province.joining import invite
from province.store.offices import Office, add_office
from tests.cli.running import Said, tashilgar_here
from tests.faults.sync_kills import Scene, answer, ended, founded_province
from tests.schema import SchemaOnce
from tests.sync.laptops import FOUNDING

NAMES = ("a", "b", "c")
PASSWORDS = {name: f"گذرواژه-رایانه-{name}" for name in NAMES}
FIRST = ("مریم", "زهرا", "فاطمه", "حسین", "رضا", "احمد")
LAST = ("احمدی", "بلوچ", "نارویی", "ریگی")
LISTED = (
    "household", "person", "person_identifier", "consent", "organization", "need", "neighborhood", "attachment",
    "staff_member", "user_account",
)  # fmt: skip


class Word(NamedTuple):
    """What was said at which laptop, and what it answered."""

    laptop: str
    words: tuple[str, ...]
    said: Said


class Office3:
    """The three laptops, and all that was said at them."""

    def __init__(self, place: Path, scene: Scene, random: Random) -> None:
        self.place, self.scene, self.random = place, scene, random
        self.history: list[Word] = []

    def say(self, laptop: str, *words: str, stdin: str = "") -> Said:
        said = tashilgar_here(self.place / laptop, *words, user="hamid", password=PASSWORDS[laptop], stdin=stdin)
        self.history.append(Word(laptop, words, said))
        return said

    def put(self, laptop: str, kind: str, **told: Any) -> str:
        said = self.say(laptop, "put", kind, stdin=json.dumps(told, ensure_ascii=False) + "\n")
        return str(said.lines[0].get("id", "")) if said.code == 0 else ""

    def ids(self, laptop: str, kind: str) -> list[str]:
        return [line["id"] for line in self.say(laptop, "list", kind).lines if "id" in line]

    # ------------------------------------------------------------------------------- what people do

    def register(self, laptop: str) -> None:
        place = self.random.choice(self.ids(laptop, "neighborhood"))
        home = self.put(laptop, "household", neighborhood_id=place, declared_size=2, registered_on="1404/06/12")
        first, last = self.random.choice(FIRST), self.random.choice(LAST)
        self.put(
            laptop, "person", household_id=home, first_name=first, last_name=last, father_name="علی",
            relation_to_head="head", sex=self.random.choice(("male", "female")), birth_date="1360",
        )  # fmt: skip

    def change(self, laptop: str) -> None:
        kind, name, values = self.random.choice((
            ("person", "last_name", LAST), ("person", "education_level", ("primary", "illiterate")),
            ("household", "location_hint", ("کنار مسجد", "روبه‌روی مدرسه")),
            ("organization", "note", ("نوبت صبح", "پنجشنبه بسته است")),
        ))  # fmt: skip
        ids = self.ids(laptop, kind)
        if ids:
            self.put(laptop, kind, id=self.random.choice(ids), **{name: self.random.choice(values)})

    def merge(self, laptop: str) -> None:
        ids = self.ids(laptop, "person")
        if len(ids) > 1:
            self.say(laptop, "merge", *self.random.sample(ids, 2))

    def erase(self, laptop: str) -> None:
        ids = self.ids(laptop, "person")
        if len(ids) > 2:
            self.say(laptop, "erase", self.random.choice(ids), "--reason", "درخواست خودش")

    def consent(self, laptop: str) -> None:
        ids = self.ids(laptop, "person")
        if ids:
            act = self.random.choice(("give", "give", "withdraw"))
            more = ("--method", "signature") if act == "give" else ()
            self.say(laptop, "consent", act, self.random.choice(ids), "sync_to_province", *more)

    # ------------------------------------------------------------------------------------- how they meet

    def wire(self, laptop: str) -> None:
        self.say(laptop, "sync", "--server", self.scene.url)

    def stick(self, laptop: str) -> None:
        path = self.place / f"{len(self.history)}.tashil"
        self.say(laptop, "courier", "write", str(path))
        for other in self.random.sample(NAMES, 2):
            if other != laptop and path.exists():
                self.say(other, "courier", "read", str(path))

    def kinds(self) -> Iterator[str]:
        """Where the laptops tell different records."""
        for kind in LISTED:
            told = [{line["id"]: line for line in self.say(name, "list", kind).lines if "id" in line} for name in NAMES]
            for one in sorted({*told[0], *told[1], *told[2]}):
                lines = [{k: v for k, v in found.get(one, {}).items() if k != "row"} for found in told]
                if lines.count(lines[0]) != len(lines):
                    names = sorted({k for line in lines for k in line if len({str(x.get(k)) for x in lines}) > 1})
                    yield f"{kind} {one}: " + "; ".join(f"{n}={[line.get(n) for line in lines]}" for n in names)


DEEDS: tuple[Callable[[Office3, str], None], ...] = (
    Office3.register, Office3.register, Office3.change, Office3.change, Office3.change, Office3.merge, Office3.erase,
    Office3.consent, Office3.wire, Office3.wire, Office3.stick,
)  # fmt: skip


@contextmanager
def founded(place: Path, random: Random) -> Iterator[Office3]:
    scene = founded_province(place, "")
    office = Office3(place, scene, random)
    told = json.dumps(FOUNDING, ensure_ascii=False)
    said = office.say("a", "init", "--office", "-", stdin=told)
    assert said.code == 0, said.err
    with scene.laptop("a", PASSWORDS["a"]) as first, scene.province() as province:
        known = Office(first.identity.office_id, first.identity.office_code, "دفتر")
        with province.database.writing() as connection:
            at = datetime.now(UTC)
            add_office(connection, known, at)
            card, code = invite(connection, province, known, at, timedelta(days=1))
    (place / "office.card").write_bytes(card)
    assert office.say("a", "province", "join", str(place / "office.card"), "--code", code).code == 0
    for name in NAMES[1:]:
        invited = office.say("a", "device", "invite", "--name", f"رایانهٔ {name}", "--out", str(place / f"{name}.inv"))
        joined = office.say(name, "device", "join", str(place / f"{name}.inv"), "--code", invited.line["code"])
        assert joined.code == 0, joined.err
    answer(scene)
    try:
        for name in (*NAMES, *NAMES):
            office.wire(name)
        yield office
    finally:
        ended(scene.server, 0.0)


def main(seed: int, many: int) -> int:
    random = Random(seed)  # noqa: S311 - a script is no secret
    with TemporaryDirectory(prefix="by-hand-") as folder, pytest.MonkeyPatch.context() as patch:
        place = Path(folder)
        patch.setattr("desktop.store.office_opening.upgrade", SchemaOnce(place))
        patch.setitem(os.environ, "TASHILGAR_MEMORY", str(place / "memory"))
        with founded(place, random) as office:
            for _ in range(many):
                random.choice(DEEDS)(office, random.choice(NAMES))
            for name in (*NAMES, *NAMES, *NAMES):  # what each tells again of itself goes round once more
                office.wire(name)
            found = list(office.kinds())
            for name in NAMES:
                found += [
                    f"{name} check: {line}" for line in office.say(name, "check").lines if not line.get("ok", True)
                ]
        broken = [one for one in office.history if one.said.code not in (0, 1) or "Traceback" in one.said.err]
        refused = sum(one.said.code == 1 for one in office.history)
    for one in broken:
        sys.stdout.write(f"{one.laptop} {' '.join(one.words)}: {one.said.code} {one.said.out} {one.said.err}\n")
    for line in found:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(
        f"seed {seed}: {many} deeds, {len(office.history)} words, {refused} refused; {len(found)} differences, "
        f"{len(broken)} words broke\n"
    )
    return int(bool(found or broken))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
