"""One declaration per field: everything that forms, tables, lists, search, command line and log need to know.

A subject module writes each field once, as `name: Annotated[type, About(…)]` in a draft class. The
draft validates (pydantic calls `About.read`), the table class inherits the same fields, and every other
room asks `abouts(draft)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from sqlmodel import SQLModel

from desktop.domain.codes import code_of
from desktop.domain.persian.calendar import PartialDate, read_date, read_month, read_partial, to_gregorian
from desktop.domain.persian.digits import (
    read_decimal,
    read_int,
    read_percent,
    stored_float,
    stored_int,
    stored_percent,
    to_persian,
)
from desktop.domain.persian.money import read_money
from desktop.domain.persian.text import clean, clean_lines
from desktop.domain.persian.times import read_time
from desktop.domain.problems import Problem, Refusal, RefusedError


class Input(StrEnum):
    """The kind of input a field takes; a form makes one widget for each."""

    TEXT = "text"
    LINES = "lines"  # several lines of text
    DIGITS = "digits"  # a code shown left to right: numbers that are not counted with
    INTEGER = "integer"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    DATE = "date"
    PARTIAL_DATE = "partial_date"  # day, month or year known; the precision lies in `precision_field`
    TIME = "time"
    MONTH = "month"  # Jalali month, "1404-06"
    MOMENT = "moment"  # UTC
    MONEY = "money"  # int64 of current rial
    CODE = "code"  # one of a code list
    CODES = "codes"  # several of a code list
    CODE_MAP = "code_map"  # code of one list to code of another, e.g. utility to its state
    TEXTS = "texts"  # a list of short texts
    ROWS = "rows"  # a list of small records, each with the fields of `of`
    LINK = "link"  # the id of a record of another kind
    DATA = "data"  # the program's own lists and maps; no form asks for them


JSON_INPUTS = frozenset({Input.CODES, Input.TEXTS, Input.CODE_MAP, Input.ROWS, Input.DATA})  # stored as JSON text


class Sensitivity(StrEnum):
    """Who a value concerns (domain §3.1)."""

    PUBLIC = "pub"
    INTERNAL = "int"
    PERSONAL = "per"
    SENSITIVE = "sen"


class Access(StrEnum):
    """The row of the access matrix (domain §3.7) that says who reads and sets a field."""

    OPEN = "open"  # whoever may read the record
    MONEY = "money"
    IDENTIFIER = "identifier"
    SENSITIVE = "sensitive"
    RESIDENT = "resident"  # whom of the residents a record concerns
    TOLD = "told"  # free text, which may name a resident


class Search(StrEnum):
    """The column of the search index a field's text goes to."""

    NAMES = "names"
    NUMBERS = "numbers"
    WORDS = "words"


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What the program knows of one field. `label` and `help` are Persian, the source of all wording."""

    label: str
    input: Input = Input.TEXT
    help: str = ""
    required: bool = False
    codes: str = ""  # name of the code list; for CODE_MAP the list of keys
    map_codes: str = ""  # for CODE_MAP: the list of values
    links: str = ""  # kind that a LINK points to
    links_by: str = ""  # for a LINK to records of several kinds: the field that names the kind
    of: type[Draft] | None = None  # for ROWS: what a row is made of
    reader: Callable[[str], str] | None = None  # canonical form of a text, or Refusal
    sensitivity: Sensitivity = Sensitivity.INTERNAL
    search: Search | None = None
    column: int = 0  # place in the list, right to left; 0: not in the list
    shortest: int = 0
    longest: int = 0  # characters; 0: no bound
    low: float | None = None
    high: float | None = None
    not_future: bool = False
    doubt: Callable[[Any], str] | None = None  # code of a sentence about a stored value that is worth a second look
    precision_field: str = ""
    by_program: bool = False  # filled by the program; users and imports cannot set it
    in_form: bool = True
    logged: bool = True
    acting: bool = False  # a link to the staff member who writes, where nobody else is named
    guarded: bool = False  # free text in which nobody is labelled and no cause of a person stands (G-03, G-12)
    nameless: bool = False  # of a place: no resident is named in it, and no identity or telephone number stands in it (G-02)
    access: Access | None = None  # its row of the access matrix, where that does not follow from what it holds
    setters: frozenset[str] = frozenset()  # the roles that alone may set it; none named: whoever may write the record
    percent_of: float = 0  # a number that people read and write in hundredths: what is stored for «۱۰۰٪»; 0: no such number
    entered_in: str = ""  # for MONEY: «entered» keeps the amount and the unit as typed in `entered_amount`, `entered_unit`

    def read(self, given: object) -> Any:
        """The stored value of what was typed or imported; None for nothing. Raises `Refusal`."""
        if given is None or (isinstance(given, str) and not given[:1].isalnum() and not clean(given)):
            if self.required and not self.by_program:
                raise Refusal("required")
            return _EMPTY.get(self.input, lambda: None)()
        value = _READERS[self.input](self, given)
        self._bound(value)
        return value

    def _bound(self, value: object) -> None:
        if isinstance(value, str):
            if self.longest and len(value) > self.longest:
                raise Refusal("too_long", limit=to_persian(str(self.longest)))
            if len(value) < self.shortest:
                raise Refusal("too_short", limit=to_persian(str(self.shortest)))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            if self.low is not None and value < self.low:
                raise Refusal("too_small", limit=self._limit(self.low))
            if self.high is not None and value > self.high:
                raise Refusal("too_large", limit=self._limit(self.high))

    def _limit(self, bound: float) -> str:
        return stored_percent(bound, self.percent_of) if self.percent_of else to_persian(f"{bound:g}")

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read_for_pydantic, handler(source))

    def _read_for_pydantic(self, given: object) -> object:
        try:
            return self.read(given)
        except Refusal as refusal:
            raise PydanticCustomError("refusal", "refused", {"code": refusal.code, "facts": refusal.facts}) from refusal


class Draft(SQLModel):
    """What a user fills in: validated, never stored itself."""


DraftT = TypeVar("DraftT", bound=Draft)


@cache
def abouts(draft: type[SQLModel]) -> Mapping[str, About]:
    """Field name → declaration, in the order of the form. Works on drafts and on tables alike."""
    found: dict[str, About] = {}
    for name, info in draft.model_fields.items():
        for item in info.metadata:
            if isinstance(item, About):
                found[name] = item
    return found


def asked(fields: Mapping[str, About]) -> dict[str, About]:
    """The fields that a form asks for: not those that the program fills, nor those that steps set."""
    return {name: about for name, about in fields.items() if about.in_form and not about.by_program}


def read_draft(draft: type[DraftT], values: Mapping[str, object]) -> DraftT:
    """A valid draft of `values`; raises RefusedError with a problem for every field that is wrong."""
    known = abouts(draft)
    problems = [Problem(name, "unknown_field", {"given": name}) for name in values if name not in known]
    try:
        made = draft.model_validate(
            {n: v for n, v in values.items() if n in known and not _left_to_default(draft, n, v)}
        )
    except ValidationError as error:
        problems += [_problem(dict(item)) for item in error.errors(include_url=False)]
    if problems:
        raise RefusedError(problems)
    return made


def _left_to_default(draft: type[Draft], name: str, value: object) -> bool:
    """An emptied field that cannot be empty goes back to its default."""
    blank = value is None or (isinstance(value, str) and not clean(value))
    info = draft.model_fields[name]
    return blank and not info.is_required() and info.get_default(call_default_factory=True) is not None


def with_precision(draft: type[Draft], values: Mapping[str, object]) -> dict[str, object]:
    """`values` in which «1362» given for a partial date is a date and its precision, and an amount is also its words."""
    result = dict(values)
    for name, about in abouts(draft).items():
        given = values.get(name)
        if about.entered_in and name in values:
            amount, unit = entered_words(given)
            result |= {f"{about.entered_in}_amount": amount, f"{about.entered_in}_unit": unit}
        if isinstance(given, int) and not isinstance(given, bool):
            given = str(given)  # a year alone is often a number in JSON
        if about.input is not Input.PARTIAL_DATE or not isinstance(given, str) or not clean(given):
            continue
        try:
            partial = read_partial(given)
        except Refusal:
            continue
        result[name] = partial.date
        if not values.get(about.precision_field):
            result[about.precision_field] = partial.precision.value
    return result


def entered_words(given: object) -> tuple[str | None, str | None]:
    """The amount and the unit that were typed; a program's whole number is rial. None of what is no amount."""
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given), "ریال"
    try:
        money = read_money(given) if isinstance(given, str) and clean(given) else None
    except Refusal:
        money = None
    return (money.entered_amount, money.entered_unit) if money else (None, None)


