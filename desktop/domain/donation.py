"""What people and companies give, screened by the manager before it is taken: nothing political, nothing on condition.

Who received something is written nowhere: a donor never learns it (G-27).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import MANAGER, STAFF, SUPERVISORS, Asked, LifeCycle, Outcome, Transition
from desktop.domain.persian.identifiers import read_phone
from desktop.domain.persian.wording import political_words
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
NAMELESS_DONOR = "نیکوکار"
RECEIPT_STATEMENT = "این کمک بدون هیچ‌گونه شرط سیاسی و انتخاباتی پذیرفته شد."
"""Stands on every receipt (domain §4.4)."""
RECEIPTS = "donation_receipt"
POLITICAL = "political"


class DonorDraft(Draft):
    """خیر یا نیکوکار"""

    name: Annotated[str | None, About(label="نام", longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1, help="اگر خالی بماند: «نیکوکار».")] = None
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="donor_kind", required=True, column=2)] = "person"
    org_id: Annotated[str | None, About(label="سازمان", input=Input.LINK, links="organization")] = None
    wants_anonymity: Annotated[bool | None, About(label="ناشناس بماند", input=Input.YES_NO, column=3, help="اگر خالی بماند: اشخاص ناشناس می‌مانند.")] = None
    phone: Annotated[str | None, About(label="تلفن", input=Input.DIGITS, reader=read_phone, sensitivity=PERSONAL)] = None


class Donor(DonorDraft, Record, table=True):
    __tablename__ = "donor"


def fill_donor(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {}
    if not values["name"]:
        organization = facts.get("organization", values["org_id"])
        filled["name"] = organization["name_fa"] if organization else NAMELESS_DONOR
    if values["wants_anonymity"] is None:
        filled["wants_anonymity"] = values["kind"] == "person"
    return filled


class DonationDraft(Draft):
    """کمکی که پیشنهاد شده است؛ پیشنهاد ردشده هم می‌ماند و شمرده می‌شود"""

    donor_id: Annotated[str, About(label="خیر", input=Input.LINK, links="donor", required=True, sensitivity=PERSONAL, column=1)]
    offered_on: Annotated[date | None, About(label="تاریخ پیشنهاد", input=Input.DATE, not_future=True, column=2)] = None
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="donation_kind", required=True, search=Search.WORDS, column=3)]
    description: Annotated[str, About(label="شرح", required=True, longest=300, search=Search.NAMES, column=4, guarded=True, nameless=True)]
    condition_text: Annotated[str | None, About(label="شرط خیر", longest=300, guarded=True, help="اگر برای کمک شرطی گذاشته‌اند، همان را بنویسید.")] = None
    value_rial: Annotated[int | None, About(label="ارزش", input=Input.MONEY, low=1, column=5, entered_in="entered")] = None
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    purpose: Annotated[str, About(label="برای", input=Input.CODE, codes="donation_purpose", required=True)]
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="donation_status", by_program=True, column=6)] = "offered"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    refusal_reason: Annotated[str | None, About(label="دلیل نپذیرفتن", input=Input.CODE, codes="refusal_reason", in_form=False)] = None
    screened_by: Annotated[str | None, About(label="بررسی‌کننده", input=Input.LINK, links="staff_member", by_program=True, in_form=False)] = None
    screened_on: Annotated[date | None, About(label="تاریخ بررسی", input=Input.DATE, by_program=True, in_form=False)] = None
    received_on: Annotated[date | None, About(label="تاریخ دریافت", input=Input.DATE, not_future=True, in_form=False)] = None
    receipt_no: Annotated[str | None, About(label="شمارهٔ رسید", input=Input.DIGITS, by_program=True, search=Search.NUMBERS, column=7)] = None
    project_id: Annotated[str | None, About(label="پروژه", input=Input.LINK, links="project", in_form=False)] = None
    workshop_id: Annotated[str | None, About(label="کارگاه", input=Input.LINK, links="workshop", in_form=False)] = None
    given_to: Annotated[str | None, About(label="به کار رفت برای", longest=200, in_form=False, guarded=True, nameless=True, help="گروه یا پروژه؛ نام هیچ گیرنده‌ای نوشته نمی‌شود.")] = None


class Donation(DonationDraft, Record, table=True):
    __tablename__ = "donation"


def political_words_of(donation: Row, donor: Row | None) -> list[str]:
    """The words in an offer that speak of elections or parties: in what is given, on what condition, and by whom."""
    texts = (donation["description"], donation["condition_text"], donor["name"] if donor else None)
    return [word for text in texts if text for word in political_words(text)]


def donation_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["kind"] == "cash" and not values["value_rial"]:
        yield Problem("value_rial", "required")
    if values["received_on"] and values["offered_on"] and values["received_on"] < values["offered_on"]:
        yield Problem("received_on", "before_start")


def donation_doubts(values: Row, facts: Facts) -> Iterable[Problem]:
    if political_words_of(values, facts.get("donor", values["donor_id"])):
        yield Problem("description", "donation_political_doubtful")
    elif values["condition_text"]:
        yield Problem("condition_text", "donation_condition_doubtful")


def fill_donation(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {} if values["offered_on"] else {"offered_on": facts.today}


def _screened(_old: Row, told: Row, asked: Asked) -> Outcome:
    return Outcome({"screened_by": asked.staff_id, "screened_on": told["on"], "refusal_reason": None})


def _not_political(values: Row, asked: Asked) -> Iterable[Problem]:
    """What is offered for an election is not taken; the only way is to refuse it (F1-12)."""
    words = political_words_of(values, asked.get("donor", values["donor_id"]))
    if words:
        yield Problem("status", "donation_political", {"word": words[0]})


def _refuse(old: Row, told: Row, asked: Asked) -> Outcome:
    """Where the offer speaks of elections, that is the reason, whatever else is told."""
    forced = {"refusal_reason": POLITICAL} if political_words_of(old, asked.get("donor", old["donor_id"])) else {}
    return Outcome({"screened_by": asked.staff_id, "screened_on": told["on"], **forced})


def _political_told(values: Row, asked: Asked) -> Iterable[Problem]:
    if values["refusal_reason"] != POLITICAL and political_words_of(values, asked.get("donor", values["donor_id"])):
        yield Problem("refusal_reason", "reason_is_political")


def _receipt(old: Row, told: Row, asked: Asked) -> Outcome:
    """A receipt with a number of this laptop's own block."""
    number = old["receipt_no"] or str(asked.number(RECEIPTS))
    return Outcome({"received_on": told.get("received_on") or told["on"], "receipt_no": number})


