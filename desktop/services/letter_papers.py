"""Letters on paper: what stands on them, read at the moment of printing, and the trace that printing leaves (G-10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.letter_words import item_texts, reference, told_of
from desktop.domain.persian.digits import codes_in_order
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import require_reader, require_writer
from desktop.services.directory import documents_of
from desktop.services.disputed_papers import refuse_disputed_letter
from desktop.services.imprint import office_logo
from desktop.services.letters import (
    papers_of,
    refuse_unsendable,
    reminded_referrals,
    suggested_referral_letter,
    suggested_reminder,
    unanswered_of,
    write_referral_letter,
    write_reminder,
)
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from desktop.reports.official_letter import OfficialLetter, Reminded

LETTER_NAMES = frozenset({"letter", "referral_letter", "reminder"})
NO_NUMBER = "پیش‌نویس"
_FEW = 3  # letters that a reminder names in a line each; more stand in the table alone


def preview(
    rows: Rows, values: Mapping[str, Any], referrals: list[Row] | None = None, *, shared: bool = False
) -> bytes:
    """The pages of a letter, written already or only typed so far. `referrals`: those a reminder names."""
    from desktop.reports.layout.fonts import MissingGlyphError
    from desktop.reports.official_letter import build

    try:
        return build(paper_of(rows, values, referrals, shared=shared))
    except MissingGlyphError as error:
        raise RefusedError.of("body", "no_glyph", given=error.character) from error


def make_letter(rows: Rows, office: OfficeFile, name: str, record_id: str) -> bytes:
    """The pages of a letter, or of the one that would be written for a referral or an agency; nothing is noted."""
    require_reader(office.actor.role, KINDS["letter"])
    letter = _written(rows, name, record_id)
    if letter is not None:
        refuse_disputed_letter(rows, letter)
        return preview(rows, letter)
    referral = _referral_of(rows, record_id)
    if name == "referral_letter" and referral is not None:
        suggested = suggested_referral_letter(rows, referral["id"])
        refuse_disputed_letter(rows, suggested)
        return preview(rows, suggested)
    if name == "reminder":
        agency = _agency_of(rows, record_id, referral)
        return preview(rows, suggested_reminder(rows, agency), unanswered_of(rows, agency))
    raise RefusedError.of("id", "unknown_record")


def print_letter(office: OfficeFile, name: str, record_id: str, copy: str = "internal") -> bytes:
    """The pages as they leave the office, written first where no letter is there yet; one commit with its trace."""
    with office.write() as work:
        require_reader(work.actor.role, KINDS["letter"])
        letter = _written(work, name, record_id) or _write(work, name, record_id)
        if letter["direction"] == "in":
            raise RefusedError.of("id", "incoming_not_printed")
        if not letter["printed_at"]:
            refuse_unsendable(work, letter)
        if copy != "shared":  # which tells nothing of anybody
            refuse_disputed_letter(work, letter)
        pdf = preview(work, letter, shared=copy == "shared")
        _note(work, name, letter, pdf, copy)
    return pdf


def _note(work: UnitOfWork, name: str, letter: Row, pdf: bytes, copy: str) -> None:
    """When it was first printed and what was on it; a line in the audit log every time."""
    found = hashlib.sha256(pdf).hexdigest()
    if copy != "shared" and not letter["printed_at"]:
        work.change("letter", letter["id"], {"printed_at": work.at, "file_hash": found})
    changed = copy != "shared" and bool(letter["file_hash"]) and letter["file_hash"] != found
    detail = " ".join([copy, letter["number"], *(["changed"] if changed else [])])
    work.audit("print", name, letter["id"], detail)


def _written(rows: Rows, name: str, record_id: str) -> Row | None:
    """The letter meant: itself, a referral's or a need's; a reminder is the same as long as it names the same."""
    if not record_id:
        raise RefusedError.of("id", "required")
    letter = rows.get("letter", record_id)
    if letter is not None or name == "letter":
        return letter
    referral = _referral_of(rows, record_id)
    if name == "referral_letter":
        return rows.get("letter", referral["letter_id"]) if referral else None
    agency = _agency_of(rows, record_id, referral)
    now = {one["id"] for one in unanswered_of(rows, agency)}
    for one in reversed(rows.find("letter", to_org_id=agency, date=rows.today)):
        if one["kind"] == "reminder" and {referral["id"] for referral in reminded_referrals(rows, one["id"])} == now:
            return one
    return None


def _write(work: UnitOfWork, name: str, record_id: str) -> Row:
    require_writer(work, KINDS["letter"])
    referral = _referral_of(work, record_id)
    if name == "reminder":
        return write_reminder(work, _agency_of(work, record_id, referral))
    if name == "letter" or referral is None:
        raise RefusedError.of("id", "unknown_record")
    return write_referral_letter(work, referral["id"])


def _referral_of(rows: Rows, record_id: str) -> Row | None:
    """A referral by its id, or the newest one of a need."""
    of_need = [one for one in rows.find("referral", need_id=record_id) if one["status"] != "withdrawn"]
    return of_need[-1] if of_need else rows.get("referral", record_id)


def _agency_of(rows: Rows, record_id: str, referral: Row | None) -> str:
    agency = rows.get("organization", referral["agency_id"] if referral else record_id)
    if agency is None:
        raise RefusedError.of("id", "unknown_record")
    return str(agency["id"])


def paper_of(
    rows: Rows, values: Mapping[str, Any], referrals: list[Row] | None = None, *, shared: bool = False
) -> OfficialLetter:
    """Everything that stands on a letter. A shared copy tells nothing of a person (G-10)."""
    from desktop.reports.official_letter import OfficialLetter

    about, agency = rows.find("office")[0], rows.get("organization", values.get("to_org_id"))
    signer = _signer(rows, values.get("signed_by"))
    person = rows.get("person", values.get("person_id"))
    told = "" if shared else _told(rows, values)
    number = values.get("number") or ""
    named = referrals if referrals is not None else reminded_referrals(rows, values.get("id") or "")
    return OfficialLetter(
        title=f"{_title(values['kind'])} {number}".strip(),
        office_title=about["title_fa"],
        letterhead=tuple(about[f"letterhead_line{n}"] for n in (1, 2, 3) if about[f"letterhead_line{n}"]),
        logo=office_logo(rows),
        number=codes_in_order(number) if number else NO_NUMBER,
        date=values.get("date") or rows.today,
        recipient_title=values.get("to_title") or (agency["letter_title"] or agency["name_fa"] if agency else ""),
        subject=values.get("subject") or "",
        body=tuple(line for line in (values.get("body") or "").split("\n") if line.strip()),
        attachments=values.get("attachments_count") or 0,
        speed=_class("letter_speed", values.get("speed")),
        secrecy=_class("letter_secrecy", "confidential" if values.get("personal_items") else values.get("secrecy")),
        references=tuple(_references(rows, values, named)),
        person=told,
        reminded=tuple(_reminded(rows, one, values.get("date") or rows.today) for one in named),
        answer_due=values.get("answer_due_on"),
        carried=bool(values.get("handed_to_resident")) and person is not None,
        signer=signer["full_name"] if signer else "",
        signer_title=_post(signer),
        copies=tuple(values.get("copies") or ()),
        checklist=documents_of(agency) if agency and person and values["kind"] == "referral" else (),
        fictional=about["fictional"],
    )


def texts_of_items(rows: Rows, person_id: str | None) -> dict[str, str]:
    """Every personal item of somebody as it would stand on paper."""
    person = rows.get("person", person_id)
    if person is None:
        return {}
    household = rows.get("household", person["household_id"])
    address = household["address_text"] if household else None
    return item_texts(person, papers_of(rows, person["id"]), address, rows.today)


def _told(rows: Rows, values: Mapping[str, Any]) -> str:
    """What was ticked of the person, as the file tells it now; the letter's own record holds no value of a person."""
    return told_of(texts_of_items(rows, values.get("person_id")), values.get("personal_items") or ())


