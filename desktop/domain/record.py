"""What every stored record carries besides its own fields (domain §3.1), and what a kind of record is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from sqlmodel import Field, SQLModel

from desktop.domain.fields import About, Draft, abouts
from desktop.domain.lifecycle import LifeCycle
from desktop.domain.problems import Problem

Row = Mapping[str, Any]


class Record(SQLModel):
    """Columns of every synced table. `row` is this laptop's own number and never leaves it."""

    row: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)  # UUIDv7
    office_id: str
    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    row_version: int = 1
    device_id: str
    deleted_at: datetime | None = None
    sync_state: str = "local"


BASE_COLUMNS = tuple(Record.model_fields)


class Facts(Protocol):
    """What a rule may ask of the office's records; every answer is a plain row."""

    today: date
    role: str

    def get(self, kind: str, record_id: str | None) -> Row | None: ...

    def find(self, kind: str, /, **where: object) -> list[Row]: ...


Rule = Callable[[Row, Facts], Iterable[Problem]]
Lock = Callable[[Row, Facts], list[Problem]]
Filler = Callable[[Row, Facts], Mapping[str, Any]]


def no_rules(_values: Row, _facts: Facts) -> Iterable[Problem]:
    return ()


def no_locks(_values: Row, _facts: Facts) -> list[Problem]:
    return []


def nothing_filled(_values: Row, _facts: Facts) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Numbering:
    """How records of a kind get the number people read, each from the block of the laptop that registers it."""

    sequence: Callable[[Row], str]  # the name of the sequence in which a record takes its place
    text: Callable[[Row, Row, int], str]  # the number, of the record, the office and the place


@dataclass(frozen=True, kw_only=True, eq=False)
class Kind:
    """One subject of the office: its fields, its table, its rules and how it is read by people.

    There is one of each, and what is worked out from it is kept under it; so it is itself and equal to no other.
    """

    name: str
    label: str
    plural: str
    draft: type[Draft]
    table: type[Record]
    title: tuple[str, ...]  # fields whose texts make the title
    title_prefix: str = ""  # a word before the title, where the fields alone do not tell what it is
    detail: tuple[str, ...] = ()  # fields whose texts make the second line
    order: tuple[str, ...] = ()  # fields that sort the list; default: the title
    descending: bool = False
    number: str = ""  # field that carries the running number people read
    numbering: Numbering | None = None  # where the number is more than a place in one sequence
    state: str = ""  # field of the life cycle or status
    dated_by: str = ""  # date whose Jalali month is stored in `jalali_month`
    rules: Rule = no_rules
    stays: frozenset[str] = frozenset()  # states in which a record is never taken away
    locks: Lock = no_locks  # why nothing may be added here, changed or taken away any more
    doubts: Rule = no_rules  # what is allowed but worth a second look; told beside the field, never refused
    fill: Filler = nothing_filled  # what the program works out for itself before saving
    life: LifeCycle | None = None
    state_on: Callable[[Row, date], str] | None = None  # the state as of a day, where time alone changes it
    keyed_by: str = ""  # the field whose value is also the id: codes that stay the same in every office
    chosen_from: bool = False  # a list to choose from: found where one chooses, not by the search over everything
    hidden_until: str = ""  # a record that others do not see before this field is filled
    seers: frozenset[str] = frozenset()  # who sees a hidden record all the same
    seers_of_own: frozenset[str] = frozenset()  # who sees the hidden records that they wrote themselves
    readers: frozenset[str] | None = None  # who may read the kind at all; None: as for all kinds
    writers: frozenset[str] = field(default=frozenset({"facilitator", "social_worker", "office_manager"}))

    @property
    def fields(self) -> Mapping[str, About]:
        return abouts(self.draft)

    def is_hidden(self, row: Row) -> bool:
        """Whether a record is still unseen by all but its seers."""
        return bool(self.hidden_until) and row[self.hidden_until] is None

    def state_of(self, row: Row, on: date) -> str:
        """The state of a record as of a day; "" for a kind that has none."""
        if self.state_on is not None:
            return self.state_on(row, on)
        return str(row[self.state] or "") if self.state else ""
