"""How a page is declared: its address, what it needs, what it takes, and who answers.

A page without a permission cannot be written down: `needs` has no default. What a page takes is read before it is
asked, so that nothing unread reaches it, and the same declarations make the description for programs (OpenAPI).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from desktop.domain.persian.calendar import read_month
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import clean
from desktop.domain.problems import Refusal
from province.access import Permission

if TYPE_CHECKING:
    from province.pages.visiting import Visit

Where = Literal["path", "query", "form"]
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}\Z")
_ID = re.compile(r"[A-Za-z0-9._:+-]{1,80}\Z")
_MONTH_PATTERN = "^(12(0[6-9]|[1-9][0-9])|13[0-9]{2}|14([0-8][0-9]|9[0-8]))-(0[1-9]|1[0-2])$"
_NO_ZERO = "^[^\\x00]*$"


class Reader(NamedTuple):
    """How one thing is read, and how it is described to programs: whatever fits the schema is readable."""

    read: Callable[[str], Any]
    schema: Mapping[str, Any]

    def __call__(self, given: str) -> Any:
        return self.read(given)


@dataclass(frozen=True)
class Shown:
    """A template and what it shows."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


class Moved(NamedTuple):
    """Go on there. `told`: the code of a sentence that the next page shows (`notices.py`)."""

    to: str
    told: str = ""


class Sent(NamedTuple):
    """A file to keep."""

    content: bytes
    media: str
    name: str


Answer: TypeAlias = Shown | Moved | Sent
Handler: TypeAlias = "Callable[[Visit], Answer]"


@dataclass(frozen=True, kw_only=True)
class Param:
    """One thing that a page takes. A wrong one in a path is an unknown address, elsewhere a problem of its field."""

    name: str
    where: Where
    read: Reader
    label: str
    required: bool = False
    many: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """One route. `again` shows the form once more, with its problems, when a deed was refused."""

    path: str
    needs: Permission
    answer: Handler
    title: str
    method: Literal["GET", "POST"] = "GET"
    takes: tuple[Param, ...] = ()
    again: Handler | None = None
    media: tuple[str, ...] = ("text/html",)  # of its answers, for the description
    open_form: bool = False  # takes whatever fields its form has; they are read by the declarations of a record

    def of(self, where: Where) -> tuple[Param, ...]:
        return tuple(one for one in self.takes if one.where == where)


def text(longest: int = 200) -> Reader:
    """A line or lines of people, in the spelling that the store keeps."""

    def read(given: str) -> str:
        if len(given) > longest:
            raise Refusal("too_long", limit=longest)
        if "\0" in given:
            raise Refusal("unreadable")
        return clean(given)

    return Reader(read, {"type": "string", "maxLength": longest, "pattern": _NO_ZERO})


def number(least: int, most: int) -> Reader:
    """A whole number between two bounds."""

    def read(given: str) -> int:
        digits = to_ascii(given).strip()
        if not digits.isascii() or not digits.isdigit() or len(digits) > 18 or not least <= int(digits) <= most:
            raise Refusal("unreadable")
        return int(digits)

    return Reader(read, {"type": "integer", "minimum": least, "maximum": most})


def one_of(*choices: str) -> Reader:
    """One of some words."""

    def read(given: str) -> str:
        if given not in choices:
            raise Refusal("unreadable")
        return given

    return Reader(read, {"type": "string", "enum": list(choices)})


def _secret(given: str) -> str:
    if len(given) > 200 or "\0" in given:
        raise Refusal("unreadable")
    return given


def _identifier(given: str) -> str:
    if not _ID.match(given):
        raise Refusal("unreadable")
    return given


def _username(given: str) -> str:
    name = to_ascii(given).strip().lower()
    if not _USERNAME.match(name):
        raise Refusal("bad_username")
    return name


secret_text = Reader(_secret, {"type": "string", "maxLength": 200, "pattern": _NO_ZERO})
"""A password or code exactly as it was typed."""
identifier = Reader(_identifier, {"type": "string", "pattern": "^[A-Za-z0-9._:+-]{1,80}$"})
"""An id or a code, as it stands in addresses."""
office_code = Reader(lambda given: _identifier(to_ascii(given).strip()), identifier.schema)
"""The code of an office, in whatever digits it was typed."""
username = Reader(_username, {"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{2,39}$"})
"""What somebody signs in with: small Latin letters, digits and a few signs."""
month = Reader(read_month, {"type": "string", "pattern": _MONTH_PATTERN})
"""A month, in whatever way it was typed; «1405-06» is described."""


def in_path(name: str, label: str, read: Reader = identifier) -> Param:
    return Param(name=name, where="path", read=read, label=label, required=True)


def in_query(name: str, label: str, read: Reader, **more: Any) -> Param:
    return Param(name=name, where="query", read=read, label=label, **more)


def in_form(name: str, label: str, read: Reader, **more: Any) -> Param:
    return Param(name=name, where="form", read=read, label=label, **more)