def _use_told(values: Row, _asked: Asked) -> Iterable[Problem]:
    if not (values["given_to"] or values["project_id"] or values["workshop_id"]):
        yield Problem("given_to", "required")


def _steps() -> Iterable[Transition]:
    yield Transition(source="offered", target="accepted", label="پذیرفتن", roles=MANAGER, effect=_screened, guard=_not_political, asks=("on",), tells=("تنها مدیر بررسی می‌کند؛ کمکی که از انتخابات یا حزب می‌گوید پذیرفته نمی‌شود.",))
    for source in ("offered", "accepted"):
        yield Transition(source=source, target="refused", label="نپذیرفتن", roles=MANAGER, effect=_refuse, guard=_political_told, needs=("refusal_reason",), asks=("on",), tells=("پیشنهاد ردشده می‌ماند و در گزارش شمرده می‌شود؛ اگر جنبهٔ سیاسی دارد، دلیل همان است.",))
    yield Transition(source="accepted", target="received", label="دریافت و رسید", effect=_receipt, dated_by="received_on", asks=("received_on",), tells=("شمارهٔ رسید داده می‌شود.",))
    yield Transition(source="received", target="used", label="به کار رفت", guard=_use_told, asks=("on", "given_to", "project_id", "workshop_id"), tells=("گروه یا پروژه نوشته می‌شود، نه نام گیرنده.",))


_READERS = STAFF | SUPERVISORS | {"auditor"}
DONOR = Kind(name="donor", label="خیر", plural="خیران", draft=DonorDraft, table=Donor, title=("name",), detail=("kind",), fill=fill_donor, readers=STAFF, writers=STAFF)
DONATION = Kind(
    name="donation", label="کمک", plural="کمک‌ها", draft=DonationDraft, table=Donation, title=("description",), detail=("kind", "offered_on"), order=("offered_on", "description"), descending=True,
    state="status", rules=donation_rules, doubts=donation_doubts, fill=fill_donation, writers=STAFF, readers=_READERS,
    life=LifeCycle("status", "offered", tuple(_steps()), going_on=("offered", "accepted", "received"), dated="status_on"),
)
