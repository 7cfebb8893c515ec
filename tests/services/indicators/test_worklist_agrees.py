"""The open work of a month is what the worklist shows on its last day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.services.indicators.month import indicators
from desktop.services.records import add_record, step_record
from desktop.services.worklist import UNOWNED, worklist
from tests.factories import add_workshop, make_office
from tests.fakes import FakeClock
from tests.services.indicators.conftest import Desk, day

LAST_DAY = datetime(2025, 9, 22, 8, 0, tzinfo=UTC)  # 1404/06/31


def test_on_the_last_day_the_worklist_and_the_indicator_count_alike(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", FakeClock(LAST_DAY))
    with office.write() as work:
        desk = Desk(work)
        staff = work.find("staff_member")[0]["id"]
        desk.need("06/01", due_on=day("06/31"))
        desk.need("06/01", due_on=day("06/20"))
        desk.need("06/01", due_on=day("07/20"))
        ended = desk.need("06/01", due_on=day("06/10"))
        desk.refer("06/02", ended, answer_due_on=day("06/09"))
        step_record(work, "need", ended["id"], "closed", {"close_reason": "withdrawn", "on": day("06/11")})
        for mode in range(4):
            need = desk.need("06/03", due_on=day("07/30"))
            referral = desk.refer("06/03", need, answer_due_on=day(("06/30", "06/31")[mode % 2]))
            if mode >= 2:
                given = {"referral_id": referral["id"], "received_on": day("06/10"), "type": "accepted"}
                add_record(work, "agency_response", {**given, "promised_on": day("06/25")})
            if mode == 3:
                desk.answer(referral, "06/26", "in_progress")
        for until in ("06/30", "06/31", "07/01"):
            given = {"date": day("06/15"), "type": "guidance", "subject": "legal", "staff_id": staff}
            add_record(work, "visit", {**given, "next_action_on": day(until)})
        workshop = add_workshop(work)["id"]
        add_record(work, "workshop_session", {"workshop_id": workshop, "no": 1, "date": day("06/31")})
    with office.read() as rows:
        shown = [item for item in worklist(rows, office.actor).items if item.sort != UNOWNED]
        told = indicators(rows, "1404-06")["I-30b"]
    assert told.numerator == len(shown) == 7  # two due, one silent, one promise, two next actions, one session
    office.close()
