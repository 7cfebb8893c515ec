"""How a person comes to be registered twice: the twelve ways in which the second record differs from the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from desktop.domain.persian.calendar import month_length
from tests.bench._people import YEAR, Human

_KEYBOARD = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_SOUNDS = ("تط", "ثسص", "حه", "قغ", "ذزضظ", "عا")
_ALPHABET = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_HONORIFICS = {"male": ("سید", "میر", "حاج", "حاجی", "سید"), "female": ("سیده", "حاجیه", "سیده")}


def arabic_letters(human: Human, _random: Random) -> Human:
    swap = str.maketrans("یکه", "يكة")
    first = human.first_name.translate(str.maketrans("یک", "يك"))
    last = human.last_name.translate(str.maketrans("یک", "يك"))
    return replace(human, first_name=first[:-1] + first[-1].translate(swap), last_name=last)


def homophone(human: Human, random: Random) -> Human:
    """طاهره/تاهره, a dropped ع, a doubled letter."""

    def change(name: str) -> str | None:
        places = [n for n, letter in enumerate(name) if any(letter in group for group in _SOUNDS)]
        if not places:
            return None
        at = random.choice(places)
        if name[at] == "ع" and random.random() < 0.5 and len(name) > 3:
            return name[:at] + name[at + 1 :]
        group = next(group for group in _SOUNDS if name[at] in group)
        return name[:at] + random.choice([c for c in group if c != name[at]]) + name[at + 1 :]

    def double(name: str) -> str | None:
        at = random.randrange(1, len(name) - 1) if len(name) > 2 else 0
        return name[:at] + name[at] + name[at:] if name[at] not in " \u200c" else None

    return _in_some_name(human, random, change if random.random() < 0.85 else double)


def joined_or_split(human: Human, random: Random) -> Human:
    def change(name: str) -> str | None:
        if "\u200c" in name or " " in name:
            return name.replace("\u200c", random.choice((" ", ""))).replace("  ", " ")
        for head in ("محمد", "امیر", "عبد", "غلام", "علی", "پور", "ام", "بی", "گل", "شاه", "میر", "نور"):
            if name.startswith(head) and len(name) > len(head) + 2:
                return head + random.choice((" ", "\u200c")) + name[len(head) :]
        for tail in ("زاده", "پور", "نژاد", "نیا", "الله", "علی", "محمد", "رضا", "زهی"):
            if name.endswith(tail) and len(name) > len(tail) + 2:
                return name[: -len(tail)] + random.choice((" ", "\u200c")) + tail
        return None

    return _in_some_name(human, random, change)


def swapped(human: Human, _random: Random) -> Human:
    return replace(human, first_name=human.last_name, last_name=human.first_name)


def honorific(human: Human, random: Random) -> Human:
    """«سید» was written once and left out once; also «میر» and «حاج»."""
    word = random.choice(_HONORIFICS[human.sex])
    return replace(human, first_name=word + random.choice((" ", "\u200c", "")) + human.first_name)


def slip(human: Human, random: Random) -> Human:
    return _in_some_name(human, random, lambda name: _mistyped(name, random))


def _mistyped(name: str, random: Random) -> str:
    at = random.randrange(len(name))
    kind = random.choice(("insert", "delete", "replace", "neighbour", "transpose"))
    if kind == "transpose" and at + 1 < len(name) and name[at] != name[at + 1]:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if kind == "delete" and len(name) > 3:
        return name[:at] + name[at + 1 :]
    if kind == "insert":
        return name[:at] + random.choice(_ALPHABET) + name[at:]
    letters = _neighbours(name[at]) if kind == "neighbour" else _ALPHABET
    return name[:at] + random.choice(letters.replace(name[at], "") or _ALPHABET) + name[at + 1 :]


def _neighbours(letter: str) -> str:
    for row in _KEYBOARD:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at + 2]
    return _ALPHABET


def day(human: Human, random: Random) -> Human:
    """A wrong day, no day, or the first of the year because nobody asked."""
    if human.precision != "day":
        return no_father(human, random)
    year, month, of = human.born
    way = random.choice(("wrong", "missing", "placeholder"))
    if way == "missing":
        return replace(human, precision="year")
    if way == "placeholder":
        return replace(human, born=(year, 1, 1))
    other = random.choice([d for d in range(1, month_length(year, month) + 1) if d != of])
    return replace(human, born=(year, month, other))


def year(human: Human, random: Random) -> Human:
    born, month, of = human.born
    other = min(YEAR, born + random.choice((-2, -1, -1, 1, 1, 2)))
    if human.precision is None:
        return replace(human, age=max(0, (human.age or 0) + random.choice((-2, -1, 1, 2))))
    return replace(human, born=(other, month, min(of, month_length(other, month))))


def no_number(human: Human, _random: Random) -> Human:
    return replace(human, numbers=(), verified=False)


def wrong_number(human: Human, random: Random) -> Human:
    """One wrong digit, two digits exchanged, or the zeros at the beginning lost."""
    if not human.numbers:
        return other_mobile(human, random)
    number = human.numbers[0]
    at = random.randrange(9)
    if random.random() < 0.5:
        number = number[:at] + random.choice([d for d in "0123456789" if d != number[at]]) + number[at + 1 :]
    else:
        number = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    return replace(human, numbers=(number,), verified=False)


def other_mobile(human: Human, random: Random) -> Human:
    return replace(human, mobile=f"09{random.randrange(10**9):09}" if random.random() < 0.7 else None)


def no_father(human: Human, _random: Random) -> Human:
    return replace(human, father_name=None)


SLIPS: dict[str, Callable[[Human, Random], Human]] = {
    "arabic letters": arabic_letters,
    "homophone": homophone,
    "joined or split": joined_or_split,
    "swapped": swapped,
    "honorific": honorific,
    "typing": slip,
    "day": day,
    "year": year,
    "no number": no_number,
    "wrong number": wrong_number,
    "other mobile": other_mobile,
    "no father": no_father,
}


def registered_again(human: Human, random: Random) -> tuple[Human, tuple[str, ...]]:
    """The second record of a person, with one to three slips, and which."""
    kinds = random.sample(list(SLIPS), random.choices((1, 2, 3), (5, 3, 2))[0])
    again = replace(human, household=-1)
    for kind in kinds:
        again = SLIPS[kind](again, random)
    return again, tuple(kinds)


def _in_some_name(human: Human, random: Random, change: Callable[[str], str | None]) -> Human:
    """The change in the first of given, family and father's name, taken in any order, that can have it."""
    names = {"first_name": human.first_name, "last_name": human.last_name, "father_name": human.father_name}
    for name in random.sample(list(names), 3):
        old = names[name]
        new = change(old) if old else None
        if new and new != old:
            names[name] = new
            return replace(
                human,
                first_name=names["first_name"] or "",
                last_name=names["last_name"] or "",
                father_name=names["father_name"],
            )
    return human
