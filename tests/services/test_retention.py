"""What has been kept long enough goes for good, and what was counted is counted on (G-06, G-25)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.retention import KEEPINGS
from desktop.services.consents import give_consent
from desktop.services.indicators.month import indicators
from desktop.services.kept_drafts import FormName, keep_draft, kept_draft
from desktop.services.records import add_record, step_record
from desktop.services.registration import register_household
from desktop.services.retention import due, forget_due
from desktop.services.session import seat
from desktop.services.workshops import record_attendance
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import add_workshop, agency, make_office, neighborhood, person_values
from tests.fakes import FakeClock
from tests.store.decrypted import pages, tables_holding

TRACES = ("زرین‌تاج", "قشقاوی", "نابینایی", "برگهٔ ۱۲", "آمد و رفت", "دربارهٔ او")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2019, 9, 6, 8, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", clock)
    seat(made)
    with made.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1398/06/10"}
        person = register_household(
            work, home, [person_values(first_name="زرین‌تاج", last_name="قشقاوی", consent_method="signature")]
        ).persons[0]
        told = {"method": "signature", "paper_ref": "برگهٔ ۱۲"}
        give_consent(work, person["id"], "sensitive:chronic_illness_note", told)
        add_record(work, "person_sensitive", {"person_id": person["id"], "chronic_illness_note": "نابینایی"})
        add_record(work, "visit", {"person_id": person["id"], "summary": "آمد و رفت", "date": "1398/06/12"})
        letter = {
            "to_org_id": agency(work),
            "subject": "دربارهٔ او",
            "body": "متن",
            "person_id": person["id"],
            "date": "1398/06/12",
        }
        add_record(work, "letter", letter)
        workshop = add_workshop(work, planned_start="1398/06/11", planned_end="1398/06/13")["id"]
        add_record(work, "workshop_enrollment", {"workshop_id": workshop, "person_id": person["id"]})
        session = add_record(work, "workshop_session", {"workshop_id": workshop, "no": 1, "date": "1398/06/12"})
        record_attendance(work, session["id"], {person["id"]: "present"}, walk_ins=2)
    yield made
    assert [(result.check, result.detail) for result in check_office(made) if not result.ok] == []
    made.close()


def at_work(office: OfficeFile, clock: FakeClock) -> None:
    """Three days of an office that is open."""
    for _ in range(3):
        with office.write() as work:
            work.audit("login", "user_account", "")
        clock.pass_time(days=1)


def test_nothing_is_due_before_its_time(office: OfficeFile, clock: FakeClock) -> None:
    clock.pass_time(days=700)
    with office.read() as rows:
        assert due(rows).records == {}
    assert forget_due(office).many == 0


def test_what_a_consent_covered_goes_when_it_has_run_out(office: OfficeFile, clock: FakeClock) -> None:
    clock.pass_time(days=740)
    at_work(office, clock)
    with office.read() as rows:
        assert due(rows).as_json() == {**dict.fromkeys(KEEPINGS, 0), "sensitive": 1}
    forget_due(office)
    assert tables_holding(office, "نابینایی") == set()
    assert "نابینایی".encode() not in pages(office)
    with office.read() as rows:
        assert due(rows).records == {}


def test_what_is_old_goes_without_whom_and_stays_counted(office: OfficeFile, clock: FakeClock) -> None:
    with office.read() as rows:
        before = indicators(rows, "1398-06")["I-05"].as_json()
    with office.write() as work:
        home = work.find("household")[0]
        step_record(work, "household", home["id"], "moved", {"moved_to": "شهر دیگر", "on": "1398/06/14"})
    keep_draft(office, FormName("person"), "ساکن", {"first_name": "زرین‌تاج", "last_name": "قشقاوی"})
    clock.pass_time(days=5 * 366 + 10)
    at_work(office, clock)
    with office.read() as rows:
        told = due(rows).as_json()
    assert told == dict.fromkeys(KEEPINGS, 1)
    done = forget_due(office)
    assert done.as_json() == told
    assert tables_holding(office, *TRACES) == set()
    whole = pages(office)
    assert [word for word in TRACES if word.encode() in whole] == []
    assert kept_draft(office, FormName("person")) is None
    with office.read() as rows:
        assert indicators(rows, "1398-06")["I-05"].as_json()["value"] == before["value"]
        assert rows.find("person")[0]["status"] == "erased"
        assert rows.find("letter")[0]["date"] == date(2019, 9, 3)
        assert [one["person_id"] for one in rows.find_even_deleted("attendance")] == [None]
        assert [one["walk_ins"] for one in rows.find("workshop_session")] == [3], "who came is counted on"
        assert due(rows).records == {}


def test_a_clock_that_jumped_forgets_nobody_unless_the_manager_says_the_day(
    office: OfficeFile, clock: FakeClock
) -> None:
    clock.pass_time(days=3650)
    with office.read() as rows:
        told, today = due(rows).as_json(), rows.today
    with pytest.raises(RefusedError, match="clock_untried"):
        forget_due(office)
    with pytest.raises(RefusedError, match="today_differs"):
        forget_due(office, date(2019, 9, 6))
    with office.read() as rows:
        assert due(rows).as_json() == told
    assert forget_due(office, today).as_json() == told, "the manager knows which day it is"


def test_a_colleague_lets_nothing_be_forgotten(office: OfficeFile, clock: FakeClock) -> None:
    clock.pass_time(days=3000)
    mine, office.actor = office.actor, replace(office.actor, role="social_worker")
    with pytest.raises(RefusedError, match="not_allowed"):
        forget_due(office)
    office.actor = mine
    with office.read() as rows:
        assert due(rows).many > 0
