"""What may be kept only because somebody agreed: emptied for good when the consent ends (G-06)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.domain.attachment import PHOTO_SCOPE
from desktop.domain.consent import BASIC, HOUSEHOLD_TOPICS, SENSITIVE_TOPICS, live_scopes, tells, topic_of
from desktop.domain.outcome_followup import BAND_SCOPE, tells_band
from desktop.store.contents import drop_content
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

NOTHING_SENSITIVE: Mapping[str, Any] = {**dict.fromkeys(SENSITIVE_TOPICS), "expires_on": None}
_EMPTY: Mapping[str, Any] = {"income_band": None, "support_coverage": []}


def forget_uncovered(work: UnitOfWork, person_id: str) -> None:
    """Empty, in tables and log, what this person's consents no longer cover: deleted rows too."""
    live = live_scopes(work.find("consent", person_id=person_id), work.today)
    for row in work.find_even_deleted("person_sensitive", person_id=person_id):
        if topic_of(row) and f"sensitive:{topic_of(row)}" not in live:
            work.forget("person_sensitive", row["id"], NOTHING_SENSITIVE, gone=True)
    for told in work.find_even_deleted("outcome_followup", person_id=person_id):
        if tells_band(told) and BAND_SCOPE not in live:
            work.forget("outcome_followup", told["id"], {"monthly_income_band": None}, whole=False)
    if PHOTO_SCOPE not in live:
        forget_photos_of(work, person_id)
    for home in _headed_by(work, person_id):
        ended = {
            topic: _EMPTY[topic]
            for topic in HOUSEHOLD_TOPICS
            if tells(topic, home[topic]) and f"sensitive:{topic}" not in live
        }
        if ended:
            work.forget("household", home["id"], ended, whole=False)


def photos_showing(rows: Rows, person_ids: Iterable[str]) -> int:
    """How many photos would go if these people agreed no longer: each that shows one, wherever else it hangs too."""
    seen = [link for one in person_ids for link in rows.find("attachment_person", person_id=one)]
    photos = [photo for link in seen if (photo := rows.get("attachment", link["attachment_id"])) is not None]
    return sum(len(rows.find("attachment", sha256=name)) for name in {photo["sha256"] for photo in photos} if name)


def photos_under(rows: Rows, consent: Mapping[str, Any]) -> int:
    """How many photos would go if this consent were taken back: none while another one covers them."""
    if consent["scope"] not in (BASIC, PHOTO_SCOPE):
        return 0
    given = rows.find("consent", person_id=consent["person_id"])
    others = [one for one in given if one["id"] != consent["id"]]
    covered = consent["scope"] != BASIC and PHOTO_SCOPE in live_scopes(others, rows.today)
    return 0 if covered else photos_showing(rows, [consent["person_id"]])


def forget_photos_of(work: UnitOfWork, person_id: str) -> None:
    """A photo in which the person can be seen goes, with its content, whoever else is in it and wherever it hangs.

    One in which they were named by mistake, and are no longer, stays; the mistake cannot be brought back.
    """
    for seen in work.find_even_deleted("attachment_person", person_id=person_id):
        for photo in work.find_even_deleted("attachment", id=seen["attachment_id"]):
            if photo["sha256"] and not seen["deleted_at"]:
                _forget_picture(work, photo["sha256"])
        work.forget("attachment_person", seen["id"], {}, gone=True)


def _forget_picture(work: UnitOfWork, name: str) -> None:
    for photo in work.find_even_deleted("attachment", sha256=name):
        work.forget("attachment", photo["id"], {"caption": None, "sha256": ""}, gone=True)
        for seen in work.find("attachment_person", attachment_id=photo["id"]):
            work.forget("attachment_person", seen["id"], {}, gone=True)
    drop_content(work.connection, name)


def _headed_by(work: UnitOfWork, person_id: str) -> list[Mapping[str, Any]]:
    person = work.get("person", person_id)
    if person is None or person["relation_to_head"] != "head":
        return []
    home = work.get("household", person["household_id"])
    return [home] if home else []
