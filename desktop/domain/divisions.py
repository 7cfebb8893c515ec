"""Provinces and counties as records with the time they hold for: divisions change, and old offices keep their old ones.

A division is known by its code, which is also its id, so that the same county is one record in every office.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.codes import code_of
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import MANAGER, PROVINCE
from desktop.domain.persian.calendar import to_gregorian
from desktop.domain.persian.digits import to_ascii
from desktop.domain.places import COUNTIES, PHONE_PREFIXES, PROVINCES
from desktop.domain.problems import Problem, Refusal
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC
_LIST_OF_1402 = to_gregorian(1402, 1, 1)  # counties without a code of their own are first told of in the list of 1402
_UNCODED = "+"


def read_division_code(text: str) -> str:
    """Digits, perhaps with a plus sign where the statistical centre has given none yet."""
    code = to_ascii(text)
    if not 2 <= len(code) <= 8 or not code.replace(_UNCODED, "").isdigit():
        raise Refusal("division_code")
    return code


def read_county(text: str) -> str:
    """The code of a known county by its name in any spelling; what is unknown stays as typed, and may be an added one."""
    try:
        return code_of("county", text)
    except Refusal:
        return to_ascii(text)


class ProvinceDraft(Draft):
    """استان"""

    code: Annotated[str, About(label="کد استان", input=Input.DIGITS, required=True, reader=read_division_code, sensitivity=PUBLIC, search=Search.NUMBERS, column=2)]
    name_fa: Annotated[str, About(label="نام استان", required=True, longest=60, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    phone_prefix: Annotated[str | None, About(label="پیش‌شمارهٔ تلفن", input=Input.DIGITS, longest=4, sensitivity=PUBLIC, column=3)] = None
    valid_from: Annotated[date | None, About(label="از تاریخ", input=Input.DATE, sensitivity=PUBLIC)] = None
    valid_to: Annotated[date | None, About(label="تا تاریخ", input=Input.DATE, sensitivity=PUBLIC)] = None


class Province(ProvinceDraft, Record, table=True):
    __tablename__ = "province"


class CountyDraft(Draft):
    """شهرستان؛ نه شهر"""

    code: Annotated[str, About(label="کد شهرستان", input=Input.DIGITS, required=True, reader=read_division_code, sensitivity=PUBLIC, search=Search.NUMBERS, column=3)]
    name_fa: Annotated[str, About(label="نام شهرستان", required=True, longest=60, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    province_id: Annotated[str, About(label="استان", input=Input.LINK, links="province", required=True, sensitivity=PUBLIC, column=2)]
    amar_code_unverified: Annotated[str | None, About(label="کد مرکز آمار (تأییدنشده)", input=Input.DIGITS, longest=8, sensitivity=PUBLIC)] = None
    governor_title: Annotated[str | None, About(label="عنوان فرماندار", longest=60, sensitivity=PUBLIC, help="برای نمونه: فرماندار ویژه")] = None
    valid_from: Annotated[date | None, About(label="از تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=4)] = None
    valid_to: Annotated[date | None, About(label="تا تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=5)] = None


class County(CountyDraft, Record, table=True):
    __tablename__ = "county"


def _dated_rules(values: Row) -> Iterable[Problem]:
    if values["valid_from"] and values["valid_to"] and values["valid_to"] < values["valid_from"]:
        yield Problem("valid_to", "before_start")


def _one_code(kind: str, values: Row, facts: Facts) -> Iterable[Problem]:
    """The code is the id: another record has it, or it would be changed."""
    if values.get("id", values["code"]) != values["code"]:
        yield Problem("code", "read_only")
    elif not values.get("id") and facts.get(kind, values["code"]):
        yield Problem("code", "code_twin")


def province_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    yield from _dated_rules(values)
    yield from _one_code("province", values, facts)


def county_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    yield from _dated_rules(values)
    yield from _one_code("county", values, facts)
    twins = facts.find("county", name_fa=values["name_fa"], province_id=values["province_id"], valid_to=None)
    if values["valid_to"] is None and any(twin["id"] != values["code"] for twin in twins):
        yield Problem("name_fa", "county_twin")


def known_provinces() -> Iterator[Mapping[str, Any]]:
    """The provinces that every office knows from the first day."""
    for code, name in PROVINCES.items():
        yield {"code": code, "name_fa": name, "phone_prefix": PHONE_PREFIXES[code], "valid_from": None, "valid_to": None}


def known_counties() -> Iterator[Mapping[str, Any]]:
    """Their counties. Codes come from one source only and are marked as unverified."""
    for code, name in COUNTIES.items():
        coded = _UNCODED not in code
        yield {
            "code": code, "name_fa": name, "province_id": code[:2], "amar_code_unverified": code.lstrip("0") if coded else None,
            "governor_title": None, "valid_from": None if coded else _LIST_OF_1402, "valid_to": None,
        }  # fmt: skip


_WRITERS = MANAGER | PROVINCE
PROVINCE_KIND = Kind(name="province", label="استان", plural="استان‌ها", draft=ProvinceDraft, table=Province, title=("name_fa",), rules=province_rules, keyed_by="code", chosen_from=True, writers=_WRITERS)
COUNTY = Kind(name="county", label="شهرستان", plural="شهرستان‌ها", draft=CountyDraft, table=County, title=("name_fa",), detail=("code",), rules=county_rules, keyed_by="code", chosen_from=True, writers=_WRITERS)
