"""Credits by source, purpose and county, what NGOs got of them, donations, and plans of NGOs (sections 7 and 8)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from desktop.domain.codes import label_of
from desktop.domain.covered import DASH, number_text
from desktop.domain.persian import calendar, digits
from province.rollup.collect import Collected, OfficeMonth
from province.rollup.places import by_county, county_line
from province.rollup.records import Plan
from province.rollup.tables import Column, Line, LineKind, Section, Table, Value, plain, rial, words
from province.rollup.told import MoneyTold, code_or_label, label_or_code

_TITLE: Final = "اعتبارات و کمک‌های مردمی"
_PLANS: Final = "طرح‌های سمن و پیشنهاد حمایت فروردین"
_AMOUNTS: Final = (
    Column("requested_rial", "درخواست‌شده"),
    Column("approved_rial", "مصوب"),
    Column("received_rial", "دریافت‌شده"),
    Column("spent_rial", "هزینه‌شده"),
    Column("left_rial", "مانده"),
)
_UNIT: Final = "میلیون ریال"


def money_section(collected: Collected) -> Section:
    """Credits of the fiscal year until the month's end, and donations of the month."""
    if not any(office.report.credits or office.report.money for office in collected.told):
        return Section("money", _TITLE, empty="هیچ گزارشی از این ماه اعتبار یا کمکی نگفته است.")
    return Section("money", _TITLE, (_by_source(collected), _by_county(collected), _donations(collected)))


def _amounts(rows: Sequence[MoneyTold]) -> list[Value]:
    sums = [sum(getattr(row, name) for row in rows) for name in ("requested", "approved", "received", "spent")]
    return [rial(amount) for amount in (*sums, sums[2] - sums[3])]


def _by_source(collected: Collected) -> Table:
    found = defaultdict[tuple[str, str], list[MoneyTold]](list)
    for office in collected.told:
        for row in office.report.credits:
            key = code_or_label("credit_source", row.source), code_or_label("credit_purpose", row.purpose)
            found[key].append(row)
    lines: list[Line] = []
    for source in dict.fromkeys(source for source, _ in sorted(found)):
        of = {purpose: rows for (one, purpose), rows in found.items() if one == source}
        name = label_or_code("credit_source", source)
        for purpose, rows in sorted(of.items()):
            lines.append(
                Line((words(name), words(label_or_code("credit_purpose", purpose)), *_amounts(rows)), key=purpose)
            )
        if len(of) > 1:
            together = [row for rows in of.values() for row in rows]
            lines.append(Line((words(f"جمع {name}"), Value(""), *_amounts(together)), LineKind.SUBTOTAL))
    everything = [row for rows in found.values() for row in rows]
    lines.append(Line((words("جمع استان"), Value(""), *_amounts(everything)), LineKind.TOTAL))
    columns = (Column("source", "منبع", wide=True), Column("purpose", "محل هزینه", wide=True), *_AMOUNTS)
    note = "از آغاز سال مالی تا پایان ماه. مانده: دریافت‌شده منهای هزینه‌شده."
    return Table("credits", "اعتبارها به تفکیک منبع و محل هزینه", _UNIT, columns, tuple(lines), note)


def _by_county(collected: Collected) -> Table:
    """All credits of a county, and what of them went to plans of NGOs."""
    lines = []
    for county, offices, _place in by_county(collected):
        rows = [row for office in offices for row in office.report.credits]
        to_ngos = [row for row in rows if code_or_label("credit_purpose", row.purpose) == "ngo_plans"]
        lines.append(
            county_line(
                county,
                *_amounts(rows)[1:],
                rial(sum(row.received for row in to_ngos)),
                rial(sum(row.spent for row in to_ngos)),
            )
        )
    columns = (
        Column("county", "شهرستان", wide=True),
        *_AMOUNTS[1:],
        Column("ngo_received_rial", "دریافت‌شده", over="توزیع میان سمن‌ها"),
        Column("ngo_spent_rial", "هزینه‌شده", over="توزیع میان سمن‌ها"),
    )
    return Table("credits_by_county", "اعتبارها به تفکیک شهرستان", _UNIT, columns, tuple(lines))


