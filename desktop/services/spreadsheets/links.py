"""Records of other kinds as people name them in a sheet: a neighbourhood by its name, a person by number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import clean, search_key
from desktop.domain.problems import Refusal
from desktop.services.spreadsheets.columns import Column
from desktop.services.viewing import open_titles
from desktop.store.rows import Rows

_BY_NUMBER = {
    "person": ("resident_no", "national_id"),
    "household": ("household_no",),
    "need": ("need_no",),
    "workshop": ("code",),
}
_ALSO = {"neighborhood": ("name", "aliases"), "organization": ("name_fa", "letter_title")}


class Links:
    """Reads the cells of link columns, and writes them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._named: dict[str, Mapping[str, str | None]] = {}
        self._titles: dict[str, str] = {}

    def reader(self, column: Column) -> Callable[[str], str] | None:
        """None for a column that is no link."""
        linked = column.about.links
        return (lambda text: self.find(linked, text)) if linked else None

    def find(self, kind_name: str, text: str) -> str:
        """The id of the record that a cell names; a Refusal when there is none, or more than one."""
        typed = clean(to_ascii(text))
        for field in _BY_NUMBER.get(kind_name, ()):
            if field in KINDS[kind_name].fields and (found := self._rows.find(kind_name, **{field: typed})):
                return str(found[0]["id"])
        if self._rows.get(kind_name, typed) is not None:
            return typed
        named = self._of_kind(kind_name)
        key = search_key(text)
        if key not in named:
            raise Refusal("unknown_name", given=clean(text), kind=KINDS[kind_name].plural)
        record_id = named[key]
        if record_id is None:
            raise Refusal("several_of_name", given=clean(text), kind=KINDS[kind_name].plural)
        return record_id

    def only(self, kind_name: str) -> str | None:
        """The one record of a kind, when there is just one to choose."""
        found = self._rows.find(kind_name)
        return str(found[0]["id"]) if len(found) == 1 else None

    def told(self, kind_name: str, record_id: str | None) -> str:
        """What an export writes for a link: the number or the name by which `find` finds it again."""
        if not record_id:
            return ""
        if record_id not in self._titles:
            row = self._rows.get(kind_name, record_id)
            kind = KINDS[kind_name]
            names = (kind.number, *_BY_NUMBER.get(kind_name, ()), *_ALSO.get(kind_name, ())[:1], *kind.title)
            texts = [str(row[name]) for name in names if row and name and name in kind.fields and row[name]]
            found = bool(texts) and self._finds(kind_name, texts[0], record_id)
            open_to_them = open_titles(self._rows, {record_id: texts[0]} if found else {})
            self._titles[record_id] = open_to_them.get(record_id, record_id)
        return self._titles[record_id]

    def _finds(self, kind_name: str, text: str, record_id: str) -> bool:
        try:
            return self.find(kind_name, text) == record_id
        except Refusal:
            return False

    def _of_kind(self, kind_name: str) -> Mapping[str, str | None]:
        """Name → id, or None where two have the name."""
        if kind_name not in self._named:
            found: dict[str, str | None] = {}
            kind = KINDS[kind_name]
            for row in self._rows.find(kind_name):
                names = {search_key(text) for text in self._names(kind.title, row)}
                for field in _ALSO.get(kind_name, ()):
                    names |= {search_key(text) for text in self._texts(row[field])}
                for name in names - {""}:
                    found[name] = None if name in found else row["id"]
            self._named[kind_name] = found
        return self._named[kind_name]

    @staticmethod
    def _names(title: tuple[str, ...], row: Mapping[str, Any]) -> list[str]:
        return [" ".join(str(row[name]) for name in title if row[name])]

    @staticmethod
    def _texts(value: Any) -> list[str]:
        return [str(text) for text in value] if isinstance(value, list) else [str(value or "")]
