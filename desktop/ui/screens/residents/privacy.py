"""The part of a file about what the resident allows: consents, papers, sensitive data, who looked, being forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.domain.clock import today_in_iran
from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.overview import masked
from desktop.services.printing import printables
from desktop.services.privacy_view import PrivacyView, Topic
from desktop.ui.screens.residents.privacy_deeds import PrivacyDeeds, scope_words
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import Fact, Happening, group
from desktop.ui.widgets.labels import small
from desktop.ui.widgets.wording import dashed, digits, label_of, listed, said, short


def privacy_parts(view: PrivacyView, deeds: PrivacyDeeds) -> list[QWidget]:
    """Everything in it, from top to bottom."""
    parts = [*_consents(view, deeds), *_papers(view, deeds), *_sensitive(view, deeds), *_looked(view, deeds)]
    if view.erases:
        told = QCoreApplication.translate("Privacy", "محو داده‌های این فرد…")
        erase = button(told, deeds.erase, icon_name="trash-2", look="danger")
        parts += [group(QCoreApplication.translate("Privacy", "فراموش‌شدن")), erase]
    return parts


def field_words(code: str) -> str:
    """What a sensitive field is called: «نوع معلولیت», «کد ملی»."""
    for kind in ("person_sensitive", "household"):
        if code in KINDS[kind].fields:
            return said(KINDS[kind].fields[code].label)
    return label_of("identifier_type", code)


def _heading(title: str, *acts: QToolButton) -> QWidget:
    """A part's title with what can be done beside it."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(group(title), 1)
    for act in acts:
        row.addWidget(act)
    return box


def _consents(view: PrivacyView, deeds: PrivacyDeeds) -> list[QWidget]:
    translate = QCoreApplication.translate
    acts = [icon_button("plus", translate("Privacy", "ثبت رضایت"), deeds.give_consent)]
    if deeds.prints_sheet():
        acts.append(icon_button("printer", translate("Privacy", "چاپ برگهٔ رضایت"), deeds.print_sheet))
    parts: list[QWidget] = [_heading(translate("Privacy", "رضایت‌ها"), *acts)]
    order = list(CODE_LISTS["consent_scope"])
    known = [row for code in order for row in view.consents if row["scope"] == code]
    others = [row for row in view.consents if row["scope"] not in order]  # about what, is not for whoever sits here
    parts += [_consent(row, view, deeds) for row in (*known, *others)]
    if not view.consents:
        parts.append(_note(translate("Privacy", "هنوز از این فرد رضایتی پرسیده نشده است؛ نبود آن مانع خدمت نیست.")))
    if view.keeps_too_much:
        told = translate("Privacy", "این فرد رضایت نداده است، اما نام و داده‌هایش هنوز در پرونده است.")
        reduce = button(translate("Privacy", "کاستن پرونده به شمارش…"), deeds.keep_the_count, icon_name="eye-off")
        parts += [_note(told), reduce]
    return parts


def _consent(row: Mapping[str, Any], view: PrivacyView, deeds: PrivacyDeeds) -> QWidget:
    how = label_of("consent_method", row["method"])
    details = [dashed((how, short(row["given_on"]))) if row["given_on"] else how]
    if row["live"] and row["expires_on"]:
        details.append(QCoreApplication.translate("Privacy", "تا {day}").format(day=short(row["expires_on"])))
    elif row["withdrawn_on"]:
        details.append(
            QCoreApplication.translate("Privacy", "پس گرفته شد: {day}").format(day=short(row["withdrawn_on"]))
        )
    elif not row["live"] and row["method"] != "refused":
        details.append(QCoreApplication.translate("Privacy", "به پایان رسیده است"))
    if row["guardian_id"]:
        name = view.names.get(row["guardian_id"], "")
        details.append(QCoreApplication.translate("Privacy", "ولی: {name}").format(name=name))
    look = ("circle-check", "ok") if row["live"] else ("circle-x", "muted")
    made = Happening(look[0], look[1], scope_words(row["scope"]), details)  # type: ignore[arg-type]
    if row["live"]:
        told = QCoreApplication.translate("Privacy", "پس‌گرفتن این رضایت")
        made.add_action(icon_button("x", told, partial(deeds.withdraw, row)))
    return made


