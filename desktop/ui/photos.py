"""The photos of a record: thumbnails, a larger look, and adding one with the question whether a face can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.domain.attachment import ATTACHMENT
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.photos import Photo, add_photo, remove_photo
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import group
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.labels import muted, small
from desktop.ui.widgets.wording import label_of, listed, short

_THUMB = QSize(96, 72)
_LARGE = QSize(760, 560)
_ASKED = ("kind", "caption", "taken_on", "has_faces", "faces_agreed")


class PhotoStrip(QWidget):
    """Thumbnails with a button to add; a press on one shows it large."""

    add_wanted = Signal()
    open_wanted = Signal(object)  # Photo

    def __init__(self, photos: Sequence[Photo]) -> None:
        super().__init__()
        self.thumbs: list[QToolButton] = []
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(group(self.tr("عکس‌ها")), 1)
        self.add = icon_button("plus", self.tr("عکس تازه"), self.add_wanted.emit)
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
        name = photo_title(photo)
        made.setAccessibleName(name)
        made.setToolTip(name)
        picture = picture_of(photo)
        if picture is not None:
            aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            made.setIcon(QIcon(picture.scaled(_THUMB, aspect, smooth)))
        else:
            made.setText("…")
        made.clicked.connect(lambda _checked=False: self.open_wanted.emit(photo))
        return made


class PhotoDeeds:
    """Adding, seeing and removing the photos of one record."""

    def __init__(self, parts: Parts, widget: QWidget) -> None:
        self._parts, self._widget = parts, widget
        self._office = parts[0].office

    def choose(self, owner: Mapping[str, str]) -> None:
        """Asks for the file, then for what is to be known of it."""
        title = QCoreApplication.translate("Photos", "برگزیدن عکس")
        chosen, _filter = QFileDialog.getOpenFileName(self._widget, title, "", "*.jpg *.jpeg *.png *.webp")
        if chosen:
            self.add(owner, Path(chosen))

    def add(self, owner: Mapping[str, str], path: Path) -> FormDialog:
        """The form of a photo: what it shows, and whether a face can be seen on it."""
        translate = QCoreApplication.translate
        fields = {name: ATTACHMENT.fields[name] for name in _ASKED}
        fields["has_faces"] = replace(fields["has_faces"], required=True)
        title = translate("Photos", "عکس تازه")
        hint = translate("Photos", "جای گرفتن عکس و هر نشانی دیگر از پرونده پاک می‌شود.")
        dialog = FormDialog(
            self._widget.window(), title, fields, sources_of(self._parts[0]), translate("Photos", "ثبت عکس"), hint=hint
        )
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(title)
        shown = QPixmap(str(path))
        if not shown.isNull():
            aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture.setPixmap(shown.scaled(QSize(400, 150), aspect, smooth))
        held = dialog.frame.holder.layout()
        if held is not None:
            held.addWidget(picture)
        told = translate("Photos", "عکس ثبت شد.")

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return add_photo(work, owner, path.read_bytes(), given)

        name = FormName("attachment", owner_id=owner["owner_id"], form="photo")
        deed = Deed(act, lambda _row: told, lambda _saved: None)
        open_form(self._parts, dialog, name, {"kind": "place_photo", "has_faces": None}, deed)
        dialog.resize(dialog.width(), dialog.height() + 60)
        return dialog

    def show(self, photo: Photo) -> QDialog:
        """One photo, large, from where it can be removed."""
        shown = PhotoDialog(self._widget.window(), photo)
        shown.remove_wanted.connect(partial(self._remove, shown, photo))
        shown.open()
        return shown

    def _remove(self, shown: QDialog, photo: Photo) -> None:
        translate = QCoreApplication.translate
        told = translate("Photos", "عکس برداشته شد.")

        def done(saved: Saved[Any]) -> None:
            shown.accept()
            tell_saved(self._widget, self._parts[1], self._office, told, saved.changes)

        photo_id = str(photo.row["id"])
        self._parts[1].change(lambda _progress: save(self._office, lambda work: remove_photo(work, photo_id)), done)


class PhotoDialog(QDialog):
    """Escape closes."""

    remove_wanted = Signal()

    def __init__(self, parent: QWidget, photo: Photo) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(photo_title(photo))
        picture, found = QLabel(), picture_of(photo)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(photo_title(photo))
        if found is not None:
            aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture.setPixmap(found.scaled(_LARGE, aspect, smooth))
        else:
            picture.setText(self.tr("این عکس هنوز به این رایانه نرسیده است."))
        lower = QHBoxLayout()
        lower.addWidget(muted(photo_title(photo)))
        lower.addStretch(1)
        lower.addWidget(button(self.tr("برداشتن عکس"), self.remove_wanted.emit, icon_name="trash-2", look="danger"))
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 18, 18, 16)
        inside.setSpacing(12)
        inside.addWidget(picture, 1)
        inside.addLayout(lower)


def picture_of(photo: Photo) -> QPixmap | None:
    """The picture itself; None while it has not come to this laptop."""
    made = QPixmap()
    return made if photo.content is not None and made.loadFromData(photo.content) else None


def photo_title(photo: Photo) -> str:
    """What a photo is called: its caption, else its sort, and its day."""
    row = photo.row
    day = short(row["taken_on"]) if row["taken_on"] else ""
    return listed((row["caption"] or label_of("attachment_kind", row["kind"]), day))
