"""What became of somebody ninety days after a workshop (domain §3.5, I-19)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from desktop.domain.consent import live_scopes
from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL, SENSITIVE = Sensitivity.PERSONAL, Sensitivity.SENSITIVE
FOLLOW_UP_DAYS = 90
FOLLOWED_TYPES = frozenset({"home_jobs", "vocational", "handicraft", "entrepreneurship", "digital", "literacy"})
"""Workshops that are meant to change how somebody earns or learns: whoever had a place is asked afterwards."""
POSITIVE = frozenset({"home_business", "employment", "further_study", "market_sale"})
BAND_SCOPE = "sensitive:income_band"


class OutcomeFollowupDraft(Draft):
    """پیگیری پیامد کارگاه، نود روز پس از پایان آن"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, sensitivity=PERSONAL, column=1)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    due_on: Annotated[date | None, About(label="سررسید", input=Input.DATE, sensitivity=PERSONAL, column=3, help="اگر خالی بماند، نود روز پس از آخرین جلسه")] = None
    checked_on: Annotated[date | None, About(label="تاریخ پیگیری", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=4)] = None
    reached: Annotated[bool | None, About(label="در دسترس بود", input=Input.YES_NO, sensitivity=PERSONAL, column=5)] = None
    kind: Annotated[str | None, About(label="پیامد", input=Input.CODE, codes="outcome_kind", sensitivity=PERSONAL, column=6)] = None
    monthly_income_band: Annotated[str | None, About(label="دامنهٔ درآمد ماهانه", input=Input.CODE, codes="income_band", sensitivity=SENSITIVE, help="تنها با رضایت زندهٔ خود فرد")] = None
    jalali_month: Annotated[str | None, About(label="ماه سررسید", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class OutcomeFollowup(OutcomeFollowupDraft, Record, table=True):
    __tablename__ = "outcome_followup"


def tells_band(values: Row) -> bool:
    """Whether somebody has told what they earn, which only a consent allows to keep."""
    return values["monthly_income_band"] not in (None, "", "not_told")


def followup_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    mine = facts.find("outcome_followup", workshop_id=values["workshop_id"], person_id=values["person_id"])
    if any(twin["id"] != values.get("id") for twin in mine):
        yield Problem("person_id", "followup_twin")
    if values["kind"] and values["reached"] is False:
        yield Problem("kind", "not_reached")
    if values["reached"] and not values["kind"]:
        yield Problem("kind", "required")
    if tells_band(values):
        consents = facts.find("consent", person_id=values["person_id"], scope=BAND_SCOPE)
        if BAND_SCOPE not in live_scopes(consents, facts.today):
            yield Problem("monthly_income_band", "consent_missing")


def end_of(workshop: Row, facts: Facts) -> date:
    """The last day of a workshop that took place, else the planned one."""
    held = [s["date"] for s in facts.find("workshop_session", workshop_id=workshop["id"]) if s["held"]]
    end: date = max(held, default=workshop["planned_end"])
    return end


def fill_followup(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Due ninety days after the end; who has told what became of them was reached, on the due day if no other is told."""
    workshop = facts.get("workshop", values["workshop_id"])
    due_on = values["due_on"]
    if due_on is None and workshop is not None:
        due_on = end_of(workshop, facts) + timedelta(days=FOLLOW_UP_DAYS)
    reached = True if values["kind"] else values["reached"]
    asked = values["checked_on"] or (min(due_on or facts.today, facts.today) if reached is not None else None)
    return {"due_on": due_on, "reached": reached, "checked_on": asked if reached is not None else None}


OUTCOME_FOLLOWUP = Kind(
    name="outcome_followup", label="پیگیری پیامد", plural="پیگیری‌های پیامد", draft=OutcomeFollowupDraft, table=OutcomeFollowup, title=("due_on",), title_prefix="پیگیری پیامد",
    detail=("kind",), order=("due_on",), state="kind", dated_by="due_on", rules=followup_rules, fill=fill_followup,
)
