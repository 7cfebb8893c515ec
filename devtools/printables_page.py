"""`docs/printables/`: a picture of each printable, of a fictional office: `python -m devtools.printables_page`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from desktop.reports.catalogue import PRINTABLES

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "printables"
PAGE = FOLDER / "README.md"
_WIDTH = 620
_COLOURS = 48
_BEFORE = """# The printables

The first page of each, made of a fictional office by `python -m devtools.printables_page`; a test asks whether none is
missing. How the next one is written tells [printables.md](../printables.md).
"""


def page() -> str:
    """The page as it must be."""
    parts = [f"## {title}\n\n`{name}`\n\n![{title}]({name}.png)\n" for name, title in PRINTABLES.items()]
    return "\n".join([_BEFORE, *parts])


def draw() -> None:
    """The pictures; those of printables that are no more go."""
    from PIL import Image

    from desktop.services.demo.drafts import DemoWords
    from desktop.services.demo.make import make_demo
    from desktop.store.key_slots import Cost
    from desktop.store.office_file import OfficeFolder
    from desktop.store.office_opening import open_office
    from desktop.ui.paper_shots import paper_pictures
    from desktop.ui.shots import last_month
    from desktop.ui.tour import CODE

    with tempfile.TemporaryDirectory() as made:
        folder = OfficeFolder(Path(made) / "office")
        (user, *_others) = make_demo(folder, DemoWords(residents=600, until=last_month()), Cost(1024, 1, 1)).users
        office = open_office(folder, user["user"], user["password"])
        for old in FOLDER.glob("*.png"):
            old.unlink()
        for name, pages in paper_pictures(office, _WIDTH, CODE):
            shown = pages[0]
            picture = Image.frombytes(
                "RGB", (shown.width(), shown.height()), bytes(shown.constBits()), "raw", "RGB", shown.bytesPerLine()
            )
            picture.quantize(_COLOURS).save(FOLDER / f"{name}.png", optimize=True)
        office.close()


def main() -> int:
    """Pictures and page."""
    FOLDER.mkdir(exist_ok=True)
    draw()
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
