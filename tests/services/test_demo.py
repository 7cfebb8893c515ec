"""The fictional office: always the same for the same words, alive, and obeying every rule of the forms."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.fields import read_draft
from desktop.domain.indicators import PERCENT
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import weekday
from desktop.domain.persian.workdays import FRIDAY, OfficeWeek
from desktop.services.demo.drafts import DemoWords
from desktop.services.demo.make import invent, make_demo
from desktop.services.figure_rows import rows_behind
from desktop.services.indicators.month import indicators
from desktop.services.monthly import monthly_report
from desktop.services.printing import make_document
from desktop.services.report_snapshot import signed_report
from desktop.services.signed_figures import newest_signed
from desktop.services.table_rows import HEADS, SECTIONS, table_figures
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.search import search
from province.rollup.told import Told
from tests.factories import CHEAP
from tests.reports.pdf_reading import reader

WORDS = DemoWords(residents=300, months=3, seed=7, until="1404-06")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = OfficeFolder(tmp_path_factory.mktemp("demo") / "office")
    made = make_demo(folder, WORDS, CHEAP)
    opened = open_office(folder, made.users[0]["user"], made.users[0]["password"])
    yield opened
    opened.close()


def test_every_colleague_can_sign_in(tmp_path: Path) -> None:
    folder = OfficeFolder(tmp_path)
    made = make_demo(folder, DemoWords(residents=5, months=1, seed=1, until="1404-06"), CHEAP)
    for user in made.users:
        opened = open_office(folder, user["user"], user["password"])
        assert opened.actor.role == user["role"]
        opened.close()
    assert made.users[0]["role"] == "office_manager"


def test_it_passes_every_proof(office: OfficeFile) -> None:
    assert [(r.check, r.detail) for r in check_office(office) if not r.ok] == []


def test_the_same_words_make_the_same_people_and_other_words_others() -> None:
    def told(words: DemoWords) -> str:
        return json.dumps(invent(words)[0].records, default=str, sort_keys=True)

    assert told(WORDS) == told(DemoWords(residents=300, months=3, seed=7, until="1404-06"))
    assert told(WORDS) != told(DemoWords(residents=300, months=3, seed=8, until="1404-06"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_obeys_the_rules_of_its_form(office: OfficeFile, kind: str) -> None:
    with office.read() as rows:
        rows.today = WORDS.last_day
        for row in rows.find(kind):
            values = {name: row[name] for name in KINDS[kind].fields}
            draft = read_draft(KINDS[kind].draft, values).model_dump()
            assert draft == values
            assert list(KINDS[kind].rules({**draft, "id": row["id"]}, rows)) == []
            if kind != "person_identifier":
                filled = dict(KINDS[kind].fill({**draft, "id": row["id"]}, rows))
                assert {**values, **filled} == values


def test_what_follows_from_other_records_is_filled(office: OfficeFile) -> None:
    with office.read() as rows:
        people = {p["id"]: p for p in rows.find("person")}
        assert len(people) == WORDS.residents
        heads = {p["household_id"]: p for p in people.values() if p["relation_to_head"] == "head"}
        for home in rows.find("household"):
            head = heads[home["id"]]
            assert home["head_name"] == f"{head['first_name']} {head['last_name']}"
        for paper in rows.find("person_identifier", type="national_id"):
            assert people[paper["person_id"]]["national_id"] == paper["value"]
            assert paper["value"].startswith(("9931", "9932", "9933", "9934", "9935", "9936", "9937", "9938", "9939"))


def test_a_foreigners_code_finds_its_owner(office: OfficeFile) -> None:
    with office.read() as rows:
        paper = rows.find("person_identifier", type="foreigner_unique_code")[0]
    with office.connection() as connection:
        assert [hit.record_id for hit in search(connection, paper["value"])] == [paper["person_id"]]


def test_the_last_month_is_alive(office: OfficeFile) -> None:
    with office.read() as rows:
        found = indicators(rows, WORDS.until)
        needs = {need["status"] for need in rows.find("need")}
        office_row = rows.find("office")[0]
    assert office_row["fictional"] is True
    assert {"noted", "referred", "met"} <= needs
    for code in ("I-01", "I-02", "I-06", "I-07", "I-14", "I-15"):
        value = found[code].value
        assert value is not None
        assert value > 0, code


def test_workshops_and_events_are_on_their_way(office: OfficeFile) -> None:
    """Some of each state, sessions at hours on days that are worked, outcomes known and awaited, a market that sold."""
    with office.read() as rows:
        sessions, outcomes = rows.find("workshop_session"), rows.find("outcome_followup")
        places = Counter(place["status"] for place in rows.find("workshop_enrollment"))
        states = {kind: Counter(row["status"] for row in rows.find(kind)) for kind in ("workshop", "event")}
        stalls = rows.find("market_stall")
        next_types = {w["type"] for w in rows.find("workshop", status="planned")}
        wishes = {kind for person in rows.find("person") for kind in person["interests"]}
    assert set(states["workshop"]) >= {"planned", "open", "held", "reported", "cancelled"}
    assert set(states["event"]) >= {"planned", "held", "reported"}
    assert [
        s for s in sessions if OfficeWeek().holiday(s["date"]) or weekday(s["date"]) == FRIDAY or not s["start"]
    ] == []
    assert all(places[status] for status in ("enrolled", "completed", "failed", "withdrawn"))
    assert {one["reached"] for one in outcomes} >= {True, None}
    assert next_types <= wishes
    assert any(stall["sales_rial"] for stall in stalls)


def test_each_letter_belongs_to_its_referral_and_each_reminder_is_counted(office: OfficeFile) -> None:
    with office.read() as rows:
        letters = {letter["id"]: letter for letter in rows.find("letter")}
        referrals = rows.find("referral")
        reminded = Counter(one["referral_id"] for one in rows.find("letter_referral"))
    on_paper = [one for one in referrals if one["mode"] in ("letter", "handed_to_resident")]
    assert on_paper
    assert all(letters[one["letter_id"]]["kind"] == "referral" for one in on_paper)
    assert {one["id"]: one["reminder_count"] for one in referrals if one["reminder_count"]} == dict(reminded)
    assert len({letter["number"] for letter in letters.values()}) == len(letters)


_NOT_OF_RECORDS = {"I-03", "I-13", "I-14", "I-20b", "I-23", "I-24", "I-27"}
"""Counted are people of a population, days, hours, minutes, money and points."""


def test_behind_every_figure_of_the_report_stand_exactly_the_records_it_counts(office: OfficeFile) -> None:
    with office.read() as rows:
        for month in ("1404-05", "1404-06"):
            for code, figure in indicators(rows, month).items():
                found = rows_behind(rows, month, code)
                counted = sum(row.counts for row in found.rows) + found.unseen
                if code not in _NOT_OF_RECORDS:
                    assert counted == figure.numerator, (month, code)
                if figure.definition.unit == PERCENT and code not in _NOT_OF_RECORDS:
                    assert len(found.rows) == figure.denominator, (month, code)
        assert all(row.title for row in rows_behind(rows, "1404-06", "I-05").rows)


def test_behind_every_number_of_the_tables_stand_exactly_the_records_it_counts(office: OfficeFile) -> None:
    sections = set()
    with office.read() as rows:
        for figure in table_figures(monthly_report(rows, "1404-06", "")):
            found = rows_behind(rows, "1404-06", figure.cell)
            counted = sum(row.counts for row in found.rows) + found.unseen
            assert counted == (1 if figure.column in HEADS else figure.value), figure
            sections.add(figure.section)
        assert rows_behind(rows, "1404-06", "coverage/محله‌ای که نیست/persons_new").rows == []
    assert sections == set(SECTIONS)


class _UndoneError(Exception):
    """Ends a piece of work of which nothing is to stay."""


def test_a_signed_report_carries_the_days_of_each_agency_for_the_medians_of_a_province(office: OfficeFile) -> None:
    with office.read() as rows:
        signed = [row for row in rows.find("monthly_report") if row["snapshot_json"]]
        named = {row["name_fa"]: row["agency_code"] for row in rows.find("organization")}
    assert signed
    for record in signed:
        snapshot = record["snapshot_json"]
        carried, table = snapshot["province"]["agencies"], snapshot["report"]["agencies"]
        for one, row in zip(carried, table, strict=True):
            assert one["code"] == named[row["agency"]]
            assert (len(one["days"]), len(one["ages"])) == (row["answers"], row["unanswered"])
        for name, together in snapshot["days"].items():
            assert sorted(day for one in carried for day in one[name]) == together
        told = Told(snapshot)  # as the province reads it
        assert told.is_readable
        assert [one.code for one in told.agencies] == [one["code"] for one in carried]
        assert sum(count for count, _ in told.needs.values()) == told.figures["I-07"].value
        assert all(cell in told.covers for cell in [row["cell"] for row in snapshot["report"]["covers"]])
        assert told.county == (snapshot["province"]["county"]["code"], snapshot["province"]["county"]["name"])


def test_the_numbers_of_a_signed_report_open_their_records_also_when_rows_are_called_otherwise_and_move(
    office: OfficeFile,
) -> None:
    month, names = "1404-05", {"neighborhood": "name", "organization": "name_fa", "workshop": "title", "event": "title"}
    with suppress(_UndoneError), office.write() as work:
        signed = newest_signed(work, month)
        assert signed is not None
        report = signed_report(signed)
        told = [one for one in table_figures(report) if not one.of_all_rows]
        before = [rows_behind(work, month, one.cell, one.of) for one in told]
        for kind, name in names.items():
            for record in work.find(kind):
                work.change(kind, record["id"], {name: f"{record[name]} نو"})
        first = next(row.record_id for row in report.records if row.row == "events/0")
        work.delete("event", first)
        for figure, stood in zip(told, before, strict=True):
            found = rows_behind(work, month, figure.cell, figure.of)
            kept = [] if figure.of == first else [one.record_id for one in stood.rows]
            assert [one.record_id for one in found.rows] == kept, figure
        renamed = next(one for one in told if one.section == "coverage")
        assert rows_behind(work, month, renamed.cell).rows == []
        raise _UndoneError


@pytest.mark.parametrize("copy", ["internal", "shared"])
def test_a_month_of_the_report_takes_six_to_ten_pages(office: OfficeFile, copy: str) -> None:
    assert 6 <= len(reader(make_document(office, "monthly_report", month="1404-06", copy=copy)).pages) <= 10
