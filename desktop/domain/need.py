"""Needs and how they are followed: events, referrals and answers (domain §3.4, §3.6.1)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.fields import About, Access, Draft, Input, Search, Sensitivity
from desktop.domain.harm import holds_on, read_harm
from desktop.domain.lifecycle import in_order
from desktop.domain.need_life import NEED_LIFE
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
PUBLIC = Sensitivity.PUBLIC
DAYS_BY_URGENCY = {"first": 7, "second": 30, "normal": 60}
SPECIALTY_BY_FIELD = {  # who takes a need by default (F1-27)
    "social": "social_work", "identity_documents": "social_work", "health": "social_work", "education": "social",
    "cultural": "social", "economic": "economics", "civil_physical": "urban_planning", "urban_services": "urban_planning",
    "environment": "urban_planning", "legal": "legal", "sport": "social",
}
SUBJECT_OF_SCOPE = {"person": "person_id", "household": "household_id", "group": "neighborhood_id", "neighborhood": "neighborhood_id"}
OPEN_STATES = NEED_LIFE.going_on
OF_PLACES = frozenset({"group", "neighborhood"})


class NeedDraft(Draft):
    """نیاز یا مطالبه"""

    need_no: Annotated[str, About(label="شمارهٔ نیاز", input=Input.DIGITS, by_program=True, search=Search.NUMBERS, column=1)] = ""
    scope: Annotated[str, About(label="سطح", input=Input.CODE, codes="need_scope", required=True)] = "person"
    person_id: Annotated[str | None, About(label="فرد", input=Input.LINK, links="person", sensitivity=PERSONAL)] = None
    household_id: Annotated[str | None, About(label="خانوار", input=Input.LINK, links="household", sensitivity=PERSONAL)] = None
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", sensitivity=PERSONAL, column=5)] = None
    field: Annotated[str, About(label="حوزه", input=Input.CODE, codes="need_field", required=True, column=3)]
    subject: Annotated[str, About(label="عنوان", required=True, longest=120, search=Search.NAMES, column=2, guarded=True)]
    description: Annotated[str | None, About(label="شرح", input=Input.LINES, longest=1000, sensitivity=PERSONAL, search=Search.WORDS, guarded=True)] = None
    urgency: Annotated[str, About(label="فوریت", input=Input.CODE, codes="need_urgency", required=True, column=4)] = "normal"
    noted_on: Annotated[date | None, About(label="تاریخ ثبت", input=Input.DATE, not_future=True, column=6)] = None
    source: Annotated[str, About(label="منبع", input=Input.CODE, codes="need_source", required=True)] = "residents"
    supporters_count: Annotated[int | None, About(label="شمار خانوارهای حامی", input=Input.INTEGER, low=0, high=100_000)] = None
    owner_staff_id: Annotated[str | None, About(label="مسئول پیگیری", input=Input.LINK, links="staff_member", column=7, help="اگر خالی بماند، برنامه از روی حوزه برمی‌گزیند.")] = None
    main_agency_id: Annotated[str | None, About(label="دستگاه مسئول", input=Input.LINK, links="organization")] = None
    requires_multiple_agencies: Annotated[bool, About(label="نیازمند چند دستگاه", input=Input.YES_NO)] = False
    due_on: Annotated[date | None, About(label="مهلت", input=Input.DATE, column=8, help="اگر خالی بماند: فوریت اول ۷، فوریت دوم ۳۰ و عادی ۶۰ روز")] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="need_status", by_program=True, column=9)] = "noted"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    close_reason: Annotated[str | None, About(label="دلیل پایان", input=Input.CODE, codes="need_close_reason", in_form=False)] = None
    close_note: Annotated[str | None, About(label="توضیح پایان", input=Input.LINES, longest=500, in_form=False, guarded=True)] = None
    duplicate_of_id: Annotated[str | None, About(label="تکرارِ نیاز", input=Input.LINK, links="need", in_form=False)] = None
    resident_informed_on: Annotated[date | None, About(label="تاریخ آگاه کردن متقاضی", input=Input.DATE, not_future=True, in_form=False)] = None
    resident_confirmed: Annotated[bool | None, About(label="تأیید متقاضی", input=Input.YES_NO, in_form=False)] = None
    satisfaction: Annotated[int | None, About(label="رضایت (۱ تا ۵)", input=Input.INTEGER, low=1, high=5, in_form=False)] = None
    targeted_harm: Annotated[str | None, About(label="آسیب هدف (سطح محله)", input=Input.LINK, links="harm_type", reader=read_harm)] = None
    solution_note: Annotated[str | None, About(label="راه‌حل (بدون نام)", input=Input.LINES, longest=500, sensitivity=PUBLIC, search=Search.WORDS, in_form=False, guarded=True)] = None
    project_id: Annotated[str | None, About(label="پروژه", input=Input.LINK, links="project")] = None
    credit_id: Annotated[str | None, About(access=Access.MONEY, label="اعتبار", input=Input.LINK, links="credit")] = None
    jalali_month: Annotated[str | None, About(label="ماه ثبت", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Need(NeedDraft, Record, table=True):
    __tablename__ = "need"


def need_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    subject_field = SUBJECT_OF_SCOPE[values["scope"]]
    if not values[subject_field]:
        yield Problem(subject_field, "required")
    if values["scope"] in OF_PLACES and not (values["supporters_count"] or 0) >= 1:
        yield Problem("supporters_count", "supporters_needed")
    if values["due_on"] and values["noted_on"] and values["due_on"] < values["noted_on"]:
        yield Problem("due_on", "before_start")
    if values["targeted_harm"] and values["scope"] != "neighborhood":
        yield Problem("targeted_harm", "harm_for_place_only")
    if not values["owner_staff_id"]:
        yield Problem("owner_staff_id", "need_owner")
    old = facts.get("need", values.get("id"))
    if old is None or values["targeted_harm"] != old["targeted_harm"]:
        harm = facts.get("harm_type", values["targeted_harm"])
        if harm is not None and not holds_on(harm, values["noted_on"] or facts.today):
            yield Problem("targeted_harm", "not_in_list_then")
    yield from _end_rules(values, old)
    yield from _duplicate_rules(values, old, facts)
    if old is not None and values["noted_on"] != old["noted_on"]:
        later = in_order(facts.find("need_event", need_id=old["id"]))[1:]
        if later and values["noted_on"] and values["noted_on"] > later[0]["on"]:
            yield Problem("noted_on", "after_first_step")


def _end_rules(values: Row, old: Row | None) -> Iterable[Problem]:
    """Why a need ended is told when it ends, and as long as it has not begun again."""
    if values["status"] in OPEN_STATES:
        told = ("close_reason", "close_note", "duplicate_of_id")
        yield from (Problem(name, "need_not_ended") for name in told if values[name] and (old is None or values[name] != old[name]))
    elif old is not None and old["close_reason"] and not values["close_reason"]:
        yield Problem("close_reason", "required")


def _duplicate_rules(values: Row, old: Row | None, facts: Facts) -> Iterable[Problem]:
    """The other need of a duplicate is another one, and does not itself lead back to this one."""
    names = ("close_reason", "duplicate_of_id")
    if old is not None and all(values[name] == old[name] for name in names):
        return
    if values["close_reason"] == "duplicate" and not values["duplicate_of_id"]:
        yield Problem("duplicate_of_id", "required")
    if values["close_reason"] != "duplicate" and values["duplicate_of_id"]:
        yield Problem("duplicate_of_id", "need_not_duplicate")
    seen, other = {values.get("id")}, values["duplicate_of_id"]
    while other is not None and other not in seen:
        seen.add(other)
        other = (facts.get("need", other) or {}).get("duplicate_of_id")
    if other is not None:
        yield Problem("duplicate_of_id", "need_duplicate_cycle")


def fill_need(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {}
    noted_on = values["noted_on"] or facts.today
    filled["noted_on"] = noted_on
    if not values["due_on"]:
        filled["due_on"] = noted_on + timedelta(days=DAYS_BY_URGENCY[values["urgency"]])
    if not values["status_on"] or values["status"] == NEED_LIFE.start:
        filled["status_on"] = noted_on
    if not values["owner_staff_id"]:
        filled["owner_staff_id"] = default_owner(values, facts)
    filled.update(_place_of_subject(values, facts))
    return filled


def _place_of_subject(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Household and neighbourhood of whom the need is about; a need of a place is nobody's in particular."""
    if values["scope"] in OF_PLACES:
        return {"person_id": None, "household_id": None}
    person = facts.get("person", values["person_id"]) if values["scope"] == "person" else None
    household_id = person["household_id"] if person else values["household_id"]
    household = facts.get("household", household_id) if values["scope"] in ("person", "household") else None
    if household is None:
        return {}
    person_id = values["person_id"] if person else None
    return {"person_id": person_id, "household_id": household_id, "neighborhood_id": household["neighborhood_id"]}


