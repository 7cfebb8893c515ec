"""What is looked at once more before a household is saved: consents given for children, numbers somebody has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.record import Row
from desktop.ui.screens.households.member_block import MemberBlock
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.wording import digits

_CONSENT = ("consent_method", "consent_witness_staff_id")


def answered_for_children(blocks: Sequence[MemberBlock]) -> list[dict[str, object]]:
    """The members as typed; for children the head of the household has answered as their guardian (G-08)."""
    members = [block.values() for block in blocks]
    head = next((member for member in members if member.get("relation_to_head") == "head"), {})
    theirs = {name: head.get(name) for name in _CONSENT}
    return [{**member, **theirs} if block.is_child() else member for block, member in zip(blocks, members, strict=True)]


def children_answered_for(blocks: Sequence[MemberBlock]) -> int:
    """Children for whom the head's consent is written down too."""
    given = any(
        block.values().get("relation_to_head") == "head" and block.values().get("consent_method") for block in blocks
    )
    return sum(block.is_child() and block.has_name() for block in blocks) if given else 0


def goes_on_with_known_numbers(asker: Asker, widget: QWidget, owners: Sequence[tuple[int, Row]]) -> bool:
    """Whether the household is saved although somebody else has one of its numbers."""
    if not owners:
        return True
    named = "\n".join(
        QCoreApplication.translate("Answers", "عضو {n}: شماره‌اش در پروندهٔ {no} ({name}) هست.").format(
            n=digits(str(place + 1)),
            no=f"\u200e{digits(owner['resident_no'])}\u200e",
            name=f"{owner['first_name']} {owner['last_name']}",
        )
        for place, owner in owners
    )
    title = QCoreApplication.translate("Answers", "این شماره پیش‌تر ثبت شده است")
    choices = [
        Answer("look", QCoreApplication.translate("Answers", "بازبینی"), "primary"),
        Answer("save", QCoreApplication.translate("Answers", "فرد دیگری است؛ ثبت شود")),
    ]
    return asker.ask(widget, title, named, choices) == "save"
