"""What there is no place for: a column or code about people that the office must not know (G-01, G-02)."""

from __future__ import annotations

import re

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Kind

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
