"""Two laptops of one office meet over a real line, with TLS, and over one that dies all the time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from os import urandom
from pathlib import Path

import pytest

from desktop.domain.fields import read_draft
from desktop.domain.kinds import KINDS
from desktop.domain.problems import UnavailableError
from desktop.services.devices import hand_over_check
from desktop.services.registration import register_household
from desktop.store.contents import content_of, keep_content
from desktop.store.office_file import OfficeFile
from desktop.sync.certificate import serving_context
from desktop.sync.client import remembered_url, sync_with
from desktop.sync.peer import PeerServer
from tests.sync.cutting import cutting
from tests.sync.laptops import Clock, differences, first_laptop, introduce, next_laptop, pass_on

Pair = tuple[OfficeFile, OfficeFile]


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """The same two for all: each test leaves them agreeing."""
    folder = tmp_path_factory.mktemp("line")
    first = first_laptop(folder / "a", Clock())
    second = next_laptop(first, folder / "b", Clock(), 1)
    introduce(first, second)
    pass_on(first, second)
    yield first, second
    first.close()
    second.close()


@contextmanager
def served(office: OfficeFile, *, secure: bool = True) -> Iterator[PeerServer]:
    server = PeerServer(office, "127.0.0.1", 0, secure=secure)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _register(office: OfficeFile, families: int = 1) -> None:
    for n in range(families):
        with office.write() as work:
            place = work.find("neighborhood")[0]["id"]
            home = {"neighborhood_id": place, "declared_size": 1, "registered_on": "1404/06/12"}
            member = {
                "first_name": "مریم", "last_name": f"{'ابپتثجچح'[n % 8]}حمدی", "father_name": "حسین" * (n % 3 + 1),
                "relation_to_head": "head", "sex": "female", "birth_date": "1360",
            }  # fmt: skip
            register_household(work, home, [member])


def attached(office: OfficeFile, *sizes: int) -> list[str]:
    """Papers of so many bytes each, hung on the first neighbourhood; the names of their contents."""
    made = []
    with office.write() as work:
        owner = {"owner_kind": "neighborhood", "owner_id": work.find("neighborhood")[0]["id"]}
        blank = read_draft(KINDS["attachment"].draft, {**owner, "kind": "place_photo"}).model_dump()
        for size in sizes:
            told = {"mime": "image/jpeg", "size": size, "sha256": keep_content(work.connection, urandom(size))}
            made.append(str(work.add("attachment", {**blank, **told})["sha256"]))
    return made


def held(office: OfficeFile, names: list[str]) -> list[bool]:
    with office.connection() as connection:
        return [content_of(connection, name) is not None for name in names]


def code_of(office: OfficeFile, url: str) -> str:
    with pytest.raises(UnavailableError) as told:
        sync_with(office, url, sleep=lambda _seconds: None)
    assert told.value.problem.message
    return told.value.problem.code


def test_two_laptops_meet_and_both_have_what_either_had(laptops: Pair) -> None:
    first, second = laptops
    _register(first, 3)
    _register(second)
    shares: list[float] = []
    with served(first) as server:
        url = f"https://127.0.0.1:{server.port}"
        summary = sync_with(second, url, shares.append)
        assert differences(first, second) == {}
        again = sync_with(second, url)
    assert (summary.role, summary.drops, summary.refused, summary.waiting) == ("laptop", 0, {}, 0)
    assert min(summary.sent, summary.received) > 0
    assert "person" in summary.kinds
    assert [*sorted(shares)[:-1], 1.0] == shares
    assert (again.sent, again.received) == (0, 0)
    assert remembered_url(second) == url
    for office in laptops:
        with office.connection() as connection:
            told = connection.exec_driver_sql("SELECT acknowledged, contact_by FROM sync_peer").one()
        assert (told.acknowledged.count(":"), told.contact_by) == (2, "network")


def test_a_line_that_dies_at_any_byte_costs_a_segment_and_no_more(laptops: Pair) -> None:
    first, second = laptops
    _register(first, 15)
    _register(second, 15)
    with served(first, secure=False) as server:
        with cutting(server.port, dict(enumerate((5000, 100, 900, 6000, 4000))).get) as line:
            waits: list[float] = []
            summary = sync_with(second, f"http://127.0.0.1:{line.port}", sleep=waits.append)
            connections = line.connections
        assert differences(first, second) == {}
        assert sync_with(second, f"http://127.0.0.1:{server.port}").received == 0
    assert summary.drops == connections - 1 > 2
    assert waits[:2] == [2.0, 4.0]  # only after a connection through which nothing got


def test_what_photos_hold_passes_a_line_that_dies_and_goes_on_where_the_last_contact_was_given_up(
    laptops: Pair,
) -> None:
    first, second = laptops
    ours, theirs = attached(second, 90_000, 700), attached(first, 150_000)
    with served(first, secure=False) as server:
        with cutting(server.port, lambda number: 40_000 if number < 3 else 200) as line:
            with pytest.raises(UnavailableError):
                sync_with(second, f"http://127.0.0.1:{line.port}", sleep=lambda _seconds: None)
            carried = line.carried
        with first.connection() as connection:
            begun = connection.exec_driver_sql("SELECT sum(length(content)) FROM content_part").scalar() or 0
        with second.connection() as connection:
            begun += connection.exec_driver_sql("SELECT sum(length(content)) FROM content_part").scalar() or 0
        assert carried > begun > 20_000
        with cutting(server.port, lambda _number: None) as line:
            summary = sync_with(second, f"http://127.0.0.1:{line.port}", sleep=lambda _seconds: None)
            carried = line.carried
        assert carried < 241_000 - begun + 15_000
        assert (summary.contents_sent, summary.contents_received, summary.contents_missing) == (2, 1, 0)
        quiet = sync_with(second, f"http://127.0.0.1:{server.port}")
        assert (quiet.contents_sent, quiet.contents_received) == (0, 0)
    assert held(first, ours) + held(second, theirs) == [True] * 3
    for office in laptops:
        with office.connection() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM content_part").scalar() == 0
        assert hand_over_check(office).attachments == 0
    with first.write() as work:
        for photo in work.find("attachment"):
            work.forget("attachment", photo["id"], {"caption": None, "sha256": ""}, gone=True)
    pass_on(first, second)
    assert held(second, ours + theirs) == [False] * 3, "contents go with the record that was forgotten"
    assert differences(first, second) == {}


def test_a_clock_that_is_off_by_years_meets_all_the_same_and_is_found_out(laptops: Pair) -> None:
    first, second = laptops
    clock = Clock()
    clock.at += timedelta(days=2000)
    second.clock = clock
    _register(second)
    with served(first) as server:
        summary = sync_with(second, f"https://127.0.0.1:{server.port}")
    second.clock = first.clock
    assert abs(summary.ahead_ms - 2000 * 86_400_000) < 600_000
    assert differences(first, second) == {}


def test_who_cannot_be_served_is_told_why_in_a_sentence_of_its_own(laptops: Pair, tmp_path: Path) -> None:
    first, second = laptops
    with served(first) as server:
        url = f"https://127.0.0.1:{server.port}"
        assert code_of(first, url) == "server_unknown_device"
        with first.merge() as connection:
            connection.exec_driver_sql("UPDATE sync_device SET status = 'revoked' WHERE own = 0")
        assert code_of(second, url) == "server_device_revoked"
        with first.merge() as connection:
            connection.exec_driver_sql("UPDATE sync_device SET status = 'active' WHERE own = 0")
        with second.merge() as connection:
            connection.exec_driver_sql("UPDATE sync_device SET status = 'revoked' WHERE own = 0")
        assert code_of(second, url) == "peer_revoked"
        with second.merge() as connection:
            connection.exec_driver_sql("UPDATE sync_device SET status = 'active' WHERE own = 0")
        server.certificate = serving_context(first.clock())[1]  # somebody who sits between has another one
        assert code_of(second, url) == "peer_unproven"
        stranger = first_laptop(tmp_path / "c", Clock())
        assert code_of(stranger, url) == "server_other_office"
        stranger.close()
    assert code_of(second, url) == "no_network"
    assert code_of(second, "http://192.0.2.1") == "bad_address"
    assert code_of(second, "ftp://a") == "bad_address"
