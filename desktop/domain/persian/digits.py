"""Numbers as the office writes and reads them: Persian digits on screen and paper, ASCII in the store."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

from desktop.domain.problems import Refusal

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
ASCII_DIGITS = "0123456789"
THOUSANDS = "٬"
DECIMAL_POINT = "٫"
MINUS = "\u2212"
PERCENT = "٪"
PERCENT_SIGNS = f"{PERCENT}%"

LARGEST_INT = 2**63 - 1

_TO_ASCII = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2)
_TO_PERSIAN = str.maketrans(ASCII_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_INVISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

_SEPARATOR = "[٬,،'’ ]"
_MINUSES = f"-{MINUS}\u2010\u2011\u2013"
_WHOLE = rf"[1-9][0-9]{{0,2}}(?P<gap>{_SEPARATOR})[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*|[0-9]+"
_NUMBER = re.compile(rf"(?P<sign>[{_MINUSES}+]?) ?(?P<whole>{_WHOLE})(?:[٫./](?P<fraction>[0-9]+))?")
_ANY_SEPARATOR = re.compile(_SEPARATOR)
_EXACT = Context(prec=800)
_KEPT_PLACES = 6  # of a share; more come only of dividing

_RIGHT_TO_LEFT = "\u200f"
_CODE = re.compile(r"[\w\u200c-]+(?:/[\w\u200c-]+)+")
_DIGITS_MEET = re.compile(r"[0-9۰-۹٠-٩]/[0-9۰-۹٠-٩]")
_LETTERS_ONLY = re.compile(r"[\u0621-\u064a\u0671-\u06d3\u200c]+")


def to_ascii(text: str) -> str:
    """Digits of all three scripts as the store keeps them; everything else untouched."""
    return text.translate(_TO_ASCII)


def to_persian(text: str) -> str:
    """Digits as a reader of Persian expects them; everything else untouched."""
    return text.translate(_TO_PERSIAN)


def codes_in_order(text: str) -> str:
    """A line in which codes such as «کر-۰۳/۱۴۰۴/ن/۰۰۱۲» are read from right to left, part after part.

    Where two parts that meet are digits, a line of text would show them as one number, the second before the first.
    Dates and numbers of digits alone stay as they are: they are written from left to right.
    """
    if "/" not in text or not _DIGITS_MEET.search(text):
        return text
    return _CODE.sub(_in_order, text)


def _in_order(code: re.Match[str]) -> str:
    whole = code.group()
    if not any(map(_LETTERS_ONLY.fullmatch, whole.split("/"))):
        return whole
    return whole.replace("/", f"{_RIGHT_TO_LEFT}/{_RIGHT_TO_LEFT}")


def grouped(n: int) -> str:
    """A count for screen and paper: «۱۲٬۳۴۵»."""
    return to_persian(f"{n:,}".replace(",", THOUSANDS).replace("-", MINUS))


def decimal(x: float, places: int = 1) -> str:
    """A measure for screen and paper: «۶۲٫۵»; a written half is rounded up, as people round on paper."""
    if not math.isfinite(x):
        raise ValueError("only a finite number can be written")
    rounded = Decimal(str(x)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    text = f"{abs(rounded) if rounded.is_zero() else rounded:,f}"
    return to_persian(text.replace(",", THOUSANDS).replace(".", DECIMAL_POINT).replace("-", MINUS))


def percent(x: float, places: int = 1) -> str:
    """A share that is already counted in hundredths: 62.5 becomes «۶۲٫۵٪»."""
    return decimal(x, places) + PERCENT


def stored_percent(stored: float, whole: float) -> str:
    """A stored share for screen and paper, of which `whole` is all: 0.75 of 1 becomes «۷۵٪», 66.7 of 100 «۶۶٫۷٪»."""
    hundredths = Decimal(str(stored)) * 100 / Decimal(str(whole))
    return percent(float(hundredths), min(2, max(0, -int(hundredths.normalize().as_tuple().exponent))))


def read_percent(text: str, whole: float) -> float:
    """What is stored for a typed percentage: «۷۵», «۷۵٪» and, where `whole` is 1, also «0.75» are one."""
    bare = text.translate(_INVISIBLE).strip()
    is_told = bare[-1:] in PERCENT_SIGNS or bare[:1] in PERCENT_SIGNS
    number = plain_number(bare.strip(PERCENT_SIGNS))
    if number is None:
        raise Refusal("not_a_number")
    given = stored_float(float(number))
    if not is_told and "." in number and abs(given) <= whole == 1:
        return given
    return round(given * whole / 100, _KEPT_PLACES)


def plain_number(text: str) -> str | None:
    """A typed number as bare ASCII («−۱۲٬۳۴۵٫۶» → "-12345.6"), or None when it is not one.

    Thousands must stand in threes, all parted by one sign, and cannot begin with zero: «۱٬۵» is refused, because
    reading it as fifteen would be a guess, and so would «۰٬۵۰۰» as five hundred.
    """
    typed = " ".join(to_ascii(text).translate(_INVISIBLE).split())
    found = _NUMBER.fullmatch(typed)
    if found is None:
        return None
    number = _ANY_SEPARATOR.sub("", found["whole"]).lstrip("0") or "0"
    fraction = f".{found['fraction']}" if found["fraction"] else ""
    return ("-" if found["sign"] and found["sign"] in _MINUSES else "") + number + fraction


def read_int(text: str) -> int:
    """A whole number as typed in any of the three digit scripts."""
    number = plain_number(text)
    if number is None or "." in number:
        raise Refusal("not_an_integer")
    if len(number) > 20:  # longer than the store's numbers, and perhaps than Python's
        raise _beyond(is_negative=number.startswith("-"))
    return stored_int(int(number))


def stored_int(n: int) -> int:
    """The number itself, if the store can hold it."""
    if not -LARGEST_INT <= n <= LARGEST_INT:
        raise _beyond(is_negative=n < 0)
    return n


def read_decimal(text: str) -> float:
    """A number with or without a fraction; «۲٫۵», «2.5» and «۲/۵» are one."""
    number = plain_number(text)
    if number is None:
        raise Refusal("not_a_number")
    return stored_float(float(number))


def stored_float(x: float) -> float:
    """The measure itself, if it is one: endless and undefined ones come out of other programs."""
    if not math.isfinite(x):
        raise Refusal("not_a_number")
    return x


def _beyond(*, is_negative: bool) -> Refusal:
    if is_negative:
        return Refusal("too_small", limit=grouped(-LARGEST_INT))
    return Refusal("too_large", limit=grouped(LARGEST_INT))
