"""The last question before somebody is forgotten: what goes, what stays, and a name to type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.persian.text import name_key, search_key
from desktop.domain.problems import Refusal
from desktop.domain.record import Row
from desktop.services.erasure import Erasure, erase_person, preview
from desktop.ui.form_work import Parts
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import digits, grouped, label_of, listed, said


def open_erasure(widget: QWidget, parts: Parts, person_id: str) -> FormDialog:
    """Opens the dialog; when it is answered, the person is forgotten for good."""
    context, operations, asker = parts
    with context.office.read() as rows:
        plan = preview(rows, person_id)
        household = rows.find("person", household_id=plan.person["household_id"], status="active")
    stay = [row for row in household if row["id"] != plan.person["id"]]
    title = QCoreApplication.translate("Erasing", "محو داده‌های {name}").format(name=_name(plan.person))
    ready = QCoreApplication.translate("Erasing", "محو برای همیشه")
    fields = _fields(plan)
    dialog = FormDialog(widget.window(), title, fields, _sources(parts, stay), ready, hint=told_before(plan))
    repolish(dialog.frame.save, "look", "danger")
    dialog.frame.save.setIcon(icon("trash-2", "danger", disabled="faint"))
    dialog.show_values({"successor_id": plan.successor["id"] if plan.successor else None})

    def done(made: Erasure) -> None:
        window = widget.window()
        dialog.accept()
        toast(window, QCoreApplication.translate("Erasing", "داده‌های این فرد محو شد."))
        after = told_after(made)
        if after:
            asker.tell(window, QCoreApplication.translate("Erasing", "آنچه بیرون از این پرونده مانده است"), after)

    def submit(given: Mapping[str, Any]) -> None:
        operations.change(
            lambda _progress: erase_person(
                context.office, person_id, str(given["reason"] or ""), str(given.get("successor_id") or "")
            ),
            done,
            dialog.show_problems,
            title=QCoreApplication.translate("Erasing", "در حال محو…"),
            stopped=lambda: dialog.frame.save.setEnabled(True),
        )

    dialog.submitted.connect(submit)
    dialog.open()
    return dialog


def told_before(plan: Erasure) -> str:
    """What goes and what stays, in lines."""
    translate = QCoreApplication.translate
    untold = ("person", "consent", "attachment", "attachment_person")
    goes = [said(KINDS[kind].plural) for kind in plan.goes if kind not in untold]
    photos = plan.goes.get("attachment", 0)
    if photos:
        goes.append(translate("Erasing", "{n} عکس که این فرد در آن پیداست").format(n=grouped(photos)))
    stays = [
        translate("Erasing", "{n} {kind}").format(n=grouped(many), kind=said(KINDS[kind].label))
        for kind, many in plan.stays.items()
    ]
    lines = [
        translate("Erasing", "می‌رود: {what}").format(
            what=listed([translate("Erasing", "نام‌ها، تماس، تاریخ تولد و همهٔ پاسخ‌ها"), *goes])
        ),
        translate("Erasing", "می‌ماند، بی‌نام و تنها برای شمارش: {what}").format(
            what=listed([translate("Erasing", "جنس، گروه سنی، محله و ماه ثبت"), *stays])
        ),
    ]
    if plan.household_goes:
        lines.append(translate("Erasing", "نشانی و دیگر پاسخ‌های خانوار نیز می‌رود؛ کس دیگری در آن نیست."))
    if plan.letters:
        told = translate("Erasing", "{n} نامه یا ارجاع پیش‌تر از دفتر بیرون رفته است و بازنمی‌گردد.")
        lines.append(told.format(n=grouped(len(plan.letters))))
    lines.append(translate("Erasing", "این کار بازگشت ندارد."))
    return "\n".join(lines)


def told_after(made: Erasure) -> str:
    """Letters that had left, and backups that still hold the data."""
    translate = QCoreApplication.translate
    lines = [
        listed((letter.agency, label_of("referral_mode", letter.mode), _no(letter.need_no))) for letter in made.letters
    ]
    if made.backups:
        told = translate(
            "Erasing",
            "{n} نسخهٔ پشتیبان در پوشهٔ دفتر هنوز این داده‌ها را دارد؛ به نوبت کنار می‌روند و پس از دوازده ماه "
            "هیچ‌یک نمی‌ماند. با بازگرداندن آن‌ها نیز این داده‌ها برنمی‌گردد.",
        )
        lines.append(told.format(n=grouped(made.backups)))
    return "\n".join(lines)


def _no(need_no: str) -> str:
    return QCoreApplication.translate("Erasing", "نیاز {no}").format(no=digits(need_no))


def _fields(plan: Erasure) -> dict[str, About]:
    translate = QCoreApplication.translate
    name = str(plan.person["last_name"])

    def same(text: str) -> str:
        if name_key(text) != name_key(name):
            raise Refusal("typed_name", name=name)
        return text

    fields = {
        "reason": About(
            label=translate("Erasing", "دلیل"),
            required=True,
            longest=160,
            help=translate("Erasing", "برای نمونه: درخواست خود او. در رویدادنگاری می‌ماند."),
        ),
        "successor_id": About(
            label=translate("Erasing", "سرپرست بعدی خانوار"), input=Input.LINK, links="person", required=True
        ),
        "typed": About(
            label=translate("Erasing", "برای تأیید بنویسید: {name}").format(name=name), required=True, reader=same
        ),
    }
    return fields if plan.successor else {key: about for key, about in fields.items() if key != "successor_id"}


def _sources(parts: Parts, stay: list[Row]) -> Sources:
    sources = sources_of(parts[0])
    named = {str(row["id"]): _name(row) for row in stay}

    def found(typed: str) -> list[tuple[str, str, str]]:
        shown = [row for row in stay if search_key(typed) in search_key(_name(row))]
        return [(str(r["id"]), _name(r), label_of("relation_to_head", r["relation_to_head"])) for r in shown]

    return replace(
        sources,
        choices={**sources.choices, "successor_id": found},
        titles={**sources.titles, "successor_id": lambda one: named.get(one, one)},
    )


def _name(person: Row) -> str:
    return f"{person['first_name']} {person['last_name']}"
