"""Scenario 13: a memorandum is signed, its promises have their days, and it ends by itself."""

from __future__ import annotations

from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit


def _draft(work: UnitOfWork) -> None:
    centre = next(one for one in work.find("organization") if "فنی" in one["name_fa"])["id"]
    parties = [{"name": "دفتر تسهیلگری"}, {"org_id": centre}]
    mou = add_record(work, "mou", {"title": "دو دورهٔ خیاطی", "parties": parties})
    given = {"mou_id": mou["id"], "due_on": "1404/12/29"}
    add_record(work, "mou_commitment", {**given, "text": "مکان"})
    add_record(work, "mou_commitment", {**given, "text": "مربی و آزمون", "party_org_id": centre})


def test_a_memorandum_is_signed_and_ends_by_itself(sit: Sit, clock: FakeClock) -> None:
    walker = sit(_draft, code="0803")
    with walker.office.read() as rows:
        mou = rows.find("mou")[0]
    walker.window.open_record("mou", mou["id"])
    walker.rest(200)
    assert walker.reads("پیش‌نویس")
    walker.push("امضا")
    walker.write(signed_on="۱۴۰۴/۰۶/۱۵", start="۱۴۰۴/۰۶/۱۵", end="۱۴۰۴/۱۲/۲۹")
    walker.save()
    with walker.office.read() as rows:
        assert rows.find("mou")[0]["status"] == "active", walker.problems()
    walker.see("13-signed")
    clock.pass_time(days=204)  # ۱۴۰۵/۰۱/۰۷
    walker.window.reload()
    walker.rest(200)
    assert walker.reads("پایان‌یافته")
    walker.see("13-expired")
    walker.window.open_record("mou_commitment", rows_first(walker.office))
    walker.rest(200)
    assert walker.reads("گذشته از مهلت")


def rows_first(office: object) -> str:
    with office.read() as rows:  # type: ignore[attr-defined]
        return str(rows.find("mou_commitment")[0]["id"])
