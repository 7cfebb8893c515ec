"""What can be done with a household and its members after registration: a menu, and for each deed a dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.persian.text import search_key
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.burden import burden_of
from desktop.services.kept_drafts import FormName
from desktop.services.printing import printables
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.household_forms import FORMS, MEMBER, DeedForm, Setting, name_of, title_of
from desktop.ui.local_roles import add_roles
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.wording import label_of, said

_ICONS = {
    "move": "log-out",
    "split": "user-plus",
    "join": "users",
    "death": "circle-x",
    "leave": "log-out",
    "return": "undo-2",
    "head": "user",
    "dissolve": "circle-x",
    "back": "undo-2",
}


def household_menu(widget: QWidget, parts: Parts, household_id: str) -> QMenu | None:
    """The deeds that a household allows now, over the button that was pressed."""
    setting = setting_of(parts, household_id)
    if setting is None:
        return None
    return _menu(widget, parts, setting, _of_household(setting), ("case_label",))


def person_menu(widget: QWidget, parts: Parts, person_id: str) -> QMenu | None:
    """The deeds that a resident allows now."""
    with parts[0].office.read() as rows:
        person = rows.get("person", person_id)
    setting = setting_of(parts, person["household_id"], person_id) if person else None
    if setting is None:
        return None
    menu = _menu(widget, parts, setting, _of_person(setting), ("my_information", "consent_sheet", "case_label"))
    if person is not None and person["status"] == "active":
        add_roles(menu, widget, parts, person)
    return menu


def open_deed(widget: QWidget, parts: Parts, setting: Setting, name: str) -> FormDialog:
    """Opens the dialog of a deed over the window; what it saves can be taken back as a whole."""
    form = FORMS[name](setting)
    sources = sources_of(parts[0])
    people = _choices(setting.members)
    named = {str(m["id"]): name_of(m) for m in setting.members}
    links = {field: people for field in ("successor_id", "person_id") if field in form.fields}
    titles: dict[str, Callable[[str], str]] = {field: lambda person: named.get(person, person) for field in links}
    sources = replace(sources, choices={**sources.choices, **links}, titles={**sources.titles, **titles})
    ready = QCoreApplication.translate("HouseholdDeeds", "ثبت")
    dialog = FormDialog(
        widget.window(), form.title, form.fields, sources, ready, hint=form.hint, headings=form.headings
    )
    dialog.form.changed.connect(lambda: _follow(form, dialog))
    record = setting.person or setting.home
    kind = "person" if setting.person else "household"
    deed = Deed(_in_its_fields(form.act), lambda _made: form.told, lambda _saved: None, setting.seen)
    open_form(parts, dialog, FormName(kind, record["id"], form.name), form.shown, deed)
    _follow(form, dialog)
    return dialog


def _follow(form: DeedForm, dialog: FormDialog) -> None:
    """Fields come and go with the answers, and the dialog is as tall as they need."""
    form.follow(dialog.form)
    dialog.fit()


def setting_of(parts: Parts, household_id: str, person_id: str = "") -> Setting | None:
    """The household as it is now; None when it is gone."""
    with parts[0].office.read() as rows:
        home = rows.get("household", household_id)
        people = rows.find("person", household_id=household_id)
        person = next((p for p in people if p["id"] == person_id), None)
        about = [person] if person else people
        burden = burden_of(rows, [p["id"] for p in about if p["status"] == "active"])
        today, seen = rows.today, rows.log_position()
    if home is None:
        return None
    members = [p for p in people if p["status"] == "active"]
    away = [p for p in people if p["status"] in ("moved", "deceased")]
    return Setting(home, members, away, person, today, burden, seen)


def _of_household(setting: Setting) -> Iterable[str]:
    if setting.home["status"] != "active":
        return ("back",) if setting.home["status"] in ("moved", "dissolved") and setting.away else ()
    if not setting.members:
        return ("dissolve",)
    several = ("split", "head") if len(setting.members) > 1 else ()
    return ("move", *several, "join", "death", "dissolve")


def _of_person(setting: Setting) -> Iterable[str]:
    person = setting.person
    if person is None or person["status"] in ("merged", "erased"):
        return ()
    if person["status"] != "active":
        return ("return",)
    several = ("split",) if len(setting.members) > 1 else ()
    crowned = ("head",) if several and person["relation_to_head"] != "head" else ()
    return ("leave", "death", *several, "join", *crowned)


def _menu(widget: QWidget, parts: Parts, setting: Setting, names: Iterable[str], papers: Iterable[str] = ()) -> QMenu:
    """The deeds, and below them the papers about the one it is about."""
    menu = QMenu(widget)
    menu.aboutToHide.connect(menu.deleteLater)
    for name in names:
        entry = menu.addAction(icon(_ICONS[name]), title_of(name))
        entry.setObjectName(name)
        entry.triggered.connect(lambda _checked=False, name=name: open_deed(widget, parts, setting, name))
    menu.addSeparator()
    record = str((setting.person or setting.home)["id"])
    for name in papers:
        entry = menu.addAction(icon("printer"), said(printables()[name]))
        entry.setObjectName(f"print-{name}")
        entry.triggered.connect(lambda _checked=False, name=name: print_paper(widget, parts, name, record))
    across = widget.width() - menu.sizeHint().width() if widget.isRightToLeft() else 0
    menu.popup(widget.mapToGlobal(QPoint(across, widget.height() + 4)))
    return menu


def print_paper(widget: QWidget, parts: Parts, name: str, record_id: str) -> None:
    """Shows a paper about a record; printing or saving it is written in the audit log."""
    context, operations, _asker = parts
    title, file_name = said(printables()[name]), name.replace("_", "-") + ".pdf"
    show_paper(widget, operations, office_paper(context.office, name, title, file_name, record_id=record_id))


def _in_its_fields(act: Callable[[UnitOfWork, Mapping[str, object]], object]) -> Callable[..., object]:
    """Refusals under the names of the dialog's fields."""

    def told(work: UnitOfWork, given: Mapping[str, object]) -> object:
        try:
            return act(work, given)
        except RefusedError as error:
            raise RefusedError([Problem(_field(p.field), p.code, p.facts) for p in error.problems]) from error

    return told


def _field(name: str) -> str:
    if name.startswith("relations."):
        return MEMBER + name.removeprefix("relations.")
    return {"status_date": "on", "member_ids": "", "head_id": "", "relations": ""}.get(name, name)


def _choices(members: Sequence[Row]) -> Callable[[str], list[Choice]]:
    made = [(m["id"], name_of(m), label_of("relation_to_head", m["relation_to_head"])) for m in members]

    def search(typed: str) -> list[Choice]:
        key = search_key(typed)
        return [choice for choice in made if key in search_key(choice[1])]

    return search
