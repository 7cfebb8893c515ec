"""Scenario 13: a memorandum is drafted and signed, its promises have their days, and it ends by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.indicators.snapshot import Snapshot
from desktop.services.monthly_partners import partner_rows
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit

PROMISED = (("مکان", "", "۱۴۰۴/۱۲/۲۹"), ("مربی و آزمون", "فنی و حرفه‌ای", "۱۴۰۴/۱۲/۲۹"))


def test_a_memorandum_is_signed_and_ends_by_itself(sit: Sit, clock: FakeClock) -> None:
    walker = sit(code="0803")
    walker.go("meetings")
    walker.turn("mou")
    assert walker.reads("هنوز تفاهم‌نامه‌ای نیست")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="دو دورهٔ خیاطی")
    walker.fill("parties", [("", "دفتر تسهیلگری", "مدیر دفتر"), ("فنی و حرفه‌ای", "", "")])
    walker.see("13-draft")
    walker.save()
    with walker.office.read() as rows:
        assert [len(one["parties"]) for one in rows.find("mou")] == [2], walker.problems()
    walker.rest(200)
    assert walker.reads("پیش‌نویس")
    for text, party, due in PROMISED:
        walker.push("تعهد تازه")
        walker.write(**({"party_org_id": party} if party else {}), text=text, due_on=due)
        walker.save()
        walker.rest(200)
    walker.push("امضا")
    walker.write(signed_on="۱۴۰۴/۰۶/۱۵", start="۱۴۰۴/۰۶/۱۵", end="۱۴۰۴/۱۲/۲۹")
    walker.save()
    with walker.office.read() as rows:
        assert rows.find("mou")[0]["status"] == "active", walker.problems()
        promised = rows.find("mou_commitment")
        (told,) = partner_rows(Snapshot(rows, "1404-06")).coordination.mous
    assert [bool(one["party_org_id"]) for one in promised] == [False, True]
    assert (told.commitments, told.done, told.overdue) == (2, 0, 0)
    walker.see("13-signed")
    clock.pass_time(days=204)  # ۱۴۰۵/۰۱/۰۷
    walker.window.reload()
    walker.rest(200)
    assert walker.reads("پایان‌یافته")
    walker.see("13-expired")
    walker.turn("mou_commitment")
    walker.rest(200)
    assert walker.reads("گذشته از مهلت")
    walker.go("dashboard")
    walker.rest(200)
    assert walker.reads("مکان")
    walker.see("13-worklist")
