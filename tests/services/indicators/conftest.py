"""An office late in 1404, in which every example is written and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, agency, make_office
from tests.fakes import FakeClock

AFTERWARDS = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)  # long after the months that are asked for


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(Path(tmp_path_factory.mktemp("indicators")) / "office", FakeClock(AFTERWARDS))
    yield made
    made.close()


class _TakenBackError(Exception):
    """Ends a unit of work so that nothing of it remains."""


@contextmanager
def taken_back(office: OfficeFile) -> Iterator[UnitOfWork]:
    """A unit of work that is read while it is written and never happens."""
    with suppress(_TakenBackError), office.write() as work:
        yield work
        raise _TakenBackError


class Desk:
    """Notes needs, sends referrals and receives answers, by their dates in 1404 ("06/05")."""

    def __init__(self, work: UnitOfWork, person: Row | None = None) -> None:
        self.work = work
        self.person = person or add_person(work)

    def need(self, noted_on: str, field: str = "education", **changes: object) -> Row:
        given = {"person_id": self.person["id"], "field": field, "subject": "بازگشت به مدرسه"}
        return add_record(self.work, "need", {**given, "noted_on": day(noted_on), **changes})

    def refer(self, sent_on: str, need: Row | None = None, to: str = "education", **changes: object) -> Row:
        need = need or self.need(sent_on)
        given = {"need_id": need["id"], "agency_id": agency(self.work, to), "sent_on": day(sent_on)}
        return add_record(self.work, "referral", {**given, **changes})

    def answer(self, referral: Row, received_on: str, kind: str = "accepted") -> Row:
        given = {"referral_id": referral["id"], "received_on": day(received_on), "type": kind}
        return add_record(self.work, "agency_response", given)


def day(short: str) -> str:
    """A day of 1404, or of another year that is written with it."""
    return short if len(short) > 5 else f"1404/{short}"
