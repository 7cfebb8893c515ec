"""Credits from request to receipt, what was spent of them, and what was asked for (domain §3.5).

Amounts are whole rials; beside each stands how it was typed, so that a toman is never mistaken for a rial (§2.9).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.divisions import read_county
from desktop.domain.fields import About, Draft, Input, Search
from desktop.domain.lifecycle import MANAGER, MONEY_READERS, PROVINCE, Asked, LifeCycle, Outcome, Transition
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import grouped
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

_WRITERS = MANAGER | PROVINCE
HELD = ("received", "returned")  # states in which money has come


class CreditDraft(Draft):
    """اعتبار؛ ردیف بودجه، نه وام"""

    title: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=1, guarded=True, nameless=True)]
    fiscal_year: Annotated[int | None, About(label="سال مالی", input=Input.INTEGER, low=1277, high=1498, column=2, help="اگر خالی بماند: امسال.")] = None
    source: Annotated[str, About(label="منبع", input=Input.CODE, codes="credit_source", required=True, search=Search.WORDS, column=3)]
    purpose: Annotated[str, About(label="محل هزینه", input=Input.CODE, codes="credit_purpose", required=True, search=Search.WORDS, column=4)]
    amount_rial: Annotated[int, About(label="مبلغ", input=Input.MONEY, required=True, low=1, column=5, entered_in="entered")]
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    is_estimate: Annotated[bool, About(label="تقریبی است", input=Input.YES_NO)] = False
    is_special: Annotated[bool, About(label="اعتبار ویژه است", input=Input.YES_NO)] = False
    org_id: Annotated[str | None, About(label="گیرنده", input=Input.LINK, links="organization", help="سمن یا دستگاهی که اعتبار برای اوست؛ خالی یعنی خود دفتر.")] = None
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county)] = None
    letter_no: Annotated[str | None, About(label="شمارهٔ نامه", longest=60, search=Search.NUMBERS)] = None
    requested_on: Annotated[date | None, About(label="تاریخ درخواست", input=Input.DATE, not_future=True)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="credit_status", by_program=True, column=6)] = "requested"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    requested_rial: Annotated[int | None, About(label="مبلغ درخواستی", input=Input.MONEY, by_program=True, in_form=False)] = None
    approved_on: Annotated[date | None, About(label="تاریخ تصویب", input=Input.DATE, by_program=True, in_form=False)] = None
    allocated_on: Annotated[date | None, About(label="تاریخ تخصیص", input=Input.DATE, by_program=True, in_form=False)] = None
    received_rial: Annotated[int | None, About(label="دریافتی", input=Input.MONEY, low=1, in_form=False)] = None
    received_on: Annotated[date | None, About(label="تاریخ دریافت", input=Input.DATE, not_future=True, in_form=False)] = None
    returned_rial: Annotated[int | None, About(label="برگشتی", input=Input.MONEY, low=1, in_form=False)] = None
    returned_on: Annotated[date | None, About(label="تاریخ برگشت", input=Input.DATE, not_future=True, in_form=False)] = None
    based_on_month: Annotated[str | None, About(label="بر پایهٔ گزارش ماه", input=Input.MONTH, help="گزارشی که اعتبار بر پایهٔ آن داده شد.")] = None
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500)] = None


class Credit(CreditDraft, Record, table=True):
    __tablename__ = "credit"


def credit_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    received, returned = values["received_rial"], values["returned_rial"]
    if received and received > values["amount_rial"]:
        yield Problem("received_rial", "more_than", {"limit": _rials(values["amount_rial"])})
    if returned and returned > (received or 0):
        yield Problem("returned_rial", "more_than", {"limit": _rials(received or 0)})
    if values["returned_on"] and values["received_on"] and values["returned_on"] < values["received_on"]:
        yield Problem("returned_on", "before_start")
    if values.get("id") and received is not None:
        old, spent = facts.get("credit", values["id"]), spent_of(values["id"], facts)
        left = received - (returned or 0)
        if old and left < (old["received_rial"] or 0) - (old["returned_rial"] or 0) and left < spent:
            yield Problem("received_rial", "spent_already", {"spent": _rials(spent)})


def fill_credit(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {}
    if not values["fiscal_year"]:
        filled["fiscal_year"] = from_gregorian(values["requested_on"] or facts.today).year
    if not values["requested_on"] and not values.get("id"):
        filled["requested_on"] = facts.today
    return filled


def spent_of(credit_id: str, facts: Facts, but: str | None = None) -> int:
    """What was spent of a credit, in rial, without the expense `but`."""
    return sum(one["amount_rial"] for one in facts.find("expense", credit_id=credit_id) if one["id"] != but)


def held_of(credit: Row) -> int:
    """What came of a credit and was not given back, in rial."""
    return (credit["received_rial"] or 0) - (credit["returned_rial"] or 0)


def _rials(amount: int) -> str:
    return f"{grouped(amount)} ریال"


def _approve(old: Row, told: Row, _asked: Asked) -> Outcome:
    """What was asked for stays known beside what was approved."""
    return Outcome({"approved_on": told["on"], "requested_rial": old["amount_rial"]})


def _allocate(_old: Row, told: Row, _asked: Asked) -> Outcome:
    return Outcome({"allocated_on": told["on"]})


def _receive(old: Row, told: Row, _asked: Asked) -> Outcome:
    """All of it came today, unless less is told, or another day."""
    return Outcome({"received_rial": told.get("received_rial") or old["amount_rial"], "received_on": told.get("received_on") or told["on"]})


def _return(old: Row, told: Row, asked: Any) -> Outcome:
    """What is left goes back, unless less is told."""
    left = held_of(old) - spent_of(old["id"], asked)
    return Outcome({"returned_rial": told.get("returned_rial") or max(left, 0) or None, "returned_on": told.get("returned_on") or told["on"]})


def _something_returned(values: Row, asked: Any) -> Iterable[Problem]:
    if not values["returned_rial"]:
        yield Problem("returned_rial", "nothing_left")
    elif held_of(values) < spent_of(values["id"], asked):
        yield Problem("returned_rial", "spent_already", {"spent": _rials(spent_of(values["id"], asked))})


def _credit_steps() -> Iterable[Transition]:
    yield Transition(source="requested", target="approved", label="تصویب", roles=_WRITERS, effect=_approve, asks=("on", "letter_no", "amount_rial"))
    yield Transition(source="approved", target="allocated", label="تخصیص", roles=_WRITERS, effect=_allocate, asks=("on", "letter_no"))
    yield Transition(source="allocated", target="received", label="دریافت", roles=_WRITERS, effect=_receive, dated_by="received_on", asks=("received_on", "received_rial"), tells=("همهٔ مبلغ، مگر کمتر از آن نوشته شود؛ دریافتی از مبلغ اعتبار بیشتر نمی‌شود.",))
    yield Transition(source="received", target="returned", label="برگشت", roles=_WRITERS, effect=_return, guard=_something_returned, dated_by="returned_on", asks=("returned_on", "returned_rial"), tells=("آنچه هزینه نشده برمی‌گردد، مگر کمتر از آن نوشته شود.",))


class ExpenseDraft(Draft):
    """هزینه‌ای که از یک اعتبار شده است"""

    credit_id: Annotated[str, About(label="اعتبار", input=Input.LINK, links="credit", required=True, column=4)]
    date: Annotated[date, About(label="تاریخ", input=Input.DATE, required=True, not_future=True, column=1)]
    amount_rial: Annotated[int, About(label="مبلغ", input=Input.MONEY, required=True, low=1, column=3, entered_in="entered")]
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    category: Annotated[str, About(label="گونهٔ هزینه", input=Input.CODE, codes="expense_category", required=True, search=Search.WORDS, column=2)]
    workshop_id: Annotated[str | None, About(label="کارگاه", input=Input.LINK, links="workshop")] = None
    event_id: Annotated[str | None, About(label="رویداد", input=Input.LINK, links="event")] = None
    project_id: Annotated[str | None, About(label="پروژه", input=Input.LINK, links="project")] = None
    document_no: Annotated[str | None, About(label="شمارهٔ سند", longest=60, search=Search.NUMBERS, column=5)] = None
    note: Annotated[str | None, About(label="شرح", longest=200, search=Search.WORDS, guarded=True, nameless=True)] = None
    over_reason: Annotated[str | None, About(label="چرا بیش از دریافتی", longest=200, help="اگر هزینه از آنچه دریافت شده بیشتر شود، مدیر دلیلش را می‌نویسد.")] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Expense(ExpenseDraft, Record, table=True):
    __tablename__ = "expense"


_ACTIVITIES = ("workshop_id", "event_id", "project_id")


def expense_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    named = [name for name in _ACTIVITIES if values[name]]
    if len(named) > 1:
        yield Problem(named[1], "one_activity")
    credit = facts.get("credit", values["credit_id"])
    if credit is None:
        return
    left = held_of(credit) - spent_of(values["credit_id"], facts, but=values.get("id"))
    if values["amount_rial"] > left and not (values["over_reason"] and facts.role in MANAGER):
        yield Problem("amount_rial", "over_credit", {"left": _rials(max(left, 0))})


class CreditRequestDraft(Draft):
    """درخواست اعتبار و پاسخ آن"""

    purpose: Annotated[str, About(label="محل هزینه", input=Input.CODE, codes="credit_purpose", required=True, search=Search.WORDS, column=2)]
    title: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=1, guarded=True, nameless=True)]
    amount_rial: Annotated[int, About(label="مبلغ", input=Input.MONEY, required=True, low=1, column=3, entered_in="entered")]
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    requested_on: Annotated[date | None, About(label="تاریخ درخواست", input=Input.DATE, not_future=True, column=4)] = None
    to_org_id: Annotated[str | None, About(label="از دستگاه", input=Input.LINK, links="organization", column=5)] = None
    letter_no: Annotated[str | None, About(label="شمارهٔ نامه", longest=60, search=Search.NUMBERS)] = None
    reason: Annotated[str | None, About(label="دلیل", input=Input.LINES, longest=500, guarded=True, nameless=True)] = None
    answer: Annotated[str, About(label="پاسخ", input=Input.CODE, codes="credit_answer", required=True, column=6)] = "waiting"
    answered_on: Annotated[date | None, About(label="تاریخ پاسخ", input=Input.DATE, not_future=True)] = None
    credit_id: Annotated[str | None, About(label="اعتبار داده‌شده", input=Input.LINK, links="credit")] = None


class CreditRequest(CreditRequestDraft, Record, table=True):
    __tablename__ = "credit_request"


def request_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["answered_on"] and values["requested_on"] and values["answered_on"] < values["requested_on"]:
        yield Problem("answered_on", "before_start")
    if values["answer"] != "waiting" and not values["answered_on"]:
        yield Problem("answered_on", "required")


def fill_request(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {} if values["requested_on"] else {"requested_on": facts.today}


CREDIT = Kind(
    name="credit", label="اعتبار", plural="اعتبارها", draft=CreditDraft, table=Credit, title=("title",), detail=("source", "fiscal_year"), order=("fiscal_year", "title"), descending=True,
    state="status", rules=credit_rules, fill=fill_credit, writers=_WRITERS, readers=MONEY_READERS,
    life=LifeCycle("status", "requested", tuple(_credit_steps()), going_on=("requested", "approved", "allocated"), dated="status_on"),
)
EXPENSE = Kind(name="expense", label="هزینه", plural="هزینه‌ها", draft=ExpenseDraft, table=Expense, title=("category", "date"), detail=("note",), order=("date",), descending=True, dated_by="date", rules=expense_rules, writers=MANAGER, readers=MONEY_READERS)
CREDIT_REQUEST = Kind(name="credit_request", label="درخواست اعتبار", plural="درخواست‌های اعتبار", draft=CreditRequestDraft, table=CreditRequest, title=("title",), detail=("requested_on",), order=("requested_on", "title"), descending=True, state="answer", rules=request_rules, fill=fill_request, writers=MANAGER, readers=MONEY_READERS)
