"""One person's consents, papers and sensitive data at a glance, as far as this colleague may see them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.consent import HOUSEHOLD_TOPICS, SENSITIVE_TOPICS, live_scopes, tells, topic_of
from desktop.domain.record import Row
from desktop.services.access import READS_IDENTIFIERS
from desktop.services.consents import as_told, asked
from desktop.services.erasure import may_keep_the_count
from desktop.services.viewing import Look, looks, note_looks, readable, sees_sensitive_of, who_looked
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor, UnitOfWork

_MOST_LOOKS = 12


@dataclass(frozen=True)
class Topic:
    """One sensitive subject: whether it may be kept today, and the record that holds it, if this colleague sees it."""

    code: str
    agreed: bool
    record: Row | None  # of `person_sensitive`, or the household for what it tells of itself
    kind: str = "person_sensitive"

    @property
    def told(self) -> Mapping[str, Any]:
        """Field → value, those that say something."""
        if self.record is None:
            return {}
        if self.kind == "household":
            return {self.code: self.record[self.code]} if tells(self.code, self.record[self.code]) else {}
        return {f: self.record[f] for f, topic in SENSITIVE_TOPICS.items() if topic == self.code and self.record[f]}


@dataclass(frozen=True)
class PrivacyView:
    """What stands in the part «رضایت و محرمانگی» of a file."""

    person: Row
    consents: Sequence[Mapping[str, Any]]  # the latest of each scope, with `label` and `live`
    names: Mapping[str, str]  # guardians
    papers: Sequence[Row]
    reads_numbers: bool
    sees_sensitive: bool
    topics: Sequence[Topic]
    looked: Sequence[Row]  # for the manager
    erases: bool
    keeps_too_much: bool = False  # of somebody who said no, more stands here than is counted


def privacy_view(rows: Rows, actor: Actor, person_id: str) -> PrivacyView | None:
    """None when the file is gone. Values are in it only for those who may see them; showing them is another act."""
    person = rows.get("person", person_id)
    if person is None:
        return None
    sees = sees_sensitive_of(rows, actor, person_id)
    consents = [as_told(consent, sees=sees) for consent in _latest(asked(rows, person_id))]
    manager = actor.role == "office_manager"
    return PrivacyView(
        person,
        consents,
        rows.titles([c["guardian_id"] or "" for c in consents]),
        rows.find("person_identifier", person_id=person_id),
        actor.role in READS_IDENTIFIERS,
        sees,
        tuple(_topics(rows, actor, person)) if sees else (),
        who_looked(rows, person_id)[:_MOST_LOOKS] if manager else (),
        manager and person["status"] != "erased",
        may_keep_the_count(rows, person),
    )


def look_at_papers(work: UnitOfWork, person_id: str, reason: str) -> None:
    """Somebody reads the whole numbers of a person's papers."""
    papers = work.find("person_identifier", person_id=person_id)
    note_looks(work, looks(work, work.actor, "person_identifier", papers), reason)


def look_at_sensitive(work: UnitOfWork, person_id: str, reason: str) -> None:
    """Somebody reads a person's sensitive data: one line for each field that is told."""
    person = work.get("person", person_id)
    told = [field for topic in _topics(work, work.actor, person) for field in topic.told] if person else []
    note_looks(work, [Look(person_id, field) for field in told], reason)


def _latest(consents: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of each scope the answer that counts: the live one, else the last."""
    found: dict[str, dict[str, Any]] = {}
    for consent in consents:
        if consent["scope"] not in found or (consent["live"] and not found[consent["scope"]]["live"]):
            found[consent["scope"]] = consent
    return list(found.values())


def _topics(rows: Rows, actor: Actor, person: Row) -> Iterator[Topic]:
    live = live_scopes(rows.find("consent", person_id=person["id"]), rows.today)
    kept = readable(rows, actor, "person_sensitive", rows.find("person_sensitive", person_id=person["id"]))
    by_topic = {topic_of(row): row for row in kept}
    for code in dict.fromkeys(SENSITIVE_TOPICS.values()):
        yield Topic(code, f"sensitive:{code}" in live, by_topic.get(code))
    if person["relation_to_head"] == "head" and person["status"] == "active":
        home = rows.get("household", person["household_id"])
        shown = readable(rows, actor, "household", [home] if home else [])
        for code in HOUSEHOLD_TOPICS:
            yield Topic(code, f"sensitive:{code}" in live, shown[0] if shown else None, "household")
