"""The pane beside the register: one letter, what it belongs to, and its deeds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.letter_views import LetterDetail
from desktop.ui.screens.letters.listing import kind_text, kind_tone, shown_number, state_text, state_tone
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import Fact, Happening, Pane
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import EmptyState, badge, h2, label, line, muted, small
from desktop.ui.widgets.wording import dashed, digits, label_of, listed, said, short

_WIDTH = 344
_FIELDS = KINDS["letter"].fields


class LetterPane(Pane):
    """Shows one letter. What the user wants goes out as signals; the screen does it."""

    print_wanted = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    receipt_wanted = Signal()
    answer_wanted = Signal()
    reply_wanted = Signal()
    open_record = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.detail: LetterDetail | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """When no letter is marked."""
        self.detail = None
        self.empty()
        hint = self.tr("متن نامه و ارجاع‌هایش اینجا می‌آید.")
        self.column.addWidget(EmptyState("send", self.tr("نامه‌ای برگزیده نیست"), hint), 1)

    def show_letter(self, detail: LetterDetail) -> None:
        self.detail = detail
        self.empty()
        self._head(detail)
        self._deeds(detail)
        self.column.addWidget(line())
        self._facts(detail)
        if detail.letter["body"]:
            self.column.addWidget(small(said(_FIELDS["body"].label)))
            self.column.addWidget(label(detail.letter["body"], wrap=True, selectable=True))
        self._referrals(detail)
        self.column.addStretch(1)

    def _head(self, detail: LetterDetail) -> None:
        letter = detail.letter
        shown = {**letter, "unanswered": detail.unanswered}
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(badge(kind_text(letter), kind_tone(letter)))
        upper.addWidget(badge(state_text(shown), state_tone(shown)))
        if letter["secrecy"] != "ordinary":
            upper.addWidget(badge(label_of("letter_secrecy", letter["secrecy"]), "danger"))
        upper.addStretch(1)
        if not letter["printed_at"]:
            upper.addWidget(icon_button("pencil", self.tr("ویرایش نامه"), self.edit_wanted.emit))
            upper.addWidget(icon_button("trash-2", self.tr("حذف نامه"), self.remove_wanted.emit))
        upper.addWidget(icon_button("x", self.tr("بستن این بخش"), self.closed.emit))
        self.column.addLayout(upper)
        self.column.addWidget(label(letter["subject"], "h2", wrap=True))
        self.column.addWidget(muted(dashed((shown_number(letter), short(letter["date"])))))

    def _deeds(self, detail: LetterDetail) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        if detail.letter["direction"] == "out":
            flow.addWidget(button(self.tr("چاپ"), self.print_wanted.emit, icon_name="printer", look="primary"))
            flow.addWidget(button(self.tr("ثبت پاسخ رسیده"), self.answer_wanted.emit))
            flow.addWidget(button(self.tr("شمارهٔ ثبت نزد گیرنده"), self.receipt_wanted.emit, look="link"))
        else:
            flow.addWidget(button(self.tr("نوشتن پاسخ"), self.reply_wanted.emit, look="primary"))
        self.column.addWidget(holder)

    def _facts(self, detail: LetterDetail) -> None:
        letter, titles = detail.letter, detail.titles
        told = [
            ("building-2", "to_org_id", titles.get(letter["to_org_id"], "—")),
            ("user", "person_id", entry_title(titles.get(letter["person_id"], ""))),
            ("id-card", "personal_items", listed(label_of("personal_item", one) for one in letter["personal_items"])),
            ("undo-2", "in_reply_to", digits(titles.get(letter["in_reply_to"], ""))),
            ("history", "follow_up_of", digits(titles.get(letter["follow_up_of"], ""))),
            ("file-text", "sender_number", digits(letter["sender_number"] or "")),
            ("calendar", "sender_date", short(letter["sender_date"]) if letter["sender_date"] else ""),
            ("clipboard-list", "secretariat_no_received", digits(letter["secretariat_no_received"] or "")),
            ("clock", "answer_due_on", short(letter["answer_due_on"]) if letter["answer_due_on"] else ""),
            ("copy", "copies", listed(letter["copies"])),
        ]
        for icon_name, name, text in told:
            if text:
                self.column.addWidget(Fact(icon_name, said(_FIELDS[name].label), text))
        if letter["handed_to_resident"]:
            self.column.addWidget(small(self.tr("این نامه به دست خود متقاضی داده می‌شود."), wrap=True))

    def _referrals(self, detail: LetterDetail) -> None:
        if detail.referrals:
            self.column.addWidget(h2(said(KINDS["referral"].plural)))
        for referral, subject in detail.referrals:
            state = label_of("referral_status", referral["status"])
            told = Happening("hand-helping", "info", subject, [dashed((short(referral["sent_on"]), state))])
            seen = partial(self.open_record.emit, "need", referral["need_id"])
            told.add_action(icon_button("chevron-left", self.tr("دیدن نیاز"), seen))
            self.column.addWidget(told)
        for reply in detail.replies:
            self.column.addWidget(
                Fact("message-square", self.tr("پاسخ"), dashed((shown_number(reply), short(reply["date"]))))
            )
