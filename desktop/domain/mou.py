"""Memoranda of understanding: who promised what by when, and that they end by themselves (domain §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.lifecycle import MANAGER, LifeCycle, Transition
from desktop.domain.meeting import CANCELLED, DONE, OPEN, do, due_state
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC
FEWEST_PARTIES = 2


class MouPartyDraft(Draft):
    """یکی از دو سوی تفاهم‌نامه یا بیشتر"""

    org_id: Annotated[str | None, About(label="دستگاه", input=Input.LINK, links="organization", help="دفتر خودش با نام نوشته می‌شود.")] = None
    name: Annotated[str | None, About(label="نام طرف", longest=120)] = None
    signer_post: Annotated[str | None, About(label="سمت امضاکننده", longest=120)] = None


class MouDraft(Draft):
    """تفاهم‌نامه"""

    title: Annotated[str, About(label="عنوان", required=True, longest=160, search=Search.NAMES, column=1, guarded=True, nameless=True, doubt=political_doubt)]
    parties: Annotated[list[dict[str, Any]], About(label="طرف‌ها", input=Input.ROWS, of=MouPartyDraft, required=True)] = Field(default_factory=list, sa_type=JSON)
    signed_on: Annotated[date | None, About(label="تاریخ امضا", input=Input.DATE, not_future=True, column=2, help="پیش‌نویس هنوز امضا نشده است.")] = None
    start: Annotated[date | None, About(label="آغاز", input=Input.DATE, column=3)] = None
    end: Annotated[date | None, About(label="پایان", input=Input.DATE, column=4, help="پس از این روز تفاهم‌نامه خودبه‌خود پایان یافته است.")] = None
    subject_fields: Annotated[list[str], About(label="حوزه‌ها", input=Input.CODES, codes="need_field")] = Field(default_factory=list, sa_type=JSON)
    subject: Annotated[str | None, About(label="موضوع", input=Input.LINES, longest=1000, search=Search.WORDS, guarded=True, doubt=political_doubt)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="mou_status", by_program=True, column=5)] = "draft"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    terminate_reason: Annotated[str | None, About(label="دلیل فسخ", longest=200, in_form=False, guarded=True)] = None


class Mou(MouDraft, Record, table=True):
    __tablename__ = "mou"


def mou_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    parties = {one.get("org_id") or one.get("name") for one in values["parties"]} - {None, ""}
    if len(parties) < FEWEST_PARTIES:
        yield Problem("parties", "two_parties")
    if values["start"] and values["end"] and values["end"] < values["start"]:
        yield Problem("end", "before_start")
    if values["signed_on"] and values["end"] and values["end"] < values["signed_on"]:
        yield Problem("end", "before_start")


def mou_state(values: Row, on: date) -> str:
    """The state as of a day: one that is in force ends by itself after its last day."""
    over = values["status"] == "active" and values["end"] is not None and values["end"] < on
    return "expired" if over else str(values["status"])


def _has_end(values: Row, _asked: object) -> Iterable[Problem]:
    if values["end"] < values["start"]:
        yield Problem("end", "before_start")


def _has_not_ended(values: Row, _asked: object) -> Iterable[Problem]:
    if values["end"] is not None and values["on"] > values["end"]:
        yield Problem("on", "mou_ended")


class MouCommitmentDraft(Draft):
    """تعهدی که یکی از طرف‌ها در تفاهم‌نامه پذیرفته است"""

    mou_id: Annotated[str, About(label="تفاهم‌نامه", input=Input.LINK, links="mou", required=True, column=4)]
    party_org_id: Annotated[str | None, About(label="دستگاه متعهد", input=Input.LINK, links="organization", column=2, help="اگر خالی بماند: خود دفتر.")] = None
    text: Annotated[str, About(label="تعهد", required=True, longest=300, search=Search.NAMES, column=1, guarded=True, nameless=True)]
    quantity: Annotated[int | None, About(label="مقدار", input=Input.INTEGER, low=1, high=1_000_000)] = None
    quantity_unit: Annotated[str | None, About(label="یکا", longest=40, help="برای نمونه: دوره، نفر")] = None
    due_on: Annotated[date | None, About(label="مهلت", input=Input.DATE, column=3, help="اگر خالی بماند: پایان تفاهم‌نامه.")] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="commitment_status", by_program=True, column=5)] = OPEN
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    done_on: Annotated[date | None, About(label="تاریخ اجرا", input=Input.DATE, not_future=True, in_form=False)] = None
    done_quantity: Annotated[int | None, About(label="مقدار اجراشده", input=Input.INTEGER, low=0, high=1_000_000, in_form=False)] = None
    cancel_reason: Annotated[str | None, About(label="دلیل لغو", longest=200, in_form=False, guarded=True)] = None


class MouCommitment(MouCommitmentDraft, Record, table=True):
    __tablename__ = "mou_commitment"


def commitment_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    mou = facts.get("mou", values["mou_id"])
    if mou is None:
        return
    if values["party_org_id"] and values["party_org_id"] not in {one.get("org_id") for one in mou["parties"]}:
        yield Problem("party_org_id", "not_a_party")
    if values["due_on"] and mou["start"] and values["due_on"] < mou["start"]:
        yield Problem("due_on", "before_start")
    if not values["due_on"] and not mou["end"]:
        yield Problem("due_on", "required")


def fill_commitment(values: Row, facts: Facts) -> Mapping[str, Any]:
    mou = facts.get("mou", values["mou_id"])
    return {"due_on": mou["end"]} if mou and not values["due_on"] else {}


def _mou_steps() -> Iterable[Transition]:
    yield Transition(source="draft", target="active", label="امضا", roles=MANAGER, needs=("signed_on", "start", "end"), guard=_has_end, asks=("on",), dated_by="signed_on", tells=("تاریخ امضا، آغاز و پایان می‌خواهد؛ پس از پایان خودبه‌خود پایان‌یافته است.",))
    yield Transition(source="draft", target="terminated", label="فسخ", roles=MANAGER, needs=("terminate_reason",), asks=("on",))
    yield Transition(source="active", target="terminated", label="فسخ", roles=MANAGER, needs=("terminate_reason",), guard=_has_not_ended, asks=("on",))


def _commitment_steps() -> Iterable[Transition]:
    yield Transition(source=OPEN, target=DONE, label="اجرا شد", effect=do, dated_by="done_on", asks=("done_on", "done_quantity"))
    yield Transition(source=OPEN, target=CANCELLED, label="لغو", needs=("cancel_reason",), asks=("on",))
    yield Transition(source=DONE, target=OPEN, label="بازگشایی", asks=("on",))


MOU = Kind(
    name="mou", label="تفاهم‌نامه", plural="تفاهم‌نامه‌ها", draft=MouDraft, table=Mou, title=("title",), detail=("signed_on",), order=("signed_on", "title"), descending=True,
    state="status", rules=mou_rules, state_on=mou_state, life=LifeCycle("status", "draft", tuple(_mou_steps()), going_on=("draft", "active"), dated="status_on"),
)
MOU_COMMITMENT = Kind(
    name="mou_commitment", label="تعهد", plural="تعهدها", draft=MouCommitmentDraft, table=MouCommitment, title=("text",), detail=("due_on",), order=("due_on", "text"), state="status",
    rules=commitment_rules, fill=fill_commitment, state_on=due_state, life=LifeCycle("status", OPEN, tuple(_commitment_steps()), going_on=(OPEN,), dated="status_on"),
)
