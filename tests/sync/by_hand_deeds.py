"""What people do at the laptops of `by_hand`, and what befalls these: words, sticks, contacts, copies, wrong clocks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from PIL import Image

from desktop.domain.codes import CODE_LISTS
from tests.factories import national_id
from tests.sync.by_hand_office import PASSWORDS, Hand, join

MONTH = "1405-08"  # a month that has ended
SUBJECTS = ("آب آشامیدنی", "بازگشت به مدرسه", "آسفالت کوچه")


def register(hand: Hand, laptop: str) -> None:
    place = hand.one(laptop, "neighborhood")
    told = {"neighborhood_id": place, "declared_size": 3, "registered_on": "1404/06/12", "location_hint": hand.unique()}
    home = hand.put(laptop, "household", told)
    for relation in ("head", "child")[: hand.random.randint(1, 2)]:
        hand.put(
            laptop,
            "person",
            {
                "household_id": home, "first_name": hand.unique(), "last_name": hand.unique(), "father_name": "علی",
                "relation_to_head": relation, "sex": hand.random.choice(("male", "female")), "birth_date": "1360",
            },
        )  # fmt: skip


def identify(hand: Hand, laptop: str) -> None:
    person = hand.one(laptop, "person")
    if person:
        number = national_id(hand.random.randint(1, 99_999))
        if hand.put(laptop, "person_identifier", {"person_id": person, "type": "national_id", "value": number}):
            hand.written.add(number)


def change(hand: Hand, laptop: str) -> None:
    word, number = hand.unique, hand.random.randint
    kind, told = hand.random.choice((
        ("person", {"last_name": word()}),
        ("person", {"education_level": hand.random.choice(("primary", "illiterate"))}),
        ("person", {"mobile": f"0915{number(1_000_000, 9_999_999)}"}),
        ("household", {"location_hint": word()}),
        ("household", {"declared_size": number(2, 9)}), ("organization", {"note": word()}),
        ("need", {"description": word()}), ("need", {"urgency": hand.random.choice(("first", "second"))}),
        ("workshop", {"capacity": hand.random.randint(10, 30)}), ("workshop", {"place": word()}),
        ("neighborhood", {"note": word()}),
    ))  # fmt: skip
    record = hand.one(laptop, kind)
    if record:
        hand.put(laptop, kind, {"id": record, **told})


def need(hand: Hand, laptop: str) -> None:
    told: dict[str, Any] = {"field": "education", "subject": hand.random.choice(SUBJECTS), "description": hand.unique()}
    if hand.random.random() < 0.4:
        place = hand.one(laptop, "neighborhood")
        told |= {"scope": "neighborhood", "neighborhood_id": place, "supporters_count": 4}
    else:
        told |= {"scope": "person", "person_id": hand.one(laptop, "person")}
    hand.put(laptop, "need", told)


def step(hand: Hand, laptop: str) -> None:
    kind = hand.random.choice(("need", "need", "workshop"))
    record = hand.one(laptop, kind)
    if record:
        hand.say(laptop, "step", kind, record, hand.random.choice(tuple(CODE_LISTS[f"{kind}_status"])), "note=دیده شد")


def hold(hand: Hand, laptop: str) -> None:
    hand.put(
        laptop,
        "workshop",
        {
            "title": "مهارت‌های زندگی", "type": "life_skills", "place": hand.unique(), "planned_start": "1405/06/01",
            "planned_end": "1405/06/22", "sessions_planned": 4, "hours_per_session": 2, "capacity": 20,
        },
    )  # fmt: skip


def enrol(hand: Hand, laptop: str) -> None:
    told = {"workshop_id": hand.one(laptop, "workshop"), "person_id": hand.one(laptop, "person")}
    if all(told.values()):
        hand.put(laptop, "workshop_enrollment", told)


def visit(hand: Hand, laptop: str) -> None:
    person = hand.one(laptop, "person")
    if person:
        hand.put(laptop, "visit", {"person_id": person, "type": "office_visit", "subject": "social"})


def merge(hand: Hand, laptop: str) -> None:
    ids = hand.ids(laptop, "person")
    if len(ids) > 1:
        hand.say(laptop, "merge", *hand.random.sample(ids, 2))


def unmerge(hand: Hand, laptop: str) -> None:
    record = hand.one(laptop, "merge_record")
    if record:
        hand.say(laptop, "unmerge", record)


def erase(hand: Hand, laptop: str) -> None:
    ids = hand.ids(laptop, "person")
    if len(ids) > 2:
        hand.say(laptop, "erase", hand.random.choice(ids), "--reason", "درخواست خودش")


def consent(hand: Hand, laptop: str) -> None:
    person = hand.one(laptop, "person")
    if person:
        act = hand.random.choice(("give", "give", "withdraw"))
        scope = hand.random.choice(("sync_to_province", "sync_to_province", "basic_record", "photo"))
        hand.say(laptop, "consent", act, person, scope, *(("--method", "signature") if act == "give" else ()))


def resolve(hand: Hand, laptop: str) -> None:
    found = hand.say(laptop, "conflicts").lines
    if not found:
        return
    one = hand.random.choice(found)
    values = [told["value"] for told in one["values"] if isinstance(told["value"], str)]
    hand.say(laptop, "conflicts", "resolve", one["id"], "--keep", hand.random.choice(("mine", "theirs", *values)))


def bring(hand: Hand, laptop: str) -> None:
    """A spreadsheet of new organizations."""
    path = hand.place / f"{len(hand.history)}.csv"
    if hand.say(laptop, "export", "organization", str(path)).code == 0:
        path.write_text(path.read_text(encoding="utf-8-sig").replace("نوبت", "نوبتِ"), encoding="utf-8")
        hand.say(laptop, "import", "organization", str(path))


def attach(hand: Hand, laptop: str) -> None:
    path = hand.place / f"{len(hand.history)}.png"
    Image.new("RGB", (40 + hand.random.randint(0, 200), 40), hand.random.choice(("red", "blue", "green"))).save(path)
    place = hand.one(laptop, "neighborhood")
    hand.say(laptop, "attachment", "add", "neighborhood", place, str(path), "--nobody")


def report(hand: Hand, laptop: str) -> None:
    act = hand.random.choice(("make", "text", "sign", "send", "sign", "send"))
    more = {"text": ("summary", "--text", "ماه آرامی بود."), "send": ("--via", "network")}.get(act, ())
    hand.say(laptop, "report", act, *more, "--month", MONTH)


def decide(hand: Hand, _laptop: str) -> None:
    act = hand.random.choice(("accept", "return"))
    more = ("--reason", "هم‌خوان نیست", "--section", "visits=شمار بازدید") if act == "return" else ("--no", "12")
    hand.say_province("report", act, "--office", "1105", "--month", MONTH, "--user", "administrator", *more)


# ------------------------------------------------------------------------------------- how they meet


def wire(hand: Hand, laptop: str) -> None:
    hand.wire(laptop)


def wire_cut(hand: Hand, laptop: str) -> None:
    """The province is switched off while they talk."""
    timer = hand.kill_server(hand.random.uniform(0.0, 0.4))
    hand.wire(laptop)
    timer.join()
    hand.serve_again()


def stick(hand: Hand, laptop: str) -> None:
    path = hand.place / f"{len(hand.history)}.tashil"
    if hand.say(laptop, "courier", "write", str(path)).code == 0:
        hand.sticks.append(path)
        for other in hand.random.sample(hand.staying, hand.random.randint(0, 2)):
            hand.say(other, "courier", "read", str(path))


def stick_again(hand: Hand, laptop: str) -> None:
    """A stick of earlier, perhaps one that was read, perhaps the own one."""
    if hand.sticks:
        hand.say(laptop, "courier", "read", str(hand.random.choice(hand.sticks)))


def stick_cut(hand: Hand, laptop: str) -> None:
    if hand.sticks:
        whole = hand.random.choice(hand.sticks).read_bytes()
        cut = hand.place / f"{len(hand.history)}-cut.tashil"
        cut.write_bytes(whole[: hand.random.randint(0, len(whole) - 1)])
        more = ("--salvage",) if hand.random.random() < 0.5 else ()
        hand.say(laptop, "courier", "read", str(cut), *more)


def stick_to_province(hand: Hand, laptop: str) -> None:
    there, back = (hand.place / f"{len(hand.history)}-{way}.tashil" for way in ("there", "back"))
    if hand.say(laptop, "courier", "write", "--to", "province", str(there)).code == 0:
        hand.say_province("courier", "read", str(there))
        hand.say_province("courier", "write", str(back), "--office", "1105")
        if back.exists():
            hand.say(laptop, "courier", "read", str(back))


# ---------------------------------------------------------------------------------- what befalls them


def wrong_clock(hand: Hand, laptop: str) -> None:
    hand.machines[laptop].ahead = timedelta(minutes=hand.random.choice((0, -3, 7, 60 * 24 * 3, 60 * 24 * 400)))


def back_up(hand: Hand, laptop: str) -> None:
    path = hand.place / f"{laptop}-{len(hand.history)}.backup"
    if hand.say(laptop, "backup", str(path)).code == 0:
        hand.machines[laptop].backups.append(path)


def restore(hand: Hand, laptop: str) -> None:
    if hand.machines[laptop].backups:
        hand.say(laptop, "restore", str(hand.random.choice(hand.machines[laptop].backups)))


def copy(hand: Hand, laptop: str) -> None:
    folder = hand.place / f"{laptop}-{len(hand.history)}-copy"
    shutil.copytree(hand.place / laptop, folder)
    hand.machines[laptop].copies.append(folder)


def go_back(hand: Hand, laptop: str) -> None:
    """A copy of the folder of earlier stands where the folder stood, put there by hand."""
    if hand.machines[laptop].copies:
        hand.replace(laptop, hand.random.choice(hand.machines[laptop].copies))


def go_on_twice(hand: Hand, laptop: str) -> None:
    """A copy of the folder goes on on another laptop's machine, whose own folder has been read by all."""
    other = hand.random.choice([name for name in hand.staying if name != laptop])
    if hand.machines[laptop].copies:
        for name in (other, *hand.staying):
            hand.wire(name)
        hand.replace(other, hand.random.choice(hand.machines[laptop].copies))
        hand.machines[other].password = hand.machines[laptop].password


