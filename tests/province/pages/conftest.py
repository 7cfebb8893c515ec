"""The pages in this process, over one embedded file for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from province.app import make_app
from province.setup import Province
from province.store import accounts
from province.store.database import Database
from tests.fakes import FakeClock
from tests.province.made import AT, made_province
from tests.province.pages.made import add_accounts
from tests.province.pages.visitor import Visitor


@pytest.fixture(autouse=True, scope="package")
def quick_hashes() -> Iterator[None]:
    """Argon2id as ever, but with little memory: in earnest each password costs a tenth of a second on purpose."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        accounts._nobody.cache_clear()
        yield
    accounts._nobody.cache_clear()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(AT)


@pytest.fixture
def province(quick_hashes: None, embedded_address: str, tmp_path: Path) -> Iterator[Province]:
    """A server with one office and an account of each role."""
    made = made_province(Database(embedded_address), tmp_path)
    add_accounts(made)
    yield made
    made.close()


@pytest.fixture
def browser(province: Province, clock: FakeClock) -> Callable[[], Visitor]:
    """Makes browsers that know nothing of each other."""
    app = make_app(province, clock)
    return lambda: Visitor(app, clock)
