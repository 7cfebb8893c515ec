"""The access matrix of domain §3.7, written out here by hand and walked through the command line, role by role.

Nothing here is taken from `desktop.domain.access`: what the page says and what the program does are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.cli import app, people, records, reports, sheets
from desktop.cli.parser import build_parser
from desktop.domain.kinds import KINDS
from desktop.services.consents import give_consent
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.system.words import Parser
from tests.factories import add_identifier, add_person, national_id
from tests.one_of_each import NAME, NUMBER, OPEN_RIAL, RIAL, office_of_each
from tests.reports.pdf_reading import page_texts

ROLES = ("facilitator", "social_worker", "office_manager", "county_supervisor", "province_officer", "system_admin")
FULL, LAST4, NAMELESS, NONE = "full", "last 4", "without names", "–"
MATRIX: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # data: the kinds it lies in, and a cell for each of ROLES
    "household and person": (("household", "person", "consent"), (FULL, FULL, FULL, NONE, NONE, NONE)),
    "identifiers": (("person", "person_identifier"), (LAST4, FULL, FULL, NONE, NONE, NONE)),
    "needs": (("need",), (FULL, FULL, FULL, NAMELESS, NAMELESS, NONE)),
    "harm observations": (("harm_observation",), (FULL, FULL, FULL, NONE, NONE, NONE)),  # outside: counts in reports
    "inspections that were made": (("inspection",), (NONE, NONE, FULL, FULL, FULL, NONE)),
    "reports": (("monthly_report",), (FULL, FULL, FULL, FULL, FULL, NONE)),
    "money": (("credit", "expense", "credit_request", "project_credit"), (NONE, NONE, FULL, FULL, FULL, NONE)),
    "users": (("user_account",), (NONE, NONE, FULL, NONE, NONE, FULL)),
}
READS_NAMES = {"facilitator", "social_worker", "office_manager"}
READS_NUMBERS = {"social_worker", "office_manager"}
READS_MONEY = {"office_manager", "county_supervisor", "province_officer"}
READS_AUDIT = {"office_manager", "province_officer", "province_director", "auditor", "system_admin"}
SHEETS = {"person", "household", "project", "event", "donation", "need", "workshop", "facility", "credit", "ngo_plan"}
ILLNESS = "بیماری قلبی دیرپا"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = office_of_each(Path(tmp_path_factory.mktemp("matrix")) / "office")
    with made.write() as work:
        person = work.find("person")[0]["id"]
        give_consent(work, person, "sensitive:chronic_illness_note", {"method": "signature"})
        for row in work.find("person_sensitive"):
            work.delete("person_sensitive", row["id"])
        add_record(work, "person_sensitive", {"person_id": person, "chronic_illness_note": ILLNESS})
    yield made
    made.close()


@cache
def _parser() -> Parser:
    return build_parser()


class Said:
    """Speaks words for one role, at an office that is open already."""

    def __init__(self, office: OfficeFile, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys, self.office = capsys, office

    def __call__(self, *words: str) -> tuple[int, str]:
        """What `app.run` answers, without building its parser anew for each of a thousand words."""
        self._capsys.readouterr()
        given = _parser().parse_args(words)
        code = app.guarded(given)
        return code, self._capsys.readouterr().out

    def sits(self, role: str) -> None:
        mine = self.office.actor
        sees = role in ("office_manager", "social_worker")
        user = mine.user_id if role == "office_manager" else f"a-{role}"
        self.office.actor = replace(mine, role=role, user_id=user, can_see_sensitive=sees)


@pytest.fixture
def said(office: OfficeFile, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Said]:
    @contextmanager
    def stands_open(_words: object) -> Iterator[OfficeFile]:
        yield office

    for module in (records, reports, sheets, people):
        monkeypatch.setattr(module, "opened", stands_open)
    mine = office.actor
    yield Said(office, capsys)
    office.actor = mine


@pytest.mark.parametrize("data", MATRIX)
def test_each_cell_of_the_matrix_is_what_the_command_line_does(said: Said, data: str) -> None:
    kinds, cells = MATRIX[data]
    for role, cell in zip(ROLES, cells, strict=True):
        said.sits(role)
        for kind in kinds:
            code, told = said("list", kind)
            where = f"{data}: {role} on {kind}"
            if cell == NONE:
                assert (code, "not_allowed" in told) == (1, True), where
                assert said("export", kind, "/nowhere/x.csv")[0] == 1, where
                continue
            assert code == 0, where
            assert told.strip(), where
            if data == "identifiers":
                assert (NUMBER in told) is (cell == FULL), where
                assert NUMBER[-4:] in told, where
            if cell == NAMELESS:
                assert NAME not in told, where


@pytest.mark.parametrize("role", [*ROLES, "auditor", "province_director"])
def test_no_word_tells_a_role_what_its_row_does_not_allow(said: Said, role: str, tmp_path: Path) -> None:
    said.sits(role)
    told: dict[str, str] = {}
    for kind in KINDS:
        told[f"list {kind}"] = said("list", kind)[1]
        ids = [json.loads(line).get("id") for line in told[f"list {kind}"].splitlines()]
        if ids and ids[0]:
            told[f"get {kind}"] = said("get", kind, ids[0])[1]
        sheet = tmp_path / f"{kind}.csv"
        if kind in SHEETS and said("export", kind, str(sheet))[0] == 0:
            told[f"export {kind}"] = sheet.read_text("utf-8-sig")
    told["indicators"] = said("indicators", "--month", "1404-06")[1]
    told["search name"] = said("search", NAME)[1]
    for way, text in told.items():
        plain = text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")).replace("٬", "").replace(",", "")
        assert str(RIAL) not in plain or role in {*READS_MONEY, "auditor", "province_director"}, way
        assert NUMBER not in plain or role in READS_NUMBERS, way
        assert NAME not in text or role in READS_NAMES, way
        assert ILLNESS not in text or role == "office_manager", way
    assert (ILLNESS in told["list person_sensitive"]) is (role == "office_manager")  # of no social worker's own case
    assert ("I-23" in told["indicators"]) is (role in {*READS_MONEY, "auditor", "province_director"})
    assert (said("audit")[0] == 0) is (role in READS_AUDIT)
    assert (said("user", "list")[0] == 0) is (role in ("office_manager", "system_admin"))


@pytest.mark.parametrize(
    "hidden",
    [
        "project cost_rial=۵ میلیون تومان",
        "person_sensitive chronic_illness_note=x",
        "household income_band=band_1",
        "outcome_followup monthly_income_band=band_1",
        "need credit_id=x",
    ],
)
def test_a_facilitator_does_not_look_by_what_she_may_not_read(said: Said, hidden: str) -> None:
    said.sits("facilitator")
    kind, _, where = hidden.partition(" ")
    code, told = said("list", kind, "--where", where)
    assert (code, "not_allowed" in told) == (1, True)


def test_a_facilitator_is_not_told_which_illness_somebody_agreed_to_tell_of(said: Said) -> None:
    said.sits("facilitator")
    scopes = [json.loads(line)["scope"] for line in said("list", "consent")[1].splitlines()]
    assert "sensitive:" in scopes
    assert not any(scope.startswith("sensitive:") and scope != "sensitive:" for scope in scopes)
    assert said("list", "consent", "--where", "scope=sensitive:chronic_illness_note")[1] == ""
    said.sits("office_manager")
    assert said("list", "consent", "--where", "scope=sensitive:chronic_illness_note")[1] != ""


def test_a_number_is_found_whole_and_not_guessed_digit_by_digit(said: Said) -> None:
    """A facilitator who knows the last four could otherwise try out the six before them."""
    with said.office.write() as work:
        other = add_person(work, first_name="زهرا", last_name="نادری", mobile="09000000011")
        add_identifier(work, other, national_id(8))
    said.sits("facilitator")
    assert other["id"] in said("search", national_id(8))[1]
    for length in range(3, 10):
        assert other["id"] not in said("search", national_id(8)[:length])[1], length
        assert other["id"] not in said("search", "زهرا", national_id(8)[:length])[1], length
    assert other["id"] in said("search", other["resident_no"][:6])[1]
    assert other["id"] in said("search", "0900000001")[1]
    said.sits("social_worker")
    assert other["id"] in said("search", national_id(8)[:7])[1]


def test_papers_that_tell_amounts_tell_a_facilitator_none(said: Said, tmp_path: Path) -> None:
    said.sits("facilitator")
    for name, refused in (
        ("monthly_report", False),
        ("month_comparison", False),
        ("year_trend", False),
        ("credit_statement", True),
        ("inspection_report", True),
    ):
        out = tmp_path / f"{name}.pdf"
        with said.office.read() as rows:
            kind = {"credit_statement": "credit", "inspection_report": "inspection"}.get(name, "")
            about = ["--id", rows.find(kind)[0]["id"]] if kind else ["--month", "1404-06"]
        assert (said("print", name, "--out", str(out), *about)[0] == 1) is refused, name
        if not refused:
            text = " ".join(page_texts(out.read_bytes()))
            assert "میلیون ریال" not in text.replace("هزینه (میلیون ریال)", ""), name
            assert "اعتبار دریافتی" not in text, name
    assert OPEN_RIAL != RIAL
