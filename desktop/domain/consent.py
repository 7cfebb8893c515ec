"""What people have agreed to, and what may be kept only because they did (domain §3.3, §5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.persian.calendar import add_months
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
SENSITIVE = Sensitivity.SENSITIVE
SENSITIVE_MONTHS = 24  # Jalali months after which sensitive data vanishes (G-06, a default)


class ConsentDraft(Draft):
    """رضایت آگاهانه"""

    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]
    scope: Annotated[str, About(label="دامنه", required=True, longest=60, sensitivity=PERSONAL, column=2)] = "basic_record"
    given_on: Annotated[date | None, About(label="تاریخ", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    method: Annotated[str, About(label="شیوه", input=Input.CODE, codes="consent_method", required=True, sensitivity=PERSONAL, column=4)]
    witness_staff_id: Annotated[str | None, About(label="شاهد", input=Input.LINK, links="staff_member", sensitivity=PERSONAL)] = None
    text_version: Annotated[str, About(label="نسخهٔ متن", required=True, longest=20, sensitivity=PERSONAL)] = "1"
    withdrawn_on: Annotated[date | None, About(label="تاریخ پس‌گرفتن", input=Input.DATE, not_future=True, sensitivity=PERSONAL)] = None
    expires_on: Annotated[date | None, About(label="پایان اعتبار", input=Input.DATE, sensitivity=PERSONAL)] = None
    guardian_id: Annotated[str | None, About(label="ولی یا سرپرست قانونی", input=Input.LINK, links="person", sensitivity=PERSONAL, help="برای کسی که هجده سال ندارد")] = None
    paper_ref: Annotated[str | None, About(label="شمارهٔ برگه", longest=40, sensitivity=PERSONAL)] = None


class Consent(ConsentDraft, Record, table=True):
    __tablename__ = "consent"


CONSENT_SCOPES = ("basic_record", "photo", "sync_to_province", "phone_contact")
CONSENT_SCOPE_PREFIXES = ("sensitive:", "referral:")


def consent_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    scope = values["scope"]
    if scope not in CONSENT_SCOPES and not scope.startswith(CONSENT_SCOPE_PREFIXES):
        yield Problem("scope", "unknown_code", {"given": scope})
    if values["method"] == "oral_with_witness" and not values["witness_staff_id"]:
        yield Problem("witness_staff_id", "required")
    if values["withdrawn_on"] and values["given_on"] and values["withdrawn_on"] < values["given_on"]:
        yield Problem("withdrawn_on", "before_start")
    if values["expires_on"] and values["given_on"] and values["expires_on"] < values["given_on"]:
        yield Problem("expires_on", "before_start")
    if values["guardian_id"] and values["guardian_id"] == values["person_id"]:
        yield Problem("guardian_id", "own_guardian")


def fill_consent(values: Row, facts: Facts) -> Mapping[str, Any]:
    given_on = values["given_on"] or facts.today
    lasts = values["scope"].startswith("sensitive:") and not values["expires_on"]
    return {"given_on": given_on} | ({"expires_on": add_months(given_on, SENSITIVE_MONTHS)} if lasts else {})


def is_live(consent: Row, on: date) -> bool:
    """Whether a consent was given, not withdrawn and not run out on a day."""
    return not consent["withdrawn_on"] and (consent["expires_on"] is None or on <= consent["expires_on"])


def consent_state(consents: Iterable[Row], on: date) -> str:
    """The person's state computed from all consent rows (domain §3.3)."""
    rows = list(consents)
    live = {row["scope"] for row in rows if is_live(row, on)}
    if any(scope.startswith("sensitive:") for scope in live):
        return "sensitive"
    if "basic_record" in live:
        return "basic"
    return "withdrawn" if any(row["scope"] == "basic_record" for row in rows) else "none"


class PersonSensitiveDraft(Draft):
    """دادهٔ حساس یک فرد: هر ردیف زیر یک رضایت است و با آن پایان می‌یابد"""

    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=SENSITIVE, column=1)]
    disability_type: Annotated[str | None, About(label="نوع معلولیت", input=Input.CODE, codes="disability_type", sensitivity=SENSITIVE)] = None
    disability_severity: Annotated[str | None, About(label="شدت معلولیت", input=Input.CODE, codes="disability_severity", sensitivity=SENSITIVE)] = None
    chronic_illness_note: Annotated[str | None, About(label="بیماری دیرپا", longest=120, sensitivity=SENSITIVE)] = None
    women_head_reason: Annotated[str | None, About(label="دلیل سرپرستی زن", input=Input.CODE, codes="women_head_reason", sensitivity=SENSITIVE)] = None
    pregnancy_due_month: Annotated[str | None, About(label="ماه زایمان", input=Input.MONTH, sensitivity=SENSITIVE)] = None
    consent_id: Annotated[str | None, About(label="رضایت", input=Input.LINK, links="consent", sensitivity=SENSITIVE)] = None
    expires_on: Annotated[date | None, About(label="پایان اعتبار", input=Input.DATE, sensitivity=SENSITIVE, in_form=False)] = None


class PersonSensitive(PersonSensitiveDraft, Record, table=True):
    __tablename__ = "person_sensitive"


SENSITIVE_TOPICS = {
    "disability_type": "disability_type",
    "disability_severity": "disability_type",
    "chronic_illness_note": "chronic_illness_note",
    "women_head_reason": "women_head_reason",
    "pregnancy_due_month": "pregnancy_due_month",
}  # field → the field that names the consent, `sensitive:<field>`


def consent_for(values: Row, facts: Facts) -> Row | None:
    """The live consent under which sensitive values may be kept: the one given, else the newest that covers them."""
    topics = {f"sensitive:{topic}" for name, topic in SENSITIVE_TOPICS.items() if values.get(name)}
    given = [c for c in facts.find("consent", person_id=values["person_id"]) if is_live(c, facts.today) and topics == {c["scope"]}]
    if values["consent_id"]:
        given = [c for c in given if c["id"] == values["consent_id"]]
    return given[-1] if given else None


def sensitive_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    filled = [name for name in SENSITIVE_TOPICS if values[name]]
    if not filled:
        yield Problem("consent_id", "nothing_sensitive")
        return
    if len({SENSITIVE_TOPICS[name] for name in filled}) > 1:
        yield Problem(filled[-1], "one_topic")
    elif consent_for(values, facts) is None:
        yield Problem("consent_id", "consent_missing")
    if values["disability_severity"] and not values["disability_type"]:
        yield Problem("disability_type", "required")


def fill_sensitive(values: Row, facts: Facts) -> Mapping[str, Any]:
    consent = consent_for(values, facts)
    if consent is None:
        return {}
    return {"consent_id": consent["id"], "expires_on": consent["expires_on"]}


CONSENT = Kind(name="consent", label="رضایت", plural="رضایت‌ها", draft=ConsentDraft, table=Consent, title=("scope",), detail=("given_on",), rules=consent_rules, fill=fill_consent)
PERSON_SENSITIVE = Kind(name="person_sensitive", label="دادهٔ حساس", plural="داده‌های حساس", draft=PersonSensitiveDraft, table=PersonSensitive, title=("expires_on",), rules=sensitive_rules, fill=fill_sensitive)
