"""The history of a resident in words: one happening a line, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import codes_in_order
from desktop.services.life_story import Happened
from desktop.store.entries import plain
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.facts import Happening
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import dashed, digits, grouped, label_of, listed, retold, said, short

_LOOKS: dict[str, tuple[str, Tone]] = {
    "registered": ("user-plus", "primary"),
    "died": ("circle-x", "muted"),
    "left": ("log-out", "info"),
    "returned": ("undo-2", "ok"),
    "household": ("house", "primary"),
    "became_head": ("user", "primary"),
    "relation": ("users", "primary"),
    "address": ("map-pin", "info"),
    "paper": ("id-card", "primary"),
    "paper_changed": ("id-card", "primary"),
    "paper_removed": ("id-card", "muted"),
    "consent": ("circle-check", "ok"),
    "withdrew": ("circle-alert", "warn"),
    "trustee": ("handshake", "ok"),
    "group": ("handshake", "ok"),
    "need": ("hand-helping", "warn"),
    "referral": ("send", "info"),
    "visit": ("calendar-check", "primary"),
    "letter": ("file-text", "info"),
    "workshop": ("presentation", "primary"),
    "certificate": ("award", "ok"),
    "outcome": ("calendar-check", "info"),
    "stall": ("calendar", "info"),
    "edited": ("pencil", "muted"),
}
_QUIET: tuple[str, Tone] = ("info", "muted")


def happenings(story: Sequence[Happened], open_record: Callable[[str, str], object]) -> list[Happening]:
    """One widget for each thing that happened."""
    return [_happening(one, open_record) for one in story]


def _happening(one: Happened, open_record: Callable[[str, str], object]) -> Happening:
    icon_name, tone = _LOOKS.get(one.what, _QUIET)
    title, details = _words(one)
    made = Happening(icon_name, tone, title, [*details, dashed((short(one.on), one.who))])
    if one.kind:
        go = QCoreApplication.translate("Story", "رفتن به آن")
        made.add_action(icon_button("chevron-right", go, lambda: open_record(one.kind, one.record_id)))
    return made


def _words(one: Happened) -> tuple[str, list[str]]:
    """What happened, and the lines under it."""
    if one.what in _TELLERS:
        return _TELLERS[one.what](one.facts)
    return _plain(one.what), []


def _plain(what: str) -> str:
    translate = QCoreApplication.translate
    return {
        "died": translate("Story", "درگذشت"),
        "merged": translate("Story", "پرونده در پروندهٔ دیگری ادغام شد"),
        "erased": translate("Story", "پرونده به درخواست فرد محو شد"),
        "deleted": translate("Story", "پرونده پاک شد"),
        "restored": translate("Story", "پرونده بازگردانده شد"),
        "forgotten": translate("Story", "تغییری که جزئیاتش پاک شده است"),
        "became_head": translate("Story", "سرپرست خانوار شد"),
        "paper_removed": translate("Story", "مدرک هویتی برداشته شد"),
        "consent_removed": translate("Story", "رضایت پاک شد"),
    }[what]


def _registered(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "پرونده ساخته شد"), [_home(facts)]


def _household(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "به خانوار دیگری رفت"), [_home(facts)]


def _home(facts: Any) -> str:
    number = QCoreApplication.translate("Story", "خانوار {no}").format(no=digits(facts["household_no"]))
    return listed((number if facts["household_no"] else "", label_of("relation_to_head", facts["relation"])))


def _left(facts: Any) -> tuple[str, list[str]]:
    with_home = QCoreApplication.translate("Story", "با خانوار جابه‌جا شد")
    alone = QCoreApplication.translate("Story", "از محله رفت")
    place = QCoreApplication.translate("Story", "مقصد: {place}").format(place=facts["moved_to"])
    return with_home if facts["together"] else alone, [place] if facts["moved_to"] else []


def _returned(facts: Any) -> tuple[str, list[str]]:
    with_home = QCoreApplication.translate("Story", "با خانوار بازگشت")
    return with_home if facts["together"] else QCoreApplication.translate("Story", "بازگشت"), []


def _relation(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "نسبت با سرپرست: {relation}")
    return told.format(relation=label_of("relation_to_head", facts["relation"])), []


def _address(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "نشانی خانوار تغییر کرد"), [digits(facts["address"])]


def _paper(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "مدرک هویتی نوشته شد"), [_number(facts)]


def _paper_changed(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "مدرک هویتی اصلاح شد"), [_number(facts)]


def _number(facts: Any) -> str:
    last4 = "\u200e" + digits("••••••" + facts["last4"]) if facts["last4"] else ""
    return listed((label_of("identifier_type", facts["type"]), last4))


def _consent(facts: Any) -> tuple[str, list[str]]:
    refused = facts["method"] == "refused"
    told = QCoreApplication.translate("Story", "رضایت نداد") if refused else ""
    method = "" if refused else label_of("consent_method", facts["method"])
    return told or QCoreApplication.translate("Story", "رضایت داد"), [listed((_scope(facts["scope"]), method))]


def _withdrew(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "رضایت را پس گرفت"), [_scope(facts["scope"])]


def _scope(scope: str) -> str:
    """A scope in words; which sensitive matter it is about is not told here."""
    if scope.startswith("sensitive:"):
        return QCoreApplication.translate("Story", "دادهٔ حساس")
    if scope.startswith("referral:"):
        agency = label_of("agency_code", scope.removeprefix("referral:"))
        return QCoreApplication.translate("Story", "ارجاع به {agency}").format(agency=agency)
    return label_of("consent_scope", scope)


def _trustee(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "معتمد محله شد"), [label_of("trustee_role", facts["role"])]


def _trustee_no_more(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "دیگر معتمد محله نیست"), [label_of("trustee_role", facts["role"])]


def _group(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "به گروه پیوست"), [facts["group"]]


def _group_left(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "از گروه بیرون رفت"), [facts["group"]]


def _merge(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "پروندهٔ {no} با این پرونده یکی شد")
    return told.format(no="\u200e" + digits(facts["resident_no"])), []


def _unmerge(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "پروندهٔ {no} باز جدا شد")
    return told.format(no="\u200e" + digits(facts["resident_no"])), []


def _need(facts: Any) -> tuple[str, list[str]]:
    status = label_of("need_status", facts["status"])
    if facts["first"]:
        return QCoreApplication.translate("Story", "نیاز: {subject}").format(subject=facts["subject"]), []
    return dashed((facts["subject"], status)), []


def _referral(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "ارجاع به {agency}").format(agency=facts["agency"])
    return told, [dashed((facts["subject"], label_of("referral_mode", facts["mode"])))]


def _visit(facts: Any) -> tuple[str, list[str]]:
    return label_of("visit_type", facts["type"]), [label_of("need_field", facts["subject"])]


def _letter(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "نامه به {agency}").format(agency=facts["agency"])
    return told, [dashed((digits(facts["number"]), facts["subject"]))]


def _workshop(facts: Any) -> tuple[str, list[str]]:
    came = QCoreApplication.translate("Story", "{n} جلسه حضور").format(n=grouped(facts["came"]))
    details = dashed((label_of("enrollment_status", facts["status"]), came if facts["came"] else ""))
    return QCoreApplication.translate("Story", "کارگاه «{title}»").format(title=facts["title"]), [details]


def _certificate(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "گواهی «{title}»").format(title=facts["title"])
    return told, [digits(codes_in_order(facts["number"]))]


def _outcome(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "پیامد کارگاه «{title}»").format(title=facts["title"])
    missed = QCoreApplication.translate("Story", "در دسترس نبود")
    return told, [label_of("outcome_kind", facts["kind"]) if facts["kind"] else missed]


def _stall(facts: Any) -> tuple[str, list[str]]:
    told = QCoreApplication.translate("Story", "غرفه در «{title}»").format(title=facts["title"])
    return told, [facts["product"]]


def _edited(facts: Any) -> tuple[str, list[str]]:
    return QCoreApplication.translate("Story", "پرونده ویرایش شد"), [_edit(*edit) for edit in facts["fields"]]


def _edit(name: str, old: Any, new: Any) -> str:
    about = KINDS["person"].fields[name]
    if old is None and new is None:
        return said(about.label)
    nothing = QCoreApplication.translate("Story", "خالی")
    was, now = (_value(name, value) or nothing for value in (old, new))
    told = QCoreApplication.translate("Story", "{field}: از {old} به {new}")
    return told.format(field=said(about.label), old=was, new=now)


def _value(name: str, value: Any) -> str:
    about = KINDS["person"].fields[name]
    if about.input is Input.YES_NO:
        yes, no = QCoreApplication.translate("YesNoField", "بله"), QCoreApplication.translate("YesNoField", "خیر")
        return "" if value is None else yes if value else no
    return retold(plain(about, value))


_TELLERS: dict[str, Callable[[Any], tuple[str, list[str]]]] = {
    "registered": _registered,
    "household": _household,
    "left": _left,
    "returned": _returned,
    "relation": _relation,
    "address": _address,
    "paper": _paper,
    "paper_changed": _paper_changed,
    "consent": _consent,
    "withdrew": _withdrew,
    "trustee": _trustee,
    "trustee_no_more": _trustee_no_more,
    "group": _group,
    "group_left": _group_left,
    "merge": _merge,
    "unmerge": _unmerge,
    "need": _need,
    "referral": _referral,
    "visit": _visit,
    "letter": _letter,
    "workshop": _workshop,
    "certificate": _certificate,
    "outcome": _outcome,
    "stall": _stall,
    "edited": _edited,
}
