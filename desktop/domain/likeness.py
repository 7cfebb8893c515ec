"""Whether two files are one person's: the weight of the evidence, in bits.

Of each thing known of both it is asked how much oftener it looks so when they are one person than when they are two
strangers, and than when they are two relatives: brothers of one house, or cousins. The logarithms (base 2) of these ratios are added
to what is known before looking: few people are registered twice, everybody has relatives. The score is what remains
against the better of the two other explanations; above 0 it is likelier than not that the two are one.

A rare name says more than a common one, so names are weighed by how many people of the office bear them; and another
spelling speaks for one person only as far as it is no name of its own: «فاطمع» is none, «حسن» and «حسین» are two.
The rates are estimates, set with simulated slips; `tests/bench/doubles.py` measures what they find.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import log2
from typing import NamedTuple

from rapidfuzz.distance import OSA

from desktop.domain.left_out import Habits
from desktop.domain.persian.spelt import SAME, Passage, Spelt, passage
from desktop.domain.sketch import Birth, Sketch, is_national_id

LIKELY = -1.0
"""The score from which a file is shown while somebody registers: a look costs little, a second file much."""

LISTED = 1.75
"""The score from which a pair stands in the office's list: there everybody is compared with everybody."""

ALWAYS = 12.0
"""The least score of two files with one valid national ID; such a pair is always shown."""

REASONS = {
    "identifier": "شمارهٔ هویتی یکسان",
    "identifier_near": "شمارهٔ هویتی با یک رقم تفاوت",
    "name": "نام و نام خانوادگی یکسان",
    "name_sound": "نام و نام خانوادگی هم‌آوا",
    "name_honorific": "نام یکسان، یکی با «سید» یا «حاج»",
    "name_near": "نام و نام خانوادگی نزدیک",
    "name_swapped": "جابه‌جایی نام و نام خانوادگی",
    "birth_date": "تاریخ تولد یکسان",
    "birth_near": "تاریخ تولد نزدیک",
    "birth_year": "سال تولد یکسان",
    "age": "سن نزدیک",
    "father": "نام پدر یکسان",
    "father_near": "نام پدر نزدیک",
    "mobile": "شمارهٔ همراه یکسان",
}
"""What speaks for one person, in words."""

AGAINST = {
    "identifier_other": "شمارهٔ هویتی دیگر",
    "first_name_other": "نام دیگر",
    "last_name_other": "نام خانوادگی دیگر",
    "birth_other": "تاریخ تولد دور",
    "father_other": "نام پدر دیگر",
    "sex_other": "جنس دیگر",
}
"""What speaks against it, in words."""

_TWICE = 0.2  # of all people, how many are registered twice
_RELATIVES = 2.0  # brothers and sisters of a person in the same office
_BEFORE_RELATIVES = log2(_TWICE / _RELATIVES)
_OTHER_NAME = 0.006  # people have a name in the papers and one at home
_OTHER_FATHER = 0.0002
_SWAPPED = 0.06  # given and family name in each other's place
_FOUND_SWAPPED = 0.02  # of all files
_NAMED_ALIKE = 0.003  # two living children of one house with one name
_RHYMED = 8.0  # the names of brothers, of twins above all, are this much oftener nearly alike than strangers'
_WITHOUT_HOPE = -4.0  # a birth date this far away is outweighed only by one father, one mobile or one number


class Likeness(NamedTuple):
    """How likely two files are one person's, what speaks for it and what against."""

    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


class Evidence(NamedTuple):
    """Bits for one person: against two strangers, and against two relatives of one house."""

    strangers: float
    relatives: float
    reason: str = ""
    against: str = ""


def _bits(one: float, strangers: float, relatives: float, reason: str = "", against: str = "") -> Evidence:
    """The evidence of something that is so in these shares of cases."""
    return Evidence(log2(one / strangers), log2(one / relatives), reason, against)


