"""The plain rows of papers about partners: minutes of a meeting, a memorandum's promises, a plan of an NGO."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.clock import moment_of
from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.regime import Regime
from desktop.domain.persian.times import short_time
from desktop.domain.record import Row
from desktop.services.access import READS_PERSONS
from desktop.services.asked_paper import Asked, wanted
from desktop.services.imprint import imprint_of, manager_of
from desktop.store.changes import history
from desktop.store.naming import residents_named, stands_named
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.meeting_minutes import AttendeeRow, ResolutionRow
    from desktop.reports.mou_follow_up import CommitmentRow
    from desktop.reports.ngo_plan_sheet import ExtensionRow

_SHARED = "shared"
_WHOSE = ("org_id", "office_id")  # an attendee is of an agency or of another office
_OFFICE = "دفتر"
_NAMES_SOMEBODY = "این بخش نام کسی را دارد و در نسخهٔ بیرونی نمی‌آید."
_ENDED = frozenset({"evaluated", "funded", "closed"})


def meeting_minutes(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«صورتجلسه» of a meeting; only the internal copy names people, and only for who may see their names."""
    from desktop.reports.meeting_minutes import Minutes, build

    meeting = wanted(rows, "meeting", asked.record_id)
    copy = asked.copy if office.actor.role in READS_PERSONS else _SHARED
    named = copy != _SHARED
    times = [short_time(meeting[name]) for name in ("start", "end") if meeting[name]]
    said = partial(_said, rows, [one.get("name") or "" for one in meeting["attendees"]], named=named)
    minutes = Minutes(
        imprint=imprint_of(rows, office, named=named),
        kind=label_of("meeting_type", meeting["type"]),
        subject=said(meeting["subject"]),
        date=meeting["date"],
        time=" تا ".join(times) or "—",
        place=meeting["place"],
        chair=meeting["chair"] or "",
        agenda=tuple(said(line) for line in meeting["agenda"].splitlines() if line.strip()),
        summary=said(meeting["summary"] or ""),
        attendees=tuple(_attendees(rows, meeting, named=named)),
        resolutions=tuple(_resolutions(rows, meeting["id"], said, named=named)),
        copy=copy,
    )
    return build(minutes)


def _said(rows: Rows, present: Sequence[str], text: str, *, named: bool) -> str:
    """A text as it may leave the office: without one that names anybody who is registered or was present."""
    if not text or named:
        return text
    names_somebody = residents_named(rows.connection, text) or any(stands_named(name, text) for name in present)
    return _NAMES_SOMEBODY if names_somebody else text


def _attendees(rows: Rows, meeting: Row, *, named: bool) -> Iterator[AttendeeRow]:
    from desktop.reports.meeting_minutes import AttendeeRow

    titles = rows.titles([one.get(name) or "" for one in meeting["attendees"] for name in _WHOSE])
    for one in meeting["attendees"]:
        name = (one.get("name") or "") if named else ""
        whose = "، ".join(filter(None, (titles.get(one.get(link) or "", "") for link in _WHOSE)))
        yield AttendeeRow(name, one["post"], whose, bool(one.get("signed")))


def _resolutions(rows: Rows, meeting_id: str, said: Callable[[str], str], *, named: bool) -> Iterator[ResolutionRow]:
    from desktop.reports.meeting_minutes import ResolutionRow

    kind = KINDS["resolution"]
    found = sorted(rows.find("resolution", meeting_id=meeting_id), key=lambda one: one["no"] or 0)
    titles = rows.titles([one[name] or "" for one in found for name in ("owner_org_id", "owner_staff_id")])
    for one in found:
        staff = titles.get(one["owner_staff_id"] or "", "") if named else _OFFICE
        need = rows.get("need", one["need_id"])
        state = kind.state_of(one, rows.today)
        yield ResolutionRow(
            number=one["no"],
            text=said(one["text"]),
            owner=titles.get(one["owner_org_id"] or "", "") or staff,
            due_on=one["due_on"],
            status=label_of("resolution_status", state),
            overdue=state == "overdue",
            need=need["need_no"] if need else "",
        )


