"""Scenario 3: the household of نورمحمد حیدری: one has a code of twelve digits, one no paper, one goes to school."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.records import step_record
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_workshop
from tests.ui.scenarios.conftest import Sit
from tests.ui.screens.hands import press

OFFICE = {
    "code": "1105",
    "county_id": "1105",
    "title_fa": "دفتر امید فردا (آزمایشی)",
    "neighborhoods": ["شهرک نخلستان"],
}
CTRL = Qt.KeyboardModifier.ControlModifier


def _workshop(work: UnitOfWork) -> None:
    made = add_workshop(work, title="خواندن و نوشتن", planned_start="1404/06/20", planned_end="1404/07/20")
    step_record(work, "workshop", made["id"], "open", {})


def test_a_household_from_afghanistan_is_registered_with_the_papers_it_has(sit: Sit) -> None:
    walker = sit(_workshop, **OFFICE)
    walker.go("households")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(declared_size="۳", first_name="نورمحمد", last_name="حیدری", sex="مرد", birth_date="۱۳۵۹")
    walker.write(marital_status="دارای همسر")
    walker.key(Qt.Key.Key_Tab)
    assert walker.at() == "nationality_group"
    press("افغان")
    walker.write(identifier_type="کد یکتا", identifier_value="۱۲۰۰۴۵۶۷۸۹۰۱")
    walker.see("03-01-code")
    assert walker.problems() == {}
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(first_name="زرغونه", last_name="حیدری", identifier_type="فاقد")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(first_name="احمدضیا", sex="مرد", birth_date="۱۳۹۴", school_status="در حال")
    walker.see("03-02-son")
    assert not walker.reads("اقامت")
    walker.save()
    assert walker.toast() == "خانوار ۱ با پرونده‌های ۱۱۰۵۰۰۰۰۱۲، ۱۱۰۵۰۰۰۰۲۰، ۱۱۰۵۰۰۰۰۳۶ ثبت شد."
    assert not walker.reads("دریافت شناسنامه")
    walker.see("03-03-saved")
    with walker.office.read() as rows:
        head, wife, son = rows.find("person")
        papers = {(one["person_id"], one["type"]): one["value"] for one in rows.find("person_identifier")}
    assert {one["nationality_group"] for one in (head, wife, son)} == {"afghan"}
    assert papers == {(head["id"], "foreigner_unique_code"): "120045678901", (wife["id"], "none"): None}
    assert (son["father_name"], son["school_status"]) == ("نورمحمد", "enrolled")
    walker.go("residents")
    walker.see("03-04-residents")
    walker.go("workshops")
    walker.key(Qt.Key.Key_Return)
    walker.rest(200)
    walker.key(Qt.Key.Key_3, CTRL)
    walker.key(Qt.Key.Key_F7)
    walker.rest(200)
    walker.see("03-05-workshop")
    assert all(walker.reads(name) for name in ("نورمحمد حیدری", "زرغونه حیدری", "احمدضیا حیدری"))