@dataclass(frozen=True)
class Office:
    """The people among whom one asks.

    `bearers` counts who bears a name: as "name" in either place, as "given" name, as the "father"'s; `callers` a mobile.
    `habits` are what people tell and leave out, where that is known.
    """

    people: int
    bearers: Callable[[str, Spelt], int]
    callers: Callable[[str], int]
    habits: Habits | None = None
    shares: dict[tuple[str, str], float] = field(default_factory=dict)  # what was asked before
    _same: dict[tuple[str, str], Evidence] = field(default_factory=dict)

    def same(self, role: str, name: Spelt) -> Evidence:
        """What it says that two people bear one name; it is asked of the same names over and over."""
        found = self._same.get((role, name.key))
        if found is None:
            found = self._same[role, name.key] = _same_name(role, self.share(_COUNTED[role], name))
        return found

    def share(self, role: str, name: Spelt) -> float:
        """Of all people, how many bear a name; one that nobody bears yet is rare, not impossible."""
        asked = role, name.key
        found = self.shares.get(asked)
        if found is None:
            found = self.shares[asked] = (self._counted(role, name) + 0.05) / (self.people + 100)
        return found

    def _counted(self, role: str, name: Spelt) -> int:
        if role == "family":
            return max(0, self.bearers("name", name) - self.bearers("given", name))
        return self.bearers(role, name)

    def before(self) -> float:
        """The bits for one person before anything is compared, against two strangers."""
        return log2(_TWICE / max(self.people, 20))


_NOTHING = Evidence(0.0, 0.0)
_AGES = (  # guessed ages, by the years they are apart
    (2, _bits(0.70, 0.083, 0.25, "age")),
    (5, _bits(0.22, 0.10, 0.25, "age")),
    (10, _bits(0.06, 0.16, 0.25)),
    (20, _bits(0.015, 0.22, 0.15, "", "birth_other")),
    (200, _bits(0.0007, 0.43, 0.10, "", "birth_other")),
)
_SAME_AGE = _bits(0.45, 0.025, 0.06, "age")
_SAME_YEAR = _bits(0.86, 0.02, 0.04, "birth_year")
_YEARS_NEAR = _bits(0.10, 0.065, 0.28)
_YEARS_MISREAD = _bits(0.02, 0.15, 0.10)
_YEARS_FAR = _bits(0.01, 0.77, 0.50, "", "birth_other")
_SAME_DATE = _bits(0.80, 0.00005, 0.03, "birth_date")
_DATE_BUT_YEAR_NEAR = _bits(0.05, 0.0002, 0.0008, "birth_near")
_DATE_BUT_YEAR_MISREAD = _bits(0.02, 0.002, 0.001, "birth_near")
_DATE_BUT_YEAR_FAR = _bits(0.002, 0.002, 0.001)
_DATE_BUT_DAY_NEAR = _bits(0.07, 0.0023, 0.002, "birth_near")
_DATE_BUT_DAY = _bits(0.008, 0.0175, 0.01, "birth_year")
_DATES_NEAR = _bits(0.02, 0.065, 0.28, "", "birth_other")
_DATES_FAR = _bits(0.003, 0.92, 0.66, "", "birth_other")

_SAME_NUMBER = Evidence(22.0, 22.0, "identifier")
_NUMBER_NEAR = Evidence(12.0, 8.0, "identifier_near")
_NUMBER_NEAR_BUT_RIGHT = Evidence(5.0, 0.0, "identifier_near")  # one slip of fifty passes the check digit
_NUMBER_UNCLEAR = Evidence(-1.0, -2.0)
_NUMBER_OTHER = _bits(0.02, 1.0, 1.0, "", "identifier_other")
_NUMBER_SEEN_OTHER = _bits(0.002, 1.0, 1.0, "", "identifier_other")
_MOBILE_NEAR = Evidence(5.0, 1.0)
_MOBILE_OTHER = Evidence(-2.3, -1.6)
_SAME_SEX = Evidence(0.0, 0.9)  # who bears the name of a man is a man, stranger or not
_SEX_OTHER = Evidence(-5.0, -5.0, "", "sex_other")
_GIVEN_OTHER = _bits(_OTHER_NAME, 1.0, 1.0, "", "first_name_other")
_FAMILY_OTHER = _bits(_OTHER_NAME, 1.0, 0.1, "", "last_name_other")
_FATHER_OTHER = _bits(_OTHER_FATHER, 1.0, 1.0, "", "father_other")  # cousins are often named after one grandfather
_NEVER_CROSSED = Evidence(-1000.0, -1000.0)

_WAYS = ("same", "sound", "honorific", "near", "")
_TOLD = {"same": "name", "sound": "name_sound", "honorific": "name_honorific", "near": "name_near", "": ""}
_ALIKE = ("same", "sound", "honorific")
_COUNTED = {"first": "name", "last": "name", "father": "father"}


def _same_name(role: str, share: float) -> Evidence:
    if role == "father":
        return Evidence(log2(SAME.there / share + _OTHER_FATHER), 0.0, "father")
    strangers = log2(SAME.there / share + _OTHER_NAME)
    return Evidence(strangers, log2(SAME.there / _NAMED_ALIKE), "name") if role == "first" else Evidence(strangers, 0.0)


