"""The roll-up of a month put together: what is collected, what is safe to tell, and the twelve sections of §4.3."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final

from sqlalchemy import Connection

from desktop.domain.covered import NOTE, number_text
from desktop.domain.persian import calendar, digits
from province.rollup import headline, money, needs, oversight, places
from province.rollup.collect import STANDINGS, Collected, collect, due_on
from province.rollup.records import candidates, plans_to_support, practices
from province.rollup.sums import Sums, Telling
from province.rollup.tables import Column, Line, Rollup, Section, Table, plain, words

TITLE: Final = "گزارش تجمیعی استان"


def make_rollup(connection: Connection, month: str, title: str, on: date) -> Rollup:
    """The roll-up of a month («1404-06») as of today; `title` is the province's own name."""
    collected = collect(connection, month)
    told = safe_counts(collected).safe()
    return Rollup(
        month=month,
        title=title,
        made_on=on,
        reporting=len(collected.told),
        expected=len(collected.offices),
        fictional=any(office.report.is_fictional for office in collected.told),
        basis=basis_of(collected),
        sections=(
            _cover(collected),
            _headline(collected, told),
            places.coverage_section(collected, told, candidates(connection, month)),
            needs.needs_section(collected, told),
            needs.agencies_section(collected, told),
            places.training_section(collected, told),
            money.money_section(collected),
            money.plans_section(collected, plans_to_support(connection, month)),
            oversight.inspections_section(collected),
            oversight.harms_section(collected),
            oversight.practices_section(practices(connection, month)),
            oversight.quality_section(collected),
        ),
    )


def safe_counts(collected: Collected) -> Sums:
    """All counts of all sections as one publication: whoever has the paper adds and subtracts across its tables."""
    sums = Sums({office.id: office.county.code for office in collected.told})
    headline.enter(collected, sums)
    needs.enter_needs(collected, sums)
    needs.enter_agencies(collected, sums)
    return sums


def basis_of(collected: Collected) -> str:
    """Twelve digits that name the reports that the sums are made of."""
    told = "\n".join(f"{one.id} {one.standing} {one.version}" for one in collected.offices)
    return f"{int(hashlib.sha256(told.encode()).hexdigest(), 16) % 10**12:012d}"


def _cover(collected: Collected) -> Section:
    """Who reported, who is late, which versions counted; an office that is not there is named, and is no zero."""
    offices, missing = collected.offices, collected.missing
    counting = f"{number_text(len(collected.told))} دفتر از {number_text(len(offices))} دفتر"
    texts = [f"{counting} در این جمع است؛ تنها نسخه‌های پذیرفته."]
    if missing:
        named = "، ".join(f"{one.title} ({STANDINGS[one.standing]})" for one in missing)
        texts.append(f"در جمع نیست، و صفر هم نیست: {named}.")
    late = [one for one in offices if one.late]
    if late:
        days = "، ".join(f"{one.title} ({number_text(one.late)} روز)" for one in late)
        texts.append(f"پس از مهلت ({calendar.short(due_on(collected.month))}) رسیده است: {days}.")
    claimed = "، ".join(one.title for one in offices if one.own_word)
    if claimed:
        texts.append(f"پذیرش این گزارش‌ها را خود دفتر از روی نامهٔ استان نوشته است، نه این کارساز: {claimed}.")
    texts.append(NOTE)
    columns = (
        Column("office", "دفتر", wide=True),
        Column("county_name", "شهرستان", wide=True),
        Column("standing", "وضعیت", wide=True),
        Column("version", "نسخه"),
        Column("sent_on", "رسیدن گزارش"),
        Column("accepted_on", "پذیرش"),
    )
    lines = tuple(
        Line(
            (
                words(f"{one.title} ({digits.to_persian(one.code)})"),
                words(one.county.name),
                words(STANDINGS[one.standing]),
                plain(one.version),
                words(calendar.short(one.sent_on) if one.sent_on else ""),
                words(calendar.short(one.accepted_on) if one.accepted_on else ""),
            ),
            county=one.county.code,
            key=one.id,
        )
        for one in offices
    )
    table = Table("offices", "دفترها و گزارش‌های ماه", "", columns, lines)
    return Section(
        "cover", "گزارش‌های این جمع", (table,) if lines else (), tuple(texts), "هنوز دفتری در این استان نیست."
    )


def _headline(collected: Collected, told: Telling) -> Section:
    empty = "هنوز گزارشی از این ماه پذیرفته نشده است. گزارش‌ها را در «گزارش‌ها» بخوانید و بپذیرید."
    tables = (headline.headline_table(collected, told),) if collected.told else ()
    return Section("headline", "شاخص‌های دفترها", tables, empty=empty)