def _problem(error: Mapping[str, Any]) -> Problem:
    name = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "refusal":
        return Problem(name, error["ctx"]["code"], error["ctx"]["facts"])
    return Problem(name, "required" if error["type"] == "missing" else "not_text")


def _read_text(about: About, given: object) -> str:
    if not isinstance(given, str):
        if not isinstance(given, int) or isinstance(given, bool):
            raise Refusal("not_text")
        given = str(given)
    text = clean(given)
    return about.reader(text) if about.reader else text


def _read_lines(_about: About, given: object) -> str:
    if not isinstance(given, str):
        raise Refusal("not_text")
    return clean_lines(given)


def _read_integer(about: About, given: object) -> int:
    if isinstance(given, bool):
        raise Refusal("not_an_integer")
    if about.percent_of and isinstance(given, str):
        given = read_percent(given, about.percent_of)
    if isinstance(given, int):
        return stored_int(given)
    if isinstance(given, float) and given.is_integer():
        return stored_int(int(given))
    if isinstance(given, str):
        return read_int(given)
    raise Refusal("not_an_integer")


def _read_decimal(about: About, given: object) -> float:
    if isinstance(given, bool):
        raise Refusal("not_a_number")
    if isinstance(given, int):
        return float(stored_int(given))
    if isinstance(given, float):
        return stored_float(given)
    if isinstance(given, str):
        return read_percent(given, about.percent_of) if about.percent_of else read_decimal(given)
    raise Refusal("not_a_number")


