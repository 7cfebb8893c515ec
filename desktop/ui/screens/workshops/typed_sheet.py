"""What was typed into the attendance sheet and is not saved yet, over what is stored. Knows no window."""

from __future__ import annotations

from collections import Counter
from datetime import date

from desktop.domain.record import Row
from desktop.services.workshop_views import AttendanceSheet, SheetPerson, TypedSession

STATES = ("present", "late", "absent", "excused")
# Each mark by its letter, by the same key on a Latin layout, by its first Latin letter, and by its number.
_KEYS = {
    "present": "حphHP1۱١",
    "late": "تjtJT2۲٢",
    "absent": "غygYG3۳٣",
    "excused": "ملmlML4۴٤",
}
REST_KEYS = frozenset("بfFbB*")  # «بقیه حاضر», on either layout
STATE_OF_KEY = {key: state for state, keys in _KEYS.items() for key in keys}


_Typed = dict[tuple[str, str], str]


class TypedSheet:
    """The people of a workshop, its sessions, and a mark for each pair, typed or stored."""

    def __init__(self) -> None:
        self.people: list[SheetPerson] = []
        self.sessions: tuple[Row, ...] = ()
        self.newcomers: list[SheetPerson] = []
        self.seen: int | None = None  # the last line of the log when what is typed over was read
        self._stored: dict[tuple[str, str], str] = {}
        self._typed: dict[tuple[str, str], str] = {}
        self._walk_ins: dict[str, int] = {}
        self._past: list[_Typed] = []

    def load(self, sheet: AttendanceSheet) -> None:
        """What is stored now; what was typed stays."""
        known = {person.person_id for person in sheet.people}
        self.newcomers = [person for person in self.newcomers if person.person_id not in known]
        self.people = [*sheet.people, *self.newcomers]
        self.sessions = sheet.sessions
        self._stored = dict(sheet.marks)
        self._typed = {key: state for key, state in self._typed.items() if self._stored.get(key) != state}
        stored_walk_ins = {session["id"]: session["walk_ins"] for session in sheet.sessions}
        self._walk_ins = {key: many for key, many in self._walk_ins.items() if stored_walk_ins.get(key) != many}
        if not self._typed:
            self._past.clear()
        if not self.is_dirty():
            self.seen = sheet.seen

    def forget(self) -> None:
        """Back to what is stored."""
        gone = {person.person_id for person in self.newcomers}
        self.people = [person for person in self.people if person.person_id not in gone]
        self.newcomers, self._typed, self._walk_ins, self._past = [], {}, {}, []

    def is_dirty(self) -> bool:
        return bool(self._typed or self._walk_ins)

    def session(self, session_id: str) -> Row | None:
        return next((session for session in self.sessions if session["id"] == session_id), None)

    def state(self, session_id: str, person_id: str) -> str:
        """The mark shown; "" for none."""
        key = (session_id, person_id)
        return self._typed.get(key) or self._stored.get(key, "")

    def is_typed(self, session_id: str, person_id: str) -> bool:
        """Whether this mark is not saved yet."""
        return (session_id, person_id) in self._typed

    def mark(self, session_id: str, person_id: str, state: str) -> None:
        """Types a mark; "" takes back what was typed."""
        self._remember()
        self._write(session_id, person_id, state)

    def mark_rest(self, session_id: str, state: str) -> None:
        """The same mark for everybody who has none."""
        self._remember()
        for person in self.people:
            if not self.state(session_id, person.person_id):
                self._write(session_id, person.person_id, state)

    def take_back(self) -> bool:
        """Undoes the latest typing; False when there is none."""
        if not self._past:
            return False
        self._typed = dict(self._past.pop())
        return True

    def _remember(self) -> None:
        self._past.append(dict(self._typed))

    def _write(self, session_id: str, person_id: str, state: str) -> None:
        key = (session_id, person_id)
        self._typed.pop(key, None)
        if state and self._stored.get(key) != state:
            self._typed[key] = state

    def add(self, person: SheetPerson) -> int:
        """The line of a person, a new one at the end when there is none."""
        for place, known in enumerate(self.people):
            if known.person_id == person.person_id:
                return place
        self.newcomers.append(person)
        self.people.append(person)
        return len(self.people) - 1

    def walk_ins(self, session_id: str) -> int:
        session = self.session(session_id)
        return self._walk_ins.get(session_id, session["walk_ins"] if session else 0)

    def set_walk_ins(self, session_id: str, many: int) -> None:
        session = self.session(session_id)
        self._walk_ins.pop(session_id, None)
        if session and session["walk_ins"] != many:
            self._walk_ins[session_id] = many

    def counts(self, session_id: str) -> Counter[str]:
        """State → how many; "" counts those without a mark."""
        return Counter(self.state(session_id, person.person_id) for person in self.people)

    def to_save(self) -> dict[str, TypedSession]:
        """Every session in which something was typed."""
        touched = {session_id for session_id, _person in self._typed} | set(self._walk_ins)
        return {
            session["id"]: TypedSession(
                {person: state for (one, person), state in self._typed.items() if one == session["id"]},
                self.walk_ins(session["id"]),
            )
            for session in self.sessions
            if session["id"] in touched
        }

    def waited_for(self, today: date) -> str:
        """The session whose sheet is to be typed next: the first past one without marks, else the last past one."""
        past = [session for session in self.sessions if session["date"] <= today]
        marked = {session_id for session_id, _person in self._stored}
        for session in past:
            if session["id"] not in marked and session["held"] is not False:
                return str(session["id"])
        chosen = past[-1] if past else self.sessions[0] if self.sessions else None
        return str(chosen["id"]) if chosen else ""
