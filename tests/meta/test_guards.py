"""What there is no place for: a column or code about people that the office must not know (G-01, G-02)."""

from __future__ import annotations

import re

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Kind
from desktop.store.tables import METADATA

FORBIDDEN = re.compile(
    "addict|drug|offen[cs]e|crime|criminal|arrest|prison|convict|suspect|hiv|aids|sexual|religio|faith|sect|ethnic|tribe"
    "|mother_tongue|native_language|politic|party|vote|election|visa|permit|legal(_|ity)|fingerprint|face_|biometric"
    "|income_amount|salary|(^|_)wage|risk_score|vulnerab"
)
ALLOWED = {
    "fingerprint",  # how somebody without letters signs a consent
    "addiction_prevention",  # a workshop that anybody may wish for
    "legal_edu",
    "religious",  # a group of the neighbourhood
}

# Of places and organizations, where nobody in particular is meant: table or list → the name, and why it may stand.
OF_NO_PERSON = {
    ("mou_commitment", "party_org_id"),  # who promised it, an organization
    ("organization", "national_legal_id"),
    ("harm_type", "addiction"),  # seen at places; its table leads to no person (G-02)
    ("facility_type", "addiction_camp"),  # a place that is inspected; nobody in it is named (G-26)
    ("area_type", "vulnerable"),  # a neighbourhood
    ("refusal_reason", "political"),  # why the office did not take a gift (F1-12)
}


def _about_people(kind: Kind) -> bool:
    links = {about.links for about in kind.fields.values()}
    return kind.name in ("person", "household") or bool({"person", "household"} & links)


def test_no_record_of_people_has_a_place_for_what_must_not_be_known() -> None:
    strays = set()
    for kind in filter(_about_people, KINDS.values()):
        for name, about in kind.fields.items():
            codes = {code for listed in (about.codes, about.map_codes) for code in CODE_LISTS.get(listed, {})}
            harms = about.codes == "harm_type"  # of a place: the rules refuse it for anybody (harm_for_place_only)
            found = {name, *(() if harms else codes)}
            strays |= {f"{kind.name}.{name}: {one}" for one in found - ALLOWED if FORBIDDEN.search(one)}
    assert strays == set()


def test_no_table_column_or_list_has_a_place_for_what_must_not_be_known() -> None:
    """Every name in the file and every code, of whatever subject: what is meant otherwise is named here, with why."""
    named = {(table.name, name) for table in METADATA.tables.values() for name in (table.name, *table.columns.keys())}
    coded = {(listed, code) for listed, codes in CODE_LISTS.items() for code in (listed, *codes)}
    found = {(of, name) for of, name in named | coded if FORBIDDEN.search(name) and name not in ALLOWED}
    assert found == OF_NO_PERSON


def test_a_harm_leads_to_no_person_and_its_texts_are_searched_for_names() -> None:
    """G-02: no key of a person or household; of needs the rules allow only those of a place."""
    kind = KINDS["harm_observation"]
    links = {about.links for about in kind.fields.values() if about.links}
    assert links == {"neighborhood", "harm_type", "need"}
    texts = [about for about in kind.fields.values() if about.input in ("text", "lines")]
    assert texts
    assert all(about.guarded and about.nameless for about in texts)


def test_what_a_donor_may_read_has_no_place_for_who_received() -> None:
    """G-27."""
    for kind in ("donation", "donor"):
        assert not {"person", "household"} & {about.links for about in KINDS[kind].fields.values()}


def test_every_free_text_about_people_is_guarded() -> None:
    """A text of several lines beside a person, household or need is read for labels before it is kept."""
    open_texts = {
        f"{kind.name}.{name}"
        for kind in KINDS.values()
        if _about_people(kind) or kind.name in ("need_event", "agency_response")
        for name, about in kind.fields.items()
        if about.input == "lines" and not about.by_program and not about.guarded
    }
    assert open_texts == set()
