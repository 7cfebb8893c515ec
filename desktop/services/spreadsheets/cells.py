"""What stands in one cell, as the value of one column: the form's own reader after undoing what spreadsheets do.

Excel makes numbers of codes, serials of dates, and drops leading zeros; people write «مؤنث» for a code. Whatever
cannot be understood for certain is refused with its reason, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Input
from desktop.domain.persian.calendar import PartialDate, jalali_month, numeric_ascii, read_partial
from desktop.domain.persian.digits import stored_percent, to_ascii
from desktop.domain.persian.identifiers import read_national_id
from desktop.domain.persian.text import clean, search_key
from desktop.domain.problems import Refusal
from desktop.services.spreadsheets.words import CODES, NOTHING

Cell = str | int | float | bool | date | datetime | time | timedelta | None
ReadText = Callable[[str], Any]
Read = Callable[[Cell], Any]

LONGEST = 32_767  # characters of a cell, Excel's own bound
UNCALCULATED = "#UNCALCULATED!"  # a formula whose result nobody has worked out yet
_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|UNCALCULATED!|ERROR!)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_GUARDED = re.compile(r"'['=+\-@\t\r\d]")  # how an export keeps a text from being a formula, and people a number whole
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.٫/]\d+)?[eE][+]?\d+", re.ASCII)
_WHOLE_IN_EXCEL = 10**15  # Excel keeps fifteen digits of a number
_KEPT = 20_000  # distinct texts of one column that are remembered
_DAY_ZERO = date(1899, 12, 30)
_MIDNIGHT = datetime(1899, 12, 30)  # noqa: DTZ001  a time of day has no zone
_SERIALS = range(10_000, 80_000)  # days of Excel from 1927 to 2119
_TO_1904 = 1462  # days between the two zeros
_JALALI = range(1206, 1499)
_CENTURY = 100
_COMMAS = "،,؛"  # between the texts of a list
_LONGEST_NOTHING = 12
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:18|19|20)\d\d)", re.ASCII)
_PLAIN_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", re.ASCII)
_ZEROS_AT_END = re.compile(r"(?:[-/.]0{1,2}){1,2}", re.ASCII)
_NUMBER_OF_A_PROGRAM = re.compile(r"(\d+)\.0+", re.ASCII)  # «1362.0»


class ColumnReader:
    """Reads the cells of one column; a cell that cannot be read becomes the `Refusal` itself. Texts are read once."""

    def __init__(self, about: About, links: ReadText | None = None, *, since_1904: bool = False) -> None:
        """`since_1904`: the file counts days from that year."""
        self._read = _reader(about, links)
        if since_1904 and about.input in (Input.DATE, Input.PARTIAL_DATE):
            self._read = _counted_since_1904(self._read)
        self._known: dict[Cell, Any] = {None: None, "": None}
        self.refused = False

    def many(self, cells: Iterable[Cell]) -> list[Any]:
        """The values of many cells, in order."""
        known, read = self._known, self.one
        return [known[cell] if cell in known else read(cell) for cell in cells]

    def one(self, cell: Cell) -> Any:
        value: Any
        try:
            value = self._read(cell)
        except Refusal as refusal:
            value, self.refused = refusal, True
        if cell.__class__ is str and len(self._known) < _KEPT:  # numbers are not kept: 1, 1.0 and True are one key
            self._known[cell] = value
        return value


def _reader(about: About, links: ReadText | None) -> Read:
    """By kind of input; the last word is always `About.read`."""
    if links is not None:
        return lambda cell: _or_nothing(cell, links)
    read = _READERS.get(about.input)
    return (lambda cell: _or_nothing(cell, about.read)) if read is None else (lambda cell: read(about, cell))


def _counted_since_1904(read: Read) -> Read:
    """Days that the file gives as bare numbers; its date cells are dates already."""

    def read_shifted(cell: Cell) -> Any:
        if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) + _TO_1904 in _SERIALS:
            return read(cell + _TO_1904)
        return read(cell)

    return read_shifted


def as_text(cell: Cell) -> str:
    """The text of a cell. Numbers are written out whole; what Excel has cut cannot be."""
    if isinstance(cell, str):
        return _unescaped(cell)
    if isinstance(cell, bool) or cell is None:
        raise Refusal("not_text")
    if isinstance(cell, int | float):
        if abs(cell) >= _WHOLE_IN_EXCEL:
            raise Refusal("digits_lost")
        return str(int(cell)) if float(cell).is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return str(cell)


def _unescaped(cell: str) -> str:
    if "_x" in cell:
        cell = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)
    if cell[:1] == "'" and _GUARDED.match(cell):
        cell = cell[1:]
    if cell[:1] == "#" and _ERROR.match(cell):
        raise Refusal("formula_uncalculated" if cell == UNCALCULATED else "formula_error", given=cell)
    if len(cell) > LONGEST:
        raise Refusal("too_long", limit=LONGEST)
    return cell


def is_nothing(text: str) -> bool:
    """Whether people write this where there is nothing to write."""
    if len(text) > _LONGEST_NOTHING:
        return False
    bare = clean(text).lower()
    return not bare or bare in NOTHING


def _or_nothing(cell: Cell, read: Callable[[str], Any]) -> Any:
    text = as_text(cell)
    return None if is_nothing(text) else read(text)


def _digits(about: About, cell: Cell) -> Any:
    """Codes and phone numbers: numbers written out, «9.93E+09» only when no digit is lost, a lone zero is nothing."""
    if isinstance(cell, str) and cell.isdigit() and cell.isascii():
        return about.read(cell) if cell.strip("0") else None
    text = to_ascii(as_text(cell)).strip()
    if is_nothing(text) or not text.strip("0"):
        return None
    if _SCIENTIFIC.fullmatch(text):
        text = _written_out(text)
    elif text.endswith(".0") and text[:-2].isdigit():
        text = text[:-2]
    return about.read(text)


def _written_out(text: str) -> str:
    try:
        number = Decimal(text.replace("٫", ".").replace("/", "."))
    except InvalidOperation as error:
        raise Refusal("scientific", given=text) from error
    written = format(number, "f")
    if len(number.as_tuple().digits) < len(written) or "." in written:  # the digits after the mantissa are gone
        raise Refusal("scientific", given=text)
    return written


def padded_national_id(text: str) -> str:
    """The number with the leading zeros that Excel dropped, when the check digit proves it; else as it came."""
    code = to_ascii(text).strip()
    if code.isdigit() and len(code) in (8, 9):
        try:
            return read_national_id(code.zfill(10))
        except Refusal:
            return text
    return text


def _number(about: About, cell: Cell) -> Any:
    if isinstance(cell, bool | date | time | timedelta):
        raise Refusal("not_a_number")
    if not isinstance(cell, int | float):
        return _or_nothing(cell, about.read)
    return about.read(str(cell) if cell > about.percent_of == 1 else cell)  # a share above the whole is in hundredths


def _yes_no(about: About, cell: Cell) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = as_text(cell) if isinstance(cell, str) else str(cell)
    try:
        return about.read(cell if isinstance(cell, bool) else text)
    except Refusal:
        if clean(text) in ("✓", "✔", "☑", "x", "X"):
            return True
        if is_nothing(text):
            return None
        raise


@cache
def _synonyms(codes: str) -> Mapping[str, str]:
    """Texts that mean a code of the list, without its own labels."""
    said = CODES.get(codes, {})
    own = {search_key(label) for label in CODE_LISTS[codes].values()}
    spoken = {search_key(code): code for code in CODE_LISTS[codes]}
    return spoken | {
        key: code for code, texts in said.items() for text in texts if (key := search_key(text)) not in own
    }


def _code(about: About, cell: Cell) -> Any:
    synonyms, text = _synonyms(about.codes), as_text(cell)
    key = search_key(text)
    if key in synonyms:
        return synonyms[key]
    try:
        return about.read(text)
    except Refusal:
        if is_nothing(text):
            return None
        raise


def _codes(about: About, cell: Cell) -> Any:
    text = as_text(cell)
    try:
        return about.read(_each_code(_synonyms(about.codes), text))
    except Refusal:
        if is_nothing(text):
            return None
        raise


def _each_code(synonyms: Mapping[str, str], text: str) -> list[str]:
    parts = [part for part in re.split("[،,؛;\n]", text) if clean(part)]
    return [synonyms.get(search_key(part), part) for part in parts]


def _texts(about: About, cell: Cell) -> Any:
    """Short texts between commas, or one in each line: then commas are their own."""
    return _or_nothing(cell, lambda text: about.read(text.splitlines() if "\n" in text else text))


def _written_texts(texts: Sequence[str]) -> str:
    if any(comma in text for text in texts for comma in _COMMAS):
        return "".join(f"{text}\n" for text in texts)
    return "، ".join(texts)


def _pairs(about: About, cell: Cell) -> Any:
    return _or_nothing(cell, lambda text: about.read(_code_map(text)))


def _code_map(text: str) -> dict[str, str]:
    """«آب: دارد، برق: ندارد» as written by an export."""
    pairs = (part.partition(":") for part in re.split("[،,؛;\n]", text.replace("=", ":")) if clean(part))
    return {clean(key): clean(value) for key, colon, value in pairs if colon or _not_a_pair()}


def _not_a_pair() -> bool:
    raise Refusal("not_a_list")


def _partial(about: About, cell: Cell) -> PartialDate | None:
    """A date of which the year or month alone may be known, with how much is known."""
    found = _read_date_cell(cell)
    if found is None:
        return None
    return PartialDate(about.read(found), found.precision)


def _day(about: About, cell: Cell) -> Any:
    found = _read_date_cell(cell)
    if found is None:
        return None
    if found.precision.value != "day":
        raise Refusal("bad_date")
    return about.read(found.date)


def _read_date_cell(cell: Cell) -> PartialDate | None:
    """Date cells, serials, Jalali years and dates as numbers, and every text the form understands."""
    if isinstance(cell, bool | time | timedelta):
        raise Refusal("bad_date")
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return read_partial(f"{day.year:04}/{day.month:02}/{day.day:02}")  # year 1362 in a date cell is Jalali
    if isinstance(cell, int | float):
        return _numeric_date(cell)
    if isinstance(cell, str) and _PLAIN_DAY.fullmatch(cell):
        return read_partial(_without_zeros(cell))
    text = as_text(cell)
    if is_nothing(text):
        return None
    typed = to_ascii(clean(text)).replace("\\", "/")
    whole = _NUMBER_OF_A_PROGRAM.fullmatch(typed)
    if whole or (typed.isdigit() and len(typed) in (1, 5, 6)):
        return _numeric_date(int(whole[1] if whole else typed))
    return read_partial(_without_zeros(_year_first(_without_time(typed))))


def _without_zeros(typed: str) -> str:
    """«1362/05/00»: where day or month is not known, programs write zeros."""
    if not typed.endswith("0") or len(typed) < 6 or not typed[:4].isdigit():
        return typed
    return typed[:4] if _ZEROS_AT_END.fullmatch(typed[4:]) else re.sub(r"[-/.]0{1,2}$", "", typed)


def _year_first(typed: str) -> str:
    """«25/07/1983»: a Gregorian date with its year last, if it can be read in one way only."""
    found = _YEAR_LAST.fullmatch(typed)
    if found is None:
        return typed
    first, second, year = (int(part) for part in found.groups())
    if (first > 12) == (second > 12):
        raise Refusal("bad_date")
    return f"{year}/{second}/{first}" if first > 12 else f"{year}/{first}/{second}"


def _without_time(typed: str) -> str:
    """«1983-07-25 00:00:00», as databases write it."""
    head, _, tail = typed.replace("T", " ").partition(" ")
    return head if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?", tail, re.ASCII) else typed


def _numeric_date(number: float) -> PartialDate | None:
    whole = int(number)
    if number == 0:  # a formula that leads to an empty cell
        return None
    if whole in _SERIALS:
        day = _DAY_ZERO + timedelta(days=whole)
        return read_partial(day.isoformat())
    if whole != number:
        raise Refusal("bad_date")
    if whole in _JALALI or len(str(whole)) == 8:
        return read_partial(str(whole))
    if len(str(whole)) == 6 and not number < 0:  # 620503
        text = str(whole)
        return read_partial(f"{text[:2]}/{text[2:4]}/{text[4:]}")
    raise Refusal("bad_date")


def born(year: Any, month: Any, day: Any) -> PartialDate:
    """A birth date written in three columns; a year of two digits belongs to the last hundred years."""
    whole = int(year)
    if whole < _CENTURY:
        whole += 1300 if whole > 4 else 1400
    if whole not in _JALALI:
        raise Refusal("bad_date")
    parts = [str(whole), *(str(int(part)) for part in (month, day) if part)]
    if day and not month:
        raise Refusal("bad_date")
    return read_partial("/".join(parts))


def _month(about: About, cell: Cell) -> Any:
    if isinstance(cell, date):
        return about.read(jalali_month(cell))
    return _or_nothing(cell, about.read)


def _time(about: About, cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return about.read(cell.time())
    if isinstance(cell, float) and 0 <= cell < 1:
        return about.read((_MIDNIGHT + timedelta(days=cell)).time().replace(microsecond=0))
    return about.read(cell) if isinstance(cell, time) else _or_nothing(cell, about.read)


_READERS: dict[Input, Callable[[About, Cell], Any]] = {
    Input.CODE: _code,
    Input.CODES: _codes,
    Input.TEXTS: _texts,
    Input.CODE_MAP: _pairs,
    Input.YES_NO: _yes_no,
    Input.PARTIAL_DATE: _partial,
    Input.DATE: _day,
    Input.MONTH: _month,
    Input.TIME: _time,
    Input.INTEGER: _number,
    Input.DECIMAL: _number,
    Input.DIGITS: _digits,
}


def written(about: About, value: Any, precision: str | None = None) -> str:
    """The value as an export writes it, which is what `ColumnReader` reads back."""
    if value is None or (isinstance(value, list | dict) and not value):
        return ""
    if about.percent_of:
        return stored_percent(value, about.percent_of)
    write = _WRITERS.get(about.input)
    if about.input is Input.PARTIAL_DATE:
        return numeric_ascii(value)[: {"year": 4, "month": 7}.get(precision or "", 10)]
    return write(about, value) if write else str(value)


def _label(codes: str, code: str) -> str:
    return CODE_LISTS[codes].get(code, code)


_WRITERS: dict[Input, Callable[[About, Any], str]] = {
    Input.CODE: lambda about, value: _label(about.codes, value),
    Input.CODES: lambda about, value: "، ".join(_label(about.codes, item) for item in value),
    Input.TEXTS: lambda _about, value: _written_texts(value),
    Input.CODE_MAP: lambda about, value: "، ".join(
        f"{_label(about.codes, key)}: {_label(about.map_codes, state)}" for key, state in value.items()
    ),
    Input.YES_NO: lambda _about, value: "بله" if value else "خیر",
    Input.DATE: lambda _about, value: numeric_ascii(value),
    Input.MONEY: lambda _about, value: f"{value} ریال",
    Input.TIME: lambda _about, value: str(value.isoformat("minutes")),
}
