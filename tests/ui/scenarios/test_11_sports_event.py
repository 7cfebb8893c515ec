"""Scenario 11: the match «زو»: counts without names, its cost from a credit, a photo without its place."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt

from desktop.services.records import add_record, step_record
from desktop.store.unit_of_work import UnitOfWork
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit


def _credit(work: UnitOfWork) -> None:
    given = {"title": "فعالیت جاری", "source": "province", "purpose": "operate", "amount_rial": "30 میلیون ریال"}
    made = add_record(work, "credit", {**given, "fiscal_year": 1404})
    for step in ("approved", "allocated", "received"):
        step_record(work, "credit", made["id"], step, {"received_rial": 30_000_000} if step == "received" else {})


def test_a_match_is_counted_paid_from_a_credit_and_shown(sit: Sit, clock: FakeClock, tmp_path: Path) -> None:
    walker = sit(_credit, code="0803")
    walker.go("events")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="مسابقهٔ محلی زو", type="بازی‌های بومی", date_from="۱۴۰۴/۰۶/۱۰", place="زمین دره‌سبز")
    walker.write(neighborhood_id="گلستان", athletes="۶۴", spectators="۳۰۰", volunteers="۶", teams="۸")
    walker.write(cost_rial="۲۵ میلیون ریال")
    walker.save()
    walker.push("برگزار شد")
    walker.save()
    walker.rest(200)
    assert walker.reads("۳۶۴ نفر")
    assert walker.reads("۶۴ ورزشکار، ۳۰۰ تماشاگر")
    assert walker.reads("۲۵٬۰۰۰٬۰۰۰ ریال — ۲٫۵ میلیون تومان")
    walker.see("11-01-match")
    walker.push("هزینه تازه")
    walker.write(credit_id="فعالیت جاری", date="۱۴۰۴/۰۶/۱۰", amount_rial="۳۵ میلیون ریال")
    walker.save()
    with walker.office.read() as rows:
        assert rows.find("expense") == []
    assert walker.reads("۳۰٬۰۰۰٬۰۰۰")  # what is left is said beside the amount
    walker.see("11-02-over")
    walker.front.form.field("amount_rial").set_value(25_000_000)  # type: ignore[attr-defined]
    walker.save()
    with walker.office.read() as rows:
        event = rows.find("event")[0]
        paid = rows.find("expense")
    assert [(one["amount_rial"], one["event_id"], one["category"]) for one in paid] == [
        (25_000_000, event["id"], "event")
    ]
    Image.new("RGB", (80, 60), (90, 120, 30)).save(tmp_path / "ground.jpg")
    walker.screen.photos.add({"owner_kind": "event", "owner_id": event["id"]}, tmp_path / "ground.jpg")
    walker.rest()
    walker.see("11-03-photo")
    walker.write(caption="زمین بازی")
    walker.save()
    assert walker.reads("چهرهٔ کسی پیداست")  # the question is not left open
    walker.push("خیر")
    walker.save()
    walker.rest(200)
    assert len(walker.screen.strip.thumbs) == 1
    walker.see("11-04-shown")
