"""How content somebody was with a workshop or an event; nobody can tell who (I-27)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row


class SatisfactionFormDraft(Draft):
    """برگهٔ رضایت‌سنجی؛ بی‌نام است و ترتیب برگه‌ها چیزی نمی‌گوید"""

    workshop_id: Annotated[str | None, About(label="کارگاه", input=Input.LINK, links="workshop", column=3)] = None
    event_id: Annotated[str | None, About(label="رویداد", input=Input.LINK, links="event", column=4)] = None
    score: Annotated[int, About(label="رضایت (۱ تا ۵)", input=Input.INTEGER, required=True, low=1, high=5, column=1)]
    filled_on: Annotated[date | None, About(label="تاریخ", input=Input.DATE, not_future=True, column=2, help="اگر خالی بماند، امروز")] = None
    note: Annotated[str | None, About(label="نظر", input=Input.LINES, longest=300, guarded=True, help="بی‌نام؛ نام هیچ‌کس نوشته نمی‌شود")] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class SatisfactionForm(SatisfactionFormDraft, Record, table=True):
    __tablename__ = "satisfaction_form"


def satisfaction_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if bool(values["workshop_id"]) == bool(values["event_id"]):
        yield Problem("workshop_id", "workshop_or_event")


def fill_satisfaction(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {"filled_on": values["filled_on"] or facts.today}


SATISFACTION_FORM = Kind(
    name="satisfaction_form", label="برگهٔ رضایت‌سنجی", plural="برگه‌های رضایت‌سنجی", draft=SatisfactionFormDraft, table=SatisfactionForm, title=("score",), title_prefix="رضایت",
    order=("score",), descending=True, dated_by="filled_on", rules=satisfaction_rules, fill=fill_satisfaction,
)
