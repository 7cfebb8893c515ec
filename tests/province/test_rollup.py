"""A province of four offices whose sums were worked out by hand; the arithmetic stands beside each number."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.reports.credit_statement import CreditRow
from desktop.reports.monthly_rows import WorkshopRow
from desktop.reports.profile_rows import HarmRow
from province.rollup.collect import Standing, collect
from province.rollup.make import make_rollup, safe_counts
from province.rollup.tables import Line, LineKind, Rollup, Section, Table, told_json
from province.setup import Province
from province.store.database import Database
from province.store.offices import Office
from tests.domain.attacker import withstand
from tests.province.made import made_province
from tests.province.made_reports import MONTH, Sent, Written, day, lay_down

KERMAN, AVAJ = ("0808", "کرمان"), ("2606", "آوج")
MILLION = 1_000_000
CITY = ("municipality", "شهرداری")
MEHR = Written(
    Office("office-a", "0803", "دفتر مهرآوران"), KERMAN,
    counts={"I-01": 3, "I-06": 40, "I-07": 33, "I-14": 231.0, "I-15": 29},
    rates={"I-03": (412, 9_850), "I-09": (9, 15), "I-11": (5, 8), "I-12": (4, 6), "I-16": (9, 27), "I-20": (60, 100)},
    needs={"اجتماعی": 10, "عمرانی و کالبدی": 20, "اقتصادی و اشتغال": 3},
    answers={CITY: ([7, 7, 14, 21, 39], [9, 23, 44], 6)},
    places=[("گلستان‌آباد", 412, 9_850)],
    workshops=[
        WorkshopRow("مهارت‌ها", "مهارت‌های زندگی", 4, 8, 20, 20, 132),
        WorkshopRow("خیاطی", "مشاغل خانگی", 3, 9, 13, 13, 99),
    ],
    credits=[CreditRow("وزارت کشور", "فعالیت جاری", 0, 2_000 * MILLION, 1_000 * MILLION, 400 * MILLION)],
    donated=40 * MILLION, refused=[("جنبه سیاسی/انتخاباتی", 1)], scores=[80], inspections=[("سند امنیت غذایی", 1)],
    harms=[HarmRow("اعتیاد", 3, 8, 0)],
)  # fmt: skip
HAMDELI = Written(
    Office("office-b", "0804", "دفتر همدلی"), KERMAN,
    counts={"I-01": 23, "I-06": 60, "I-07": 46, "I-14": 100.0, "I-15": 40},
    rates={
        "I-03": (1_000, 5_000), "I-09": (30, 40), "I-11": (4, 5), "I-12": (10, 12), "I-16": (10, 40), "I-20": (30, 40),
    },
    needs={"اجتماعی": 25, "عمرانی و کالبدی": 15, "اقتصادی و اشتغال": 6},
    answers={CITY: ([1, 2, 3, 4], [12], 0)},
    places=[("دره‌سبز", 1_000, 5_000), ("نوآباد", 0, None)],
    workshops=[WorkshopRow("تاب‌آوری", "مهارت‌های زندگی", 5, 10, 40, 40, 100)],
    credits=[CreditRow("وزارت کشور", "فعالیت جاری", 0, 500 * MILLION, 500 * MILLION, 600 * MILLION)],
    harms=[HarmRow("اعتیاد", 0, 4, 0)],
)  # fmt: skip
KARVAN = Written(
    Office("office-c", "2601", "دفتر کاروان"), AVAJ,
    counts={"I-01": 12, "I-06": 20, "I-07": 12, "I-14": 50.0, "I-15": 25},
    rates={"I-03": (300, 3_000), "I-09": (6, 20), "I-16": (15, 25), "I-20": (10, 60)},
    needs={"اجتماعی": 7, "اقتصادی و اشتغال": 5},
    places=[("آبگرم", 300, 3_000)],
    credits=[CreditRow("استانداری", "طرح‌های سمن", 0, 300 * MILLION, 300 * MILLION, 100 * MILLION)],
    scores=[60, 90], inspections=[("سند امنیت غذایی", 2)],
)  # fmt: skip
CHESHMEH = Written(Office("office-d", "2602", "دفتر چشمه"), AVAJ)
OLD = Written(MEHR.office, KERMAN, counts={"I-01": 999, "I-06": 999}, rates={"I-09": (999, 999)})


def four_offices(province: Province) -> None:
    """Mehravaran's second version came a day late; Karvan was accepted weeks later; Cheshmeh is silent."""
    lay_down(province, MEHR, Sent(2, "accepted", day(7, 6), day(7, 7)))
    lay_down(province, HAMDELI, Sent(1, "accepted", day(7, 3), day(7, 8)))
    lay_down(province, KARVAN, Sent(1, "accepted", day(7, 4), day(8, 1)))
    lay_down(province, CHESHMEH)


