"""Scenario 12: a coordination meeting, three resolutions typed one after the other, one of which is late in Mehr."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import neighborhood
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit

CTRL = Qt.KeyboardModifier.ControlModifier
RESOLVED = (
    ("نصب بیست چراغ در معبرها", "شهرداری", "۱۴۰۴/۰۷/۰۵"),
    ("غربالگری سلامت", "مرکز بهداشت", "۱۴۰۴/۰۷/۱۵"),
    ("کلاس جبرانی", "آموزش و پرورش", "۱۴۰۴/۰۸/۰۱"),
)


def _need(work: UnitOfWork) -> None:
    given = {"scope": "neighborhood", "neighborhood_id": neighborhood(work, "چشمه‌سار"), "subject": "خاموشی معبر"}
    add_record(
        work,
        "need",
        {**given, "field": "civil_physical", "urgency": "first", "source": "meeting", "supporters_count": 23},
    )


def test_resolutions_are_typed_in_the_minutes_and_run_out_by_themselves(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=7)
    walker = sit(_need, code="0803")
    walker.go("meetings")
    assert walker.reads("هنوز جلسه‌ای ثبت نشده است")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(type="هماهنگی", subject="هماهنگی دفاتر کرمان", date="۱۴۰۴/۰۶/۲۲", place="فرمانداری")
    walker.write(agenda="روشنایی معابر")
    walker.save()
    walker.rest()
    walker.key(Qt.Key.Key_N, CTRL)
    for text, owner, due in RESOLVED:
        served = {"need_id": "خاموشی"} if text is RESOLVED[0][0] else {}
        walker.write(text=text, owner_org_id=owner, due_on=due, **served)
        walker.key(Qt.Key.Key_Return, CTRL)
        walker.rest()
    with walker.office.read() as rows:
        resolved, need = rows.find("resolution"), rows.find("need")[0]
    assert [one["no"] for one in resolved] == [1, 2, 3]
    assert all(one["owner_org_id"] for one in resolved)
    assert [one["need_id"] for one in resolved] == [need["id"], None, None]
    walker.key(Qt.Key.Key_Escape)
    walker.rest(200)
    assert walker.reads("نیاز: خاموشی معبر")
    walker.see("12-minutes")
    walker.window.open_record("need", need["id"])
    walker.rest(200)
    assert walker.reads(RESOLVED[0][0])
    assert walker.reads("مصوبهٔ جلسه، تا ۱۴۰۴/۰۷/۰۵")
    walker.see("12-need")
    clock.pass_time(days=20)
    walker.window.open_record("resolution", resolved[0]["id"])
    walker.rest(200)
    assert walker.screen.tabs.choice() == "resolution"
    assert walker.reads("گذشته از مهلت")
    walker.see("12-late")
    walker.push("اجرا شد")
    walker.save()
    with walker.office.read() as rows:
        assert [one["status"] for one in rows.find("resolution")] == ["done", "open", "open"]
