"""What people have agreed to, and what may be kept only because they did (domain §3.3, §5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.persian.calendar import add_months
from desktop.domain.person import age_of
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
SENSITIVE = Sensitivity.SENSITIVE
SENSITIVE_MONTHS = 24  # Jalali months after which sensitive data vanishes (G-06, a default)
ADULT = 18  # from which a person consents alone; a guardian does for children (G-08)
BASIC = "basic_record"
REFUSED = "refused"  # the method of a consent that was asked for and not given


class ConsentDraft(Draft):
    """رضایت آگاهانه، یا نبود آن"""

    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]
    scope: Annotated[str, About(label="دامنه", input=Input.CODE, codes="consent_scope", required=True, sensitivity=PERSONAL, column=2)] = BASIC
    method: Annotated[str, About(label="شیوه", input=Input.CODE, codes="consent_method", required=True, sensitivity=PERSONAL, column=4)]
    witness_staff_id: Annotated[str | None, About(label="شاهد", input=Input.LINK, links="staff_member", sensitivity=PERSONAL, help="برای رضایت شفاهی")] = None
    guardian_id: Annotated[str | None, About(label="ولی یا سرپرست قانونی", input=Input.LINK, links="person", sensitivity=PERSONAL, help="برای کسی که هجده سال ندارد")] = None
    given_on: Annotated[date | None, About(label="تاریخ", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    text_version: Annotated[str, About(label="نسخهٔ متن", required=True, longest=20, sensitivity=PERSONAL, in_form=False)] = CURRENT_TEXT
    withdrawn_on: Annotated[date | None, About(label="تاریخ پس‌گرفتن", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None
    expires_on: Annotated[date | None, About(label="پایان اعتبار", input=Input.DATE, sensitivity=PERSONAL, help="دادهٔ حساس اگر خالی بماند ۲۴ ماه می‌ماند")] = None
    paper_ref: Annotated[str | None, About(label="شمارهٔ برگه", longest=40, sensitivity=PERSONAL)] = None


class Consent(ConsentDraft, Record, table=True):
    __tablename__ = "consent"


def consent_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    is_new = not values.get("id")
    if values["method"] == "oral_with_witness" and not values["witness_staff_id"]:
        yield Problem("witness_staff_id", "required")
    for name in ("withdrawn_on", "expires_on"):
        if values[name] and values["given_on"] and values[name] < values["given_on"]:
            yield Problem(name, "before_start")
    if is_new and values["text_version"] not in CONSENT_TEXTS:
        yield Problem("text_version", "unknown_code", {"given": values["text_version"]})
    if is_new and values["method"] != REFUSED:
        yield from _guardian_rules(values, facts)


def _guardian_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    """For a child an adult answers; for an adult nobody else does. An unknown age is taken for grown up."""
    on, guardian = values["given_on"] or facts.today, facts.get("person", values["guardian_id"])
    if guardian and guardian["id"] == values["person_id"]:
        yield Problem("guardian_id", "own_guardian")
        return
    person = facts.get("person", values["person_id"])
    age = age_of(person, on) if person else None
    if guardian is None and age is not None and age < ADULT:
        yield Problem("guardian_id", "guardian_needed")
    elif guardian is not None and ((years := age_of(guardian, on)) is not None and years < ADULT):
        yield Problem("guardian_id", "guardian_too_young")


def fill_consent(values: Row, facts: Facts) -> Mapping[str, Any]:
    given_on = values["given_on"] or facts.today
    if values["method"] == REFUSED:
        return {"given_on": given_on, "expires_on": None}
    lasts = values["scope"].startswith("sensitive:") and not values["expires_on"]
    return {"given_on": given_on} | ({"expires_on": add_months(given_on, SENSITIVE_MONTHS)} if lasts else {})


def is_live(consent: Row, on: date) -> bool:
    """Whether a consent was given by a day, and neither withdrawn nor run out on it."""
    if consent["method"] == REFUSED or consent["withdrawn_on"]:
        return False
    started = consent["given_on"] is None or consent["given_on"] <= on
    return started and (consent["expires_on"] is None or on <= consent["expires_on"])


def consent_state(consents: Iterable[Row], on: date) -> str:
    """The person's state computed from all consent rows (domain §3.3)."""
    rows = [row for row in consents if row["method"] != REFUSED]
    live = {row["scope"] for row in rows if is_live(row, on)}
    if BASIC not in live and any(row["scope"] == BASIC for row in rows):
        return "withdrawn"
    if any(scope.startswith("sensitive:") for scope in live):
        return "sensitive"
    return "basic" if BASIC in live else "none"


