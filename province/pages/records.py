"""Records that the province reads and writes: lists over all offices, one record with its life, and their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.places import COUNTIES, PROVINCES
from desktop.domain.steps import asked
from province.deeds import step
from province.pages.county_sums import SUMS
from province.pages.declared import (
    Answer,
    Handler,
    Moved,
    Page,
    Shown,
    identifier,
    in_form,
    in_path,
    in_query,
    number,
)
from province.pages.record_forms import Field, fields_of, formable, given_of, parts_of, title_of, told_value
from province.pages.spreading import BEING_WRITTEN, write_everywhere, write_into
from province.pages.subjects import SUBJECTS, Subject
from province.pages.visiting import NotThereError, Visit
from province.seeing import Seen
from province.store.devices import joined_offices
from province.store.office_places import PlacedOffice
from province.store.office_records import Wanted, holders, listed, one_of, shared, written_by
from province.store.published import PUBLISHED

_PAGE = 50
ALL = "all"  # in the place of an office's code, for what is the same in all of them
_KNOWN = {"county": COUNTIES, "province": PROVINCES}


class Move(NamedTuple):
    """A step that may be taken now, with the form that it asks."""

    target: str
    label: str
    tells: tuple[str, ...]
    fields: list[Field]


def pages_of(subject: Subject) -> Iterable[Page]:
    """All routes of a subject."""
    kind, here = subject.kind, subject.path
    code, record = in_path("code", "کد دفتر، یا all"), in_path("id", "شناسه")
    office = in_query("office", "کد دفتر", identifier)
    yield Page(
        path=here, needs=subject.sees, answer=_with(subject, show_list), title=kind.plural,
        takes=(office, in_query("state", "وضعیت", identifier), in_query("page", "صفحه", number(1, 100_000))),
    )  # fmt: skip
    if subject.writes is not None:
        form = _with(subject, show_new)
        yield Page(path=f"{here}/new", needs=subject.writes, answer=form, title=f"{kind.label} تازه", takes=(office,))
        yield Page(
            path=f"{here}/new", method="POST", needs=subject.writes, answer=_with(subject, add), again=form,
            title=f"{kind.label} تازه", open_form=True, takes=(office,),
        )  # fmt: skip
        again = _with(subject, show_edit)
        yield Page(
            path=f"{here}/{{code}}/{{id}}/edit", needs=subject.writes, answer=again, title=f"تغییر {kind.label}",
            takes=(code, record),
        )  # fmt: skip
        yield Page(
            path=f"{here}/{{code}}/{{id}}/edit", method="POST", needs=subject.writes, answer=_with(subject, change),
            again=again, title=f"تغییر {kind.label}", open_form=True, takes=(code, record),
        )  # fmt: skip
    shown = _with(subject, show_record)
    yield Page(path=f"{here}/{{code}}/{{id}}", needs=subject.sees, answer=shown, title=kind.label, takes=(code, record))
    if subject.steps is not None:
        yield Page(
            path=f"{here}/{{code}}/{{id}}/step", method="POST", needs=subject.steps, answer=_with(subject, move),
            again=shown, title=f"گام {kind.label}", open_form=True,
            takes=(code, record, in_form("target", "وضعیت", identifier, required=True)),
        )  # fmt: skip


def show_list(visit: Visit, subject: Subject) -> Answer:
    """The records, newest or first by name; what is the same everywhere stands once."""
    kind, start = subject.kind, (visit.given["page"] or 1) - 1
    columns = [name for name, about in sorted(kind.fields.items(), key=lambda pair: pair[1].column) if about.column]
    columns = [name for name in columns if name in PUBLISHED[kind.name].c and name not in kind.title][:6]
    with visit.reading() as connection:
        if subject.everywhere:
            both = sorted(shared(connection, kind.name), key=lambda pair: title_of(kind, pair[0]))
            total, found = len(both), both[start * _PAGE : (start + 1) * _PAGE]
        else:
            order = tuple((name, kind.descending) for name in kind.order or kind.title)
            page = listed(connection, _wanted(visit, connection, subject), order, start * _PAGE, _PAGE)
            total, found = page.total, [(row, 0) for row in page.rows]
        finders = {office: _finder(connection, office) for office in {row["office_id"] for row, _ in found}}
        rows = [_line(visit, finders[row["office_id"]], subject, row, many, columns) for row, many in found]
        sums = SUMS[subject.name](visit, connection) if subject.name in SUMS else None
    life = kind.life
    return Shown(
        "records.html",
        {
            "subject": subject, "sums": sums, "heads": [kind.fields[name].label for name in columns], "rows": rows,
            "total": total, "start": start + 1, "pages": -(-total // _PAGE), "state": life.field if life else "",
            "states": _states(subject), "may_write": subject.writes is not None and visit.may(subject.writes),
            "office_choices": [(one.code, one.title) for one in visit.offices],
        },
    )  # fmt: skip


def show_record(visit: Visit, subject: Subject) -> Answer:
    kind = subject.kind
    with visit.reading() as connection:
        office, row = _found(visit, connection, subject)
        find = _finder(connection, row["office_id"])
        facts = [
            (about.label, told_value(about, row.get(name), find))
            for name, about in kind.fields.items()
            if name in row and row[name] not in (None, "", []) and name not in _NOT_SHOWN and name != kind.state
        ]
        rows = [
            (about.label, _rows_told(about, row[name], find))
            for name, about in kind.fields.items()
            if about.of is not None and row.get(name)
        ]
        moves = _moves(visit, connection, subject, row)
        having, joined = _spread(connection, kind.name, row) if subject.everywhere else (0, 0)
    behind = visit.told == BEING_WRITTEN and having < joined
    visit.tells_again = behind
    return Shown(
        "record.html",
        {
            "subject": subject, "row": row, "office": office, "title": title_of(kind, row), "facts": facts,
            "tables": rows, "moves": moves, "state": kind.state_of(row, visit.today),
            "having": having, "joined": joined, "behind": behind,
            "codes": kind.fields[kind.state].codes if kind.state else "", "code": visit.given["code"],
            "may_write": subject.writes is not None and visit.may(subject.writes), "extra": _EXTRA.get(subject.name),
        },
    )  # fmt: skip


def show_new(visit: Visit, subject: Subject) -> Answer:
    office = _office(visit, subject, visit.given["office"] or "")
    return _form(visit, subject, office, {}, f"{subject.path}/new", f"{subject.kind.label} تازه")


def show_edit(visit: Visit, subject: Subject) -> Answer:
    with visit.reading() as connection:
        office, row = _found(visit, connection, subject)
    action = f"{subject.path}/{visit.given['code']}/{row['id']}/edit"
    return _form(visit, subject, office, row, action, title_of(subject.kind, row))


def add(visit: Visit, subject: Subject) -> Answer:
    """A new record: in one office, or in all under one id."""
    office = _office(visit, subject, visit.given["office"] or "")
    made, told = _write(visit, subject, office, "")
    return Moved(f"{subject.path}/{office.code if office else ALL}/{made}", told)


def change(visit: Visit, subject: Subject) -> Answer:
    with visit.reading() as connection:
        office, row = _found(visit, connection, subject)
    _, told = _write(visit, subject, office, row["id"])
    return Moved(f"{subject.path}/{visit.given['code']}/{row['id']}", told)


def move(visit: Visit, subject: Subject) -> Answer:
    """A step of the record's life, by the table of its life cycle."""
    with visit.reading() as connection:
        office, row = _found(visit, connection, subject)
    if office is None:
        raise NotThereError
    target, life = visit.given["target"], subject.kind.life
    taken = life.find(str(row[life.field]), target) if life else None
    given = given_of(asked(subject.kind, taken), visit.form) if taken else {}
    told = {name: value for name, value in given.items() if value not in ("", [], None)}
    with visit.writing() as connection:
        step(connection, visit.province, office.office, (subject.name, row["id"], target, told), visit.user, visit.at)
        visit.note(connection, "record_stepped", office.id, f"{subject.name}:{row['id']}:{target}")
    return Moved(f"{subject.path}/{office.code}/{row['id']}", "written")


