"""`docs/workshops.md`: the lives of workshops and events. `python -m devtools.workshops_page` writes the page anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import STAFF, Transition
from desktop.domain.outcome_followup import FOLLOWED_TYPES
from desktop.domain.steps import asked

PAGE = Path(__file__).resolve().parents[1] / "docs" / "workshops.md"
_BEFORE = """# Workshops and events

Written from `desktop/domain/workshop_life.py` and `event_life.py` by `python -m devtools.workshops_page`; a test holds
both equal. Services, screens, the command line (`step workshop ID STATE [FIELD=VALUE]…`) and the tests read the same
tables.
"""
_RULES = """
- **Places.** Beyond the capacity people wait, in their order (`waiting_rank`). A place that becomes free, because
  somebody withdraws or the capacity grows, goes to the first who waits: `promoted_on` is set, and they stand on the
  call list until `told_on` says that they were called.
- **Sessions by a rule**: weekdays, first day, count, hours; public holidays are left out, Fridays unless they are
  named. What the rule makes is seen before it is written, with the hours at which instructor or place are taken.
  By words: `sessions WORKSHOP_ID --dry-run`, then without it; `weekdays=شنبه`, `count=4` and the like say otherwise.
- **At one time** in two workshops, or an instructor or a place in two sessions, is told as a doubt, never refused.
- **Completed** is who was present or late in at least `min_attend_share` of the sessions that were held. Nobody
  writes it by hand, and a session in which somebody came is not made one that was not held.
- **A step has a day**: the one told as `on`, else that of what it is about (the first session held, the last session),
  else today. A workshop of a past month may so be written down afterwards.
- **Withdrawn before the first session** does not count as enrolled (I-18); nor does who only waited.
- **Follow-ups** are written when a workshop of one of these types ends: {types}. They fall due ninety days after the
  last session held; who was not reached is told apart. An income band is kept only with the person's live consent.
- **People at events** are counted, never named, and never added to participants (I-15). An event's head count is
  women, men and children, or athletes and spectators where nobody counted those.
- **Certificates** carry a number of the laptop's block in the Jalali year, and a code by which
  `certificate verify TEXT` tells a true one from an altered one, without the Internet. One that was issued does not
  change; it is void when, after a reopening, its holder has not completed.
"""


def page() -> str:
    """The whole page."""
    types = "، ".join(label_of("workshop_type", code) for code in sorted(FOLLOWED_TYPES))
    tables = f"{_table('workshop')}{_table('event')}"
    return f"{_BEFORE}{tables}\nNames followed by `*` must be told.\n{_RULES.format(types=types)}"


def _table(kind: str) -> str:
    life = KINDS[kind].life
    head = "| from | to | step | who | fields | guard and effect |\n|---|---|---|---|---|---|\n"
    return f"\n## {KINDS[kind].label}\n\n{head}{''.join(_rows(kind, life.transitions if life else ()))}"


def _rows(kind: str, steps: tuple[Transition, ...]) -> Iterator[str]:
    codes = KINDS[kind].fields["status"].codes
    for step in steps:
        names = ", ".join(f"`{n}`{'*' if n in step.needs else ''}" for n in asked(KINDS[kind], step))
        roles = "، ".join(label_of("user_role", role) for role in sorted(step.roles))
        ends = (f"`{state}` {label_of(codes, state)}" for state in (step.source, step.target))
        cells = (*ends, step.label, "همکاران" if step.roles == STAFF else roles, names, " ".join(step.tells))
        yield f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