_EARLIEST = to_gregorian(1277, 1, 1)  # nobody and nothing in an office's records is older (domain §2.6)

_YES = frozenset({"true", "yes", "1", "بله", "آری", "بلی", "دارد", "۱"})
_NO = frozenset({"false", "no", "0", "خیر", "نه", "ندارد", "۰"})


def _read_yes_no(_about: About, given: object) -> bool:
    if isinstance(given, bool):
        return given
    word = clean(str(given)).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Refusal("not_yes_no")


def _read_date(about: About, given: object) -> date:
    if isinstance(given, datetime):
        given = given.date()
    if isinstance(given, PartialDate):
        given = given.date
    if not isinstance(given, date | str):
        raise Refusal("bad_date")
    if isinstance(given, str):
        given = read_partial(given).date if about.input is Input.PARTIAL_DATE else read_date(given)
    if given < _EARLIEST:
        raise Refusal("too_early")
    return given


def _read_time(_about: About, given: object) -> time:
    return given if isinstance(given, time) else read_time(str(given))


def _read_moment(_about: About, given: object) -> datetime:
    if isinstance(given, datetime):
        return given
    try:
        return datetime.fromisoformat(str(given))
    except ValueError as error:
        raise Refusal("bad_date") from error


def _read_money(_about: About, given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return stored_int(given)  # a program's integer is current rial; what people type always names its unit
    return read_money(str(given)).rial


def _read_code(about: About, given: object) -> str:
    return code_of(about.codes, given)


def _read_codes(about: About, given: object) -> list[str]:
    return [code_of(about.codes, item) for item in _items(given)]


def _read_code_map(about: About, given: object) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise Refusal("not_a_list")
    return {code_of(about.codes, key): code_of(about.map_codes, value) for key, value in given.items()}


def _read_texts(about: About, given: object) -> list[str]:
    return [text for text in (_read_text(about, item) for item in _items(given)) if text]


def _read_rows(about: About, given: object) -> list[dict[str, Any]]:
    """The rows that have something in them, as JSON holds them; a row that is wrong is named by its number."""
    if about.of is None or not isinstance(given, list | tuple):
        raise Refusal("not_a_list")
    made = []
    for number, row in enumerate(given, 1):
        if not isinstance(row, Mapping):
            raise Refusal("not_a_list")
        if any(value not in (None, "", [], {}) for value in row.values()):
            made.append(_read_row(about.of, row, number))
    return made


def _read_row(draft: type[Draft], row: Mapping[str, object], number: int) -> dict[str, Any]:
    made = {}
    for name, about in abouts(draft).items():
        try:
            value = about.read(row.get(name))
        except Refusal as refusal:
            raise Refusal("row_wrong", number=to_persian(str(number)), label=about.label) from refusal
        made[name] = value.isoformat() if isinstance(value, date | time) else value
    return made


def _items(given: object) -> list[object]:
    if isinstance(given, str):
        return [part for part in given.replace("،", ",").replace("؛", ",").replace("\n", ",").split(",") if clean(part)]
    if isinstance(given, list | tuple):
        return list(given)
    raise Refusal("not_a_list")


_READERS: dict[Input, Callable[[About, Any], Any]] = {
    Input.TEXT: _read_text,
    Input.LINES: _read_lines,
    Input.DIGITS: _read_text,
    Input.INTEGER: _read_integer,
    Input.DECIMAL: _read_decimal,
    Input.YES_NO: _read_yes_no,
    Input.DATE: _read_date,
    Input.PARTIAL_DATE: _read_date,
    Input.TIME: _read_time,
    Input.MONTH: lambda _about, given: read_month(str(given)),
    Input.MOMENT: _read_moment,
    Input.MONEY: _read_money,
    Input.CODE: _read_code,
    Input.CODES: _read_codes,
    Input.CODE_MAP: _read_code_map,
    Input.TEXTS: _read_texts,
    Input.ROWS: _read_rows,
    Input.LINK: _read_text,
    Input.DATA: lambda _about, given: given,
}
_EMPTY: dict[Input, Callable[[], Any]] = {Input.CODES: list, Input.TEXTS: list, Input.ROWS: list, Input.CODE_MAP: dict}
