"""Plans of NGOs: proposed, approved for three months, scored at two levels, and supported where they went well (§3.6.4).

The last day of a plan is a date that is kept, not a count of days: three months of the calendar are not ninety days.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.divisions import read_county
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.lifecycle import (
    MANAGER,
    PROVINCE,
    STAFF,
    SUPERVISORS,
    Asked,
    LifeCycle,
    Outcome,
    Transition,
    Written,
)
from desktop.domain.persian.calendar import add_months
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC
MONTHS, DAYS = 3, 90
TERMS = ("3_months", "90_days")
ALERT_DAYS = (30, 7, 0)
"""How many days before the last one a plan is told of in the worklist."""


class NgoPlanCatalogueDraft(Draft):
    """طرحی که استان برای سمن‌ها تعریف کرده است"""

    title: Annotated[str, About(label="عنوان", required=True, longest=160, sensitivity=PUBLIC, search=Search.NAMES, column=1, guarded=True)]
    area: Annotated[str, About(label="حوزه", input=Input.CODE, codes="ngo_plan_area", required=True, sensitivity=PUBLIC, search=Search.WORDS, column=2)]
    year: Annotated[int | None, About(label="سال", input=Input.INTEGER, low=1277, high=1498, sensitivity=PUBLIC, column=3)] = None
    active: Annotated[bool, About(label="فعال", input=Input.YES_NO, sensitivity=PUBLIC, column=4)] = True


class NgoPlanCatalogue(NgoPlanCatalogueDraft, Record, table=True):
    __tablename__ = "ngo_plan_catalogue"


class NgoPlanDraft(Draft):
    """طرح سمن"""

    title: Annotated[str, About(label="عنوان", required=True, longest=160, search=Search.NAMES, column=1, guarded=True, nameless=True, doubt=political_doubt)]
    ngo_org_id: Annotated[str, About(label="سمن", input=Input.LINK, links="organization", required=True, column=2)]
    area: Annotated[str, About(label="حوزه", input=Input.CODE, codes="ngo_plan_area", required=True, search=Search.WORDS, column=3)]
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county, help="اگر خالی بماند: شهرستان دفتر.")] = None
    catalogue_id: Annotated[str | None, About(label="از فهرست استان", input=Input.LINK, links="ngo_plan_catalogue")] = None
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood")] = None
    goal: Annotated[str | None, About(label="هدف", input=Input.LINES, longest=1000, search=Search.WORDS, guarded=True, nameless=True, doubt=political_doubt)] = None
    target_group: Annotated[str | None, About(label="گروه هدف", longest=160, guarded=True, nameless=True)] = None
    indicator_text: Annotated[str | None, About(label="سنجه", longest=160, guarded=True, nameless=True)] = None
    indicator_target: Annotated[str | None, About(label="مقدار هدف", longest=60, guarded=True, nameless=True)] = None
    requested_rial: Annotated[int | None, About(label="مبلغ درخواستی", input=Input.MONEY, low=1, entered_in="entered")] = None
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    supervisor_org_id: Annotated[str, About(label="ناظر (فرمانداری)", input=Input.LINK, links="organization", required=True)]
    chief_supervisor_org_id: Annotated[str, About(label="ناظر عالی (استانداری)", input=Input.LINK, links="organization", required=True)]
    proposed_on: Annotated[date | None, About(label="تاریخ پیشنهاد", input=Input.DATE, not_future=True, help="اگر خالی بماند: امروز.")] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="ngo_plan_status", by_program=True, column=5)] = "proposed"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    approved_on: Annotated[date | None, About(label="تاریخ تصویب", input=Input.DATE, not_future=True, in_form=False)] = None
    approval_no: Annotated[str | None, About(label="شمارهٔ تصویب", longest=60, search=Search.NUMBERS, in_form=False)] = None
    approved_rial: Annotated[int | None, About(label="مبلغ مصوب", input=Input.MONEY, low=1, in_form=False)] = None
    deadline_date: Annotated[date | None, About(label="پایان مهلت", input=Input.DATE, in_form=False, setters=PROVINCE, column=4)] = None
    extension_reason: Annotated[str | None, About(label="دلیل تمدید", longest=300, in_form=False, setters=PROVINCE)] = None
    started_on: Annotated[date | None, About(label="تاریخ آغاز", input=Input.DATE, not_future=True, in_form=False)] = None
    score_county: Annotated[int | None, About(label="امتیاز فرمانداری", input=Input.INTEGER, low=0, high=100, in_form=False)] = None
    score_province: Annotated[int | None, About(label="امتیاز استانداری", input=Input.INTEGER, low=0, high=100, in_form=False)] = None
    score: Annotated[float | None, About(label="امتیاز", input=Input.DECIMAL, by_program=True, in_form=False)] = None
    result_positive: Annotated[bool | None, About(label="نتیجهٔ مثبت", input=Input.YES_NO, in_form=False)] = None
    good_practice: Annotated[bool, About(label="تجربهٔ خوب برای دیگران", input=Input.YES_NO, sensitivity=PUBLIC)] = False
    evaluated_on: Annotated[date | None, About(label="تاریخ ارزیابی", input=Input.DATE, by_program=True, in_form=False)] = None
    closed_on: Annotated[date | None, About(label="تاریخ پایان طرح", input=Input.DATE, by_program=True, in_form=False)] = None
    result_note: Annotated[str | None, About(label="گزارش نتیجه", input=Input.LINES, longest=1000, in_form=False, guarded=True, nameless=True)] = None
    funding_month: Annotated[str | None, About(label="ماه حمایت", input=Input.MONTH, in_form=False)] = None
    funded_on: Annotated[date | None, About(label="تاریخ حمایت", input=Input.DATE, not_future=True, in_form=False)] = None
    funded_rial: Annotated[int | None, About(label="مبلغ حمایت", input=Input.MONEY, low=1, in_form=False)] = None
    close_reason: Annotated[str | None, About(label="دلیل پایان", longest=300, in_form=False, guarded=True, nameless=True)] = None


class NgoPlan(NgoPlanDraft, Record, table=True):
    __tablename__ = "ngo_plan"


class NgoPlanExtensionDraft(Draft):
    """تمدیدهای مهلت یک طرح؛ تنها افزوده می‌شود"""

    ngo_plan_id: Annotated[str, About(label="طرح", input=Input.LINK, links="ngo_plan", required=True)]
    on: Annotated[date, About(label="تاریخ تمدید", input=Input.DATE, required=True, column=1)]
    old_deadline: Annotated[date, About(label="مهلت پیشین", input=Input.DATE, required=True, column=2)]
    new_deadline: Annotated[date, About(label="مهلت تازه", input=Input.DATE, required=True, column=3)]
    reason: Annotated[str | None, About(label="دلیل تمدید", longest=300, column=4)] = None


class NgoPlanExtension(NgoPlanExtensionDraft, Record, table=True):
    __tablename__ = "ngo_plan_extension"


def plan_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    ngo = facts.get("organization", values["ngo_org_id"])
    if ngo is not None and ngo["kind"] != "ngo":
        yield Problem("ngo_org_id", "not_an_ngo")
    if values["deadline_date"] and values["approved_on"] and values["deadline_date"] < values["approved_on"]:
        yield Problem("deadline_date", "before_start")
    if values["started_on"] and values["approved_on"] and values["started_on"] < values["approved_on"]:
        yield Problem("started_on", "before_start")
    if _moved_without_reason(values, facts):
        yield Problem("deadline_date", "deadline_by_step")


def _moved_without_reason(values: Row, facts: Facts) -> bool:
    """Whether a last day that stood is another now, neither by an extension nor corrected to what the term says."""
    old = facts.get("ngo_plan", values["id"]) if values.get("id") else None
    day = values["deadline_date"]
    if old is None or old["deadline_date"] in (None, day):
        return False
    extended = facts.find(
        "ngo_plan_extension", ngo_plan_id=old["id"], old_deadline=old["deadline_date"], new_deadline=day
    )
    by_term = values["approved_on"] and day in {deadline_from(values["approved_on"], term) for term in TERMS}
    return not (extended or by_term)


def fill_plan(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {}
    own = facts.find("office")[:1]
    if not values["county_id"] and own:
        filled["county_id"] = own[0]["county_id"]
    if not values["proposed_on"] and not values.get("id"):
        filled["proposed_on"] = facts.today
    scores = [values[name] for name in ("score_county", "score_province") if values[name] is not None]
    filled["score"] = sum(scores) / len(scores) if scores else None
    return filled


def plan_state(values: Row, on: date) -> str:
    """The state as of a day: a plan whose last day has passed is overdue until it is judged."""
    late = values["status"] == "running" and values["deadline_date"] is not None and values["deadline_date"] < on
    return "overdue" if late else str(values["status"])


def deadline_from(approved_on: date, term: str) -> date:
    """The last day of a plan: the same day three months on, clamped to the month, or ninety days on."""
    return approved_on + timedelta(days=DAYS) if term == "90_days" else add_months(approved_on, MONTHS)


def alert_of(values: Row, on: date) -> int | None:
    """The nearest of the alert days that has come: 30, 7 or 0 days before the last day; None when none has."""
    if values["status"] not in ("approved", "running") or values["deadline_date"] is None:
        return None
    left = (values["deadline_date"] - on).days
    return min((days for days in ALERT_DAYS if left <= days), default=None)


def _approve(_old: Row, told: Row, asked: Asked) -> Outcome:
    """Approval fixes the last day by the term that the office keeps to."""
    approved_on = told.get("approved_on") or told["on"]
    own = asked.find("office")[:1]
    term = own[0]["ngo_plan_term"] if own else "3_months"
    return Outcome({"approved_on": approved_on, "deadline_date": deadline_from(approved_on, term)})


def _may_approve(values: Row, asked: Asked) -> Iterable[Problem]:
    ngo = asked.get("organization", values["ngo_org_id"])
    if ngo is not None and ngo["license_expiry"] and ngo["license_expiry"] < values["approved_on"]:
        yield Problem("ngo_org_id", "license_expired")
    if asked.role not in PROVINCE and not values["approval_no"]:
        yield Problem("approval_no", "approval_no_needed")


def _start(_old: Row, told: Row, _asked: Asked) -> Outcome:
    return Outcome({"started_on": told.get("started_on") or told["on"]})


def _is_longer(values: Row, asked: Asked) -> Iterable[Problem]:
    old = asked.get("ngo_plan", values["id"])
    if old is not None and values["deadline_date"] <= old["deadline_date"]:
        yield Problem("deadline_date", "not_longer")


def _extend(old: Row, told: Row, _asked: Asked) -> Outcome:
    """What the last day was until then stays known: a month that has ended is counted by it."""
    days = {"on": told["on"], "old_deadline": old["deadline_date"], "new_deadline": told.get("deadline_date")}
    if not old["deadline_date"] or not told.get("deadline_date"):
        return Outcome()
    written = {"ngo_plan_id": old["id"], **days, "reason": told.get("extension_reason")}
    return Outcome(records=(Written("ngo_plan_extension", written),))


def _may_fund(values: Row, _asked: Asked) -> Iterable[Problem]:
    if not values["result_positive"]:
        yield Problem("result_positive", "result_not_positive")


def _fund(old: Row, told: Row, _asked: Asked) -> Outcome:
    amount = told.get("funded_rial") or old["approved_rial"]
    return Outcome({"funded_on": told.get("funded_on") or told["on"], "funded_rial": amount})


def _evaluate(_old: Row, told: Row, _asked: Asked) -> Outcome:
    return Outcome({"evaluated_on": told["on"]})


def _close(_old: Row, told: Row, _asked: Asked) -> Outcome:
    return Outcome({"closed_on": told["on"]})


def _steps() -> Iterable[Transition]:
    yield Transition(source="proposed", target="approved", label="تصویب", roles=MANAGER | PROVINCE, effect=_approve, guard=_may_approve, needs=("approved_rial",), dated_by="approved_on", asks=("approved_on", "approval_no"), tells=("تصویب با استان است؛ مدیر دفتر آن را با شمارهٔ تصویب ثبت می‌کند.", "پروانهٔ سمن باید در روز تصویب معتبر باشد.", "پایان مهلت سه ماه شمسی پس از تصویب است، یا نود روز اگر دفتر چنین نهاده باشد."))
    yield Transition(source="approved", target="running", label="آغاز", roles=MANAGER | SUPERVISORS, effect=_start, dated_by="started_on", asks=("started_on",))
    for source in ("approved", "running"):
        yield Transition(source=source, target=source, label="تمدید مهلت", roles=PROVINCE, guard=_is_longer, effect=_extend, needs=("deadline_date", "extension_reason"), asks=("on",), tells=("تنها استان تمدید می‌کند، با دلیل.",))
    yield Transition(source="running", target="evaluated", label="ارزیابی", roles=MANAGER | SUPERVISORS, effect=_evaluate, needs=("score_county", "score_province", "result_positive"), asks=("on", "result_note", "funding_month"), tells=("دو امتیاز می‌خواهد: فرمانداری و استانداری.",))
    yield Transition(source="evaluated", target="funded", label="حمایت مالی", roles=MANAGER | PROVINCE, effect=_fund, guard=_may_fund, dated_by="funded_on", asks=("funded_on", "funded_rial"), tells=("تنها طرحی که نتیجهٔ مثبت داشته است.",))
    for source in ("proposed", "approved", "running", "evaluated"):
        yield Transition(source=source, target="closed", label="مختومه کردن", roles=MANAGER | PROVINCE, effect=_close, needs=("close_reason",), asks=("on",))


_GOING_ON = ("proposed", "approved", "running", "evaluated")
NGO_PLAN_CATALOGUE = Kind(name="ngo_plan_catalogue", label="طرح پیشنهادی استان", plural="طرح‌های پیشنهادی استان", draft=NgoPlanCatalogueDraft, table=NgoPlanCatalogue, title=("title",), detail=("area",), chosen_from=True, writers=MANAGER | PROVINCE)
NGO_PLAN = Kind(
    name="ngo_plan", label="طرح سمن", plural="طرح‌های سمن", draft=NgoPlanDraft, table=NgoPlan, title=("title",), detail=("area", "deadline_date"), order=("approved_on", "title"), descending=True,
    state="status", rules=plan_rules, fill=fill_plan, state_on=plan_state, writers=STAFF | SUPERVISORS,
    life=LifeCycle("status", "proposed", tuple(_steps()), going_on=_GOING_ON, dated="status_on"),
)
NGO_PLAN_EXTENSION = Kind(
    name="ngo_plan_extension", label="تمدید مهلت", plural="تمدیدهای مهلت", draft=NgoPlanExtensionDraft, table=NgoPlanExtension, title=("new_deadline",), detail=("reason",), order=("on",),
    writers=frozenset(),
)
