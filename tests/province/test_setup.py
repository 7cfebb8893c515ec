"""How a server begins: settings, keys at rest, a certificate laptops can pin, and words that say what is missing."""

from __future__ import annotations

import io
import json
import logging
import ssl
import stat
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from cryptography import x509

from desktop.domain.problems import RefusedError, UnavailableError
from province import logs
from province.certificate import make_certificate
from province.cli.app import run
from province.keys import CERTIFICATE, CERTIFICATE_KEY, KEYS, load_keys, make_keys, save_keys
from province.settings import load_settings, passphrase

AT = datetime(2026, 9, 6, tzinfo=UTC)
PASSPHRASE = "نگهبان کلیدهای استان"


def said(folder: Path, *words: str, **environment: str) -> tuple[int, list[dict[str, object]], str]:
    """The exit code, the lines and the sentences of one run of the words in this process."""
    out, err = io.StringIO(), io.StringIO()
    given = {"TASHILGAR_PROVINCE_DATA": str(folder)} | environment
    with mock.patch.dict("os.environ", given), redirect_stdout(out), redirect_stderr(err):
        code = run(list(words))
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_a_word_of_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "province.toml").write_text('port = 9000\nvouching = false\nurl = "https://one"\n')
    found = load_settings(tmp_path, {"TASHILGAR_PROVINCE_URL": "https://two", "TASHILGAR_PROVINCE_PAGE": "1000"})
    assert (found.port, found.vouching, found.address, found.page) == (9000, False, "https://two", 1000)
    assert found.database == f"sqlite:///{tmp_path / 'province.db'}"
    assert load_settings(tmp_path, {}, port=1).port == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [("ports = 1", "unknown_setting"), ("vouching = 7", "bad_setting"), ("port = -1", "bad_setting")],
)
def test_a_setting_that_is_none_is_refused_by_its_name(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "province.toml").write_text(content)
    with pytest.raises(RefusedError) as told:
        load_settings(tmp_path, {})
    assert [problem.code for problem in told.value.problems] == [code]


def test_secrets_of_a_manual_are_refused(tmp_path: Path) -> None:
    for password in ("", ":postgres", ":changeme"):
        with pytest.raises(RefusedError):
            load_settings(tmp_path, {}, database=f"postgresql+psycopg://who{password}@host/db")
    load_settings(tmp_path, {}, database="postgresql+psycopg://who:a-good-one@host/db")
    load_settings(tmp_path, {}, database="postgresql+psycopg://who@/db?host=/run/postgresql")
    for given in ("", "short", "aaaaaaaaaaaaaaaa", "changemechangeme"):
        with pytest.raises(RefusedError):
            passphrase({"TASHILGAR_PROVINCE_PASSPHRASE": given})
    assert passphrase({}) == ""


def test_keys_come_back_and_only_their_user_may_read_them(tmp_path: Path) -> None:
    made = make_keys()
    save_keys(tmp_path, made)
    assert load_keys(tmp_path) == made
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / KEYS).stat().st_mode) == 0o600
    with pytest.raises(UnavailableError):
        save_keys(tmp_path, make_keys())
    assert load_keys(tmp_path) == made


def test_keys_under_a_passphrase_open_with_it_alone(tmp_path: Path) -> None:
    made = make_keys()
    save_keys(tmp_path, made, PASSPHRASE)
    assert load_keys(tmp_path, PASSPHRASE) == made
    content = (tmp_path / KEYS).read_text()
    assert made.identity not in content
    for given, code in (("", "no_passphrase"), ("another passphrase", "wrong_passphrase")):
        with pytest.raises(UnavailableError) as told:
            load_keys(tmp_path, given)
        assert told.value.problem.code == code
    (tmp_path / KEYS).write_text(content[:40])
    with pytest.raises(UnavailableError) as told:
        load_keys(tmp_path, PASSPHRASE)
    assert told.value.problem.code == "keys_unreadable"


def test_the_certificate_names_the_host_and_is_its_own_authority(tmp_path: Path) -> None:
    make_certificate(tmp_path, "https://sync.example.ir:8743", AT, PASSPHRASE)
    made = x509.load_pem_x509_certificate((tmp_path / CERTIFICATE).read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["sync.example.ir", "localhost"]
    assert made.not_valid_before_utc < AT < made.not_valid_after_utc
    pinned = ssl.create_default_context(cafile=str(tmp_path / CERTIFICATE))
    assert len(pinned.get_ca_certs()) == 1
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(tmp_path / CERTIFICATE, tmp_path / CERTIFICATE_KEY, PASSPHRASE)


def test_init_makes_a_server_once_and_tells_its_password_once(tmp_path: Path) -> None:
    folder = tmp_path / "server"
    code, lines, _ = said(folder, "check")
    assert (code, lines) == (3, [])
    code, (made,), _ = said(folder, "init", "--title", "استانداری نمونه", "--url", "https://sync.example.ir")
    assert code == 0
    assert made["user"] == "administrator"
    assert len(str(made["password"])) >= 20
    assert load_settings(folder, {}).address == "https://sync.example.ir"
    code, lines, _ = said(folder, "init")
    assert (code, [line["code"] for line in lines]) == (1, ["province_exists"])
    code, lines, _ = said(folder, "check")
    assert code == 0
    assert all(line["ok"] for line in lines)


def test_users_are_added_with_a_role_and_a_password_of_the_environment(tmp_path: Path) -> None:
    said(tmp_path, "init", TASHILGAR_PROVINCE_PASSWORD="a-long-enough-word")
    adding = ("user", "add", "Officer", "--role", "province_officer", "--full-name", "کارشناس")
    code, lines, err = said(tmp_path, *adding)
    assert (code, lines) == (3, [])
    assert "TASHILGAR_PROVINCE_NEW_PASSWORD" in err
    assert said(tmp_path, *adding, TASHILGAR_PROVINCE_NEW_PASSWORD="short")[0] == 1
    assert said(tmp_path, *adding, TASHILGAR_PROVINCE_NEW_PASSWORD="a-long-enough-word")[0] == 0
    _, lines, _ = said(tmp_path, "user", "list")
    assert {line["username"]: line["role"] for line in lines} == {
        "administrator": "administrator",
        "officer": "province_officer",
    }


def test_a_log_line_tells_codes_and_counts_and_never_the_words_of_an_exception() -> None:
    stream = io.StringIO()
    logs.start_logging(stream)
    logs.tell("segments taken", office="o1", count=3)
    try:
        int("نام یک ساکن")
    except ValueError:
        logs.tell("broken", level=logging.ERROR, failed=True)
    with pytest.raises(ValueError, match="not for the log"):
        logs.tell("segments taken", full_name="نام یک ساکن")
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["event"], first["office"], first["count"]) == ("segments taken", "o1", 3)
    assert second["error"] == "ValueError"
    assert "ساکن" not in stream.getvalue()
