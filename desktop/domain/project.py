"""What is built, equipped or repaired for a neighbourhood, and the needs it answers (domain §3.5)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.guard import political_doubt
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PUBLIC = Sensitivity.PUBLIC


class ProjectDraft(Draft):
    """پروژه یا اقدام"""

    title: Annotated[str, About(label="عنوان", required=True, longest=120, sensitivity=PUBLIC, search=Search.NAMES, column=1, guarded=True, doubt=political_doubt)]
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="project_kind", required=True, sensitivity=PUBLIC, column=2)] = "equip"
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, sensitivity=PUBLIC, column=3)]
    executor_org_id: Annotated[str | None, About(label="مجری", input=Input.LINK, links="organization", sensitivity=PUBLIC, column=4)] = None
    cost_rial: Annotated[int | None, About(label="هزینه", input=Input.MONEY, low=0, sensitivity=PUBLIC)] = None
    progress: Annotated[int, About(label="پیشرفت (درصد)", input=Input.INTEGER, low=0, high=100, sensitivity=PUBLIC, column=5)] = 0
    start: Annotated[date | None, About(label="آغاز", input=Input.DATE, sensitivity=PUBLIC)] = None
    end: Annotated[date | None, About(label="پایان", input=Input.DATE, sensitivity=PUBLIC)] = None
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="project_status", required=True, sensitivity=PUBLIC, column=6)] = "proposed"
    beneficiaries: Annotated[int | None, About(label="شمار بهره‌مندان", input=Input.INTEGER, low=0, high=1_000_000, sensitivity=PUBLIC)] = None
    jobs_created: Annotated[int | None, About(label="شغل ایجادشده", input=Input.INTEGER, low=0, high=100_000, sensitivity=PUBLIC)] = None


class Project(ProjectDraft, Record, table=True):
    __tablename__ = "project"


def project_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["start"] and values["end"] and values["end"] < values["start"]:
        yield Problem("end", "before_start")


PROJECT = Kind(name="project", label="پروژه", plural="پروژه‌ها", draft=ProjectDraft, table=Project, title=("title",), detail=("kind",), state="status", rules=project_rules)
