"""Who looks over the office's shoulder: operators' contracts, surprise inspections, directives and programmes (§3.5)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import (
    MANAGER,
    MONEY_READERS,
    PROVINCE,
    SUPERVISORS,
    Asked,
    LifeCycle,
    Outcome,
    Transition,
)
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC


class OfficeContractDraft(Draft):
    """قرارداد واگذاری دفتر به مجری، و تحویل آن به مجری بعدی"""

    operator_org_id: Annotated[str, About(label="مجری", input=Input.LINK, links="organization", required=True, column=1)]
    contract_no: Annotated[str, About(label="شمارهٔ قرارداد", required=True, longest=60, search=Search.NUMBERS, column=2)]
    start_date: Annotated[date, About(label="آغاز", input=Input.PARTIAL_DATE, precision_field="start_precision", required=True, column=3, help="اگر روز را نمی‌دانید، ماه بس است: «اسفند ۹۶».")]
    end_date: Annotated[date, About(label="پایان", input=Input.DATE, required=True, column=4)]
    start_precision: Annotated[str | None, About(label="دقت تاریخ", input=Input.CODE, codes="birth_precision", in_form=False)] = None
    amount_rial: Annotated[int | None, About(label="مبلغ", input=Input.MONEY, low=1, entered_in="entered")] = None
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    handover_status: Annotated[str, About(label="تحویل به مجری بعدی", input=Input.CODE, codes="handover_status", by_program=True, column=5)] = "none"
    handover_status_on: Annotated[date | None, About(label="تاریخ وضعیت تحویل", input=Input.DATE, by_program=True)] = None
    handover_date: Annotated[date | None, About(label="تاریخ تحویل", input=Input.DATE, not_future=True, in_form=False)] = None
    handover_to_id: Annotated[str | None, About(label="مجری بعدی", input=Input.LINK, links="organization", in_form=False)] = None
    package_hash: Annotated[str | None, About(label="نشان بستهٔ تحویل", input=Input.DIGITS, longest=64, by_program=True, in_form=False)] = None
    destroyed_on: Annotated[date | None, About(label="تاریخ امحای نسخهٔ مجری", input=Input.DATE, not_future=True, in_form=False)] = None


class OfficeContract(OfficeContractDraft, Record, table=True):
    __tablename__ = "office_contract"


def contract_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["end_date"] < values["start_date"]:
        yield Problem("end_date", "before_start")
    if values["destroyed_on"] and values["handover_status"] not in ("delivered", "accepted"):
        yield Problem("destroyed_on", "not_delivered")


def _deliver(_old: Row, told: Row, _asked: Asked) -> Outcome:
    return Outcome({"handover_date": told.get("handover_date") or told["on"]})


def _handover_steps() -> Iterable[Transition]:
    yield Transition(source="none", target="prepared", label="بسته آماده شد", roles=MANAGER, asks=("on", "handover_to_id"))
    yield Transition(source="prepared", target="delivered", label="تحویل شد", roles=MANAGER, effect=_deliver, dated_by="handover_date", asks=("handover_date", "handover_to_id"))
    yield Transition(source="delivered", target="accepted", label="پذیرفته شد", roles=MANAGER | PROVINCE, asks=("on", "destroyed_on"), tells=("نسخهٔ مجری پیشین با گواهی امحا از میان می‌رود.",))


class InspectionFindingDraft(Draft):
    """یک سطر از فهرست وارسی"""

    item: Annotated[str, About(label="مورد", required=True, longest=160)]
    result: Annotated[str, About(label="نتیجه", input=Input.CODE, codes="finding_result", required=True)]
    note: Annotated[str | None, About(label="توضیح", longest=200)] = None


class InspectionDraft(Draft):
    """بازدید سرزده؛ تا انجام نشود بازدیدشونده آن را نمی‌بیند و نام هیچ مددجویی در آن نمی‌آید"""

    planned_month: Annotated[str, About(label="ماه برنامه", input=Input.MONTH, required=True, column=1)]
    policy_document: Annotated[str, About(label="سند", input=Input.CODE, codes="policy_document", required=True, search=Search.WORDS, column=2)]
    place_type: Annotated[str, About(label="نوع مکان", input=Input.CODE, codes="facility_type", required=True, search=Search.WORDS, column=3)]
    facility_id: Annotated[str | None, About(label="مکان خدماتی", input=Input.LINK, links="facility", column=4)] = None
    place_text: Annotated[str | None, About(label="نام مکان", longest=160, search=Search.NAMES, guarded=True, nameless=True, help="اگر در فهرست مکان‌ها نیست.")] = None
    inspector_org_id: Annotated[str, About(label="بازدیدکننده", input=Input.LINK, links="organization", required=True, column=5)]
    done_on: Annotated[date | None, About(label="تاریخ بازدید", input=Input.DATE, not_future=True, column=6)] = None
    findings: Annotated[list[dict[str, Any]], About(label="یافته‌ها", input=Input.ROWS, of=InspectionFindingDraft, guarded=True, nameless=True)] = Field(default_factory=list, sa_type=JSON)
    deadline: Annotated[date | None, About(label="مهلت رفع", input=Input.DATE)] = None
    second_visit_on: Annotated[date | None, About(label="بازدید دوم", input=Input.DATE)] = None
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500, guarded=True, nameless=True)] = None


class Inspection(InspectionDraft, Record, table=True):
    __tablename__ = "inspection"


def inspection_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if not values["facility_id"] and not values["place_text"]:
        yield Problem("place_text", "required")
    done = values["done_on"]
    if values["findings"] and not done:
        yield Problem("done_on", "required")
    for name in ("deadline", "second_visit_on"):
        if values[name] and (done is None or values[name] < done):
            yield Problem(name, "before_start" if done else "inspection_not_done")


def fill_inspection(values: Row, facts: Facts) -> Mapping[str, Any]:
    facility = facts.get("facility", values["facility_id"])
    return {"place_text": facility["name"]} if facility and not values["place_text"] else {}


class DirectiveDraft(Draft):
    """دستورالعمل، بخشنامه یا سندی که کار دفتر بر پایهٔ آن است"""

    title: Annotated[str, About(label="عنوان", required=True, longest=200, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="directive_kind", required=True, sensitivity=PUBLIC, column=2)] = "directive"
    number: Annotated[str | None, About(label="شماره", longest=60, sensitivity=PUBLIC, search=Search.NUMBERS, column=3)] = None
    date: Annotated[dt.date | None, About(label="تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=4)] = None
    issuer_org_id: Annotated[str | None, About(label="صادرکننده", input=Input.LINK, links="organization", sensitivity=PUBLIC)] = None
    program_id: Annotated[str | None, About(label="برنامهٔ فرادست", input=Input.LINK, links="program", sensitivity=PUBLIC)] = None
    text: Annotated[str | None, About(label="خلاصه", input=Input.LINES, longest=2000, sensitivity=PUBLIC, search=Search.WORDS)] = None


class Directive(DirectiveDraft, Record, table=True):
    __tablename__ = "directive"


class ProgramDraft(Draft):
    """برنامهٔ فرادستی که دفتر یا فعالیت زیر آن است، مانند «طرح نجات»"""

    title: Annotated[str, About(label="عنوان", required=True, longest=160, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    number: Annotated[str | None, About(label="شماره", longest=60, sensitivity=PUBLIC, search=Search.NUMBERS, column=2)] = None
    starts_on: Annotated[date | None, About(label="آغاز", input=Input.DATE, sensitivity=PUBLIC, column=3)] = None
    ends_on: Annotated[date | None, About(label="پایان", input=Input.DATE, sensitivity=PUBLIC, column=4)] = None


class Program(ProgramDraft, Record, table=True):
    __tablename__ = "program"


def program_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["starts_on"] and values["ends_on"] and values["ends_on"] < values["starts_on"]:
        yield Problem("ends_on", "before_start")


OFFICE_CONTRACT = Kind(
    name="office_contract", label="قرارداد واگذاری", plural="قراردادهای واگذاری", draft=OfficeContractDraft, table=OfficeContract, title=("contract_no",), detail=("end_date",), order=("start_date",), descending=True,
    state="handover_status", rules=contract_rules, writers=MANAGER | PROVINCE, readers=MONEY_READERS,
    life=LifeCycle("handover_status", "none", tuple(_handover_steps()), going_on=("none", "prepared", "delivered"), dated="handover_status_on"),
)
INSPECTION = Kind(
    name="inspection", label="بازدید سرزده", plural="بازدیدهای سرزده", draft=InspectionDraft, table=Inspection, title=("place_text",), detail=("policy_document", "done_on"), order=("done_on",), descending=True,
    rules=inspection_rules, fill=fill_inspection, writers=SUPERVISORS, readers=MANAGER | SUPERVISORS | {"auditor"}, hidden_until="done_on", seers=PROVINCE, seers_of_own=SUPERVISORS,
)
PROGRAM = Kind(name="program", label="برنامهٔ فرادست", plural="برنامه‌های فرادست", draft=ProgramDraft, table=Program, title=("title",), detail=("number",), rules=program_rules, chosen_from=True, writers=MANAGER | PROVINCE)
DIRECTIVE = Kind(name="directive", label="دستورالعمل", plural="دستورالعمل‌ها", draft=DirectiveDraft, table=Directive, title=("title",), detail=("number", "date"), order=("date", "title"), descending=True, writers=MANAGER | PROVINCE)
