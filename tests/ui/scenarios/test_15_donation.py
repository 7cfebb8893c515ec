"""Scenario 15: what a campaign offers is refused and counted; what is given freely gets its receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.donation import RECEIPT_STATEMENT
from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.ui.scenarios.conftest import Sit


def _donors(work: UnitOfWork) -> None:
    add_record(work, "donor", {"name": "شرکت مهر", "kind": "organization"})
    add_record(work, "donor", {})


def test_a_political_offer_is_refused_and_a_free_one_gets_a_receipt(sit: Sit) -> None:
    walker = sit(_donors, code="0803")
    walker.go("donations")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(donor_id="شرکت مهر", kind="کالا", description="پانصد بستهٔ غذایی", purpose="ساکنان")
    walker.save()
    with walker.office.write() as work:
        offer = work.find("donation")[0]
        work.change("donation", offer["id"], {"condition_text": "نصب بنر انتخاباتی"})
    walker.window.reload()
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