def _write(visit: Visit, subject: Subject, office: PlacedOffice | None, known: str) -> tuple[str, str]:
    """Its id, and the code of what is then said."""
    given = given_of(formable(subject.kind, but=subject.not_asked), visit.form)
    if office is not None:
        return write_into(visit, subject.name, office, given, known), "written"
    return write_everywhere(visit, subject.name, given, known)


def _form(
    visit: Visit, subject: Subject, office: PlacedOffice | None, row: Mapping[str, Any], action: str, title: str
) -> Answer:
    with visit.reading() as connection:
        linkable = _linkable(connection, office.id if office else None, visit)
        told = formable(subject.kind, but=subject.not_asked)
        fields = fields_of(told, row, visit.form, linkable)
    if office is not None and not row:
        action += f"?office={office.code}"
    return Shown(
        "record_form.html", {"subject": subject, "fields": fields, "action": action, "title": title, "office": office}
    )


def _office(visit: Visit, subject: Subject, code: str) -> PlacedOffice | None:
    """The office that a record is written into; None: all of them."""
    if subject.everywhere:
        return None
    return visit.office(code)


def _found(visit: Visit, connection: Connection, subject: Subject) -> tuple[PlacedOffice | None, Mapping[str, Any]]:
    """The record of an address and its office; NotThereError for what lies outside the bound of the account."""
    code = visit.given["code"]
    if subject.everywhere and code == ALL:
        known = {row["id"]: row for row, _ in shared(connection, subject.name)}
        if visit.given["id"] not in known:
            raise NotThereError
        return None, known[visit.given["id"]]
    office = visit.office(code)
    wanted = _wanted(visit, connection, subject)._replace(office_id=office.id, state=None)
    row = one_of(connection, wanted, visit.given["id"])
    if row is None:
        raise NotThereError
    return office, row


