"""Words that label people, and causes that are not written about a person, with what to write instead (G-03, G-12).

The lists are data: one line a word, as it is typed, with its suggestion. A word is found in every spelling and with
its usual endings («معتاد», «معتادان», «معتاد‌ها»), but never inside another word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.domain.persian.text import ZWNJ, search_key

_CARE = "فرد دارای نیاز درمانی"


@dataclass(frozen=True)
class Label:
    """A word nobody is called by here. After one of `fine_after` or before one of `fine_before` it is about a thing."""

    word: str
    instead: str
    fine_after: tuple[str, ...] = ()
    fine_before: tuple[str, ...] = ()
    guided: bool = False  # whoever writes it may need the guidance card: ۱۲۳ and counselling


_OWED = (
    *("اجاره", "اجاره‌های", "قسط", "قسط‌های", "اقساط", "بدهی", "بدهی‌های", "کار", "کارهای", "درس", "درس‌های"),
    *("حقوق", "حقوق‌های", "مطالبات", "تحصیلی"),
)
_GROUNDS = ("به حریم", "به ملک", "به زمین", "به معبر", "به پیاده‌رو", "به کوچه", "به بوستان", "به اموال")
_BEASTS = ("سگ", "سگ‌های", "گربه", "گربه‌های", "حیوان", "حیوانات")
_PLACES = ("کوچه", "خیابان", "پشت", "روبه‌روی", "کنار", "محلهٔ", "جنب", "نزدیک")

LABELS = (
    Label("معتاد", _CARE, guided=True),
    Label("معتاده", _CARE, guided=True),
    Label("هروئینی", _CARE, guided=True),
    Label("تریاکی", _CARE, guided=True),
    Label("ایدزی", _CARE, guided=True),
    Label("بد‌کاره", "فرد آسیب‌دیده", guided=True),
    Label("فاحشه", "فرد آسیب‌دیده", guided=True),
    Label("روسپی", "فرد آسیب‌دیده", guided=True),
    Label("افغانی", "افغانستانی"),
    Label("عقب‌مانده", "فرد دارای معلولیت ذهنی", _OWED),
    Label("عقب‌افتاده", "فرد دارای معلولیت ذهنی", _OWED),
    Label("عقب‌ماندگی ذهنی", "معلولیت ذهنی"),
    Label("منگل", "فرد دارای معلولیت ذهنی"),
    Label("دیوانه", "فرد دارای نیاز به روان‌پزشک"),
    Label("علیل", "فرد دارای معلولیت"),
    Label("چلاق", "فرد دارای معلولیت جسمی‌حرکتی"),
    Label("خلاف‌کار", "فرد نیازمند مشاورهٔ حقوقی"),
    Label("بزه‌کار", "فرد نیازمند مشاورهٔ حقوقی"),
    Label("اراذل", "افراد"),
    Label("اوباش", "افراد"),
    Label("ولگرد", "فرد بی‌سرپناه", _BEASTS),
    Label("گدا", "فرد نیازمند حمایت"),
    Label("متکدی", "فرد نیازمند حمایت"),
    Label("غربتی", "خانوار کوچنده"),
    Label("حرام‌زاده", "کودک"),
    Label("بی‌هویت", "فاقد شناسنامه"),
    Label("مفنگی", _CARE, guided=True),
    Label("بنگی", _CARE, guided=True),
    Label("کارتن‌خواب", "فرد بی‌سرپناه"),
)

# Causes: never written about a person or a household (G-01, G-03, G-04); of a place they may be told.
CAUSES = (
    Label("اعتیاد", "خدمات مشاوره و درمان", guided=True),
    Label("ترک اعتیاد", "خدمات مشاوره و درمان", guided=True),
    Label("مواد مخدر", "خدمات مشاوره و درمان", guided=True),
    Label("تریاک", "خدمات مشاوره و درمان", guided=True),
    Label("هروئین", "خدمات مشاوره و درمان", guided=True),
    Label("متادون", "خدمات مشاوره و درمان", guided=True),
    Label("خشونت", "خدمات مشاوره", guided=True),
    Label("کتک", "خدمات مشاوره", guided=True),
    Label("تجاوز", "خدمات مشاوره", fine_before=_GROUNDS, guided=True),
    Label("آزار جنسی", "خدمات مشاوره", guided=True),
    Label("کودک‌آزاری", "خدمات مشاوره", guided=True),
    Label("همسرآزاری", "خدمات مشاوره", guided=True),
    Label("خودکشی", "خدمات مشاوره", guided=True),
    Label("زندان", "نیازمند مشاورهٔ حقوقی", _PLACES),
    Label("زندانی", "نیازمند مشاورهٔ حقوقی"),
    Label("بازداشت", "نیازمند مشاورهٔ حقوقی"),
    Label("سابقه کیفری", "نیازمند مشاورهٔ حقوقی"),
    Label("ایدز", "خدمات درمانی"),
    Label("اچ‌آی‌وی", "خدمات درمانی"),
    Label("HIV", "خدمات درمانی"),
)

# Of elections and parties: one of the first is enough; of the others, which are everyday words too, it takes two (G-13).
POLITICAL = (
    *("انتخابات", "انتخاباتی", "کاندیدا", "کاندیدای", "کاندید", "رأی‌دهنده", "رأی‌دهندگان", "حوزهٔ رأی", "صندوق رأی", "حزب", "حزبی", "احزاب", "هم‌حزبی"),
    *("نامزد مجلس", "نامزد شورا", "نامزد شورای", "تبلیغات نامزد", "ستاد نامزد", "لیست نامزد", "نمایندگی مجلس"),
)
MAYBE_POLITICAL = ("نامزد", "ستاد", "رأی", "رأی‌گیری", "لیست", "شورای شهر", "نمایندهٔ مجلس")


@dataclass(frozen=True)
class Found:
    """A label in a text: as it stands there, and what to write instead."""

    word: str
    instead: str
    start: int
    end: int
    guided: bool


_ENDINGS = "|".join(
    (
        *("ها", "های", "هایی", "هایش", "هایشان", "ان", "ین", "ی", "ای", "ام", "اند", "ند", "اش", "ش", "م", "ت"),
        *("شان", "مان", "تان", "است", "نیست", "بود", "بوده", "شد", "شده", "شدن"),
    )
).replace("ی", "[یيى]")
_KIN = "برادر|خواهر|پدر|مادر|پسر|دختر|شوهر|همسر|زن|مرد|داماد|عروس|عمو|دایی|فرزند".replace("ی", "[یيى]")
_PLURALS = "ها|های|ان".replace("ی", "[یيى]")
_GAP = f"[ {ZWNJ}]?"
_WORD = re.compile(rf"[^\W_]+(?:{ZWNJ}[^\W_]+)*")


def labels_in(text: str, *, of_person: bool = False) -> list[Found]:
    """The labels of a text, in its order. `of_person`: the text tells of a person or household, so causes count too."""
    if not _is_likely(text):
        return []
    found = list(_found(text, LABELS))
    if of_person:
        found += _found(text, CAUSES)
    found.sort(key=lambda one: (one.start, -one.end))
    return [one for place, one in enumerate(found) if not any(one.end <= other.end for other in found[:place])]


def political_words(text: str) -> list[str]:
    """The words of a text that speak of elections or parties, as they stand in it; none where it is everyday speech."""
    sure = [hit[0] for word in POLITICAL for hit in _political(word).finditer(text)]
    hits = [hit for word in MAYBE_POLITICAL if (hit := _political(word).search(text))]
    perhaps = [one[0] for one in hits if not any(_is_part(one, other) for other in hits)]
    return sure or (perhaps if len(perhaps) > 1 else [])


def _is_part(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a word stands within another: «رأی» in «رأی گیری» is no second one."""
    return one is not other and other.start() <= one.start() and one.end() <= other.end()


