"""Fictional households: couples, women heading a home, old people alone, families that came from Afghanistan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from desktop.domain.consent import ADULT, HOUSEHOLD_TOPICS, SENSITIVE_MONTHS, tells
from desktop.domain.persian.calendar import Jalali, add_months, from_gregorian, month_length, to_gregorian
from desktop.domain.persian.digits import to_persian
from desktop.domain.person import ADULT_OF_CENSUS, SCHOOL_AGES, WORKING_AGE, age_of, is_women_head
from desktop.services.demo import names
from desktop.services.demo.drafts import Made

_SIZES, _SIZE_WEIGHTS = (1, 2, 3, 4, 5, 6, 7), (7, 16, 24, 27, 15, 7, 4)
_SCHOOL_END = 18


@dataclass(frozen=True)
class Ground:
    """The office's own records that households stand on."""

    neighborhoods: tuple[str, ...]
    facilitators: tuple[str, ...]
    witness: str


@dataclass(frozen=True)
class _Family:
    household: dict[str, Any]
    registered_on: date
    registrar: str
    foreign: bool
    last_name: str


class _Who(NamedTuple):
    """What is known of a member before the rest is thought up."""

    relation: str
    sex: str
    age: int
    last_name: str
    marital: str | None
    father: str = ""


def make_people(made: Made, ground: Ground) -> None:
    """Households of one to seven until there are as many residents as asked, registered evenly over the months."""
    total, left = made.words.residents, made.words.residents
    days = (made.words.last_day - made.words.first_day).days
    while left:
        size = min(left, made.random.choices(_SIZES, _SIZE_WEIGHTS)[0])
        done = (total - left) / total
        on = made.words.first_day + timedelta(days=int(days * done))
        _make_household(made, ground, size, _working_day(on, made.words.last_day))
        left -= size


def _working_day(on: date, last: date) -> date:
    """No registrations on Thursday and Friday, when the office is closed."""
    while on.weekday() in (3, 4):
        on += timedelta(days=1)
    while on > last or on.weekday() in (3, 4):
        on -= timedelta(days=1)
    return on


def _make_household(made: Made, ground: Ground, size: int, on: date) -> None:
    random = made.random
    foreign = made.chance(0.08)
    registrar = random.choice(ground.facilitators)
    household = made.add("household", _household_values(made, ground, size, on, registrar))
    last_name = (names.AFGHAN_LOTTERY if foreign else names.FAMILY_LOTTERY).draw(random)
    family = _Family(household, on, registrar, foreign, last_name)
    woman_heads = made.chance(0.22 if size <= 4 else 0.1)
    head = _add_head(made, ground, family, size, woman_heads=woman_heads)
    household["head_name"] = f"{head['first_name']} {head['last_name']}"
    if head["consent_state"] != "sensitive":  # what only a consent allows to keep is not kept without it
        household |= {"income_band": None, "support_coverage": []}
    rest = size - 1
    mother_age = _age(head, on)
    if rest and not woman_heads and head["marital_status"] == "married":
        spouse = _add_spouse(made, ground, family, head)
        mother_age, rest = _age(spouse, on), rest - 1
    father = names.first_name(random, "male") if woman_heads else head["first_name"]
    child_name = last_name if not woman_heads else names.FAMILY_LOTTERY.draw(random)
    for _ in range(rest):
        _add_child(made, ground, family, (father, child_name), mother_age)
    if household["status"] == "moved":
        for person in made.of("person")[-size:]:
            person.update(status="moved", status_date=household["status_date"])


