"""The months of the fictional office that were closed: signed, sent and accepted; the last one is still a draft."""

from __future__ import annotations

from desktop.domain.codes import label_of
from desktop.domain.monthly_report import ACCEPTED, RETURNED, SENT, SIGNED
from desktop.domain.persian.digits import to_persian
from desktop.domain.record import Row
from desktop.services.demo.drafts import DemoWords
from desktop.services.report_checks import blockers
from desktop.services.report_life import make_report, step_report, write_text
from desktop.store.unit_of_work import UnitOfWork

_CLOSED = 3  # months; older ones are told by their figures alone
_SUMMARY = (
    "ثبت خانوارها با همراهی معتمدان محله پیش رفت و کارگاه‌های ماه بی‌وقفه برگزار شد.\n"
    "بیشترین نیاز تازه در حوزهٔ {field} بود؛ پیگیری ارجاع‌های بی‌پاسخ در برنامهٔ ماه بعد است."
)
_REQUESTS = "نشست هماهنگی با دستگاه‌های بی‌پاسخ\nاعتبار تجهیز خانهٔ محله"
_BACK = "شمار نشست‌ها با صورتجلسه‌ها هم‌خوان نیست."


def close_months(work: UnitOfWork, words: DemoWords) -> None:
    """Closes the months before the last; the one before that came back once, so that it has two versions."""
    months = words.all_months()[:-1][-_CLOSED:]
    for month in months:
        if blockers(work, month):
            continue
        if month == months[-1]:
            sent = _sent(work, month)
            reason = {"section": "participation", "reason": "سه صورتجلسه برای دو نشست"}
            step_report(
                work, sent, RETURNED, {"return_reason": _BACK, "return_reasons": [reason], "decision_no": "۴۱۷"}
            )
        step_report(work, _sent(work, month), ACCEPTED, {"decision_no": to_persian(f"{months.index(month) + 420}")})


def _sent(work: UnitOfWork, month: str) -> Row:
    draft = make_report(work, month)
    if not draft["narrative"]:
        write_text(work, draft["id"], "summary", _SUMMARY.format(field=label_of("need_field", "economic")))
        draft = write_text(work, draft["id"], "requests", _REQUESTS)
    return step_report(work, step_report(work, draft, SIGNED, {}), SENT, {"sent_via": "usb"})
