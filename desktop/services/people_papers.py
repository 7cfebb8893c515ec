"""The plain rows of the papers about people: what a person may see, agrees to, fills in, and the label of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.consent import ADULT, BASIC, SENSITIVE_TOPICS
from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.fields import About, Input
from desktop.domain.identity import PERSON_IDENTIFIER
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import short
from desktop.domain.persian.digits import codes_in_order, to_persian
from desktop.domain.person import PERSON, age_of
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.registration_order import HOUSEHOLD_FIRST, MEMBER_ON_PAPER
from desktop.services.access import require_reader
from desktop.services.consents import consents_of
from desktop.services.paper_questions import questions_of
from desktop.services.viewing import readable
from desktop.store.entries import plain
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor

if TYPE_CHECKING:
    from desktop.reports.my_information import Listed

# The parts of the sheet, each with the first of its fields in declared order.
_PARTS = {
    "resident_no": "هویت",
    "nationality_group": "خانواده، تحصیل و کار",
    "insurance_type": "بیمه و تماس",
    "is_women_head": "نقش‌ها و وضعیت",
}
_NOT_TOLD = frozenset(
    {"household_id", "birth_precision", "merged_into_id", "national_id", "age_reference_date", "consent_state"}
)  # consents have a list of their own
_TOLD_IF_SO = frozenset({"is_women_head", "is_trustee", "is_volunteer"})
_OF_THE_HOME = ("household_no", "neighborhood_id", "address_text", "phone", "declared_size")
_ASKED_ON_PAPER = (BASIC, "phone_contact", "photo", "sync_to_province")
_KNOWN_DIGITS = 4


def my_information(rows: Rows, office: OfficeFile, _month: str, record_id: str) -> bytes:
    """«برگهٔ اطلاعات من» of one resident."""
    from desktop.reports.my_information import MyInformation, build

    person, about = _person(rows, office, record_id), rows.find("office")[0]
    printed_by = rows.get("staff_member", office.actor.staff_id)
    paper = MyInformation(
        office_title=about["title_fa"],
        name=_name(person),
        resident_no=person["resident_no"],
        facts=(*_facts(rows, person), *_home(rows, person), *_sensitive(rows, office, person)),
        lists=tuple(_lists(rows, office.actor, person)),
        rights=CONSENT_TEXTS[CURRENT_TEXT].rights,
        printed_on=rows.today,
        printed_by=str(printed_by["full_name"]) if printed_by else "",
        fictional=about["fictional"],
    )
    return build(paper)


def consent_sheet(rows: Rows, office: OfficeFile, _month: str, record_id: str) -> bytes:
    """«برگهٔ رضایت آگاهانه» of a resident, or blank when nobody is named."""
    from desktop.reports.consent_sheet import ConsentSheet, build

    person, about = _person(rows, office, record_id) if record_id else None, rows.find("office")[0]
    text = CONSENT_TEXTS[CURRENT_TEXT]
    sheet = ConsentSheet(
        office_title=about["title_fa"],
        name=_name(person) if person else "",
        resident_no=person["resident_no"] if person else "",
        guardian=_guardian(rows, person) if person else "",
        who_we_are=text.who_we_are.format(office=about["title_fa"]),
        questions=tuple(text.sentence(scope) for scope in _ASKED_ON_PAPER),
        rights=text.rights,
        refusing=text.refusing,
        methods=tuple(CODE_LISTS["consent_method"].values()),
        text_version=text.version,
        on=rows.today,
        fictional=about["fictional"],
    )
    return build(sheet)


def blank_registration(rows: Rows, _office: OfficeFile, _month: str, _record_id: str) -> bytes:
    """«فرم شناسنامهٔ خانوار», made from the declarations in the order of the screen."""
    from desktop.reports.blank_registration import BlankForm, build

    about, text = rows.find("office")[0], CONSENT_TEXTS[CURRENT_TEXT]
    household = KINDS["household"].fields
    rest = [name for name, one in household.items() if one.in_form and not one.by_program]
    order = [*HOUSEHOLD_FIRST, *(name for name in rest if name not in HOUSEHOLD_FIRST)]
    form = BlankForm(
        office_title=about["title_fa"],
        household=tuple(question for name in order for question in questions_of(name, household[name])),
        member=tuple(question for name, one in _member_fields() for question in questions_of(name, one)),
        consent=(f"{text.sentence(BASIC)} ", f"{text.refusing}"),
        printed_on=rows.today,
        fictional=about["fictional"],
    )
    return build(form)


def case_label(rows: Rows, office: OfficeFile, _month: str, record_id: str) -> bytes:
    """«برچسب پرونده» of a resident, or of every active member of a household."""
    from desktop.reports.case_label import CaseLabel, CaseLabels, build

    about, home = rows.find("office")[0], rows.get("household", record_id)
    require_reader(office.actor.role, PERSON)
    people = rows.find("person", household_id=record_id, status="active") if home else []
    people = people or [_person(rows, office, record_id)]
    labels = []
    for person in people:
        household = rows.get("household", person["household_id"])
        labels.append(CaseLabel(person["resident_no"], household["household_no"] if household else ""))
    return build(CaseLabels(about["title_fa"], tuple(labels), rows.today, about["fictional"]))


def _person(rows: Rows, office: OfficeFile, record_id: str) -> Row:
    require_reader(office.actor.role, PERSON)
    if not record_id:
        raise RefusedError.of("id", "required")
    person = rows.get("person", record_id)
    if person is None:
        raise RefusedError.of("id", "unknown_record")
    return person


def _facts(rows: Rows, person: Row) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every field of the person that has something to say, by parts."""
    title, found = "", list[tuple[str, str]]()
    titles = rows.titles([person["neighborhood_id"] or ""])
    for name, about in PERSON.fields.items():
        if name in _PARTS:
            if found:
                yield title, tuple(found)
            title, found = _PARTS[name], []
        silent = name in _NOT_TOLD or (name in _TOLD_IF_SO and not person[name])
        text = "" if silent else _text(name, about, person, titles)
        if text:
            found.append((about.label, text))
    yield title, tuple(found)