def rotate(hand: Hand, laptop: str) -> None:
    hand.say(laptop, "device", "rotate")


def revoke(hand: Hand, laptop: str) -> None:
    """A laptop is stolen; a new one takes its place, under another name."""
    other = hand.random.choice([name for name in hand.staying if name != laptop])
    shown = [line for line in hand.say(other, "device", "list").lines if line.get("own")]
    if not shown or hand.say(laptop, "device", "revoke", shown[0]["id"]).code != 0:
        return
    gone = hand.machines.pop(other)
    name = f"{other}{len(hand.history)}"
    hand.machines[name] = type(gone)(name, PASSWORDS[other[0]], hand.place / f"memory-{name}")
    join(hand, laptop, name)


DEEDS: Final[Mapping[Callable[[Hand, str], None], int]] = {
    register: 6, identify: 3, change: 12, need: 4, step: 4, hold: 2, enrol: 2, visit: 2, merge: 3, unmerge: 2, erase: 2,
    consent: 5, resolve: 5, bring: 1, attach: 2, report: 4, decide: 2, wire: 9, wire_cut: 2, stick: 6, stick_again: 3,
    stick_cut: 2, stick_to_province: 2, wrong_clock: 2, back_up: 2, restore: 1, copy: 2, go_back: 1, go_on_twice: 1,
    rotate: 1, revoke: 1,
}  # fmt: skip
"""Deed → how often it is drawn."""
