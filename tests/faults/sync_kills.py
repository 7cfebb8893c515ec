"""`kill -9` while laptops and the province talk: `python -m tests.faults.sync_kills [N] [SEED] [sqlite|postgresql]`.

Two laptops of an office and its province, each act in a process of its own. One of them is killed at a drawn moment:
the province while it takes what a laptop sends, a laptop while it syncs, or while it writes or reads a courier's file.
Then all meet again, and nothing that anybody had signed for may be missing anywhere.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
import uvicorn

from desktop.domain.problems import UnavailableError
from desktop.services.courier import read_courier, write_courier
from desktop.services.devices import invite_device, join_office
from desktop.services.records import add_record
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.sync.client import sync_with
from desktop.sync.device_views import acknowledged_by
from desktop.sync.laptop import version_vector
from desktop.sync.sealing import seal
from province.app import make_app
from province.checking import check_province
from province.keys import CERTIFICATE, CERTIFICATE_KEY
from province.settings import Settings
from province.setup import Province, begin, open_province
from province.store import segments
from tests.factories import add_person, neighborhood
from tests.province.cluster import USER, cluster, connect
from tests.province.lines import join_province
from tests.schema import SchemaOnce
from tests.sync.laptops import COST, Clock, differences, first_laptop
from tests.sync.test_line import attached

ACTS = ("province", "sync", "write", "read")
PASSWORDS = {"a": "گذرواژه-بلند", "b": "گذرواژه-همین-رایانه"}
ROUNDS_OF_A_SCENE = 20  # then a new one: proofs take longer as it grows
CHECKED_EVERY = 5
LONGEST = 60.0  # seconds after which a child is taken to hang


@dataclass
class Scene:
    """Where the files lie. Nothing of them is open here while a child works."""

    place: Path
    settings: Settings
    took: dict[str, float] = field(default_factory=dict)  # act → seconds of one that nobody killed
    server: int = 0  # the process of the province

    @property
    def url(self) -> str:
        return self.settings.address

    @property
    def stick(self) -> Path:
        return self.place / "stick.tashil"

    @contextmanager
    def laptop(self, name: str, password: str = "") -> Iterator[OfficeFile]:
        clock = Clock(datetime.now(UTC))
        office = open_office(OfficeFolder(self.place / name), "hamid", password or PASSWORDS[name], clock=clock)
        try:
            yield office
        finally:
            office.close()

    @contextmanager
    def province(self) -> Iterator[Province]:
        made = open_province(self.settings, "")
        try:
            yield made
        finally:
            made.close()


def founded_province(place: Path, address: str) -> Scene:
    """A province that nobody has joined yet, on a free port."""
    place.mkdir(parents=True, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    folder = place / "province"
    database = address or f"sqlite:///{folder / 'province.db'}"
    scene = Scene(place, Settings(folder=folder, database=database, port=port))
    at = datetime.now(UTC)
    begin(scene.settings, "استان نمونه", "administrator", "مدیر", at, password="استان-گذرواژه-۱۲۳", passphrase="")
    return scene


def begun(place: Path, address: str) -> Scene:
    """An office of two laptops that has joined a province."""
    scene = founded_province(place, address)
    clock = Clock(datetime.now(UTC))
    first = first_laptop(place / "a", clock)
    with scene.province() as province:
        join_province(first, province, scene.url)
    invited = invite_device(first, "رایانهٔ پذیرش", place / "invitation")
    second = OfficeFolder(place / "b")
    join_office(second, invited.path, invited.code, PASSWORDS["b"], cost=COST, clock=clock).office.close()
    first.close()
    answer(scene)
    for name in "aba":
        synced(scene, name)
    return scene


# ------------------------------------------------------------------------------------ acts, in a child


def serve(scene: Scene) -> None:
    with scene.province() as province:
        folder = scene.settings.folder
        uvicorn.run(
            make_app(province), host="127.0.0.1", port=scene.settings.port, log_config=None,
            ssl_certfile=folder / CERTIFICATE, ssl_keyfile=str(folder / CERTIFICATE_KEY),
        )  # fmt: skip


def synced(scene: Scene, name: str = "a") -> None:
    with scene.laptop(name) as office, suppress(UnavailableError):
        sync_with(office, scene.url, sleep=lambda _seconds: time.sleep(0.15))


def written(scene: Scene) -> None:
    with scene.laptop("a") as office:
        write_courier(office, scene.stick)


def read(scene: Scene) -> None:
    with scene.laptop("b") as office:
        read_courier(office, scene.stick)


DOES: dict[str, Callable[[Scene], None]] = {"sync": synced, "write": written, "read": read}


def started(act: Callable[[], None]) -> int:
    """A child that does this and nothing else."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        act()
        code = 0
    finally:
        os._exit(code)  # it must never come back into its parent's code


def ended(child: int, after: float | None = None) -> bool:
    """Wait for a child, or kill it after so many seconds; whether it came to its end by itself."""
    until = time.monotonic() + (LONGEST if after is None else after)
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if after is None:
        raise TimeoutError("a child hangs")
    return False


def answer(scene: Scene) -> None:
    """Start the province, and wait until it answers."""
    scene.server, until = started(lambda: serve(scene)), time.monotonic() + LONGEST
    while time.monotonic() < until:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", scene.settings.port), timeout=1).close()
            return
        time.sleep(0.02)
    raise TimeoutError("the province does not answer")


# -------------------------------------------------------------------------------------------- a round


def wrote(scene: Scene, chance: Random) -> None:
    """What people did since: families, and sometimes a photo."""
    for name in "ab":
        with scene.laptop(name) as office:
            with office.write() as work:
                for _ in range(chance.randint(3, 12)):
                    place = neighborhood(work, "چشمه‌سار")
                    add_person(work, add_record(work, "household", {"neighborhood_id": place, "declared_size": 3}))
            if chance.random() < 0.5:
                attached(office, chance.randint(500, 60_000))
            if chance.random() < 0.5:
                seal(office)


