"""The columns that a kind gives to a sheet and takes from one: derived from the declarations, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop.domain.fields import About, Input, Sensitivity
from desktop.domain.kinds import KINDS
from desktop.domain.persian.text import search_key
from desktop.domain.problems import RefusedError
from desktop.domain.record import Kind
from desktop.services.access import kind_named
from desktop.services.spreadsheets.words import JOINS, JOINS_HEADER

# An account needs its key slot, the office is founded, and what belongs to one person comes with the person.
_NOT_IN_SHEETS = frozenset(
    {"user_account", "office", "need_event", "person_identifier", "consent", "person_sensitive", "merge_record"}
)
_NEVER = frozenset({Input.DATA, Input.MOMENT, Input.ROWS})  # rows have no cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` is unique in the sheet, `field` is the field of `kind` that its cells fill."""

    name: str
    kind: str
    field: str
    label: str
    about: About
    required: bool = False
    in_export: bool = True


def sheet_kind(name: str) -> Kind:
    """The kind of that name, if it can be had as a sheet."""
    kind = kind_named(name)
    if name in _NOT_IN_SHEETS or not kind.writers:
        raise RefusedError.of("kind", "no_sheet_of_kind", given=kind.plural)
    return kind


@cache
def columns_of(kind_name: str) -> tuple[Column, ...]:
    """Every column of the kind's sheet. A sheet of people also carries their households, papers and basic consent."""
    own = _own_columns(KINDS[kind_name])
    if kind_name != "person":
        return own
    taken = {search_key(column.label) for column in own}
    household = tuple(
        _of_household(column, taken) for column in _own_columns(KINDS["household"]) if column.name != "id"
    )
    number, home = household[:1], household[1:]
    own = tuple(column for column in own if column.name != "household_id")
    names = [column.name for column in own]
    after = names.index("sex") + 1
    joins = Column(
        JOINS, "household", "joins", JOINS_HEADER, About(label=JOINS_HEADER, input=Input.DIGITS), in_export=False
    )
    born = tuple(
        Column(
            f"birth_{part}", "person", f"birth_{part}", label, About(label=label, input=Input.INTEGER), in_export=False
        )
        for part, label in (("year", "سال تولد"), ("month", "ماه تولد"), ("day", "روز تولد"))
    )
    return (*own[:2], *number, joins, *own[2:after], *_paper_columns(), *born, *own[after:], *_consent_columns(), *home)


def export_columns(kind_name: str) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(kind_name) if column.in_export)


def column_named(kind_name: str, name: str) -> Column:
    return next(column for column in columns_of(kind_name) if column.name == name)


def _own_columns(kind: Kind) -> tuple[Column, ...]:
    fields = kind.fields
    precisions = {about.precision_field for about in fields.values() if about.precision_field}
    found = [Column("id", kind.name, "id", "شناسه", About(label="شناسه"), in_export=False)]
    if kind.number:
        about = fields[kind.number]
        found.append(Column(kind.number, kind.name, kind.number, about.label, about))
    for name, about in fields.items():
        if (
            about.by_program
            or about.sensitivity is Sensitivity.SENSITIVE
            or about.input in _NEVER
            or name in precisions
        ):
            continue
        info = kind.draft.model_fields[name]
        found.append(Column(name, kind.name, name, about.label, about, about.required and info.is_required()))
    return tuple(found)


def _of_household(column: Column, taken: Iterable[str]) -> Column:
    label = f"{column.label} خانوار" if search_key(column.label) in taken else column.label
    required = column.required and column.name != "declared_size"  # the rows of the household are counted
    return Column(f"household.{column.name}", "household", column.name, label, column.about, required)


def _paper_columns() -> Iterable[Column]:
    paper = KINDS["person_identifier"].fields
    yield Column(
        "national_id", "person_identifier", "value", KINDS["person"].fields["national_id"].label, paper["value"]
    )
    yield Column("identifier_type", "person_identifier", "type", paper["type"].label, paper["type"])
    yield Column("identifier_value", "person_identifier", "value", "شمارهٔ مدرک", paper["value"])


def _consent_columns() -> Iterable[Column]:
    consent = KINDS["consent"].fields
    yield Column("consent_method", "consent", "method", "شیوهٔ رضایت", consent["method"])
    yield Column("consent_given_on", "consent", "given_on", "تاریخ رضایت", consent["given_on"])
    yield Column("consent_witness_staff_id", "consent", "witness_staff_id", "شاهد رضایت", consent["witness_staff_id"])
