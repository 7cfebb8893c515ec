"""The photos and papers of a record: thumbnails, a larger look, and adding one with the question who can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.domain.attachment import ATTACHMENT, PAPER, PDF, SeenDraft
from desktop.domain.fields import About, Input
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.photos import Owner, Photo, add_photo, change_photo, may_attach, people_who_agree, remove_photo
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.paper import Paper, show_paper
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.sources import sources_of
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import group
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import label, muted, small
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.wording import label_of, listed, retold, short

SHOWS_PHOTOS = frozenset({"attachment", "attachment_person", "consent"})
"""Kinds after whose change the photos of a record may be others."""
_THUMB = QSize(96, 72)
_PAPER_ICON = QSize(40, 40)
_LARGE = QSize(760, 560)
_ABOVE = QSize(400, 120)  # of the picture over its form
_MOST_PEOPLE = 60  # offered at once
_OF_PAPER = ("caption", "taken_on")
_OF_PHOTO = ("kind", "caption", "taken_on", "has_faces", "faces_agreed")


class PhotoStrip(QWidget):
    """Thumbnails with a button to add; a press on one shows it large."""

    add_wanted = Signal()
    open_wanted = Signal(object)  # Photo

    def __init__(self, photos: Sequence[Photo]) -> None:
        super().__init__()
        self.thumbs: list[QToolButton] = []
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(group(self.tr("عکس‌ها و برگه‌ها")), 1)
        self.add = icon_button("plus", self.tr("عکس یا برگهٔ تازه"), self.add_wanted.emit)
        head.addWidget(self.add)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(head)
        if not photos:
            told = self.tr("عکس از مکان، بی‌نام و بی‌نشانی. چهرهٔ افراد تنها با رضایت خودشان.")
            inside.addWidget(small(told, wrap=True))
            return
        holder = QWidget()
        flow = FlowLayout(holder, 6)
        for photo in photos:
            made = self._thumb(photo)
            flow.addWidget(made)
            self.thumbs.append(made)
        inside.addWidget(holder)

    def _thumb(self, photo: Photo) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "ghost")
        made.setIconSize(_THUMB)
        made.setFixedSize(_THUMB.width() + 10, _THUMB.height() + 10)
        name = listed((photo_title(photo), *(entry_title(name) for _id, name in photo.people)))
        made.setAccessibleName(name)
        made.setToolTip(name)
        picture = picture_of(photo, _THUMB)
        if picture is not None:
            made.setIcon(QIcon(picture))
        elif _is_pdf(photo):
            made.setIcon(icon("file-text", "primary"))
            made.setIconSize(_PAPER_ICON)
        else:
            made.setText("…")
        made.clicked.connect(lambda _checked=False: self.open_wanted.emit(photo))
        return made


class PhotoDeeds:
    """Adding, seeing, changing and removing the photos and papers of one record."""

    def __init__(self, parts: Parts, widget: QWidget) -> None:
        self._parts, self._widget = parts, widget
        self._office = parts[0].office

    def strip(self, kind: str, record_id: str, photos: Sequence[Photo]) -> PhotoStrip | None:
        """The thumbnails of a record, ready to be pressed; None where nothing is attached, or not for this role."""
        if not may_attach(self._office.actor.role, kind):
            return None
        owner, made = {"owner_kind": kind, "owner_id": record_id}, PhotoStrip(photos)
        made.add_wanted.connect(lambda: self.choose(owner))
        made.open_wanted.connect(self.show)
        return made

    def choose(self, owner: Owner) -> None:
        """Asks for the file, then for what is to be known of it."""
        translate = QCoreApplication.translate
        title, sort = translate("Photos", "برگزیدن عکس یا برگه"), translate("Photos", "عکس و PDF")
        endings = "*.jpg *.jpeg *.png *.webp *.pdf"
        chosen, _filter = QFileDialog.getOpenFileName(self._widget, title, "", f"{sort} ({endings})")
        if chosen:
            self.add(owner, Path(chosen))

    def add(self, owner: Owner, path: Path) -> FormDialog:
        """The form of a photo: what it shows, and who can be seen on it."""
        translate = QCoreApplication.translate
        is_paper = path.suffix.lower() == ".pdf"
        title = translate("Photos", "برگهٔ تازه") if is_paper else translate("Photos", "عکس تازه")
        dialog = self._form(title, QPixmap(str(path)), is_paper)
        told = translate("Photos", "برگه ثبت شد.") if is_paper else translate("Photos", "عکس ثبت شد.")
        preset: dict[str, object] = {"kind": PAPER, "has_faces": False} if is_paper else {}

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return add_photo(work, owner, path.read_bytes(), {**given, **preset})

        name = FormName("attachment", owner_id=owner["owner_id"], form="photo")
        deed = Deed(act, lambda _row: told, lambda _saved: None, preset=preset)
        self._open(dialog, name, {"kind": "place_photo", "has_faces": None}, deed)
        return dialog

    def edit(self, photo: Photo) -> FormDialog:
        """The same form for a photo that is there already."""
        translate = QCoreApplication.translate
        photo_id, is_paper = str(photo.row["id"]), photo.row["mime"] == PDF
        dialog = self._form(photo_title(photo), picture_of(photo) or QPixmap(), is_paper)
        told = translate("Photos", "تغییر ثبت شد.")

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return change_photo(work, photo_id, given)

        people = [{"person_id": person_id} for person_id, _name in photo.people]
        deed = Deed(act, lambda _row: told, lambda _saved: None)
        name = FormName("attachment", record_id=photo_id, form="photo")
        self._open(dialog, name, {**photo.row, "people": people}, deed)
        return dialog

    def show(self, photo: Photo) -> QDialog | None:
        """One photo, large, from where it is changed and removed; a paper with all its pages."""
        shown = PhotoDialog(self._widget.window(), photo)
        shown.remove_wanted.connect(partial(self._remove, shown, photo))
        shown.edit_wanted.connect(partial(self._change, shown, photo))
        shown.pages_wanted.connect(partial(self._show_pages, photo))
        shown.open()
        return shown

    def _form(self, title: str, picture: QPixmap, is_paper: bool) -> FormDialog:
        translate = QCoreApplication.translate
        asked = _OF_PAPER if is_paper else _OF_PHOTO
        fields = {**{name: ATTACHMENT.fields[name] for name in asked}, **({} if is_paper else {"people": _seen()})}
        if not is_paper:
            fields["has_faces"] = replace(fields["has_faces"], required=True)
            fields["faces_agreed"] = fields.pop("faces_agreed")  # asked after the names
        hint = translate("Photos", "جای گرفتن عکس و هر نشانی دیگر از پرونده پاک می‌شود.")
        sources = sources_of(self._parts[0])
        sources = replace(sources, choices={**sources.choices, "person_id": self._people})
        dialog = FormDialog(self._widget.window(), title, fields, sources, translate("Photos", "ثبت"), hint=hint)
        if not picture.isNull():
            _put_above(dialog, picture, title)
        if not is_paper:
            dialog.form.changed.connect(partial(_ask_who, dialog))
        return dialog

    def _open(self, dialog: FormDialog, name: FormName, values: Mapping[str, object], deed: Deed) -> None:
        open_form(self._parts, dialog, name, values, deed)
        _ask_who(dialog)

    def _people(self, typed: str) -> list[Choice]:
        with self._office.read() as rows:
            found = people_who_agree(rows, typed, _MOST_PEOPLE)
        return [(person_id, entry_title(title), retold(detail)) for person_id, title, detail in found]

    def _change(self, shown: QDialog, photo: Photo) -> None:
        shown.accept()
        self.edit(photo)

    def _show_pages(self, photo: Photo) -> None:
        content, title = photo.content, photo_title(photo)
        if content is not None:
            show_paper(self._widget, self._parts[1], Paper(title, str(photo.row["file_name"]), lambda: content))

    def _remove(self, shown: QDialog, photo: Photo) -> None:
        translate = QCoreApplication.translate
        told = translate("Photos", "برگه برداشته شد.") if _is_pdf(photo) else translate("Photos", "عکس برداشته شد.")

        def done(saved: Saved[Any]) -> None:
            shown.accept()
            tell_saved(self._widget, self._parts[1], self._office, told, saved.changes)

        photo_id = str(photo.row["id"])
        self._parts[1].change(saving(self._office, lambda work: remove_photo(work, photo_id)), done)


def _seen() -> About:
    """Asked beside the fields of a photo that shows faces; each answer is an `attachment_person`."""
    return About(
        label=QCoreApplication.translate("Photos", "چه کسانی پیدا هستند"),
        input=Input.ROWS,
        of=SeenDraft,
        required=True,
        help=QCoreApplication.translate(
            "Photos", "تنها کسانی یافته می‌شوند که رضایت «عکس» داده‌اند؛ رضایت را در پروندهٔ خود فرد ثبت کنید."
        ),
    )


def _put_above(dialog: FormDialog, picture: QPixmap, name: str) -> None:
    """The picture that the form asks about, above its fields."""
    shown = QLabel()
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setAccessibleName(name)
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    shown.setPixmap(picture.scaled(_ABOVE, aspect, smooth))
    held = dialog.frame.holder.layout()
    if isinstance(held, QVBoxLayout):
        held.insertWidget(0, shown)


def _ask_who(dialog: FormDialog) -> None:
    """Names are asked where a face can be seen."""
    if "people" not in dialog.form.values():
        return
    seen = dialog.form.field("has_faces").value() is True
    for name in ("people", "faces_agreed"):
        dialog.form.show_field(name, seen)
    dialog.fit()


class PhotoDialog(QDialog):
    """The picture, and who can be seen on it. Escape closes."""

    remove_wanted = Signal()
    edit_wanted = Signal()
    pages_wanted = Signal()

    def __init__(self, parent: QWidget, photo: Photo) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(photo_title(photo))
        picture, found = QLabel(), picture_of(photo)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(photo_title(photo))
        if found is not None:
            picture.setPixmap(found)
        else:
            missing = self.tr("این عکس هنوز به این رایانه نرسیده است.")
            picture.setText(missing if photo.content is None else self.tr("برگه در پنجرهٔ خودش باز می‌شود."))
        self.people = label("", wrap=True)
        names = listed(entry_title(name) for _id, name in photo.people)
        self.people.setText(self.tr("در عکس: {names}").format(names=names) if names else "")
        self.people.setVisible(bool(names))
        lower = QHBoxLayout()
        lower.addWidget(muted(photo_title(photo)))
        lower.addStretch(1)
        if _is_pdf(photo) and photo.content is not None:
            lower.addWidget(button(self.tr("دیدن برگه‌ها"), self.pages_wanted.emit, icon_name="file-text"))
        lower.addWidget(button(self.tr("ویرایش"), self.edit_wanted.emit, icon_name="pencil"))
        lower.addWidget(button(self.tr("برداشتن"), self.remove_wanted.emit, icon_name="trash-2", look="danger"))
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 18, 18, 16)
        inside.setSpacing(12)
        inside.addWidget(picture, 1)
        inside.addWidget(self.people)
        inside.addLayout(lower)


def picture_of(photo: Photo, within: QSize = _LARGE) -> QPixmap | None:
    """The picture no larger than `within`; None for a paper, and while it has not come to this laptop.

    It is read at the size at which it is shown: a list of photos waits for none of them.
    """
    if photo.content is None or _is_pdf(photo):
        return None
    held = QBuffer()
    held.setData(photo.content)
    reader = QImageReader(held)
    size = reader.size()
    if size.width() > within.width() or size.height() > within.height():
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio))
    read = reader.read()
    return None if read.isNull() else QPixmap.fromImage(read)


def _is_pdf(photo: Photo) -> bool:
    return bool(photo.row["mime"] == PDF)


def photo_title(photo: Photo) -> str:
    """What a photo is called: its caption, else its sort, and its day."""
    row = photo.row
    day = short(row["taken_on"]) if row["taken_on"] else ""
    return listed((row["caption"] or label_of("attachment_kind", row["kind"]), day))
