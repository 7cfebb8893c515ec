"""Scenario 9: «مهارت‌های زندگی، گروه مادران», from its plan to its report and certificates."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.record import Row
from desktop.services.workshop_figures import workshop_figures
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker
from tests.ui.screens.hands import press

FIRST = ("مریم", "زهرا", "لیلا", "ستایش", "نرگس", "پریسا", "آرزو", "سمیه", "گلنار", "شیرین", "معصومه")
LAST = ("احمدی", "کریمی")
CTRL = Qt.KeyboardModifier.ControlModifier


def _mothers(work: UnitOfWork) -> None:
    for last in LAST:
        for first in FIRST:
            add_person(work, first_name=first, last_name=last)


def test_a_workshop_goes_from_its_plan_to_its_certificates(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=8)  # ۱۴۰۴/۰۶/۲۳, the day after the last session
    walker = sit(_mothers, code="0803")
    _plan(walker)
    _enroll_and_withdraw(walker)
    _sheets(walker)
    _report(walker)
    _certificates(walker)


def _plan(walker: Walker) -> None:
    walker.go("workshops")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="مهارت‌های زندگی، گروه مادران", type="مهارت‌های زندگی", place="خانهٔ محله")
    walker.push("مدرس تازه")
    walker.write(full_name="الهام توکلی")
    walker.save()
    walker.write(planned_start="۱۴۰۴/۰۶/۰۱", planned_end="۱۴۰۴/۰۶/۲۲", sessions_planned="۴", hours_per_session="۲")
    walker.write(capacity="۲۰")
    walker.save()
    walker.see("09-01-planned")
    walker.push("گشودن ثبت‌نام")
    walker.key(Qt.Key.Key_2, CTRL)
    walker.push("برنامه‌ریزی جلسه‌ها")
    walker.rest(300)
    assert walker.reads("شنبه ۱۵ شهریور ۱۴۰۴")
    walker.see("09-02-rule")
    walker.save()
    with walker.office.read() as rows:
        days = [session["date"].isoformat() for session in rows.find("workshop_session")]
    assert days == ["2025-08-23", "2025-08-30", "2025-09-06", "2025-09-13"]


def _enroll_and_withdraw(walker: Walker) -> None:
    page = walker.screen.detail
    walker.key(Qt.Key.Key_3, CTRL)
    walker.key(Qt.Key.Key_F7)
    walker.rest(200)
    walker.key(Qt.Key.Key_Down)
    walker.key(Qt.Key.Key_A, CTRL)
    walker.see("09-03-inviting")
    assert walker.reads("۲۲ نفر نشان‌شده · ۲۰ جای خالی · ۲ نفر در نوبت می‌ماند")
    walker.see("09-03-invited")
    walker.save()
    assert walker.reads("۲۰ از ۲۰ نفر · ۲ نفر در نوبت")
    waiting = [person.name for person in page.detail.with_status("waiting")]
    walker.push("انصراف شرکت‌کننده")
    walker.see("09-04-promoted")
    assert walker.reads(f"{waiting[0]} از نوبت جا گرفته و هنوز خبر ندارد.")
    walker.push("فهرست تماس")
    walker.until(lambda: walker.front is not walker.window)
    walker.see("09-05-call-list")
    walker.key(Qt.Key.Key_Escape)
    walker.push("خبر دادم")
    assert not walker.reads("هنوز خبر ندارد")
    assert walker.reads("۲۰ از ۲۰ نفر · ۱ نفر در نوبت")


def _sheets(walker: Walker) -> None:
    page = walker.screen.detail
    walker.key(Qt.Key.Key_4, CTRL)
    walker.key(Qt.Key.Key_F9)
    walker.until(lambda: walker.front is not walker.window)
    walker.see("09-06-sheet-on-paper")
    walker.key(Qt.Key.Key_Escape)
    walker.key(Qt.Key.Key_4, CTRL)
    assert page.attendance.title.text() == "جلسهٔ ۱"
    press("ح" * 20 + "۱")  # the cursor goes from the last name to those without a file
    walker.save()
    assert _workshop(walker)["status"] == "running"
    walker.key(Qt.Key.Key_4, CTRL)
    page.attendance.grid.setFocus()
    walker.key(Qt.Key.Key_Left)
    assert page.attendance.title.text() == "جلسهٔ ۲"
    press("غغتب")
    walker.save()
    page.attendance.grid.setFocus()
    walker.key(Qt.Key.Key_Left)
    press("ح" * 19)
    walker.save()
    walker.see("09-07-nearly-whole")
    walker.key(Qt.Key.Key_2, CTRL)
    walker.key(Qt.Key.Key_End)
    walker.push("برگزار نشد")
    walker.push("پایان کارگاه")
    assert _workshop(walker)["status"] == "held"
    assert any("«گزارش کارگاه»" in text and "۳" in text for text in walker.said())  # session 3 is not whole
    walker.push("گزارش کارگاه")
    assert _workshop(walker)["status"] == "held"
    walker.key(Qt.Key.Key_4, CTRL)
    press("ح")
    walker.save()


def _report(walker: Walker) -> None:
    walker.key(Qt.Key.Key_5, CTRL)
    press("۵ ۴ ۵ ۵ ۳")
    walker.key(Qt.Key.Key_Return)
    walker.rest()
    assert walker.reads("میانگین ۵ برگه؛ تا ۱۰ برگه در گزارش نمی‌آید.")
    walker.push("ارزیابی تازه")
    criteria: Any = walker.front.form.field("criteria")  # type: ignore[attr-defined]
    for row in criteria.rows[:5]:
        row.editors()[2].setFocus()
        press("۴")
    assert walker.reads("امتیاز کل تا اینجا: ۴٫۰۰ از ۵")
    walker.see("09-08-evaluated")
    walker.save()
    walker.push("گزارش کارگاه")
    walker.see("09-09-reported")
    page = walker.screen.detail
    assert not page.problem.text(), page.problem.text()
    assert _workshop(walker)["status"] == "reported"
    with walker.office.read() as rows:
        figures = workshop_figures(rows, _workshop(walker)["id"])
        states = [place["status"] for place in rows.find("workshop_enrollment")]
    assert figures is not None
    assert (figures.held, figures.participants, figures.walk_ins) == (3, 20, 1)
    assert states.count("completed") == 18  # two were absent once, and three sessions ask for three
    assert states.count("failed") == 2


def _certificates(walker: Walker) -> None:
    walker.key(Qt.Key.Key_6, CTRL)
    walker.push("صدور گواهی برای همه")
    assert walker.reads("۱۸ گواهی برای ۱۸ تکمیل‌کرده")
    walker.see("09-09-certificates")
    walker.push("چاپ گواهی")
    walker.until(lambda: walker.front is not walker.window)
    walker.see("09-10-certificate")
    walker.key(Qt.Key.Key_Escape)


def _workshop(walker: Walker) -> Row:
    with walker.office.read() as rows:
        return rows.find("workshop")[0]
