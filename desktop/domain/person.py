"""Residents (domain §3.3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Access, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import LifeCycle, Transition
from desktop.domain.persian import identifiers
from desktop.domain.persian.calendar import age_on
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
SENSITIVE = Sensitivity.SENSITIVE
ADULT_OF_CENSUS = 15  # age from which the statistics centre counts a member as head, and asks marital status
WORKING_AGE = 10
SCHOOL_AGES = range(6, 19)


class PersonDraft(Draft):
    """ساکن"""

    resident_no: Annotated[str, About(label="شمارهٔ پرونده", input=Input.DIGITS, by_program=True, sensitivity=PERSONAL, search=Search.NUMBERS, column=2)] = ""
    household_id: Annotated[str, About(label="خانوار", input=Input.LINK, links="household", required=True, sensitivity=PERSONAL)]
    relation_to_head: Annotated[str, About(label="نسبت با سرپرست", input=Input.CODE, codes="relation_to_head", required=True, sensitivity=PERSONAL)]
    first_name: Annotated[str, About(label="نام", required=True, reader=read_name, longest=60, sensitivity=PERSONAL, search=Search.NAMES)]
    last_name: Annotated[str, About(label="نام خانوادگی", required=True, reader=read_name, longest=60, sensitivity=PERSONAL, search=Search.NAMES)]
    father_name: Annotated[str | None, About(label="نام پدر", reader=read_name, longest=60, sensitivity=PERSONAL, search=Search.WORDS, column=3)] = None
    sex: Annotated[str, About(label="جنس", input=Input.CODE, codes="sex", required=True, sensitivity=PERSONAL)]
    birth_date: Annotated[date | None, About(label="تاریخ تولد", input=Input.PARTIAL_DATE, precision_field="birth_precision", not_future=True, sensitivity=PERSONAL, column=4, help="سال تنها هم کافی است: ۱۳۶۲")] = None
    birth_precision: Annotated[str | None, About(label="دقت تاریخ تولد", input=Input.CODE, codes="birth_precision", sensitivity=PERSONAL, in_form=False)] = None
    age_estimated: Annotated[int | None, About(label="سن تقریبی", input=Input.INTEGER, low=0, high=110, sensitivity=PERSONAL, help="تنها وقتی تاریخ تولد روشن نیست")] = None
    age_reference_date: Annotated[date | None, About(label="تاریخ برآورد سن", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None
    nationality_group: Annotated[str | None, About(label="تابعیت", input=Input.CODE, codes="nationality_group", sensitivity=PERSONAL)] = "iranian"
    marital_status: Annotated[str | None, About(label="وضع تأهل", input=Input.CODE, codes="marital_status", sensitivity=PERSONAL)] = None
    education_level: Annotated[str | None, About(label="تحصیلات", input=Input.CODE, codes="education_level", sensitivity=PERSONAL)] = None
    school_status: Annotated[str | None, About(label="وضع تحصیل", input=Input.CODE, codes="school_status", sensitivity=PERSONAL)] = None
    activity_status: Annotated[str | None, About(label="وضع فعالیت", input=Input.CODE, codes="activity_status", sensitivity=PERSONAL)] = None
    occupation_text: Annotated[str | None, About(label="شغل", longest=80, sensitivity=PERSONAL, search=Search.WORDS, guarded=True)] = None
    not_seeking_reason: Annotated[str | None, About(label="دلیل جویا نبودن کار", input=Input.CODE, codes="not_seeking_reason", sensitivity=PERSONAL)] = None
    skills: Annotated[list[str], About(label="مهارت‌ها", input=Input.TEXTS, search=Search.WORDS)] = Field(default_factory=list, sa_type=JSON)
    interests: Annotated[list[str], About(label="علاقه‌مندی به کارگاه", input=Input.CODES, codes="workshop_type")] = Field(default_factory=list, sa_type=JSON)
    insurance_type: Annotated[str | None, About(label="بیمه", input=Input.CODE, codes="insurance_type", sensitivity=PERSONAL)] = None
    supplementary_insurance: Annotated[str | None, About(label="بیمهٔ تکمیلی", input=Input.CODE, codes="yes_no_unknown", sensitivity=PERSONAL)] = None
    mobile: Annotated[str | None, About(label="همراه", input=Input.DIGITS, reader=identifiers.read_mobile, sensitivity=PERSONAL, search=Search.NUMBERS, column=6)] = None
    mobile_owner: Annotated[str | None, About(label="همراه از آنِ", longest=60, sensitivity=PERSONAL, help="اگر از آنِ خود فرد نیست، برای نمونه: همسایه")] = None
    women_head_override: Annotated[bool | None, About(label="اصلاح دستی «زن سرپرست»", input=Input.YES_NO, sensitivity=PERSONAL, help="خالی: برنامه از جنس، سن و نسبت می‌یابد")] = None
    women_head_override_reason: Annotated[str | None, About(label="دلیل اصلاح", longest=160, sensitivity=PERSONAL, guarded=True, help="برای نمونه: با برادرش زندگی می‌کند")] = None
    is_women_head: Annotated[bool, About(label="زن سرپرست خانوار", input=Input.YES_NO, by_program=True, sensitivity=PERSONAL, logged=False)] = False
    is_trustee: Annotated[bool, About(label="معتمد محله", input=Input.YES_NO)] = False
    is_volunteer: Annotated[bool, About(label="همیار", input=Input.YES_NO)] = False
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="person_status", required=True, column=7, in_form=False)] = "active"
    status_date: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, not_future=True, in_form=False)] = None
    merged_into_id: Annotated[str | None, About(label="ادغام‌شده در", input=Input.LINK, links="person", by_program=True, sensitivity=PERSONAL)] = None
    consent_state: Annotated[str, About(label="رضایت", input=Input.CODE, codes="consent_state", by_program=True)] = "none"
    neighborhood_id: Annotated[str | None, About(label="محله", input=Input.LINK, links="neighborhood", by_program=True, sensitivity=PERSONAL, column=5, logged=False)] = None
    national_id: Annotated[str | None, About(access=Access.IDENTIFIER, label="کد ملی", input=Input.DIGITS, by_program=True, sensitivity=SENSITIVE, search=Search.NUMBERS, logged=False)] = None


class Person(PersonDraft, Record, table=True):
    __tablename__ = "person"


def age_of(values: Row, on: date) -> int | None:
    """Whole Jalali years on a day; an estimated age grows with the years since it was estimated."""
    if values["birth_date"]:
        return age_on(values["birth_date"], on)
    if values["age_estimated"] is None:
        return None
    since = values["age_reference_date"] or on
    return int(values["age_estimated"]) + max(0, age_on(since, on))


def person_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    yield from membership_rules(values, facts)
    age = age_of(values, facts.today)
    if values["birth_date"] and values["age_estimated"] is not None:
        yield Problem("age_estimated", "age_and_birth")
    if values["not_seeking_reason"] and values["activity_status"] != "unemployed_not_seeking":
        yield Problem("not_seeking_reason", "only_not_seeking")
    if values["women_head_override"] is not None and not values["women_head_override_reason"]:
        yield Problem("women_head_override_reason", "required")
    if age is not None:
        yield from _age_bound(values, age)


def membership_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    """What holds between a person and the household: one head, a household that is still there, no death before birth."""
    yield from _one_head(values, facts)
    yield from _home_is_there(values, facts)
    on, born = values["status_date"], values["birth_date"]
    if values["status"] != "active" and on and born and on < born:
        yield Problem("status_date", "before_birth")


def _home_is_there(values: Row, facts: Facts) -> Iterable[Problem]:
    """Nobody comes to live in a household that has gone; whom an older program left there may still be changed."""
    home = facts.get("household", values["household_id"]) if values["status"] == "active" else None
    if home is None or home["status"] == "active":
        return
    stored = facts.get("person", values.get("id"))
    if stored is None or (stored["household_id"], stored["status"]) != (home["id"], "active"):
        yield Problem("household_id", "household_inactive")


def _one_head(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["relation_to_head"] != "head" or values["status"] != "active":
        return
    heads = facts.find("person", household_id=values["household_id"], relation_to_head="head", status="active")
    if any(head["id"] != values.get("id") for head in heads):
        yield Problem("relation_to_head", "second_head")


def _age_bound(values: Row, age: int) -> Iterable[Problem]:
    if age < ADULT_OF_CENSUS and values["marital_status"] not in (None, "unknown", "never_married"):
        yield Problem("marital_status", "too_young_for_marital")
    if age < WORKING_AGE and values["activity_status"] not in (None, "student"):
        yield Problem("activity_status", "too_young_for_activity")
    if age not in SCHOOL_AGES and values["school_status"] not in (None, "not_applicable"):
        yield Problem("school_status", "school_age_only")


def fill_person(values: Row, facts: Facts) -> Mapping[str, Any]:
    filled: dict[str, Any] = {}
    if values["birth_date"] and not values["birth_precision"]:
        filled["birth_precision"] = "day"
    if values["age_estimated"] is not None and not values["age_reference_date"]:
        filled["age_reference_date"] = facts.today
    household = facts.get("household", values["household_id"])
    filled["neighborhood_id"] = household["neighborhood_id"] if household else None
    filled["is_women_head"] = is_women_head(values, facts.today)
    return filled


def is_women_head(values: Row, on: date) -> bool:
    """Female, presented as head, at least 15 (statistics centre); a person's override wins. Unknown age counts as adult."""
    if values["women_head_override"] is not None:
        return bool(values["women_head_override"])
    if values["sex"] != "female" or values["relation_to_head"] != "head":
        return False
    age = age_of(values, on)
    return age is None or age >= ADULT_OF_CENSUS


def women_head_status(values: Row, on: date) -> bool | None:
    """Whether somebody is a woman at the head of a household; None where only an age that nobody wrote could tell."""
    undecided = values["women_head_override"] is None and (values["sex"], values["relation_to_head"]) == ("female", "head")
    return None if undecided and age_of(values, on) is None else is_women_head(values, on)


def _steps() -> Iterable[Transition]:
    yield Transition(source="active", target="moved", label="جابه‌جایی")
    yield Transition(source="active", target="deceased", label="فوت")
    yield Transition(source="moved", target="active", label="بازگشت")
    yield Transition(source="moved", target="deceased", label="فوت")
    yield Transition(source="deceased", target="active", label="اصلاح فوت نادرست")


PERSON = Kind(
    name="person", label="ساکن", plural="ساکنان", draft=PersonDraft, table=Person,
    title=("first_name", "last_name"), detail=("father_name", "resident_no"), order=("last_name", "first_name", "father_name"),
    number="resident_no", state="status", rules=person_rules, fill=fill_person,
    life=LifeCycle("status", "active", tuple(_steps())),
)