def mou_follow_up(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«پیگیری تفاهم‌نامه» as of today."""
    from desktop.reports.mou_follow_up import MouFollowUp, build

    mou = wanted(rows, "mou", asked.record_id)
    paper = MouFollowUp(
        imprint=imprint_of(rows, office),
        title=mou["title"],
        parties=parties_of(rows, mou),
        fields=tuple(label_of("need_field", field) for field in mou["subject_fields"]),
        signed_on=mou["signed_on"],
        start=mou["start"],
        end=mou["end"],
        status=label_of("mou_status", KINDS["mou"].state_of(mou, rows.today)),
        commitments=tuple(_commitments(rows, mou["id"])),
        manager=manager_of(rows),
    )
    return build(paper)


def parties_of(rows: Rows, mou: Row) -> tuple[str, ...]:
    """The names of a memorandum's sides in their order."""
    titles = rows.titles([one.get("org_id") or "" for one in mou["parties"]])
    return tuple(titles.get(one.get("org_id") or "", "") or one.get("name") or "—" for one in mou["parties"])


def _commitments(rows: Rows, mou_id: str) -> Iterator[CommitmentRow]:
    from desktop.reports.mou_follow_up import CommitmentRow

    kind = KINDS["mou_commitment"]
    found = rows.find("mou_commitment", mou_id=mou_id)
    own = str(rows.find("office")[0]["title_fa"])
    titles = rows.titles([one["party_org_id"] or "" for one in found])
    for one in found:
        state = kind.state_of(one, rows.today)
        quantity = f"{to_persian(str(one['quantity']))} {one['quantity_unit'] or ''}".strip() if one["quantity"] else ""
        yield CommitmentRow(
            party=titles.get(one["party_org_id"] or "", own),
            text=one["text"],
            quantity=quantity,
            due_on=one["due_on"],
            status=label_of("commitment_status", state),
            done=state == "done",
            cancelled=state == "cancelled",
        )


def ngo_plan_sheet(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«برگهٔ طرح سمن» as of today."""
    from desktop.reports.ngo_plan_sheet import NgoPlan, build

    plan = wanted(rows, "ngo_plan", asked.record_id)
    ngo = rows.get("organization", plan["ngo_org_id"])
    links = ("ngo_org_id", "supervisor_org_id", "chief_supervisor_org_id", "county_id")
    titles = rows.titles([plan[name] or "" for name in links])
    ngo_name, supervisor, chief, county = (titles.get(plan[name] or "", "—") for name in links)
    target = f"؛ هدف: {to_persian(plan['indicator_target'])}" if plan["indicator_target"] else ""
    paper = NgoPlan(
        imprint=imprint_of(rows, office),
        title=plan["title"],
        ngo=ngo_name,
        license_expiry=ngo["license_expiry"] if ngo else None,
        area=label_of("ngo_plan_area", plan["area"]),
        county=county,
        status=label_of("ngo_plan_status", KINDS["ngo_plan"].state_of(plan, rows.today)),
        goal=plan["goal"] or "",
        target_group=plan["target_group"] or "",
        indicator=f"{plan['indicator_text']}{target}" if plan["indicator_text"] else "",
        supervisor=supervisor,
        chief_supervisor=chief,
        regime=Regime(rows.find("office")[0]["display_currency"]),
        requested=plan["requested_rial"],
        approved=plan["approved_rial"],
        funded=plan["funded_rial"],
        approved_on=plan["approved_on"],
        deadline=plan["deadline_date"],
        funded_on=plan["funded_on"],
        score_county=plan["score_county"],
        score_province=plan["score_province"],
        result=_result(plan),
        extensions=tuple(_extensions(rows, plan["id"])),
        ended=plan["status"] in _ENDED,
    )
    return build(paper)


def _result(plan: Row) -> str:
    judged = {True: "نتیجهٔ طرح مثبت بود.", False: "نتیجهٔ طرح مثبت نبود."}.get(plan["result_positive"], "")
    closed = f"دلیل پایان: {plan['close_reason']}." if plan["close_reason"] else ""
    return " ".join(part for part in (judged, plan["result_note"] or "", closed) if part)


def _extensions(rows: Rows, plan_id: str) -> Iterator[ExtensionRow]:
    """Every longer deadline that was given, from the log of changes; the first one came with the approval."""
    from desktop.reports.ngo_plan_sheet import ExtensionRow

    reason = ""
    for change in history(rows.connection, plan_id):
        told = change["fields"]
        reason = str(told["extension_reason"][1]) if "extension_reason" in told else reason
        old, new = told.get("deadline_date", (None, None))
        if old and new:
            yield ExtensionRow(moment_of(change["stamp"]).date(), date.fromisoformat(new), reason or "—")
