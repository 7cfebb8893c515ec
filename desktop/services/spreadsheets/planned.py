"""What rules may ask while a sheet is taken: the office's records and those of the sheet that are not written yet."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.domain.record import Row
from desktop.store.rows import Rows

_KEPT = 4000  # answers remembered


class PlannedFacts:
    """`Facts` over both. A household of this sheet has the members of this sheet and no others."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.today: date = rows.today
        self.role = rows.role
        self.new: dict[str, dict[str, Row]] = {"household": {}, "person": {}}
        self._heads: dict[str, list[Row]] = {}
        self.judged = ""  # id of the record that the rules are asked about: it is nowhere yet
        self._answers: OrderedDict[Any, Any] = OrderedDict()

    def add_household(self, household: Row) -> None:
        self.new["household"][household["id"]] = household

    def add_person(self, person: Row) -> None:
        """Only heads are remembered whole: rules of the sheet's people ask for nobody else."""
        if person["relation_to_head"] == "head" and person["status"] == "active":
            self._heads.setdefault(person["household_id"], []).append(person)

    def forget(self) -> None:
        """Answers that will not be asked for again."""
        self._answers.clear()

    def know(self, kind: str, rows: Iterable[Row]) -> None:
        """Records that will be asked for next, read at once."""
        for row in rows:
            self._answers["get", kind, row["id"]] = row

    def written(self) -> None:
        """What was planned is in the file now."""
        self.new = {"household": {}, "person": {}}
        self._heads.clear()
        self._answers.clear()

    def get(self, kind: str, record_id: str | None) -> Row | None:
        if not record_id or record_id == self.judged:
            return None
        planned = self.new.get(kind, {}).get(record_id)
        return planned if planned is not None else self._asked(("get", kind, record_id))

    def find(self, kind: str, /, **where: object) -> list[Row]:
        if kind == "person" and where.get("relation_to_head") == "head" and where.get("status") == "active":
            home = str(where.get("household_id"))
            heads = self._heads.get(home, [])
            return (
                heads if home in self.new["household"] else [*self._asked(("find", kind, tuple(where.items()))), *heads]
            )
        return list(self._asked(("find", kind, tuple(where.items()))))

    def _asked(self, question: tuple[Any, ...]) -> Any:
        if question in self._answers:
            return self._answers[question]
        verb, kind, rest = question
        answer = self._rows.get(kind, rest) if verb == "get" else self._rows.find(kind, **dict(rest))
        self._answers[question] = answer
        if len(self._answers) > _KEPT:
            self._answers.popitem(last=False)
        return answer
