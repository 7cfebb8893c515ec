"""Every word of the contract, from outside: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, ROOT, environment, tashilgar, tashilgar_here
from tests.factories import OFFICE, PASSWORD, USER


def test_a_new_office_tells_its_recovery_code_once_and_opens_with_it(tmp_path: Path) -> None:
    file, data = tmp_path / "مشخصات.json", tmp_path / "دفتر"
    file.write_text(json.dumps({**OFFICE, "county": "کرمان"}, ensure_ascii=False), "utf-8")
    made = tashilgar(data, "init", "--office", str(file))
    assert made.code == 0
    assert set(made.line) == {"office_id", "device_id", "recovery_code"}
    assert tashilgar_here(data, "init", "--office", str(file)).code == 3
    forgotten = tashilgar(
        data, "recover", password="گذرواژهٔ-تازه-۲", TASHILGAR_RECOVERY_CODE=made.line["recovery_code"]
    )
    assert forgotten.code == 0
    assert tashilgar_here(data, "list", "office", password="گذرواژهٔ-تازه-۲").code == 0
    assert tashilgar_here(data, "list", "office").code == 3


def test_neighbourhoods_of_a_new_office_lie_in_its_county_and_bring_their_population(tmp_path: Path) -> None:
    places = [{"name": "گلستان‌آباد", "population": 9850, "year": 1400, "source": "خانه بهداشت"}, "چشمه‌سار"]
    given = {**OFFICE, "county_id": None, "county": "کرمان", "neighborhoods": places}
    assert tashilgar_here(tmp_path / "o", "init", "--office", "-", stdin=json.dumps(given)).code == 0
    kept = tashilgar_here(tmp_path / "o", "list", "neighborhood").lines
    assert [(place["county_id"], place["city_name"]) for place in kept] == [("0808", "کرمان")] * 2
    population = tashilgar_here(tmp_path / "o", "list", "neighborhood_population").line
    assert (population["year"], population["population"]) == (1400, 9850)


@pytest.mark.parametrize("broken", ["an empty file", "a folder"])
def test_an_office_file_that_is_no_file_is_refused_and_left_as_it_is(office_dir: Path, broken: str) -> None:
    database = office_dir / "office.db"
    database.unlink()
    database.mkdir() if broken == "a folder" else database.touch()
    said = tashilgar_here(office_dir, "list", "person")
    assert (said.code, said.out) == (3, "")
    assert "آسیب دیده" in said.err
    assert database.is_dir() or database.stat().st_size == 0


def test_a_refused_office_leaves_nothing_and_harms_no_other_file(tmp_path: Path) -> None:
    file = tmp_path / "office.json"
    file.write_text('{"code": "0803", "title_fa": "دفتر", "staff": [{"full_name": "X"}]}', "utf-8")
    refused = tashilgar(tmp_path, "init", "--office", str(file))
    assert refused.code == 1
    assert ("full_name", "name_letters") in refused.codes
    assert [path.name for path in tmp_path.iterdir()] == ["office.json"]


def test_a_short_password_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    refused = tashilgar_here(tmp_path / "o", "init", "--office", "-", stdin=json.dumps(OFFICE), password="کوتاه")
    assert refused.code == 1
    assert refused.codes == {("password", "password_short")}
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("lisst", "person"),
        ("list",),
        ("get", "person"),
        ("list", "person", "--limit", "x"),
        ("step", "need", "a", "b", "c"),
        ("print",),
    ],
)
def test_wrong_words_end_with_two_and_say_so_in_persian(read_office: Path, words: tuple[str, ...]) -> None:
    in_a_process = words == ("list",)
    said = tashilgar(read_office, *words) if in_a_process else tashilgar_here(read_office, *words)
    assert said.code == 2
    assert said.out == ""
    assert any("\u0600" <= char <= "\u06ff" for char in said.err)
    assert "Traceback" not in said.err


def test_without_a_password_the_sentence_names_where_to_put_it(read_office: Path) -> None:
    said = tashilgar(read_office, "list", "need", password=None)
    assert (said.code, said.out) == (3, "")
    assert "TASHILGAR_PASSWORD" in said.err


def test_a_number_is_looked_for_in_any_digits(read_office: Path) -> None:
    assert (
        tashilgar_here(read_office, "list", "person", "--where", "national_id=۹۹۳۱۰۰۰۲۰۱").line["first_name"] == "فاطمه"
    )
    assert tashilgar_here(read_office, "list", "person", "--where", "national_id=9931000309").out == ""


def test_how_to_use_a_word_is_said_once(read_office: Path) -> None:
    assert tashilgar_here(read_office, "list", "--help").out.count("کاربرد:") == 1


def test_help_is_persian_under_any_locale(read_office: Path) -> None:
    said = tashilgar(read_office, "--help")
    assert said.code == 0
    assert "دفتری با دادهٔ آزمایشی" in said.out


def test_records_are_read_as_json_with_iso_dates(read_office: Path) -> None:
    person = tashilgar_here(read_office, "list", "--json", "person", "--where", "first_name=فاطمه").line
    assert (person["birth_date"], person["birth_precision"]) == ("1983-03-21", "year")
    assert person["is_women_head"] is True
    assert person["row_version"] >= 1
    assert person["created_at"].endswith("+00:00")
    again = tashilgar_here(read_office, "get", "person", person["id"], "--data", str(read_office))
    assert again.line == person


def test_a_manager_reads_whole_numbers_and_a_facilitator_their_end(read_office: Path) -> None:
    assert tashilgar_here(read_office, "list", "person").line["national_id"] == "9931000201"
    assert tashilgar_here(read_office, "list", "person", user="samira").line["national_id"] == "******0201"
    assert tashilgar_here(read_office, "list", "person_identifier", user="samira").line["value"] == "******0201"


def test_whole_numbers_that_were_read_are_in_the_audit_log(read_office: Path) -> None:
    person = tashilgar_here(read_office, "list", "person", "--limit", "1").line
    tashilgar_here(read_office, "get", "person", person["id"])
    *lines, chain = tashilgar_here(read_office, "audit").lines
    assert {"view_sensitive"} <= {line["action"] for line in lines}
    assert chain == {"check": "audit_log", "ok": True, "detail": ""}
    assert tashilgar_here(read_office, "audit", user="samira").code == 1


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("get", "person", "nobody"), ("id", "unknown_record")),
        (("list", "ghost"), ("kind", "no_such_kind")),
        (("list", "person", "--where", "color=red"), ("color", "unknown_field")),
        (("list", "person", "--where", "sex=هیچ"), ("sex", "unknown_code")),
        (("print", "ghost", "--out", "x.pdf"), ("name", "no_such_printable")),
        (("step", "need", "nothing", "referred"), ("id", "unknown_record")),
        (("step", "consent", "nothing", "gone"), ("state", "no_life_cycle")),
        (("step", "need", "nothing", "flown"), ("state", "unknown_code")),
    ],
)
def test_what_the_user_can_mend_ends_with_one_and_a_problem(
    read_office: Path, words: tuple[str, ...], problem: tuple[str, str]
) -> None:
    said = tashilgar_here(read_office, *words)
    assert said.code == 1, said.err
    assert problem in said.codes
    assert all(set(line) == {"field", "code", "message"} for line in said.lines)


def test_the_step_of_a_need_is_asked_for_what_it_needs_and_shown(office_dir: Path) -> None:
    need = tashilgar_here(office_dir, "list", "need").line
    refused = tashilgar_here(office_dir, "step", "need", need["id"], "referred")
    assert (refused.code, refused.codes) == (1, {("main_agency_id", "required")})
    agency = tashilgar_here(office_dir, "list", "organization", "--where", "agency_code=education").line
    moved = tashilgar_here(office_dir, "step", "need", need["id"], "ارجاع‌شده", f"main_agency_id={agency['id']}")
    assert moved.code == 0
    assert moved.line["status"] == "referred"
    assert [e["to_status"] for e in tashilgar_here(office_dir, "list", "need_event").lines] == ["noted", "referred"]


def test_search_finds_in_any_spelling_best_first(read_office: Path) -> None:
    first = tashilgar_here(read_office, "search", "رنجبري", "فاطمه").lines[0]
    assert (first["kind"], first["title"]) == ("person", "فاطمه رنجبری")
    assert set(first) == {"kind", "id", "title", "detail"}
    assert tashilgar_here(read_office, "search", "۹۹۳۱۰۰۰۲۰۱").lines[0]["id"] == first["id"]
    nothing = tashilgar_here(read_office, "search", "قسطنطنیه")
    assert (nothing.code, nothing.out) == (0, "")


def test_every_proof_of_a_sound_file_holds(read_office: Path) -> None:
    said = tashilgar_here(read_office, "check")
    assert said.code == 0
    assert {line["check"] for line in said.lines if line["ok"]} == {line["check"] for line in said.lines}
    assert {"pages", "integrity", "foreign_keys", "search_index", "change_log_chain"} <= {
        line["check"] for line in said.lines
    }


def test_accounts_come_change_and_go(office_dir: Path) -> None:
    new = {"TASHILGAR_NEW_PASSWORD": "گذرواژهٔ-نرگس-۱"}
    words = ("user", "add", "Narges", "--role", "مددکار", "--full-name", "نرگس بامری")
    assert tashilgar_here(office_dir, *words, **new).line["user"] == "narges"
    assert tashilgar_here(office_dir, *words, **new).codes == {("username", "username_taken")}
    assert tashilgar_here(office_dir, "list", "need", user="narges", password="گذرواژهٔ-نرگس-۱").code == 0
    refused = tashilgar_here(office_dir, "user", "disable", "hamid", user="narges", password="گذرواژهٔ-نرگس-۱")
    assert refused.codes == {("", "not_allowed")}
    assert tashilgar_here(office_dir, "user", "disable", "hamid").codes == {("username", "last_manager")}
    assert tashilgar_here(office_dir, "user", "disable", "narges").code == 0
    assert tashilgar_here(office_dir, "list", "need", user="narges", password="گذرواژهٔ-نرگس-۱").code == 3
    states = {line["user"]: line["active"] for line in tashilgar_here(office_dir, "user", "list").lines}
    assert states == {"hamid": True, "samira": True, "narges": False}


def test_a_reader_that_goes_away_is_no_crash(read_office: Path) -> None:
    running = subprocess.Popen(
        [*PROGRAM, "list", "organization"],
        cwd=ROOT,
        env=environment(read_office, USER, PASSWORD),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    running.stdout.close()
    _, err = running.communicate()
    assert (running.returncode, err) == (0, b"")


def test_the_words_never_load_qt(read_office: Path) -> None:
    program = (
        "import sys; from desktop.cli.app import run\n"
        "code = run(['list', 'need']); print('PySide6' in sys.modules, code)"
    )
    env = environment(read_office, USER, PASSWORD)
    done = subprocess.run([PROGRAM[0], "-c", program], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False 0"


def test_a_bug_leaves_a_report_without_values_and_no_traceback(read_office: Path, tmp_path: Path) -> None:
    program = (
        "import sys, desktop.cli.records as records\n"
        "def broken(words): raise ValueError('فاطمه رنجبری 9931000201')\n"
        "records.find = broken\n"
        "from desktop.cli.app import run\n"
        "sys.exit(run(['search', 'رنجبری']))"
    )
    env = environment(read_office, USER, PASSWORD, XDG_STATE_HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path))
    done = subprocess.run([PROGRAM[0], "-c", program], cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode == 70
    said = done.stderr.decode()
    report = Path(said.split(": ", 1)[1].strip())
    assert "Traceback" not in said
    text = report.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "رنجبری" not in text
    assert "9931000201" not in text


def test_every_printable_of_the_list_can_be_printed(read_office: Path, tmp_path: Path) -> None:
    names = {line["name"] for line in tashilgar_here(read_office, "print", "--list").lines}
    assert "recovery_sheet" not in names  # its code is shown once, when the office is founded
    file = str(tmp_path / "a.pdf")
    said = {name: tashilgar_here(read_office, "print", name, "--out", file) for name in names}
    of_nobody = {name for name in names if said[name].code == 0}
    assert of_nobody >= {"monthly_report", "blank_registration"}
    assert {name: said[name].codes for name in names - of_nobody if said[name].codes != {("id", "required")}} == {}


def test_a_letter_is_printed_by_its_need_too(office_dir: Path, tmp_path: Path) -> None:
    need = tashilgar_here(office_dir, "list", "need").line["id"]
    person = tashilgar_here(office_dir, "list", "person").line["id"]
    agency = tashilgar_here(office_dir, "list", "organization", "--where", "agency_code=civil_registry").line["id"]
    consent = {"person_id": person, "scope": "referral:civil_registry", "given_on": "1404/06/15", "method": "signature"}
    assert tashilgar_here(office_dir, "put", "consent", stdin=json.dumps(consent)).code == 0
    assert tashilgar_here(office_dir, "step", "need", need, "referred", f"agency_id={agency}").code == 0
    file = tmp_path / "letter.pdf"
    assert tashilgar_here(office_dir, "print", "referral_letter", "--id", need, "--out", str(file)).code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_bytes_that_are_no_text_are_refused_and_no_crash(read_office: Path) -> None:
    assert tashilgar(read_office, "get", "person", "\udcff").code == 2
    broken = tashilgar_here(read_office, "put", "person", stdin='{"id": "\\udfff"}')
    assert (broken.code, broken.line["problems"][0]["code"]) == (1, "bad_json")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so_in_persian(tmp_path: Path) -> None:
    said = tashilgar(tmp_path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (said.code, said.out) == (3, "")
    assert "صفحه‌ای برای پنجره نیست" in said.err


def test_a_fictional_office_of_months_to_come_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    said = tashilgar_here(tmp_path / "later", "demo", "--residents", "10", "--until", "1490-01")
    assert (said.code, said.codes) == (1, {("until", "in_future")})
    assert not (tmp_path / "later").exists()


def test_two_files_become_one_by_their_numbers_and_are_parted_again(office_dir: Path, place: str) -> None:
    twin = {"first_name": "فاطمه‌سادات", "last_name": "رنجبری", "sex": "female", "neighborhood_id": place}
    gone = tashilgar_here(office_dir, "put", "person", stdin=json.dumps(twin)).line["id"]
    keep = next(line for line in tashilgar_here(office_dir, "list", "person").lines if line["id"] != gone)
    number = tashilgar_here(office_dir, "get", "person", gone).line["resident_no"]
    merged = tashilgar_here(office_dir, "merge", keep["resident_no"], gone, "--choose", "first_name=gone")
    assert merged.code == 0, merged.out
    assert tashilgar_here(office_dir, "get", "person", keep["id"]).line["first_name"] == twin["first_name"]
    assert [hit["id"] for hit in tashilgar_here(office_dir, "search", number).lines] == [keep["id"]]
    parted = tashilgar_here(office_dir, "unmerge", merged.line["merge_id"])
    assert parted.line["restored"] == gone
    assert tashilgar_here(office_dir, "get", "person", keep["id"]).line["first_name"] == keep["first_name"]
    assert tashilgar_here(office_dir, "unmerge", merged.line["merge_id"]).codes == {("id", "merge_undone")}
