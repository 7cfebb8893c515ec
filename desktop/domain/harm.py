"""Social harms as seen at places, never at people: the list of harms, its priorities by year, what was observed.

Nothing here points to a person or a household, and the texts are searched for the names of residents (G-02).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.codes import CODE_LISTS, code_of
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.lifecycle import MANAGER, PROVINCE, STAFF
from desktop.domain.problems import Problem, Refusal
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC


def read_harm_code(text: str) -> str:
    """Latin letters and underlines, the id under which every office knows the harm."""
    code = text.lower()
    if not 3 <= len(code) <= 40 or not code.isascii() or not code.replace("_", "").isalpha():
        raise Refusal("harm_code")
    return code


def read_harm(text: str) -> str:
    """The code of a known harm by its name in any spelling; what is unknown stays as typed, and may be an added one."""
    try:
        return code_of("harm_type", text)
    except Refusal:
        return text


class HarmTypeDraft(Draft):
    """گونهٔ آسیب؛ فهرستی که استان می‌گرداند و با زمان دگرگون می‌شود"""

    code: Annotated[str, About(label="کد", input=Input.DIGITS, required=True, reader=read_harm_code, sensitivity=PUBLIC)]
    label_fa: Annotated[str, About(label="نام آسیب", required=True, longest=60, sensitivity=PUBLIC, search=Search.NAMES, column=1)]
    valid_from: Annotated[date | None, About(label="از تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=3)] = None
    valid_to: Annotated[date | None, About(label="تا تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=4)] = None
    set_by: Annotated[str, About(label="نهاده‌شده از سوی", input=Input.CODE, codes="set_by", sensitivity=PUBLIC, column=5, by_program=True)] = "office"


class HarmType(HarmTypeDraft, Record, table=True):
    __tablename__ = "harm_type"


def harm_type_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["valid_from"] and values["valid_to"] and values["valid_to"] < values["valid_from"]:
        yield Problem("valid_to", "before_start")
    if values.get("id", values["code"]) != values["code"]:
        yield Problem("code", "read_only")
    elif not values.get("id") and facts.get("harm_type", values["code"]):
        yield Problem("code", "code_twin")
    old = facts.get("harm_type", values.get("id"))
    if old is not None and old["set_by"] != "office" and values["label_fa"] != old["label_fa"] and facts.role not in PROVINCE:
        yield Problem("label_fa", "name_of_province")


def fill_set_by(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Who put it into the list; what came with the program stays so."""
    return {} if values.get("id") else {"set_by": "province" if facts.role in PROVINCE else "office"}


