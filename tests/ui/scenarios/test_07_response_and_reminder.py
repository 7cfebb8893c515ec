"""Scenario 7: the ten referrals of domain §4.2, their answers, the silence of R4 and its reminder."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.indicators.month import indicators
from desktop.services.letters import write_referral_letter
from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_need, add_person, agency
from tests.fakes import FakeClock
from tests.ui.scenarios.conftest import Sit

SENT = {
    "R1": ("05/03", "05/10"), "R2": ("05/05", "05/25"), "R3": ("05/12", "06/02"), "R4": ("05/18", ""),
    "R5": ("05/20", "06/28"), "R6": ("05/29", "06/05"), "R7": ("06/02", "06/09"), "R8": ("06/08", ""),
    "R9": ("06/15", "06/29"), "R10": ("06/22", ""),
}  # fmt: skip
AGENCIES = {"R4": "municipality", "R8": "power", "R10": "water"}


def test_silence_is_counted_and_reminded(sit: Sit, clock: FakeClock) -> None:
    clock.pass_time(days=16)  # ۱۴۰۴/۰۶/۳۱

    def before(work: UnitOfWork) -> None:
        person = add_person(work)
        for name, (sent, answered) in SENT.items():
            need = add_need(work, person, subject=f"درخواست {name}", noted_on=f"1404/{sent}", field="social")
            given = {
                "need_id": need["id"],
                "agency_id": agency(work, AGENCIES.get(name, "education")),
                "sent_on": f"1404/{sent}",
            }
            referral = add_record(work, "referral", given)
            if name == "R4":
                write_referral_letter(work, referral["id"])
            if answered:
                add_record(
                    work,
                    "agency_response",
                    {"referral_id": referral["id"], "type": "accepted", "received_on": f"1404/{answered}"},
                )

    walker = sit(before)
    walker.go("dashboard")
    walker.see("07-01-worklist")
    walker.go("reports")
    walker.rest(1500)
    walker.see("07-02-report")
    with walker.office.read() as rows:
        month = indicators(rows, "1404-06")
    assert [(month[code].numerator, month[code].denominator) for code in ("I-11", "I-12")] == [(5, 8), (4, 6)]
    assert (month["I-13"].value, month["I-13"].denominator, month["I-13"].missing) == (14, 5, 3)
    assert month["I-13"].beside["unanswered_median_age"] == 23
    assert month["I-13"].beside["unanswered_oldest_age"] == 44
    walker.go("letters")
    walker.see("07-03-letters")
    walker.push("ثبت پاسخ رسیده")
    walker.write(sender_number="۱۲۳", date="۱۴۰۴/۰۶/۰۱", type="ثبت در دبیرخانه")
    walker.see("07-04-stamp")
    walker.save()
    walker.see("07-05-saved")
    with walker.office.read() as rows:
        assert indicators(rows, "1404-06") == month, "a stamp of the secretariat is no answer"
    walker.push("یادآوری به دستگاه‌های بی‌پاسخ")
    walker.see("07-06-agencies")
    walker.push("نوشتن و چاپ")
    walker.rest(900)
    walker.see("07-07-pages")
    walker.key(Qt.Key.Key_Escape)
    walker.rest()
    walker.see("07-08-register")
    with walker.office.read() as rows:
        (ours,) = [one for one in rows.find("letter", kind="reminder") if one["follow_up_of"]]
        first = rows.get("letter", ours["follow_up_of"])
        reminded = [one["reminder_count"] for one in rows.find("referral", letter_id=ours["follow_up_of"])]
    assert first is not None
    assert reminded == [1]
    assert walker.reads(first["number"])
