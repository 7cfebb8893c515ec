"""«کمک‌های مردمی»: offers with their screening, and those who give."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Operations
from desktop.ui.screens.donations.screening import DonationPane, screening_of
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, Subject
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone

DONATIONS: dict[str, Tone] = {
    "offered": "warn", "accepted": "info", "refused": "danger", "received": "ok", "used": "ok",
}  # fmt: skip


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    parts = (context, operations, asker)
    name = QCoreApplication.translate("Donations", "کمک‌های مردمی")
    return subject_room(parts, name, [_donations(), _donors()], parent)


def _donations() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="donation",
        icon="gift",
        search=translate("Donations", "شرح کمک یا شمارهٔ رسید…"),
        unit=translate("Donations", "کمک"),
        new=translate("Donations", "ثبت پیشنهاد"),
        none=(
            translate("Donations", "هنوز کمکی پیشنهاد نشده است"),
            translate("Donations", "هر پیشنهاد نوشته می‌شود و مدیر آن را بررسی می‌کند؛ پیشنهاد ردشده هم شمرده می‌شود."),
        ),
        filters=[codes_filter("donation", "kind", translate("Donations", "همهٔ گونه‌ها"))],
        tones={"status": DONATIONS},
        droppable=("receipt_no", "kind", "offered_on", "value_rial"),
        papers=("donation_receipt",),
        prints=lambda row: bool(row["receipt_no"]),
        more=screening_of,
        pane=DonationPane,
        share=0.42,
    )


def _donors() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="donor",
        icon="user",
        people=True,
        search=translate("Donations", "نام…"),
        unit=translate("Donations", "خیر"),
        new=translate("Donations", "خیر تازه"),
        none=(
            translate("Donations", "هنوز خیری ثبت نشده است"),
            translate("Donations", "کسی که نمی‌خواهد شناخته شود «نیکوکار» است و نامش در هیچ برگه‌ای نمی‌آید."),
        ),
        children=[
            Child(
                kind="donation", owner="donor_id", icon="gift", tones=DONATIONS, elsewhere=True,
                none=translate("Donations", "کمکی ثبت نشده است."),
            )
        ],
    )  # fmt: skip
