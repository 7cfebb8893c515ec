"""Who sees what is sensitive, under which consent, and that every look is written down (domain §3.7, G-06, G-11)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from desktop.domain.access import Reading, readings, veiled
from desktop.domain.consent import HOUSEHOLD_TOPICS, SENSITIVE_TOPICS, consent_state, live_scopes, tells, topic_of
from desktop.domain.indicators import MONEY_FIGURES
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import MONEY_READERS
from desktop.domain.outcome_followup import BAND_SCOPE, tells_band
from desktop.domain.record import Kind, Row
from desktop.services.access import READS_IDENTIFIERS, READS_PERSONS, may_read, may_see, may_see_sensitive
from desktop.services.texts import tells_of_somebody
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor, UnitOfWork

SENSITIVE_SCOPE = "sensitive:"
"""How the scopes of sensitive subjects begin, and all that is told of them to who may not see such data."""
_EMPTY: Mapping[str, Any] = {"income_band": None, "support_coverage": []}


@dataclass
class Sitting:
    """One sitting of somebody at the window: why sensitive data are looked at is asked once in it (G-11)."""

    reason: str = ""


@dataclass(frozen=True)
class Look:
    """One sensitive field of one person that somebody is shown."""

    person_id: str
    field: str


def readable(rows: Rows, actor: Actor, kind: str, found: Sequence[Row]) -> list[Row]:
    """The records as this person may read them today: without what no consent covers, nor this role may see."""
    if kind == "person_sensitive":
        return _covered(rows, actor, found)
    if kind == "household":
        return _households(rows, actor, found)
    if kind == "person":
        return _persons(rows, found)
    if kind == "attachment":
        found = [row for row in found if _belongs_to_seen(rows, actor, row)]
    if kind == "outcome_followup":
        found = _outcomes(rows, actor, found)
    if kind == "consent":
        found = _consents(rows, actor, found)
    if kind == "indicator_value" and actor.role not in MONEY_READERS:
        found = [row for row in found if row["code"] not in MONEY_FIGURES]
    found = [_as_of_today(rows, actor, KINDS[kind], row) for row in found if may_see(actor, KINDS[kind], row)]
    return nameless(rows, KINDS[kind], found)


def without_topic(consent: Row) -> Row:
    """A consent without what it is about: that somebody may be asked of an illness tells of the illness."""
    if not consent["scope"].startswith(SENSITIVE_SCOPE):
        return consent
    return {**consent, "scope": SENSITIVE_SCOPE}


def nameless(rows: Rows, kind: Kind, found: Sequence[Row]) -> list[Row]:
    """Needs and the like «text without names» (§3.7): without the texts in which a resident is named.

    So it is for who may not read people's files; a title that names somebody becomes what such a record is called.
    """
    texts = [name for name, how in readings(rows.role, kind).items() if how is Reading.NAMELESS]
    if not texts:
        return list(found)
    return [{**row, **dict(_emptied(rows, kind, row, texts))} for row in found]


def as_read(rows: Rows, kind: Kind, found: Sequence[Row]) -> list[dict[str, Any]]:
    """Records as the matrix lets this role read their fields, for lists, panes, papers and sheets."""
    return [veiled(rows.role, kind, row) for row in nameless(rows, kind, found)]


def open_titles(rows: Rows, titles: Mapping[str, str]) -> Mapping[str, str]:
    """Titles of records without those that name a resident to who may not read people's files."""
    if rows.role in READS_PERSONS:
        return titles
    return {record_id: title for record_id, title in titles.items() if not _names_somebody(rows, title)}


