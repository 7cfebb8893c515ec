"""Plans of NGOs beyond the list: the score of each side, and who is proposed for support."""

from __future__ import annotations

from sqlalchemy import select

from province.access import SUPERVISOR, Permission
from province.pages.declared import Answer, Moved, Page, Shown, in_form, in_path, number
from province.pages.records import show_record
from province.pages.spreading import write_into
from province.pages.subjects import PLANS
from province.pages.visiting import Visit
from province.store.published import DELETED, PUBLISHED

_PLAN = PUBLISHED["ngo_plan"]


def show_support(visit: Visit) -> Answer:
    """Judged well and not supported yet, the best score first (§4.3, proposal for Farvardin)."""
    wanted = (
        select(_PLAN)
        .where(_PLAN.c[DELETED].is_(None), _PLAN.c.status == "evaluated", _PLAN.c.result_positive.is_(True))
        .where(visit.within(_PLAN.c.office_id))
        .order_by(_PLAN.c.score.desc(), _PLAN.c.id)
    )
    offices = {one.id: one for one in visit.offices}
    with visit.reading() as connection:
        rows = [dict(row) for row in connection.execute(wanted).mappings()]
    return Shown(
        "plans_support.html", {"rows": [(offices[r["office_id"]], r) for r in rows if r["office_id"] in offices]}
    )


def score(visit: Visit) -> Answer:
    """A county's supervisor gives the county's score, the province its own; neither gives the other's."""
    office, plan = visit.office(visit.given["code"]), visit.given["id"]
    name = "score_county" if visit.user.role == SUPERVISOR else "score_province"
    write_into(visit, "ngo_plan", office, {"id": plan, name: visit.given["score"]})
    return Moved(f"/plans/{office.code}/{plan}", "written")


PAGES = (
    Page(path="/plans/support", needs=Permission.PLANS, answer=show_support, title="پیشنهاد حمایت"),
    Page(
        path="/plans/{code}/{id}/score", method="POST", needs=Permission.SCORE_PLANS, answer=score,
        again=lambda visit: show_record(visit, PLANS), title="امتیاز طرح",
        takes=(
            in_path("code", "کد دفتر"), in_path("id", "شناسه"),
            in_form("score", "امتیاز", number(0, 100), required=True),
        ),
    ),
)  # fmt: skip
