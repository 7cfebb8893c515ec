"""What the tests of «کارهای امروز» do in an office and see in its list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.domain.record import Row
from desktop.services.records import add_record, step_record
from desktop.services.worklist import (
    Worklist,
    worklist,
)
from desktop.services.worklist_page import Task, tasks
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import Actor, UnitOfWork
from tests.factories import (
    add_need,
    add_person,
    agency,
)

Act = Callable[[UnitOfWork], Any]


def do(office: OfficeFile, act: Act) -> Any:
    with office.write() as work:
        return act(work)


def look(office: OfficeFile, actor: Actor | None = None) -> Worklist:
    with office.read() as rows:
        return worklist(rows, actor or office.actor)


def said(office: OfficeFile, sort: str = "", actor: Actor | None = None) -> list[Task]:
    """What the whole office's list says."""
    found = look(office, actor).chosen(sort, everybody=True)
    with office.read() as rows:
        return [task for task in tasks(rows, found) if task is not None]


def sorts(office: OfficeFile, actor: Actor | None = None) -> list[str]:
    return [item.sort for item in look(office, actor).chosen(everybody=True)]


def need_of(office: OfficeFile, **changes: Any) -> Row:
    """A need noted on ۱۴۰۴/۰۶/۰۱ of somebody of their own."""
    given = {"noted_on": "1404/06/01", **changes}
    made: Row = do(office, lambda work: add_need(work, add_person(work, **somebody(work)), **given))
    return made


def somebody(work: UnitOfWork) -> dict[str, Any]:
    names = ("مریم", "زهرا", "لیلا", "ستایش", "پریسا", "آرزو", "سمیه", "گلنار", "شیرین", "ژاله")
    number = len(work.find("person"))
    return {"first_name": names[number % 10], "birth_date": str(1340 + number)}


def refer(office: OfficeFile, need: Row, sent_on: str = "1404/06/02", code: str = "education") -> Row:
    def act(work: UnitOfWork) -> Row:
        given = {"agency_id": agency(work, code), "sent_on": sent_on}
        step_record(work, "need", need["id"], "referred", given)
        return work.find("referral", need_id=need["id"])[-1]

    made: Row = do(office, act)
    return made


def answer(office: OfficeFile, referral: Row, on: str, kind: str, promised_on: str | None = None) -> Row:
    given = {"referral_id": referral["id"], "received_on": on, "type": kind, "promised_on": promised_on}
    made: Row = do(office, lambda work: add_record(work, "agency_response", given))
    return made


def visit_of(office: OfficeFile, need: Row | None = None, **changes: Any) -> Row:
    def act(work: UnitOfWork) -> Row:
        whom = {"need_id": need["id"], "person_id": need["person_id"]} if need else {}
        given = {"type": "follow_up", "subject": "education", "date": "1404/06/10", "next_action_on": "1404/06/15"}
        return add_record(work, "visit", {**given, "staff_id": work.actor.staff_id, **whom, **changes})

    made: Row = do(office, act)
    return made


def actor_of(office: OfficeFile, username: str) -> Actor:
    with office.read() as rows:
        account = rows.find("user_account", username=username)[0]
    return Actor(account["id"], account["staff_id"], username, account["role"])


def let_in(office: OfficeFile, username: str, full_name: str, role: str) -> str:
    """Gives a colleague of the office an account; returns the colleague's id."""
    with office.read() as rows:
        staff_id = str(rows.find("staff_member", full_name=full_name)[0]["id"])

    def act(work: UnitOfWork) -> None:
        add_record(work, "user_account", {"staff_id": staff_id, "username": username, "role": role})

    do(office, act)
    return staff_id


def leaves(office: OfficeFile, staff_id: str, on: date) -> None:
    do(office, lambda work: work.change("staff_member", staff_id, {"end_date": on}))