def likeness(one: Sketch, other: Sketch, office: Office) -> Likeness | None:
    """How likely the two are one person; None at once where it is beyond hope."""
    tied = not one.numbers.isdisjoint(other.numbers)
    held = tied or _one_father(one, other) or _one_mobile(one, other)
    birth = _birth(one.birth, other.birth)
    if birth.strangers < _WITHOUT_HOPE and not held:
        return None
    given, family = passage(one.first, other.first), passage(one.last, other.last)
    straight = (given.way or tied) and (family.way or held)
    if not straight and not passage(one.first, other.last).way:  # mostly brothers and sisters, or namesakes
        return None
    names = _names(given, family, one, other, office)
    others = {item.against for item in names}
    if ("first_name_other" in others and not tied) or ("last_name_other" in others and not held):
        return None
    evidence: tuple[Evidence, ...] = (
        *names,
        _father(one.father, other.father, office),
        birth,
        _mobile(one.mobile, other.mobile, office),
        _sex(one.sex, other.sex),
    )
    strangers = office.before() + sum([item.strangers for item in evidence])
    if not tied and strangers < -_NUMBER_NEAR.strangers:
        return None
    evidence += (_SAME_NUMBER if tied else _numbers(one, other),)
    silence = office.habits.bits(one, other) if office.habits is not None else 0.0
    strangers += evidence[-1].strangers + silence
    relatives = _BEFORE_RELATIVES + silence + sum([item.relatives for item in evidence])
    score = -_log_of_sum(-strangers, -relatives)
    if tied and any(is_national_id(number) for number in one.numbers & other.numbers):
        score = max(score, ALWAYS)
    reasons = tuple(item.reason for item in evidence if item.reason)
    return Likeness(score, reasons, tuple(item.against for item in evidence if item.against))


def _log_of_sum(a: float, b: float) -> float:
    """log2(2^a + 2^b)."""
    low, high = (a, b) if a < b else (b, a)
    return high + log2(1 + 2.0 ** (low - high))


def _one_father(one: Sketch, other: Sketch) -> bool:
    return one.father is not None and other.father is not None and one.father.sound == other.father.sound


def _one_mobile(one: Sketch, other: Sketch) -> bool:
    return one.mobile is not None and one.mobile == other.mobile


# ---------------------------------------------------------------------------------------------------- names
def _ratio(way: Passage, share: float, other_share: float) -> float:
    """How much oftener the one name is seen beside the other if one person bears both than if two people do.

    A stranger may have come to the other spelling by the same slip, hence the second part of each sum.
    """
    if way.way == "same":
        return way.there / share
    return 0.5 * (way.there / (other_share + share * way.there) + way.back / (share + other_share * way.back))


def _names(given: Passage, family: Passage, one: Sketch, other: Sketch, office: Office) -> tuple[Evidence, ...]:
    sure = given.way in _ALIKE and family.way in _ALIKE
    crossed = _NEVER_CROSSED if sure else _crossed(one, other, office)
    straight = _given(given, family, one, other, office), _family(family, one, other, office)
    return (crossed,) if crossed.strangers > straight[0].strangers + straight[1].strangers else straight


def _crossed(one: Sketch, other: Sketch, office: Office) -> Evidence:
    """Given and family name in each other's place."""
    first = passage(one.first, other.last)
    last = passage(one.last, other.first) if first.way else first
    if not last.way:
        return _NEVER_CROSSED
    one_right, one_wrong = _called(one, other, first.back, last.back, office)
    other_right, other_wrong = _called(other, one, last.there, first.there, office)
    one_person = _SWAPPED * (one_right * first.there * last.there + other_right * first.back * last.back)
    two_people = (one_right + _FOUND_SWAPPED * one_wrong) * (other_right + _FOUND_SWAPPED * other_wrong)
    bits = log2(one_person / two_people)
    return Evidence(bits, bits, "name_swapped")


def _called(one: Sketch, other: Sketch, to_first: float, to_last: float, office: Office) -> tuple[float, float]:
    """Of all people, how many are called so; and how many the other way round, perhaps by the same slips."""
    right = office.share("given", one.first) * office.share("family", one.last)
    family = office.share("family", one.first) + office.share("family", other.last) * to_first
    given = office.share("given", one.last) + office.share("given", other.first) * to_last
    return right, family * given


