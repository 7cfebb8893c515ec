"""What narrows a list: chips and boxes, and the ones that a declaration gives by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from desktop.domain.kinds import KINDS
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.wording import grouped, label_of, labels_of, said

ALL = ""
MANY_BOXES, _FEW_LETTERS = 3, 8  # boxes that share the line beside the search


@dataclass(frozen=True)
class Filter:
    """One row of chips, or a box, that narrows the list. The first choice stands at the beginning."""

    name: str
    title: str
    choices: Sequence[tuple[str, str]]  # key and text; the key "" keeps all
    optional: bool = False  # chips none of which need be chosen
    in_box: bool = False
    below: int = 0  # the line under the search in which it stands; 0: beside the search
    records: bool = False  # of a box: besides its choices the records that the counts name


def states_filter(kind: str, states: Sequence[str]) -> Filter:
    """Chips of the states of a kind, all at first."""
    codes = KINDS[kind].fields[KINDS[kind].state].codes
    everything = QCoreApplication.translate("RecordList", "همه")
    chips = [(ALL, everything), *((state, label_of(codes, state)) for state in states)]
    return Filter("state", QCoreApplication.translate("RecordList", "وضعیت"), chips)


def codes_filter(kind: str, name: str, every: str) -> Filter:
    """A box with every code of a field; `every` says that none is chosen."""
    about = KINDS[kind].fields[name]
    return Filter(name, said(about.label), [(ALL, every), *labels_of(about.codes).items()], in_box=True)


def made_filter(one: Filter, others: Sequence[Filter]) -> ChipRow | QComboBox:
    """The widget of a filter; `others` are all of its list."""
    if one.in_box:
        box = QComboBox()
        box.setAccessibleName(one.title)
        if sum(other.in_box for other in others) >= MANY_BOXES:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_FEW_LETTERS)
        else:
            box.setMinimumWidth(170)
        for key, text in one.choices:
            box.addItem(text, key)
        return box
    beside = one.below and sum(other.below == one.below for other in others) > 1
    chips = ChipRow(one.choices, one.title, clearable=one.optional, in_line=bool(beside))
    if not one.optional:
        chips.choose([one.choices[0][0]])
    return chips


def with_count(text: str, number: int) -> str:
    """The text of a choice with how many it would leave."""
    return f"{text}  {grouped(number)}"


def choice_of(shown: ChipRow | QComboBox) -> str:
    """The key that is chosen, "" for none."""
    return (shown.choice() or "") if isinstance(shown, ChipRow) else str(shown.currentData() or "")
