"""One record with what stands around it, for subjects that need no view of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.fields import Input, abouts
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.access import may_read, may_see
from desktop.services.conflicts import disputed_among
from desktop.services.viewing import as_read, open_titles
from desktop.store.rows import Rows


@dataclass(frozen=True)
class RecordView:
    """`titles` names the records it points to; `children` are those of other kinds that point to it.

    `today` is the day on which it is looked at: some states change with time alone.
    """

    row: Row
    titles: Mapping[str, str]
    children: Mapping[str, Sequence[Row]]
    today: date
    is_disputed: bool = False  # laptops tell different things of it


def record_view(rows: Rows, kind: str, record_id: str, children: Mapping[str, str]) -> RecordView | None:
    """The record as of now, None when it is gone. `children`: kind → its field that points here."""
    row = rows.get(kind, record_id)
    if row is None or not may_see(rows, KINDS[kind], row):
        return None
    row = as_read(rows, KINDS[kind], [row])[0]
    found = {child: _children(rows, child, name, record_id) for child, name in children.items()}
    links = [*_links(kind, row)]
    for child, each in found.items():
        links += [link for one in each for link in _links(child, one)]
    disputed = bool(disputed_among(rows, [record_id]))
    return RecordView(row, open_titles(rows, rows.titles(links)), found, rows.today, disputed)


def _links(kind: str, row: Row) -> Iterator[str]:
    """The records that a record points to, with the rows of its lists."""
    for name, about in KINDS[kind].fields.items():
        if about.input is Input.LINK and row[name]:
            yield str(row[name])
        if about.of is not None:
            inner = [each for each, one in abouts(about.of).items() if one.links]
            yield from (str(within[each]) for within in row[name] or () for each in inner if within.get(each))


def _children(rows: Rows, kind: str, name: str, record_id: str) -> Sequence[Row]:
    """The records of a kind that point here, as far as the role may see them."""
    if not may_read(rows.role, KINDS[kind]):
        return []
    found = [row for row in rows.find(kind, **{name: record_id}) if may_see(rows, KINDS[kind], row)]
    return as_read(rows, KINDS[kind], found)