def _home(rows: Rows, person: Row) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    household = rows.get("household", person["household_id"])
    if household is None:
        return
    fields, titles = KINDS["household"].fields, rows.titles([household["neighborhood_id"]])
    told = ((fields[name].label, _text(name, fields[name], household, titles)) for name in _OF_THE_HOME)
    yield "خانوار", tuple((label, text) for label, text in told if text)


def _sensitive(rows: Rows, office: OfficeFile, person: Row) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """What is sensitive, as far as who prints may see it today."""
    kind = KINDS["person_sensitive"]
    found = rows.find("person_sensitive", person_id=person["id"])
    told = [
        (kind.fields[name].label, _text(name, kind.fields[name], row, {}))
        for row in readable(rows, office.actor, kind.name, found)
        for name in SENSITIVE_TOPICS
    ]
    yield "دادهٔ حساس (با رضایت شما)", tuple((label, text) for label, text in told if text)


def _text(name: str, about: About, row: Row, titles: Mapping[str, str]) -> str:
    value = row[name]
    if about.input is Input.YES_NO:
        return {True: "بله", False: "خیر"}.get(value, "")
    if about.input is Input.LINK:
        return titles.get(value or "", "")
    if value and about.input is Input.PARTIAL_DATE:
        known = {"year": 4, "month": 7}.get(row[about.precision_field] or "", 10)
        return short(value)[:known]
    return to_persian(plain(about, value))


def _lists(rows: Rows, actor: Actor, person: Row) -> Iterator[Listed]:
    from desktop.reports.my_information import Listed

    kinds = {name: KINDS[name].plural for name in ("person_identifier", "consent", "need")}
    yield Listed(
        kinds["person_identifier"], ("نوع", "شماره", "دیده شد"), _papers(rows, person), "مدرکی نوشته نشده است."
    )
    columns = ("دامنه", "تاریخ", "شیوه", "پایان", "پس‌گرفتن")
    yield Listed(kinds["consent"], columns, _consents(rows, actor, person), "رضایتی ثبت نشده است.")
    needs = ("عنوان", "شماره", "حوزه", "تاریخ", "وضعیت")
    yield Listed(kinds["need"], needs, _needs(rows, person), "نیازی ثبت نشده است.")
    letters = ("دستگاه", "نیاز", "تاریخ", "شیوه", "وضعیت")
    yield Listed("ارجاع‌ها و نامه‌ها", letters, _letters(rows, person), "ارجاعی انجام نشده است.")
    visits = ("نوع", "تاریخ", "حوزه", "خلاصه")
    yield Listed(KINDS["visit"].plural, visits, _visits(rows, person), "مراجعه‌ای ثبت نشده است.")
    workshops = ("کارگاه", "تاریخ ثبت‌نام", "حضور", "وضعیت")
    yield Listed("کارگاه‌ها", workshops, _workshops(rows, person), "در کارگاهی ثبت‌نام نشده است.")
    yield from _after_workshops(rows, person)


def _papers(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    """Identity papers; of their numbers the last four digits (G-23)."""
    type_of = PERSON_IDENTIFIER.fields["type"].codes
    return tuple(
        (label_of(type_of, paper["type"]), _last(paper["value"]), _day(paper["seen_on"]) if paper["verified"] else "—")
        for paper in rows.find("person_identifier", person_id=person["id"])
    )


def _visits(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            label_of("visit_type", visit["type"]),
            _day(visit["date"]),
            label_of("need_field", visit["subject"]),
            visit["summary"] or "—",
        )
        for visit in rows.find("visit", person_id=person["id"])
    )


