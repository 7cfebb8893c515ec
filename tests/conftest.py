"""Set before the first import of Qt: no screen, one scale and one DPI, so that pictures are alike everywhere."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.sockets import SocketWatch, may_talk

# What lands is judged by the same cases twice; developers draw new ones at every run.
settings.register_profile("tashilgar", deadline=None, max_examples=60, derandomize="CI" in os.environ)
settings.load_profile("tashilgar")


@pytest.fixture(scope="session", autouse=True)
def memory_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program remembers of offices outside their folders stays out of the developer's own data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TASHILGAR_MEMORY", str(tmp_path_factory.mktemp("memory")))
        yield


@pytest.fixture(scope="session", autouse=True)
def schema_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hundreds of tests found an office of their own; the migrations take a second of each and have tests of theirs."""
    from tests.schema import SchemaOnce

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.office_opening.upgrade", SchemaOnce(tmp_path_factory.mktemp("schema")))
        yield


@pytest.fixture(scope="session")
def sockets() -> SocketWatch:
    return SocketWatch()


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest, sockets: SocketWatch) -> Iterator[None]:
    """Offline means offline: a test in which anything but sync reaches for a socket fails."""
    if may_talk(request.path):
        yield
        return
    seen: list[str] = []
    sockets.seen = seen
    yield
    sockets.seen = None
    assert seen == []
