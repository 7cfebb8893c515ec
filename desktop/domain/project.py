"""What is built, equipped or repaired for a neighbourhood, the needs it answers and what pays for it (domain §3.5)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from desktop.domain.capacity import cost_doubts
from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.lifecycle import MANAGER, MONEY_READERS, PROVINCE
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC


class ProjectDraft(Draft):
    """پروژه یا اقدام"""

    title: Annotated[str, About(label="عنوان", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=1, guarded=True, doubt=political_doubt)]
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="project_kind", required=True, sensitivity=PUBLIC, column=2)] = "equip"
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=3)]
    facility_id: Annotated[str | None, About(label="مکان خدماتی", input=Input.LINK, links="facility", sensitivity=PUBLIC)] = None
    executor_org_id: Annotated[str | None, About(label="مجری", input=Input.LINK, links="organization", sensitivity=PUBLIC, column=4)] = None
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0, sensitivity=PUBLIC, entered_in="entered")] = None
    entered_amount: Annotated[str | None, About(label="مبلغ، آن‌گونه که نوشته شد", by_program=True, in_form=False)] = None
    entered_unit: Annotated[str | None, About(label="یکای نوشته‌شده", by_program=True, in_form=False)] = None
    area_m2: Annotated[float | None, About(label="زیربنا (متر مربع)", input=Input.DECIMAL, low=0.1, high=10_000_000, sensitivity=PUBLIC)] = None
    progress: Annotated[int, About(label="پیشرفت", input=Input.INTEGER, percent_of=100, low=0, high=100, sensitivity=PUBLIC, column=5)] = 0
    start: Annotated[date | None, About(label="آغاز", input=Input.DATE, sensitivity=PUBLIC)] = None
    end: Annotated[date | None, About(label="پایان", input=Input.DATE, sensitivity=PUBLIC)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="project_status", required=True, sensitivity=PUBLIC, column=6)] = "proposed"
    beneficiaries: Annotated[int | None, About(label="شمار بهره‌مندان", input=Input.INTEGER, low=0, high=1_000_000, sensitivity=PUBLIC)] = None
    jobs_created: Annotated[int | None, About(label="شغل ایجادشده", input=Input.INTEGER, low=0, high=100_000, sensitivity=PUBLIC)] = None
    good_practice: Annotated[bool, About(label="تجربهٔ خوب برای دیگران", input=Input.YES_NO, sensitivity=PUBLIC)] = False


class Project(ProjectDraft, Record, table=True):
    __tablename__ = "project"


def project_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["start"] and values["end"] and values["end"] < values["start"]:
        yield Problem("end", "before_start")
    if values["status"] == "done" and values["progress"] < 100:
        yield Problem("progress", "project_not_whole")


def project_doubts(values: Row, _facts: Facts) -> Iterable[Problem]:
    yield from cost_doubts("cost_rial", values["cost_rial"], values["area_m2"])


class ProjectNeedDraft(Draft):
    """نیازی که یک پروژه به آن پاسخ می‌دهد"""

    project_id: Annotated[str, About(label="پروژه", input=Input.LINK, links="project", required=True, column=1)]
    need_id: Annotated[str, About(label="نیاز", input=Input.LINK, links="need", required=True, column=2)]


class ProjectNeed(ProjectNeedDraft, Record, table=True):
    __tablename__ = "project_need"


def need_link_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("project_need", project_id=values["project_id"], need_id=values["need_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("need_id", "linked_already")


class ProjectCreditDraft(Draft):
    """اعتباری که خرج یک پروژه می‌شود"""

    project_id: Annotated[str, About(label="پروژه", input=Input.LINK, links="project", required=True, column=1)]
    credit_id: Annotated[str, About(label="اعتبار", input=Input.LINK, links="credit", required=True, column=2)]
    amount_rial: Annotated[int | None, About(label="سهم پروژه", input=Input.MONEY, low=1, column=3, help="اگر خالی بماند: همهٔ اعتبار.")] = None


class ProjectCredit(ProjectCreditDraft, Record, table=True):
    __tablename__ = "project_credit"


def credit_link_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("project_credit", project_id=values["project_id"], credit_id=values["credit_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("credit_id", "linked_already")
    credit = facts.get("credit", values["credit_id"])
    others = facts.find("project_credit", credit_id=values["credit_id"])
    given = sum(one["amount_rial"] or 0 for one in others if one["id"] != values.get("id")) + (values["amount_rial"] or 0)
    if credit is not None and given > credit["amount_rial"]:
        yield Problem("amount_rial", "more_than_credit")


PROJECT = Kind(name="project", label="پروژه", plural="پروژه‌ها", draft=ProjectDraft, table=Project, title=("title",), detail=("kind",), state="status", rules=project_rules, doubts=project_doubts)
PROJECT_NEED = Kind(name="project_need", label="نیاز پروژه", plural="نیازهای پروژه", draft=ProjectNeedDraft, table=ProjectNeed, title=("need_id",), rules=need_link_rules)
PROJECT_CREDIT = Kind(name="project_credit", label="اعتبار پروژه", plural="اعتبارهای پروژه", draft=ProjectCreditDraft, table=ProjectCredit, title=("credit_id",), detail=("amount_rial",), rules=credit_link_rules, writers=MANAGER | PROVINCE, readers=MONEY_READERS)
