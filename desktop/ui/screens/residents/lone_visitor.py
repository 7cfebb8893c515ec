"""Somebody who comes to the office alone: one short form, and a household of one is made along with the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.registration_order import MEMBER_FIRST
from desktop.services.kept_drafts import FormName
from desktop.services.registration import Registered, likely_doubles, register_lone_visitor
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import digits

_NOT_ASKED = frozenset({"relation_to_head"})  # the head


def ask_visitor(widget: QWidget, parts: Parts, done: Callable[[str], object]) -> FormDialog:
    """Opens the form over the window of `widget`; `done` is told the id of the new file."""
    translate = QCoreApplication.translate
    hint = translate("LoneVisitor", "خانواری یک‌نفره با همین فرد ساخته می‌شود؛ اعضای دیگر را بعدها می‌توان افزود.")
    title, ready = translate("LoneVisitor", "مراجع تنها"), translate("LoneVisitor", "ثبت")
    dialog = FormDialog(widget.window(), title, visitor_fields(), sources_of(parts[0]), ready, hint=hint)
    told_apart: set[str] = set()  # likely doubles that were shown once: who saves again says that it is somebody else

    def act(work: UnitOfWork, given: Mapping[str, object]) -> Registered:
        made = register_lone_visitor(work, given)
        person = made.persons[0]
        numbers = [p["value"] for p in work.find("person_identifier", person_id=person["id"]) if p["value"]]
        for found in likely_doubles(work, person, numbers):
            other = found.person
            if other["id"] not in told_apart:
                told_apart.add(other["id"])
                name = f"{other['first_name']} {other['last_name']}"
                raise RefusedError.of("", "likely_double", title=name, number=other["resident_no"])
        return made

    def told(made: Registered) -> str:
        sentence = translate("LoneVisitor", "پروندهٔ {no} ثبت شد.")
        return sentence.format(no="\u200e" + digits(made.persons[0]["resident_no"]))

    def saved(made: Saved[Registered]) -> None:
        done(str(made.value.persons[0]["id"]))

    shown = {"neighborhood_id": only_neighborhood(parts), "nationality_group": "iranian"}
    open_form(parts, dialog, FormName("person", "", "visitor"), shown, Deed(act, told, saved))
    return dialog


def visitor_fields() -> dict[str, About]:
    """The neighbourhood, and what every member is asked, in the order of the registration."""
    person, paper, consent = (KINDS[kind].fields for kind in ("person", "person_identifier", "consent"))
    translate = QCoreApplication.translate
    own = {
        "identifier_type": replace(paper["type"], required=False),
        "identifier_value": replace(paper["value"], label=translate("Member", "شمارهٔ مدرک")),
        "consent_method": replace(consent["method"], label=translate("Member", "رضایت پایه"), required=False),
        "consent_witness_staff_id": replace(consent["witness_staff_id"], label=translate("Member", "شاهد رضایت")),
    }
    asked = [name for name in MEMBER_FIRST if name not in _NOT_ASKED]
    fields = {"neighborhood_id": KINDS["household"].fields["neighborhood_id"]}
    for name in (*asked, "consent_witness_staff_id", "birth_precision"):
        fields[name] = own.get(name) or person[name]
    return fields


def only_neighborhood(parts: Parts) -> str | None:
    """The neighbourhood of an office that has but one."""
    with parts[0].office.read() as rows:
        known = rows.find("neighborhood")
    return str(known[0]["id"]) if len(known) == 1 else None
