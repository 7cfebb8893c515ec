"""A record written into one office, or the same into all: what takes long goes on behind the answer.

Each office is a deed of its own, so a server that ends amid a thousand has written into some; the record's page tells
into how many, and saving it once more writes into the others.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from threading import Thread
from typing import Final

from desktop.domain.problems import RefusedError, UnavailableError
from province.deeds import put
from province.logs import tell
from province.pages.visiting import Visit
from province.store.devices import joined_offices
from province.store.office_places import PlacedOffice

BEING_WRITTEN: Final = "being_written"
PATIENCE: Final = 3.0
"""Seconds that somebody waits for offices to be written into; the rest goes on behind the answer."""


def write_into(visit: Visit, kind: str, office: PlacedOffice, given: Mapping[str, object], as_id: str = "") -> str:
    """Put a record into one office, with its line in the log."""
    with visit.writing() as connection:
        made = put(connection, visit.province, office.office, (kind, given), visit.user, visit.at, as_id)
        visit.note(connection, "record_put", office.id, f"{kind}:{made}")
    return made


def write_everywhere(visit: Visit, kind: str, given: Mapping[str, object], known: str) -> tuple[str, str]:
    """The same record, under one id, in every office that has joined; its id, and the code of what is then said.

    What one of the first refuses is refused: the others are alike.
    """
    with visit.reading() as connection:
        joined = joined_offices(connection)
    left = [office for office in visit.offices if office.id in joined]
    if not left:
        raise RefusedError.of("", "no_office_joined")
    made, begun = known, time.monotonic()
    while left and (not made or time.monotonic() - begun < PATIENCE):
        made = write_into(visit, kind, left.pop(0), given, made)
    if not left:
        return made, "written"
    Thread(target=_go_on, args=(replace(visit), kind, left, given, made), name="spreading", daemon=True).start()
    return made, BEING_WRITTEN


def _go_on(
    visit: Visit, kind: str, offices: Sequence[PlacedOffice], given: Mapping[str, object], record_id: str
) -> None:
    """One that refuses by itself, or a database that is away for a moment, holds up no other office."""
    for office in offices:
        try:
            write_into(visit, kind, office, given, record_id)
        except RefusedError as error:
            tell("not spread", level=logging.WARNING, office=office.id, code=error.problems[0].code)
        except UnavailableError as error:
            tell("not spread", level=logging.WARNING, office=office.id, code=error.problem.code)
        except Exception:  # noqa: BLE001  the page tells how many were reached
            tell("not spread", level=logging.ERROR, failed=True, office=office.id)
