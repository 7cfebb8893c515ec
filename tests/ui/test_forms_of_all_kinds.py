"""Every kind of record has a form from its declaration: named, marked, in reading order, safe to leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.domain.fields import Input, asked
from desktop.domain.kinds import KINDS
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.sources import sources_of
from desktop.ui.widgets.choice_widgets import LinkField
from desktop.ui.widgets.form_kit import Form
from tests.factories import add_household, add_identifier, add_person, make_office
from tests.ui.screens.hands import press

ASKED = sorted(name for name, kind in KINDS.items() if asked(kind.fields))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(tmp_path_factory.mktemp("forms"))
    with made.write() as work:
        home = add_household(work)
        for first, father, mobile in (("زهرا", "حسن", "09000000011"), ("زهرا", "عباس", "09000000022")):
            relation = "head" if father == "حسن" else "child"
            person = add_person(
                work, home, first_name=first, last_name="کاظمی", father_name=father, mobile=mobile,
                relation_to_head=relation,
            )  # fmt: skip
        add_identifier(work, person, "9931000201")
        add_record(work, "instructor", {"full_name": "الهام توکلی"})
    yield made
    made.close()


@pytest.fixture
def sources(office: OfficeFile, qapp: object) -> object:
    return sources_of(AppContext(office))


def shown(qtbot: QtBot, form: Form, height: int = 2400) -> Form:
    qtbot.addWidget(form)
    form.resize(780, height)
    with qtbot.waitActive(form):
        form.show()
    return form


@pytest.mark.parametrize("kind", ASKED)
def test_a_form_is_made_from_the_declaration_alone(qtbot: QtBot, sources: object, kind: str) -> None:
    fields = KINDS[kind].fields
    form = shown(qtbot, Form(fields, sources))  # type: ignore[arg-type]
    precisions = {about.precision_field for about in fields.values()}
    assert form.fields() == [name for name in asked(fields) if name not in precisions]
    nameless, backwards = [], []
    for name in form.fields():
        for editor in form.field(name).editors():
            if not QAccessible.queryAccessibleInterface(editor).text(QAccessible.Text.Name).strip():
                nameless.append(name)
            is_code = fields[name].input in (Input.DIGITS, Input.INTEGER, Input.DECIMAL, Input.DATE)
            if isinstance(editor, QLineEdit) and is_code and editor.layoutDirection() != Qt.LayoutDirection.LeftToRight:
                backwards.append(name)
    assert (nameless, backwards) == ([], [])
    missing = {problem.field for problem in form.problems() if problem.code == "required"}
    form.set_values({})
    assert missing <= {name for name, about in fields.items() if about.required}


@pytest.mark.parametrize("kind", ["person", "household", "organization", "consent", "workshop", "local_trustee"])
def test_tab_visits_every_field_from_right_to_left_and_down(qtbot: QtBot, sources: object, kind: str) -> None:
    form = shown(qtbot, Form(KINDS[kind].fields, sources))  # type: ignore[arg-type]
    form.focus_first()
    seen: list[str] = []
    places = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        name = next((n for n in form.fields() if focused in form.field(n).editors()), "")
        if name in seen[:-1] or not name:
            break
        if name not in seen:
            seen.append(name)
            box: QWidget = form.field(name)
            at = box.mapTo(form, box.rect().topRight())
            places.append((at.y(), -at.x()))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == form.fields()
    assert places == sorted(places)


@pytest.mark.parametrize(
    "typed",
    ["زهرا کاظمی", "زهرا كاظمي", "کاظمی عباس", "09000000022", "۰۹۰۰ ۰۰۰ ۰۰۲۲", "9931000201", "resident_no"],
)
def test_a_person_is_found_by_name_number_or_mobile_and_told_apart(
    qtbot: QtBot, office: OfficeFile, sources: object, typed: str
) -> None:
    with office.read() as rows:
        wanted = next(row for row in rows.find("person") if row["father_name"] == "عباس")
    form = shown(qtbot, Form(KINDS["consent"].fields, sources), 900)  # type: ignore[arg-type]
    field = form.field("person_id")
    assert isinstance(field, LinkField)
    field.setFocus()
    press(wanted["resident_no"] if typed == "resident_no" else typed)
    assert field.picker.is_open()
    offered = [tuple(choice) for choice in field.picker._choices(field.picker.text())]
    line = next(choice for choice in offered if choice[0] == wanted["id"])
    assert line[1] == "زهرا کاظمی"
    assert "عباس" in line[2]
    assert any(char in "۰۱۲۳۴۵۶۷۸۹" for char in line[2])
    for _ in range(offered.index(line)):
        qtbot.keyClick(field.picker, Qt.Key.Key_Down)
    qtbot.keyClick(field.picker, Qt.Key.Key_Return)
    assert field.value() == wanted["id"]
    assert field.echo() == line[2]


def test_of_two_people_of_one_name_none_is_taken_unasked(qtbot: QtBot, sources: object) -> None:
    form = shown(qtbot, Form(KINDS["consent"].fields, sources), 900)  # type: ignore[arg-type]
    field = form.field("person_id")
    field.setFocus()
    press("زهرا کاظمی")
    assert "unknown_record" not in [problem.code for problem in form.problems()]
    assert field.value() == "زهرا کاظمی"


def test_a_person_chosen_before_is_shown_with_what_tells_them_apart(
    qtbot: QtBot, office: OfficeFile, sources: object
) -> None:
    with office.read() as rows:
        known = next(row for row in rows.find("person") if row["father_name"] == "حسن")
    form = shown(qtbot, Form(KINDS["consent"].fields, sources), 900)  # type: ignore[arg-type]
    form.set_values({"person_id": known["id"]})
    field = form.field("person_id")
    assert isinstance(field, LinkField)
    assert field.picker.text() == "زهرا کاظمی"
    assert "حسن" in field.echo()
    assert not form.is_dirty()
