"""One offer as the manager screens it: what is offered, on what condition, and why it may not be taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.donation import NAMELESS_DONOR, RECEIPT_STATEMENT, political_words_of
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Row
from desktop.services.record_views import RecordView
from desktop.store.rows import Rows
from desktop.ui.record_pane import RecordPane
from desktop.ui.widgets.direction import is_rtl, start
from desktop.ui.widgets.facts import Fact, group
from desktop.ui.widgets.labels import badge, card, label, number, small
from desktop.ui.widgets.wording import dashed, digits, grouped, in_words, label_of, listed, short


class Screening(NamedTuple):
    """What a screening looks at besides the offer. `refused`: reason → how many offers were refused so far."""

    political: Sequence[str]
    donor: Row | None
    refused: Mapping[str, int]


def screening_of(rows: Rows, donation: Row) -> Screening:
    """The words that speak of elections, and what was refused before."""
    donor = rows.get("donor", donation["donor_id"])
    found: dict[str, int] = {}
    for one in rows.find("donation", status="refused"):
        found[str(one["refusal_reason"])] = found.get(str(one["refusal_reason"]), 0) + 1
    return Screening(list(dict.fromkeys(political_words_of(donation, donor))), donor, found)


class DonationPane(RecordPane):
    """Accepting and refusing are the steps above; a receipt is offered only once there is one."""

    def _steps(self, view: RecordView, more: Any) -> Sequence[Transition]:
        """What speaks of elections is not even offered to be taken."""
        steps = super()._steps(view, more)
        return [step for step in steps if step.target != "accepted"] if more.political else steps

    def _show_body(self, view: RecordView, more: Any) -> None:
        offer, seen = view.row, more
        self._show_warning(offer, seen)
        if offer["value_rial"]:
            rials = QCoreApplication.translate("Declared", "{amount} ریال").format(amount=grouped(offer["value_rial"]))
            self.column.addWidget(number(rials), 0, start())
            if is_rtl():
                self.add(small(in_words(offer["value_rial"]), wrap=True))
        self._show_donor(seen.donor)
        self._show_facts(view, ("value_rial", "donor_id", "entered_amount", "entered_unit"))
        if offer["receipt_no"]:
            self.add(group(QCoreApplication.translate("Donations", "رسید")))
            told = QCoreApplication.translate("Donations", "شمارهٔ {no}")
            self.add(label(dashed((told.format(no=digits(offer["receipt_no"])), short(offer["received_on"])))))
            self.add(small(f"«{RECEIPT_STATEMENT}»", wrap=True))
        self._show_refused(seen)

    def _show_warning(self, offer: Row, seen: Screening) -> None:
        """In amber, before anybody decides."""
        if offer["status"] != "offered":
            return
        translate = QCoreApplication.translate
        if seen.political:
            told = translate("Donations", "در این پیشنهاد «{words}» آمده است؛ پذیرفته نمی‌شود و تنها راه، نپذیرفتن است.")
            self._warn(told.format(words=listed(seen.political)))
        elif offer["condition_text"]:
            told = translate("Donations", "شرط گذاشته‌اند: «{condition}». کمک مشروط را نپذیرید.")
            self._warn(told.format(condition=offer["condition_text"]))
        elif self._role != "office_manager":
            self.add(small(translate("Donations", "بررسی و پذیرش با مدیر دفتر است."), wrap=True))

    def _warn(self, text: str) -> None:
        frame, inside = card()
        frame.setProperty("tone", "warn")
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(label(text, wrap=True))
        self.add(frame)

    def _show_donor(self, donor: Row | None) -> None:
        """One who wishes to stay unnamed is not named beside the list."""
        translate = QCoreApplication.translate
        name = translate("Donations", "نیکوکار (ناشناس)")
        if donor is not None and not donor["wants_anonymity"]:
            name = donor["name"] or NAMELESS_DONOR
        self.add(Fact("user", translate("Donations", "خیر"), name))

    def _show_refused(self, seen: Screening) -> None:
        """How many offers were refused, and why: the report counts them."""
        if not seen.refused:
            return
        translate = QCoreApplication.translate
        self.add(group(translate("Donations", "پیشنهادهای ردشده تا امروز")))
        holder, inside = card(4)
        inside.setContentsMargins(12, 8, 12, 8)
        for reason, many in seen.refused.items():
            _reason_line(inside, reason, many)
        self.add(holder)


def _reason_line(inside: QVBoxLayout, reason: str, many: int) -> None:
    text = f"{label_of('refusal_reason', reason)}  {grouped(many)}"
    inside.addWidget(badge(text, "danger" if reason == "political" else "muted"), 0, start())