def reworded(text: str, *, of_person: bool = False) -> str:
    """The text with each label replaced by its suggestion."""
    for found in reversed(labels_in(text, of_person=of_person)):
        text = text[: found.start] + found.instead + text[found.end :]
    return text


@lru_cache(maxsize=2048)
def _is_likely(text: str) -> bool:
    """The same occupations and landmarks come again and again in a sheet of a hundred thousand people."""
    return _likely().search(search_key(text)) is not None


@cache
def _likely() -> re.Pattern[str]:
    """What nearly every text is found free of at once: the words without gaps, signs and endings, anywhere in it."""
    return re.compile("|".join(sorted({re.escape(search_key(label.word)) for label in (*LABELS, *CAUSES)})))


def _found(text: str, labels: tuple[Label, ...]) -> Iterator[Found]:
    for label in labels:
        for hit in _pattern(label.word).finditer(text):
            before = _WORD.findall(text[: hit.start()])
            rest = search_key(text[hit.end() :])
            if rest.startswith(tuple(search_key(word) for word in label.fine_before)):
                continue
            if not before or search_key(before[-1]) not in {search_key(word) for word in label.fine_after}:
                yield Found(hit[0], label.instead, hit.start(), hit.end(), label.guided)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word in any of its spellings (ي ك, joined or apart), whole, perhaps with an ending."""
    whole = rf"(?<![^\W_])(?<!{ZWNJ})(?:{_KIN})?{_letters(word)}(?:{ZWNJ}?(?:{_ENDINGS})| (?:ها|های|هایی))?(?![^\W_])"
    return re.compile(whole, re.IGNORECASE)


@cache
def _political(word: str) -> re.Pattern[str]:
    """The word by itself or in the plural: «نامزدی» is an engagement, «حزب‌الله» a name."""
    return re.compile(rf"(?<![^\W_])(?<!{ZWNJ}){_letters(word)}(?:{ZWNJ}?(?:{_PLURALS}))?(?!{ZWNJ}?[^\W_])")


def _letters(word: str) -> str:
    return "".join(_GAP if char in (ZWNJ, " ") else _VARIANTS.get(char, re.escape(char)) + _SIGNS for char in word)


_SIGNS = "[\u0640\u064b-\u0652\u0670]*"
_VARIANTS = {"ی": "[یيى]", "ک": "[کك]", "ه": "[هةۀ]", "ا": "[اآأإ]", "آ": "[آا]", "أ": "[اآأإ]", "ئ": "[ئی]", "ٔ": "ٔ?"}