@pytest.fixture(scope="module")
def made(embedded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Province]:
    """The four offices, laid down once."""
    folder = tmp_path_factory.mktemp("rollup")
    shutil.copy(embedded, folder / "province.db")
    database = Database(f"sqlite:///{folder / 'province.db'}")
    province = made_province(database, folder)
    four_offices(province)
    yield province
    database.close()


@pytest.fixture(scope="module")
def rollup(made: Province) -> Rollup:
    return rollup_of(made)


def rollup_of(province: Province) -> Rollup:
    with province.database.reading() as connection:
        return make_rollup(connection, MONTH, "استان نمونه", date(2025, 11, 1))


def test_both_databases_add_up_to_the_same(rollup: Rollup, postgresql_address: str, tmp_path: Path) -> None:
    province = made_province(Database(postgresql_address), tmp_path)
    four_offices(province)
    assert told_json(rollup_of(province)) == told_json(rollup)
    province.close()


def line_of(table: Table, name: str) -> Line:
    return next(line for line in table.lines if line.values[0].text.startswith(name))


def told(table: Table, name: str) -> Mapping[str, str]:
    """A line as column → what is told."""
    line = line_of(table, name)
    return {column.name: value.text for column, value in zip(table.columns, line.values, strict=True)}


def numbers(table: Table, name: str) -> Mapping[str, Any]:
    """A line as column → its number, where one is told."""
    line = line_of(table, name)
    return {column.name: value.number for column, value in zip(table.columns, line.values, strict=True)}


def table(section: Section, code: str) -> Table:
    return next(one for one in section.tables if one.code == code)


def test_rates_and_medians_of_the_province_are_of_all_offices_together_and_no_means_of_their_rates(
    rollup: Rollup,
) -> None:
    headline = rollup.section("headline").tables[0]
    found = numbers(headline, "جمع استان")
    # (412 + 1000 + 300) ÷ (9850 + 5000 + 3000) = 1712 ÷ 17850 = 9.59 %; the mean of 4.2, 20 and 10 would be 11.4
    assert found["I-03"] == 9.6
    # (9 + 30 + 6) ÷ (15 + 40 + 20) = 45 ÷ 75 = 60 %; the mean of 60, 75 and 30 would be 55
    assert found["I-09"] == 60
    # (5 + 4) ÷ (8 + 5) = 9 ÷ 13 = 69.23 %; the mean of 62.5 and 80 would be 71.25. Karvan sent nothing
    assert found["I-11"] == 69.2
    # (4 + 10) ÷ (6 + 12) = 14 ÷ 18 = 77.78 %
    assert found["I-12"] == 77.8
    # 1 2 3 4 [7] 7 14 21 39: the middle of nine; the mean of the medians 14 and 2.5 would be 8.25
    assert found["I-13"] == 7
    # (9 + 10 + 15) ÷ (27 + 40 + 25) = 34 ÷ 92 = 36.96 %; the mean of 33.3, 25 and 60 would be 39.4
    assert found["I-16"] == 37.0
    # (60 + 30 + 10) ÷ (100 + 40 + 60) = 100 ÷ 200
    assert found["I-20"] == 50.0
    assert found["I-06"] == 40 + 60 + 20
    assert found["I-14"] == 231 + 100 + 50
    # somebody who came to two offices is two of the 94, and the table says so
    assert found["I-15"] == 29 + 40 + 25
    assert "جمع دفاتر (بدون حذف تکرار)" in headline.note
    marked = {column.name for column in headline.columns if column.title.endswith("*")}
    assert marked == {"I-01", "I-03", "I-15", "I-16"}


