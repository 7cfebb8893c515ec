"""Scenario 16: a plan of an NGO counts its days down; no expired licence is approved; only the province extends."""

from __future__ import annotations

from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker


def _plans(work: UnitOfWork) -> None:
    county = add_record(work, "organization", {"name_fa": "فرمانداری آوج", "kind": "governance"})
    province = add_record(work, "organization", {"name_fa": "استانداری قزوین", "kind": "governance"})
    watched = {"supervisor_org_id": county["id"], "chief_supervisor_org_id": province["id"], "area": "sport"}
    for name, expiry in (("آوای آبگرم", "1405/02/31"), ("یاران", "1404/02/31")):
        licence = {"kind": "ngo", "license_no": "12", "license_expiry": expiry}
        ngo = add_record(work, "organization", {"name_fa": name, **licence})
        add_record(work, "ngo_plan", {"title": f"مسابقهٔ {name}", "ngo_org_id": ngo["id"], **watched})


def _approve(walker: Walker, title: str) -> None:
    with walker.office.read() as rows:
        plan = rows.find("ngo_plan", title=title)[0]
    walker.window.open_record("ngo_plan", plan["id"])
    walker.rest(200)
    walker.push("تصویب")
    walker.write(approved_rial="۱۰۰ میلیون ریال", approved_on="۱۴۰۴/۰۵/۱۰", approval_no="۴۴")
    walker.save()


def _status(walker: Walker, title: str) -> tuple[str, object]:
    with walker.office.read() as rows:
        plan = rows.find("ngo_plan", title=title)[0]
    return plan["status"], plan["score"]


def test_a_plan_counts_down_and_is_scored_at_two_levels(sit: Sit, clock: FakeClock) -> None:
    title = "مسابقهٔ آوای آبگرم"
    walker = sit(_plans, code="0803")
    _approve(walker, title)
    assert _status(walker, title)[0] == "approved", walker.problems()
    assert walker.reads("۱۴۰۴/۰۸/۱۰")
    assert not walker.offers("تمدید مهلت")
    walker.push("آغاز")
    walker.save()
    clock.pass_time(days=49)  # ۱۴۰۴/۰۸/۰۳
    walker.window.reload()
    walker.rest(200)
    assert walker.reads("۷ روز مانده")
    walker.see("16-seven-days")
    walker.push("ارزیابی")
    walker.write(score_county="۸۲", score_province="۷۸", result_positive="بله")
    walker.save()
    assert _status(walker, title) == ("evaluated", 80), walker.problems()
    walker.rest(200)
    assert walker.offers("حمایت مالی")
    walker.see("16-scores")


def test_an_expired_licence_is_not_approved(sit: Sit) -> None:
    walker = sit(_plans, code="0803")
    _approve(walker, "مسابقهٔ یاران")
    assert _status(walker, "مسابقهٔ یاران")[0] == "proposed"
    assert walker.reads("پروانه")
    walker.see("16-expired")
    walker.front.reject()  # type: ignore[attr-defined]
