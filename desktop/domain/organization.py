"""Agencies and other organizations the office writes to, and whom to ask for there (domain §2.4, §3.2)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from sqlmodel import JSON, Field

from desktop.domain.divisions import read_county
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.persian.identifiers import read_legal_id, read_phone
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
PUBLIC = Sensitivity.PUBLIC


class OrganizationDraft(Draft):
    """سازمان یا دستگاه"""

    name_fa: Annotated[str, About(label="نام", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    kind: Annotated[str, About(label="نوع", input=Input.CODE, codes="organization_kind", required=True, sensitivity=PUBLIC, column=2)] = "agency"
    agency_code: Annotated[str | None, About(label="دستگاه", input=Input.CODE, codes="agency_code", sensitivity=PUBLIC)] = None
    county_id: Annotated[str | None, About(label="شهرستان", input=Input.LINK, links="county", reader=read_county, sensitivity=PUBLIC)] = None
    letter_title: Annotated[str | None, About(label="عنوان در نامه", longest=120, sensitivity=PUBLIC, help="برای نمونه: ریاست محترم ادارهٔ …")] = None
    license_no: Annotated[str | None, About(label="شمارهٔ پروانه", longest=40, sensitivity=PUBLIC)] = None
    license_expiry: Annotated[date | None, About(label="پایان پروانه", input=Input.DATE, sensitivity=PUBLIC)] = None
    national_legal_id: Annotated[str | None, About(label="شناسهٔ ملی", input=Input.DIGITS, reader=read_legal_id, sensitivity=PUBLIC)] = None
    phone: Annotated[str | None, About(label="تلفن", input=Input.DIGITS, reader=read_phone, sensitivity=PUBLIC, column=3)] = None
    address: Annotated[str | None, About(label="نشانی", longest=250, sensitivity=PUBLIC)] = None
    documents: Annotated[list[str], About(label="مدارکی که می‌خواهد", input=Input.TEXTS, longest=120, sensitivity=PUBLIC, help="هر مدرک در یک سطر؛ برای متقاضی چاپ می‌شود.")] = Field(default_factory=list, sa_type=JSON)
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500, search=Search.WORDS, guarded=True)] = None
    active: Annotated[bool, About(label="فعال", input=Input.YES_NO, required=True, sensitivity=PUBLIC)] = True


class Organization(OrganizationDraft, Record, table=True):
    __tablename__ = "organization"


def organization_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["kind"] == "agency" and not values["letter_title"]:
        yield Problem("letter_title", "required")
    if values["kind"] == "ngo":
        for name in ("license_no", "license_expiry"):
            if not values[name]:
                yield Problem(name, "required")


class OrganizationContactDraft(Draft):
    """کسی که در یک دستگاه پاسخگوست؛ سمت می‌ماند و نام عوض می‌شود"""

    organization_id: Annotated[str, About(label="دستگاه", input=Input.LINK, links="organization", required=True, column=3)]
    post_title: Annotated[str, About(label="سمت", required=True, longest=120, search=Search.WORDS, column=2)]
    full_name: Annotated[str | None, About(label="نام و نام خانوادگی", reader=read_name, longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1)] = None
    phone: Annotated[str | None, About(label="تلفن", input=Input.DIGITS, reader=read_phone, sensitivity=PERSONAL, column=4)] = None


class OrganizationContact(OrganizationContactDraft, Record, table=True):
    __tablename__ = "organization_contact"


ORGANIZATION = Kind(name="organization", label="دستگاه", plural="دستگاه‌ها", draft=OrganizationDraft, table=Organization, title=("name_fa",), detail=("kind",), rules=organization_rules)
ORGANIZATION_CONTACT = Kind(name="organization_contact", label="رابط دستگاه", plural="رابط‌های دستگاه‌ها", draft=OrganizationContactDraft, table=OrganizationContact, title=("post_title",), detail=("organization_id",))
