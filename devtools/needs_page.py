"""`docs/needs.md`: the life of a need as the program knows it. `python -m devtools.needs_page` writes the page anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import STAFF, Transition
from desktop.domain.steps import asked

PAGE = Path(__file__).resolve().parents[1] / "docs" / "needs.md"
_BEFORE = """# The life of a need

Written from `desktop/domain/need_life.py` by `python -m devtools.needs_page`; a test holds both equal. Services,
screens, the command line (`step need ID STATE [FIELD=VALUE]…`) and the tests read the same table. A need begins as
`noted`, with an owner, an urgency and the day it is due.

"""
_AFTER = """
Names followed by `*` must be told with the step, unless the need has them already.

- **A step has a day**: the one told as `on`, else the day of the letter or of the answer it brings, else today.
- **The history only grows** and is read by day, within a day as it was written down (`on`, `id`). A need stands where
  its history ends. A step may be told after a later one has been, if it stands between two others, ends nothing and
  what followed it may still follow: an answer of the 12th is still told after the need was met on the 20th. Other
  steps dated before the last one are refused (`step_out_of_order`).
- **An answer** counts for `answered` when it is more than an acknowledgement and, once the need was sent out a second
  time, came after that. What is known of a referral (`first_response_on`, `status`) follows from all its answers, in
  whatever order they were entered, changed or deleted. `put agency_response` offers the step it makes possible.
- **Sent elsewhere**: referrals that are still unanswered are withdrawn with date and reason, unless the need requires
  several agencies. One is taken back with `put referral {"id":…, "withdrawn_on":…, "withdraw_reason":…}`. When the
  last one is taken back the need stays `referred`, since nothing else is known of it yet, and may then be referred
  anew, be handled by the office (`in_progress`) or be closed; the window asks for that at once.
- **Silence** is kept. When a need ends (`met`, `rejected`, `closed`), referrals without an answer become `expired`:
  nobody waits for them, no list of things to do and no reminder names them any more, yet they are not withdrawn, and
  I-11, I-12 and I-13 go on counting them as unanswered, for the agency did not answer. An answer that comes after all
  is still written down (`answered`). Opened again, the need waits for them again (`sent` or `acknowledged`). Whoever
  wants the silence not to count takes the referral back.
- **Open again**: `close_reason`, `close_note`, `duplicate_of_id`, `resident_informed_on`, `resident_confirmed` and
  `satisfaction` are emptied; the history and the change log keep what was.
- **An undo** that would leave a gap in the history is refused.
- **The stock** of any month and field: `open_end = open_start + new + reopened − met − rejected − closed`, where
  «reopened» is every step from `met` or `rejected` back to an open state.
"""


def page() -> str:
    """The whole page."""
    life = KINDS["need"].life
    steps = life.transitions if life else ()
    head = "| from | to | step | who | fields | guard and effect |\n|---|---|---|---|---|---|\n"
    open_states = "، ".join(_state(state) for state in (life.going_on if life else ()))
    return f"{_BEFORE}Open: {open_states}\n\n{head}{''.join(_rows(steps))}{_AFTER}"


def _rows(steps: tuple[Transition, ...]) -> Iterator[str]:
    for step in steps:
        fields = asked(KINDS["need"], step)
        names = ", ".join(f"`{name}`{'*' if name in step.needs else ''}" for name in fields)
        who = (
            "همکاران" if step.roles == STAFF else "، ".join(label_of("user_role", role) for role in sorted(step.roles))
        )
        cells = (_state(step.source), _state(step.target), step.label, who, names, " ".join(step.tells))
        yield f"| {' | '.join(cells)} |\n"


def _state(state: str) -> str:
    return f"`{state}` {label_of('need_status', state)}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
