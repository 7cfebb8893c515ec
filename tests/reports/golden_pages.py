"""What the first page of every printable says and looks like. `python -m tests.reports.golden_pages` writes it anew."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.reports.pdf_reading import page_image, page_texts

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
TEXTS = GOLDEN / "first_pages.txt"
PICTURED = (
    "guidance_sheet", "household_card", "month_comparison", "needs_register", "programme_poster_a3", "recovery_sheet",
    "referral_letter", "year_trend",
)  # fmt: skip
"""Printables whose pictures no other test of this room compares."""
_WIDTH = 400


def first_texts(papers: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The lines of each first page, with one space where there are several and without empty ones."""
    pages = {name: page_texts(pdf)[0].splitlines() for name, pdf in papers.items()}
    return {name: [said for line in lines if (said := " ".join(line.split()))] for name, lines in pages.items()}


def golden_texts() -> dict[str, list[str]]:
    """The same as it was found right."""
    found: dict[str, list[str]] = {}
    for part in TEXTS.read_text("utf-8").split("\n\n"):
        name, *lines = part.strip().split("\n")
        found[name.removeprefix("# ")] = lines
    return found


def difference(name: str, pdf: bytes) -> float:
    """How far the first page is from its golden picture: 0 is the same, 255 black for white."""
    picture = _picture(pdf)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert picture.size == golden.size, name
        return float(ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0])


def _picture(pdf: bytes) -> Image.Image:
    return page_image(pdf, 0, _WIDTH / page_image(pdf).width)


def keep_picture(name: str, pdf: bytes) -> None:
    """The golden picture of a paper from now on; look at it first."""
    _picture(pdf).quantize(16).save(GOLDEN / f"{name}.png", optimize=True)


def main() -> int:
    """Writes texts and pictures as they are now; look at them before you keep them."""
    from tests.reports.test_printables import all_papers

    papers = all_papers()
    parts = ["\n".join([f"# {name}", *lines]) for name, lines in sorted(first_texts(papers).items())]
    TEXTS.write_text("\n\n".join(parts) + "\n", "utf-8")
    for name in PICTURED:
        keep_picture(name, papers[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
