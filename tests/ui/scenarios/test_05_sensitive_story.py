"""Scenario 5: what a woman tells of her brother is written nowhere; she is sent to counselling without a cause."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.records import add_record
from tests.factories import add_household, add_person
from tests.ui.scenarios.conftest import Sit

STORY = "برادرش معتاد است و او را می‌زند"


def test_the_story_is_written_nowhere(sit: Sit) -> None:
    def before(work):
        person = add_person(work, add_household(work), first_name="پروین", last_name="سالاری")
        consent = {"person_id": person["id"], "scope": "referral:welfare_org", "method": "oral_witnessed"}
        add_record(work, "consent", {**consent, "witness_name": "نرگس بامری"})

    walker = sit(before)
    walker.go("needs")
    walker.key(Qt.Key.Key_F6)
    walker.write(person_id="پروین", field="بهداشت", subject="مراجعه به خدمات مشاوره", description=STORY)
    walker.see("05-01-story")
    walker.save()
    walker.see("05-02-refused")