def test_a_missing_office_is_named_and_no_zero(rollup: Rollup) -> None:
    assert (rollup.reporting, rollup.expected) == (3, 4)
    headline = rollup.section("headline").tables[0]
    assert told(headline, "دفتر چشمه") == {"office": "دفتر چشمه (۲۶۰۲)", "I-01": "گزارش نرسیده"} | {
        column.name: "—" for column in headline.columns[2:]
    }
    cover = " ".join(rollup.section("cover").texts)
    assert "۳ دفتر از ۴ دفتر" in cover
    assert "دفتر چشمه (گزارش نرسیده)" in cover
    assert numbers(headline, "کمینه")["I-06"] == 20  # Karvan's; Cheshmeh's is unknown
    assert numbers(headline, "میانه")["I-06"] == 40
    assert numbers(headline, "بیشینه")["I-06"] == 60


def test_what_was_replaced_or_waits_counts_nowhere_and_who_was_late_is_named(
    embedded_address: str, tmp_path: Path
) -> None:
    province = made_province(Database(embedded_address), tmp_path)
    lay_down(province, OLD, Sent(1, "returned", day(7, 3), day(7, 5)), Sent(2, "sent", day(7, 6)))
    lay_down(province, HAMDELI, Sent(1, "accepted", day(7, 3), day(7, 8)))
    lay_down(province, KARVAN, Sent(1, "accepted", day(7, 20), day(8, 1), content_hash="0" * 64))
    with province.database.reading() as connection:
        found = {one.code: one for one in collect(connection, MONTH).offices}
        sums = make_rollup(connection, MONTH, "استان", date(2025, 11, 1))
    standings = {code: one.standing for code, one in found.items()}
    # the fourth is the office of the fixture, of which nothing was ever published and which was added a year later
    assert standings == {"0803": Standing.WAITING, "0804": Standing.ACCEPTED, "2601": Standing.ALTERED}
    # due on 1404/07/05: Mehravaran is a day late, Karvan fifteen
    assert {code: one.late for code, one in found.items()} == {"0803": 1, "0804": 0, "2601": 15}
    assert numbers(sums.section("headline").tables[0], "جمع استان")["I-06"] == 60
    cover = " ".join(sums.section("cover").texts)
    assert "دفتر مهرآوران (۱ روز)" in cover
    assert "محتوا با امضا نمی‌خواند" in cover
    province.close()


def test_no_small_count_of_an_office_follows_from_sums_and_the_others(made: Province, rollup: Rollup) -> None:
    headline = rollup.section("headline").tables[0]
    # 3 + 23 + 12 = 38: told exactly, Mehravaran's three households would follow
    assert told(headline, "دفتر مهرآوران")["I-01"] == "کمتر از ۵"
    assert told(headline, "جمع شهرستان کرمان")["I-01"] == "۲۵ تا ۲۹"
    assert told(headline, "جمع استان")["I-01"] == "۳۵ تا ۳۹"
    assert numbers(headline, "کمینه")["I-01"] == 12  # of what is told: Mehravaran's is not among them
    with made.database.reading() as connection:
        sums = safe_counts(collect(connection, MONTH))
    withstand(sums.publication, sums.covers())


def test_a_rate_that_would_tell_an_offices_rest_is_told_as_far_as_its_counts_are(
    embedded_address: str, tmp_path: Path
) -> None:
    province = made_province(Database(embedded_address), tmp_path)
    lay_down(province, replace(MEHR, rates={"I-09": (9, 12)}), Sent(1, "accepted", day(7, 3)))
    lay_down(province, replace(HAMDELI, rates={"I-09": (30, 40)}), Sent(1, "accepted", day(7, 3)))
    headline = rollup_of(province).section("headline").tables[0]
    province.close()
    # Mehravaran hides 3 of its 12 and so its 9; 39 of 52 (75 %) would tell them. 35 to 39 of 52 are 67.3 to 75 %
    assert told(headline, "جمع استان")["I-09"] == "۶۷٫۳ تا ۷۵٫۰٪"
    assert told(headline, "دفتر مهرآوران")["I-09"] == "پوشیده"


