"""The office, its neighbourhoods and what is known of their population (domain §3.2)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.divisions import read_county
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import MANAGER, PROVINCE, STAFF, LifeCycle, Transition
from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.identifiers import read_phone, read_postal_code
from desktop.domain.problems import Problem, Refusal
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC


def read_office_code(text: str) -> str:
    """Four ASCII digits, the first part of every number the office gives."""
    code = to_ascii(text)
    if len(code) != 4 or not code.isdigit():
        raise Refusal("office_code")
    return code


class OfficeDraft(Draft):
    """دفتر"""

    code: Annotated[str, About(label="کد دفتر", input=Input.DIGITS, required=True, reader=read_office_code, sensitivity=PUBLIC, column=1, help="چهار رقم؛ آغاز همهٔ شماره‌هایی است که دفتر می‌دهد.")]
    title_fa: Annotated[str, About(label="عنوان دفتر", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=2)]
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county, sensitivity=PUBLIC, column=3)] = None
    address: Annotated[str | None, About(label="نشانی", longest=250)] = None
    postal_code: Annotated[str | None, About(label="کد پستی", input=Input.DIGITS, reader=read_postal_code)] = None
    phone: Annotated[str | None, About(label="تلفن", input=Input.DIGITS, reader=read_phone)] = None
    office_hours: Annotated[str | None, About(label="ساعت کار", longest=80)] = None
    license_no: Annotated[str | None, About(label="شمارهٔ مجوز", longest=40)] = None
    license_date: Annotated[date | None, About(label="تاریخ مجوز", input=Input.DATE)] = None
    opening_date: Annotated[date | None, About(label="تاریخ گشایش", input=Input.PARTIAL_DATE, precision_field="opening_precision", help="اگر روز یا ماه را نمی‌دانید، همان سال یا ماه بس است.")] = None
    opening_precision: Annotated[str | None, About(label="دقت تاریخ", input=Input.CODE, codes="birth_precision", in_form=False)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="office_status", by_program=True, column=4)] = "proposed"
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True)] = None
    program_code: Annotated[str | None, About(label="طرح فرادست", longest=80, search=Search.WORDS, help="برای نمونه «طرح نجات»")] = None
    letterhead_line1: Annotated[str | None, About(label="سربرگ، سطر یکم", longest=120)] = None
    letterhead_line2: Annotated[str | None, About(label="سربرگ، سطر دوم", longest=120)] = None
    letterhead_line3: Annotated[str | None, About(label="سربرگ، سطر سوم", longest=120)] = None
    letter_prefix: Annotated[str | None, About(label="پیش‌شمارهٔ نامه‌ها", longest=12, help="برای نمونه «کر-۰۳»؛ اگر خالی بماند، برنامه از استان و کد دفتر می‌سازد.")] = None
    display_currency: Annotated[str, About(label="یکای پول در گزارش‌ها", input=Input.CODE, codes="display_currency", required=True, help="همهٔ مبلغ‌های یک گزارش با یک یکا نوشته می‌شوند.")] = "rial"
    ngo_plan_term: Annotated[str, About(label="مهلت طرح سمن", input=Input.CODE, codes="ngo_plan_term", required=True, help="سه ماه شمسی همان نود روز نیست.")] = "3_months"
    target_social_share: Annotated[float, About(label="هدف سهم مأموریت اجتماعی", input=Input.DECIMAL, percent_of=100, low=0, high=100)] = 66.7
    fictional: Annotated[bool, About(label="دادهٔ آزمایشی", input=Input.YES_NO, by_program=True)] = False


class Office(OfficeDraft, Record, table=True):
    __tablename__ = "office"


class NeighborhoodDraft(Draft):
    """محله"""

    name: Annotated[str, About(label="نام محله", required=True, longest=80, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    aliases: Annotated[list[str], About(label="نام‌های دیگر", input=Input.TEXTS, sensitivity=PUBLIC, search=Search.NAMES)] = Field(default_factory=list, sa_type=JSON)
    parent_neighborhood_id: Annotated[str | None, About(label="محلهٔ مادر", input=Input.LINK, links="neighborhood", sensitivity=PUBLIC)] = None
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county, sensitivity=PUBLIC)] = None
    city_name: Annotated[str | None, About(label="شهر", longest=80, sensitivity=PUBLIC, column=2)] = None
    area_type: Annotated[str, About(label="نوع محدوده", input=Input.CODE, codes="area_type", required=True, column=3)] = "vulnerable"
    area_hectare: Annotated[float | None, About(label="مساحت (هکتار)", input=Input.DECIMAL, low=0.01, high=5000, sensitivity=PUBLIC)] = None
    boundary_text: Annotated[str | None, About(label="محدوده", input=Input.LINES, longest=1000, sensitivity=PUBLIC, guarded=True, nameless=True)] = None
    formation_year: Annotated[int | None, About(label="سال شکل‌گیری", input=Input.INTEGER, low=1200, high=1498, sensitivity=PUBLIC)] = None
    formation_note: Annotated[str | None, About(label="چگونگی شکل‌گیری", input=Input.LINES, longest=1000, sensitivity=PUBLIC, guarded=True, nameless=True)] = None
    informal_building_note: Annotated[str | None, About(label="ساخت‌وساز غیررسمی", input=Input.LINES, longest=500, sensitivity=PUBLIC, guarded=True, nameless=True)] = None
    coverage_status: Annotated[str, About(label="وضعیت پوشش", input=Input.CODE, codes="coverage_status", required=True, column=4)] = "under_office"
    need_score: Annotated[int | None, About(label="امتیاز نیازمندی", input=Input.INTEGER, low=0, high=100, help="تنها استان پر می‌کند.", in_form=False, setters=PROVINCE)] = None


class Neighborhood(NeighborhoodDraft, Record, table=True):
    __tablename__ = "neighborhood"


def neighborhood_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("neighborhood", name=values["name"], city_name=values["city_name"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("name", "neighborhood_twin")
    parent = values["parent_neighborhood_id"]
    seen = {values.get("id")}
    while parent:
        if parent in seen:
            yield Problem("parent_neighborhood_id", "neighborhood_cycle")
            return
        seen.add(parent)
        above = facts.get("neighborhood", parent)
        parent = above["parent_neighborhood_id"] if above else None


class NeighborhoodPopulationDraft(Draft):
    """جمعیت محله در یک سال، با منبع"""

    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=1)]
    year: Annotated[int, About(label="سال", input=Input.INTEGER, required=True, low=1277, high=1498, sensitivity=PUBLIC, column=2)]
    population: Annotated[int, About(label="جمعیت", input=Input.INTEGER, required=True, low=1, high=10_000_000, sensitivity=PUBLIC, column=3)]
    households: Annotated[int | None, About(label="شمار خانوار", input=Input.INTEGER, low=1, sensitivity=PUBLIC)] = None
    is_estimate: Annotated[bool, About(label="برآورد است", input=Input.YES_NO, required=True, sensitivity=PUBLIC)] = False
    source: Annotated[str, About(label="منبع", input=Input.CODE, codes="population_source", required=True, sensitivity=PUBLIC, column=4)] = "office_estimate"
    range_low: Annotated[int | None, About(label="کمینه", input=Input.INTEGER, low=0, sensitivity=PUBLIC)] = None
    range_high: Annotated[int | None, About(label="بیشینه", input=Input.INTEGER, low=0, sensitivity=PUBLIC)] = None


class NeighborhoodPopulation(NeighborhoodPopulationDraft, Record, table=True):
    __tablename__ = "neighborhood_population"


def population_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("neighborhood_population", neighborhood_id=values["neighborhood_id"], year=values["year"], source=values["source"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("year", "population_twin")
    yield from _range_rules(values)


def _range_rules(values: Row) -> Iterable[Problem]:
    """An estimate lies within its range, and the range begins below its end."""
    low, high = values["range_low"], values["range_high"]
    if low is not None and high is not None and low > high:
        yield Problem("range_low", "too_large", {"limit": to_persian(str(high))})
    if low is not None and values["population"] < low:
        yield Problem("population", "too_small", {"limit": to_persian(str(low))})
    if high is not None and values["population"] > high:
        yield Problem("population", "too_large", {"limit": to_persian(str(high))})


class OfficeNeighborhoodDraft(Draft):
    """پوشش یک محله از سوی یک دفتر در یک بازه؛ هر دفتر چند محله و هر محله در گذر زمان چند دفتر دارد"""

    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=1)]
    from_date: Annotated[date, About(label="از تاریخ", input=Input.DATE, required=True, sensitivity=PUBLIC, column=2)]
    to_date: Annotated[date | None, About(label="تا تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=3)] = None
    serving_office_id: Annotated[str | None, About(label="دفتر", input=Input.LINK, links="office", sensitivity=PUBLIC, column=4, help="اگر خالی بماند: همین دفتر.")] = None


class OfficeNeighborhood(OfficeNeighborhoodDraft, Record, table=True):
    __tablename__ = "office_neighborhood"


def coverage_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["to_date"] and values["to_date"] < values["from_date"]:
        yield Problem("to_date", "before_start")


def coverage_doubts(values: Row, facts: Facts) -> Iterable[Problem]:
    """A neighbourhood has one office at a time, unless the province has said otherwise."""
    for other in facts.find("office_neighborhood", neighborhood_id=values["neighborhood_id"]):
        if other["id"] != values.get("id") and _overlap(values, other):
            yield Problem("neighborhood_id", "covered_twice_doubtful")
            return


def _overlap(one: Row, other: Row) -> bool:
    starts = one["from_date"] <= (other["to_date"] or date.max)
    return bool(starts and other["from_date"] <= (one["to_date"] or date.max))


def fill_coverage(values: Row, facts: Facts) -> Mapping[str, Any]:
    own = facts.find("office")[:1]
    return {"serving_office_id": own[0]["id"]} if own and not values["serving_office_id"] else {}


class CityPopulationDraft(Draft):
    """جمعیت یک شهر در یک سال، تا سهم محله‌ها از آن گفته شود"""

    city_name: Annotated[str, About(label="شهر", required=True, longest=80, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county, sensitivity=PUBLIC)] = None
    year: Annotated[int, About(label="سال", input=Input.INTEGER, required=True, low=1277, high=1498, sensitivity=PUBLIC, column=2)]
    population: Annotated[int, About(label="جمعیت", input=Input.INTEGER, required=True, low=1, high=20_000_000, sensitivity=PUBLIC, column=3)]
    is_estimate: Annotated[bool, About(label="برآورد است", input=Input.YES_NO, sensitivity=PUBLIC)] = False
    source: Annotated[str, About(label="منبع", input=Input.CODE, codes="population_source", required=True, sensitivity=PUBLIC, column=4)] = "census"
    range_low: Annotated[int | None, About(label="کمینه", input=Input.INTEGER, low=0, sensitivity=PUBLIC)] = None
    range_high: Annotated[int | None, About(label="بیشینه", input=Input.INTEGER, low=0, sensitivity=PUBLIC)] = None


class CityPopulation(CityPopulationDraft, Record, table=True):
    __tablename__ = "city_population"


def city_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("city_population", city_name=values["city_name"], year=values["year"], source=values["source"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("year", "population_twin")
    yield from _range_rules(values)


class NeighborhoodSurveyDraft(Draft):
    """نظرسنجی سالانه و بی‌نام یک محله؛ تنها میانگین پاسخ‌ها نگه داشته می‌شود، از ۱ تا ۵"""

    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=1)]
    year: Annotated[int, About(label="سال", input=Input.INTEGER, required=True, low=1277, high=1498, sensitivity=PUBLIC, column=2)]
    respondents: Annotated[int, About(label="شمار پاسخ‌دهندگان", input=Input.INTEGER, required=True, low=1, high=100_000, sensitivity=PUBLIC, column=3)]
    quality_of_life: Annotated[float | None, About(label="کیفیت زندگی", input=Input.DECIMAL, low=1, high=5, sensitivity=PUBLIC, column=4)] = None
    trust: Annotated[float | None, About(label="اعتماد به یکدیگر", input=Input.DECIMAL, low=1, high=5, sensitivity=PUBLIC, column=5)] = None
    belonging: Annotated[float | None, About(label="تعلق به محله", input=Input.DECIMAL, low=1, high=5, sensitivity=PUBLIC)] = None
    participation: Annotated[float | None, About(label="مشارکت", input=Input.DECIMAL, low=1, high=5, sensitivity=PUBLIC)] = None
    safety: Annotated[float | None, About(label="احساس امنیت", input=Input.DECIMAL, low=1, high=5, sensitivity=PUBLIC)] = None


class NeighborhoodSurvey(NeighborhoodSurveyDraft, Record, table=True):
    __tablename__ = "neighborhood_survey"


def survey_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("neighborhood_survey", neighborhood_id=values["neighborhood_id"], year=values["year"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("year", "survey_twin")


def office_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if any(twin["id"] != values.get("id") for twin in facts.find("office", code=values["code"])):
        yield Problem("code", "code_twin")


def _office_steps() -> Iterable[Transition]:
    both = MANAGER | PROVINCE
    yield Transition(source="proposed", target="licensed", label="صدور مجوز", roles=both, needs=("license_no", "license_date"), asks=("on",), dated_by="license_date", tells=("شماره و تاریخ مجوز می‌خواهد.",))
    yield Transition(source="licensed", target="active", label="گشایش دفتر", roles=both, needs=("opening_date",), asks=("on",), dated_by="opening_date")
    yield Transition(source="active", target="suspended", label="تعلیق", roles=both, asks=("on",))
    yield Transition(source="suspended", target="active", label="آغاز دوباره", roles=both, asks=("on",))
    for source in ("active", "suspended"):
        yield Transition(source=source, target="closed", label="بستن دفتر", roles=both, asks=("on",), tells=("داده‌ها می‌مانند؛ بستهٔ تحویل برای مجری بعدی ساخته می‌شود.",))


OFFICE_LIFE = LifeCycle("status", "proposed", tuple(_office_steps()), going_on=("proposed", "licensed", "active", "suspended"), dated="status_on")
_PLACE_WRITERS = STAFF | PROVINCE
OFFICE = Kind(name="office", label="دفتر", plural="دفترها", draft=OfficeDraft, table=Office, title=("title_fa",), detail=("code",), state="status", rules=office_rules, life=OFFICE_LIFE, writers=MANAGER | PROVINCE)
NEIGHBORHOOD = Kind(name="neighborhood", label="محله", plural="محله‌ها", draft=NeighborhoodDraft, table=Neighborhood, title=("name",), detail=("city_name",), state="coverage_status", rules=neighborhood_rules, writers=_PLACE_WRITERS)
NEIGHBORHOOD_POPULATION = Kind(name="neighborhood_population", label="جمعیت محله", plural="جمعیت محله‌ها", draft=NeighborhoodPopulationDraft, table=NeighborhoodPopulation, title=("neighborhood_id", "year"), rules=population_rules)
OFFICE_NEIGHBORHOOD = Kind(name="office_neighborhood", label="پوشش محله", plural="پوشش محله‌ها", draft=OfficeNeighborhoodDraft, table=OfficeNeighborhood, title=("neighborhood_id",), rules=coverage_rules, doubts=coverage_doubts, fill=fill_coverage, writers=MANAGER | PROVINCE)
CITY_POPULATION = Kind(name="city_population", label="جمعیت شهر", plural="جمعیت شهرها", draft=CityPopulationDraft, table=CityPopulation, title=("city_name", "year"), rules=city_rules, chosen_from=True)
NEIGHBORHOOD_SURVEY = Kind(name="neighborhood_survey", label="نظرسنجی محله", plural="نظرسنجی‌های محله", draft=NeighborhoodSurveyDraft, table=NeighborhoodSurvey, title=("neighborhood_id", "year"), rules=survey_rules)
