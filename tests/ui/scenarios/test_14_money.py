"""Scenario 14: money in three units, read back in words, summed in one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.wording import grouped
from tests.ui.scenarios.conftest import Sit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("amounts", [("۲ میلیارد تومان", "۵۳ میلیارد ریال", "۱۲۰۰۰۰۰ ریال جدید")])
def test_amounts_in_three_units_stand_in_one_sum(sit: Sit, amounts: tuple[str, ...]) -> None:
    walker = sit(code="0803")
    walker.go("money")
    assert walker.reads("هنوز اعتباری ثبت نشده است")
    for number, amount in enumerate(amounts):
        walker.key(Qt.Key.Key_F6)
        walker.rest()
        walker.write(title=f"اعتبار {grouped(number)}", source="استانداری", purpose="تأسیس", amount_rial=amount)
        if number == 0:
            assert walker.reads("بیست میلیارد ریال"), walker.said()
            walker.see("14-words")
        walker.save()
    with walker.office.read() as rows:
        stored = [one["amount_rial"] for one in rows.find("credit")]
    assert stored == [20_000_000_000, 53_000_000_000, 12_000_000_000]
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="بی‌یکا", source="استانداری", purpose="تأسیس", amount_rial="2000000000")
    walker.save()
    assert "amount_rial" in walker.problems()
    walker.window.asker.answers.append(True)  # type: ignore[attr-defined]
    walker.key(Qt.Key.Key_Escape)
    walker.rest()
    walker.turn("sums")
    assert walker.reads(grouped(85_000))
    walker.see("14-sums")
    walker.screen.page().setFocus()
    for _ in range(2):
        walker.key(Qt.Key.Key_Left)
    walker.key(Qt.Key.Key_Space)
    walker.rest()
    assert walker.reads(grouped(8_500_000))


def test_an_expense_beyond_what_came_is_refused_beside_its_field(sit: Sit) -> None:
    walker = sit(code="0803")
    walker.go("money")
    walker.key(Qt.Key.Key_F6)
    walker.rest()
    walker.write(title="جاری", source="استانداری", purpose="فعالیت", amount_rial="۱۰۰ میلیون ریال")
    walker.save()
    for step in ("تصویب", "تخصیص", "دریافت"):
        walker.push(step)
        walker.save()
    with walker.office.read() as rows:
        credit = rows.find("credit")[0]
    assert (credit["status"], credit["received_rial"]) == ("received", 100_000_000)
    walker.push("هزینه تازه")
    walker.write(date="۱۴۰۴/۰۶/۱۵", amount_rial="۱۱۰ میلیون ریال", category="ملزومات")
    walker.save()
    with walker.office.read() as rows:
        assert rows.find("expense") == []
    assert walker.reads("۱۰۰")
    walker.see("14-over")
    walker.window.asker.answers.append(True)  # type: ignore[attr-defined]
    walker.key(Qt.Key.Key_Escape)