def _donations(collected: Collected) -> Table:
    """What was accepted and refused; donors are nobody's to know (G-27)."""
    lines = []
    for county, offices, _place in by_county(collected):
        told = [office.report.money for office in offices]
        reasons = Counter[str]()
        for money in told:
            reasons.update(dict(money.get("refused", ())))
        why = "، ".join(f"{reason}: {number_text(count)}" for reason, count in reasons.most_common())
        lines.append(
            county_line(
                county,
                plain(sum(money.get("donations", 0) for money in told)),
                rial(sum(money.get("donated", 0) for money in told)),
                plain(sum(money.get("unvalued", 0) for money in told)),
                plain(reasons.total()),
                words(why),
            )
        )
    columns = (
        Column("county", "شهرستان", wide=True),
        Column("accepted", "کمک پذیرفته"),
        Column("value_rial", f"ارزش ({_UNIT})"),
        Column("unvalued", "بی‌ارزش‌گذاری"),
        Column("refused", "پیشنهاد ردشده"),
        Column("reasons", "دلیل رد", wide=True),
    )
    return Table("donations", "کمک‌های مردمی ماه", f"کمک، {_UNIT}", columns, tuple(lines))


def plans_section(collected: Collected, proposed: Sequence[Plan]) -> Section:
    """Plans of NGOs by county with their scores, and whom the province may support in Farvardin."""
    tables = [_plans_by_county(collected)] if any(office.report.plans.get("plans") for office in collected.told) else []
    if proposed:
        tables.append(support_table(proposed))
    texts = () if proposed else ("تا پایان این ماه طرحی با نتیجهٔ مثبت که حمایت نشده باشد نیست.",)
    return Section("plans", _PLANS, tuple(tables), texts if tables else (), empty=texts[0] if texts else "")


def _plans_by_county(collected: Collected) -> Table:
    lines = []
    for county, offices, _place in by_county(collected):
        told = [office.report.plans for office in offices]
        scores = _scores(offices)
        mean = sum(scores) / len(scores) if scores else None
        lines.append(
            county_line(
                county,
                *(plain(sum(one.get(name, 0) for one in told)) for name in _STATES),
                plain(len(scores)),
                Value(DASH if mean is None else digits.decimal(mean), mean),
            )
        )
    columns = (
        Column("county", "شهرستان", wide=True),
        *(Column(name, title) for name, title in _STATES.items()),
        Column("scored", "امتیازگرفته"),
        Column("mean_score", "میانگین امتیاز"),
    )
    return Table("plans", "طرح‌های سمن به تفکیک شهرستان", "طرح، از ۱۰۰", columns, tuple(lines))


_STATES: Final = {
    "running": "در حال اجرا",
    "nearly_due": "هفت روز یا کمتر مانده",
    "overdue": "گذشته از مهلت",
    "evaluated": "ارزیابی‌شده",
    "funded": "حمایت‌شده",
}


def _scores(offices: Sequence[OfficeMonth]) -> list[float]:
    """Of each plan its own score: a mean of means would weigh counties with few plans too much."""
    rows = (row for office in offices for row in office.report.plans.get("plans", ()))
    return [row["score"] for row in rows if row["score"] is not None]


def support_table(proposed: Sequence[Plan]) -> Table:
    """«پیشنهاد حمایت فروردین»: the best county first, within it the best plan, with what was approved (§3.6.4)."""
    lines = [
        Line(
            (
                plain(place),
                words(one.county.name),
                words(one.title),
                words(one.ngo),
                words(label_of("ngo_plan_area", one.area)),
                plain(one.score_county),
                plain(one.score_province),
                Value(DASH if one.score is None else digits.decimal(one.score), one.score),
                words(calendar.short(one.license_expiry) if one.license_expiry else ""),
                rial(one.approved) if one.approved is not None else Value(DASH),
            ),
            county=one.county.code,
            key=one.id,
        )
        for place, one in enumerate(proposed, 1)
    ]
    total = Line((Value("جمع"), *[Value("")] * 8, rial(sum(one.approved or 0 for one in proposed))), LineKind.TOTAL)
    columns = (
        Column("rank", "ردیف"),
        Column("county_name", "شهرستان", wide=True),
        Column("plan", "طرح", wide=True),
        Column("ngo", "سمن", wide=True),
        Column("area", "حوزه", wide=True),
        Column("score_county", "فرمانداری", over="امتیاز"),
        Column("score_province", "استانداری", over="امتیاز"),
        Column("score", "میانگین", over="امتیاز"),
        Column("license_expiry", "پایان پروانه"),
        Column("amount_rial", f"پیشنهاد حمایت ({_UNIT})"),
    )
    note = "ترتیب: شهرستان با میانگین امتیاز بالاتر، سپس طرح با امتیاز بالاتر. مبلغ: مبلغ مصوب همان طرح."
    return Table("support", "پیشنهاد حمایت فروردین", f"امتیاز از ۱۰۰، {_UNIT}", columns, (*lines, total), note)
