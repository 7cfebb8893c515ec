"""What leaves the office for an agency about a need, and what the agency answers (domain §3.4)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.consent import is_live
from desktop.domain.fields import About, Draft, Input
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row


class ReferralDraft(Draft):
    """ارجاع یک نیاز به یک دستگاه"""

    need_id: Annotated[str, About(label="نیاز", input=Input.LINK, links="need", required=True, column=1)]
    agency_id: Annotated[str, About(label="دستگاه", input=Input.LINK, links="organization", required=True, column=2)]
    mode: Annotated[str, About(label="شیوه", input=Input.CODE, codes="referral_mode", required=True, column=3)] = "letter"
    sent_on: Annotated[date | None, About(label="تاریخ ارسال", input=Input.DATE, not_future=True, column=4)] = None
    answer_due_on: Annotated[date | None, About(label="مهلت پاسخ", input=Input.DATE, column=5)] = None
    letter_id: Annotated[str | None, About(label="نامه", input=Input.LINK, links="letter", in_form=False)] = None
    includes_personal: Annotated[bool, About(label="دارای دادهٔ شخصی", input=Input.YES_NO)] = False
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="referral_status", column=6)] = "sent"
    first_response_on: Annotated[date | None, About(label="نخستین پاسخ", input=Input.DATE, by_program=True)] = None
    reminder_count: Annotated[int, About(label="شمار یادآوری", input=Input.INTEGER, low=0, by_program=True)] = 0
    withdrawn_on: Annotated[date | None, About(label="تاریخ پس‌گرفتن", input=Input.DATE, not_future=True, in_form=False)] = None
    withdraw_reason: Annotated[str | None, About(label="دلیل پس‌گرفتن", longest=200, in_form=False, guarded=True)] = None


class Referral(ReferralDraft, Record, table=True):
    __tablename__ = "referral"


ANSWER_DAYS = 15


def referral_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["answer_due_on"] and values["sent_on"] and values["answer_due_on"] < values["sent_on"]:
        yield Problem("answer_due_on", "before_start")
    need, agency = facts.get("need", values["need_id"]), facts.get("organization", values["agency_id"])
    if values["includes_personal"] and need and need["person_id"] and agency:
        scope = f"referral:{agency['agency_code'] or agency['kind']}"
        consents = facts.find("consent", person_id=need["person_id"], scope=scope)
        if not any(is_live(consent, facts.today) for consent in consents):
            yield Problem("includes_personal", "referral_consent")


def fill_referral(values: Row, facts: Facts) -> Mapping[str, Any]:
    sent = values["sent_on"] or facts.today
    due = values["answer_due_on"] or sent + timedelta(days=ANSWER_DAYS)
    return {"sent_on": sent, "answer_due_on": due}


class AgencyResponseDraft(Draft):
    """پاسخ دستگاه"""

    referral_id: Annotated[str, About(label="ارجاع", input=Input.LINK, links="referral", required=True)]
    received_on: Annotated[date, About(label="تاریخ دریافت", input=Input.DATE, required=True, not_future=True, column=1)]
    type: Annotated[str, About(label="نوع پاسخ", input=Input.CODE, codes="response_type", required=True, column=2)]
    reply_letter_no: Annotated[str | None, About(label="شمارهٔ نامهٔ پاسخ", longest=40, column=3)] = None
    text: Annotated[str | None, About(label="متن پاسخ", input=Input.LINES, longest=1000, guarded=True)] = None
    promised_on: Annotated[date | None, About(label="تاریخ وعده", input=Input.DATE, column=4)] = None
    letter_id: Annotated[str | None, About(label="نامهٔ رسیده", input=Input.LINK, links="letter", in_form=False)] = None
    cost_rial: Annotated[int | None, About(label="هزینه (ریال)", input=Input.MONEY, low=0)] = None


class AgencyResponse(AgencyResponseDraft, Record, table=True):
    __tablename__ = "agency_response"


def response_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    referral = facts.get("referral", values["referral_id"])
    if referral and values["received_on"] < referral["sent_on"]:
        yield Problem("received_on", "before_start")


REFERRAL = Kind(name="referral", label="ارجاع", plural="ارجاع‌ها", draft=ReferralDraft, table=Referral, title=("agency_id", "sent_on"), state="status", rules=referral_rules, fill=fill_referral)
AGENCY_RESPONSE = Kind(name="agency_response", label="پاسخ دستگاه", plural="پاسخ‌های دستگاه", draft=AgencyResponseDraft, table=AgencyResponse, title=("type", "received_on"), rules=response_rules)
