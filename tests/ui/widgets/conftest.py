"""A form with a field of every kind, declared as the subject modules do."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Draft, Input
from desktop.domain.persian.identifiers import postal_code_doubtful, read_national_id, read_postal_code
from desktop.ui.widgets.form_kit import Form, Sources


class MemberDraft(Draft):
    """A row of a list of rows."""

    name: Annotated[str, About(label="نام", required=True)]
    role: Annotated[str | None, About(label="نقش", input=Input.CODE, codes="trustee_role")] = None
    since: Annotated[date | None, About(label="از", input=Input.DATE)] = None


def _odd_postal_code(code: str) -> str:
    return "postal_code_doubtful" if postal_code_doubtful(code) else ""


FIELDS = {
    "first": About(label="نام", required=True, longest=20),
    "last": About(label="نام خانوادگی", required=True),
    "national_id": About(label="کد ملی", input=Input.DIGITS, reader=read_national_id, help="ده رقم"),
    "born": About(label="تاریخ تولد", input=Input.PARTIAL_DATE, precision_field="born_precision"),
    "born_precision": About(label="دقت تاریخ تولد", input=Input.CODE, codes="birth_precision"),
    "county": About(label="شهرستان", input=Input.CODE, codes="places"),
    "sex": About(label="جنسیت", input=Input.CODE, codes="sex", required=True),
    "children": About(label="شمار فرزندان", input=Input.INTEGER, high=20),
    "area": About(label="مساحت", input=Input.DECIMAL),
    "share": About(label="سهم", input=Input.DECIMAL, percent_of=1, low=0.01, high=1),
    "pregnant": About(label="زن باردار", input=Input.YES_NO),
    "visit": About(label="تاریخ بازدید", input=Input.DATE),
    "hour": About(label="ساعت", input=Input.TIME),
    "month": About(label="ماه گزارش", input=Input.MONTH),
    "rent": About(label="اجاره", input=Input.MONEY),
    "head": About(label="سرپرست", input=Input.LINK, links="person"),
    "cover": About(label="پوشش حمایتی", input=Input.CODES, codes="support_coverage"),
    "target": About(label="دستگاه‌ها", input=Input.CODES, codes="agency_code"),
    "utilities": About(label="زیرساخت", input=Input.CODE_MAP, codes="utility", map_codes="utility_state"),
    "skills": About(label="مهارت‌ها", input=Input.TEXTS),
    "board": About(label="هیئت", input=Input.ROWS, of=MemberDraft),
    "postal": About(label="کد پستی", input=Input.DIGITS, reader=read_postal_code, doubt=_odd_postal_code),
    "note": About(label="یادداشت", input=Input.LINES),
    "number": About(label="شمارهٔ پرونده", by_program=True),
}
PLACES = {"kermanshah": "کرمانشاه", "kerman": "کرمان", "tehran": "تهران", "neyriz": "نی‌ریز"}
PEOPLE = [("p1", "مریم احمدی", "متولد ۱۳۶۲"), ("p2", "علی کریمی", "خانوار ۱۲۴۸")]
SOURCES = Sources(
    codes={**CODE_LISTS, "places": PLACES},
    choices={"person": lambda typed: [person for person in PEOPLE if typed in person[1]]},
    titles={"person": lambda key: {person[0]: person[1] for person in PEOPLE}[key]},
    details={"person": lambda key: {person[0]: person[2] for person in PEOPLE}[key]},
)


@pytest.fixture
def form(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Form:
    """The form, shown and active."""
    monkeypatch.setitem(CODE_LISTS, "places", PLACES)
    made = Form(FIELDS, SOURCES, headings={"first": "شناسه"})
    qtbot.addWidget(made)
    made.resize(760, 1500)
    with qtbot.waitActive(made):
        made.show()
    return made
