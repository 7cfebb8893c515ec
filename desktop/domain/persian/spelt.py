"""How a name comes to be written otherwise: by ear, by a slip of the finger, with «سید» and without.

`passage` tells how often that happens; a name that cannot come from another that way is another name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from desktop.domain.persian.text import phonetic, words

# Of all times that a name is written again, how often …
_SAME = 0.80  # just so
_SOUND = 0.03  # in one other spelling that sounds alike
_DROPPED, _ADDED = 0.3, 0.03  # without its «سید»; with one that it did not have
_PART = 0.02  # «محمدرضا» as «رضا»
_SLIP = 0.12  # with one slip
_ANOTHER = 0.05  # times that: with one more

_HONORIFICS = frozenset(
    words("سید سیده میر حاج حاجی حاجیه کربلایی مشهدی مشدی شیخ ملا آقا خانم سادات خان")  # as words are compared
)
_JOINED_HONORIFIC = re.compile("^(?:سید|میر|حاجی?)(?=.{3})")
_JOINED_OF_WOMEN = ("سیده", "حاجیه")
_ROWS_OF_KEYS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_NEIGHBOURS = frozenset(pair for row in _ROWS_OF_KEYS for a, b in pairwise(row) for pair in (a + b, b + a))
_UNHEARD = frozenset("اوی")


class Spelt(NamedTuple):
    """A name in the forms that are compared."""

    key: str  # its letters: «علی‌اکبر», «علی اکبر» and «علیاکبر» are one
    words: str  # the same with spaces between its words
    core: str  # without «سید», «حاج» …
    sound: str  # the core as it sounds
    short: str  # the same, should «سیدهزهرا» be «سیده زهرا» and not «سید هزهرا»
    bones: str  # the sound's consonants in the order of the alphabet: what is left of a name by most slips
    parts: frozenset[str]  # the core's words


class Passage(NamedTuple):
    """How often a name, written again, becomes exactly the other one; the same the other way round; and how."""

    there: float
    back: float
    way: str  # "same", "sound", "honorific", "near" or "" for never


SAME = Passage(_SAME, _SAME, "same")
_NEVER = Passage(0.0, 0.0, "")


@lru_cache(maxsize=50_000)
def spelt(name: str) -> Spelt:
    parts = words(name)
    kept = [word for word in parts if word not in _HONORIFICS] or parts or [""]
    joined = "".join(kept)
    core = _JOINED_HONORIFIC.sub("", joined)
    sound = phonetic(core)
    short = sound[1:] if core != joined and joined.startswith(_JOINED_OF_WOMEN) else sound
    bones = "".join(sorted(letter for letter in sound if letter not in _UNHEARD)) or sound
    return Spelt("".join(parts), " ".join(parts), core, sound, short, bones, frozenset(kept))


def passage(one: Spelt, other: Spelt) -> Passage:
    return SAME if one.key == other.key else _passage(one.words, other.words)


@lru_cache(maxsize=100_000)
def _passage(one_words: str, other_words: str) -> Passage:
    one, other = spelt(one_words), spelt(other_words)
    if other.sound in (one.sound, one.short) or one.sound == other.short:
        return _by_sound(one, other)
    rate = _slips(one, other)
    if rate:
        return Passage(rate, rate, "near")
    if one.parts < other.parts or other.parts < one.parts:
        return Passage(_PART, _PART, "near")
    return _NEVER


def _by_sound(one: Spelt, other: Spelt) -> Passage:
    titled, other_titled = one.core != one.key, other.core != other.key
    if not (titled or other_titled):
        return Passage(_SOUND, _SOUND, "sound")
    return Passage(_DROPPED if titled else _ADDED, _DROPPED if other_titled else _ADDED, "honorific")


def _slips(one: Spelt, other: Spelt) -> float:
    if abs(len(one.sound) - len(other.sound)) > 2:
        return 0.0
    return _slip(one.key, other.key) or _ANOTHER * (
        _slip(one.sound, other.sound) or _slip(one.short, other.sound) or _slip(one.sound, other.short)
    )


def _slip(a: str, b: str) -> float:
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance > 2 or not distance:
        return 0.0
    if distance == 1:
        return _SLIP * _share_of_slips(a, b)
    return _SLIP * _ANOTHER * 0.01 if min(len(a), len(b)) > 3 else 0.0


def _share_of_slips(a: str, b: str) -> float:
    """Of the single slips that a name can suffer, the share of this one: a key beside, a letter left out or doubled …"""
    length = max(len(a), len(b))
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
        around = longer[max(0, at - 1) : at] + longer[at + 1 : at + 2]
        beside = any(letter == longer[at] or letter + longer[at] in _NEIGHBOURS for letter in around)
        return (0.3 if beside else 0.15) / length
    at = next(n for n, letter in enumerate(a) if letter != b[n])
    if a[at + 1 :] != b[at + 1 :]:
        return 0.25 / length  # two letters changed places
    return (0.1 if a[at] + b[at] in _NEIGHBOURS else 0.01) / length