def test_unmet_needs_stand_by_field_and_county(rollup: Rollup) -> None:
    needs = rollup.section("needs").tables[0]
    assert numbers(needs, "آوج") == {"county": None, "social": 7, "economic": 5, "civil_physical": 0, "all": 12}
    # civil: 20 + 15 + 0; all: 33 + 46 + 12. Mehravaran hides its three economic needs and its ten social ones with them
    assert numbers(needs, "جمع استان")["civil_physical"] == 35
    assert numbers(needs, "جمع استان")["all"] == 91
    assert (told(needs, "کرمان")["economic"], told(needs, "کرمان")["social"]) == ("۵ تا ۹", "۳۵ تا ۳۹")
    # 35 of 91 = 38.46 %
    assert told(needs, "سهم از همه")["civil_physical"] == "۳۸٫۵٪"


def test_the_league_tells_how_an_agency_answered_the_offices_of_a_county_together(rollup: Rollup) -> None:
    league = rollup.section("agencies").tables[0]
    found = numbers(league, "شهرداری")
    # 8 + 5 owed, 5 + 4 answered: 69.2 %; the median of all nine days is 7
    assert (found["outstanding"], found["answered"], found["rate"], found["median_days"]) == (13, 9, 69.2, 7)
    assert found["unanswered"] == 4
    assert len(league.lines) == 1


def test_money_is_summed_by_source_and_county_and_plans_have_the_mean_of_plans(rollup: Rollup) -> None:
    money = rollup.section("money")
    of_ministry = numbers(table(money, "credits"), "وزارت کشور")
    # 1000 + 500 received, 400 + 600 spent
    assert (of_ministry["received_rial"], of_ministry["spent_rial"]) == (1_500 * MILLION, 1_000 * MILLION)
    assert numbers(table(money, "credits"), "جمع استان")["left_rial"] == (1_500 + 300 - 1_000 - 100) * MILLION
    assert told(table(money, "credits"), "جمع استان")["received_rial"] == "۱٬۸۰۰"
    assert numbers(table(money, "credits_by_county"), "آوج")["ngo_received_rial"] == 300 * MILLION
    assert numbers(table(money, "donations"), "کرمان")["value_rial"] == 40 * MILLION
    assert told(table(money, "donations"), "کرمان")["reasons"] == "جنبه سیاسی/انتخاباتی: ۱"
    plans = table(rollup.section("plans"), "plans")
    # (80 + 60 + 90) ÷ 3 = 76.67; the mean of the counties' means 80 and 75 would be 77.5
    assert told(plans, "جمع استان")["mean_score"] == "۷۶٫۷"
    assert numbers(table(rollup.section("inspections"), "inspections"), "جمع استان")["food_security"] == 3


def test_places_workshops_and_harms_stand_by_county(rollup: Rollup) -> None:
    coverage = numbers(table(rollup.section("coverage"), "coverage"), "جمع استان")
    assert (coverage["population"], coverage["unknown"], coverage["neighborhoods"]) == (17_850, 1, 4)
    training = rollup.section("training")
    assert numbers(table(training, "training"), "کرمان")["sessions"] == 4 + 3 + 5
    assert numbers(table(training, "workshop_types"), "مهارت‌های زندگی") == {"type": None, "workshops": 2, "sessions": 9}
    harms = told(table(rollup.section("harms"), "harms"), "کرمان")
    # 8 + 4 = 12 yellow, 3 green, no red: of harms not even a zero is told
    assert (harms["green"], harms["yellow"], harms["red"]) == ("کمتر از ۱۰", "۱۰ تا ۱۹", "—")


def test_a_supervisor_sees_the_lines_of_one_county_and_no_sum_of_all(rollup: Rollup) -> None:
    own = rollup.of_county("2606")
    lines = [line for section in own.sections for one in section.tables for line in one.lines]
    assert lines
    assert {line.county for line in lines} == {"2606"}
    assert not [line for line in lines if line.kind is LineKind.TOTAL]
    assert not own.section("cover").texts
