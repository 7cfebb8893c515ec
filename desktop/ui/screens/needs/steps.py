"""The small dialog of a step: just the fields that the step needs, and what the service is then told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.services.need_detail import NeedDetail
from desktop.services.records import add_record, step_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.widgets.wording import said

Act = Callable[[UnitOfWork], object]
_NEED, _EVENT = KINDS["need"].fields, KINDS["need_event"].fields
_REFERRAL, _ANSWER = KINDS["referral"].fields, KINDS["agency_response"].fields


def steps_of(detail: NeedDetail, role: str) -> list[Transition]:
    """The steps that this role may take now, as the life cycle declares them."""
    life = KINDS["need"].life
    return [step for step in life.leaving(detail.need["status"]) if role in step.roles] if life else []


def step_fields(step: Transition, detail: NeedDetail) -> dict[str, About]:
    """What the dialog of a step asks."""
    fields: dict[str, About] = {}
    if step.target == "referred":
        fields["main_agency_id"] = _asked(_NEED["main_agency_id"])
        fields["mode"] = _asked(_REFERRAL["mode"])
        fields["sent_on"] = replace(_REFERRAL["sent_on"], required=True)
        fields["answer_due_on"] = replace(
            _REFERRAL["answer_due_on"], help=QCoreApplication.translate("Needs", "اگر خالی بماند: ۱۵ روز پس از ارسال")
        )
        if detail.need["person_id"]:
            fields["includes_personal"] = _REFERRAL["includes_personal"]
    elif step.target == "answered":
        if len(detail.references) > 1:
            fields["referral_id"] = _asked(_ANSWER["referral_id"])
        for name in ("type", "received_on", "reply_letter_no", "promised_on", "text"):
            fields[name] = _ANSWER[name]
    else:
        fields["on"] = _asked(_EVENT["on"])
        for name in step.needs:
            if name != "note":
                fields[name] = _asked(_NEED[name])
    if step.target == "met":
        fields["satisfaction"] = replace(_NEED["satisfaction"], in_form=True)
        fields["solution_note"] = replace(_NEED["solution_note"], in_form=True)
    if step.target == "closed":
        fields["close_note"] = replace(_NEED["close_note"], in_form=True)
    else:
        fields["note"] = replace(_EVENT["note"], required="note" in step.needs)
    return fields


def first_values(step: Transition, detail: NeedDetail, today: object) -> dict[str, object]:
    """What stands in the dialog when it opens."""
    latest = detail.references[-1].referral["id"] if detail.references else None
    shown = {"on": today, "sent_on": today, "received_on": today, "mode": "letter", "referral_id": latest}
    if step.target == "referred" and detail.need["status"] == "noted":
        shown["main_agency_id"] = detail.need["main_agency_id"]
    return shown


def act_of(step: Transition, detail: NeedDetail, given: Mapping[str, Any]) -> Act:
    """What the step writes, in one commit."""
    need_id = detail.need["id"]
    values = {name: value for name, value in given.items() if value is not None}
    if step.target != "answered":
        return lambda work: step_record(work, "need", need_id, step.target, values)

    def answer(work: UnitOfWork) -> None:
        note = values.pop("note", None)
        latest = detail.references[-1].referral["id"] if detail.references else None
        add_record(work, "agency_response", {"referral_id": latest, **values})
        if values.get("type") != "acknowledged":
            step_record(work, "need", need_id, step.target, {"note": note} if note else {})

    return answer


def told(step: Transition, given: Mapping[str, Any]) -> str:
    """The sentence after the step."""
    if step.target == "answered" and given.get("type") == "acknowledged":
        return QCoreApplication.translate("Needs", "ثبت در دبیرخانه نوشته شد؛ نیاز همچنان در انتظار پاسخ است.")
    if step.target == "referred":
        return QCoreApplication.translate("Needs", "ارجاع ثبت شد؛ نامه را با F9 چاپ کنید.")
    return QCoreApplication.translate("Needs", "گام «{step}» ثبت شد.").format(step=said(step.label))


def _asked(about: About) -> About:
    """A field that is asked on the way although the form of the record does not show it."""
    return replace(about, required=True, in_form=True, by_program=False)