def _household_values(made: Made, ground: Ground, size: int, on: date, registrar: str) -> dict[str, Any]:
    random = made.random
    place = random.choices(ground.neighborhoods, [5, 3, 2, 2][: len(ground.neighborhoods)])[0]
    year = from_gregorian(on).year
    street, alley = random.choice(names.STREETS).replace("‌", " ", 1), random.randint(1, 24)
    plate = random.randint(1, 90)
    moved = made.chance(0.015) and on + timedelta(days=20) < made.words.last_day
    return {
        "neighborhood_id": place,
        "address_text": to_persian(f"خیابان {street}، کوچهٔ {alley}، پلاک {plate}"),
        "plate_no": str(plate),
        "location_hint": random.choice(names.LANDMARKS) if made.chance(0.4) else None,
        "housing_tenure": random.choices(
            ("rent", "mortgage_rent", "own_land_building", "informal_no_title", "free", "own_building_only"),
            (34, 18, 16, 22, 6, 4),
        )[0],
        "dwelling_type": random.choices(("house", "room", "apartment", "shared", "shack"), (58, 14, 16, 9, 3))[0],
        "rooms": min(5, 1 + size // 2),
        "area_m2": random.randrange(30, 121, 5),
        "utilities": {
            "water": random.choices(("has", "shared_or_informal", "none"), (82, 14, 4))[0],
            "power": random.choices(("has", "shared_or_informal"), (88, 12))[0],
            "gas": random.choices(("has", "none"), (70, 30))[0],
            "sewage": random.choices(("has", "none"), (35, 65))[0],
        },
        "declared_size": size,
        "residence_since_year": year - random.randint(0, 25),
        "income_band": random.choices(("band_1", "band_2", "band_3", "not_told", None), (22, 30, 12, 11, 25))[0],
        "support_coverage": random.choice((["imam_relief"], ["welfare_org"], ["waiting"])) if made.chance(0.3) else [],
        "status": "moved" if moved else "active",
        "status_date": on + timedelta(days=20) if moved else None,
        "registered_on": on,
        "registered_by": registrar,
        "source": random.choices(("office_visit", "home_visit", "event"), (55, 38, 7))[0],
    }


def _add_head(made: Made, ground: Ground, family: _Family, size: int, *, woman_heads: bool) -> dict[str, Any]:
    age = made.random.randint(24, 68) if size > 1 else made.random.randint(50, 84)
    if woman_heads:
        states, weights = ("widowed", "divorced", "married", "never_married"), (50, 32, 10, 8)
        marital = made.random.choices(states, weights)[0]
    else:
        marital = "married" if size > 1 else made.random.choice(("widowed", "divorced", "never_married"))
    sex = "female" if woman_heads else "male"
    return _add_person(made, ground, family, _Who("head", sex, age, family.last_name, marital))


def _add_spouse(made: Made, ground: Ground, family: _Family, head: dict[str, Any]) -> dict[str, Any]:
    age = max(18, _age(head, family.registered_on) - made.random.randint(-1, 8))
    lottery = names.AFGHAN_LOTTERY if family.foreign else names.FAMILY_LOTTERY
    return _add_person(made, ground, family, _Who("spouse", "female", age, lottery.draw(made.random), "married"))


def _add_child(made: Made, ground: Ground, family: _Family, parents: tuple[str, str], mother_age: int) -> None:
    age = made.random.randint(0, max(0, min(32, mother_age - 18)))
    sex = made.random.choice(("female", "male"))
    father, last_name = parents
    marital = "never_married" if age >= ADULT_OF_CENSUS else None
    _add_person(made, ground, family, _Who("child", sex, age, last_name, marital, father))


def _add_person(made: Made, ground: Ground, family: _Family, who: _Who) -> dict[str, Any]:
    insurances, weights = (
        ("iran_health_public", "social_security", "none", "relief_committee", None),
        (34, 24, 22, 8, 12),
    )
    values: dict[str, Any] = {
        "household_id": family.household["id"],
        "relation_to_head": who.relation,
        "first_name": names.first_name(made.random, who.sex),
        "last_name": who.last_name,
        "father_name": who.father or (names.first_name(made.random, "male") if made.chance(0.9) else None),
        "sex": who.sex,
        **_birth(made, who.age, family.registered_on),
        "nationality_group": "afghan" if family.foreign else "iranian",
        "marital_status": who.marital,
        **_learning_and_work(made, who),
        "insurance_type": made.random.choices(insurances, weights)[0],
        "mobile": made.mobile() if made.chance(_mobile_share(who)) else None,
        "is_trustee": who.age > 45 and made.chance(0.01),
        "is_volunteer": who.age > 16 and made.chance(0.02),
        "neighborhood_id": family.household["neighborhood_id"],
    }
    person = made.add("person", values)
    person["is_women_head"] = is_women_head(person, made.words.last_day)
    _add_paper(made, family, person)
    _add_consent(made, ground, family, person)
    return person


def _mobile_share(who: _Who) -> float:
    if who.age < 15:
        return 0.0
    return {"head": 0.88, "spouse": 0.55}.get(who.relation, 0.4)


def _birth(made: Made, age: int, on: date) -> dict[str, Any]:
    """Day known to most, year to many, an estimate for the few without papers."""
    born = from_gregorian(on).year - age
    how = made.random.choices(("day", "year", "estimate"), (58, 38, 4))[0]
    if how == "estimate":
        return {"birth_date": None, "birth_precision": None, "age_estimated": age, "age_reference_date": on}
    if how == "year":
        return {"birth_date": to_gregorian(born, 1, 1), "birth_precision": "year"}
    month = made.random.randint(1, 12)
    day = Jalali(born, month, made.random.randint(1, month_length(born, month)))
    date_born = to_gregorian(*day)
    return {"birth_date": min(date_born, on), "birth_precision": "day"}


def _learning_and_work(made: Made, who: _Who) -> dict[str, Any]:
    """Education, school and work as the rules of the form allow for this age by the last day."""
    random, age = made.random, who.age
    values: dict[str, Any] = {}
    if age >= 6:
        levels = ("none", "primary", "lower_secondary", "upper_secondary", "diploma", "associate", "bachelor", "master")
        top = min(len(levels), 2 + max(0, age - 6) // 3)
        weights = (12 if age > 40 else 3, 24, 22, 12, 18, 4, 6, 1)[:top]
        values["education_level"] = random.choices(levels[:top], weights)[0]
    if SCHOOL_AGES.start < age < _SCHOOL_END:  # not six: the birthday may still lie ahead
        values["school_status"] = random.choices(("enrolled", "dropped_out", "never_enrolled"), (86, 11, 3))[0]
    if WORKING_AGE <= age < _SCHOOL_END:
        values["activity_status"] = "student"
    elif age >= _SCHOOL_END:
        values |= _work(made, who)
    return values


def _work(made: Made, who: _Who) -> dict[str, Any]:
    random, woman = made.random, who.sex == "female"
    if who.age > 66:
        at_rest = ("retired", "unable", "income_without_work", "homemaker" if woman else "retired")
        return {"activity_status": random.choice(at_rest)}
    states = ("employed", "home_business", "seasonal", "unemployed_seeking", "unemployed_not_seeking", "homemaker")
    if not woman:
        weights = (48, 3, 28, 16, 5, 0)
    else:
        weights = (30, 18, 10, 18, 6, 18) if who.relation == "head" else (16, 10, 5, 10, 5, 54)
    status = random.choices(states, weights)[0]
    values: dict[str, Any] = {"activity_status": status}
    if status in ("employed", "seasonal", "home_business"):
        values["occupation_text"] = random.choice(names.JOBS_OF_WOMEN if woman else names.JOBS_OF_MEN)
    if status == "unemployed_not_seeking":
        values["not_seeking_reason"] = random.choice(("caring", "illness", "no_skill", "discouraged", "no_childcare"))
    if made.chance(0.2):
        values["skills"] = [random.choice(names.SKILLS)]
    if made.chance(0.15):
        values["interests"] = [random.choice(("home_jobs", "life_skills", "digital", "handicraft", "vocational"))]
    return values


def _add_paper(made: Made, family: _Family, person: dict[str, Any]) -> None:
    if not made.chance(0.6 if family.foreign else 0.82):
        return
    kind = "foreigner_unique_code" if family.foreign else "national_id"
    number = made.foreigner_code() if family.foreign else made.national_id()
    verified = made.chance(0.7)
    seen_on = family.registered_on if verified else None
    paper = {
        "person_id": person["id"],
        "type": kind,
        "value": number,
        "last4": number[-4:],
        "verified": verified,
        "seen_on": seen_on,
    }
    made.add("person_identifier", paper)
    made.numbers[person["id"]] = [number]
    if kind == "national_id":
        person["national_id"] = number


def _add_consent(made: Made, ground: Ground, family: _Family, person: dict[str, Any]) -> None:
    if not made.chance(0.93):
        return
    method = made.random.choices(("signature", "fingerprint", "oral_with_witness"), (66, 22, 12))[0]
    on = family.registered_on
    withdrawn = on + timedelta(days=9) if made.chance(0.01) and on + timedelta(days=9) <= made.words.last_day else None
    witness = ground.witness if method == "oral_with_witness" else None
    given = {"person_id": person["id"], "given_on": on, "method": method, "witness_staff_id": witness}
    made.add("consent", {**given, "withdrawn_on": withdrawn, "guardian_id": _guardian(made, family, person)})
    person["consent_state"] = "withdrawn" if withdrawn else "basic"
    if not withdrawn:
        _add_sensitive(made, family, person, given)


def _guardian(made: Made, family: _Family, person: dict[str, Any]) -> str | None:
    """The head answers for the children of the house."""
    if _age(person, family.registered_on) >= ADULT:
        return None
    return str(next(p["id"] for p in reversed(made.of("person")) if p["relation_to_head"] == "head"))


def _add_sensitive(made: Made, family: _Family, person: dict[str, Any], given: dict[str, Any]) -> None:
    """The head's consent for what the household told, and of a few people a disability, each under its own consent."""
    topics = (
        [t for t in HOUSEHOLD_TOPICS if tells(t, family.household[t])] if person["relation_to_head"] == "head" else []
    )
    disabled = _age(person, family.registered_on) >= ADULT and made.chance(0.03)
    rows = {}
    for topic in [*topics, *(["disability_type"] if disabled else [])]:
        lasts = add_months(given["given_on"], SENSITIVE_MONTHS)
        rows[topic] = made.add("consent", {**given, "scope": f"sensitive:{topic}", "expires_on": lasts})
        person["consent_state"] = "sensitive"
    if disabled:
        consent = rows["disability_type"]
        told = {
            "disability_type": made.random.choice(("mobility", "visual", "hearing")),
            "disability_severity": "moderate",
        }
        under = {"person_id": person["id"], "consent_id": consent["id"], "expires_on": consent["expires_on"]}
        made.add("person_sensitive", {**told, **under})


def _age(person: dict[str, Any], on: date) -> int:
    return age_of(person, on) or 0