def _papers(view: PrivacyView, deeds: PrivacyDeeds) -> list[QWidget]:
    translate = QCoreApplication.translate
    acts = [icon_button("plus", translate("Privacy", "افزودن مدرک هویتی"), deeds.add_paper)]
    numbered = any(paper["value"] for paper in view.papers)
    if view.reads_numbers and numbered and not deeds.papers_shown:
        told = translate("Privacy", "نمایش شماره‌ها؛ نام شما در دفتر رویدادها نوشته می‌شود")
        acts.append(icon_button("eye", told, deeds.show_papers))
    parts: list[QWidget] = [_heading(translate("Privacy", "مدارک هویتی"), *acts)]
    for paper in view.papers:
        number = digits(paper["value"] if deeds.papers_shown else masked(paper["value"])) if paper["value"] else "—"
        fact = Fact("id-card", label_of("identifier_type", paper["type"]), f"\u200e{number}\u200e")
        if deeds.papers_shown or not paper["value"]:
            fact.add_action(
                icon_button("pencil", translate("Privacy", "ویرایش مدرک"), partial(deeds.edit_paper, paper))
            )
        parts.append(fact)
    if not view.papers:
        parts.append(_note(translate("Privacy", "مدرکی ثبت نشده است؛ هیچ مدرکی اجباری نیست.")))
    return parts


def _sensitive(view: PrivacyView, deeds: PrivacyDeeds) -> list[QWidget]:
    translate = QCoreApplication.translate
    parts: list[QWidget] = [_heading(translate("Privacy", "داده‌های حساس"))]
    if not view.sees_sensitive:
        return [*parts, _note(translate("Privacy", "تنها مددکار همین پرونده و مدیر دفتر آن را می‌بینند."))]
    agreed = [topic for topic in view.topics if topic.agreed]
    if not agreed:
        return [*parts, _note(translate("Privacy", "نخست رضایت همان موضوع را ثبت کنید."))]
    if not deeds.sensitive_shown:
        told = translate("Privacy", "دلیل دیدن یک بار در هر نشست پرسیده و هر دیدن با نام شما ثبت می‌شود.")
        return [*parts, _note(told), button(translate("Privacy", "نمایش"), deeds.show_sensitive, icon_name="eye")]
    return [*parts, *(widget for topic in agreed for widget in _topic(topic, deeds))]


def _topic(topic: Topic, deeds: PrivacyDeeds) -> list[QWidget]:
    fields = KINDS[topic.kind].fields
    facts = [
        Fact("lock-open", said(fields[name].label), _value(fields[name], value)) for name, value in topic.told.items()
    ]
    if not facts:
        facts = [Fact("lock-open", field_words(topic.code), "")]
    told = QCoreApplication.translate("Privacy", "نوشتن «{field}»").format(field=field_words(topic.code))
    facts[0].add_action(icon_button("pencil", told, partial(deeds.edit_topic, topic)))
    return list(facts)


def _value(about: About, value: Any) -> str:
    if isinstance(value, list):
        return listed(label_of(about.codes, item) for item in value)
    return label_of(about.codes, value) if about.codes else digits(str(value))


def _looked(view: PrivacyView, deeds: PrivacyDeeds) -> list[QWidget]:
    """Who has looked at what is not for everybody, or has printed something; for whoever may read the audit log."""
    if not view.looked:
        return []
    translate = QCoreApplication.translate
    act = icon_button("scroll-text", translate("Privacy", "همهٔ رخدادهای این پرونده"), deeds.show_audit)
    parts: list[QWidget] = [_heading(translate("Privacy", "چه کسی دیده است"), act)]
    for row in view.looked:
        code, _, reason = str(row["detail"]).partition(": ")
        if row["action"] == "print":
            printed = said(printables().get(str(row["entity"]), ""))
            told = translate("Privacy", "چاپ «{paper}»").format(paper=printed)
        else:
            told = dashed((field_words(code), reason))
        sign = "printer" if row["action"] == "print" else "eye"
        parts.append(Happening(sign, "info", row["full_name"], [told, _day(row)]))
    return parts


def _day(row: Row) -> str:
    on: date = today_in_iran(datetime.fromisoformat(row["at"]))
    return short(on)


def _note(text: str) -> QWidget:
    made = small(text, wrap=True)
    made.setContentsMargins(2, 0, 2, 4)
    return made
