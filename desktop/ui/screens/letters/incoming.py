"""A letter that came in, and with it the answer to one of our referrals, written in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.context import AppContext
from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.letters import ANSWERS, answerable, register_incoming
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.screens.letters.listing import shown_number
from desktop.ui.sources import sources_of
from desktop.ui.titles import entry_title
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.wording import dashed, short

INCOMING = ("to_org_id", "sender_number", "sender_date", "date", "subject", "in_reply_to", "body")
"""What is written down of a letter that came in."""
_MOST = 60


@dataclass(frozen=True)
class Incoming:
    """What the form of an incoming letter begins with."""

    values: Mapping[str, Any]


def begun_for(context: AppContext, ours: Row | None) -> Incoming:
    """Of nobody, or of the answer to one of our letters."""
    with context.office.read() as rows:
        if ours is None:
            return Incoming({"date": rows.today})
        about = answerable(rows, ours["id"])
    subject = QCoreApplication.translate("Letters", "پاسخ: {subject}").format(subject=ours["subject"])
    only = about[0]["id"] if len(about) == 1 else None
    values = {"to_org_id": ours["to_org_id"], "in_reply_to": ours["id"], "subject": subject[:160], "referral_id": only}
    return Incoming({**values, "date": rows.today})


def incoming_fields() -> dict[str, About]:
    """The letter's own fields, then those of the answer, of which none need be filled in."""
    letter, answer = KINDS["letter"].fields, KINDS["agency_response"].fields
    fields = {name: letter[name] for name in INCOMING}
    fields["to_org_id"] = replace(
        letter["to_org_id"], help=QCoreApplication.translate("Letters", "دستگاهی که نامه از آن رسیده است")
    )
    fields["body"] = replace(letter["body"], label=letter["body"].label)
    for name in ANSWERS:
        if name != "cost_rial":
            fields[name] = replace(answer[name], required=False)
    return fields


def headings() -> dict[str, str]:
    return {
        "to_org_id": QCoreApplication.translate("Letters", "نامهٔ رسیده"),
        "referral_id": QCoreApplication.translate("Letters", "پاسخی که با آن آمده است"),
    }


def incoming_sources(context: AppContext) -> Sources:
    """Referrals are chosen by agency and subject, those without an answer first."""
    sources = sources_of(context)

    def referrals(typed: str) -> list[Choice]:
        with context.office.read() as rows:
            found = rows.query(
                "SELECT r.id, o.name_fa, n.subject, r.sent_on FROM referral r JOIN need n ON n.id = r.need_id "
                "JOIN organization o ON o.id = r.agency_id WHERE r.deleted_at IS NULL AND r.status <> 'withdrawn' "
                "AND (:typed = '' OR o.name_fa LIKE :like OR n.subject LIKE :like) "
                "ORDER BY r.first_response_on IS NOT NULL, r.sent_on LIMIT :most",
                typed=typed.strip(),
                like=f"%{typed.strip()}%",
                most=_MOST,
            )
        return [(one["id"], one["name_fa"], one["subject"]) for one in found]

    def title(record_id: str) -> str:
        with context.office.read() as rows:
            referral = rows.get("referral", record_id)
            if referral is None:
                return ""
            named = rows.titles([referral["agency_id"], referral["need_id"]])
        return dashed((entry_title(named.get(referral["agency_id"], "")), named.get(referral["need_id"], "")))

    def letter_title(record_id: str) -> str:
        with context.office.read() as rows:
            letter = rows.get("letter", record_id)
        return dashed((shown_number(letter), short(letter["date"]))) if letter else ""

    def letter_detail(record_id: str) -> str:
        with context.office.read() as rows:
            letter = rows.get("letter", record_id)
        return letter["subject"] if letter else ""

    return replace(
        sources,
        choices={**sources.choices, "referral": referrals},
        titles={**sources.titles, "referral": title, "letter": letter_title},
        details={**sources.details, "letter": letter_detail},
    )


def write_incoming(work: UnitOfWork, given: Mapping[str, object]) -> Row:
    """Registers the letter; the answer only when its type was chosen."""
    letter = {name: given[name] for name in INCOMING if given.get(name) not in (None, "")}
    answer = {name: given[name] for name in ANSWERS if given.get(name) not in (None, "")}
    return register_incoming(work, letter, answer if answer.get("type") else {})[0]
