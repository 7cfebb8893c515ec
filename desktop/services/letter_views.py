"""What the screen of letters shows: the register, one letter with what it belongs to, and what may be answered."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import to_gregorian
from desktop.domain.record import Row
from desktop.services.letters import reminded_referrals
from desktop.services.photos import Photo, photos_of
from desktop.services.viewing import as_read
from desktop.store import lists
from desktop.store.rows import Rows
from desktop.store.search import found_entries

ALL = ""
UNANSWERED = "unanswered"
_ORDERS = {"": "e.order_key, e.entry", "date": "l.date, e.order_key", "subject": "l.subject, e.order_key"}
_BACKWARD = {
    "": "e.order_key DESC, e.entry DESC",
    "date": "l.date DESC, e.order_key",
    "subject": "l.subject DESC, e.order_key",
}
# Ours that asks for an answer nobody gave: its referral is unanswered, or a day was set and no letter came back.
_UNANSWERED = (
    "l.direction = 'out' AND (EXISTS (SELECT 1 FROM referral r WHERE r.letter_id = l.id AND r.deleted_at IS NULL "
    "AND r.first_response_on IS NULL AND r.status NOT IN ('withdrawn', 'expired')) OR (l.kind <> 'referral' "
    "AND l.answer_due_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM letter b WHERE b.in_reply_to = l.id "
    "AND b.direction = 'in' AND b.deleted_at IS NULL)))"
)
_CONDITIONS = {
    "direction": "l.direction = :direction",
    "kind": "l.kind = :kind AND l.direction = 'out'",
    "agency": "l.to_org_id = :agency",
    "year": "l.date >= :first AND l.date < :last",
    "unanswered": _UNANSWERED,
}


@dataclass(frozen=True)
class LetterQuery:
    """Which letters are shown; "" keeps all. `year` is a Jalali year in digits, `agency` an id."""

    typed: str = ""
    direction: str = ALL
    kind: str = ALL
    agency: str = ALL
    year: str = ALL
    unanswered: bool = False
    order_by: str = ""
    descending: bool = False


def letter_entries(rows: Rows, query: LetterQuery) -> array[int]:
    """The entries of the register, in its order."""
    where, values = _where(query)
    order = (_BACKWARD if query.descending else _ORDERS)[query.order_by]
    sql = (
        "SELECT e.entry FROM search_entry e JOIN letter l ON l.id = e.record_id "  # noqa: S608  all of it is ours
        f"WHERE e.kind = 'letter'{where} ORDER BY {order}"
    )
    entries = array("q", (row["entry"] for row in rows.query(sql, **values)))
    if not query.typed.strip():
        return entries
    wanted = set(found_entries(rows.connection, query.typed, kind="letter"))
    return array("q", (entry for entry in entries if entry in wanted))


def letter_page(rows: Rows, entries: Sequence[int]) -> list[dict[str, Any] | None]:
    """One row for each entry and whether it still waits for an answer; None for one that is gone."""
    found = {
        row["entry"]: row for row in as_read(rows, KINDS["letter"], lists.page(rows.connection, "letter", entries))
    }
    waiting = _waiting(rows, [row["id"] for row in found.values()])
    for row in found.values():
        row["unanswered"] = row["id"] in waiting
    return [found.get(entry) for entry in entries]


def letter_counts(rows: Rows, query: LetterQuery) -> dict[tuple[str, str], int]:
    """Filter and choice → how many letters it would show, the other filters staying as they are."""
    found: dict[tuple[str, str], int] = {}
    for name, column in (("direction", "l.direction"), ("kind", "l.kind"), ("agency", "l.to_org_id")):
        where, values = _where(query, without=name)
        sent = " AND l.direction = 'out'" if name == "kind" else ""
        sql = (
            f"SELECT {column} AS choice, count(*) AS many FROM letter l "  # noqa: S608  all of it is ours
            f"WHERE l.deleted_at IS NULL{where}{sent} GROUP BY 1"
        )
        found |= {(name, str(row["choice"])): int(row["many"]) for row in rows.query(sql, **values)}
    where, values = _where(query, without="unanswered")
    sql = f"SELECT count(*) AS many FROM letter l WHERE l.deleted_at IS NULL{where} AND {_UNANSWERED}"  # noqa: S608  ours
    found["unanswered", UNANSWERED] = int(rows.query(sql, **values)[0]["many"])
    found["direction", ALL] = found.get(("direction", "in"), 0) + found.get(("direction", "out"), 0)
    return found


@dataclass(frozen=True)
class LetterDetail:
    """One letter; `titles` names the records it points to, `referrals` those it was written for or reminds of."""

    letter: Row
    titles: Mapping[str, str]
    referrals: tuple[tuple[Row, str], ...]  # with the subject of the need
    replies: tuple[Row, ...]
    unanswered: bool
    photos: tuple[Photo, ...] = ()
    seen: int | None = None  # the last line of the log as of which all this is told


def letter_detail(rows: Rows, letter_id: str) -> LetterDetail | None:
    """The letter as of now; None when it is gone."""
    letter = rows.get("letter", letter_id)
    if letter is None:
        return None
    names = ("to_org_id", "person_id", "signed_by")
    titles = dict(rows.titles([letter[name] or "" for name in names]))
    for name in ("in_reply_to", "follow_up_of"):
        other = rows.get("letter", letter[name])
        if other is not None:
            titles[other["id"]] = other["number"]
    about = [*rows.find("referral", letter_id=letter_id), *reminded_referrals(rows, letter_id)]
    answers = rows.find("agency_response", letter_id=letter_id)
    about += [one for answer in answers if (one := rows.get("referral", answer["referral_id"])) is not None]
    subjects = rows.titles(referral["need_id"] for referral in about)
    replies = [one for one in rows.find("letter", in_reply_to=letter_id) if one["direction"] != letter["direction"]]
    return LetterDetail(
        letter,
        titles,
        tuple((referral, subjects.get(referral["need_id"], "")) for referral in about),
        tuple(replies),
        letter_id in _waiting(rows, [letter_id]),
        tuple(photos_of(rows, "letter", letter_id)),
        rows.log_position(),
    )


def _where(query: LetterQuery, without: str = "") -> tuple[str, dict[str, object]]:
    chosen: dict[str, object] = {
        name: getattr(query, name) for name in _CONDITIONS if name != without and getattr(query, name)
    }
    values = {name: value for name, value in chosen.items() if name not in ("year", "unanswered")}
    if "year" in chosen:
        year = int(str(chosen["year"]))
        values |= {"first": to_gregorian(year, 1, 1).isoformat(), "last": to_gregorian(year + 1, 1, 1).isoformat()}
    return "".join(f" AND {_CONDITIONS[name]}" for name in chosen), values


def _waiting(rows: Rows, letter_ids: Sequence[str]) -> set[str]:
    if not letter_ids:
        return set()
    names = ", ".join(f":id{place}" for place in range(len(letter_ids)))
    sql = f"SELECT l.id FROM letter l WHERE l.id IN ({names}) AND {_UNANSWERED}"  # noqa: S608  all of it is ours
    return {row["id"] for row in rows.query(sql, **{f"id{place}": one for place, one in enumerate(letter_ids)})}
