"""What a resident is to the neighbourhood: a trusted local, a volunteer. Begun and ended from a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.record import Row
from desktop.services.records import change_record
from desktop.ui.form_work import Parts
from desktop.ui.record_editor import RecordEditor
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.widgets.icons import icon


def add_roles(menu: QMenu, widget: QWidget, parts: Parts, person: Row) -> None:
    """Entries that make a resident a trustee or a volunteer, or no longer."""
    translate = QCoreApplication.translate
    titles = {
        "trustee": translate("LocalRoles", "معتمد محله شود"),
        "trustee-no-more": translate("LocalRoles", "دیگر معتمد محله نیست"),
        "volunteer": translate("LocalRoles", "همیار شود"),
        "volunteer-no-more": translate("LocalRoles", "پایان همیاری"),
    }
    menu.addSeparator()
    for role, field in (("trustee", "is_trustee"), ("volunteer", "is_volunteer")):
        name = f"{role}-no-more" if person[field] else role
        entry = menu.addAction(icon("handshake"), titles[name])
        entry.setObjectName(f"role-{name}")
        if name == "trustee":
            entry.triggered.connect(lambda _checked=False: name_trustee(widget, parts, person))
        else:
            now = not person[field]
            entry.triggered.connect(
                lambda _checked=False, field=field, now=now: set_role(widget, parts, person, field, now)
            )


def name_trustee(widget: QWidget, parts: Parts, person: Row) -> None:
    """Asks in which role a resident is trusted; the trustee stands in the list of trustees."""
    preset = {
        "person_id": person["id"],
        "full_name": None,
        "neighborhood_id": person["neighborhood_id"],
        "active": True,
    }
    RecordEditor(widget.window(), parts, "local_trustee", preset=preset).open()


def set_role(widget: QWidget, parts: Parts, person: Row, field: str, now: bool) -> None:
    """Marks a resident, or takes the mark away; it can be taken back."""
    context, operations, _asker = parts
    name = f"{person['first_name']} {person['last_name']}"
    told = QCoreApplication.translate("LocalRoles", "نقش «{name}» ثبت شد.").format(name=name)

    def done(made: Saved[Row]) -> None:
        tell_saved(widget, operations, context.office, told, made.changes)

    operations.change(
        saving(context.office, lambda work: change_record(work, "person", person["id"], {field: now})),
        done,
    )
