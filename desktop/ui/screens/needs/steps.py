"""The small dialog of a step: just what its line in the life cycle asks, and what the service is then told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.need_life import ACKNOWLEDGED, ENDS_WELL, OPEN_STATES
from desktop.domain.steps import asked
from desktop.services.need_detail import NeedDetail
from desktop.services.records import add_record, step_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui import step_form
from desktop.ui.asking import Asking
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.wording import said

_REFERRAL = KINDS["referral"].fields
_ALWAYS = frozenset({"on", "mode", "sent_on", "received_on", "type", "referral_id"})


def steps_of(detail: NeedDetail, role: str) -> list[Transition]:
    """The steps that this role may take now, as the life cycle declares them."""
    return [step for step in step_form.steps_of("need", detail.need, role) if _makes_sense(step, detail)]


def _makes_sense(step: Transition, detail: NeedDetail) -> bool:
    """A need that no agency has any more waits for no answer, and only such a one comes back to the office."""
    asked_for = {"answered": True, "in_progress": False}.get(step.target) if step.source == "referred" else None
    return asked_for in (None, bool(detail.live))


def step_asking(step: Transition, detail: NeedDetail, today: object) -> Asking:
    """The dialog of a step."""

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        act_of(step, detail, given)(work)
        return told(step, given)

    name, title = f"step:{step.target}", said(step.label)
    reasons = reasons_of(step)
    only = {"need_close_reason": reasons} if reasons else {}
    follow = _follow_reason if step.target == "closed" else None
    return Asking(name, title, step_fields(step, detail), first_values(step, detail, today), act, only, follow)


def step_fields(step: Transition, detail: NeedDetail) -> dict[str, About]:
    """What the dialog of a step asks."""
    fields = {
        name: replace(about, required=about.required or name in _ALWAYS)
        for name, about in asked(KINDS["need"], step).items()
    }
    if "agency_ids" in fields:
        label = QCoreApplication.translate("Needs", "دستگاه دیگر")
        fields["agency_ids"] = replace(fields["agency_ids"], label=label, input=Input.LINK, links="organization")
        fields["answer_due_on"] = replace(
            _REFERRAL["answer_due_on"], help=QCoreApplication.translate("Needs", "اگر خالی بماند: ۱۵ روز پس از ارسال")
        )
    if not detail.need["person_id"]:
        fields.pop("includes_personal", None)
    if "close_note" in fields:
        fields.pop("note", None)  # of an end one explanation is enough
    if len(detail.live) < 2:
        fields.pop("referral_id", None)
    return fields


def first_values(step: Transition, detail: NeedDetail, today: object) -> dict[str, object]:
    """What stands in the dialog when it opens."""
    waiting = [reference for reference in detail.live if not reference.referral["first_response_on"]]
    latest = (waiting or list(detail.live))[-1:]
    shown: dict[str, object] = {"on": today, "sent_on": today, "received_on": today, "mode": "letter"}
    shown["referral_id"] = latest[0].referral["id"] if latest else None
    if step.target == "referred" and detail.need["status"] == "noted":
        shown["main_agency_id"] = detail.need["main_agency_id"]
    if step.target == "met":
        shown |= {"close_reason": "met", "solution_note": detail.need["solution_note"]}
    return shown


def reasons_of(step: Transition) -> tuple[str, ...]:
    """The reasons that fit the end of this step."""
    if step.target == "met":
        return ENDS_WELL
    ends = set(ENDS_WELL) | ({"duplicate"} if step.target == "rejected" else {"rejected_by_agency"})
    if step.target not in ("rejected", "closed"):
        return ()
    return tuple(code for code in CODE_LISTS["need_close_reason"] if code not in ends)


def act_of(step: Transition, detail: NeedDetail, given: Mapping[str, Any]) -> Callable[[UnitOfWork], object]:
    """What the step writes, in one commit."""
    need_id = detail.need["id"]
    values = {name: value for name, value in given.items() if value is not None}
    if values.get("agency_ids"):
        values["agency_ids"] = [values["agency_ids"]]
    if step.target != "answered":
        return lambda work: step_record(work, "need", need_id, step.target, values)
    latest = detail.live[-1].referral["id"] if detail.live else None
    return lambda work: record_answer(work, detail, {"referral_id": latest, **values})


def record_answer(work: UnitOfWork, detail: NeedDetail, values: Mapping[str, Any]) -> None:
    """An answer moves a need that waits for one; a receipt, or an answer that comes besides, moves nothing."""
    if detail.need["status"] == "referred" and values.get("type") != ACKNOWLEDGED:
        step_record(work, "need", detail.need["id"], "answered", values)
        return
    add_record(work, "agency_response", {name: value for name, value in values.items() if name != "note"})


def told(step: Transition, given: Mapping[str, Any]) -> str:
    """The sentence after the step."""
    if step.target == "answered":
        return told_of_answer(given)
    if step.target == "referred":
        return QCoreApplication.translate("Needs", "ارجاع ثبت شد؛ نامه را با F9 چاپ کنید.")
    return step_form.told(step)


def told_of_answer(given: Mapping[str, Any]) -> str:
    if given.get("type") == ACKNOWLEDGED:
        return QCoreApplication.translate("Needs", "ثبت در دبیرخانه نوشته شد؛ نیاز همچنان در انتظار پاسخ است.")
    return QCoreApplication.translate("Needs", "پاسخ دستگاه ثبت شد.")


def is_open(detail: NeedDetail) -> bool:
    return detail.need["status"] in OPEN_STATES


def _follow_reason(form: Form) -> None:
    """The other need is asked for when the reason is that it is the same."""
    form.show_field("duplicate_of_id", form.field("close_reason").value() == "duplicate")
