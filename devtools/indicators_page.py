"""`docs/indicators.md`: what is counted and how it is told; `python -m devtools.indicators_page` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.indicators import DEFINITIONS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "indicators.md"
_BEFORE = """# The indicators of a month

Written from `desktop/domain/indicators.py` by `python -m devtools.indicators_page`; a test holds both equal. The paper,
the window and `indicators --month 1404-06` print the same words and numbers. Each is computed in SQL, by the files of
`desktop/services/indicators/`, one subject each.

"""
_AFTER = """
On the command line each code has `numerator`, `denominator`, `value`, `unit`, `missing`, `suppressed` and `previous`
(the value of the month before, as its report was signed where it was), and the keys named above beside them. `value`
is null when there is nothing to divide by. `by` breaks a number down: `type` (I-05), `field`, `urgency` and `scope`
(I-06), `field` and `field_share` in hundredths (I-07), `source` (I-20, I-20b, I-27), `source` and `purpose` of what
came, `spent_by_source`, `spent_by_purpose` and `remaining` by source (I-23), `refusal_reason` (I-24), `state` (I-25),
`policy_document` (I-26), `kind` (I-28). A code that ends in `b` is the second line of its indicator.

- **A month is a snapshot.** What is dated after its last day does not exist for it, whenever it was entered; today does
  not matter, so a month asked for before its end is told as of its last day. A deleted record is in no month.
- **A need's history** is read by (`on`, `id`), which is the same on every laptop, from the need's own `noted_on`. The
  state before a step is where the walk stands and not what the step says, so two courses of one need that met in a
  merge end it once, and the stock adds up for any history.
- **I-09** counts a need once for each way in which it ended in the month; the stock counts every step.
- **The first answer** is the earliest that is no stamp of a secretariat, from the answers themselves. A referral waits
  through the day on which it is withdrawn and no longer; withdrawn without a day, it never waited, and was still sent.
  I-12 leaves out what was withdrawn by the end of the month; I-13 takes every first answer of the month.
- **I-13** `missing` are the referrals without any answer, its `denominator` those that the median is of.
- **I-20** takes its activities from a table of sources (`SOURCES` in `activities.py`), which later kinds join. Minutes
  are those of a visit, and of a session its clock times or else its plan; nobody times a referral.
- **I-21** leaves out what was cancelled by the end of the month; what was done later than that is not done yet.
- **I-23** and **I-24** are told in million current rial, whatever unit was typed; sums are made of whole rials. The
  remainder may be below zero: more was spent than came, and the manager wrote why.
- **I-25** stands by the days of a plan and not by its state, which may be of a later month. A plan whose last day has
  passed still runs until it is judged. A deadline is the one that holds today, with its extensions.
- **I-27** tells no mean of fewer than ten scores, and then nothing of its halves either.
- **I-30** divides by the colleagues whose work has begun and not ended by the last day, I-30b by the facilitators among
  them. The open work is what the worklist tells on that day, with what was put off.
"""


def page() -> str:
    """The whole page."""
    return (
        f"{_BEFORE}| code | what | unit | beside it | definition |\n|---|---|---|---|---|\n{''.join(_rows())}{_AFTER}"
    )


def _rows() -> Iterator[str]:
    for one in DEFINITIONS.values():
        beside = "، ".join(f"`{number.name}` {number.title}" for number in one.beside)
        yield f"| {' | '.join((one.code, one.title, f'`{one.unit}`', beside, one.text))} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
