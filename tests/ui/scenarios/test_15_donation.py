"""Scenario 15: what a campaign offers is refused and counted; what is given freely gets its receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.donation import RECEIPT_STATEMENT
from tests.ui.scenarios.conftest import Sit


def test_a_political_offer_is_refused_and_a_free_one_gets_a_receipt(sit: Sit) -> None:
    walker = sit(code="0803")
    walker.go("donations")
    walker.turn("donor")
    for name, kind in (("شرکت مهر", "سازمان"), ("", "شخص")):
        walker.key(Qt.Key.Key_F6)
        walker.rest()
        walker.write(**({"name": name} if name else {}), kind=kind)
        walker.save()
    walker.turn("donation")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(donor_id="شرکت مهر", offered_on="۱۴۰۴/۰۶/۱۲", kind="کالا", description="پانصد بستهٔ غذایی")
    walker.write(condition_text="نصب بنر انتخاباتی", purpose="ساکنان")
    walker.save()
    walker.rest(200)
    assert not walker.offers("پذیرفتن")
    walker.see("15-political")
    walker.push("نپذیرفتن")
    walker.write(refusal_reason="جنبهٔ سیاسی")
    walker.save()
    with walker.office.read() as rows:
        refused = rows.find("donation")[0]
    assert (refused["status"], refused["refusal_reason"], refused["receipt_no"]) == ("refused", "political", None)
    walker.rest(200)
    assert walker.reads("پیشنهادهای ردشده تا امروز")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(donor_id="نیکوکار", kind="نقدی", description="برای امور جاری", value_rial="۴۰ میلیون ریال")
    walker.write(purpose="امور جاری")
    walker.save()
    walker.rest(200)
    for step in ("پذیرفتن", "دریافت و رسید"):
        walker.push(step)
        walker.save()
    with walker.office.read() as rows:
        given = rows.find("donation")[1]
    assert given["status"] == "received", walker.problems()
    assert given["receipt_no"]
    assert walker.reads(RECEIPT_STATEMENT)
    assert walker.reads("نیکوکار (ناشناس)")
    walker.see("15-receipt")
