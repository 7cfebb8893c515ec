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
Reader = Callable[[str], Any]
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}\Z")
_ID = re.compile(r"[A-Za-z0-9._:+-]{1,80}\Z")


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
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})


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
    media: str = "text/html"  # of its answer, for the description
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

    return read


def secret_text(given: str) -> str:
    """A password or code exactly as it was typed."""
    if len(given) > 200 or "\0" in given:
        raise Refusal("unreadable")
    return given


def identifier(given: str) -> str:
    """An id or a code, as it stands in addresses."""
    if not _ID.match(given):
        raise Refusal("unreadable")
    return given


def office_code(given: str) -> str:
    """The code of an office, in whatever digits it was typed."""
    return identifier(to_ascii(given).strip())


def username(given: str) -> str:
    """What somebody signs in with: small Latin letters, digits and a few signs."""
    name = to_ascii(given).strip().lower()
    if not _USERNAME.match(name):
        raise Refusal("bad_username")
    return name


def month(given: str) -> str:
    return read_month(given)


def number(least: int, most: int) -> Reader:
    """A whole number between two bounds."""

    def read(given: str) -> int:
        digits = to_ascii(given).strip()
        if not digits.isascii() or not digits.isdigit() or len(digits) > 18 or not least <= int(digits) <= most:
            raise Refusal("unreadable")
        return int(digits)

    return read


def one_of(*choices: str) -> Reader:
    """One of some words."""

    def read(given: str) -> str:
        if given not in choices:
            raise Refusal("unreadable")
        return given

    return read


def in_path(name: str, label: str, read: Reader = identifier) -> Param:
    return Param(name=name, where="path", read=read, label=label, required=True)


def in_query(name: str, label: str, read: Reader, **more: Any) -> Param:
    return Param(name=name, where="query", read=read, label=label, **more)


def in_form(name: str, label: str, read: Reader, **more: Any) -> Param:
    return Param(name=name, where="form", read=read, label=label, **more)
