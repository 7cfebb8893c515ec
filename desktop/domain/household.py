"""Households: the unit the office registers (domain §3.3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.consent import HOUSEHOLD_TOPICS, live_scopes, tells
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import LifeCycle, Transition
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.identifiers import postal_code_doubtful, read_phone, read_postal_code
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
SENSITIVE = Sensitivity.SENSITIVE


def _postal_code_doubt(code: str) -> str:
    return "postal_code_doubtful" if postal_code_doubtful(code) else ""


class HouseholdDraft(Draft):
    """خانوار"""

    household_no: Annotated[str, About(label="شمارهٔ خانوار", input=Input.DIGITS, by_program=True, search=Search.NUMBERS, column=1)] = ""
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PERSONAL, column=3)]
    address_text: Annotated[str | None, About(label="نشانی", shortest=5, longest=250, sensitivity=PERSONAL, search=Search.WORDS, column=4)] = None
    plate_no: Annotated[str | None, About(label="پلاک", longest=20, sensitivity=PERSONAL)] = None
    floor_unit: Annotated[str | None, About(label="طبقه و واحد", longest=40, sensitivity=PERSONAL)] = None
    postal_code: Annotated[str | None, About(label="کد پستی", input=Input.DIGITS, reader=read_postal_code, doubt=_postal_code_doubt, sensitivity=PERSONAL, search=Search.NUMBERS)] = None
    location_hint: Annotated[str | None, About(label="نشانی محلی", longest=160, sensitivity=PERSONAL, search=Search.WORDS, help="برای نمونه: روبه‌روی مسجد", guarded=True)] = None
    phone: Annotated[str | None, About(label="تلفن", input=Input.DIGITS, reader=read_phone, sensitivity=PERSONAL, search=Search.NUMBERS)] = None
    housing_tenure: Annotated[str | None, About(label="نحوهٔ تصرف", input=Input.CODE, codes="housing_tenure", sensitivity=PERSONAL)] = None
    dwelling_type: Annotated[str | None, About(label="نوع مسکن", input=Input.CODE, codes="dwelling_type", sensitivity=PERSONAL)] = None
    rooms: Annotated[int | None, About(label="شمار اتاق", input=Input.INTEGER, low=0, high=20, sensitivity=PERSONAL)] = None
    area_m2: Annotated[int | None, About(label="متراژ", input=Input.INTEGER, low=5, high=1000, sensitivity=PERSONAL)] = None
    utilities: Annotated[dict[str, str], About(label="امکانات", input=Input.CODE_MAP, codes="utility", map_codes="utility_state", sensitivity=PERSONAL)] = Field(default_factory=dict, sa_type=JSON)
    declared_size: Annotated[int, About(label="شمار اعضا (اظهاری)", input=Input.INTEGER, required=True, low=1, high=30, sensitivity=PERSONAL, column=5)]
    residence_since_year: Annotated[int | None, About(label="سال سکونت", input=Input.INTEGER, low=1277, high=1498, sensitivity=PERSONAL)] = None
    came_from: Annotated[str | None, About(label="محل زندگی پیشین", longest=120, sensitivity=PERSONAL, guarded=True)] = None
    income_band: Annotated[str | None, About(label="دامنهٔ درآمد", input=Input.CODE, codes="income_band", sensitivity=SENSITIVE)] = None
    support_coverage: Annotated[list[str], About(label="تحت پوشش", input=Input.CODES, codes="support_coverage", sensitivity=SENSITIVE)] = Field(default_factory=list, sa_type=JSON)
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="household_status", required=True, column=7, in_form=False)] = "active"
    status_date: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, not_future=True, in_form=False)] = None
    moved_to: Annotated[str | None, About(label="مقصد", longest=120, sensitivity=PERSONAL, in_form=False)] = None
    registered_on: Annotated[date | None, About(label="تاریخ ثبت", input=Input.DATE, not_future=True, column=6)] = None
    registered_by: Annotated[str | None, About(label="ثبت‌کننده", input=Input.LINK, links="staff_member", in_form=False)] = None
    source: Annotated[str, About(label="منبع ثبت", input=Input.CODE, codes="household_source", required=True)] = "office_visit"
    merged_into_id: Annotated[str | None, About(label="پیوسته به خانوار", input=Input.LINK, links="household", by_program=True, sensitivity=PERSONAL)] = None
    head_name: Annotated[str | None, About(label="سرپرست", by_program=True, sensitivity=PERSONAL, search=Search.NAMES, column=2, logged=False)] = None
    jalali_month: Annotated[str | None, About(label="ماه ثبت", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Household(HouseholdDraft, Record, table=True):
    __tablename__ = "household"


def household_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    since = values["residence_since_year"]
    this_year = from_gregorian(facts.today).year
    if since is not None and since > this_year:
        yield Problem("residence_since_year", "too_large", {"limit": to_persian(str(this_year))})
    if values["status"] == "moved" and not values["status_date"]:
        yield Problem("status_date", "required")
    yield from _consent_rules(values, facts)
    covered = facts.find("office_neighborhood", neighborhood_id=values["neighborhood_id"])
    on = values["registered_on"] or facts.today
    if covered and not any(c["from_date"] <= on and (c["to_date"] is None or on <= c["to_date"]) for c in covered):
        yield Problem("neighborhood_id", "neighborhood_not_covered")


def _consent_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    """What the head must have agreed to before it is written down (G-06); what stands already is judged when read."""
    stored = facts.get("household", values.get("id"))
    for topic in HOUSEHOLD_TOPICS:
        if tells(topic, values[topic]) and not (stored and stored[topic] == values[topic]):
            heads = facts.find("person", household_id=stored["id"], relation_to_head="head", status="active") if stored else []
            consents = [c for head in heads for c in facts.find("consent", person_id=head["id"])]
            if f"sensitive:{topic}" not in live_scopes(consents, facts.today):
                yield Problem(topic, "head_consent_missing")


def household_doubts(values: Row, facts: Facts) -> Iterable[Problem]:
    """The members registered are compared with the number that was told, once there are any."""
    members = facts.find("person", household_id=values["id"], status="active") if values.get("id") else []
    if members:
        yield from size_doubts(values["declared_size"], len(members))


def size_doubts(declared: int | None, registered: int) -> Iterable[Problem]:
    if declared is not None and declared != registered:
        numbers = {"declared": to_persian(str(declared)), "registered": to_persian(str(registered))}
        yield Problem("declared_size", "size_doubtful", numbers)


def fill_household(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {} if values["registered_on"] else {"registered_on": facts.today}


def _steps() -> Iterable[Transition]:
    yield Transition(source="active", target="moved", label="جابه‌جایی خانوار")
    yield Transition(source="active", target="dissolved", label="انحلال")
    yield Transition(source="moved", target="active", label="بازگشت خانوار")
    yield Transition(source="dissolved", target="active", label="بازگشت خانوار")


HOUSEHOLD = Kind(
    name="household", label="خانوار", plural="خانوارها", draft=HouseholdDraft, table=Household,
    title=("head_name",), title_prefix="خانوار", detail=("household_no", "address_text"), order=("head_name", "household_no"),
    number="household_no", state="status", dated_by="registered_on", rules=household_rules, doubts=household_doubts, fill=fill_household,
    life=LifeCycle("status", "active", tuple(_steps())),
)