def _given(given: Passage, family: Passage, one: Sketch, other: Sketch, office: Office) -> Evidence:
    """What the given names say; the reason tells of both names."""
    if given.way == family.way == "same":
        return office.same("first", one.first)
    if not given.way:
        return _GIVEN_OTHER
    reason = _TOLD[max(given.way, family.way, key=_WAYS.index)]
    if given.way == "same":
        return office.same("first", one.first)._replace(reason=reason)
    ratio = _ratio(given, office.share("name", one.first), office.share("name", other.first)) + _OTHER_NAME
    relatives = ratio / _RHYMED if given.way == "near" else max(given.there, given.back) / _NAMED_ALIKE
    return Evidence(log2(ratio), log2(relatives), reason)


def _family(family: Passage, one: Sketch, other: Sketch, office: Office) -> Evidence:
    if family.way == "same":
        return office.same("last", one.last)
    if not family.way:
        return _FAMILY_OTHER
    ratio = _ratio(family, office.share("name", one.last), office.share("name", other.last))
    return Evidence(log2(ratio + _OTHER_NAME), 0.0)


def _father(one: Spelt | None, other: Spelt | None, office: Office) -> Evidence:
    if one is None or other is None:
        return _NOTHING
    way = passage(one, other)
    if way.way == "same":
        return office.same("father", one)
    if not way.way:
        return _FATHER_OTHER
    ratio = _ratio(way, office.share("father", one), office.share("father", other))
    return Evidence(log2(ratio + _OTHER_FATHER), 0.0, "father_near")


# ---------------------------------------------------------------------------------------------------- birth
def _birth(one: Birth | None, other: Birth | None) -> Evidence:
    if one is None or other is None:
        return _NOTHING
    apart = abs(one.year - other.year)
    if one.guessed or other.guessed:
        alike = one.guessed and other.guessed and not apart
        return _SAME_AGE if alike else next(evidence for bound, evidence in _AGES if apart <= bound)
    if one.day is None or other.day is None:
        return _years(one.year, other.year, apart)
    if one.day == other.day:
        return _same_day(one.year, other.year, apart)
    if not apart:
        return _DATE_BUT_DAY_NEAR if _near_days(one.day, other.day) else _DATE_BUT_DAY
    return _DATES_NEAR if apart <= 2 else _DATES_FAR


def _years(one: int, other: int, apart: int) -> Evidence:
    if not apart:
        return _SAME_YEAR
    if apart <= 2:
        return _YEARS_NEAR
    return _YEARS_MISREAD if _misread(one, other) else _YEARS_FAR


def _same_day(one: int, other: int, apart: int) -> Evidence:
    if not apart:
        return _SAME_DATE
    if apart <= 2:
        return _DATE_BUT_YEAR_NEAR
    return _DATE_BUT_YEAR_MISREAD if _misread(one, other) else _DATE_BUT_YEAR_FAR


def _near_days(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """The same month, the same day of another month, or month and day in each other's place."""
    return one[0] == other[0] or one[1] == other[1] or one == (other[1], other[0])


def _misread(one: int, other: int) -> bool:
    """One digit of the year was misread, or two changed places."""
    return OSA.distance(str(one), str(other), score_cutoff=1) == 1


# ---------------------------------------------------------------------------------------------------- the rest
def _numbers(one: Sketch, other: Sketch) -> Evidence:
    pairs = [(a, b) for a in one.numbers for b in other.numbers if len(a) >= 8 and len(b) >= 8]
    if not pairs:
        return _NOTHING
    right = [is_national_id(a) and is_national_id(b) for a, b in pairs]
    near = [OSA.distance(a, b, score_cutoff=1) == 1 for a, b in pairs]
    if any(near):
        return _NUMBER_NEAR_BUT_RIGHT if right[near.index(True)] else _NUMBER_NEAR
    if not any(right):
        return _NUMBER_UNCLEAR
    return _NUMBER_SEEN_OTHER if one.verified and other.verified else _NUMBER_OTHER


def _mobile(one: str | None, other: str | None, office: Office) -> Evidence:
    """A telephone is a household's, sometimes a whole street's."""
    if not one or not other:
        return _NOTHING
    if one == other:
        return Evidence(log2(0.5 / max(office.callers(one) / (office.people + 1), 0.00025)), 0.7, "mobile")
    return _MOBILE_NEAR if OSA.distance(one, other, score_cutoff=1) == 1 else _MOBILE_OTHER


def _sex(one: str | None, other: str | None) -> Evidence:
    if not one or not other:
        return _NOTHING
    return _SAME_SEX if one == other else _SEX_OTHER
