"""Scenario 8: the library of the school of باغ‌سرا is equipped, confirmed, told on without names, opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.record import Row
from desktop.services.records import add_record, step_record
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import agency, neighborhood
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker

OFFICE = {"code": "1002", "county_id": "1002", "title_fa": "دفتر نسیم (آزمایشی)", "neighborhoods": ["باغ‌سرا"]}
CTRL = Qt.KeyboardModifier.ControlModifier
SOLUTION = "استفاده از کتاب‌های اهدایی + قفسه شهرداری"


def test_a_library_is_met_confirmed_and_opened_again(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=5)  # ۱۴۰۴/۰۶/۲۰
    walker = sit(_library, **OFFICE)
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
    assert walker.problems() == {"resident_confirmed": "required"}
    walker.push("بله")
    walker.write(satisfaction="۴", solution_note=SOLUTION)
    walker.save()
    assert _need(walker)["solution_note"] == SOLUTION
    walker.push("برآورده")
    walker.see("08-05-met")
    assert walker.reads("۴ از ۵")
    walker.push("راه‌حل‌ها")
    walker.see("08-06-solutions")
    assert walker.reads(SOLUTION)
    assert not walker.reads("باغ‌سرا", walker.screen.solution_pane)
    walker.push("فهرست")
    clock.pass_time(days=16)  # ۱۴۰۴/۰۷/۰۵
    walker.push("بازگشایی")
    walker.save()
    assert walker.problems() == {"note": "required"}
    walker.write(note="قفسه‌ها شکست")
    walker.save()
    walker.see("08-07-opened")
    assert (_need(walker)["status"], str(_need(walker)["status_on"])) == ("in_progress", "2025-09-27")
    assert walker.toast() == "گام «بازگشایی» ثبت شد."


def test_the_library_is_tied_to_its_project_and_the_credit_that_pays_for_it(sit: Sit) -> None:
    walker = sit(_library, **OFFICE)
    walker.go("money")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="تجهیز مدرسه‌ها", source="استانداری", purpose="فعالیت", amount_rial="۸۰۰ میلیون ریال")
    walker.save()
    for _ in range(2):
        walker.key(Qt.Key.Key_Tab, CTRL)
        walker.rest()
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="تجهیز کتابخانهٔ باغ‌سرا", kind="تجهیز", neighborhood_id="باغ")
    walker.save()
    walker.push("اعتبار پروژه تازه")
    walker.see("08-11-credit")
    walker.write(credit_id="تجهیز مدرسه", amount_rial="۲۰۰ میلیون ریال")
    walker.save()
    walker.see("08-12-project")
    assert walker.reads("تجهیز مدرسه‌ها")
    walker.go("needs")
    walker.push("ویرایش نیاز")
    walker.write(project_id="تجهیز کتاب")
    walker.write(credit_id="تجهیز مدرسه")
    walker.see("08-13-need")
    walker.save()
    assert None not in (_need(walker)["project_id"], _need(walker)["credit_id"])
    assert walker.reads("تجهیز کتابخانهٔ باغ‌سرا", walker.screen.pane)
    assert walker.reads("تجهیز مدرسه‌ها", walker.screen.pane)
    walker.see("08-14-tied")
    walker.push("تجهیز کتابخانهٔ باغ‌سرا")
    assert walker.window.screen_name() == "money"
    assert walker.reads("نیازهایی که این پروژه را نام برده‌اند")
    walker.see("08-15-both-ways")


def test_only_the_manager_opens_it_again(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=21)

    def before(work: UnitOfWork) -> None:
        _library(work)
        need = work.find("need")[0]["id"]
        step_record(work, "need", need, "referred", {"main_agency_id": agency(work), "sent_on": "1404/06/02"})
        step_record(work, "need", need, "met", {"resident_confirmed": True, "on": "1404/06/21"})

    walker = sit(before, role="facilitator", **OFFICE)
    walker.go("needs")
    walker.push("برآورده")
    assert walker.reads("این نیاز به پایان رسیده و گام دیگری ندارد.")
    assert not walker.offers("بازگشایی")


def _library(work: UnitOfWork) -> None:
    place = {"scope": "neighborhood", "neighborhood_id": neighborhood(work, "باغ‌سرا"), "supporters_count": 12}
    told = {"field": "education", "subject": "تجهیز کتابخانه مدرسه باغ‌سرا", "noted_on": "1404/06/01"}
    add_record(work, "need", {**place, **told})


def _need(walker: Walker) -> Row:
    with walker.office.read() as rows:
        return rows.find("need")[0]
