"""Population covered against neighbourhoods that wait for an office, and workshops by county (sections 3 and 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.domain.codes import label_of
from desktop.domain.covered import number_text
from desktop.domain.persian import digits
from province.rollup.collect import Collected, County, OfficeMonth
from province.rollup.headline import HEADLINES, NOT_DEDUPLICATED, value_of
from province.rollup.records import Candidate
from province.rollup.sums import ALL, Telling, of_county
from province.rollup.tables import Column, Line, LineKind, Section, Table, Value, plain, words

_EMPTY = "هنوز گزارشی پذیرفته نشده و محلهٔ نامزدی نوشته نشده است."
_TRAINING = "آموزش و توانمندسازی"
_BY_CODE = {headline.code: headline for headline in HEADLINES}


def by_county(collected: Collected) -> Iterator[tuple[County | None, Sequence[OfficeMonth], str]]:
    """Each county with its offices and the name of its sums, and at the end the province."""
    for county in collected.counties:
        offices = [office for office in collected.told if office.county.code == county.code]
        yield county, offices, of_county(county.code)
    if collected.told:
        yield None, collected.told, ALL


def county_line(county: County | None, *values: Value) -> Line:
    """A line of one county, or the sum of all."""
    if county is None:
        return Line((words("جمع استان"), *values), LineKind.TOTAL)
    return Line((words(county.name), *values), county=county.code, key=county.code)


def coverage_section(collected: Collected, told: Telling, candidates: Sequence[Candidate]) -> Section:
    """How many people live where offices work, how many of them are registered, and where none works yet."""
    columns = (
        Column("county", "شهرستان", wide=True),
        Column("offices", "دفتر"),
        Column("neighborhoods", "محله"),
        Column("population", "جمعیت زیر پوشش"),
        Column("unknown", "محلهٔ بی‌آمار"),
        Column("coverage", "نرخ پوشش ثبت *"),
        Column("candidates", "محلهٔ نامزد"),
        Column("candidate_population", "جمعیت محله‌های نامزد"),
    )
    lines = []
    for county, offices, place in by_county(collected):
        places = [one for office in offices for one in office.report.places]
        waiting = [one for one in candidates if county is None or one.county.code == county.code]
        lines.append(
            county_line(
                county,
                plain(len(offices)),
                plain(len(places)),
                plain(sum(one.population or 0 for one in places)),
                plain(sum(one.population is None for one in places)),
                value_of(_BY_CODE["I-03"], offices, place, told),
                plain(len(waiting)),
                plain(sum(one.population or 0 for one in waiting)),
            )
        )
    note = f"* {NOT_DEDUPLICATED}. جمعیت: تازه‌ترین آمار هر محله در گزارش دفتر؛ محله‌ای که دو دفتر دارد دو بار در آن است."
    tables = [Table("coverage", "پوشش جمعیت به تفکیک شهرستان", "دفتر، محله، نفر", columns, tuple(lines), note)]
    if candidates:
        tables.append(_candidates(candidates))
    return Section("coverage", "پوشش جمعیت و محله‌های نامزد", tuple(tables) if lines or candidates else (), empty=_EMPTY)


def _candidates(candidates: Sequence[Candidate]) -> Table:
    columns = (
        Column("neighborhood", "محله", wide=True),
        Column("city", "شهر", wide=True),
        Column("county_name", "شهرستان", wide=True),
        Column("status", "وضعیت پوشش", wide=True),
        Column("population", "جمعیت"),
        Column("year", "سال آمار"),
        Column("need_score", "امتیاز نیازمندی"),
    )
    lines = [
        Line(
            (
                words(one.name),
                words(one.city),
                words(one.county.name),
                words(label_of("coverage_status", one.status)),
                plain(one.population),
                Value(digits.to_persian(str(one.year)) if one.year else "—", one.year),
                plain(one.need_score),
            ),
            county=one.county.code,
            key=one.key,
        )
        for one in candidates
    ]
    return Table("candidates", "محله‌های نامزد بی‌دفتر", "نفر، از ۱۰۰", columns, tuple(lines))


def training_section(collected: Collected, told: Telling) -> Section:
    """Workshops held in the month, person-hours, participants and the share of women heads, by county and by type."""
    columns = (
        Column("county", "شهرستان", wide=True),
        Column("workshops", "کارگاه"),
        Column("sessions", "جلسهٔ برگزارشده"),
        Column("person_hours", "نفر-ساعت"),
        Column("participants", "شرکت‌کنندهٔ یکتا *"),
        Column("women_heads", "سهم زنان سرپرست خانوار *"),
    )
    lines = [
        county_line(
            county,
            plain(sum(len(office.report.workshops) for office in offices)),
            plain(sum(one.sessions for office in offices for one in office.report.workshops)),
            *(value_of(_BY_CODE[code], offices, place, told) for code in ("I-14", "I-15", "I-16")),
        )
        for county, offices, place in by_county(collected)
    ]
    if not any(office.report.workshops for office in collected.told):
        return Section("training", _TRAINING, empty="در این ماه هیچ دفتری کارگاهی نگفته است.")
    note = f"* {NOT_DEDUPLICATED}"
    first = Table("training", "آموزش به تفکیک شهرستان", "کارگاه، جلسه، نفر", columns, tuple(lines), note)
    return Section("training", _TRAINING, (first, _by_type(collected)))


def _by_type(collected: Collected) -> Table:
    """How many of each type; people are not told here, for the types of one office would tell its few."""
    found = [one for office in collected.told for one in office.report.workshops]
    workshops, sessions = Counter(one.type for one in found), Counter[str]()
    for one in found:
        sessions[one.type] += one.sessions
    lines = [
        Line((words(kind), plain(count), plain(sessions[kind])), key=kind) for kind, count in workshops.most_common()
    ]
    columns = (
        Column("type", "نوع کارگاه", wide=True),
        Column("workshops", "کارگاه"),
        Column("sessions", "جلسهٔ برگزارشده"),
    )
    note = f"کارگاه‌های {number_text(len(collected.told))} دفتر"
    return Table("workshop_types", "کارگاه‌ها به تفکیک نوع", "کارگاه، جلسه", columns, tuple(lines), note)
