"""Scenario 17: a surprise visit is unknown to the office until it was made."""

from __future__ import annotations

from datetime import date

from desktop.domain.kinds import KINDS
from desktop.services.writing import write_change, write_new
from desktop.store.unit_of_work import UnitOfWork
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit


def _plan(work: UnitOfWork) -> None:
    inspector = work.find("organization")[0]["id"]
    given = {"planned_month": "1404-07", "place_type": "slaughterhouse", "place_text": "کشتارگاه شرق"}
    write_new(work, KINDS["inspection"], {**given, "policy_document": "food_security", "inspector_org_id": inspector})


def test_a_surprise_visit_is_seen_only_once_it_was_made(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=20)
    walker = sit(_plan, code="0803")
    walker.go("oversight")
    room = walker.screen
    assert "planned" not in room.names()
    room.show_tab("inspection")
    walker.rest(200)
    assert walker.reads("بازدیدی برای دیدن نیست")
    assert not walker.reads("کشتارگاه شرق")
    assert not walker.offers("بازدید تازه")
    walker.see("17-unseen")
    with walker.office.write() as work:
        visit = work.find("inspection")[0]
        findings = [{"item": "بهداشت سالن", "result": "not_ok"}]
        write_change(work, KINDS["inspection"], visit, {"done_on": date(2025, 9, 25), "findings": findings})
    walker.window.reload()
    walker.rest(200)
    assert walker.reads("کشتارگاه شرق")
    assert walker.reads("بهداشت سالن")
    walker.see("17-made")
