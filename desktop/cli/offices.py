"""The words about an office as a whole: init, demo, check, recover."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.cli.session import folder_of, opened, password_of, secret, tell_noticed, username_of
from desktop.domain.persian.calendar import jalali_month, read_month, shift_month
from desktop.domain.problems import Problem, Refusal, RefusedError, UnavailableError
from desktop.store.key_slots import Cost
from desktop.system.terminal import emit, say
from desktop.system.words import WordsError

_OTHER_NAMES = {
    "county": "county_id",
    "county_name": "county_id",
    "title": "title_fa",
    "name": "title_fa",
    "name_fa": "title_fa",
    "office_code": "code",
}
MOST_RESIDENTS, MOST_MONTHS = 300_000, 120


def init(words: Namespace) -> int:
    """A new office; the recovery code is told once."""
    from desktop.services.accounts import found_office

    folder = folder_of(words)
    if folder.exists():
        raise UnavailableError("office_exists")
    given = office_values(_json_of(words.office))
    password = secret("TASHILGAR_PASSWORD", "گذرواژهٔ مدیر", twice=True)
    office, code = found_office(folder, given, username_of(words), password)
    office.close()
    emit({"office_id": office.identity.office_id, "device_id": office.identity.device_id, "recovery_code": code})
    return 0


def _json_of(name: str) -> dict[str, Any]:
    try:
        text = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    try:
        given = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise RefusedError([Problem("office", "bad_json")])
    return given


def office_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """What FILE.json holds in the names `found_office` knows; forgiving about where and how things are named."""
    inner = given.get("office")
    fields = dict(inner) if isinstance(inner, Mapping) else dict(given)
    for other, name in _OTHER_NAMES.items():
        if other in fields and fields.get(name) is None:
            fields[name] = fields[other]
    if isinstance(fields.get("code"), int):
        fields["code"] = f"{fields['code']:04}"
    values: dict[str, Any] = {"office": fields}
    for name, names in {
        "neighborhoods": ("neighborhoods", "neighbourhoods"),
        "staff": ("staff",),
        "manager": ("manager",),
    }.items():
        found = next((place[n] for place in (given, fields) for n in names if place.get(n)), None)
        if found is not None:
            values[name] = found
    values["neighborhoods"] = [_place(item) for item in values.get("neighborhoods", ())]
    values["staff"] = [{"full_name": one} if isinstance(one, str) else one for one in values.get("staff", ())]
    return values


def _place(item: Any) -> Any:
    """A neighbourhood whose population may be a plain number."""
    if not isinstance(item, Mapping):
        return item
    place = dict(item)
    population = place.get("population")
    beside = {
        name: place.pop(key)
        for key, name in {
            "population_year": "year",
            "year": "year",
            "population_source": "source",
            "source": "source",
            "households": "households",
            "is_estimate": "is_estimate",
        }.items()
        if key in place
    }
    if population is not None and not isinstance(population, Mapping):
        default = {"year": int(_this_month()[:4]), "source": "office_estimate"}
        place["population"] = {"population": population, **default, **beside}
    return place


def demo(words: Namespace) -> int:
    """A fictional office; its users and passwords, the manager first, then what was made."""
    from desktop.services.demo.drafts import DemoWords
    from desktop.services.demo.make import make_demo

    if not 1 <= words.residents <= MOST_RESIDENTS or not 1 <= words.months <= MOST_MONTHS:
        raise WordsError(f"شمار ساکنان از ۱ تا {MOST_RESIDENTS} و شمار ماه‌ها از ۱ تا {MOST_MONTHS} است.")
    until = _month(words.until) if words.until else shift_month(_this_month(), -1)
    if until > _this_month():
        raise RefusedError.of("until", "in_future")
    made = make_demo(folder_of(words), DemoWords(words.residents, words.months, words.seed, until), Cost())
    for user in made.users:
        emit(user)
    emit(made.summary)
    say("دادهٔ آزمایشی ساخته شد؛ هیچ‌یک از این آدم‌ها واقعی نیست.")
    return 0


def _this_month() -> str:
    from desktop.domain.clock import now, today_in_iran

    return jalali_month(today_in_iran(now()))


def _month(given: str) -> str:
    try:
        return read_month(given)
    except Refusal as refusal:
        raise RefusedError.of("until", refusal.code, **refusal.facts) from refusal


def check(words: Namespace) -> int:
    """Every proof of the file, one line each; 3 when one fails."""
    from desktop.store.check import check_office

    sound = True
    try:
        with opened(words) as office:
            for result in check_office(office):
                emit({"check": result.check, "ok": result.ok, "detail": result.detail})
                sound = sound and result.ok
    except UnavailableError as error:
        if error.problem.code in _DAMAGE:
            _name_pages(words)
        raise
    if not sound:
        raise UnavailableError("damaged")
    return 0


_DAMAGE = frozenset({"damaged", "not_an_office_file", "disk_full", "busy"})
"""How SQLite's words for a page that it cannot open are told."""


def _name_pages(words: Namespace) -> None:
    """The file does not even open: the pages that are broken are named all the same."""
    from desktop.store.key_slots import KeySlots
    from desktop.store.pages import broken_pages

    folder = folder_of(words)
    key = KeySlots.load(folder.keys).open_with_password(username_of(words), password_of())
    pages = broken_pages(folder.database, key)
    if pages:
        emit({"check": "pages", "ok": False, "detail": f"{len(pages)}: " + "؛ ".join(str(one) for one in pages[:20])})


def recover(words: Namespace) -> int:
    """Open with the recovery code and set the user's new password; the next code is told once."""
    from desktop.services.opening import recover_for_work

    code = secret("TASHILGAR_RECOVERY_CODE", "کد بازیابی")
    new = secret("TASHILGAR_NEW_PASSWORD", "گذرواژهٔ تازه", twice=True) if "TASHILGAR_NEW_PASSWORD" in os.environ else ""
    folder = folder_of(words)
    if not folder.exists():
        raise UnavailableError("no_office")
    office = recover_for_work(folder, code, username_of(words), new or password_of())
    tell_noticed(office)
    office.close()
    emit({"ok": True, "user": office.actor.username, "recovery_code": office.next_code})
    say("کد پیشین دیگر به کار نمی‌آید. کد تازه را چاپ کنید یا بنویسید و در جای قفل‌دار نگه دارید؛ دیگر گفته نمی‌شود.")
    return 0
