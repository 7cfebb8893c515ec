"""What free texts do not say: labels and causes of people (G-03, G-12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.domain.fields import About
from desktop.domain.persian.wording import labels_in, political_words
from desktop.domain.problems import Problem
from desktop.domain.record import Row

_OF_PEOPLE = frozenset({"person", "household", "person_sensitive"})
_PUBLIC_DEEDS = frozenset({"letter", "project", "workshop", "event", "local_group", "meeting", "mou", "ngo_plan"})
_PERSONAL_SCOPES = frozenset({"person", "household"})


def is_of_person(kind: str, values: Row) -> bool:
    """Whether the texts of a record tell of a person or a household, not of a place."""
    about_somebody = bool(values.get("person_id") or values.get("household_id"))
    return about_somebody or kind in _OF_PEOPLE or values.get("scope") in _PERSONAL_SCOPES


def wording_problems(
    fields: Mapping[str, About], values: Row, names: Iterable[str], *, of_person: bool
) -> Iterator[Problem]:
    """The first label or cause in each guarded field of `names`, with what to write instead."""
    for name in names:
        text = values.get(name)
        if not fields[name].guarded or not isinstance(text, str):
            continue
        for found in labels_in(text, of_person=of_person)[:1]:
            code = "wording_guided" if found.guided else "wording"
            yield Problem(name, code, {"word": found.word, "suggestion": found.instead})


def political_problems(kind: str, values: Row, names: Iterable[str], role: str) -> Iterator[Problem]:
    """What speaks of elections or parties is the manager's to decide: others are refused (G-13)."""
    if role == "office_manager" or not (kind in _PUBLIC_DEEDS or values.get("scope") in ("group", "neighborhood")):
        return
    for name in names:
        found = political_words(values[name]) if isinstance(values.get(name), str) else []
        if found:
            yield Problem(name, "political", {"word": found[0]})


def political_doubt(text: str) -> str:
    """The code of the sentence that asks for a second look at a text of elections; "" for any other."""
    return "political_doubtful" if political_words(text) else ""


GUIDANCE = (
    "اگر کسی در خطر است: اورژانس اجتماعی ۱۲۳ (شبانه‌روز، بی‌نام). اگر خطر همین دم است: پلیس ۱۱۰ و اورژانس ۱۱۵.",
    "برای درمان و مشاوره: مرکز بهداشت، کلینیک‌های مددکاری و خط مشاورهٔ بهزیستی ۱۴۸۰.",
    "دربارهٔ کودک در معرض خطر با ۱۲۳ تماس بگیرید؛ نام گزارش‌دهنده پوشیده می‌ماند.",
    "در پرونده دلیل و داستان نوشته نمی‌شود؛ تنها «مراجعه به خدمات مشاوره» یا «مراجعه به خدمات درمان»، با رضایت خود فرد.",
)
"""The card that helps whoever hears of addiction, violence or a child at risk (G-03, G-04)."""
HELP_LINES = GUIDANCE[:-1]
"""What may be handed to anybody: the last line is for the one who writes."""
