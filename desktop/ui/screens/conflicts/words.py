"""What a disputed value says to people, who wrote it and when, and what else was done then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.services.conflicts import Beside, Dispute, Version
from desktop.sync.merge import DELETED
from desktop.ui.declared import field_text
from desktop.ui.lines import Line
from desktop.ui.record_pane import rows_texts
from desktop.ui.titles import entry_title
from desktop.ui.widgets.wording import digits, grouped, listed, long, said, short_time

_AT_MOST = 3  # fields that are named of one record of a deed
_HOURS = 48  # up to so many a clock's error is told in hours


def field_title(dispute: Dispute) -> str:
    """The disputed field, or that it is about whether the record stays."""
    if dispute.point.field == DELETED:
        return QCoreApplication.translate("Conflicts", "حذف یا ماندن")
    return said(KINDS[dispute.point.kind].fields[dispute.point.field].label)


def value_words(dispute: Dispute, version: Version) -> str:
    """The value as people read it."""
    translate = QCoreApplication.translate
    name, kind = dispute.point.field, dispute.point.kind
    if name == DELETED:
        return translate("Conflicts", "حذف‌شده") if version.told else translate("Conflicts", "ویرایش‌شده و مانده")
    about, value = KINDS[kind].fields[name], version.values[name]
    if value in (None, "", [], {}):
        return translate("Conflicts", "خالی")
    if about.of is not None:
        return "\n".join(rows_texts(about, value, dispute.titles))
    if about.input is Input.DATA:
        return translate("Conflicts", "دادهٔ خود برنامه")
    titles = {record: entry_title(title) for record, title in dispute.titles.items()}
    return field_text(kind, name, version.values, titles)


def writer(version: Version) -> str:
    """Who wrote it, and on which laptop."""
    return listed((version.by or QCoreApplication.translate("Conflicts", "نام نویسنده دانسته نیست"), laptop(version)))


def laptop(version: Version) -> str:
    """«همین رایانه», or the other by its name or number."""
    translate = QCoreApplication.translate
    if version.own:
        return translate("Conflicts", "همین رایانه")
    if version.device:
        return digits(version.device)
    return translate("Conflicts", "رایانهٔ {no} دفتر").format(no=grouped(version.device_number))


def moment(version: Version) -> str:
    """When it was written, as far as its laptop's clock could be known."""
    if version.at is None:
        return ""
    hour = short_time(version.at.astimezone(IRAN).time().replace(second=0, microsecond=0))
    told = QCoreApplication.translate("Conflicts", "{day}، ساعت {hour}")
    return told.format(day=long(today_in_iran(version.at)), hour=hour)


def clock_doubt(version: Version) -> str:
    """A word about a clock that was found to be wrong; "" for one that was right enough."""
    translate = QCoreApplication.translate
    minutes = abs(version.clock_ms) // 60_000
    if not minutes:
        return ""
    if minutes >= _HOURS * 60:
        amount = translate("Conflicts", "{n} روز").format(n=grouped(minutes // 1440))
    elif minutes >= 60:
        amount = translate("Conflicts", "{n} ساعت").format(n=grouped(minutes // 60))
    else:
        amount = translate("Conflicts", "{n} دقیقه").format(n=grouped(minutes))
    if version.clock_ms > 0:
        return translate("Conflicts", "ساعت آن رایانه نزدیک {amount} جلو بود؛ این زمان تصحیح شده است.").format(
            amount=amount
        )
    return translate("Conflicts", "ساعت آن رایانه نزدیک {amount} عقب بود؛ این زمان تصحیح شده است.").format(
        amount=amount
    )


def beside_words(other: Beside, record_id: str) -> str:
    """What the same deed changed besides."""
    translate = QCoreApplication.translate
    kind = KINDS[other.kind]
    name = said(kind.label)
    title = entry_title(other.title)
    called = title if not title or title.startswith(name) else f"{name} «{title}»"
    if other.what == "add":
        return translate("Conflicts", "{record} ثبت شد").format(record=called or name)
    if other.what == "delete":
        return translate("Conflicts", "{record} حذف شد").format(record=called or name)
    fields = [said(kind.fields[one].label) for one in other.fields[:_AT_MOST]]
    more = len(other.fields) - len(fields)
    if more > 0:
        fields.append(translate("Conflicts", "{n} مورد دیگر").format(n=grouped(more)))
    if other.record_id == record_id:
        return listed(fields)
    return translate("Conflicts", "{record}: {fields}").format(record=called or name, fields=listed(fields))


def line_of(dispute: Dispute) -> Line:
    """The line of the list: the record, and what is disputed of it."""
    values = [value_words(dispute, one).replace("\n", " ") for one in dispute.versions]
    between = QCoreApplication.translate("Conflicts", " یا ")
    title = digits(entry_title(dispute.title))
    icon_name = "trash-2" if dispute.point.field == DELETED else "scale"
    return Line(icon_name, "warn", title, f"{field_title(dispute)}: {between.join(values)}")
