"""Scenario 5: what a woman tells of her brother is written nowhere; she is sent to counselling without a cause."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_household, add_person
from tests.ui.scenarios.conftest import Sit
from tests.ui.scenarios.walker import Walker

STORY = "برادرش معتاد است و او را می‌زند"


def test_the_story_is_written_nowhere(sit: Sit) -> None:
    def before(work: UnitOfWork) -> None:
        person = add_person(work, add_household(work), first_name="پروین", last_name="سالاری")
        consent = {"person_id": person["id"], "scope": "referral:welfare_org", "method": "signature"}
        add_record(work, "consent", consent)

    walker = sit(before)
    walker.go("needs")
    walker.key(Qt.Key.Key_F6)
    walker.write(person_id="پروین", field="بهداشت", subject="مراجعه به خدمات مشاوره", description=STORY)
    walker.see("05-01-story")
    walker.save()
    walker.see("05-02-refused")
    assert walker.reads("۱۲۳")
    assert walker.reads("خدمات مشاوره")
    walker.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    walker.key(Qt.Key.Key_Delete)
    walker.save()
    walker.see("05-03-noted")
    walker.push("ارجاع به دستگاه")
    walker.write(main_agency_id="بهزیستی")
    walker.see("05-04-refer")
    walker.save()
    walker.key(Qt.Key.Key_F9)
    walker.rest(900)
    walker.see("05-05-letter")
    assert walker.reads("مراجعه به خدمات مشاوره")
    walker.save()
    walker.rest(300)
    walker.key(Qt.Key.Key_Escape)
    with walker.office.read() as rows:
        told = [str(row) for kind in ("need", "need_event", "referral", "letter") for row in rows.find(kind)]
        log = rows.query("SELECT fields FROM change_log")
        audit = rows.query("SELECT detail FROM audit_log")
    assert not [one for one in (*told, *map(str, log), *map(str, audit)) if "معتاد" in one or "برادر" in one]
    assert {(row["status"], row["subject"]) for row in _rows(walker, "need")} == {
        ("referred", "مراجعه به خدمات مشاوره")
    }


def _rows(walker: Walker, kind: str) -> list[Row]:
    with walker.office.read() as rows:
        return rows.find(kind)
