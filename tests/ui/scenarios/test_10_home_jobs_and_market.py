"""Scenario 10: «خیاطی خانگی», what became of its thirteen women ninety days later, and the market."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from desktop.services.records import add_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshop_after import follow_ups
from desktop.services.workshops import enroll, record_attendance
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, add_workshop
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.screens.hands import press

FIRST = ("مریم", "زهرا", "لیلا", "ستایش", "نرگس", "پریسا", "آرزو", "سمیه", "گلنار", "شیرین", "معصومه", "پروین", "مهین")


def _sewing(work: UnitOfWork) -> None:
    """Three sessions of three hours, a holiday between them, that ended on ۱۴۰۴/۰۶/۲۶ with thirteen women."""
    made = add_workshop(
        work, title="خیاطی خانگی", type="home_jobs", planned_start="1404/06/05", planned_end="1404/06/26",
        sessions_planned=3, hours_per_session=3, min_attend_share=0.75,
    )  # fmt: skip
    people = [add_person(work, first_name=name)["id"] for name in FIRST]
    plan_sessions(work, made["id"])
    step_record(work, "workshop", made["id"], "open", {})
    enroll(work, made["id"], people)
    for session in work.find("workshop_session", workshop_id=made["id"]):
        record_attendance(work, session["id"], dict.fromkeys(people, "present"))
    step_record(work, "workshop", made["id"], "held", {})


def test_ninety_days_later_thirteen_are_asked_with_one_key_each(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=101)
    walker = sit(_sewing, code="0803")
    walker.go("workshops")
    walker.key(Qt.Key.Key_F8)
    walker.rest(200)
    assert walker.reads("۱۳ نفر باید پرسیده شوند")
    with walker.office.read() as rows:
        assert {one.due_on for one in follow_ups(rows)} == {date(2025, 12, 16)}  # ۱۴۰۴/۰۹/۲۵
    walker.see("10-01-due")
    for key in "1۱1۱1" + "00" + "۵":
        press(key)
        walker.rest(0)
    assert walker.reads("۵ نفر باید پرسیده شوند")
    walker.key(Qt.Key.Key_Escape)
    walker.key(Qt.Key.Key_Return)
    walker.rest(200)
    walker.key(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert walker.reads("۸ از ۱۳ پرسیده شد، ۵ با پیامد مثبت، ۲ در دسترس نبود")
    walker.see("10-02-outcomes")


def test_the_market_is_counted_and_its_sales_are_told_in_rial_and_toman(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=20)
    walker = sit(code="0803")
    walker.go("events")
    assert walker.reads("هنوز رویدادی ثبت نشده است")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="بازارچهٔ صنایع دستی", type="بازارچه", date_from="۱۴۰۴/۰۷/۰۳", place="کاروانسرای آوج")
    walker.write(neighborhood_id="گلستان")
    walker.save()
    walker.push("برگزار شد")
    walker.write(headcount_women="۲۱۰", headcount_men="۱۴۰", headcount_children="۹۰")
    walker.save()
    walker.push("گزارش رویداد")
    walker.write(stalls_count="۱۲", sales_rial="۱۸۶٬۵۰۰٬۰۰۰ ریال")
    walker.save()
    walker.rest(200)
    assert walker.reads("۴۴۰ نفر")
    assert walker.reads("۱۸۶٬۵۰۰٬۰۰۰ ریال — ۱۸٫۶۵ میلیون تومان")
    walker.see("10-03-market")
    with walker.office.read() as rows:
        event = rows.find("event")[0]
        assert (event["status"], event["stalls_count"], event["sales_rial"]) == ("reported", 12, 186_500_000)
        assert rows.find("attendance") == []  # who came to a market is nobody's attendance
    walker.go("calendar")
    assert walker.reads("بازارچهٔ صنایع دستی")
    walker.see("10-04-calendar")


def test_a_stall_of_a_resident_is_written_beside_its_market(sit: Sit, clock: FakeClock) -> None:
    def prepare(work: UnitOfWork) -> None:
        place = work.find("neighborhood")[0]["id"]
        market = {"title": "بازارچه", "type": "handicraft_market", "place": "میدان", "date_from": "1404/06/10"}
        add_record(work, "event", {**market, "neighborhood_id": place})
        add_person(work, first_name="پروین", last_name="سفالگر")

    walker = sit(prepare, code="0803")
    walker.go("events")
    walker.rest(200)
    walker.push("غرفه تازه")
    walker.write(person_id="پروین سفالگر", product="سفال", sales_rial="۲ میلیون تومان")
    walker.save()
    with walker.office.read() as rows:
        assert [stall["sales_rial"] for stall in rows.find("market_stall")] == [20_000_000]
    assert walker.reads("۲۰٬۰۰۰٬۰۰۰ ریال — ۲ میلیون تومان")
