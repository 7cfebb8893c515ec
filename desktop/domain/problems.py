"""What can go wrong, in three kinds: the user can mend it, the environment must change, or it is our bug.

A problem is a code with a field; its Persian sentence is looked up in `sentences`, so that the same
code reads alike beside a form field, on the command line and in an import report.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop.domain.sentences import SENTENCES


class Refusal(ValueError):
    """One value that cannot be accepted. `code` names the reason, `facts` fill its sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Problem(NamedTuple):
    """A reason for refusal, tied to the field where the user can mend it ("" means the whole record)."""

    field: str
    code: str
    facts: Mapping[str, object] = {}

    @property
    def message(self) -> str:
        """The Persian sentence; an unknown code is a bug and raises KeyError."""
        return SENTENCES[self.code].format(**self.facts)

    def as_json(self) -> dict[str, Any]:
        return {"field": self.field, "code": self.code, "message": self.message}


class RefusedError(Exception):
    """The user can mend this; nothing was written and what was typed is kept."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{p.field}:{p.code}" for p in problems))
        self.problems = problems

    @classmethod
    def of(cls, field_name: str, code: str, **facts: object) -> RefusedError:
        return cls([Problem(field_name, code, facts)])


class UnavailableError(Exception):
    """The environment stands in the way (wrong password, disk full, file in use); trying again may help."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.problem = Problem("", code, facts)
