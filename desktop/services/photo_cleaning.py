"""A photo without anything but its picture: no place, no hour, no camera, no thumbnail of what was cut away (G-19)."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Final

from desktop.domain.attachment import MOST_BYTES
from desktop.domain.problems import RefusedError

MIME: Final = "image/jpeg"
LONGEST_SIDE: Final = 2000  # pixels; enough for a page of A4
_QUALITY: Final = 86
_MOST_READ: Final = 60 * 1024 * 1024  # bytes of a file that is looked at at all


def cleaned(content: bytes) -> bytes:
    """The bare picture as JPEG, upright and of a size for paper; refused when the file is no photo.

    It is painted anew on an empty ground, so that nothing which the file tells beside the picture can come along.
    """
    if len(content) > _MOST_READ:
        raise RefusedError.of("file_name", "photo_too_large")
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as given:
                upright = ImageOps.exif_transpose(given).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombWarning) as error:
        raise RefusedError.of("file_name", "not_a_photo") from error
    except Image.DecompressionBombError as error:
        raise RefusedError.of("file_name", "photo_too_large") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size, "white")  # a transparent logo stands on paper, not on black
    bare.paste(upright, mask=upright.getchannel("A"))
    written = BytesIO()
    bare.save(written, "JPEG", quality=_QUALITY, optimize=True)
    if written.tell() > MOST_BYTES:
        raise RefusedError.of("file_name", "photo_too_large")
    return written.getvalue()
