"""Scenario 8: the library of the school of باغ‌سرا is equipped, confirmed, told to others without names, opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.records import add_record
from tests.factories import agency, neighborhood
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit

OFFICE = {"code": "1002", "county_id": "1002", "title_fa": "دفتر نسیم (آزمایشی)", "neighborhoods": ["باغ‌سرا"]}
SOLUTION = "استفاده از کتاب‌های اهدایی + قفسه شهرداری"


def test_a_library_is_met_confirmed_and_opened_again(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=5)  # ۱۴۰۴/۰۶/۲۰

    def before(work):
        place = {"scope": "neighborhood", "neighborhood_id": neighborhood(work, "باغ‌سرا"), "supporters_count": 12}
        told = {"field": "education", "subject": "تجهیز کتابخانه مدرسه باغ‌سرا", "noted_on": "1404/06/01"}
        add_record(work, "need", {**place, **told})

    walker = sit(before, **OFFICE)
    walker.go("needs")
    walker.rest()
    walker.push("ارجاع به دستگاه")
    walker.write(main_agency_id="آموزش و پرورش", sent_on="۱۴۰۴/۰۶/۰۲")
    walker.save()
    walker.push("ثبت پاسخ دستگاه")
    walker.write(type="انجام شد", received_on="۱۴۰۴/۰۶/۲۰")
    walker.see("08-01-answer")
    walker.save()
    walker.see("08-02-answered")
    walker.push("برآورده شد")
    walker.see("08-03-met")
    walker.save()
    walker.see("08-04-asked")
    assert [problem for problem in walker.problems()] == ["resident_confirmed"]
