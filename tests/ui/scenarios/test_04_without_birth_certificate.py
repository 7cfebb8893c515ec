"""Scenario 4: بی‌بی‌گل ناروئی, about 17, has no birth certificate; the registry of Zahedan is asked for one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from desktop.domain.record import Row
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker

OFFICE = {
    "code": "1105",
    "county_id": "1105",
    "title_fa": "دفتر امید فردا (آزمایشی)",
    "neighborhoods": ["شهرک نخلستان"],
}


def test_somebody_without_papers_is_sent_to_the_registry(sit: Sit) -> None:
    walker = sit(**OFFICE)
    walker.go("residents")
    walker.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    walker.rest()
    walker.see("04-01-visitor")
    walker.write(first_name="بی‌بی‌گل", last_name="ناروئی", father_name="چراغ", sex="زن", age_estimated="۱۷")
    walker.see("04-02-typed")
    walker.save()
    walker.see("04-03-saved")
    person = _only(walker, "person")
    assert (person["age_estimated"], person["age_reference_date"]) == (17, date(2025, 9, 6))
    walker.go("needs")
    walker.key(Qt.Key.Key_F6)
    walker.write(person_id="بی‌بی‌گل", field="هویت", subject="دریافت شناسنامه", urgency="فوریت دوم")
    walker.see("04-04-need")
    walker.save()
    walker.push("ارجاع به دستگاه")
    walker.write(main_agency_id="ثبت احوال")
    walker.save()
    walker.see("04-05-referred")
    walker.key(Qt.Key.Key_F9)
    walker.rest(900)
    walker.see("04-06-letter")
    assert any("فاقد شماره ملی" in text for text in walker.ticked())
    walker.save()
    walker.rest(600)
    walker.see("04-07-paper")
    letter, need = _only(walker, "letter"), _only(walker, "need")
    with walker.office.read() as rows:
        owner = rows.get("staff_member", need["owner_staff_id"])
    assert owner is not None
    assert owner["position"] == "social_worker"
    assert "name" in letter["personal_items"]


def _only(walker: Walker, kind: str) -> Row:
    with walker.office.read() as rows:
        (row,) = rows.find(kind)
    return row
