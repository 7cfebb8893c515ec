"""The province's database, on PostgreSQL and on the embedded SQLite file alike."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from desktop.domain.problems import RefusedError, UnavailableError
from province.store import accounts, devices, offices, segments
from province.store.database import Database
from province.store.schema import METADATA
from province.store.segments import Arrival
from province.store.tables import SEGMENT

AT = datetime(2026, 9, 6, 6, 30, tzinfo=UTC)


def arrival(office: str, device: str, first: int, last: int, size: int = 40) -> Arrival:
    return Arrival(office, device, first, last, f"{device}-{first}", 0, bytes(size), AT)


@pytest.fixture
def two_offices(database: Database) -> Database:
    with database.writing() as connection:
        for number in range(2):
            offices.add_office(connection, offices.Office(f"o{number}", f"000{number}", "دفتر"), AT)
    return database


def test_the_steps_lead_to_the_tables_that_the_program_knows(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_moment_comes_back_in_utc(two_offices: Database) -> None:
    with two_offices.writing() as connection:
        segments.append(connection, arrival("o0", "a", 1, 4))
    with two_offices.reading() as connection:
        assert connection.execute(select(SEGMENT.c.received_at)).scalar_one() == AT


def test_numbers_of_an_office_are_dense_and_a_rollback_gives_its_number_back(two_offices: Database) -> None:
    with two_offices.writing() as connection:
        assert offices.lock_office(connection, "o0") == 0
        assert segments.append(connection, arrival("o0", "a", 1, 4)) == 1
    with suppress(KeyError), two_offices.writing() as connection:
        assert segments.append(connection, arrival("o0", "a", 5, 6)) == 2
        raise KeyError
    with two_offices.writing() as connection:
        assert segments.append(connection, arrival("o0", "b", 1, 9)) == 2
        assert segments.append(connection, arrival("o1", "c", 1, 1)) == 1
        assert offices.lock_office(connection, "nowhere") is None
    with two_offices.reading() as connection:
        assert segments.vector_of(connection, "o0") == {"a": 4, "b": 9}
        assert segments.reached_by(connection, "o0", "a") == (4, "a-1")
        assert segments.reached_by(connection, "o0", "c") == (0, "")


def test_a_reader_gets_what_it_lacks_page_by_page_in_the_order_of_the_office(two_offices: Database) -> None:
    with two_offices.writing() as connection:
        for first in range(1, 101, 2):
            for device in "ab":
                segments.append(connection, arrival("o0", device, first, first + 1, size=first))
    with two_offices.reading() as connection:
        vector = {"a": 60, "b": 100}
        sizes = [len(one) for one in segments.lacking(connection, "o0", vector, 10**6)]
        assert sizes == list(range(61, 101, 2))
        assert [len(one) for one in segments.lacking(connection, "o0", vector, 130)] == [61, 63]
        assert [len(one) for one in segments.lacking(connection, "o0", vector, 1)] == [61]
        assert len(list(segments.lacking(connection, "o0", {}, 10**6))) == 100
        assert list(segments.lacking(connection, "o1", {}, 10**6)) == []


def test_an_acknowledgement_only_grows_within_one_incarnation(two_offices: Database) -> None:
    said: list[tuple[str, dict[str, int]]] = [
        ("i1", {"a": 5}),
        ("i1", {"a": 3, "b": 1}),
        ("i2", {"a": 1}),
        ("i1", {"a": 6}),
    ]
    with two_offices.writing() as connection:
        for incarnation, vector in said:
            segments.keep_ack(connection, "o0", "laptop", incarnation, vector, "", AT)
        assert segments.acknowledged(connection, "o0", "laptop", "i1") == {"a": 6}
        assert segments.acknowledged(connection, "o0", "laptop", "i2") == {"a": 1}


def test_what_is_refused_twice_or_waits_twice_stands_there_once(two_offices: Database) -> None:
    early = arrival("o0", "a", 5, 8)
    with two_offices.writing() as connection:
        for reason in ("gap", "deps"):
            segments.wait(connection, early, reason)
        for _ in range(2):
            segments.keep_refused(connection, early, "fork", content=True)
        assert [(one.first, one.reason) for one in segments.waiting(connection, "o0")] == [(5, "deps")]
        segments.stop_waiting(connection, early)
        assert segments.waiting(connection, "o0") == []


def test_a_card_is_used_once(two_offices: Database) -> None:
    with two_offices.writing() as connection:
        offices.add_invitation(connection, offices.Invitation("i", "o0", b"k", AT, None), AT)
        assert offices.use_invitation(connection, "i", "d1")
        assert not offices.use_invitation(connection, "i", "d2")
        found = offices.invitation_of(connection, "i")
        assert found is not None
        assert (found.used_by, found.expires_at) == ("d1", AT)


def test_laptops_are_found_by_the_beginning_of_their_id(two_offices: Database) -> None:
    with two_offices.writing() as connection:
        for name in ("laptop-a", "laptop-b"):
            devices.add_device(connection, devices.Device("o0", name, b"k", "age1", "رایانه", devices.PENDING), AT)
        for vague in ("laptop", "%b"):
            with pytest.raises(RefusedError):
                devices.device_by(connection, vague)
        found = devices.device_by(connection, "laptop-b")
        devices.decide(connection, found, devices.REVOKED, AT, 12)
        assert [one.last_seq for one in devices.devices(connection, "o0", devices.REVOKED)] == [12]


def test_a_password_opens_its_account_and_weak_ones_are_refused(database: Database) -> None:
    officer = accounts.Account("u1", "officer", "کارشناس", "province_officer")
    with database.writing() as connection:
        accounts.add_account(connection, officer, "a-long-enough-word", AT)
        assert accounts.account_of(connection, "officer", "a-long-enough-word") == officer
        assert accounts.account_of(connection, "officer", "another-long-word") is None
        assert accounts.account_of(connection, "nobody", "a-long-enough-word") is None
        for name, password, role in (
            ("officer", "a-long-enough-word", "auditor"),
            ("second", "short", "auditor"),
            ("second", "a-long-enough-word", "office_manager"),
        ):
            with pytest.raises(RefusedError):
                accounts.add_account(connection, accounts.Account("u2", name, "", role), password, AT)


def test_a_database_that_is_none_is_told_in_a_sentence() -> None:
    for given in ("mysql://host/db", "postgresql://host/db", "no address"):
        with pytest.raises(UnavailableError) as told:
            Database(given)
        assert told.value.problem.code == "database_kind"
    silent = Database("postgresql+psycopg://who@/none?host=/nowhere")
    with pytest.raises(UnavailableError) as told, silent.reading():
        pass
    assert told.value.problem.code == "no_database"
