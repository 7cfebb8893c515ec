"""Persian writing made comparable: one name typed on different keyboards must be one name.

`clean` is what is stored. `name_key` says whether two names are the same name, spelled on other keyboards;
`search_key`, `words` and `phonetic` are wider and only for finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from desktop.domain.persian.digits import to_ascii

ZWNJ = "\u200c"
TATWEEL = "\u0640"

_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی"
_WORD = f"[{_LETTERS}0-9A-Za-z۰-۹]+"
_CLEAN = re.compile(f"{_WORD}(?:[ {ZWNJ}]{_WORD})*")
"""Text in which nothing is left to clean: most of what is typed, told apart quickly."""

_STORED_LETTERS = str.maketrans("يىك", "ییک")

_NAME_VARIANTS = {"ی": "ئ", "ه": "ةۀہ", "ا": "أإآٱ", "و": "ؤ"}  # beside those that `clean` has made one
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"

_LOOKALIKES = {"ی": "يىېێۍے", "ک": "كڪ", "گ": "ګ", "ه": "ةہۃەھ", "ا": "ٱٲٳ", "و": "ۆ", "ر": "ڕ", "ل": "ڵ"}
_HAMZA = "ءٴ"
_ONE_SHAPE: dict[str, str] = {
    **{variant: letter for letter, variants in _LOOKALIKES.items() for variant in variants},
    **dict.fromkeys(_HAMZA, ""),
}
_HOMOPHONES = str.maketrans("طصثحغقذضظعء", "تسسهققزززاا")

_GAP = re.compile(f"[ {ZWNJ}]+")
_DOUBLED = re.compile(r"(.)\1+")
_QUERY_WORDS = 8
_LONGEST_JOIN = 3
_FEW_WORDS, _SOME_WORDS = 4, 6  # up to which every way of joining neighbours is tried at once, and at last


class _StoredForm(dict[int, str]):
    """What one typed character becomes in the store; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _stored_form(chr(code))
        return form


class _NameForm(dict[int, str]):
    """What one stored character becomes in the key of a name; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _name_form(chr(code))
        return form


class _SearchForm(dict[int, str]):
    """What one typed character becomes in a search key; a space where it parts two words."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _search_form(chr(code))
        return form


def _is_mark_to_drop(char: str) -> bool:
    return char == TATWEEL or unicodedata.category(char) in ("Cc", "Cf", "Cs") or _is_no_character(char)


def _is_no_character(char: str) -> bool:
    """Code points that Unicode sets aside for ever; files such as spreadsheets cannot hold them."""
    return ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


def _is_ready_shaped_letter(char: str) -> bool:
    """Letters copied out of a PDF come as fixed shapes («ﻓ») instead of letters («ف»)."""
    return "\ufb50" <= char <= "\ufefc" and unicodedata.category(char) == "Lo"


def _is_arabic_diacritic(char: str) -> bool:
    return unicodedata.category(char) == "Mn" and unicodedata.name(char).startswith("ARABIC ")


def _stored_form(char: str) -> str:
    if char == ZWNJ:
        return char
    if char.isspace():
        return " "
    if _is_mark_to_drop(char):
        return ""
    if _is_ready_shaped_letter(char):
        return unicodedata.normalize("NFKC", char).strip()
    return char


def _name_form(char: str) -> str:
    if char in (" ", ZWNJ, *_HYPHENS) or _is_arabic_diacritic(char):
        return ""
    if char in _ONE_NAME:
        return _ONE_NAME[char]
    parts = unicodedata.normalize("NFD", char)
    if any(map(_is_arabic_diacritic, parts)):  # «ۓ» is «ے» with a hamza above
        return "".join(map(_name_form, parts))
    return to_ascii(char)


_ONE_NAME = {variant: letter for letter, variants in _NAME_VARIANTS.items() for variant in variants}


def _search_form(char: str) -> str:
    if char == ZWNJ or char.isspace():
        return " "
    if _is_mark_to_drop(char):
        return ""
    parts = unicodedata.normalize("NFKD", char).strip()
    return "".join(_search_letter(part) for part in parts)


def _search_letter(char: str) -> str:
    kind = unicodedata.category(char)[0]
    if kind == "M" or char == TATWEEL:
        return ""
    if kind not in "LN":
        return " "
    return _ONE_SHAPE.get(char, to_ascii(char).lower())


