"""Scenario 16: a plan of an NGO counts its days down; no expired licence is approved; only the province extends."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker

ALERTS = ((26, "۳۰ روز مانده"), (23, "۷ روز مانده"), (7, "امروز"))
"""Days that pass until ۱۴۰۴/۰۷/۱۰, ۰۸/۰۳ and ۰۸/۱۰, and what the plan says then."""


def _write_plan(walker: Walker, ngo: str, expiry: str) -> None:
    """The NGO with its licence, then its plan with both supervisors, all by keys."""
    walker.turn("organization")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(name_fa=ngo, license_no="۱۲", license_expiry=expiry)
    walker.save()
    walker.turn("ngo_plan")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title=f"مسابقهٔ {ngo}", ngo_org_id=ngo, area="ورزش", requested_rial="۱۲۰ میلیون ریال")
    walker.write(supervisor_org_id="فرمانداری", chief_supervisor_org_id="استانداری")
    walker.save()
    walker.rest(200)


def _approve(walker: Walker) -> None:
    walker.push("تصویب")
    walker.write(approved_rial="۱۰۰ میلیون ریال", approved_on="۱۴۰۴/۰۵/۱۰", approval_no="۴۴")
    walker.save()


def _status(walker: Walker) -> tuple[str, object]:
    with walker.office.read() as rows:
        plan = rows.find("ngo_plan")[0]
    return plan["status"], plan["score"]


def test_a_plan_counts_down_and_is_scored_at_two_levels(sit: Sit, clock: FakeClock) -> None:
    walker = sit(code="2606", county_id="2606")
    walker.go("ngos")
    _write_plan(walker, "آوای آبگرم", "۱۴۰۵/۰۲/۳۱")
    _approve(walker)
    assert _status(walker)[0] == "approved", walker.problems()
    assert walker.reads("۱۴۰۴/۰۸/۱۰")
    assert walker.reads("فرمانداری آوج")
    assert not walker.offers("تمدید مهلت")
    walker.push("آغاز")
    walker.save()
    for days, told in ALERTS:
        clock.pass_time(days=days)
        walker.go("dashboard")
        walker.window.reload()
        walker.rest(200)
        assert walker.reads("مسابقهٔ آوای آبگرم"), told
        walker.go("ngos")
        walker.window.reload()
        walker.rest(200)
        assert walker.reads(told), (told, walker.said())
        walker.see(f"16-after-{days}")
    walker.push("ارزیابی")
    walker.write(score_county="۸۲", score_province="۷۸", result_positive="بله", funding_month="فروردین ۱۴۰۵")
    walker.save()
    assert _status(walker) == ("evaluated", 80), walker.problems()
    walker.rest(200)
    assert walker.offers("حمایت مالی")
    assert walker.reads("فروردین ۱۴۰۵")
    walker.see("16-scores")


def test_an_expired_licence_is_not_approved(sit: Sit) -> None:
    walker = sit(code="2606", county_id="2606")
    walker.go("ngos")
    _write_plan(walker, "یاران", "۱۴۰۴/۰۲/۳۱")
    _approve(walker)
    assert _status(walker)[0] == "proposed"
    assert walker.reads("پروانه")
    walker.see("16-expired")
    walker.front.reject()  # type: ignore[attr-defined]
