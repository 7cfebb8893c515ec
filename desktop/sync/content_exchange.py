"""After all segments: the contents of attachments that one of both lacks, the smallest first, piece by piece.

What came of one before the line died stays, here and there, and the next contact goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.contents import BUCKETS, bucket_of, digests_of, mark_of
from desktop.sync.contents import Held, held, keep_piece, lacked, parts, sealed_of
from desktop.sync.laptop import Laptop, version_vector
from desktop.sync.wire import WireError
from desktop.sync.wire_contents import (
    COMPARE,
    DROP,
    GIVE,
    TAKE,
    Compared,
    Got,
    Piece,
    compare_message,
    drop_message,
    give_message,
    read_compared,
    read_got,
    read_taken,
    take_message,
)

_BEGIN, _SMALLEST, _LARGEST = 32 * 1024, 2 * 1024, 512 * 1024  # bytes of one piece
_QUICK = 1.0  # seconds: a piece that took less was too small
_DROPPED_AT_ONCE = 500

Ask = Callable[[str, bytes], bytes]
"""The answer to a request, however often the line dies."""
AskOnce = Callable[[str, bytes], "tuple[bytes | None, float]"]
"""The answer, or None when the line died under it; and how many seconds that took."""


@dataclass
class Exchanged:
    """What was done."""

    sent: int = 0  # contents that went there wholly
    received: int = 0
    dropped: int = 0  # copies at the province of what was forgotten
    missing: int = 0  # contents that are lacked here still


class Exchange:
    """The contents of one contact. `tell` hears which share of the bytes is done, and may raise to stop."""

    def __init__(
        self, office: OfficeFile, laptop: Laptop, ask: Ask, ask_once: AskOnce, tell: Callable[[float], None]
    ) -> None:
        self._office, self._laptop, self._tell = office, laptop, tell
        self._ask, self._ask_once = ask, ask_once
        self._most, self._ceiling = _BEGIN, _LARGEST
        self._done = self._total = 0
        self._exchanged = Exchanged()

    def run(self, *, may_drop: bool) -> Exchanged:
        """`may_drop`: the other side keeps copies that it cannot read, and is told what belongs to nothing now."""
        with self._office.connection() as connection:
            ours, wanted, begun = held(connection), lacked(connection), parts(connection)
            vector = version_vector(connection)
        found = self._compared(ours, wanted)
        theirs = {name: size for names in found.buckets.values() for name, size in names.items()}
        fetched = sorted((size, name) for name, size in theirs.items() if name in wanted)
        given = [(one.size, name) for name, one in ours.items() if bucket_of(name) in found.buckets]
        given = [] if found.full else sorted(one for one in given if one[1] not in theirs)
        self._total = sum(size for size, _ in (*fetched, *given))
        gone = sorted(theirs.keys() - ours.keys() - wanted.keys()) if may_drop else []
        for _, name in fetched:
            if not self._fetch(name, begun.get(name, 0)) and may_drop:
                gone.append(name)  # it is damaged there: who has it sends it anew
        for _, name in given:
            if not self._give(name, ours[name], found.parts.get(name, 0)):
                break
        for start in range(0, len(gone), _DROPPED_AT_ONCE):
            self._ask(DROP, drop_message(gone[start : start + _DROPPED_AT_ONCE], vector))
            self._exchanged.dropped += len(gone[start : start + _DROPPED_AT_ONCE])
        with self._office.connection() as connection:
            self._exchanged.missing = len(lacked(connection))
        return self._exchanged

    def _compared(self, ours: dict[str, Held], wanted: dict[str, str]) -> Compared:
        """All buckets in which both have something else; of one who is full no more than what we look for."""
        digests, start = digests_of(ours), 0
        found = Compared({}, 0, {}, full=False)
        while start < BUCKETS:
            answer = read_compared(self._ask(COMPARE, compare_message(digests, start)))
            if answer.next <= start:
                raise WireError("malformed")
            found = Compared(
                {**found.buckets, **answer.buckets}, answer.next, {**found.parts, **answer.parts}, answer.full
            )
            start = BUCKETS if found.full and not wanted else answer.next
        return found

    def _fetch(self, name: str, begun: int) -> bool:
        """Fetch a content from where it stopped; False when it is not what its name says."""
        got = Got("part", begun)
        self._done += begun
        while got.state == "part":
            try:
                content, seconds = self._ask_once(TAKE, take_message(name, got.got, self._most))
            except WireError as error:
                if error.code != "unknown_content":
                    raise
                return True  # it has gone meanwhile
            self._adapt(content, seconds)
            if content is None:
                continue
            piece = read_taken(name, got.got, content)
            if not piece.content and piece.at < piece.size:
                raise WireError("malformed")
            with self._office.merge() as connection:
                told = keep_piece(connection, self._laptop, piece)  # 0 of another sealing than had begun to come
            self._step(max(0, told.got - got.got))
            got = told
        self._exchanged.received += got.state == "whole"
        return got.state != "damaged"

    def _give(self, name: str, content: Held, begun: int) -> bool:
        """Send a content from where it stopped; False when there is no room for more."""
        with self._office.connection() as connection:
            sealed = sealed_of(connection, self._laptop, content.sha256)
        if not sealed:
            return True
        mark, got, tries = mark_of(sealed), Got("part", begun), 0
        while got.state == "part":
            at = min(got.got, len(sealed))
            piece = Piece(name, mark, len(sealed), at, sealed[at : at + self._most])
            answer, seconds = self._ask_once(GIVE, give_message(piece))
            self._adapt(answer, seconds)
            if answer is None:
                continue
            told = read_got(answer)
            tries = 0 if told.got > got.got else tries + 1
            if tries > 2:
                raise WireError("malformed")
            self._step(max(0, told.got - got.got))
            got = told
        self._exchanged.sent += got.state == "whole"
        return got.state != "full"

    def _adapt(self, answer: bytes | None, seconds: float) -> None:
        """Smaller pieces on a line that dies, larger ones on one that is quick, but late as large as it died under."""
        if answer is None:
            self._most = self._ceiling = max(_SMALLEST, self._most // 2)
            return
        self._ceiling = min(_LARGEST, self._ceiling + self._ceiling // 8)
        if seconds < _QUICK:
            self._most = min(self._ceiling, self._most * 2)

    def _step(self, size: int) -> None:
        self._done += size
        self._tell(min(1.0, self._done / max(self._total, 1)))
