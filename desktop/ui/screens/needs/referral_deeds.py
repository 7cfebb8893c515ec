"""What is done with one referral: its answer is written down, it is taken back, or another agency takes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.services.need_detail import NeedDetail, Reference
from desktop.services.records import add_record, change_record, step_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.asking import Asking
from desktop.ui.screens.needs.steps import record_answer, told_of_answer

_REFERRAL, _ANSWER = KINDS["referral"].fields, KINDS["agency_response"].fields
_SENDING = ("mode", "sent_on", "answer_due_on", "includes_personal")


def answer_asking(detail: NeedDetail, reference: Reference, today: object) -> Asking:
    """The dialog of an answer of this agency."""
    fields = {name: _ANSWER[name] for name in ("type", "received_on", "reply_letter_no", "promised_on", "text")}

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        record_answer(work, detail, {"referral_id": reference.referral["id"], **_filled(given)})
        return told_of_answer(given)

    title = QCoreApplication.translate("Needs", "پاسخ {agency}").format(agency=reference.agency)
    return Asking(f"answer:{reference.referral['id']}", title, fields, {"received_on": today}, act)


def withdraw_asking(detail: NeedDetail, reference: Reference, today: object) -> Asking:
    """The dialog of taking a referral back; of the last one it also asks what the office does from now on."""
    fields = {name: replace(_REFERRAL[name], in_form=True, required=True) for name in _TAKEN_BACK}
    last = detail.need["status"] == "referred" and len(detail.live) == 1
    if last:
        label = QCoreApplication.translate("Needs", "کار دفتر از این پس")
        hint = QCoreApplication.translate("Needs", "اگر بنویسید، نیاز «در دست اقدام» می‌شود؛ وگرنه بی‌دستگاه می‌ماند.")
        fields["note"] = replace(KINDS["need_event"].fields["note"], label=label, help=hint)

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        taken = {name: given[name] for name in _TAKEN_BACK}
        change_record(work, "referral", reference.referral["id"], {**taken, "status": "withdrawn"})
        if last and given.get("note"):
            on = max(given["withdrawn_on"], detail.need["status_on"])
            step_record(work, "need", detail.need["id"], "in_progress", {"note": given["note"], "on": on})
        return QCoreApplication.translate("Needs", "ارجاع به {agency} پس گرفته شد.").format(agency=reference.agency)

    title = QCoreApplication.translate("Needs", "پس‌گرفتن ارجاع به {agency}").format(agency=reference.agency)
    return Asking(f"withdraw:{reference.referral['id']}", title, fields, {"withdrawn_on": today}, act)


_TAKEN_BACK = ("withdrawn_on", "withdraw_reason")


def elsewhere_asking(detail: NeedDetail, reference: Reference, today: object) -> Asking:
    """The dialog of sending the need on from this agency to another: one referral ends, another begins."""
    reason = replace(_REFERRAL["withdraw_reason"], in_form=True, required=False)
    fields = {**_sending_fields(detail), "withdraw_reason": reason}

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        values = _filled(given)
        why = values.pop("withdraw_reason", None)
        _end(work, reference, values["sent_on"], why)
        _send(work, detail, values)
        return QCoreApplication.translate("Needs", "ارجاع ثبت شد؛ نامه را با F9 چاپ کنید.")

    title = QCoreApplication.translate("Needs", "ارجاع به دستگاه دیگر")
    shown = {"sent_on": today, "mode": "letter", "withdraw_reason": CODE_LISTS["response_type"]["redirected"]}
    return Asking(f"elsewhere:{reference.referral['id']}", title, fields, shown, act)


def more_asking(detail: NeedDetail, today: object) -> Asking:
    """The dialog of asking one more agency, besides those that are asked already."""

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        add_record(work, "referral", {**_filled(given), "need_id": detail.need["id"]})
        change_record(work, "need", detail.need["id"], {"requires_multiple_agencies": True})
        return QCoreApplication.translate("Needs", "ارجاع ثبت شد؛ نامه را با F9 چاپ کنید.")

    title = QCoreApplication.translate("Needs", "افزودن دستگاه")
    return Asking("more", title, _sending_fields(detail), {"sent_on": today, "mode": "letter"}, act)


def _sending_fields(detail: NeedDetail) -> dict[str, About]:
    names = [name for name in _SENDING if name != "includes_personal" or detail.need["person_id"]]
    fields = {name: _REFERRAL[name] for name in ("agency_id", *names)}
    return {**fields, "sent_on": replace(fields["sent_on"], required=True)}


def _end(work: UnitOfWork, reference: Reference, on: object, why: object) -> None:
    """A referral that has its answer stays as it was answered; one that waits is taken back."""
    if reference.is_live and not reference.referral["first_response_on"]:
        given = {"status": "withdrawn", "withdrawn_on": on, "withdraw_reason": why}
        change_record(work, "referral", reference.referral["id"], _filled(given))


def _send(work: UnitOfWork, detail: NeedDetail, values: Mapping[str, Any]) -> None:
    """A need that waits already only gets another referral; any other takes its step."""
    need_id, agency = detail.need["id"], values["agency_id"]
    if detail.need["status"] == "referred":
        add_record(work, "referral", {**values, "need_id": need_id})
        change_record(work, "need", need_id, {"main_agency_id": agency})
        return
    rest = {name: value for name, value in values.items() if name != "agency_id"}
    step_record(work, "need", need_id, "referred", {**rest, "main_agency_id": agency})


def _filled(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}
