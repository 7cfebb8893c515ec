"""What partners promised and how it goes: memoranda, resolutions, offers to screen, plans of NGOs, inspections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.donation import political_words_of
from desktop.domain.kinds import KINDS
from desktop.domain.ngo_plan import alert_of, plan_state
from desktop.domain.persian.calendar import jalali_month, month_bounds, shift_month
from desktop.domain.record import Row
from desktop.services.access import may_see
from desktop.store.rows import Rows


@dataclass(frozen=True)
class MouView:
    """A memorandum with what was promised in it; `states` are as of today."""

    mou: Row
    state: str
    parties: Sequence[str]
    commitments: Sequence[Row]
    states: Mapping[str, str]  # commitment → its state today
    titles: Mapping[str, str]
    days_left: int | None  # until its last day; None for one that is not in force

    def count(self, state: str) -> int:
        """How many commitments are in a state."""
        return sum(one == state for one in self.states.values())


def mou_view(rows: Rows, mou_id: str) -> MouView | None:
    """A memorandum as of today, None when it is gone."""
    mou = rows.get("mou", mou_id)
    return _mou_view(rows, mou) if mou else None


def mou_follow_up(rows: Rows) -> list[MouView]:
    """Every memorandum that was signed, those in force first, the one that ends soonest above."""
    views = [_mou_view(rows, mou) for mou in rows.find("mou") if mou["status"] != "draft"]
    return sorted(views, key=lambda view: (view.state != "active", view.mou["end"], view.mou["title"]))


def _mou_view(rows: Rows, mou: Row) -> MouView:
    kind, of_mou = KINDS["mou_commitment"], rows.find("mou_commitment", mou_id=mou["id"])
    commitments = sorted(of_mou, key=lambda one: (one["due_on"], one["row"]))
    orgs = [one.get("org_id") for one in mou["parties"]] + [one["party_org_id"] for one in commitments]
    titles = rows.titles(one for one in orgs if one)
    state = KINDS["mou"].state_of(mou, rows.today)
    return MouView(
        mou=mou,
        state=state,
        parties=[titles.get(one.get("org_id") or "") or one.get("name") or "" for one in mou["parties"]],
        commitments=commitments,
        states={one["id"]: kind.state_of(one, rows.today) for one in commitments},
        titles=titles,
        days_left=(mou["end"] - rows.today).days if state == "active" else None,
    )


@dataclass(frozen=True)
class MeetingView:
    """A meeting with its resolutions as of today, and the needs they lead to."""

    meeting: Row
    resolutions: Sequence[Row]
    states: Mapping[str, str]
    titles: Mapping[str, str]  # agencies, colleagues, needs, the neighbourhood


def meeting_view(rows: Rows, meeting_id: str) -> MeetingView | None:
    """A meeting as of today, None when it is gone."""
    meeting = rows.get("meeting", meeting_id)
    if meeting is None:
        return None
    resolutions = sorted(rows.find("resolution", meeting_id=meeting_id), key=lambda one: one["no"] or 0)
    named = [one[name] for one in resolutions for name in ("owner_org_id", "owner_staff_id", "need_id")]
    named += [one.get(name) for one in meeting["attendees"] for name in ("org_id", "office_id")] + [
        meeting["neighborhood_id"],
        meeting["local_group_id"],
    ]
    states = {one["id"]: KINDS["resolution"].state_of(one, rows.today) for one in resolutions}
    return MeetingView(meeting, resolutions, states, rows.titles(one for one in named if one))


@dataclass(frozen=True)
class Offer:
    """A donation that waits for the manager. `political` are the words in it that speak of elections."""

    donation: Row
    donor: Row | None
    political: Sequence[str]


def screening_queue(rows: Rows) -> list[Offer]:
    """Offers nobody has judged yet, the oldest first."""
    waiting = sorted(rows.find("donation", status="offered"), key=lambda one: (one["offered_on"], one["row"]))
    made = []
    for donation in waiting:
        donor = rows.get("donor", donation["donor_id"])
        made.append(Offer(donation, donor, political_words_of(donation, donor)))
    return made


@dataclass(frozen=True)
class PlanStanding:
    """A plan as of today. `days_left` is below zero once the last day has passed; `alert` is 30, 7 or 0."""

    plan: Row
    state: str
    ngo: str
    days_left: int | None
    alert: int | None
    licence_days_left: int | None


def plan_standings(rows: Rows) -> list[PlanStanding]:
    """Plans that are counted down, the soonest first, then the others by their title."""
    names = rows.titles(plan["ngo_org_id"] for plan in rows.find("ngo_plan"))
    made = [_standing(rows, plan, names.get(plan["ngo_org_id"], "")) for plan in rows.find("ngo_plan")]
    return sorted(made, key=lambda one: (one.days_left is None, one.days_left or 0, one.plan["title"]))


def plan_standing(rows: Rows, plan_id: str) -> PlanStanding | None:
    """One plan as of today, None when it is gone."""
    plan = rows.get("ngo_plan", plan_id)
    return _standing(rows, plan, rows.titles([plan["ngo_org_id"]]).get(plan["ngo_org_id"], "")) if plan else None


def _standing(rows: Rows, plan: Row, ngo: str) -> PlanStanding:
    counted = plan["status"] in ("approved", "running") and plan["deadline_date"] is not None
    organization = rows.get("organization", plan["ngo_org_id"])
    expiry = organization["license_expiry"] if organization else None
    return PlanStanding(
        plan=plan,
        state=plan_state(plan, rows.today),
        ngo=ngo,
        days_left=(plan["deadline_date"] - rows.today).days if counted else None,
        alert=alert_of(plan, rows.today),
        licence_days_left=(expiry - rows.today).days if expiry else None,
    )


def proposed_for_support(rows: Rows) -> list[Row]:
    """Plans that went well and wait for their support, the best score first (F4-10)."""
    found = [plan for plan in rows.find("ngo_plan", status="evaluated") if plan["result_positive"]]
    return sorted(found, key=lambda plan: (-(plan["score"] or 0), plan["title"]))


def planned_inspections(rows: Rows) -> list[Row]:
    """Surprise visits that are still to be made, for whoever may know of them."""
    kind = KINDS["inspection"]
    found = [row for row in rows.find("inspection", done_on=None) if may_see(rows, kind, row)]
    return sorted(found, key=lambda row: (row["planned_month"], row["row"]))


def inspection_gaps(rows: Rows, until: str | None = None, months: int = 12) -> Mapping[str, list[str]]:
    """Policy document → the months, newest first, in which no visit was made; "" for those without any at all."""
    last = until or jalali_month(rows.today)
    asked = [shift_month(last, -n) for n in range(months)]
    done = [row for row in rows.find("inspection") if row["done_on"] is not None]
    end = month_bounds(last)[1]
    seen = {(row["policy_document"], jalali_month(row["done_on"])) for row in done if row["done_on"] <= end}
    documents = sorted({document for document, _ in seen})
    gaps = {document: [month for month in asked if (document, month) not in seen] for document in documents}
    return {"": [month for month in asked if all(month != made for _, made in seen)], **gaps}
