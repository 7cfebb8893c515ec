"""What the tests of consents ask of an office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.consents import give_consent
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_colleague,
    add_person,
)

SIGNED = {"method": "signature"}
BLIND = {"disability_type": "visual", "disability_severity": "severe"}


def problems_of(office: OfficeFile, act: Callable[[UnitOfWork], object]) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        act(work)
    return {(problem.field, problem.code) for problem in refused.value.problems}


def resident(office: OfficeFile, **changes: Any) -> Row:
    with office.write() as work:
        return add_person(work, **changes)


def kept(office: OfficeFile, person: Row) -> Row:
    """A disability, written down under its own consent."""
    with office.write() as work:
        give_consent(work, person["id"], "sensitive:disability_type", SIGNED)
        return add_record(work, "person_sensitive", {"person_id": person["id"], **BLIND})


@contextmanager
def seated(office: OfficeFile, role: str, username: str, *, sees: bool = True) -> Iterator[None]:
    """Somebody else sits at the office for a while."""
    account, before = add_colleague(office, username, role, "همکار دیگر"), office.actor
    office.actor = replace(
        before,
        user_id=account["id"],
        staff_id=account["staff_id"],
        username=username,
        role=role,
        can_see_sensitive=sees,
    )
    yield
    office.actor = before
