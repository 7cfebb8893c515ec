"""An office of three laptops and its province that are driven by the words of their command lines alone."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any, NamedTuple
from unittest import mock

import pytest

from desktop.services.devices import join_office
from desktop.store.office_file import OfficeFolder
from province.joining import invite
from province.store.offices import Office, add_office
from tests.cli.running import Said, tashilgar_here
from tests.faults.sync_kills import Scene, answer, ended, founded_province
from tests.sync.laptops import COST, first_laptop

NAMES = ("a", "b", "c")
PASSWORDS = {"a": "گذرواژه-بلند", "b": "گذرواژه-رایانهٔ-ب", "c": "گذرواژه-رایانهٔ-پ"}
PROVINCE_PASSWORD = "استان-گذرواژه-۱۲۳"


class Word(NamedTuple):
    """What was said at which laptop, and what it answered."""

    laptop: str
    words: tuple[str, ...]
    said: Said


@dataclass
class Machine:
    """A laptop as a thing: its password, what its computer remembers, and how wrong its clock is."""

    name: str
    password: str
    memory: Path
    ahead: timedelta = timedelta(0)
    backups: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    replaced: bool = False


class Hand:
    """The laptops, and all that was said at them."""

    def __init__(self, place: Path, scene: Scene, random: Random) -> None:
        self.place, self.scene, self.random = place, scene, random
        self.machines = {name: Machine(name, PASSWORDS[name], place / f"memory-{name}") for name in NAMES}
        self.history: list[Word] = []
        self.sticks: list[Path] = []
        self.written: set[str] = set()  # words that stand in one value alone

    @property
    def staying(self) -> tuple[str, ...]:
        return tuple(self.machines)

    def say(self, laptop: str, *words: str, stdin: str = "", **more: str) -> Said:
        """One run of the program, at the time that the laptop believes it is."""
        machine = self.machines[laptop]
        more = {"TASHILGAR_MEMORY": str(machine.memory), **more}
        with _clock_of(machine.ahead):
            said = tashilgar_here(
                self.place / laptop, *words, user="hamid", password=machine.password, stdin=stdin, **more
            )
        self.history.append(Word(laptop, words, said))
        return said

    def say_province(self, *words: str) -> Said:
        """The same of the province's own program, beside its server."""
        from province.cli.app import run

        given = {"TASHILGAR_PROVINCE_DATA": str(self.scene.settings.folder)}
        given |= {"TASHILGAR_PROVINCE_DATABASE": self.scene.settings.database}
        given |= {"TASHILGAR_PROVINCE_PASSWORD": PROVINCE_PASSWORD}
        out, err = io.StringIO(), io.StringIO()
        with mock.patch.dict(os.environ, given), redirect_stdout(out), redirect_stderr(err):
            code = run(list(words))
        said = Said(code, out.getvalue(), err.getvalue())
        self.history.append(Word("province", words, said))
        return said

    def put(self, laptop: str, kind: str, told: Mapping[str, Any]) -> str:
        """A record by its values; its id, "" when it was refused."""
        said = self.say(laptop, "put", kind, stdin=json.dumps(told, ensure_ascii=False) + "\n")
        return str(said.lines[0].get("id", "")) if said.code == 0 else ""

    def ids(self, laptop: str, kind: str) -> list[str]:
        return [line["id"] for line in self.say(laptop, "list", kind).lines if "id" in line]

    def one(self, laptop: str, kind: str) -> str:
        """Some record of a kind, a late one rather than an early one; "" when there is none."""
        ids = self.ids(laptop, kind)
        return self.random.choice(ids[-6:]) if ids else ""

    def unique(self) -> str:
        """A word that nobody else writes, in letters that names may have."""
        letters = "بتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
        number, found = 31**4 + len(self.written) * 7919, ""
        while number:
            number, rest = divmod(number, len(letters))
            found += letters[rest]
        self.written.add(found)
        return found

    def wire(self, laptop: str) -> Said:
        return self.say(laptop, "sync", "--server", self.scene.url)

    def replace(self, laptop: str, folder: Path) -> None:
        """Another folder stands where the laptop's stood, and its audit log is not what its computer remembers."""
        self.machines[laptop].replaced = True
        shutil.rmtree(self.place / laptop)
        shutil.copytree(folder, self.place / laptop)

    def kill_server(self, after: float) -> Timer:
        timer = Timer(after, lambda: os.kill(self.scene.server, signal.SIGKILL))
        timer.start()
        return timer

    def serve_again(self) -> None:
        os.waitpid(self.scene.server, 0)
        answer(self.scene)


@contextmanager
def _clock_of(ahead: timedelta) -> Iterator[None]:
    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Wrong:
            return super().now(tz) + ahead

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.domain.clock.datetime", Wrong)
        yield


@contextmanager
def founded(place: Path, random: Random, address: str = "") -> Iterator[Hand]:
    """Three laptops that have met, and their province that answers."""
    scene = founded_province(place, address)
    hand = Hand(place, scene, random)
    at = datetime.now(UTC)
    first = first_laptop(place / "a", lambda: datetime.now(UTC))  # with keys that are made in no time
    first.close()
    with scene.province() as province:
        known = Office(first.identity.office_id, first.identity.office_code, "دفتر")
        with province.database.writing() as connection:
            add_office(connection, known, at)
            card, code = invite(connection, province, known, at, timedelta(days=1))
    (place / "office.card").write_bytes(card)
    assert hand.say("a", "province", "join", str(place / "office.card"), "--code", code).code == 0
    for name in NAMES[1:]:
        join(hand, "a", name)
    answer(scene)
    try:
        for name in (*NAMES, *NAMES):
            hand.wire(name)
        yield hand
    finally:
        ended(scene.server, 0.0)


def join(hand: Hand, host: str, name: str) -> None:
    """A new laptop, invited by another."""
    path = hand.place / f"{name}-{len(hand.history)}.inv"
    invited = hand.say(host, "device", "invite", "--name", f"رایانهٔ {name}", "--out", str(path))
    folder, password = OfficeFolder(hand.place / name), hand.machines[name].password
    join_office(folder, path, invited.line["code"], password, cost=COST, clock=lambda: datetime.now(UTC)).office.close()
