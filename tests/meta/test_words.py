"""Every Persian word that reaches the screen can be translated, and the window says it in its own language.

Paper, what is read aloud to residents, and the command line stay Persian, and so does data.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from devtools.texts import MARKERS, domain_texts

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
LETTER = re.compile("[\u0621-\u064a\u0671-\u06d3]")
SIGN = re.compile("[\u0600-\u06ff]")  # letters, digits, commas
SHOWN = ("ui/screens/", "ui/shell/")  # what stands there is seen; inputs know the commas that people type

APART = {
    "domain/persian/": "how Persian is read and written",
    "domain/consent_texts.py": "what is read aloud to residents",
    "domain/agencies.py": "the first data of an office",
    "domain/letter_words.py": "paper",
    "services/letter_papers.py": "paper",
    "services/demo/": "the data of a fictional office",
    "services/spreadsheets/": "tables that come and go are Persian, as paper is",
    "services/doubles.py": "the lines of the command line",
    "services/accounts.py": "the first data of an office",
    "services/printing.py": "paper",
    "services/people_papers.py": "paper",
    "services/monthly.py": "paper",
    "services/monthly_partners.py": "paper",
    "services/blank_papers.py": "paper",
    "services/paper_questions.py": "paper",
    "services/partner_papers.py": "paper",
    "services/place_papers.py": "paper",
    "services/workshop_papers.py": "paper",
    "services/certificate_check.py": "what a telephone shows of a paper",
    "services/event_papers.py": "paper",
    "ui/tour.py": "what is typed on the way",
}
DATA: Mapping[str, frozenset[str]] = {
    # what people type, in any window
    "domain/fields.py": frozenset({"بله", "آری", "بلی", "خیر", "نه"}),
    "ui/screens/workshops/typed_sheet.py": frozenset({"حphHP1۱١", "تjtJT2۲٢", "غygYG3۳٣", "ملmlML4۴٤", "بfFbB*"}),
    "ui/widgets/jalali_field.py": frozenset({"ف", "ا"}),
    "ui/widgets/money_field.py": frozenset({"جدید"}),
    # what is stored: subjects of needs, names of people who have none
    "domain/offers.py": frozenset({"بازگشت به تحصیل", "دریافت شناسنامه"}),
    "domain/anonymous.py": frozenset({"بی‌نام"}),
    "domain/donation.py": frozenset({"نیکوکار", "این کمک بدون هیچ‌گونه شرط سیاسی و انتخاباتی پذیرفته شد."}),
    "domain/evaluation.py": frozenset(
        {"رسیدن به هدف", "محتوا و سرفصل‌ها", "حضور و مشارکت", "مکان و زمان", "پیگیری نیازها", "مشارکت مردم", "کیفیت"}
        | {"هماهنگی با دستگاه‌ها", "آموزش", "ثبت و گزارش", "هزینه‌کرد", "مستندسازی", "زمان‌بندی"}
    ),
    # what papers and the province's pages print, which are Persian in every language of the program
    "domain/covered.py": frozenset(
        {"کمتر از ", "پوشیده", "» و «", " تا "}
        | {"»: شمار چنان کم است، یا از جمع چنان به دست می‌آید، که برای حفظ حریم ساکنان چاپ نمی‌شود."}
    ),
    # a reason that the audit log keeps, names of stations that are nobody's, a topic that the window words itself
    "services/retention.py": frozenset({"پایان مدت نگهداری"}),
    "services/user_views.py": frozenset({"کاربر", "مدیر"}),
    "services/consents.py": frozenset({"موضوعی حساس"}),
    # the letters of letter numbers and of those of certificates
    "domain/certificate.py": frozenset({"گو"}),
    "domain/letter.py": frozenset({"ن", "پ", "د", "ع", "گ", "س", "و"}),
    "domain/places.py": frozenset({"کش", "خز", "کر", "اص", "سب", "قز"}),
    # letters that other programs or earlier ones wrote
    "store/key_slots.py": frozenset({"يىك", "ییک"}),
    # the mark of the program, the letters of the keyboard, languages by their own names
    "ui/shell/brand.py": frozenset({"ت"}),
    "ui/shell/help_dialog.py": frozenset({"ا … ی"}),
    "ui/application.py": frozenset({"فارسی", "کوردی", "العربية", "زبان / Language"}),
}
PERSIAN_ONLY: Mapping[str, frozenset[str]] = {
    "desktop.domain.persian.digits": frozenset({"to_persian", "grouped", "decimal", "percent"}),
    "desktop.domain.persian.calendar": frozenset(
        {"short", "long", "month_title", "weekday_name", "MONTHS", "WEEKDAYS"}
    ),
    "desktop.domain.persian.times": frozenset({"short_time"}),
    "desktop.domain.persian.money": frozenset({"money_text", "million_rial", "money_words"}),
    "desktop.domain.codes": frozenset({"label_of"}),
    "desktop.domain.sentences": frozenset({"SENTENCES"}),
}

DECLARED = frozenset({"label", "plural", "help", "message"})


class Literal(NamedTuple):
    """A text in the code; `part` of one that is put together from several."""

    line: int
    text: str
    part: bool


def test_every_persian_text_is_collected_for_translation() -> None:
    known = set(domain_texts())
    strays = [
        f"{name}:{literal.line}: {literal.text}"
        for name, tree in _modules("ui", "domain", "services", "store")
        for literal in _literals(tree, SIGN if name.startswith(SHOWN) else LETTER)
        if literal.text not in known | DATA.get(name, frozenset())
        and not (literal.part and any(literal.text in text for text in known))
    ]
    assert not strays, "\n".join(["use tr(), or domain_texts() in devtools/texts.py:", *strays])


def test_exceptions_that_are_gone_are_not_kept() -> None:
    found = {
        name: {one.text for one in _literals(tree, SIGN)}
        for name, tree in _modules("ui", "domain", "services", "store")
    }
    assert [(name, text) for name, texts in DATA.items() for text in texts - found[name]] == []
    assert [room for room in APART if not (DESKTOP / room).exists()] == []


def test_the_window_takes_digits_dates_and_labels_from_its_wording() -> None:
    strays = [
        f"{name}:{node.lineno}: {alias.name}"
        for name, tree in _modules("ui")
        if name != "ui/widgets/wording.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in PERSIAN_ONLY.get(node.module or "", ())
    ]
    assert not strays, "\n".join(["these are Persian; desktop/ui/widgets/wording.py has them:", *strays])


def test_declared_words_are_said_where_they_are_shown() -> None:
    strays = [stray for name, tree in _modules("ui") for stray in _unsaid(name, tree)]
    assert not strays, "\n".join(["wrap these in said() or told():", *strays])


def _unsaid(name: str, tree: ast.Module) -> Iterator[str]:
    handed = _arguments(tree, {"said", "replace"})
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in DECLARED or isinstance(node.ctx, ast.Store):
            continue
        if not _is_own_part(node) and id(node) not in handed:
            yield f"{name}:{node.lineno}: {ast.unparse(node)}"


def _is_own_part(node: ast.Attribute) -> bool:
    """A label or message that is a widget: `self.message.setText`."""
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def _arguments(tree: ast.AST, functions: set[str]) -> set[int]:
    """Everything that is handed to these functions."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) in functions)
    handed = (part for call in calls for part in (*call.args, *(keyword.value for keyword in call.keywords)))
    return {id(inner) for part in handed for inner in ast.walk(part)}


def _called(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module that is looked at, with its name."""
    for room in rooms:
        for file in sorted((DESKTOP / room).rglob("*.py")):
            name = file.relative_to(DESKTOP).as_posix()
            if not name.startswith(tuple(APART)):
                yield name, _parsed(file)


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _literals(tree: ast.Module, sign: re.Pattern[str]) -> Iterator[Literal]:
    """Texts with such a sign that neither speak about the code nor are marked for translation."""
    apart = _arguments(tree, MARKERS) | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in apart else None
        if isinstance(node, ast.Constant) and isinstance(text, str) and sign.search(text):
            yield Literal(node.lineno, text, id(node) in parts)
