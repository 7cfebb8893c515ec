"""The hour of a meeting or session."""

from __future__ import annotations

import datetime as dt
import re

from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.text import clean
from desktop.domain.problems import Refusal

_TIME = re.compile(r"(\d{1,2})(?: ?[:٫.] ?(\d{2})(?::00)?)?|(\d{2})(\d{2})", re.ASCII)


def read_time(text: str) -> dt.time:
    """An hour as typed: «۱۰:۳۰», «9:05», «1030» or just «۱۰»."""
    found = _TIME.fullmatch(to_ascii(clean(text)))
    if found is None:
        raise Refusal("bad_time")
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if hour > 23 or minute > 59:
        raise Refusal("bad_time")
    return dt.time(hour, minute)


def short_time(t: dt.time) -> str:
    """An hour for screen and paper: «۱۰:۳۰»."""
    return to_persian(f"{t.hour:02}:{t.minute:02}")
