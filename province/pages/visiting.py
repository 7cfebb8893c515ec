"""A visit: one request to a page by somebody who was let in, and what the page may ask of it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, true

from desktop.domain.clock import today_in_iran
from desktop.domain.problems import Problem
from province import auditing
from province.access import Permission, Scope, may
from province.auditing import Deed
from province.pages.declared import Page
from province.setup import Province
from province.store.accounts import Account
from province.store.office_places import PlacedOffice, placed_offices
from province.store.sessions import Session


class NotThereError(Exception):
    """What was asked for is not there, or not for this account: which of both is not told."""


@dataclass(kw_only=True)
class Visit:
    """Everything a page needs. `given` holds what was read of its declared parameters."""

    province: Province
    page: Page
    known_paths: frozenset[str]  # of all pages that there are
    at: datetime
    address: str  # the network address it comes from; for rests after wrong passwords only
    cookie: str
    look: str = ""  # light | dark | "" as the system says
    told: str = ""  # code of the notice of the page before
    account: Account | None = None
    session: Session | None = None
    scope: Scope = field(default_factory=lambda: Scope(frozenset()))
    given: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, list[str]] = field(default_factory=dict)  # as it was typed
    problems: list[Problem] = field(default_factory=list)
    new_cookie: str | None = None  # of a session that begins with the answer
    new_look: str | None = None
    fictional: bool = False  # whether made-up offices are in the province, which every page then says (G-33)
    tells_again: bool = False  # the notice stays for the page that comes by itself
    open: Connection | None = None  # of the look or the change that is under way

    @property
    def user(self) -> Account:
        """Who is signed in; asked only by pages that need somebody."""
        if self.account is None:
            raise LookupError("nobody is signed in here")
        return self.account

    @property
    def today(self) -> date:
        return today_in_iran(self.at)

    @property
    def csrf(self) -> str:
        """What a form must send back: it follows from the cookie, which other sites cannot read."""
        return csrf_token(self.province, self.new_cookie or self.cookie)

    def may(self, permission: Permission) -> bool:
        return self.account is not None and may(self.account.role, permission)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One look. Within another one it is the same, so that nobody waits for a second connection."""
        if self.open is not None:
            yield self.open
            return
        with self.province.database.reading() as connection, self._opened(connection):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.province.database.writing() as connection, self._opened(connection):
            yield connection

    @contextmanager
    def _opened(self, connection: Connection) -> Iterator[None]:
        self.open = connection
        try:
            yield
        finally:
            self.open = None

    def note(self, connection: Connection, deed: str, office_id: str | None = None, target: str = "") -> None:
        """Write a deed of this visit into the log, in its own transaction."""
        by = self.account.id if self.account else None
        auditing.note(connection, self.province.keys, Deed(deed, by, office_id, target), self.at)

    @cached_property
    def offices(self) -> list[PlacedOffice]:
        """The offices that this account may see, by code."""
        with self.reading() as connection:
            return [one for one in placed_offices(connection) if self.scope.holds(one.county_id)]

    @cached_property
    def by_id(self) -> Mapping[str, PlacedOffice]:
        """The same, by id."""
        return {one.id: one for one in self.offices}

    def office(self, code: str) -> PlacedOffice:
        """One of them; NotThereError alike for an unknown one and for one of another county."""
        found = next((one for one in self.offices if code in (one.code, one.id)), None)
        if found is None:
            raise NotThereError
        return found

    def within(self, office_id: ColumnElement[Any]) -> ColumnElement[bool]:
        """The bound of every query over offices: those that this account may see."""
        if self.scope.counties is None:
            return true()
        return office_id.in_([one.id for one in self.offices])

    def typed(self, name: str, known: object = "") -> str:
        """What was typed into a field, when its form is shown once more; before that what is known."""
        values = self.form.get(name)
        return values[0] if values else ("" if known is None else str(known))

    def problems_of(self, name: str) -> list[str]:
        """The sentences beside a field; "" names the whole form."""
        return [problem.message for problem in self.problems if problem.field == name]


def csrf_token(province: Province, cookie: str) -> str:
    return hmac.new(province.keys.derived("forms"), cookie.encode(), hashlib.sha256).hexdigest()
