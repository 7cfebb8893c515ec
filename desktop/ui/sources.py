"""What forms need besides the declarations: code lists, and the records that links may point to."""

from __future__ import annotations

import re
from functools import partial

from desktop.context import AppContext
from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.services.finding import guessed_people
from desktop.services.viewing import as_read
from desktop.store import lists
from desktop.store.search import search
from desktop.ui.titles import entry_title
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.wording import retold

_MOST = 60
_SPACED_NUMBER = re.compile(r"[\d\s\u00a0-]+")


def sources_of(context: AppContext) -> Sources:
    """Choices and titles for links to every kind of record, found as the search finds them."""
    return Sources(
        codes=CODE_LISTS,
        choices={kind: partial(_choices, context, kind) for kind in KINDS},
        titles={kind: partial(_title, context) for kind in KINDS},
        details={kind: partial(_detail, context) for kind in KINDS},
    )


def _choices(context: AppContext, kind: str, typed: str) -> list[Choice]:
    if _SPACED_NUMBER.fullmatch(typed.strip()):
        typed = "".join(char for char in typed if char.isdigit())  # a number that is read out in groups
    with context.office.read() as rows:
        if typed.strip():
            hits = search(rows.connection, typed, _MOST, kind, context.spelling, patient=False)
            guessed = guessed_people(rows, typed, [hit.record_id for hit in hits]) if kind == "person" else ()
            return [
                (hit.record_id, entry_title(hit.title), retold(hit.detail))
                for hit in hits
                if hit.record_id not in guessed
            ]
        first = lists.snapshot(rows.connection, kind, most=_MOST)
        return [
            (row["id"], entry_title(row["title"]), retold(row["detail"]))
            for row in as_read(rows, KINDS[kind], lists.page(rows.connection, kind, first))
        ]


def _title(context: AppContext, record_id: str) -> str:
    with context.office.read() as rows:
        return entry_title(rows.titles([record_id]).get(record_id, record_id))


def _detail(context: AppContext, record_id: str) -> str:
    with context.office.read() as rows:
        return retold(rows.details([record_id]).get(record_id, ""))