def default_owner(values: Row, facts: Facts) -> str | None:
    """The staff member whose specialty takes this field; else the manager, so that nothing is without an owner."""
    on = values["noted_on"] or facts.today
    staff = [s for s in facts.find("staff_member") if s["end_date"] is None or s["end_date"] >= on]
    wanted = SPECIALTY_BY_FIELD[values["field"]]
    ranked = sorted(staff, key=lambda s: (s["specialty"] != wanted, s["position"] == "manager", s["id"]))
    if ranked and ranked[0]["specialty"] == wanted:
        return str(ranked[0]["id"])
    managers = [s for s in staff if s["position"] == "manager"] or staff
    return str(managers[0]["id"]) if managers else None


class NeedEventDraft(Draft):
    """گام‌های یک نیاز؛ تنها افزوده می‌شود"""

    need_id: Annotated[str, About(label="نیاز", input=Input.LINK, links="need", required=True)]
    from_status: Annotated[str | None, About(label="از", input=Input.CODE, codes="need_status", column=2)] = None
    to_status: Annotated[str, About(label="به", input=Input.CODE, codes="need_status", required=True, column=3)]
    on: Annotated[date, About(label="تاریخ", input=Input.DATE, required=True, column=1)]
    by: Annotated[str | None, About(label="همکار", input=Input.LINK, links="staff_member", column=4)] = None
    note: Annotated[str | None, About(label="توضیح", input=Input.LINES, longest=500, column=5, guarded=True)] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class NeedEvent(NeedEventDraft, Record, table=True):
    __tablename__ = "need_event"


NEED = Kind(
    name="need", label="نیاز", plural="نیازها", draft=NeedDraft, table=Need, title=("subject",), detail=("field", "noted_on"),
    order=("noted_on", "need_no"), descending=True, number="need_no", state="status", dated_by="noted_on",
    rules=need_rules, fill=fill_need, life=NEED_LIFE,
)
NEED_EVENT = Kind(name="need_event", label="گام نیاز", plural="گام‌های نیاز", draft=NeedEventDraft, table=NeedEvent, title=("to_status", "on"), dated_by="on", writers=frozenset())
