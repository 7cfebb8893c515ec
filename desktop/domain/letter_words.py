"""What letters say by themselves, and what stands of a person on paper once it was ticked (domain §2.3, §4.4, §5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.domain.letter import FIRST_ITEMS, FULL_ID, LAST_OF_ID, needs_full_id
from desktop.domain.persian.calendar import from_gregorian, short
from desktop.domain.persian.digits import codes_in_order, to_persian
from desktop.domain.person import ADULT_OF_CENSUS, age_of
from desktop.domain.record import Row

NO_ID = "فاقد شماره ملی"
_KNOWN_DIGITS = 4

_OF_SOMEBODY = (
    "یکی از اهالی زیر پوشش این دفتر برای «{subject}» معرفی می‌شود. "
    "خواهشمند است دستور فرمایید درخواست ایشان بررسی و راهنمایی و اقدام لازم انجام شود."
)
_OF_A_PLACE = (
    "{who} خواستار رسیدگی به «{subject}» هستند. "
    "خواهشمند است دستور فرمایید بررسی و اقدام لازم انجام و نتیجه به این دفتر اعلام شود."
)
_REMINDER = (
    "با توجه به اینکه تا تاریخ این نامه پاسخی به {letters} زیر نرسیده است، "
    "خواهشمند است دستور فرمایید نتیجهٔ بررسی به این دفتر اعلام شود."
)
FIRST_WORDS: Mapping[str, tuple[str, str]] = {
    "invitation": (
        "دعوت به نشست",
        "خواهشمند است نماینده‌ای از آن مجموعه برای شرکت در نشست «…» در تاریخ … ساعت … در محل … معرفی فرمایید.",
    ),
    "general": ("", "خواهشمند است دستور فرمایید …"),
    "report_cover": (
        "ارسال گزارش عملکرد ماهانه",
        "به پیوست، گزارش عملکرد ماهانهٔ این دفتر برای آگاهی و دستور لازم تقدیم می‌شود.",
    ),
    "thanks": (
        "سپاسگزاری",
        "از همراهی آن مجموعهٔ محترم در … صمیمانه سپاسگزاری می‌شود. تداوم این همکاری مایهٔ دلگرمی اهالی است.",
    ),
}
"""Subject and body with which the other kinds of letter begin; «…» is what is to be filled in."""


def referral_body(need: Row, place: str) -> str:
    """The request about a need. Of people it tells nothing: that is ticked apart."""
    if need["scope"] in ("person", "household"):
        return _OF_SOMEBODY.format(subject=need["subject"])
    many = need["supporters_count"]
    residents = f"{to_persian(str(many))} خانوار از اهالی" if many else "اهالی"
    told = _OF_A_PLACE.format(who=f"{residents} محلهٔ {place}", subject=need["subject"])
    return f"{told}\nشرح: {need['description']}" if need["description"] else told


def reminder_words(many: int) -> tuple[str, str]:
    """Subject and body of a reminder of that many referrals."""
    return "یادآوری نامه‌های بی‌پاسخ", _REMINDER.format(letters="نامهٔ" if many == 1 else "نامه‌های")


def for_information(title: str) -> str:
    """A line of «رونوشت»."""
    return f"{title}، برای آگاهی"


def reference(word: str, number: str, on: date | None) -> str:
    """«پیرو نامه شماره … مورخ …»."""
    told = f"{word} نامه شماره {codes_in_order(to_persian(number))}"
    return f"{told} مورخ {short(on)}" if on else told


def first_items(person: Row, papers: Sequence[Row], agency: Row | None) -> list[str]:
    """The items ticked at first; whom an agency can only know by a number and who has none, is told to have none."""
    without = not person["national_id"] and not papers
    return [*FIRST_ITEMS, LAST_OF_ID] if without and needs_full_id(agency) else list(FIRST_ITEMS)


def item_texts(person: Row, papers: Sequence[Row], address: str | None, on: date) -> dict[str, str]:
    """Every personal item as it would stand on paper, "" where nothing is known. `papers`: other identity papers."""
    number, name = _number_of(person, papers)
    last = to_persian(number[-_KNOWN_DIGITS:])
    born = person["birth_date"]
    return {
        "name": _name(person, on),
        "father_name": f"فرزند {person['father_name']}" if person["father_name"] else "",
        LAST_OF_ID: f"{name} با چهار رقم پایانی {last}" if number else NO_ID,
        FULL_ID: f"{name} {to_persian(number)}" if number else NO_ID,
        "resident_no": f"شماره پرونده {to_persian(person['resident_no'])}",
        "birth_year": f"متولد {to_persian(str(from_gregorian(born).year))}" if born else "",
        "mobile": f"همراه {to_persian(person['mobile'])}" if person["mobile"] else "",
        "address": f"نشانی: {address}" if address else "",
    }


def told_of(texts: Mapping[str, str], ticked: Iterable[str]) -> str:
    """The line of a letter about its person: what was ticked, in the order of the list, each thing once."""
    chosen = set(ticked)
    if FULL_ID in chosen:
        chosen.discard(LAST_OF_ID)
    return "، ".join(text for item, text in texts.items() if item in chosen and text)


def _name(person: Row, on: date) -> str:
    """Children are named by first name and initial only (G-08)."""
    age = age_of(person, on)
    if age is not None and age < ADULT_OF_CENSUS:
        return f"{person['first_name']} {person['last_name'][0]}."
    return f"{person['first_name']} {person['last_name']}"


def _number_of(person: Row, papers: Sequence[Row]) -> tuple[str, str]:
    """The number an office may know the person by, and what it is called; of a paper never which paper it is."""
    if person["national_id"]:
        return str(person["national_id"]), "کد ملی"
    return (str(papers[0]["value"]), "شماره مدرک هویتی") if papers else ("", "")
