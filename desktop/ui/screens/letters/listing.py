"""The register of letters, in and out, with its search, chips and boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.kinds import KINDS
from desktop.services.letter_views import UNANSWERED, LetterQuery, letter_counts, letter_entries, letter_page
from desktop.store.rows import Rows
from desktop.ui.list_filters import ALL, Filter, codes_filter
from desktop.ui.list_source import Counts, ListQuery
from desktop.ui.photos import SHOWS_PHOTOS
from desktop.ui.record_list import Listing
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, label_of, labels_of, said, short

_FIELDS = KINDS["letter"].fields
_YEARS = 6
KIND_TONES: Final[dict[str, Tone]] = {"referral": "primary", "reminder": "warn", "thanks": "ok"}


def shown_number(letter: Any) -> str:
    """A letter's number as it is read on the screen."""
    return digits(letter["number"])


def kind_text(letter: Any) -> str:
    """What sort of letter it is; of those that came in, that they did."""
    return (
        label_of("letter_direction", "in") if letter["direction"] == "in" else label_of("letter_kind", letter["kind"])
    )


def kind_tone(letter: Any) -> Tone:
    return "info" if letter["direction"] == "in" else KIND_TONES.get(letter["kind"], "muted")


def state_text(letter: Any) -> str:
    """Whether it waits for an answer, was printed, or is still only written."""
    if letter["unanswered"]:
        return QCoreApplication.translate("Letters", "بی‌پاسخ")
    if letter["direction"] == "in":
        return QCoreApplication.translate("Letters", "ثبت‌شده")
    if letter["printed_at"]:
        return QCoreApplication.translate("Letters", "چاپ‌شده")
    return QCoreApplication.translate("Letters", "چاپ‌نشده")


def state_tone(letter: Any) -> Tone:
    if letter["unanswered"]:
        return "warn"
    return "ok" if letter["printed_at"] else "muted"


class LetterSource:
    """Letters are narrowed by year and by whether anybody answered."""

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        return letter_entries(rows, _query_of(query))

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        return letter_page(rows, entries)

    def counts(self, rows: Rows, query: ListQuery) -> Counts:
        zeros = {("direction", "out"): 0, ("direction", "in"): 0}
        return {**zeros, **letter_counts(rows, _query_of(query))}

    def jump(self, _rows: Rows, _typed: str) -> int | None:
        return None

    def forget(self) -> None:
        """Nothing is kept here."""


def letter_listing(new: Callable[[], object], this_year: int) -> Listing:
    """The register, the newest letter first."""
    translate = QCoreApplication.translate
    none = EmptyState(
        "send",
        translate("Letters", "هنوز نامه‌ای ثبت نشده است"),
        translate("Letters", "نامهٔ ارجاع از پنجرهٔ نیاز نوشته می‌شود؛ نامه‌های دیگر و رسیده‌ها از همین‌جا."),
        (translate("Letters", "نامهٔ تازه"), new),
    )
    return Listing(
        kind="letter",
        columns=_columns(),
        search=translate("Letters", "شماره، موضوع یا شمارهٔ فرستنده…"),
        unit=translate("Letters", "نامه"),
        none=none,
        filters=_filters(this_year),
        droppable=("kind", "date", "agency"),
        shows=frozenset({"referral", "agency_response", "letter_referral", "organization"}) | SHOWS_PHOTOS,
        remembered="list-letters",
    )


def _query_of(asked: ListQuery) -> LetterQuery:
    chosen = asked.chosen
    return LetterQuery(
        typed=asked.typed,
        direction=chosen["direction"],
        kind=chosen["kind"],
        agency=chosen["agency"],
        year=chosen["year"],
        unanswered=bool(chosen["unanswered"]),
        order_by=asked.order_by,
        descending=asked.descending,
    )


def _columns() -> list[Column]:
    def title(name: str) -> str:
        return said(_FIELDS[name].label)

    state = QCoreApplication.translate("Letters", "وضع")
    return [
        Column(key="number", title=title("number"), text=shown_number, width=158),
        Column(key="date", title=title("date"), text=lambda r: short(r["date"]), width=106, sort_key="date"),
        Column(key="subject", title=title("subject"), text=lambda r: r["subject"], width=0, sort_key="subject"),
        Column(
            key="agency", title=title("to_org_id"), text=lambda r: r["to_org_id_title"] or "—", width=170, muted=True
        ),
        Column(key="kind", title=title("kind"), text=kind_text, width=92, tone=kind_tone),
        Column(key="state", title=state, text=state_text, width=98, tone=state_tone),
    ]


def _filters(this_year: int) -> list[Filter]:
    translate = QCoreApplication.translate
    directions = [(ALL, translate("Letters", "همه")), *labels_of("letter_direction").items()]
    agencies = [(ALL, translate("Letters", "همهٔ دستگاه‌ها"))]
    years = [(ALL, translate("Letters", "همهٔ سال‌ها"))]
    years += [(str(year), digits(str(year))) for year in range(this_year, this_year - _YEARS, -1)]
    waiting = [(UNANSWERED, translate("Letters", "بی‌پاسخ"))]
    return [
        codes_filter("letter", "kind", translate("Letters", "همهٔ گونه‌ها")),
        Filter("agency", said(_FIELDS["to_org_id"].label), agencies, in_box=True, records=True),
        Filter("year", translate("Letters", "سال"), years, in_box=True),
        Filter("direction", said(_FIELDS["direction"].label), directions, below=1),
        Filter("unanswered", translate("Letters", "بی‌پاسخ"), waiting, optional=True, below=1),
    ]
