"""What a neighbourhood has and what it lacks: capacities, facilities, and levels of service per head (domain §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import MANAGER, PROVINCE
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC
CHEAPEST_M2, DEAREST_M2 = 1_000_000, 500_000_000  # rial for a square metre; beyond, somebody has mistaken the unit


class NeighborhoodCapacityDraft(Draft):
    """ظرفیتی که محله دارد و می‌توان به کار گرفت"""

    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="capacity_kind", required=True, sensitivity=PUBLIC, search=Search.WORDS, column=2)]
    title: Annotated[str, About(label="عنوان", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=1, guarded=True, nameless=True)]
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=3)]
    place: Annotated[str | None, About(label="مکان", longest=160, sensitivity=PUBLIC, search=Search.WORDS, guarded=True, nameless=True)] = None
    owner_org_id: Annotated[str | None, About(label="مالک یا متولی", input=Input.LINK, links="organization", sensitivity=PUBLIC, column=4)] = None
    proposed_uses: Annotated[list[str], About(label="کاربری‌های پیشنهادی", input=Input.TEXTS, longest=120, sensitivity=PUBLIC, search=Search.WORDS, guarded=True, nameless=True)] = Field(default_factory=list, sa_type=JSON)
    use_status: Annotated[str, About(label="وضعیت بهره‌برداری", input=Input.CODE, codes="capacity_use", required=True, sensitivity=PUBLIC, column=5)] = "identified"
    identified_on: Annotated[date | None, About(label="تاریخ شناسایی", input=Input.DATE, not_future=True, sensitivity=PUBLIC, column=6)] = None
    visit_id: Annotated[str | None, About(label="بازدید", input=Input.LINK, links="visit", in_form=False)] = None
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500, guarded=True, nameless=True)] = None


class NeighborhoodCapacity(NeighborhoodCapacityDraft, Record, table=True):
    __tablename__ = "neighborhood_capacity"


def fill_capacity(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {} if values["identified_on"] else {"identified_on": facts.today}


class FacilityServiceDraft(Draft):
    """یک خدمت از خدمت‌های یک مکان"""

    service: Annotated[str, About(label="خدمت", required=True, longest=80)]
    capacity: Annotated[int | None, About(label="ظرفیت", input=Input.INTEGER, low=1, high=100_000)] = None
    unit: Annotated[str | None, About(label="یکا", longest=40, help="برای نمونه: سوییت، تخت، نفر")] = None
    eligible_group: Annotated[str | None, About(label="برای چه کسانی", longest=80)] = None


class FacilityDraft(Draft):
    """مکان خدماتی محله"""

    name: Annotated[str, About(label="نام", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=1, guarded=True)]
    type: Annotated[str, About(label="نوع", input=Input.CODE, codes="facility_type", required=True, sensitivity=PUBLIC, search=Search.WORDS, column=2)]
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=3)]
    owner_org_id: Annotated[str | None, About(label="مالک", input=Input.LINK, links="organization", sensitivity=PUBLIC)] = None
    operator_org_id: Annotated[str | None, About(label="بهره‌بردار", input=Input.LINK, links="organization", sensitivity=PUBLIC, column=4)] = None
    address: Annotated[str | None, About(label="نشانی", longest=250, sensitivity=PUBLIC)] = None
    floor_area_m2: Annotated[float | None, About(label="زیربنا (متر مربع)", input=Input.DECIMAL, low=0.1, high=1_000_000, sensitivity=PUBLIC, column=5)] = None
    opened_on: Annotated[date | None, About(label="تاریخ گشایش", input=Input.PARTIAL_DATE, precision_field="opened_precision", sensitivity=PUBLIC)] = None
    opened_precision: Annotated[str | None, About(label="دقت تاریخ", input=Input.CODE, codes="birth_precision", in_form=False)] = None
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0, sensitivity=PUBLIC, entered_in="entered")] = None
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    services: Annotated[list[dict[str, Any]], About(label="خدمت‌ها", input=Input.ROWS, of=FacilityServiceDraft, sensitivity=PUBLIC, guarded=True, nameless=True)] = Field(default_factory=list, sa_type=JSON)
    jobs_count: Annotated[int | None, About(label="شمار شاغلان", input=Input.INTEGER, low=0, high=100_000, sensitivity=PUBLIC)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="facility_status", required=True, sensitivity=PUBLIC, column=6)] = "active"


class Facility(FacilityDraft, Record, table=True):
    __tablename__ = "facility"


def cost_doubts(field: str, cost: int | None, area: float | None) -> Iterable[Problem]:
    """What a square metre cost, where that is hard to believe."""
    if cost and area and not CHEAPEST_M2 <= cost / area <= DEAREST_M2:
        yield Problem(field, "cost_per_m2_doubtful")


def facility_doubts(values: Row, _facts: Facts) -> Iterable[Problem]:
    yield from cost_doubts("cost_rial", values["cost_rial"], values["floor_area_m2"])


class ServiceStandardDraft(Draft):
    """سرانهٔ استاندارد یک خدمت که استان می‌نهد"""

    kind: Annotated[str, About(label="خدمت", input=Input.CODE, codes="service_level_kind", required=True, sensitivity=PUBLIC, search=Search.WORDS, column=1)]
    unit: Annotated[str, About(label="یکا", input=Input.CODE, codes="service_unit", required=True, sensitivity=PUBLIC, column=3)] = "m2_per_person"
    value: Annotated[float, About(label="استاندارد", input=Input.DECIMAL, required=True, low=0, high=1_000_000, sensitivity=PUBLIC, column=2)]
    from_year: Annotated[int, About(label="از سال", input=Input.INTEGER, required=True, low=1277, high=1498, sensitivity=PUBLIC, column=4)]
    source: Annotated[str | None, About(label="منبع", longest=160, sensitivity=PUBLIC)] = None


class ServiceStandard(ServiceStandardDraft, Record, table=True):
    __tablename__ = "service_standard"


def standard_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("service_standard", kind=values["kind"], unit=values["unit"], from_year=values["from_year"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("from_year", "standard_twin")


class ServiceLevelDraft(Draft):
    """سرانهٔ یک خدمت در یک محله و یک سال"""

    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=1)]
    kind: Annotated[str, About(label="خدمت", input=Input.CODE, codes="service_level_kind", required=True, sensitivity=PUBLIC, search=Search.WORDS, column=2)]
    year: Annotated[int, About(label="سال", input=Input.INTEGER, required=True, low=1277, high=1498, sensitivity=PUBLIC, column=3)]
    value: Annotated[float, About(label="مقدار", input=Input.DECIMAL, required=True, low=0, high=1_000_000, sensitivity=PUBLIC, column=4)]
    unit: Annotated[str, About(label="یکا", input=Input.CODE, codes="service_unit", required=True, sensitivity=PUBLIC, column=5)] = "m2_per_person"
    standard_value: Annotated[float | None, About(label="استاندارد", input=Input.DECIMAL, low=0, high=1_000_000, sensitivity=PUBLIC, column=6, help="اگر خالی بماند، از استانداردی که استان نهاده است.")] = None
    gap: Annotated[float | None, About(label="کمبود", input=Input.DECIMAL, by_program=True, sensitivity=PUBLIC, column=7)] = None
    source: Annotated[str, About(label="منبع", required=True, longest=120, sensitivity=PUBLIC, search=Search.WORDS)]


class ServiceLevel(ServiceLevelDraft, Record, table=True):
    __tablename__ = "service_level"


def level_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("service_level", neighborhood_id=values["neighborhood_id"], kind=values["kind"], year=values["year"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("year", "level_twin")
    if values["unit"] == "percent" and values["value"] > 100:
        yield Problem("value", "too_large", {"limit": "۱۰۰"})


def fill_level(values: Row, facts: Facts) -> Mapping[str, Any]:
    """The standard of the province where none is told, and what is lacking: the standard less the value."""
    standard = values["standard_value"]
    if standard is None:
        set_before = [s for s in facts.find("service_standard", kind=values["kind"], unit=values["unit"]) if s["from_year"] <= values["year"]]
        standard = max(set_before, key=lambda s: s["from_year"])["value"] if set_before else None
    return {"standard_value": standard, "gap": None if standard is None else round(standard - values["value"], 6)}


NEIGHBORHOOD_CAPACITY = Kind(name="neighborhood_capacity", label="ظرفیت محله", plural="ظرفیت‌های محله", draft=NeighborhoodCapacityDraft, table=NeighborhoodCapacity, title=("title",), detail=("kind",), state="use_status", fill=fill_capacity)
FACILITY = Kind(name="facility", label="مکان خدماتی", plural="مکان‌های خدماتی", draft=FacilityDraft, table=Facility, title=("name",), detail=("type",), state="status", doubts=facility_doubts)
SERVICE_STANDARD = Kind(name="service_standard", label="سرانهٔ استاندارد", plural="سرانه‌های استاندارد", draft=ServiceStandardDraft, table=ServiceStandard, title=("kind",), detail=("from_year",), rules=standard_rules, chosen_from=True, writers=MANAGER | PROVINCE)
SERVICE_LEVEL = Kind(name="service_level", label="سرانهٔ خدمت", plural="سرانهٔ خدمات", draft=ServiceLevelDraft, table=ServiceLevel, title=("kind", "year"), rules=level_rules, fill=fill_level)
