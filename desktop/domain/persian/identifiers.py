"""The numbers by which people, places and organisations are known, read as they are typed.

A right check digit catches slips of the finger; it proves nobody's identity, and no reader here asks
whether a person may be in the country.
"""

from __future__ import annotations

import re
from operator import mul

from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.text import ZWNJ, clean
from desktop.domain.problems import Refusal

_BETWEEN_DIGITS = re.compile(f"[ {ZWNJ}\u2010-\u2015\u2212-]")
_IN_PHONES = re.compile("[()./]")
_ALL_EQUAL = re.compile(r"(.)\1*")

_ID_LENGTH = 10
_LEGAL_ID_WEIGHTS = (29, 27, 23, 19, 17) * 2
_RESIDENT_SEQUENCE = 5
_FOREIGNER_LENGTHS = {"foreigner_unique_code": (12,), "foreigner_inclusive_code": (10, 12, 16)}

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def read_national_id(text: str) -> str:
    """The ten digits of کد ملی; lost leading zeros are offered back, never added unasked."""
    code = _compact(text)
    if not _is_digits(code, 8, _ID_LENGTH):
        raise Refusal("national_id_length")
    full = code.zfill(_ID_LENGTH)
    if _ALL_EQUAL.fullmatch(full):
        raise Refusal("national_id_equal")
    if not _national_check_holds(full):
        raise Refusal("national_id_length" if len(code) == 8 else "national_id_check")
    if code != full:
        raise Refusal("national_id_pad", padded=to_persian(full))
    return code


def _national_check_holds(code: str) -> bool:
    rest: int = sum(map(mul, map(int, code), range(10, 1, -1))) % 11  # map ends with the ninth digit
    return int(code[-1]) == (rest if rest < 2 else 11 - rest)


def read_mobile(text: str) -> str:
    """A mobile number as dialled at home, however its country code was written."""
    number = _dialled(text)
    if not re.fullmatch(r"09[0-9]{9}", number):
        raise Refusal("mobile")
    return number


def read_landline(text: str) -> str:
    """A landline with its province's prefix."""
    number = _dialled(text)
    if not re.fullmatch(r"0[1-8][0-9]{9}", number):
        raise Refusal("landline")
    return number


def read_phone(text: str) -> str:
    """Any number at which somebody answers."""
    number = _dialled(text)
    if not re.fullmatch(r"0[1-9][0-9]{9}", number):
        raise Refusal("phone")
    return number


def _dialled(text: str) -> str:
    number = _IN_PHONES.sub("", _compact(text))
    if "+" in (number[:1], number[-1:]):
        number = "00" + number.strip("+")
    without_country = re.sub(r"^(?:0098|98(?=0?[0-9]{10}$))", "", number)
    return without_country if without_country.startswith("0") else "0" + without_country


def read_postal_code(text: str) -> str:
    """The ten digits of a postal code."""
    code = _compact(text)
    if not _is_digits(code, 10, 10) or _ALL_EQUAL.fullmatch(code):
        raise Refusal("postal_code")
    return code


def postal_code_doubtful(code: str) -> bool:
    """Whether to ask the user to look again: the route part of a postal code has no 0 or 2."""
    return any(digit in "02" for digit in code[:5])


def read_foreigner_code(text: str) -> str:
    """A number given to a foreign national; no public rule for its check digit is known."""
    code = _compact(text)
    if not _is_digits(code, 8, 16):
        raise Refusal("foreigner_code")
    return code


def foreigner_code_doubtful(type: str, code: str) -> bool:  # noqa: A002
    """Whether to ask the user to look again: the length is unusual for this type of code."""
    usual = _FOREIGNER_LENGTHS.get(type)
    return usual is not None and len(code) not in usual


def read_passport(text: str) -> str:
    """A passport number of any country, in capitals; a word without a digit is none."""
    number = _compact(text)
    if not re.fullmatch(r"(?=.*[0-9])[A-Za-z0-9]{6,12}", number):
        raise Refusal("passport")
    return number.upper()


def read_legal_id(text: str) -> str:
    """The eleven digits of an organisation's شناسهٔ ملی."""
    code = _compact(text)
    if not _is_digits(code, 11, 11) or _ALL_EQUAL.fullmatch(code) or not _legal_check_holds(code):
        raise Refusal("legal_id")
    return code


def _legal_check_holds(code: str) -> bool:
    shift = int(code[9]) + 2
    total = sum((int(digit) + shift) * weight for digit, weight in zip(code, _LEGAL_ID_WEIGHTS, strict=False))
    return int(code[10]) == total % 11 % 10


def damm_digit(digits: str) -> str:
    """The check digit that catches any one wrong digit and any two neighbours swapped."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return str(interim)


def resident_no(office_code: str, sequence: int) -> str:
    """The number an office gives a resident, whether or not the resident has papers."""
    office = to_ascii(office_code)
    if not _is_digits(office, 1, 10) or sequence < 1:
        raise ValueError("an office code has digits only and residents are counted from one")
    number = f"{office}{sequence:0{_RESIDENT_SEQUENCE}}"
    return number + damm_digit(number)


def read_resident_no(text: str) -> str:
    """A resident's number, as read from a household card or over the telephone."""
    number = _compact(text)
    if not _is_digits(number, 10, 16) or not int(number) or damm_digit(number) != "0":
        raise Refusal("resident_no")
    return number


def _compact(text: str) -> str:
    if text.isdigit() and text.isascii():
        return text
    return _BETWEEN_DIGITS.sub("", to_ascii(clean(text)))


def _is_digits(code: str, shortest: int, longest: int) -> bool:
    return shortest <= len(code) <= longest and code.isascii() and code.isdigit()
