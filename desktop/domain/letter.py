"""Letters in and out of the office, numbered so that laptops that never meet do not collide (domain §2.3, §3.1, §3.4)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.agencies import AGENCIES
from desktop.domain.codes import CODE_LISTS
from desktop.domain.consent import is_live
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_persian
from desktop.domain.places import PROVINCE_INITIALS
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Numbering, Record, Row

PERSONAL = Sensitivity.PERSONAL
LETTERS_OF_KINDS = {"referral": "ن", "reminder": "پ", "invitation": "د", "general": "ع", "report_cover": "گ", "thanks": "س"}
"""The letter in a number that tells what sort of letter it is; incoming ones carry «و» for وارده."""
INCOMING = "و"
_SEQUENCE_DIGITS = 4
FIRST_ITEMS = ("name", "father_name")
"""What a letter tells of a person when nobody chose anything else (G-09)."""
FULL_ID, LAST_OF_ID = "national_id", "national_id_last4"
ON_PAPER = (
    "date", "to_org_id", "to_title", "subject", "body", "attachments_count", "copies", "speed", "secrecy",
    "in_reply_to", "follow_up_of", "answer_due_on", "person_id", "personal_items", "handed_to_resident", "signed_by",
)  # fmt: skip
"""What nobody changes any more once a letter has been printed."""


class LetterDraft(Draft):
    """نامهٔ فرستاده یا رسیده؛ نام و شمارهٔ هیچ‌کس در متن نمی‌آید: تنها آنچه برای چاپ نشان خورده است"""

    direction: Annotated[str, About(label="سو", input=Input.CODE, codes="letter_direction", required=True, column=3)] = "out"
    number: Annotated[str, About(label="شماره", by_program=True, search=Search.NUMBERS, column=1)] = ""
    date: Annotated[dt.date | None, About(label="تاریخ", input=Input.DATE, not_future=True, column=2)] = None
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="letter_kind", required=True, column=4)] = "general"
    to_org_id: Annotated[str, About(label="دستگاه", input=Input.LINK, links="organization", required=True, column=5)]
    to_title: Annotated[str | None, About(label="عنوان گیرنده", longest=160, help="اگر خالی بماند، عنوان دستگاه در نامه")] = None
    subject: Annotated[str, About(label="موضوع", required=True, longest=160, sensitivity=PERSONAL, search=Search.NAMES, column=6, guarded=True, doubt=political_doubt)]
    body: Annotated[str | None, About(label="متن", input=Input.LINES, longest=4000, sensitivity=PERSONAL, search=Search.WORDS, guarded=True, doubt=political_doubt)] = None
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


def _numbered(values: Row, office: Row, sequence: int) -> str:
    return letter_number(letter_prefix(office), values["date"], values["direction"], values["kind"], sequence)


def _sequence(values: Row) -> str:
    return f"letter:{from_gregorian(values['date']).year}"


def needs_full_id(agency: Row | None) -> bool:
    """Whether an agency finds nobody without the whole national ID."""
    known = AGENCIES.get(agency["agency_code"] or "") if agency else None
    return known is not None and known.full_id


def items_for(agency: Row | None) -> tuple[str, ...]:
    """The personal items that may be ticked in a letter to this agency."""
    return tuple(item for item in CODE_LISTS["personal_item"] if item != FULL_ID or needs_full_id(agency))


def referral_scope(agency: Row) -> str:
    """What a person agrees to when personal data go to this agency."""
    return f"referral:{agency['agency_code'] or agency['kind']}"


def has_agreed(facts: Facts, person_id: str, agency: Row) -> bool:
    """Whether the person lets the office write to this agency about them, as of today."""
    given = facts.find("consent", person_id=person_id, scope=referral_scope(agency))
    return any(is_live(consent, facts.today) for consent in given)


def letter_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["direction"] == "out" and not values["body"]:
        yield Problem("body", "required")
    if values["personal_items"] and not values["person_id"]:
        yield Problem("person_id", "required")
    if values["answer_due_on"] and values["date"] and values["answer_due_on"] < values["date"]:
        yield Problem("answer_due_on", "before_start")
    for name in ("in_reply_to", "follow_up_of"):
        if values[name] and values[name] == values.get("id"):
            yield Problem(name, "unknown_record")
    old = facts.get("letter", values.get("id"))
    if old is None or any(values[name] != old[name] for name in _OF_CONSENT):
        yield from sending_rules(values, facts)
    if old is not None:
        yield from _settled(values, old)


_OF_CONSENT = ("direction", "to_org_id", "person_id", "personal_items", "handed_to_resident")


def sending_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    """The whole national ID only where it is needed; nothing of a person is sent without consent (G-09)."""
    if values["direction"] == "in":
        return
    agency, items = facts.get("organization", values["to_org_id"]), values["personal_items"]
    yield from _agency_rules(values, agency, facts)
    if FULL_ID in items and not needs_full_id(agency):
        yield Problem("personal_items", "full_id_not_needed")
    if not items or not values["person_id"] or agency is None or values["handed_to_resident"]:
        return
    if not has_agreed(facts, values["person_id"], agency):
        yield Problem("personal_items", "letter_consent")


def _agency_rules(values: Row, agency: Row | None, facts: Facts) -> Iterable[Problem]:
    """To some agencies nobody is named, to some only by the manager, to some only by the person's own hand."""
    known = AGENCIES.get(agency["agency_code"] or "") if agency else None
    if known is None or not values["person_id"]:
        return
    if known.no_case:
        yield Problem("to_org_id", "no_case_agency")
    if known.manager_only and getattr(facts, "role", "office_manager") != "office_manager":
        yield Problem("to_org_id", "manager_only")
    if known.own_request and not values["handed_to_resident"]:
        yield Problem("handed_to_resident", "own_request_agency")


def takes_by_hand_only(agency: Row) -> bool:
    """Whether people go to this agency only by themselves."""
    known = AGENCIES.get(agency["agency_code"] or "")
    return known is not None and known.own_request


def _settled(values: Row, old: Row) -> Iterable[Problem]:
    """What a number tells stays as it is told, and what was printed stays as it was read."""
    told = ("direction",) if old["direction"] == "in" else ("direction", "kind")
    for name in told:
        if values[name] != old[name]:
            yield Problem(name, "letter_numbered")
    if not values["date"]:
        yield Problem("date", "required")
    elif from_gregorian(values["date"]).year != from_gregorian(old["date"]).year:
        yield Problem("date", "letter_numbered")
    if old["printed_at"] and old["direction"] == "out":
        for name in ON_PAPER:
            if values[name] != old[name]:
                yield Problem(name, "letter_printed")


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
    order=("date", "number"), descending=True, number="number", dated_by="date", rules=letter_rules, fill=fill_letter,
    numbering=Numbering(_sequence, _numbered),
)
LETTER_REFERRAL = Kind(name="letter_referral", label="ارجاع در یادآوری", plural="ارجاع‌های یادآوری‌شده", draft=LetterReferralDraft, table=LetterReferral, title=("letter_id",))
