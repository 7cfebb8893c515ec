"""The forms of what can be done with a household and its members: what each asks, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain import household_life as asked_of
from desktop.domain.fields import About, Draft, Input, abouts
from desktop.domain.kinds import KINDS
from desktop.domain.kinship import relations_to
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services import household_life as life
from desktop.services.burden import Burden
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.wording import grouped, label_of, listed

MEMBER = "member."  # before a person's id: the field that says what becomes of that member
_RELATION = KINDS["person"].fields["relation_to_head"]


@dataclass(frozen=True)
class Setting:
    """A household and its people as a deed finds them. `person`: the one it is about, where it is about one."""

    home: Row
    members: Sequence[Row]  # active
    away: Sequence[Row]
    person: Row | None
    today: date
    burden: Burden
    seen: int | None = None  # the last line of the log when they were read

    @property
    def head(self) -> Row | None:
        return next((m for m in self.members if m["relation_to_head"] == "head"), None)


def _nothing_follows(_form: Form) -> None:
    """Every field is always there."""


@dataclass(frozen=True)
class DeedForm:
    """One deed: its words, what it asks, what stands there first, and what it writes."""

    name: str
    title: str
    hint: str
    fields: Mapping[str, About]
    shown: Mapping[str, object]
    act: Callable[[UnitOfWork, Mapping[str, object]], object]
    told: str
    follow: Callable[[Form], object] = _nothing_follows  # fields that come and go with the answers
    headings: Mapping[str, str] | None = None


def _move(setting: Setting) -> DeedForm:
    shown = {"on": setting.today}
    hint = QCoreApplication.translate("HouseholdDeeds", "همهٔ اعضای فعال با خانوار می‌روند.")
    told = QCoreApplication.translate("HouseholdDeeds", "جابه‌جایی خانوار ثبت شد.")
    home = setting.home["id"]

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        return life.move_away(work, home, given)

    return _form("move", _with_burden(hint, setting), abouts(asked_of.MoveAwayDraft), shown, act, told)


def _dissolve(setting: Setting) -> DeedForm:
    hint = QCoreApplication.translate(
        "HouseholdDeeds", "کسانی که هنوز در خانوارند «جابه‌جا شده» می‌شوند؛ اگر کسی می‌ماند نخست او را جدا کنید."
    )
    told = QCoreApplication.translate("HouseholdDeeds", "انحلال خانوار ثبت شد.")
    home = setting.home["id"]

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        return life.dissolve(work, home, given)

    shown = {"on": setting.today}
    return _form("dissolve", _with_burden(hint, setting), abouts(asked_of.DissolveDraft), shown, act, told)


def _back(setting: Setting) -> DeedForm:
    declared, home = abouts(asked_of.ComeBackDraft), setting.home
    people = {MEMBER + m["id"]: _whether(m) for m in setting.away}
    went = {MEMBER + m["id"]: m["status"] == "moved" and m["status_date"] == home["status_date"] for m in setting.away}
    fields = {"on": declared["on"], **people, "successor_id": declared["successor_id"]}
    heads = {m["id"] for m in setting.away if m["relation_to_head"] == "head"}

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        back = [name.removeprefix(MEMBER) for name in people if given.get(name)]
        if not back:
            raise RefusedError.of("", "nobody_returns")
        asked = {"on": given["on"], "member_ids": back, "successor_id": given.get("successor_id")}
        return life.come_back(work, home["id"], asked)

    def follow(form: Form) -> None:
        back = {name.removeprefix(MEMBER) for name in people if form.field(name).value()}
        form.show_field("successor_id", bool(back) and len(heads & back) != 1)

    return _form(
        "back",
        QCoreApplication.translate("HouseholdDeeds", "چه کسانی بازگشته‌اند؟"),
        fields,
        {"on": setting.today, **went},
        act,
        QCoreApplication.translate("HouseholdDeeds", "بازگشت خانوار ثبت شد."),
        follow=follow,
    )


def _split(setting: Setting) -> DeedForm:
    declared, home, head = abouts(asked_of.SplitDraft), setting.home, setting.head
    people = _becoming(setting)
    named = ("on", "neighborhood_id", "address_text", "successor_id")
    fields = {**people, **{name: declared[name] for name in named}}
    chosen = {MEMBER + setting.person["id"]: "head"} if setting.person else {}
    place = {"neighborhood_id": home["neighborhood_id"], "address_text": home["address_text"]}
    hint = QCoreApplication.translate(
        "HouseholdDeeds", "برای هر که می‌رود نسبتش با سرپرست خانوار تازه را بنویسید؛ یکی «سرپرست» است. خالی: می‌ماند."
    )

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        told = _told_of(given)
        heads = [person for person, relation in told.items() if relation == "head"]
        if told and len(heads) != 1:
            raise RefusedError.of("", "second_head" if heads else "no_head")
        founded = {name: given.get(name) for name in named}
        asked = {"member_ids": list(told), "head_id": heads[0] if heads else "", "relations": told}
        return life.split(work, home["id"], {**founded, **asked})

    return _form(
        "split",
        hint,
        fields,
        {"on": setting.today, **place, **chosen},
        act,
        QCoreApplication.translate("HouseholdDeeds", "خانوار تازه ثبت شد."),
        follow=lambda form: _ask_successor(form, people, head),
        headings={
            next(iter(people)): QCoreApplication.translate("HouseholdDeeds", "چه کسانی می‌روند"),
            "on": QCoreApplication.translate("HouseholdDeeds", "خانوار تازه"),
        },
    )


def _join(setting: Setting) -> DeedForm:
    declared, home, head = abouts(asked_of.JoinDraft), setting.home, setting.head
    people = _becoming(setting)
    fields = {"household_id": declared["household_id"], "on": declared["on"], **people}
    fields["successor_id"] = declared["successor_id"]
    hint = QCoreApplication.translate(
        "HouseholdDeeds", "برای هر که می‌پیوندد نسبتش با سرپرست آن خانوار را بنویسید. خالی: می‌ماند."
    )

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        told = _told_of(given)
        asked = {name: given.get(name) for name in ("on", "household_id", "successor_id")}
        return life.join(work, home["id"], {**asked, "member_ids": list(told), "relations": told})

    return _form(
        "join",
        hint,
        fields,
        {"on": setting.today},
        act,
        QCoreApplication.translate("HouseholdDeeds", "پیوستن به خانوار دیگر ثبت شد."),
        follow=lambda form: _ask_successor(form, people, head),
        headings={next(iter(people)): QCoreApplication.translate("HouseholdDeeds", "چه کسانی می‌پیوندند")},
    )


def _death(setting: Setting) -> DeedForm:
    return _going(setting, "death", asked_of.DeathDraft, life.note_death)


def _leave(setting: Setting) -> DeedForm:
    return _going(setting, "leave", asked_of.MemberMovesDraft, life.member_moves)


def _going(setting: Setting, name: str, draft: type[Draft], act_of: Callable[..., object]) -> DeedForm:
    """Somebody goes for good or away; where that is the head, the successor is asked at once."""
    declared, person = abouts(draft), setting.person
    others = [m for m in setting.members if person is None or (_is_head(person) and m["id"] != person["id"])]
    heirs = {MEMBER + m["id"]: replace(_RELATION, label=name_of(m), required=False) for m in others}
    whom = {} if person else {"person_id": About(label=_whom(), input=Input.LINK, links="person", required=True)}
    asked_heir = {"successor_id": replace(declared["successor_id"], required=True), **heirs} if heirs else {}
    fields = {**whom, "on": declared["on"], **asked_heir}

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        who = str(person["id"] if person else given["person_id"])
        told = {p: relation for p, relation in _told_of(given).items() if p != who}
        asked = {"on": given["on"], "successor_id": given.get("successor_id"), "relations": told}
        return act_of(work, who, asked)

    told = {
        "death": QCoreApplication.translate("HouseholdDeeds", "فوت ثبت شد."),
        "leave": QCoreApplication.translate("HouseholdDeeds", "جابه‌جایی ثبت شد."),
    }[name]
    return _form(
        name,
        _with_burden("", setting) if person else "",
        fields,
        {"on": setting.today},
        act,
        told,
        follow=_Heirs(setting.members, str(person["id"]) if person else None).follow if heirs else _nothing_follows,
    )


def _return(setting: Setting) -> DeedForm:
    person = setting.person
    assert person is not None  # noqa: S101  the menu of a resident offers it
    home, relation = setting.home, person["relation_to_head"]
    shown = {
        "on": setting.today,
        "household_id": home["id"] if home["status"] == "active" else None,
        "relation_to_head": relation if relation != "head" or not setting.members else None,
    }

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        return life.member_returns(work, person["id"], given)

    told = QCoreApplication.translate("HouseholdDeeds", "بازگشت ثبت شد.")
    return _form("return", "", abouts(asked_of.MemberReturnsDraft), shown, act, told)


def _head(setting: Setting) -> DeedForm:
    declared, home = abouts(asked_of.NewHeadDraft), setting.home
    heirs = {MEMBER + m["id"]: replace(_RELATION, label=name_of(m), required=False) for m in setting.members}
    chosen = setting.person["id"] if setting.person else None

    def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
        return life.set_head(work, home["id"], {"successor_id": given["successor_id"], "relations": _told_of(given)})

    return _form(
        "head",
        QCoreApplication.translate("HouseholdDeeds", "نسبت دیگران با سرپرست تازه پیشنهاد می‌شود؛ درستش کنید."),
        {"successor_id": declared["successor_id"], **heirs},
        {"successor_id": chosen},
        act,
        QCoreApplication.translate("HouseholdDeeds", "سرپرست تازه ثبت شد."),
        follow=_Heirs(setting.members, "").follow,
    )


FORMS: dict[str, Callable[[Setting], DeedForm]] = {
    "move": _move,
    "split": _split,
    "join": _join,
    "death": _death,
    "leave": _leave,
    "return": _return,
    "head": _head,
    "dissolve": _dissolve,
    "back": _back,
}


def title_of(name: str) -> str:
    return {
        "move": QCoreApplication.translate("HouseholdDeeds", "جابه‌جایی خانوار"),
        "split": QCoreApplication.translate("HouseholdDeeds", "جدا کردن اعضا"),
        "join": QCoreApplication.translate("HouseholdDeeds", "پیوستن به خانوار دیگر"),
        "death": QCoreApplication.translate("HouseholdDeeds", "فوت"),
        "leave": QCoreApplication.translate("HouseholdDeeds", "جابه‌جایی این فرد"),
        "return": QCoreApplication.translate("HouseholdDeeds", "بازگشت این فرد"),
        "head": QCoreApplication.translate("HouseholdDeeds", "سرپرست تازه"),
        "dissolve": QCoreApplication.translate("HouseholdDeeds", "انحلال"),
        "back": QCoreApplication.translate("HouseholdDeeds", "بازگشت خانوار"),
    }[name]


def _form(
    name: str,
    hint: str,
    fields: Mapping[str, About],
    shown: Mapping[str, object],
    act: Callable[[UnitOfWork, Mapping[str, object]], object],
    told: str,
    **more: Any,
) -> DeedForm:
    return DeedForm(name, title_of(name), hint, fields, shown, act, told, **more)


def _whom() -> str:
    return QCoreApplication.translate("HouseholdDeeds", "چه کسی")


def _becoming(setting: Setting) -> dict[str, About]:
    """For each member a field that says what becomes of that member; empty means: stays."""
    made = {}
    for member in setting.members:
        was = label_of("relation_to_head", member["relation_to_head"])
        now = QCoreApplication.translate("HouseholdDeeds", "اکنون: {relation}").format(relation=was)
        made[MEMBER + member["id"]] = replace(_RELATION, label=name_of(member), required=False, help=now)
    return made


def _whether(member: Row) -> About:
    state = label_of("person_status", member["status"])
    return About(label=name_of(member), input=Input.YES_NO, help=state)


def _told_of(given: Mapping[str, object]) -> dict[str, str]:
    """Person → relation, of those for whom one is written."""
    return {name.removeprefix(MEMBER): str(told) for name, told in given.items() if name.startswith(MEMBER) and told}


def _ask_successor(form: Form, people: Mapping[str, About], head: Row | None) -> None:
    """Who is head of those who stay is asked once the head is among those who go."""
    gone = {name for name in people if form.field(name).value()}
    goes = head is not None and MEMBER + head["id"] in gone
    form.show_field("successor_id", goes and len(gone) < len(people))


class _Heirs:
    """With the head gone a successor is asked, and with the successor what the others are to the new head."""

    def __init__(self, members: Sequence[Row], goes: str | None) -> None:
        """`goes`: who goes; "" nobody, None whoever is chosen in the form."""
        self._relations = {m["id"]: m["relation_to_head"] for m in members}
        self._goes, self._heir = goes, ""

    def follow(self, form: Form) -> None:
        gone = str(form.field("person_id").value() or "") if self._goes is None else self._goes
        headless = self._goes == "" or (self._relations.get(gone) == "head" and len(self._relations) > 1)
        form.show_field("successor_id", headless)
        heir = str(form.field("successor_id").value() or "") if headless else ""
        stay = {m: relation for m, relation in self._relations.items() if m != gone}
        for member in self._relations:
            form.show_field(MEMBER + member, heir in stay and member in stay and member != heir)
        if heir != self._heir:
            self._heir = heir
            for member, relation in relations_to(heir, stay).items() if heir in stay else ():
                form.field(MEMBER + member).set_value(relation)


def _is_head(person: Row) -> bool:
    return bool(person["relation_to_head"] == "head")


def name_of(person: Row) -> str:
    return f"{person['first_name']} {person['last_name']}"


def _with_burden(hint: str, setting: Setting) -> str:
    """What else hangs on those who go: places in workshops are given up, open needs stay for a person to close."""
    burden, told = setting.burden, []
    if burden.needs:
        text = QCoreApplication.translate("HouseholdDeeds", "{n} نیاز باز می‌ماند تا خودتان مختومه کنید")
        told.append(text.format(n=grouped(burden.needs)))
    if burden.places:
        text = QCoreApplication.translate("HouseholdDeeds", "{n} ثبت‌نام کارگاه پس گرفته می‌شود")
        told.append(text.format(n=grouped(burden.places)))
    return " ".join(part for part in (hint, listed(told) + ("." if told else "")) if part)
