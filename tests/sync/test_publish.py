"""Every field of every kind walked: what reaches the province, when, and why (domain G-15, §3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import pytest

from desktop.domain.access import access_of
from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Access, Draft, Input, Sensitivity, abouts
from desktop.domain.kinds import KINDS
from desktop.domain.meeting import MeetingAttendeeDraft
from desktop.domain.persian.names import read_name
from desktop.domain.record import Kind
from desktop.sync.publish import (
    CONDITIONS,
    DELETED,
    SCOPE,
    Divided,
    agreed,
    derived,
    divided,
    held_until,
    open_fields,
    open_for_good,
    open_now,
    person_of,
    published_fields,
    published_kinds,
    rulings,
    turn_of,
)
from desktop.sync.publish.cases import CASES, COLLECTIVE, HELD_UNTIL, PUBLISHED, UNPUBLISHED, Condition

ALWAYS, OF_PLACE, WITH_CONSENT, NEVER = Condition
WRITTEN = {Input.TEXT, Input.LINES, Input.TEXTS, Input.ROWS, Input.DATA, Input.DIGITS}
RESIDENTS = {"person", "household"}


def _fields() -> Iterator[tuple[Kind, str, About, Condition]]:
    for kind in KINDS.values():
        for name, about in kind.fields.items():
            yield kind, name, about, CONDITIONS[kind.name][name]


def _told(kind: Kind, name: str) -> str:
    return f"{kind.name}.{name}"


def test_every_field_of_every_kind_has_a_condition_and_a_reason() -> None:
    for kind in KINDS.values():
        assert rulings(kind.name).keys() == kind.fields.keys()
        assert all(ruling.why for ruling in rulings(kind.name).values())


def test_nothing_sensitive_and_no_identity_paper_reaches_the_province_even_with_consent() -> None:
    for kind, name, about, condition in _fields():
        rows = [about, *abouts(about.of).values()] if about.of else [about]
        if any(one.sensitivity is Sensitivity.SENSITIVE for one in rows):
            assert condition is NEVER, _told(kind, name)
        if access_of(kind)[name] in (Access.SENSITIVE, Access.IDENTIFIER):
            assert condition is NEVER, _told(kind, name)
    assert {"person_identifier", "person_sensitive", "user_account"}.isdisjoint(published_kinds())


def test_what_concerns_a_person_is_open_with_the_consent_of_that_person_at_most() -> None:
    strays = set()
    for kind, name, about, condition in _fields():
        of_person = about.sensitivity is Sensitivity.PERSONAL or about.links in RESIDENTS or about.reader is read_name
        if of_person and condition not in (WITH_CONSENT, NEVER):
            strays.add(_told(kind, name))
        if condition is WITH_CONSENT:
            assert person_of(kind.name), _told(kind, name)
    assert strays == {"need.neighborhood_id"}  # of a place, never of a person's need


def test_a_record_that_is_somebodys_own_is_open_in_no_part_without_consent() -> None:
    for name in (
        "person",
        "visit",
        "workshop_enrollment",
        "attendance",
        "certificate",
        "outcome_followup",
        "market_stall",
    ):
        assert open_fields(name, consented=False) == frozenset()
        assert person_of(name) in open_fields(name, consented=True) | {"id"}
    assert {kind for kind in KINDS if person_of(kind) and open_fields(kind, consented=False)} == {
        "need",
        "letter",
        "local_trustee",
    }


def test_a_text_is_open_only_where_the_program_refuses_residents_names_or_a_reason_stands() -> None:
    for kind, name, about, condition in _fields():
        if about.input not in WRITTEN or about.by_program or condition in (NEVER, WITH_CONSENT):
            continue
        money = access_of(kind)[name] is Access.MONEY
        clean = about.nameless or about.sensitivity is Sensitivity.PUBLIC or money
        assert clean or (kind.name, name) in CASES, _told(kind, name)


def test_no_text_of_a_person_but_the_names_is_open() -> None:
    texts = {
        name for name, about in published_fields("person").items() if about.input in WRITTEN and not about.by_program
    }
    assert texts == {"first_name", "last_name", "father_name"}


def test_no_name_of_anybody_is_open_without_consent() -> None:
    named = {
        _told(kind, name)
        for kind, name, about, condition in _fields()
        if condition in (ALWAYS, OF_PLACE)
        and (about.reader is read_name or (about.of and "name" in about.of.model_fields))
    }
    assert named == set()
    assert CONDITIONS["staff_member"]["full_name"] is NEVER
    assert {about.links for kind, name, about, condition in _fields() if condition is not NEVER}.isdisjoint(
        {"staff_member", "user_account"}
    )


def test_no_open_link_leads_to_a_record_that_is_not_open() -> None:
    """A dangling id would be a trace of what was not published, and break a table with keys."""
    for kind, name, about, condition in _fields():
        if condition in (ALWAYS, OF_PLACE) and about.links:
            assert open_fields(about.links, consented=False), _told(kind, name)
        if condition is WITH_CONSENT and about.links:
            assert open_fields(about.links, consented=True), _told(kind, name)


def test_every_case_differs_from_the_derivation_and_says_why() -> None:
    for (kind_name, name), ruling in CASES.items():
        kind = KINDS[kind_name]
        assert kind_name not in UNPUBLISHED, f"{kind_name}.{name}: no field of it is published anyhow"
        assert derived(kind, name).condition is not ruling.condition, (
            f"{kind_name}.{name}: follows from the declaration"
        )
        assert ruling.why
    for kind_name, why in UNPUBLISHED.items():
        assert why
        assert kind_name in KINDS


def test_nothing_sensitive_is_opened_by_a_case() -> None:
    for (kind_name, name), ruling in CASES.items():
        about = KINDS[kind_name].fields[name]
        if ruling.condition is not NEVER:
            assert about.sensitivity is not Sensitivity.SENSITIVE
            assert about.links not in RESIDENTS
            assert not about.guarded or ruling.condition is OF_PLACE or about.nameless


@pytest.mark.parametrize(
    "about",
    [
        About(label="نام تازه", sensitivity=Sensitivity.PERSONAL, reader=read_name),
        About(label="متن تازه"),
        About(label="یادداشت تازه", input=Input.LINES, guarded=True),
        About(label="تلفن تازه", input=Input.DIGITS),
        About(label="فهرست تازه", input=Input.TEXTS),
        About(label="دادهٔ تازه", input=Input.DATA),
        About(label="حساس تازه", input=Input.CODE, codes="sex", sensitivity=Sensitivity.SENSITIVE),
        About(label="همکار تازه", input=Input.LINK, links="staff_member"),
        About(label="پیوند تازه", input=Input.LINK, links="consent"),
        About(
            label="ردیف تازه", input=Input.ROWS, of=MeetingAttendeeDraft, sensitivity=Sensitivity.PUBLIC, nameless=True
        ),
        About(label="کارت تازه", input=Input.DIGITS, access=Access.IDENTIFIER),
    ],
)
@pytest.mark.parametrize("kind_name", ["event", "need", "staff_member"])
def test_a_field_that_nobody_has_thought_about_stays_in_the_office(kind_name: str, about: About) -> None:
    kind = _with_field(KINDS[kind_name], about)
    assert derived(kind, "brand_new").condition is NEVER


def test_a_new_field_of_a_person_is_open_with_consent_at_most() -> None:
    for about in (
        About(label="کد تازه", input=Input.CODE, codes="sex"),
        About(label="روز تازه", input=Input.DATE, sensitivity=Sensitivity.PUBLIC),
        About(label="آری", input=Input.YES_NO),
    ):
        for kind_name in ("person", "attendance", "certificate"):
            assert derived(_with_field(KINDS[kind_name], about), "brand_new").condition is WITH_CONSENT
        personal = replace(about, sensitivity=Sensitivity.PERSONAL)
        assert derived(_with_field(KINDS["event"], personal), "brand_new").condition is WITH_CONSENT


def _with_field(kind: Kind, about: About) -> Kind:
    fields = {"__annotations__": {"brand_new": Annotated[Any, about]}, "brand_new": None}
    return replace(kind, draft=type(f"{kind.draft.__name__}Wider", (kind.draft, Draft), fields))


def test_needs_go_without_names_and_of_persons_without_their_place() -> None:
    row = dict.fromkeys(KINDS["need"].fields) | {"scope": "person", "person_id": "p"}
    personal = open_now("need", row, consented=False)
    assert {"field", "urgency", "status", "noted_on", "main_agency_id", DELETED} <= personal
    assert {"person_id", "household_id", "neighborhood_id", "subject", "description", "owner_staff_id"}.isdisjoint(
        personal
    )
    assert open_now("need", row, consented=True) - personal == {"person_id"}
    of_place = open_now("need", row | {"scope": "neighborhood", "person_id": None}, consented=False)
    assert of_place - personal == {"subject", "neighborhood_id"}
    assert open_now("need", row | {"scope": "household", "person_id": None}, consented=False) == personal


def test_an_inspection_is_unpublished_until_it_is_done_and_a_report_until_it_is_signed() -> None:
    assert held_until("inspection") == "done_on"
    for kind in ("inspection", "monthly_report"):
        row: dict[str, Any] = dict.fromkeys(KINDS[kind].fields)
        assert open_now(kind, row, consented=True) == frozenset()
        filled = row | {held_until(kind): date(2025, 9, 30)}
        assert open_now(kind, filled, consented=False) == open_fields(kind, consented=False) | {DELETED}
    assert {kind for kind in KINDS if held_until(kind)} == {"inspection", *HELD_UNTIL}
    for kind, (field, values) in COLLECTIVE.items():
        assert KINDS[kind].fields[field].codes
        assert values


def test_a_change_that_opens_or_shuts_a_record_reveals_or_hides_what_it_did_not_write() -> None:
    row: dict[str, Any] = dict.fromkeys(KINDS["need"].fields) | {"scope": "neighborhood"}
    of_place = open_now("need", row, consented=False)
    personal = open_now("need", row | {"scope": "person", "person_id": "p"}, consented=False)
    born = divided(["scope", "subject", "description"], frozenset(), personal)
    assert born.told == {"scope"}
    assert born.revealed == personal - {"scope"}
    of_place_only = frozenset({"subject", "neighborhood_id"})
    assert divided(["scope"], of_place, personal) == Divided(frozenset({"scope"}), frozenset(), of_place_only)
    opened = divided(["scope", "subject"], personal, of_place)
    assert opened == Divided(frozenset({"scope", "subject"}), of_place_only - {"subject"}, frozenset())
    assert not any(divided(["summary"], frozenset(), frozenset()))


def test_whatever_may_be_hidden_again_lies_in_the_sealed_body_too() -> None:
    for kind in KINDS:
        may_be_hidden = {name for name, one in CONDITIONS[kind].items() if one in (WITH_CONSENT, OF_PLACE)}
        assert open_for_good(kind).isdisjoint(may_be_hidden)
        assert not (held_until(kind) and open_for_good(kind))
        assert may_be_hidden or held_until(kind) or open_for_good(kind) == open_fields(kind, consented=True)


def test_consent_given_reveals_and_consent_ended_hides_the_same_and_nothing_else() -> None:
    given, ended = turn_of(before=False, after=True), turn_of(before=True, after=False)
    assert (given.action, ended.action) == ("reveal", "hide")
    assert given.fields == ended.fields
    assert list(given.fields) == list(ended.fields)[::-1]
    assert next(iter(given.fields)) == "person"
    assert given.fields["need"] == {"person_id"}
    for kind, fields in given.fields.items():
        assert fields.isdisjoint(open_fields(kind, consented=False))
        assert fields | open_fields(kind, consented=False) == open_fields(kind, consented=True)
    assert turn_of(before=True, after=True).action == turn_of(before=False, after=False).action == ""


def test_only_a_live_consent_to_sync_opens_a_file_and_only_while_it_is_somebodys() -> None:
    assert SCOPE in CODE_LISTS["consent_scope"]
    today, yesterday, tomorrow = date(2025, 9, 30), date(2025, 9, 29), date(2025, 10, 1)
    given = {"scope": SCOPE, "method": "signature", "given_on": today, "withdrawn_on": None, "expires_on": None}
    basic, person = given | {"scope": "basic_record"}, {"status": "active"}
    assert agreed(person, [basic, given], today)
    assert agreed({"status": "moved"}, [basic, given], today)
    for gone in ("erased", "merged"):
        assert not agreed({"status": gone}, [basic, given], today)
    for otherwise in (
        [],
        [basic],
        [basic, given | {"withdrawn_on": today}],
        [basic, given | {"expires_on": yesterday}],
        [basic, given | {"given_on": tomorrow}],
        [basic, given | {"method": "refused"}],
        [basic | {"withdrawn_on": today}, given],
    ):
        assert not agreed(person, otherwise, today)


def test_the_province_has_a_table_for_what_it_may_hold_and_for_nothing_else() -> None:
    for kind in KINDS:
        conditions = CONDITIONS[kind]
        assert set(published_fields(kind)) == {name for name, one in conditions.items() if one is not NEVER}
        assert (kind in published_kinds()) == bool(published_fields(kind))
    assert set(published_kinds()) == PUBLISHED
    assert set(KINDS) - PUBLISHED == set(UNPUBLISHED)
