"""Doubles: what was decided of two files that may be one person, and which files became one (domain §3.3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
UNDO_DAYS = 90  # a merge can be taken back so long


class DoubleVerdictDraft(Draft):
    """رأی یک همکار دربارهٔ دو پروندهٔ همانند"""

    person_a_id: Annotated[str, About(label="پروندهٔ یکم", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]
    person_b_id: Annotated[str, About(label="پروندهٔ دوم", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    verdict: Annotated[str, About(label="رأی", input=Input.CODE, codes="double_verdict", required=True, column=3)]
    decided_on: Annotated[date | None, About(label="تاریخ", input=Input.DATE, not_future=True, column=4)] = None
    note: Annotated[str | None, About(label="توضیح", longest=200, sensitivity=PERSONAL)] = None


class DoubleVerdict(DoubleVerdictDraft, Record, table=True):
    __tablename__ = "double_verdict"


def verdict_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["person_a_id"] == values["person_b_id"]:
        yield Problem("person_b_id", "same_person_twice")


def fill_verdict(values: Row, facts: Facts) -> Mapping[str, Any]:
    low, high = sorted((values["person_a_id"], values["person_b_id"]))
    return {"person_a_id": low, "person_b_id": high, "decided_on": values["decided_on"] or facts.today}


class MergeRecordDraft(Draft):
    """دو پرونده که یکی شد؛ تا ۹۰ روز بازگشت‌پذیر"""

    kept_id: Annotated[str, About(label="پروندهٔ ماندگار", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]
    merged_id: Annotated[str, About(label="پروندهٔ ادغام‌شده", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    reason: Annotated[str | None, About(label="دلیل", longest=200, sensitivity=PERSONAL, column=3)] = None
    fields_chosen: Annotated[dict[str, Any], About(label="مقدارهای برگزیده", input=Input.DATA, sensitivity=PERSONAL, in_form=False)] = Field(default_factory=dict, sa_type=JSON)
    moved: Annotated[list[Any], About(label="رکوردهای جابه‌جاشده", input=Input.DATA, sensitivity=PERSONAL, in_form=False)] = Field(default_factory=list, sa_type=JSON)
    merged_on: Annotated[date | None, About(label="تاریخ ادغام", input=Input.DATE, not_future=True, column=4, in_form=False)] = None
    undone_on: Annotated[date | None, About(label="تاریخ بازگشت", input=Input.DATE, not_future=True, column=5, in_form=False)] = None


class MergeRecord(MergeRecordDraft, Record, table=True):
    __tablename__ = "merge_record"


DOUBLE_VERDICT = Kind(name="double_verdict", label="رأی همانندی", plural="رأی‌های همانندی", draft=DoubleVerdictDraft, table=DoubleVerdict, title=("verdict",), detail=("decided_on",), rules=verdict_rules, fill=fill_verdict)
MERGE_RECORD = Kind(name="merge_record", label="ادغام پرونده", plural="ادغام‌ها", draft=MergeRecordDraft, table=MergeRecord, title=("merged_on",), writers=frozenset())
