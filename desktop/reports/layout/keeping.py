"""What must not part at a page's end: a heading and the beginning of what it heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reports.layout.edge import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer
from desktop.reports.layout.paragraph import Paragraph

_SLACK = 1e-6


class Kept(Flowable):
    """Leading blocks on one page with the beginning of `body`, or with all of it when it is `whole`. Points."""

    def __init__(self, leading: Sequence[Flowable], body: Flowable, *, whole: bool = False) -> None:
        super().__init__()
        self.leading, self.body, self.whole = list(leading), body, whole
        self._tops: list[float] = []

    @property
    def _blocks(self) -> list[Flowable]:
        return [*self.leading, self.body]

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return self.leading[0].getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return self.body.getSpaceAfter()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As wide as the frame; gaps between the blocks are those of the page."""
        used, gap, self._tops = 0.0, 0.0, []
        for number, block in enumerate(self._blocks):
            used += max(gap, block.getSpaceBefore()) if number else 0
            self._tops.append(used)
            used += block.wrapOn(self.canv, available_width, available_height - used)[1]
            gap = block.getSpaceAfter()
        self.width, self.height = available_width, used
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The leading blocks with as much of the body as fits; nothing stays here when none of it does."""
        self.wrap(available_width, available_height)
        room = available_height - self._tops[-1]
        frame = getattr(self, "_frame", None)
        if not self.whole and room > 0:
            vars(self.body).update(canv=self.canv, _frame=frame)
            parts = self.body.split(available_width, room)
            if parts and parts[0].wrapOn(self.canv, available_width, room)[1] <= room + _SLACK:
                return [Kept(self.leading, parts[0]), *parts[1:]]
        if getattr(frame, "_atTop", False):
            return self._blocks
        return []

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        for block, top in zip(self._blocks, self._tops, strict=True):
            block.drawOn(self.canv, 0, self.height - top - block.height)


def kept(story: Sequence[Flowable]) -> Iterator[Flowable]:
    """The story with every block that `keeps_next` held together with the block after it."""
    _name_lists(story)
    leading: list[Flowable] = []
    for block in story:
        if getattr(block, "keeps_next", False) or (leading and isinstance(block, Spacer)):
            leading.append(block)
        elif not leading:
            yield block
        elif isinstance(block, CondPageBreak):
            continue  # the heading before it has settled that already
        elif isinstance(block, PageBreak):
            yield from (*leading, block)
            leading = []
        elif isinstance(block, KeepTogether):
            *before, last = vars(block)["_content"]
            yield Kept([*leading, *before], last, whole=True)
            leading = []
        else:
            yield Kept(leading, block)
            leading = []
    yield from leading


def _name_lists(story: Sequence[Flowable]) -> None:
    """Bullets one after the other are a list."""
    own: object = None
    for number, block in enumerate(story):
        is_item = isinstance(block, Paragraph) and bool(block.bullet)
        own = (own or object()) if is_item else None
        if isinstance(block, Paragraph) and is_item and not block.places:
            block.places = ((own, (own, number)),)
