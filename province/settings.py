"""What an administrator chooses: where the data lie, which database, under which address offices find the server.

Read from `province.toml` in the data folder; a variable TASHILGAR_PROVINCE_<NAME> of the environment goes before it.
Secrets never stand in the file: the keys lie in a file of their own (`province.keys`), the passphrase that wraps them
comes from the environment alone.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop.domain.problems import RefusedError, UnavailableError

NAME = "province.toml"
PREFIX = "TASHILGAR_PROVINCE_"
SHORTEST_SECRET = 12
_WORN_OUT = frozenset({"changemechangeme", "password1234", "passwordpassword", "postgrespostgres", "administrator"})
_WORN_DATABASE = frozenset({"", "postgres", "password", "secret", "changeme", "tashilgar", "admin", "123456"})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The choices of one server."""

    folder: Path
    database: str  # SQLAlchemy's address: sqlite:///… or postgresql+psycopg://…
    host: str = "127.0.0.1"
    port: int = 8743
    url: str = ""  # under which offices reach the server; stands on the cards they join with
    vouching: bool = True  # whether a laptop that an approved laptop of its office speaks for is approved by itself
    largest_body: int = 8 * 1024 * 1024  # bytes of one request
    page: int = 256 * 1024  # bytes of one answer with segments
    contents: int = 2 * 1024**3  # bytes of sealed attachments that are kept of one office; 0: none

    @property
    def address(self) -> str:
        """The address that offices are told."""
        return self.url or f"https://{self.host}:{self.port}"


def load_settings(folder: Path | None = None, environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """The settings of a data folder. `given` are the words of the command line, which go before everything."""
    told = os.environ if environment is None else environment
    place = folder or Path(told.get(f"{PREFIX}DATA") or default_folder())
    chosen: dict[str, Any] = {"folder": place, "database": f"sqlite:///{place / 'province.db'}"}
    chosen |= _of_file(place / NAME) | _of_environment(told)
    chosen |= {name: value for name, value in given.items() if value is not None}
    _refuse_worn_out_database(chosen["database"])
    return Settings(**chosen)


def default_folder() -> Path:
    """Where a server's data lie when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("Tashilgar", appauthor=False) / "province"


def passphrase(environment: Mapping[str, str] | None = None) -> str:
    """What wraps the keys on the disk; "" where the file's permissions alone guard them."""
    told = os.environ if environment is None else environment
    given = told.get(f"{PREFIX}PASSPHRASE", "")
    if f"{PREFIX}PASSPHRASE" in told:
        require_secret("passphrase", given)
    return given


def metrics_token(environment: Mapping[str, str] | None = None) -> str:
    """What watchers show to read /metrics; "" where only this machine may."""
    told = os.environ if environment is None else environment
    given = told.get(f"{PREFIX}METRICS_TOKEN", "")
    if f"{PREFIX}METRICS_TOKEN" in told:
        require_secret("metrics_token", given)
    return given


def require_secret(name: str, given: str) -> None:
    """Refuse what everybody tries first: nothing, something short, a word from a manual."""
    if len(given) < SHORTEST_SECRET or given.lower() in _WORN_OUT or len(set(given)) < 5:
        raise RefusedError.of(name, "weak_secret")


def _of_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnavailableError("settings_unreadable", name=NAME) from error
    unknown = found.keys() - _READERS.keys()
    if unknown:
        raise RefusedError.of(min(unknown), "unknown_setting", given=min(unknown))
    return {name: _read(name, value) for name, value in found.items()}


def _of_environment(told: Mapping[str, str]) -> dict[str, Any]:
    names = {name: f"{PREFIX}{name.upper()}" for name in _READERS}
    return {name: _read(name, told[variable]) for name, variable in names.items() if told.get(variable)}


def _read(name: str, value: Any) -> Any:
    kind = _READERS[name]
    if kind == "bool":
        words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
        value = words.get(str(value).lower())
    elif kind == "int":
        value = int(value) if str(value).isdigit() else None
    else:
        value = str(value)
    if value is None:
        raise RefusedError.of(name, "bad_setting")
    return value


_READERS = {one.name: one.type for one in fields(Settings) if one.name != "folder"}


def _refuse_worn_out_database(address: str) -> None:
    """A database over the network needs a password, and not one of a manual; a socket of this machine does not."""
    parts = urlsplit(address)
    if parts.scheme.startswith("postgresql") and parts.hostname and (parts.password or "").lower() in _WORN_DATABASE:
        raise RefusedError.of("database", "weak_secret")
