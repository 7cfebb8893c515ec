"""Letters in and out of the office, numbered so that laptops that never meet do not collide (domain §2.3, §3.1, §3.4)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_persian
from desktop.domain.places import PROVINCE_INITIALS
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
LETTERS_OF_KINDS = {"referral": "ن", "reminder": "پ", "invitation": "د", "general": "ع", "report_cover": "گ", "thanks": "س"}
"""The letter in a number that tells what sort of letter it is; incoming ones carry «و» for وارده."""
INCOMING = "و"
_SEQUENCE_DIGITS = 4


class LetterDraft(Draft):
    """نامهٔ فرستاده یا رسیده؛ نام و شمارهٔ هیچ‌کس در متن نمی‌آید: تنها آنچه برای چاپ نشان خورده است"""

    direction: Annotated[str, About(label="سو", input=Input.CODE, codes="letter_direction", required=True, column=3)] = "out"
    number: Annotated[str, About(label="شماره", by_program=True, search=Search.NUMBERS, column=1)] = ""
    date: Annotated[dt.date | None, About(label="تاریخ", input=Input.DATE, not_future=True, column=2)] = None
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="letter_kind", required=True, column=4)] = "general"
    to_org_id: Annotated[str, About(label="دستگاه", input=Input.LINK, links="organization", required=True, column=5)]
    to_title: Annotated[str | None, About(label="عنوان گیرنده", longest=160, help="اگر خالی بماند، عنوان دستگاه در نامه")] = None
    subject: Annotated[str, About(label="موضوع", required=True, longest=160, sensitivity=PERSONAL, search=Search.NAMES, column=6, guarded=True)]
    body: Annotated[str | None, About(label="متن", input=Input.LINES, longest=4000, sensitivity=PERSONAL, search=Search.WORDS, guarded=True)] = None
    attachments_count: Annotated[int, About(label="شمار پیوست", input=Input.INTEGER, low=0, high=99)] = 0
    copies: Annotated[list[str], About(label="رونوشت", input=Input.TEXTS, longest=160)] = Field(default_factory=list, sa_type=JSON)
    speed: Annotated[str, About(label="فوریت", input=Input.CODE, codes="letter_speed", required=True)] = "ordinary"
    secrecy: Annotated[str, About(label="طبقه‌بندی", input=Input.CODE, codes="letter_secrecy", required=True)] = "ordinary"
    in_reply_to: Annotated[str | None, About(label="بازگشت به", input=Input.LINK, links="letter")] = None
    follow_up_of: Annotated[str | None, About(label="پیرو", input=Input.LINK, links="letter")] = None
    sender_number: Annotated[str | None, About(label="شمارهٔ فرستنده", longest=40, search=Search.NUMBERS, help="شمارهٔ نامهٔ رسیده نزد فرستنده")] = None
    sender_date: Annotated[dt.date | None, About(label="تاریخ نامهٔ فرستنده", input=Input.DATE, not_future=True)] = None
    secretariat_no_received: Annotated[str | None, About(label="شمارهٔ ثبت دبیرخانهٔ گیرنده", longest=40, search=Search.NUMBERS)] = None
    answer_due_on: Annotated[dt.date | None, About(label="مهلت پاسخ", input=Input.DATE)] = None
    person_id: Annotated[str | None, About(label="دربارهٔ", input=Input.LINK, links="person", sensitivity=PERSONAL)] = None
    personal_items: Annotated[list[str], About(label="دادهٔ شخصی در نامه", input=Input.CODES, codes="personal_item", sensitivity=PERSONAL)] = Field(default_factory=list, sa_type=JSON)
    handed_to_resident: Annotated[bool, About(label="به دست متقاضی", input=Input.YES_NO)] = False
    signed_by: Annotated[str | None, About(label="امضا", input=Input.LINK, links="staff_member", help="اگر خالی بماند، مدیر دفتر")] = None
    printed_at: Annotated[dt.datetime | None, About(label="زمان چاپ", input=Input.MOMENT, by_program=True, in_form=False)] = None
    file_hash: Annotated[str | None, About(label="چکیدهٔ پرونده", by_program=True, in_form=False)] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Letter(LetterDraft, Record, table=True):
    __tablename__ = "letter"


def letter_prefix(office: Row) -> str:
    """The first part of the office's letter numbers: its own, or the province's initials and the office's number."""
    if office["letter_prefix"]:
        return str(office["letter_prefix"])
    short = PROVINCE_INITIALS.get(office["code"][:2], office["code"][:2])
    return f"{short}-{to_persian(office['code'][2:])}"


def letter_number(prefix: str, on: dt.date, direction: str, kind: str, sequence: int) -> str:
    """A number such as «کر-۰۳/۱۴۰۴/ن/۰۰۱۲»: office, Jalali year, sort, sequence of the laptop's block in that year."""
    sort = INCOMING if direction == "in" else LETTERS_OF_KINDS[kind]
    year, place = str(from_gregorian(on).year), str(sequence).zfill(_SEQUENCE_DIGITS)
    return f"{prefix}/{to_persian(year)}/{sort}/{to_persian(place)}"


def letter_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["direction"] == "out" and not values["body"]:
        yield Problem("body", "required")
    if values["personal_items"] and not values["person_id"]:
        yield Problem("person_id", "required")
    if values["answer_due_on"] and values["date"] and values["answer_due_on"] < values["date"]:
        yield Problem("answer_due_on", "before_start")
    for name in ("in_reply_to", "follow_up_of"):
        if values[name] and values[name] == values.get("id"):
            yield Problem(name, "unknown_record")


def fill_letter(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Today, the agency's title, the manager's signature; a letter with personal data is confidential (G-10)."""
    agency = facts.get("organization", values["to_org_id"])
    title = agency["letter_title"] or agency["name_fa"] if agency else None
    managers = facts.find("staff_member", position="manager")
    return {
        "date": values["date"] or facts.today,
        "to_title": values["to_title"] or title,
        "signed_by": values["signed_by"] or (managers[0]["id"] if managers and values["direction"] == "out" else None),
        "secrecy": "confidential" if values["personal_items"] else values["secrecy"],
    }


class LetterReferralDraft(Draft):
    """ارجاعی که در یک نامهٔ یادآوری آمده است"""

    letter_id: Annotated[str, About(label="نامه", input=Input.LINK, links="letter", required=True)]
    referral_id: Annotated[str, About(label="ارجاع", input=Input.LINK, links="referral", required=True)]


class LetterReferral(LetterReferralDraft, Record, table=True):
    __tablename__ = "letter_referral"


LETTER = Kind(
    name="letter", label="نامه", plural="نامه‌ها", draft=LetterDraft, table=Letter, title=("subject",), detail=("number", "date"),
    order=("date", "number"), descending=True, dated_by="date", rules=letter_rules, fill=fill_letter,
)
LETTER_REFERRAL = Kind(name="letter_referral", label="ارجاع در یادآوری", plural="ارجاع‌های یادآوری‌شده", draft=LetterReferralDraft, table=LetterReferral, title=("letter_id",))
