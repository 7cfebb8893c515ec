"""Texts for translation: `python -m devtools.texts update | check | compile`, run inside the virtual environment.

The window's texts stand in `self.tr("…")` and `QCoreApplication.translate("Context", "…")`, where lupdate finds them.
The domain's (labels, helps, code lists, problem sentences) are plain strings, because the domain knows no Qt; they are
written to a passing file as `translate("domain", "…")`, so that one .ts file holds every text.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from devtools import venv
from devtools.say import say, use_utf8

if TYPE_CHECKING:
    from desktop.domain.fields import Draft

KEPT = venv.ROOT / "i18n" / "tashilgar_en.ts"
DOMAIN = "domain"
MARKERS = {"tr", "translate"}
PLACE = re.compile(r"\{\w*\}|%L?n|%L?\d")

Message = tuple[str, str]  # context, Persian text (with the list of codes it belongs to, where it says so)

HOMONYMS = frozenset(
    {
        ("county", "سرباز"),
        ("need_source", "جلسه"),
        ("referral_mode", "جلسه"),
        ("response_type", "ارجاع به دستگاه دیگر"),
        ("workshop_status", "ثبت‌نام"),
        ("yes_no_unknown", "دارد"),
        ("yes_no_unknown", "ندارد"),
    }
)
"""Labels of codes that mean something else than the same word elsewhere, with the name of their list."""


def update() -> int:
    """Bring the kept file up to date; translations of texts that still exist stay."""
    if not _extract(KEPT):
        return 1
    waiting = list(unfinished(KEPT))
    say(f"متن‌ها: {len(messages(KEPT))}، بی‌ترجمه: {len(waiting)}", f"{KEPT.name}: texts, without English")
    return compile_texts()


def check() -> int:
    """Fail when a text was forgotten, has no English or is written so that no translation can be found."""
    if not KEPT.exists():
        print("no kept file, run dev.py i18n")
        return 1
    complaints = list(_unextractable())
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / KEPT.name
        shutil.copy(KEPT, fresh)
        if not _extract(fresh):
            return 1
        now, kept = messages(fresh), messages(KEPT)
    complaints += [f"not collected, run dev.py i18n: {context}: {text}" for context, text in sorted(now - kept)]
    complaints += [f"no longer in the code, run dev.py i18n: {context}: {text}" for context, text in sorted(kept - now)]
    complaints += [
        f"without a context, use self.tr in a QObject: {text}" for context, text in sorted(now) if not context
    ]
    complaints += [f"no English: {context}: {text}" for context, text in unfinished(KEPT)]
    complaints += [f"places differ: {context}: {text}" for context, text in misplaced(KEPT)]
    for complaint in complaints:
        print(complaint)
    return int(bool(complaints))


def compile_texts() -> int:
    """Make the .qm beside every .ts that is newer than it; .qm files are never kept in git."""
    for source in sorted(KEPT.parent.glob("*.ts")):
        made = source.with_suffix(".qm")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        with tempfile.TemporaryDirectory(dir=KEPT.parent) as folder:
            new = Path(folder) / made.name
            done = _tool("pyside6-lrelease", "-silent", str(source), "-qm", str(new))
            if done.returncode:
                print(done.stdout, done.stderr)
                return 1
            new.replace(made)  # at once, so that a program or test that starts now reads a whole file
    return 0


def messages(file: Path) -> set[Message]:
    """Every text of a .ts file with its context."""
    return {(context, _source(message)) for context, message in _messages(file)}


def unfinished(file: Path) -> Iterator[Message]:
    """Texts whose translation is missing or marked as unfinished."""
    for context, message in _messages(file):
        translation = message.find("translation")
        forms = list(translation.iter("numerusform")) if translation is not None else []
        written = all((form.text or "").strip() for form in forms) if forms else bool(_text(message, "translation"))
        if not written or (translation is not None and translation.get("type") == "unfinished"):
            yield context, _source(message)


def misplaced(file: Path) -> Iterator[Message]:
    """Texts whose translation has other places to fill, such as {limit} or %Ln, than the Persian has."""
    for context, message in _messages(file):
        source = _text(message, "source")
        translation = message.find("translation")
        forms = [] if translation is None else [translation, *translation.iter("numerusform")]
        written = [form.text for form in forms if (form.text or "").strip()]
        if any(set(PLACE.findall(text or "")) != set(PLACE.findall(source)) for text in written):
            yield context, _source(message)


def domain_texts() -> list[str]:
    """Every Persian text that people read and that stands below the window, in the order of the declarations."""
    from desktop.domain import guard
    from desktop.domain.codes import CODE_LISTS
    from desktop.domain.evaluation import USUAL_CRITERIA
    from desktop.domain.fields import Draft, abouts
    from desktop.domain.indicators import DEFINITIONS
    from desktop.domain.kinds import KINDS
    from desktop.domain.likeness import AGAINST, REASONS
    from desktop.domain.persian.calendar import MONTHS, WEEKDAYS
    from desktop.domain.persian.holidays import occasions
    from desktop.domain.persian.money import UNITS
    from desktop.domain.places import PROVINCES
    from desktop.domain.retention import KEEPINGS
    from desktop.domain.sentences import SENTENCES
    from desktop.reports.catalogue import PRINTABLES
    from desktop.services.spreadsheets.columns import columns_of

    texts: list[str] = []
    for kind in KINDS.values():
        texts += [kind.label, kind.plural, kind.title_prefix]
        texts += [text for about in kind.fields.values() for text in (about.label, about.help)]
        for step in kind.life.transitions if kind.life else ():
            texts += [step.label, *step.tells]
            texts += [text for _, about in step.words for text in (about.label, about.help)]
    texts += [*guard.GUIDANCE, *UNITS]
    texts += PRINTABLES.values()
    texts += [name for criteria in USUAL_CRITERIA.values() for name, _weight in criteria]
    texts += [column.label for kind in KINDS for column in columns_of(kind)]  # of spreadsheets
    for draft in _heirs(Draft):  # of acts that are no kind of record
        texts += [text for about in abouts(draft).values() for text in (about.label, about.help)]
    for codes in CODE_LISTS.values():
        texts += codes.values()
    texts += [text for keeping in KEEPINGS.values() for text in (keeping.what, keeping.then)]
    for definition in DEFINITIONS.values():
        texts += [definition.title, definition.text, *(beside.title for beside in definition.beside)]
    texts += [*SENTENCES.values(), *REASONS.values(), *AGAINST.values(), *MONTHS, *WEEKDAYS, *PROVINCES.values()]
    texts += occasions()
    return [text for text in dict.fromkeys(texts) if text]


def _heirs(draft: type[Draft]) -> Iterator[type[Draft]]:
    """Every declaration of ours, in whichever module of the domain it stands."""
    import desktop.domain

    for module in sorted(info.name for info in walk_packages(desktop.domain.__path__, "desktop.domain.")):
        import_module(module)
    for heir in draft.__subclasses__():
        if heir.__module__.startswith("desktop."):
            yield heir
            yield from _heirs(heir)


def _extract(target: Path) -> bool:
    """Run lupdate over the code and the domain's texts into `target`; False when it failed."""
    with tempfile.TemporaryDirectory() as folder:
        domain = Path(folder) / "domain_texts.py"
        calls = [_quoted(text) for text in domain_texts()]
        calls += [f"{_quoted(text)}, {_quoted(of)}" for of, text in sorted(HOMONYMS)]
        lines = [f"QCoreApplication.translate({DOMAIN!r}, {call})" for call in calls]
        domain.write_text("\n".join(["from PySide6.QtCore import QCoreApplication", *lines, ""]), encoding="utf-8")
        done = _tool(
            "pyside6-lupdate",
            *("-silent", "-source-language", "fa_IR", "-target-language", "en_US"),
            *("-locations", "none", "-no-obsolete", "-no-ui-lines"),
            *(str(file) for file in _sources()),
            str(domain),
            *("-ts", str(target)),
        )
    if done.returncode or not target.exists():
        print(done.stdout, done.stderr)
        return False
    return True


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _sources() -> list[Path]:
    return sorted((venv.ROOT / "desktop").rglob("*.py"))


def _unextractable() -> Iterator[str]:
    """Calls that lupdate reads otherwise than Qt does: their text is put together first, or their class is not seen."""
    for file in _sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MARKERS):
                continue
            place = f"{file.relative_to(venv.ROOT)}:{node.lineno}"
            if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args):
                yield f"text put together inside {node.func.attr}(): {place}"
            if node.func.attr == "tr" and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "self"):
                yield f"tr() of another object, whose class nobody can tell from here: {place}"


def _messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    root = ET.parse(file).getroot()  # noqa: S314 - our own file, from this repository
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield _text(context, "name"), message


def _source(message: ET.Element) -> str:
    of = _text(message, "comment")
    return _text(message, "source") + (f" ({of})" if of else "")


def _text(parent: ET.Element, tag: str) -> str:
    return parent.findtext(tag) or ""


def _tool(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [venv.tool(name), *words], cwd=venv.ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def main() -> int:
    use_utf8()
    verbs = {"update": update, "check": check, "compile": compile_texts}
    return verbs[sys.argv[1]]()


if __name__ == "__main__":
    sys.exit(main())
