"""Every printable is to be seen in the documents."""

from __future__ import annotations

from PIL import Image

from desktop.reports.catalogue import PRINTABLES
from devtools.printables_page import FOLDER, PAGE, page

ANEW = "python -m devtools.printables_page"


def test_each_printable_has_its_picture_and_stands_on_the_page() -> None:
    assert PAGE.read_text("utf-8") == page(), ANEW
    pictures = {file.stem: file for file in FOLDER.glob("*.png")}
    assert set(pictures) == set(PRINTABLES), ANEW
    for name, file in pictures.items():
        with Image.open(file) as picture:
            assert picture.width >= 400, name
            assert len(picture.convert("L").getcolors() or ()) > 3, name  # a page with something on it
    assert sum(file.stat().st_size for file in pictures.values()) <= 3_000_000