_STORED_FORM = _StoredForm()
_NAME_FORM = _NameForm()
_SEARCH_FORM = _SearchForm()


def clean(text: str) -> str:
    """The text as the office meant it, free of what keyboards and copying leave behind; this is stored."""
    if _CLEAN.fullmatch(text):
        return text
    letters = text.translate(_STORED_FORM).replace(TATWEEL, "")  # some presentation forms hold one: U+FCF2
    shaped = unicodedata.normalize("NFC", letters).translate(_STORED_LETTERS)
    spaced = " ".join(shaped.split())
    return _GAP.sub(_one_gap, spaced).strip(" " + ZWNJ) if ZWNJ in spaced else spaced


def clean_lines(text: str) -> str:
    """`clean` for a description of several lines; empty lines at either end are dropped."""
    return "\n".join(clean(line) for line in text.splitlines()).strip("\n")


def _one_gap(gap: re.Match[str]) -> str:
    return " " if " " in gap[0] else ZWNJ


def name_key(text: str) -> str:
    """One key for all spellings of a name: «موسی‌پور», «موسي پور» and «موسیپور» are the same person's.

    It is blind to what `clean` mends, to the seats of hamza, to ة ۀ ہ for ه, to vowel signs, gaps, hyphens and
    the script of digits, and to nothing else: «حسن» and «حسن.» are two.
    """
    return unicodedata.normalize("NFC", clean(text).translate(_NAME_FORM))


def search_key(text: str) -> str:
    """The words run together: two labels with one key are one to somebody who types in a hurry."""
    return text.translate(_SEARCH_FORM).replace(" ", "")


def words(text: str) -> list[str]:
    """The words a reader sees, each in the form search compares."""
    return text.translate(_SEARCH_FORM).split()


def index_words(text: str) -> str:
    """What the search index keeps of a text: its words, and neighbours joined as others may write them."""
    return index_tokens(words(text))


def index_tokens(tokens: Sequence[str]) -> str:
    """The same of a text whose words are known."""
    found = list(tokens)
    for size in range(2, min(len(tokens), _LONGEST_JOIN) + 1):
        found += map("".join, zip(*(tokens[start:] for start in range(size)), strict=False))
    return " ".join(found)


def search_query(text: str) -> str:
    """The index expression for what is typed so far; "" when there is nothing to look for.

    Every word may be unfinished, and words typed apart also find those written together. Only the first
    eight words count: more would not narrow a search among people.
    """
    alternatives = [_all_of(spelling) for spelling in _spellings(words(text)[:_QUERY_WORDS])]
    return " OR ".join(alternatives)


def patient_query(text: str) -> str:
    """What is asked when that found nothing: several runs of neighbours joined, «سیدعلی اکبر حسینزاده».

    "" where it would be nothing else: among few words all has been asked already, among many it takes too long.
    """
    tokens = words(text)[:_QUERY_WORDS]
    if not _FEW_WORDS < len(tokens) <= _SOME_WORDS:
        return ""
    return " OR ".join(_all_of(spelling) for spelling in _partitions(tokens))


def _all_of(spelling: list[str]) -> str:
    terms = [f'"{word}"*' for word in spelling]
    return terms[0] if len(terms) == 1 else f"({' AND '.join(terms)})"


def _spellings(tokens: list[str]) -> Iterator[list[str]]:
    """The typed words, then the same words with one run of neighbours (or, if few, several) joined."""
    if not tokens:
        return iter(())
    return _partitions(tokens) if len(tokens) <= _FEW_WORDS else _single_joins(tokens)


def _partitions(tokens: list[str]) -> Iterator[list[str]]:
    if not tokens:
        yield []
    for size in range(1, min(_LONGEST_JOIN, len(tokens)) + 1):
        for rest in _partitions(tokens[size:]):
            yield ["".join(tokens[:size]), *rest]


def _single_joins(tokens: list[str]) -> Iterator[list[str]]:
    yield tokens
    for size in range(2, _LONGEST_JOIN + 1):
        for start in range(len(tokens) - size + 1):
            yield [*tokens[:start], "".join(tokens[start : start + size]), *tokens[start + size :]]


def phonetic(word: str) -> str:
    """How a word sounds to a Persian ear, so that «طاهره» and «تاهره», «صغرا» and «سقرا» meet."""
    return _DOUBLED.sub(r"\1", search_key(word.replace("ء", "ع")).translate(_HOMOPHONES))