def killed(scene: Scene, act: str, chance: Random) -> bool:
    """Kill somebody at the drawn moment of an act; whether it was still at it."""
    share = chance.random()
    if act == "province":
        laptop = started(lambda: synced(scene, chance.choice("ab")))
        time.sleep(share * scene.took.get("sync", 0.6))
        ended(scene.server, 0.0)
        hit = not os.waitpid(laptop, os.WNOHANG)[0]
        answer(scene)
        return hit and ended(laptop)
    if act == "read":
        written(scene)
    at = time.monotonic()
    hit = not ended(started(lambda: DOES[act](scene)), share * scene.took.get(act, 0.6))
    if not hit:
        scene.took[act] = time.monotonic() - at
    return hit


def proven(scene: Scene, *, whole: bool) -> list[str]:
    """What is missing or broken, before and after all have met again."""
    faults = [*_signed_for(scene)]
    if scene.stick.exists():
        read(scene)  # RefusedError for half a file under the name of a whole one
        scene.stick.unlink()
    for name in "aba":
        synced(scene, name)
    with scene.laptop("a") as first, scene.laptop("b") as second:
        faults += [f"differs: {key}" for key in differences(first, second)]
        for office in (first, second) if whole else ():
            faults += [f"office: {one.check} {one.detail}" for one in check_office(office) if not one.ok]
        with first.connection() as connection:
            vector = version_vector(connection)
            aside = connection.exec_driver_sql("SELECT count(*) FROM segment_aside").scalar_one()
            lacked = connection.exec_driver_sql(
                "SELECT count(*) FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM attachment_content)"
            ).scalar_one()
        faults += ["something waits or was refused"] * bool(aside) + ["a photo has not come"] * bool(lacked)
    with scene.province() as province:
        with province.database.reading() as connection:
            theirs = segments.vector_of(connection, first.identity.office_id)
        if theirs != vector:
            faults.append(f"the province ends elsewhere: {theirs} {vector}")
        if whole:
            faults += [f"province: {one.check}" for one in check_province(province) if not one.ok]
    return faults


def _signed_for(scene: Scene) -> Iterator[str]:
    """Operations that somebody is known to have signed for and that it has no more."""
    with scene.province() as province, scene.laptop("a") as first, scene.laptop("b") as second:
        office, known = first.identity.office_id, {}
        with province.database.reading() as connection:
            known[province.server.province_id] = segments.vector_of(connection, office)
            told = {"province": segments.newest_acknowledged(connection, office)}
        for laptop in (first, second):
            with laptop.connection() as connection:
                known[laptop.identity.device_id] = version_vector(connection)
        for laptop in (first, second):
            with laptop.connection() as connection:
                told[laptop.identity.device_id] = {peer: acknowledged_by(connection, peer) for peer in known}
        for teller, acks in told.items():
            for peer, vector in acks.items():
                short = {one: seq for one, seq in vector.items() if known.get(peer, {}).get(one, 0) < seq}
                if short:
                    yield f"{peer} signed for {short}, as {teller} knows, and has no more than {known.get(peer)}"


def rounds(count: int, seed: int, place: Path, address: Callable[[int], str]) -> Iterator[tuple[str, bool, list[str]]]:
    """Of each round which act was killed, whether in its midst, and the findings; none where all is well."""
    for start in range(0, count, ROUNDS_OF_A_SCENE):
        scene = begun(place / f"scene-{start}", address(start))
        try:
            for number in range(start, min(start + ROUNDS_OF_A_SCENE, count)):
                chance = Random(seed * 1_000_003 + number)
                wrote(scene, chance)
                act = ACTS[number % len(ACTS)]
                hit = killed(scene, act, chance)
                yield act, hit, proven(scene, whole=number % CHECKED_EVERY == CHECKED_EVERY - 1)
        finally:
            ended(scene.server, 0.0)
        shutil.rmtree(scene.place)


def main() -> int:
    words = sys.argv[1:]
    count, seed = int(words[0]) if words else 200, int(words[1]) if len(words) > 1 else time.time_ns() % 10**6
    hits = bad = 0
    with (
        TemporaryDirectory(prefix="sync-kills-") as place,
        pytest.MonkeyPatch.context() as patch,
        _addresses(Path(place), words[2:]) as address,
    ):
        patch.setattr("desktop.store.office_opening.upgrade", SchemaOnce(Path(place)))
        patch.setenv("TASHILGAR_MEMORY", str(Path(place) / "memory"))
        for number, (act, hit, faults) in enumerate(rounds(count, seed, Path(place), address)):
            hits, bad = hits + hit, bad + bool(faults)
            for fault in faults:
                print(f"seed {seed} round {number} ({act}): {fault}", flush=True)
            if number % 20 == 19:
                print(f"{number + 1} kills, {hits} in the midst, {bad} with findings", flush=True)
    print(f"{count - bad} of {count} survived, {hits} of them killed in the midst (seed {seed})")
    return int(bad > 0)


@contextmanager
def _addresses(place: Path, words: list[str]) -> Iterator[Callable[[int], str]]:
    """Where each scene's province keeps its data: a file of its own, or a database of one PostgreSQL."""
    if words != ["postgresql"]:
        yield lambda _number: ""
        return
    with cluster(place) as folder:

        def made(number: int) -> str:
            with connect(folder) as control:
                control.execute(f"CREATE DATABASE scene_{number}".encode())
            return f"postgresql+psycopg://{USER}@/scene_{number}?host={folder}"

        yield made


if __name__ == "__main__":
    sys.exit(main())