def _references(rows: Rows, values: Mapping[str, Any], named: list[Row]) -> list[str]:
    answered = rows.get("letter", values.get("in_reply_to"))
    lines = []
    if answered is not None:
        known = answered["sender_number"] if answered["direction"] == "in" else answered["number"]
        on = answered["sender_date"] or answered["date"]
        lines.append(reference("بازگشت به", known or answered["number"], on))
    letters = [rows.get("letter", one["letter_id"]) for one in named]
    earlier = [one for one in letters if one is not None]
    if not named and (before := rows.get("letter", values.get("follow_up_of"))) is not None:
        earlier = [before]
    if len(earlier) <= _FEW:
        return [*lines, *(reference("پیرو", one["number"], one["date"]) for one in earlier)]
    numbers = "، ".join(codes_in_order(one["number"]) for one in earlier)
    return [*lines, f"پیرو نامه شماره {numbers}"]


def _reminded(rows: Rows, referral: Row, on: Any) -> Reminded:
    from desktop.reports.official_letter import Reminded

    letter, need = rows.get("letter", referral["letter_id"]), rows.get("need", referral["need_id"])
    number = codes_in_order(letter["number"]) if letter else label_of("referral_mode", referral["mode"])
    sent = letter["date"] if letter else referral["sent_on"]
    return Reminded(number, sent, _subject(need, letter), max(0, (on - sent).days))


def _subject(need: Row | None, letter: Row | None) -> str:
    """What a referral is about, in words that were read for a letter; of a person's need else its field alone."""
    if letter is not None or need is None:
        return str(letter["subject"]) if letter else ""
    of_place = need["scope"] in ("group", "neighborhood")
    return str(need["subject"]) if of_place else label_of("need_field", need["field"])


def _signer(rows: Rows, staff_id: str | None) -> Row | None:
    managers = rows.find("staff_member", position="manager")
    return rows.get("staff_member", staff_id) or (managers[0] if managers else None)


def _post(signer: Row | None) -> str:
    if signer is None or signer["position"] == "manager":
        return "مدیر دفتر"
    return label_of("staff_position", signer["position"])


def _class(codes: str, code: str | None) -> str:
    """A class of speed or secrecy; the ordinary one is not written."""
    return label_of(codes, code) if code and code != "ordinary" else ""


def _title(kind: str) -> str:
    return {"referral": "نامهٔ ارجاع", "reminder": "نامهٔ یادآوری"}.get(kind, "نامه")
