"""Who has a place in a workshop, who waits for one, and who gave it up (domain §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
BARRED_SEX = {"women": "male", "men": "female"}


class WorkshopEnrollmentDraft(Draft):
    """ثبت‌نام در کارگاه"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, sensitivity=PERSONAL, column=1)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    enrolled_on: Annotated[date | None, About(label="تاریخ ثبت‌نام", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="enrollment_status", sensitivity=PERSONAL, column=4)] = "enrolled"
    waiting_rank: Annotated[int | None, About(label="نوبت", input=Input.INTEGER, by_program=True, sensitivity=PERSONAL)] = None
    promoted_on: Annotated[date | None, About(label="تاریخ گرفتن جا", input=Input.DATE, by_program=True, sensitivity=PERSONAL)] = None
    told_on: Annotated[date | None, About(label="تاریخ خبر دادن", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None
    withdrawn_on: Annotated[date | None, About(label="تاریخ انصراف", input=Input.DATE, not_future=True, sensitivity=PERSONAL, in_form=False)] = None


class WorkshopEnrollment(WorkshopEnrollmentDraft, Record, table=True):
    __tablename__ = "workshop_enrollment"


def enrollment_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("workshop_enrollment", workshop_id=values["workshop_id"], person_id=values["person_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("person_id", "already_enrolled")
    workshop, person = facts.get("workshop", values["workshop_id"]), facts.get("person", values["person_id"])
    if workshop and person and BARRED_SEX.get(workshop["sex_restriction"]) == person["sex"]:
        yield Problem("person_id", "sex_restriction")


def fill_enrollment(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Enrolled today; who comes when all places are taken waits, and who withdraws does so today."""
    withdrawn = values["withdrawn_on"] or facts.today if values["status"] == "withdrawn" else None
    filled: dict[str, Any] = {"enrolled_on": values["enrolled_on"] or facts.today, "withdrawn_on": withdrawn}
    workshop = facts.get("workshop", values["workshop_id"])
    if workshop is None or values.get("id") or values["status"] != "enrolled":
        return filled
    others = facts.find("workshop_enrollment", workshop_id=values["workshop_id"])
    if sum(o["status"] == "enrolled" for o in others) >= workshop["capacity"]:
        ranks = [o["waiting_rank"] or 0 for o in others if o["status"] == "waiting"]
        filled.update(status="waiting", waiting_rank=max(ranks, default=0) + 1)
    return filled


WORKSHOP_ENROLLMENT = Kind(name="workshop_enrollment", label="ثبت‌نام", plural="ثبت‌نام‌ها", draft=WorkshopEnrollmentDraft, table=WorkshopEnrollment, title=("person_id",), state="status", rules=enrollment_rules, fill=fill_enrollment)
