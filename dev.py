#!/usr/bin/env python3
"""One door to everything a developer does here: `python3 dev.py VERB`. Needs nothing but Python 3.11 or newer.

The first call makes `.venv` from `requirements.lock`; later calls only look at a stamp.
"""

from __future__ import annotations

import sys
from pathlib import Path

from devtools import machine, office, venv
from devtools.say import say, stop, use_utf8

ROOT = Path(__file__).resolve().parent


def demo(_words: list[str]) -> int:
    return _python("devtools.texts", "compile") or office.demo()


def test(words: list[str]) -> int:
    machine.require_postgresql()
    machine.require_browser()
    machine.require_tracer()
    workers = [] if any(word.startswith("-n") for word in words) else ["-n", "2", "--dist", "worksteal"]
    return _python("devtools.texts", "compile") or _python("pytest", *workers, *words)


def run(_words: list[str]) -> int:
    return _python("devtools.texts", "compile") or office.sample()


def check(_words: list[str]) -> int:
    """Every check runs even when an earlier one fails, so that one call shows all there is to mend."""
    checks = {
        "سبک کد | ruff check": [venv.tool("ruff"), "check", "--quiet", "."],
        "آرایش کد | ruff format": [venv.tool("ruff"), "format", "--check", "--quiet", "."],
        "نوع‌ها | mypy --strict": [venv.tool("mypy"), "--strict", "--no-error-summary"],
        "جهت وابستگی‌ها | lint-imports": [venv.tool("lint-imports"), "--no-logo"],
        "ترجمه‌ها | i18n --check": [str(venv.PYTHON), "-m", "devtools.texts", "check"],
    }
    results = {name: venv.run(words) for name, words in checks.items()}
    for name, code in results.items():
        print(f"{'ok  ' if code == 0 else 'FAIL'}  {name}", flush=True)
    return int(any(results.values()))


def shots(words: list[str]) -> int:
    if len(words) not in (1, 3) or words[1:2] not in ([], ["--language"]):
        stop("پوشهٔ تصویرها را بنویسید.", "usage: dev.py shots DIR [--language en]", 2)
    return _python("devtools.texts", "compile") or office.shots(Path(words[0]).resolve(), language=words[2:])


def bench(words: list[str]) -> int:
    return _python("tests.bench", *words)


def i18n(words: list[str]) -> int:
    return _python("devtools.texts", "check" if "--check" in words else "update")


def migration(words: list[str]) -> int:
    of_province = words[:1] == ["--province"]
    told = words[1:] if of_province else words
    if len(told) != 1:
        stop("یک جمله دربارهٔ تغییر بنویسید.", 'usage: dev.py migration [--province] "what changes"', 2)
    return _python("province.store.upgrade" if of_province else "desktop.store.upgrade", "new", told[0])


def build(words: list[str]) -> int:
    """The program as a folder that needs no Python, then its own check of itself, then its signed package."""
    if words[:1] == ["--new-key"] and len(words) == 3:
        return _python("devtools.release", "key", *words[1:])
    if len(words) % 2 or set(words[::2]) - {"--sign"}:
        stop("build [--sign KEYFILE]…", 'usage: dev.py build [--sign KEYFILE]… | --new-key KEYFILE "its name"', 2)
    machine.require_packaging_tools()
    parts, target = ROOT / "build" / "parts", ROOT / "dist" / "tashilgar"
    licences = ROOT / "build" / "licences"
    if _python("devtools.texts", "compile") or _python("devtools.licences", str(licences)):
        return 1
    if _python("devtools.sbom", str(licences / "sbom.cdx.json")):
        return 1
    for spec in ("build.spec", "launcher.spec"):
        quiet = ["--noconfirm", "--log-level", "WARN", "--distpath", str(parts)]
        if venv.run([venv.tool("pyinstaller"), *quiet, str(ROOT / spec)]):
            stop("بسته ساخته نشد.", "PyInstaller failed", 1)
    if _python("devtools.release", "assemble", str(parts / "program"), str(parts / "launcher"), str(target)):
        return 1
    program = target / ("tashilgar.exe" if sys.platform == "win32" else "tashilgar")
    if venv.run([str(program), "--selfcheck"], QT_QPA_PLATFORM="offscreen"):
        stop("برنامهٔ بسته‌بندی‌شده از وارسی خود نگذشت.", "the frozen program failed its own check", 1)
    files = (file for file in target.rglob("*") if file.is_file() and not file.is_symlink())
    megabytes = sum(file.stat().st_size for file in files) // 1_000_000
    say(f"برنامهٔ بسته‌بندی‌شده: {target}", f"the frozen program, {megabytes} MB")
    if not words:
        say("بی امضا؛ پروندهٔ به‌روزرسانی ساخته نشد (‎--sign KEYFILE).", "unsigned: no update package was made")
        return 0
    return _python("devtools.release", "pack", str(target), str(target.parent), *words[1::2])


def _python(module: str, *words: str) -> int:
    """A module in the virtual environment, without a screen: the suite and the figures are the same everywhere."""
    return venv.run([str(venv.PYTHON), "-m", module, *words], QT_QPA_PLATFORM="offscreen")


VERBS = {
    "demo": (
        demo,
        "دفتری آزمایشی، گزارش ماهانهٔ آن و پنجره (یا تصویر صفحه‌ها)",
        "a fictional office, its report, the window",
    ),
    "test": (test, "همهٔ آزمون‌ها", "all tests; further words go to pytest"),
    "run": (run, "برنامه روی دفتری آزمایشی که سپس پاک می‌شود", "the app on a disposable sample office"),
    "check": (check, "سبک، نوع‌ها، جهت وابستگی‌ها، ترجمه‌ها", "style, types, import contracts, translations"),
    "shots": (shots, "تصویر همهٔ صفحه‌ها در DIR", "a PNG of every screen into DIR; --language en"),
    "bench": (bench, "سنجش سرعت و اندازه", "the figures; a name measures just that one"),
    "i18n": (i18n, "گردآوری متن‌ها برای ترجمه", "collect texts for translation; --check only compares"),
    "migration": (migration, "گام تازهٔ پایگاه داده", 'a new schema revision: migration [--province] "what changes"'),
    "build": (build, "بستهٔ بی‌نیاز از پایتون", "the frozen program, checked; --sign KEYFILE makes its update, too"),
}


def main() -> int:
    use_utf8()
    words = sys.argv[1:]
    if not words or words[0] not in VERBS:
        for name, (_, persian, english) in VERBS.items():
            print(f"{name:<10} {persian}  |  {english}")
        return 2 if words else 0
    machine.require_python()
    venv.ready()
    return VERBS[words[0]][0](words[1:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