def _wanted(visit: Visit, connection: Connection, subject: Subject) -> Wanted:
    kind, code = subject.kind, visit.given.get("office") or ""
    office_id = visit.office(code).id if code else None
    state = visit.given.get("state")
    hidden = kind.hidden_until if kind.hidden_until and visit.user.role not in kind.seers else ""
    own = written_by(connection, visit.user.id, kind.name) if hidden else frozenset[str]()
    chosen = (kind.state, state) if kind.state and state else None
    return Wanted(kind.name, visit.within, office_id, chosen, hidden, own)


def _moves(visit: Visit, connection: Connection, subject: Subject, row: Mapping[str, Any]) -> list[Move]:
    """The steps that this role may take from here."""
    life = subject.kind.life
    if life is None or subject.steps is None or not visit.may(subject.steps):
        return []
    linkable = _linkable(connection, row["office_id"], visit)
    return [
        Move(one.target, one.label, one.tells, _move_fields(visit, subject, one, row, linkable))
        for one in life.leaving(str(row[life.field]))
        if visit.user.role in one.roles
    ]


def _move_fields(
    visit: Visit, subject: Subject, taken: Transition, row: Mapping[str, Any], linkable: Callable[[str], Any]
) -> list[Field]:
    known = {name: row[name] for name in (*taken.needs, *taken.asks) if name in row}
    typed = visit.form if visit.given.get("target") == taken.target else {}
    return fields_of(asked(subject.kind, taken), known, typed, linkable)


def _linkable(connection: Connection, office_id: str | None, visit: Visit) -> Callable[[str], list[tuple[str, str]]]:
    """The records that links may point to: of one office, or those that lie under one id in all."""

    def linked(kind: str) -> list[tuple[str, str]]:
        if office_id is not None:
            rows = Seen(connection, office_id, visit.today, visit.user.role).find(kind)
        else:
            rows = [dict(row) for row, _ in shared(connection, kind)] if KINDS[kind].keyed_by else []
        found = _KNOWN.get(kind, {}) | {row["id"]: title_of(KINDS[kind], row) for row in rows}
        return sorted(found.items(), key=lambda pair: pair[1])

    return linked


def _finder(connection: Connection, office_id: str) -> Callable[[str, str], str]:
    """Names of linked records of an office; each is looked up once for a page."""

    @cache
    def find(kind: str, record_id: str) -> str:
        row = Seen(connection, office_id, date.min, "").get(kind, record_id)
        return title_of(KINDS[kind], row) if row else _KNOWN.get(kind, {}).get(record_id, record_id[:8])

    return find


def _line(
    visit: Visit,
    find: Callable[[str, str], str],
    subject: Subject,
    row: Mapping[str, Any],
    many: int,
    columns: list[str],
) -> Mapping[str, Any]:
    kind = subject.kind
    office = visit.by_id.get(row["office_id"])
    state = kind.state_of(row, visit.today)
    told = {name: told_value(kind.fields[name], row.get(name), find) for name in columns}
    if kind.state in told:
        told[kind.state] = told_value(kind.fields[kind.state], state, find)
    return {
        "id": row["id"], "title": title_of(kind, row), "told": list(told.values()), "office": office, "many": many,
        "state": state, "at": columns.index(kind.state) if kind.state in columns else -1,
    }  # fmt: skip


def _rows_told(about: About, rows: Iterable[Mapping[str, Any]], find: Callable[[str, str], str]) -> Any:
    parts = parts_of(about)
    return {
        "heads": [one.label for one in parts.values()],
        "rows": [[told_value(one, row.get(name), find) for name, one in parts.items()] for row in rows],
    }


def _spread(connection: Connection, kind: str, row: Mapping[str, Any]) -> tuple[int, int]:
    """In how many offices a record stands as it does here, and how many have joined."""
    return len(holders(connection, kind, row)), len(joined_offices(connection))


def _states(subject: Subject) -> list[tuple[str, str]]:
    state = subject.kind.state
    return list(CODE_LISTS[subject.kind.fields[state].codes].items()) if state else []


def _with(subject: Subject, answer: Callable[[Visit, Subject], Answer]) -> Handler:
    return lambda visit: answer(visit, subject)


_NOT_SHOWN = frozenset({"entered_amount", "entered_unit"})
_EXTRA = {"ngo_plan": "plan_score.html"}
PAGES = tuple(page for subject in SUBJECTS for page in pages_of(subject))
