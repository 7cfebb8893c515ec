"""Photos, logos and codes on paper. Lengths are points."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.reports.layout.edge import Flowable, ImageReader
from desktop.reports.layout.lines import break_lines
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_qr
from desktop.reports.layout.structure import figure
from desktop.reports.layout.style import HAIRLINE, MUTED, Align, TextStyle

_CAPTION: Final = TextStyle(size=8.5, colour=MUTED, align=Align.CENTRE, leading=13.5)
_DOTS: Final = 200 / 72  # dots of a point on paper; more is not seen and makes the file heavy
_QUALITY: Final = 85
_GAP: Final = 9.0


class BrokenPictureError(ValueError):
    """Bytes that are no JPEG or PNG picture, or one too large to open."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG. `alternative` says in words what is to be seen, for whoever does not see it; `caption` is printed.

    `grey` prints it without colours.
    """

    content: bytes
    alternative: str
    caption: str = ""
    grey: bool = False

    def size_in(self, width: float, height: float) -> tuple[float, float]:
        """The greatest size inside a box that keeps its proportions. Raises BrokenPictureError."""
        wide, high = _upright(self.content).size
        scale = min(width / wide, height / high)
        return wide * scale, high * scale


@lru_cache(4)
def _upright(content: bytes) -> Image.Image:
    """The picture as the camera was held, on white where it is transparent, without what a camera writes beside it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as given:
                shown = ImageOps.exif_transpose(given)
                if shown.mode == "L":
                    return shown
                shown = shown.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BrokenPictureError("not a JPEG or PNG picture") from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise BrokenPictureError("a picture too large to open") from error
    ground = Image.new("RGB", shown.size, "white")
    ground.paste(shown, mask=shown.getchannel("A"))
    return ground


def draw_picture(canvas: Any, picture: Picture, x: float, y: float, width: float, height: float) -> None:
    """Draws it in the middle of the box whose lower left corner is (x, y). Raises BrokenPictureError."""
    wide, high = picture.size_in(width, height)
    shown = _upright(picture.content)
    most = (max(1, round(wide * _DOTS)), max(1, round(high * _DOTS)))
    if shown.width > most[0]:
        shown = shown.resize(most, Image.Resampling.LANCZOS)
    if picture.grey:
        shown = shown.convert("L")
    stored = io.BytesIO()
    if picture.content.startswith(b"\xff\xd8"):
        shown.save(stored, "JPEG", quality=_QUALITY, optimize=True)
    else:
        shown.save(stored, "PNG")
    stored.seek(0)
    canvas.drawImage(ImageReader(stored), x + (width - wide) / 2, y + (height - high) / 2, wide, high)


class Pictures(Flowable):
    """Pictures side by side from the right, each in its proportions and with its caption; rows go on over pages.

    No picture is higher than `most_high`. Raises BrokenPictureError when it is wrapped.
    """

    def __init__(self, pictures: Sequence[Picture], per_row: int = 1, most_high: float = 240) -> None:
        super().__init__()
        self.pictures, self.per_row, self.most_high = pictures, per_row, most_high
        self._rows: list[tuple[float, float]] = []  # height of the pictures, height of the captions

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    @property
    def _cell(self) -> float:
        return (self.width - _GAP * (self.per_row - 1)) / self.per_row

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self._rows = available_width, []
        for at in range(0, len(self.pictures), self.per_row):
            row = self.pictures[at : at + self.per_row]
            lines = max(len(break_lines(one.caption, _CAPTION, self._cell)) if one.caption else 0 for one in row)
            high = max(one.size_in(self._cell, self.most_high)[1] for one in row)
            self._rows.append((high, lines * _CAPTION.line_height + (3 if lines else 0)))
        self.height = sum(map(sum, self._rows)) + _GAP * max(len(self._rows) - 1, 0)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Pictures]:
        """Two blocks, cut between rows."""
        self.wrap(available_width, available_height)
        used, fit = 0.0, 0
        while fit < len(self._rows) and used + sum(self._rows[fit]) <= available_height + 1e-6:
            used += sum(self._rows[fit]) + _GAP
            fit += 1
        cut = fit * self.per_row
        if not 0 < cut < len(self.pictures):
            return []
        return [Pictures(part, self.per_row, self.most_high) for part in (self.pictures[:cut], self.pictures[cut:])]

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        top = self.height
        for number, (high, captions) in enumerate(self._rows):
            right = self.width
            for picture in self.pictures[number * self.per_row : (number + 1) * self.per_row]:
                left = right - self._cell
                wide, tall = picture.size_in(self._cell, high)
                edge, foot = (left + right - wide) / 2, top - tall
                with figure(self.canv, picture.alternative, edge, foot, wide, tall):
                    draw_picture(self.canv, picture, edge, foot, wide, tall)
                draw_box(self.canv, edge, foot, wide, tall, BoxLook(None, HAIRLINE))
                if picture.caption:
                    lines = break_lines(picture.caption, _CAPTION, self._cell)
                    draw_block(self.canv, lines, left, right, foot - 3, _CAPTION)
                right = left - _GAP
            top -= high + captions + _GAP


class QrCode(Flowable):
    """A square code that a telephone reads, in the middle, with what it says in words below it."""

    def __init__(self, text: str, caption: str = "", size: float = 85) -> None:
        super().__init__()
        self.text, self.caption, self.side = text, caption, size

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        lines = len(break_lines(self.caption, _CAPTION, available_width)) if self.caption else 0
        self.width, self.height = available_width, self.side + lines * _CAPTION.line_height + (3 if lines else 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        left, low = (self.width - self.side) / 2, self.height - self.side
        with figure(self.canv, f"رمزینه: {self.text}", left, low, self.side, self.side):
            draw_qr(self.canv, self.text, left, low, self.side)
        if self.caption:
            lines = break_lines(self.caption, _CAPTION, self.width)
            draw_block(self.canv, lines, 0, self.width, self.height - self.side - 3, _CAPTION)
