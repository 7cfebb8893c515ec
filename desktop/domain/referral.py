"""What leaves the office for an agency about a need, and what the agency answers (domain §3.4)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.consent import is_live
from desktop.domain.fields import About, Draft, Input
from desktop.domain.need_life import OPEN_STATES
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
WITHDRAWN, EXPIRED = "withdrawn", "expired"
BY_HAND = "handed_to_resident"


def referral_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    old = facts.get("referral", values.get("id"))
    if values["answer_due_on"] and values["sent_on"] and values["answer_due_on"] < values["sent_on"]:
        yield Problem("answer_due_on", "before_start")
    if values["withdrawn_on"] and values["sent_on"] and values["withdrawn_on"] < values["sent_on"]:
        yield Problem("withdrawn_on", "before_start")
    if old is not None and values["sent_on"] != old["sent_on"]:
        answers = facts.find("agency_response", referral_id=old["id"])
        if values["sent_on"] and any(a["received_on"] < values["sent_on"] for a in answers):
            yield Problem("sent_on", "after_answer")
    leaving = ("includes_personal", "agency_id", "need_id", "mode")
    if old is None or any(values[name] != old[name] for name in leaving):
        yield from _consent_rules(values, facts)


def _consent_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    """Nothing personal leaves the office without leave; what people carry to an agency themselves is theirs to give."""
    need, agency = facts.get("need", values["need_id"]), facts.get("organization", values["agency_id"])
    if not values["includes_personal"] or values["mode"] == BY_HAND or need is None or agency is None:
        return
    people = {"person": need["person_id"], "household": _head_of(need["household_id"], facts)}
    if need["scope"] not in people:
        yield Problem("includes_personal", "nobody_in_particular")
        return
    scope = f"referral:{agency['agency_code'] or agency['kind']}"
    consents = facts.find("consent", person_id=people[need["scope"]], scope=scope)
    if not any(is_live(consent, facts.today) for consent in consents):
        yield Problem("includes_personal", "referral_consent")


def _head_of(household_id: str | None, facts: Facts) -> str | None:
    heads = facts.find("person", household_id=household_id, relation_to_head="head", status="active") if household_id else []
    return heads[0]["id"] if heads else None


def fill_referral(values: Row, facts: Facts) -> Mapping[str, Any]:
    sent = values["sent_on"] or facts.today
    due = values["answer_due_on"] or sent + timedelta(days=ANSWER_DAYS)
    old = facts.get("referral", values.get("id"))
    answers = facts.find("agency_response", referral_id=old["id"]) if old is not None else []
    filled: dict[str, Any] = {"sent_on": sent, "answer_due_on": due, "withdrawn_on": _withdrawn_on(values, old, max(sent, facts.today))}
    ended = has_ended(facts.get("need", values["need_id"]))
    return {**filled, **answer_state({**values, **filled}, answers, ended=ended)}


def _withdrawn_on(values: Row, old: Row | None, today: date) -> date | None:
    """The day on which it was taken back: told as a day, or as a state. Another state or no day sends it anew."""
    was = old["withdrawn_on"] if old is not None else None
    if was and (values["withdrawn_on"] is None or values["status"] != WITHDRAWN):
        return None
    day: date | None = values["withdrawn_on"]
    return day or (today if values["status"] == WITHDRAWN else None)


def has_ended(need: Row | None) -> bool:
    """Whether nobody waits for agencies any more on account of this need."""
    return need is not None and need["status"] not in OPEN_STATES


def answer_state(referral: Row, answers: Iterable[Row], *, ended: bool) -> Mapping[str, Any]:
    """The first real answer and the state that follow from all answers, in whatever order they were written down.

    `ended`: the need has come to its end; what nobody answered until then is no longer waited for, yet never withdrawn.
    """
    answers = list(answers)
    first = min((a["received_on"] for a in answers if a["type"] != "acknowledged"), default=None)
    waits = "acknowledged" if answers else "sent"
    rest = EXPIRED if ended or referral["status"] == EXPIRED else waits
    return {"first_response_on": first, "status": WITHDRAWN if referral["withdrawn_on"] else "answered" if first else rest}


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