def _last(number: str | None) -> str:
    from desktop.reports.layout.isolate import ltr

    known = to_persian((number or "")[-_KNOWN_DIGITS:])
    return ltr(f"••••{known}") if len(number or "") > _KNOWN_DIGITS else "—"


def _consents(rows: Rows, actor: Actor, person: Row) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            consent["label"],
            _day(consent["given_on"]),
            label_of("consent_method", consent["method"]),
            _day(consent["expires_on"]),
            _day(consent["withdrawn_on"]),
        )
        for consent in reversed(consents_of(rows, actor, person["id"]))
    )


def _needs(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            need["subject"],
            to_persian(need["need_no"]),
            label_of("need_field", need["field"]),
            _day(need["noted_on"]),
            label_of("need_status", need["status"]),
        )
        for need in rows.find("need", person_id=person["id"])
    )


def _letters(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    found = []
    for need in rows.find("need", person_id=person["id"]):
        for referral in rows.find("referral", need_id=need["id"]):
            agency = rows.get("organization", referral["agency_id"])
            found.append(
                (
                    agency["name_fa"] if agency else "—",
                    need["subject"],
                    _day(referral["sent_on"]),
                    label_of("referral_mode", referral["mode"]),
                    label_of("referral_status", referral["status"]),
                )
            )
    return tuple(found)


def _workshops(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    found = []
    for place in rows.find("workshop_enrollment", person_id=person["id"]):
        workshop = rows.get("workshop", place["workshop_id"])
        came = rows.query(
            "SELECT count(*) AS n FROM attendance a JOIN workshop_session s ON s.id = a.session_id "
            "WHERE a.person_id = :person AND s.workshop_id = :workshop AND a.deleted_at IS NULL "
            "AND a.state IN ('present', 'late')",
            person=person["id"],
            workshop=place["workshop_id"],
        )
        found.append(
            (
                workshop["title"] if workshop else "—",
                _day(place["enrolled_on"]),
                f"{to_persian(str(came[0]['n']))} جلسه",
                label_of("enrollment_status", place["status"]),
            )
        )
    return tuple(found)


def _after_workshops(rows: Rows, person: Row) -> Iterator[Listed]:
    """What there is of certificates, outcomes and stalls; nothing is said where there is none."""
    from desktop.reports.my_information import Listed

    sections: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = (
        ("گواهی‌ها", ("شماره", "کارگاه", "تاریخ صدور"), _certificates(rows, person)),
        ("پیگیری پیامد کارگاه", ("کارگاه", "سررسید", "پیامد"), _outcomes(rows, person)),
        ("غرفه‌ها", ("بازارچه", "کالا"), _stalls(rows, person)),
    )
    yield from (Listed(title, columns, lines, "—") for title, columns, lines in sections if lines)


def _certificates(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    found = rows.find("certificate", person_id=person["id"])
    titles = rows.titles(one["workshop_id"] for one in found)
    return tuple(
        (codes_in_order(one["number"]), titles.get(one["workshop_id"], "—"), _day(one["issued_on"])) for one in found
    )


def _outcomes(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    found = rows.find("outcome_followup", person_id=person["id"])
    titles = rows.titles(one["workshop_id"] for one in found)
    return tuple(
        (titles.get(one["workshop_id"], "—"), _day(one["due_on"]), label_of("outcome_kind", one["kind"]) or "—")
        for one in found
    )


def _stalls(rows: Rows, person: Row) -> tuple[tuple[str, ...], ...]:
    found = rows.find("market_stall", person_id=person["id"])
    titles = rows.titles(one["event_id"] for one in found)
    return tuple((titles.get(one["event_id"], "—"), one["product"]) for one in found)


def _member_fields() -> Iterator[tuple[str, About]]:
    """What paper asks of each member: the person's own fields, the identity paper and the answer about consent."""
    paper = PERSON_IDENTIFIER.fields
    own = {
        "identifier_type": paper["type"],
        "identifier_value": replace(paper["value"], label="شمارهٔ مدرک"),
        "consent_method": replace(KINDS["consent"].fields["method"], label="رضایت"),
    }
    for name in MEMBER_ON_PAPER:
        yield name, own.get(name) or PERSON.fields[name]


def _guardian(rows: Rows, person: Row) -> str:
    """The head of the household answers for a child."""
    age = age_of(person, rows.today)
    if age is None or age >= ADULT or person["relation_to_head"] == "head":
        return ""
    heads = rows.find("person", household_id=person["household_id"], relation_to_head="head", status="active")
    return _name(heads[0]) if heads else ""


def _name(person: Row) -> str:
    return f"{person['first_name']} {person['last_name']}"


def _day(on: date | None) -> str:
    if on is None:
        return "—"
    return short(on)