def _emptied(rows: Rows, kind: Kind, row: Row, texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    titles = (name for name in row if name.endswith("_title"))  # of the records that it points to
    for name in (*texts, "title", "detail", *titles):
        if _names_somebody(rows, row.get(name)):
            needed = name in kind.fields and kind.fields[name].required
            yield name, {"title": kind.label, "detail": ""}.get(name, "—" if needed else None)


def _names_somebody(rows: Rows, value: object) -> bool:
    told = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
    return isinstance(told, str) and tells_of_somebody(rows, told)


def _as_of_today(rows: Rows, actor: Actor, kind: Kind, row: Row) -> Row:
    """With the state that time alone has changed; attendees are named to those only who may see persons."""
    if kind.state_on is not None:
        row = {**row, kind.state: kind.state_of(row, rows.today)}
    if kind.name == "meeting" and actor.role not in READS_PERSONS:
        row = {**row, "attendees": [{**one, "name": None} for one in row["attendees"]]}
    return row


def looks(rows: Rows, actor: Actor, kind: str, shown: Iterable[Row]) -> list[Look]:
    """What these records, as shown, tell of people that must be written down."""
    return list(_LOOKS[kind](rows, actor, shown)) if kind in _LOOKS else []


def note_looks(work: UnitOfWork, seen: Iterable[Look], reason: str = "") -> None:
    """One line of the audit log for each person and field (G-11)."""
    told = f": {reason}" if reason else ""
    work.audit_many("view_sensitive", "person", [(look.person_id, look.field + told) for look in seen])


def who_looked(rows: Rows, person_id: str) -> list[Row]:
    """Who has seen a sensitive field of a person, or printed a paper about them, the latest first.

    `at`, `username`, `full_name`, `action`, `entity`, `detail`.
    """
    return rows.query(
        "SELECT a.at, a.action, a.entity, a.detail, u.username, coalesce(s.full_name, u.username, '') AS full_name "
        "FROM audit_log a LEFT JOIN user_account u ON u.id = a.user_id LEFT JOIN staff_member s ON s.id = u.staff_id "
        "WHERE a.action IN ('view_sensitive', 'print') AND a.entity_id = :id ORDER BY a.seq DESC",
        id=person_id,
    )


def sees_sensitive_of(rows: Rows, actor: Actor, person_id: str) -> bool:
    """Whether somebody may know what is sensitive of this person, or even of what the person was asked."""
    return may_see_sensitive(actor) and is_own_case(rows, actor, person_id)


def is_own_case(rows: Rows, actor: Actor, person_id: str) -> bool:
    """Whether a social worker follows this person; to a manager all are open, and logged."""
    return actor.role == "office_manager" or person_id in _own_cases(rows, actor)


def _own_cases(rows: Rows, actor: Actor) -> Set[str]:
    """People whose needs one follows, whom one has registered, or whose sensitive data one has written down."""
    found = rows.query(
        "SELECT person_id AS id FROM need WHERE owner_staff_id = :staff AND person_id IS NOT NULL "
        "AND deleted_at IS NULL UNION SELECT id FROM person WHERE created_by = :user "
        "UNION SELECT p.id FROM person p JOIN household h ON h.id = p.household_id WHERE h.registered_by = :staff "
        "UNION SELECT person_id FROM person_sensitive WHERE created_by = :user",
        staff=actor.staff_id,
        user=actor.user_id,
    )
    return {str(row["id"]) for row in found}


def _belongs_to_seen(rows: Rows, actor: Actor, attachment: Row) -> bool:
    """What hangs on a record that somebody does not read, or does not know of, would tell of it."""
    kind = KINDS.get(attachment["owner_kind"])
    if kind is not None and not may_read(actor.role, kind):
        return False
    owner = rows.get(kind.name, attachment["owner_id"]) if kind is not None and kind.hidden_until else None
    return kind is None or owner is None or may_see(actor, kind, owner)


def _covered(rows: Rows, actor: Actor, found: Sequence[Row]) -> list[Row]:
    if not may_see_sensitive(actor):
        return []
    own = None if actor.role == "office_manager" else _own_cases(rows, actor)
    live = {
        person_id: live_scopes(rows.find("consent", person_id=person_id), rows.today)
        for person_id in {row["person_id"] for row in found}
    }
    return [
        row
        for row in found
        if f"sensitive:{topic_of(row)}" in live[row["person_id"]] and (own is None or row["person_id"] in own)
    ]


def _households(rows: Rows, actor: Actor, found: Sequence[Row]) -> list[Row]:
    if not any(tells(topic, row[topic]) for row in found for topic in HOUSEHOLD_TOPICS):
        return list(found)
    covered = _heads_agreed(rows, [row["id"] for row in found]) if may_see_sensitive(actor) else {}
    return [
        {
            **row,
            **{
                topic: _EMPTY[topic]
                for topic in HOUSEHOLD_TOPICS
                if tells(topic, row[topic]) and topic not in covered.get(row["id"], {})
            },
        }
        for row in found
    ]


def _consents(rows: Rows, actor: Actor, found: Sequence[Row]) -> list[Row]:
    """What others' cases agreed to be asked of is as little to be read as what they answered."""
    if actor.role == "office_manager" and may_see_sensitive(actor):
        return list(found)
    own = _own_cases(rows, actor) if may_see_sensitive(actor) else frozenset()
    return [row if row["person_id"] in own else without_topic(row) for row in found]


def _outcomes(rows: Rows, actor: Actor, found: Sequence[Row]) -> list[Row]:
    """What became of people; what they earn only to who may see it, and while they agree."""

    def agreed(person_id: str) -> bool:
        return BAND_SCOPE in live_scopes(rows.find("consent", person_id=person_id), rows.today)

    may = may_see_sensitive(actor)
    return [
        row if not tells_band(row) or (may and agreed(row["person_id"])) else {**row, "monthly_income_band": None}
        for row in found
    ]


def _heads_agreed(rows: Rows, household_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Household → topic its head has agreed to → the head."""
    one = "AND p.household_id = :id " if len(household_ids) == 1 else ""
    agreed = rows.query(
        "SELECT p.household_id, p.id, c.scope FROM consent c JOIN person p ON p.id = c.person_id "  # noqa: S608  ours
        "WHERE c.scope IN ('sensitive:income_band', 'sensitive:support_coverage') AND p.relation_to_head = 'head' "
        f"AND p.status = 'active' {one}AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.method <> 'refused' "
        "AND c.withdrawn_on IS NULL AND c.given_on <= :today AND (c.expires_on IS NULL OR c.expires_on >= :today)",
        today=rows.today.isoformat(),
        **({"id": household_ids[0]} if one else {}),
    )
    made: dict[str, dict[str, str]] = {}
    for row in agreed:
        made.setdefault(row["household_id"], {})[row["scope"].removeprefix("sensitive:")] = row["id"]
    return made


def _persons(rows: Rows, found: Sequence[Row]) -> list[Row]:
    """With their state of consent as of today: one that has run out since was live when it was stored."""
    ended = rows.query(
        "SELECT DISTINCT person_id FROM consent WHERE expires_on < :today AND withdrawn_on IS NULL "
        "AND deleted_at IS NULL",
        today=rows.today.isoformat(),
    )
    stale = {row["person_id"] for row in ended}
    return [
        {**row, "consent_state": consent_state(rows.find("consent", person_id=row["id"]), rows.today)}
        if row["id"] in stale
        else row
        for row in found
    ]


def _looks_at_persons(_rows: Rows, actor: Actor, shown: Iterable[Row]) -> Iterator[Look]:
    if actor.role in READS_IDENTIFIERS:
        yield from (Look(row["id"], "national_id") for row in shown if row["national_id"])


def _looks_at_papers(_rows: Rows, actor: Actor, shown: Iterable[Row]) -> Iterator[Look]:
    if actor.role in READS_IDENTIFIERS:
        yield from (Look(row["person_id"], row["type"]) for row in shown if row["value"])


def _looks_at_sensitive(_rows: Rows, _actor: Actor, shown: Iterable[Row]) -> Iterator[Look]:
    for row in shown:
        yield from (Look(row["person_id"], field) for field in SENSITIVE_TOPICS if row[field])


def _looks_at_households(rows: Rows, _actor: Actor, shown: Iterable[Row]) -> Iterator[Look]:
    told = [row for row in shown if any(tells(topic, row[topic]) for topic in HOUSEHOLD_TOPICS)]
    agreed = _heads_agreed(rows, [row["id"] for row in told]) if told else {}
    for row in told:
        for topic, head in agreed.get(row["id"], {}).items():
            if tells(topic, row[topic]):
                yield Look(head, topic)


def _looks_at_outcomes(_rows: Rows, _actor: Actor, shown: Iterable[Row]) -> Iterator[Look]:
    yield from (Look(row["person_id"], "monthly_income_band") for row in shown if tells_band(row))


_LOOKS = {
    "outcome_followup": _looks_at_outcomes,
    "person": _looks_at_persons,
    "person_identifier": _looks_at_papers,
    "person_sensitive": _looks_at_sensitive,
    "household": _looks_at_households,
}
