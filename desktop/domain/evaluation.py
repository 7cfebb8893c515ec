"""An evaluation by weighted criteria of an office, a workshop, a plan of an NGO or a project (domain §3.5).

Its `period` is what was judged, in words. The day on which it was judged, `evaluated_on`, is asked too, as it is for the
plans of NGOs: a month counts what was judged in it, and the next season's is due three months on (F1-09).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.clock import today_in_iran
from desktop.domain.fields import About, Draft, Input, Search
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

BEST_SCORE = 5
USUAL_CRITERIA: Mapping[str, tuple[tuple[str, float], ...]] = {
    "workshop": (("رسیدن به هدف", 30), ("محتوا و سرفصل‌ها", 20), ("مدرس", 20), ("حضور و مشارکت", 20), ("مکان و زمان", 10)),
    "office": (("پیگیری نیازها", 30), ("مشارکت مردم", 25), ("هماهنگی با دستگاه‌ها", 20), ("آموزش", 15), ("ثبت و گزارش", 10)),
    "ngo_plan": (("رسیدن به هدف", 40), ("گروه هدف", 20), ("هزینه‌کرد", 20), ("مستندسازی", 20)),
    "project": (("کیفیت", 40), ("زمان‌بندی", 30), ("هزینه", 30)),
}
"""What a new evaluation begins with: criterion and weight, to be changed at will."""


class EvaluationCriterionDraft(Draft):
    """یک معیار"""

    name: Annotated[str, About(label="معیار", required=True, longest=80, column=1)]
    weight: Annotated[float, About(label="وزن", input=Input.DECIMAL, required=True, low=0, high=100, column=2)]
    score: Annotated[float, About(label="امتیاز (۰ تا ۵)", input=Input.DECIMAL, required=True, low=0, high=BEST_SCORE, column=3)]


class EvaluationDraft(Draft):
    """ارزیابی با معیارهای وزن‌دار"""

    target_type: Annotated[str, About(label="گونه", input=Input.CODE, codes="evaluation_target", required=True, column=2)]
    target_id: Annotated[str, About(label="ارزیابیِ", input=Input.LINK, links_by="target_type", required=True, in_form=False, column=1)]
    period: Annotated[str, About(label="دوره", required=True, longest=40, search=Search.WORDS, column=3, help="برای نمونه: شهریور ۱۴۰۴")]
    evaluated_on: Annotated[date | None, About(label="تاریخ ارزیابی", input=Input.DATE, not_future=True, column=4, help="اگر خالی بماند: امروز.")] = None
    evaluator: Annotated[str, About(label="ارزیاب", required=True, longest=120, search=Search.NAMES, column=5)]
    criteria: Annotated[list[dict[str, Any]], About(label="معیارها", input=Input.ROWS, of=EvaluationCriterionDraft, required=True)] = Field(default_factory=list, sa_type=JSON)
    total: Annotated[float | None, About(label="امتیاز (از ۵)", input=Input.DECIMAL, by_program=True, column=6)] = None
    strengths: Annotated[str | None, About(label="نقطه‌های قوت", input=Input.LINES, longest=1000, guarded=True)] = None
    recommendations: Annotated[str | None, About(label="پیشنهادها", input=Input.LINES, longest=1000, guarded=True)] = None


class Evaluation(EvaluationDraft, Record, table=True):
    __tablename__ = "evaluation"


def evaluation_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if facts.get(values["target_type"], values["target_id"]) is None:
        yield Problem("target_id", "unknown_record")
    if not values["criteria"]:
        yield Problem("criteria", "required")
    elif sum(row["weight"] for row in values["criteria"]) <= 0:
        yield Problem("criteria", "weights_missing")


def weighted_total(criteria: Iterable[Row]) -> float | None:
    """The weighted mean of the scores, with two decimals, half up; None where nothing weighs."""
    rows = list(criteria)
    weights = sum(row["weight"] for row in rows)
    if not weights:
        return None
    return int(sum(row["weight"] * row["score"] for row in rows) / weights * 100 + 0.5) / 100


def fill_evaluation(values: Row, facts: Facts) -> Mapping[str, Any]:
    """The total, and today where no day is told; one that is older than the field keeps the day it was written on."""
    dated = {} if values["evaluated_on"] or values.get("id") else {"evaluated_on": facts.today}
    return {"total": weighted_total(values["criteria"]), **dated}


def judged_on(evaluation: Row) -> date:
    """The day of an evaluation; of one that was written down before there was a field for it, the day of writing."""
    told = evaluation["evaluated_on"] or today_in_iran(evaluation["created_at"])
    return date.fromisoformat(str(told))


EVALUATION = Kind(
    name="evaluation", label="ارزیابی", plural="ارزیابی‌ها", draft=EvaluationDraft, table=Evaluation, title=("target_type", "period"), title_prefix="ارزیابی", detail=("evaluator",),
    rules=evaluation_rules, fill=fill_evaluation,
)
