"""The province's tests run on both databases: the embedded SQLite file and a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from province.setup import Province
from province.store.database import Database
from province.store.schema import METADATA
from province.store.tables import AUDIT
from province.store.upgrade import upgrade
from tests.province.cluster import USER, cluster, connect
from tests.province.made import Laptop, made_province

_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
_NAME = f"province_{_WORKER or 'only'}"


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a migrated database of this worker in the cluster of all."""
    base = tmp_path_factory.getbasetemp()
    with cluster(base.parent if _WORKER else base) as folder:
        with connect(folder) as control:
            control.execute(f"CREATE DATABASE {_NAME}".encode())
        address = f"postgresql+psycopg://{USER}@/{_NAME}?host={folder}"
        _migrate(address)
        yield address


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("province") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def postgresql_address(postgresql: str) -> Iterator[str]:
    """The database of this worker, emptied afterwards: that is ten times as quick as another one for each test."""
    yield postgresql
    used = Database(postgresql)
    with used.writing() as connection:
        connection.exec_driver_sql("TRUNCATE audit")  # its lines cannot be deleted
        for table in reversed(METADATA.sorted_tables):
            if table is not AUDIT:
                connection.execute(table.delete())
    used.close()


@pytest.fixture
def embedded_address(embedded: Path, tmp_path: Path) -> str:
    shutil.copy(embedded, tmp_path / "province.db")
    return f"sqlite:///{tmp_path / 'province.db'}"


@pytest.fixture(params=["embedded", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    made = Database(request.getfixturevalue(f"{request.param}_address"))
    yield made
    made.close()


def _migrate(where: str) -> None:
    made = Database(where)
    upgrade(made)
    made.close()


@pytest.fixture
def province(database: Database, tmp_path: Path) -> Province:
    """A server with one office, on both databases."""
    return made_province(database, tmp_path)


@pytest.fixture
def laptop(province: Province) -> Laptop:
    """The first laptop of the office, which has joined."""
    made = Laptop("laptop-a")
    assert made.join(province) == "approved"
    return made