def is_declined(consents: Iterable[Row], on: date) -> bool:
    """Whether somebody was asked for the record itself and the last word was no: it was refused, or taken back."""
    asked = [row for row in consents if row["scope"] == BASIC]
    return any(row["method"] == REFUSED or row["withdrawn_on"] for row in asked) and not any(is_live(row, on) for row in asked)


class PersonSensitiveDraft(Draft):
    """دادهٔ حساس یک فرد: هر ردیف زیر یک رضایت است و با آن پایان می‌یابد"""

    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=SENSITIVE, column=1)]
    disability_type: Annotated[str | None, About(label="نوع معلولیت", input=Input.CODE, codes="disability_type", sensitivity=SENSITIVE)] = None
    disability_severity: Annotated[str | None, About(label="شدت معلولیت", input=Input.CODE, codes="disability_severity", sensitivity=SENSITIVE)] = None
    chronic_illness_note: Annotated[str | None, About(label="بیماری دیرپا", longest=120, sensitivity=SENSITIVE, guarded=True)] = None
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


HOUSEHOLD_TOPICS: dict[str, frozenset[str]] = {
    "income_band": frozenset({"not_told"}),
    "support_coverage": frozenset({"unknown"}),
}  # field of a household that its head must have agreed to → answers that tell nothing


def tells(field: str, value: Any) -> bool:
    """Whether a sensitive answer of a household says something that only a consent allows to keep."""
    given = value if isinstance(value, list) else [value] if value else []
    return any(item not in HOUSEHOLD_TOPICS[field] for item in given)


def live_scopes(consents: Iterable[Row], on: date) -> frozenset[str]:
    return frozenset(consent["scope"] for consent in consents if is_live(consent, on))


def topic_of(values: Row) -> str:
    """What a row of sensitive data is about, as its consent names it; "" for an empty row."""
    return next((topic for field, topic in SENSITIVE_TOPICS.items() if values[field]), "")


def consent_for(values: Row, facts: Facts) -> Row | None:
    """The live consent under which sensitive values may be kept: the one named, else the newest for the topic."""
    scope = f"sensitive:{topic_of(values)}"
    given = [c for c in facts.find("consent", person_id=values["person_id"], scope=scope) if is_live(c, facts.today)]
    return next((c for c in given if c["id"] == values["consent_id"]), given[-1] if given else None)


def sensitive_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    filled = [name for name in SENSITIVE_TOPICS if values[name]]
    if not filled:
        yield Problem("consent_id", "nothing_sensitive")
        return
    if len({SENSITIVE_TOPICS[name] for name in filled}) > 1:
        yield Problem(filled[-1], "one_topic")
    elif consent_for(values, facts) is None:
        yield Problem("consent_id", "consent_missing")
    others = facts.find("person_sensitive", person_id=values["person_id"])
    if any(topic_of(other) == topic_of(values) and other["id"] != values.get("id") for other in others):
        yield Problem(filled[0], "topic_twice")
    if values["disability_severity"] and not values["disability_type"]:
        yield Problem("disability_type", "required")


def fill_sensitive(values: Row, facts: Facts) -> Mapping[str, Any]:
    consent = consent_for(values, facts)
    if consent is None:
        return {}
    return {"consent_id": consent["id"], "expires_on": consent["expires_on"]}


CONSENT = Kind(name="consent", label="رضایت", plural="رضایت‌ها", draft=ConsentDraft, table=Consent, title=("scope",), detail=("given_on",), rules=consent_rules, fill=fill_consent)
PERSON_SENSITIVE = Kind(name="person_sensitive", label="دادهٔ حساس", plural="داده‌های حساس", draft=PersonSensitiveDraft, table=PersonSensitive, title=("expires_on",), rules=sensitive_rules, fill=fill_sensitive)