class PriorityHarmDraft(Draft):
    """آسیبی که در یک بازه از اولویت‌هاست؛ فهرست اولویت‌ها هر سال دیگر است"""

    harm_type: Annotated[str, About(label="آسیب", input=Input.LINK, links="harm_type", reader=read_harm, required=True, sensitivity=PUBLIC, column=1)]
    rank: Annotated[int | None, About(label="جایگاه", input=Input.INTEGER, low=1, high=100, sensitivity=PUBLIC, column=2)] = None
    valid_from: Annotated[date | None, About(label="از تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=3)] = None
    valid_to: Annotated[date | None, About(label="تا تاریخ", input=Input.DATE, sensitivity=PUBLIC, column=4)] = None
    source: Annotated[str | None, About(label="منبع", longest=160, sensitivity=PUBLIC, search=Search.WORDS)] = None
    set_by: Annotated[str, About(label="نهاده‌شده از سوی", input=Input.CODE, codes="set_by", sensitivity=PUBLIC, column=5, by_program=True)] = "office"


class PriorityHarm(PriorityHarmDraft, Record, table=True):
    __tablename__ = "priority_harm"


def priority_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["valid_from"] and values["valid_to"] and values["valid_to"] < values["valid_from"]:
        yield Problem("valid_to", "before_start")
    for other in facts.find("priority_harm", harm_type=values["harm_type"]):
        if other["id"] != values.get("id") and _overlap(values, other):
            yield Problem("harm_type", "priority_twin")
            return


def _overlap(one: Row, other: Row) -> bool:
    starts = (one["valid_from"] or date.min) <= (other["valid_to"] or date.max)
    return bool(starts and (other["valid_from"] or date.min) <= (one["valid_to"] or date.max))


def holds_on(values: Row, on: date) -> bool:
    """Whether a line of a list that changes with time holds on a day."""
    return bool((values["valid_from"] or date.min) <= on <= (values["valid_to"] or date.max))


PRIORITIES = ("addiction", "divorce", "informal_settlement", "moral_corruption", "acute_area")
"""The five that are taken for priorities until the province says which they are."""


def known_harms() -> Iterator[Mapping[str, Any]]:
    """The harms that every office knows from the first day."""
    for code, label in CODE_LISTS["harm_type"].items():
        yield {"code": code, "label_fa": label, "valid_from": None, "valid_to": None, "set_by": "system"}


def known_priorities() -> Iterator[Mapping[str, Any]]:
    for rank, code in enumerate(PRIORITIES, 1):
        yield {"id": f"priority_{code}", "harm_type": code, "rank": rank, "valid_from": None, "valid_to": None, "source": None, "set_by": "system"}


class HarmObservationDraft(Draft):
    """مشاهدهٔ آسیب در یک محله یا نقطه؛ هرگز دربارهٔ یک فرد یا خانه"""

    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, column=1)]
    spot_text: Annotated[str | None, About(label="نقطه", longest=160, search=Search.WORDS, column=2, guarded=True, nameless=True, help="جایی همگانی، نه خانهٔ کسی؛ برای نمونه «زمین خاکی پشت بازار».")] = None
    harm_type: Annotated[str, About(label="آسیب", input=Input.LINK, links="harm_type", reader=read_harm, required=True, column=3)]
    severity: Annotated[str, About(label="شدت", input=Input.CODE, codes="harm_severity", required=True, column=4)]
    ground: Annotated[str | None, About(label="زمینهٔ بروز", input=Input.LINES, longest=500, search=Search.WORDS, guarded=True, nameless=True)] = None
    observed_on: Annotated[date | None, About(label="تاریخ مشاهده", input=Input.DATE, not_future=True, column=5)] = None
    evidence: Annotated[str, About(label="گواه", input=Input.CODE, codes="harm_evidence", required=True, column=6)]
    proposed_action: Annotated[str | None, About(label="اقدام پیشنهادی", input=Input.LINES, longest=500, search=Search.WORDS, guarded=True, nameless=True)] = None
    need_id: Annotated[str | None, About(label="نیاز محله", input=Input.LINK, links="need", help="نیازی در سطح محله یا گروه")] = None
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class HarmObservation(HarmObservationDraft, Record, table=True):
    __tablename__ = "harm_observation"


def observation_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    need = facts.get("need", values["need_id"])
    if need is not None and need["scope"] not in ("group", "neighborhood"):
        yield Problem("need_id", "need_of_place_only")
    harm = facts.get("harm_type", values["harm_type"])
    if harm is not None and not holds_on(harm, values["observed_on"] or facts.today):
        yield Problem("harm_type", "not_in_list_then")


def fill_observation(values: Row, facts: Facts) -> Mapping[str, Any]:
    return {} if values["observed_on"] else {"observed_on": facts.today}


HARM_TYPE = Kind(name="harm_type", label="گونهٔ آسیب", plural="گونه‌های آسیب", draft=HarmTypeDraft, table=HarmType, title=("label_fa",), rules=harm_type_rules, fill=fill_set_by, keyed_by="code", chosen_from=True, writers=MANAGER | PROVINCE)
PRIORITY_HARM = Kind(name="priority_harm", label="آسیب اولویت‌دار", plural="آسیب‌های اولویت‌دار", draft=PriorityHarmDraft, table=PriorityHarm, title=("harm_type",), rules=priority_rules, fill=fill_set_by, chosen_from=True, writers=MANAGER | PROVINCE)
HARM_OBSERVATION = Kind(
    name="harm_observation", label="مشاهدهٔ آسیب", plural="مشاهده‌های آسیب", draft=HarmObservationDraft, table=HarmObservation, title=("spot_text",), detail=("severity", "observed_on"),
    order=("observed_on",), descending=True, state="severity", dated_by="observed_on", rules=observation_rules, fill=fill_observation, readers=STAFF,
)
