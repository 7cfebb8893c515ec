"""A small dialog over a record: what it asks, what stands there first, and what comes of it in one commit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.fields import About
from desktop.services.kept_drafts import FormName
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.form_kit import Form, Sources


@dataclass(frozen=True)
class Asking:
    """What a step of a record, or another deed over it, asks."""

    name: str  # what a draft of it is kept under
    title: str
    fields: Mapping[str, About]
    shown: Mapping[str, object]
    act: Callable[[UnitOfWork, Mapping[str, Any]], str]  # answers the sentence afterwards
    only: Mapping[str, Collection[str]] = field(default_factory=dict)  # code list → those to choose from here
    follow: Callable[[Form], object] | None = None  # shows and hides fields as the answers change
    hint: str | None = None
    seen: int | None = None  # the log's last line when what it is about was read; None: when it opens


def ask(
    widget: QWidget,
    parts: Parts,
    of: tuple[str, str],
    asking: Asking,
    *,
    done: Callable[[], object] = lambda: None,
    sources: Sources | None = None,
) -> FormDialog:
    """Opens the dialog over the window of `widget`.

    `of`: kind and id of the record. `sources`: what can be chosen, where it is not all that the office has.
    """
    found = sources or sources_of(parts[0])
    codes = {name: {key: found.codes[name][key] for key in keys} for name, keys in asking.only.items()}
    cut = replace(found, codes={**found.codes, **codes})
    save = QCoreApplication.translate("Steps", "ثبت گام")
    dialog = FormDialog(widget.window(), asking.title, asking.fields, cut, save, hint=asking.hint)

    deed = Deed(asking.act, str, lambda _saved: done(), asking.seen)
    open_form(parts, dialog, FormName(*of, asking.name), asking.shown, deed)
    if asking.follow is not None:
        _follow(dialog, asking.follow)
    return dialog


def _follow(dialog: FormDialog, follow: Callable[[Form], object]) -> None:
    def fit() -> None:
        follow(dialog.form)
        dialog.fit()

    fit()
    dialog.form.changed.connect(fit)
