"""Lines of the audit log are read in words: no code of the program stands in them."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.services.audit_trail import AuditLine
from desktop.services.audit_words import detail_words

AT = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)


def line(action: str, detail: str) -> AuditLine:
    return AuditLine(1, AT, "u", "حمید", action, "monthly_report", "r", "گزارش مهر ۱۴۰۵", detail)


def test_a_step_of_a_report_tells_its_version_and_the_beginning_of_its_hash() -> None:
    assert detail_words(line("accepted", "1405-07 v2 961220269592")) == ("نسخه", "2 · 961220269592")
    assert detail_words(line("print", "internal")) == ("نسخهٔ داخلی", "")
    assert detail_words(line("returned", "چیزی دیگر")) == ("", "چیزی دیگر")
