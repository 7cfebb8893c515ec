"""What the server writes down about itself: one JSON object a line, with codes and counts, and no name of anybody."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

LOG = logging.getLogger("tashilgar.province")
_TELLABLE = frozenset({
    "office", "device", "peer", "outcome", "code", "segments", "bytes", "status", "method", "route", "ms", "count",
    "error", "version", "address",
})  # fmt: skip
"""What a line may tell besides its event: ids, codes and counts. A field that is not here cannot slip into a log."""


class JsonLines(logging.Formatter):
    """Each record as one line; of an exception only its type and place, for its text may hold data."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            told["error"], told["place"] = record.exc_info[0].__name__, _place(record.exc_info[2])
        return json.dumps(told, ensure_ascii=True, default=str)


def tell(event: str, *, level: int = logging.INFO, failed: bool = False, **told: object) -> None:
    """One line: an event in a word or two, and its facts. `failed`: with the place of the exception at hand."""
    unknown = told.keys() - _TELLABLE
    if unknown:
        raise ValueError(f"not for the log: {sorted(unknown)}")
    LOG.log(level, event, extra={"told": told}, exc_info=failed)


def start_logging(stream: TextIO | None = None) -> None:
    """Lines go to standard error, where systemd and containers collect them."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    LOG.handlers[:] = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def _place(trace: Any) -> list[str]:
    """Files and lines from the outermost call to where it broke."""
    found = []
    while trace is not None:
        found.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-8:]
