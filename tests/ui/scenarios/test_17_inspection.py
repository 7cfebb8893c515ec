"""Scenario 17: surprise visits are planned by the county, and unknown to the office until they were made."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker

PLANNED = (
    ("سند امنیت غذایی", "کشتارگاه", "کشتارگاه شرق"),
    ("سند ورزش", "سالن ورزشی", "سالن شهید کریمی"),
    ("سند سلامت", "مرکز نگهداری سالمندان", "سرای سالمندان"),
)


def _at_inspections(walker: Walker) -> None:
    walker.go("oversight")
    walker.turn("inspection")
    walker.rest(200)


def test_a_surprise_visit_is_seen_only_once_it_was_made(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=20)
    walker = sit(code="0803", role="county_supervisor")
    walker.go("oversight")
    walker.turn("planned")
    for document, sort, place in PLANNED:
        walker.key(Qt.Key.Key_F6)
        walker.rest()
        walker.write(planned_month="مهر ۱۴۰۴", policy_document=document, place_type=sort, place_text=place)
        walker.write(inspector_org_id="فرمانداری")
        walker.save()
    with walker.office.read() as rows:
        assert len(rows.find("inspection")) == 3, walker.problems()
    walker.rest(200)
    assert all(walker.reads(place) for _document, _sort, place in PLANNED)
    walker.see("17-planned")

    walker = sit()
    walker.go("oversight")
    assert "planned" not in walker.screen.names()
    _at_inspections(walker)
    assert walker.reads("بازدیدی برای دیدن نیست")
    assert not any(walker.reads(place) for _document, _sort, place in PLANNED)
    assert not walker.offers("بازدید تازه")
    walker.see("17-unseen")

    walker = sit(role="county_supervisor")
    walker.go("oversight")
    walker.turn("planned")
    walker.rest(200)
    walker.push_line("کشتارگاه شرق")
    walker.write(done_on="۱۴۰۴/۰۷/۰۳")
    walker.fill("findings", [("بهداشت سالن", "درست نیست", "")])
    walker.save()
    with walker.office.read() as rows:
        assert [bool(one["done_on"]) for one in rows.find("inspection")] == [True, False, False], walker.problems()

    walker = sit()
    _at_inspections(walker)
    assert walker.reads("کشتارگاه شرق")
    assert walker.reads("بهداشت سالن")
    assert not walker.reads("سرای سالمندان")
    walker.see("17-made")
