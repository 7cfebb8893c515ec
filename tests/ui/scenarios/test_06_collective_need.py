"""Scenario 6: «خاموشی چراغ‌های معبر», a need of 23 households, first urgency, sent to two agencies."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from desktop.domain.record import Row
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker


def test_a_collective_need_goes_to_two_agencies_and_turns_red(sit: Sit, clock: FakeClock) -> None:
    walker = sit(code="0803")
    walker.go("needs")
    walker.see("06-01-empty")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(scope="محله", neighborhood_id="چشمه", supporters_count="۲۳", field="عمران")
    walker.write(subject="خاموشی چراغ‌های معبر", urgency="فوریت اول", source="جلسه", noted_on="۱۴۰۴/۰۶/۱۰")
    walker.see("06-02-typed")
    walker.save()
    need = _need(walker)
    assert (need["status"], need["due_on"], need["supporters_count"]) == ("noted", date(2025, 9, 8), 23)
    assert walker.reads("۱۴۰۴/۰۶/۱۷")
    walker.see("06-03-noted")
    walker.push("ارجاع به دستگاه")
    walker.write(main_agency_id="توزیع برق", agency_ids="شهرداری", sent_on="۱۴۰۴/۰۶/۱۰")
    walker.see("06-04-two-agencies")
    walker.save()
    walker.see("06-04b")
    assert _need(walker)["status"] == "referred", walker.problems()
    walker.see("06-05-referred")
    walker.key(Qt.Key.Key_F9)
    walker.rest(600)
    walker.see("06-06-letter")
    assert walker.reads("۲۳ خانوار از اهالی محلهٔ چشمه‌سار")
    walker.save()
    walker.rest(300)
    walker.see("06-07-paper")
    walker.key(Qt.Key.Key_Escape)
    walker.rest()
    walker.see("06-08-register")
    clock.pass_time(days=3)
    walker.go("dashboard")
    walker.see("06-09-late")
    walker.go("needs")
    walker.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    walker.see("06-10-late-list")


def _need(walker: Walker) -> Row:
    with walker.office.read() as rows:
        return rows.find("need")[0]
