"""A thing to do today that somebody put off to a later day, and why (issue: nothing disappears without a reason)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from desktop.domain.fields import About, Draft, Input
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row


class PostponementDraft(Draft):
    """به روزی دیگر گذاشتنِ یکی از کارهای امروز"""

    about: Annotated[str, About(label="کار", input=Input.CODE, codes="worklist_item", required=True)]
    about_id: Annotated[str, About(label="پرونده", required=True)]
    until: Annotated[date, About(label="تا تاریخ", input=Input.DATE, required=True, column=1)]
    reason: Annotated[str, About(label="دلیل", required=True, longest=200, column=2, guarded=True)]
    by: Annotated[str | None, About(label="همکار", input=Input.LINK, links="staff_member", column=3, acting=True)] = None


class Postponement(PostponementDraft, Record, table=True):
    __tablename__ = "postponement"


def postponement_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["until"] <= facts.today:
        yield Problem("until", "not_later")
    found = facts.get(values["about"], values["about_id"])
    if found is None:
        yield Problem("about_id", "unknown_record")
    elif values["about"] == "inspection" and found["done_on"] is None:
        yield Problem("about_id", "inspection_stays_hidden")  # what puts it off would tell of it


POSTPONEMENT = Kind(name="postponement", label="به روزی دیگر گذاشتن", plural="کارهای به روزی دیگر گذاشته", draft=PostponementDraft, table=Postponement, title=("until",), rules=postponement_rules)
