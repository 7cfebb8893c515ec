"""Pictures of places where fictional events were held: painted, since nobody was there."""

from __future__ import annotations

from io import BytesIO
from random import Random

from desktop.domain.event_life import MARKETS
from desktop.services.demo.drafts import Made
from desktop.services.photos import add_photo
from desktop.store.unit_of_work import UnitOfWork

_SIZE = (960, 640)
_CAPTION = "چادرهای بازارچه پیش از آغاز"
_SKY, _HILLS, _GROUND = (196, 222, 232), (146, 160, 128), (214, 196, 164)
_TENTS = ((176, 58, 46), (31, 111, 120), (214, 137, 16), (88, 86, 140))


def attach_photos(work: UnitOfWork, made: Made) -> None:
    """The place of the newest market that was held, twice, as a colleague would have attached it."""
    markets = [event for event in made.of("event") if event["type"] in MARKETS and event["status"] != "planned"]
    for market in markets[-1:]:
        owner = {"owner_kind": "event", "owner_id": market["id"]}
        for turn in range(2):
            given = {"caption": _CAPTION, "taken_on": market["date_from"]}
            add_photo(work, owner, _painted(Random(made.words.seed + turn)), given)  # noqa: S311


def _painted(random: Random) -> bytes:
    """Tents under a sky."""
    from PIL import Image, ImageDraw

    width, height = _SIZE
    picture = Image.new("RGB", _SIZE, _SKY)
    brush = ImageDraw.Draw(picture)
    for _ in range(5):
        left, top = random.randrange(-200, width), random.randrange(height // 3, height // 2)
        brush.ellipse((left, top, left + 500, top + 420), fill=_HILLS)
    brush.rectangle((0, height * 5 // 8, width, height), fill=_GROUND)
    for place, colour in enumerate(_TENTS):
        left, base = 60 + place * 220 + random.randrange(30), height * 3 // 4 + random.randrange(60)
        brush.rectangle((left + 12, base - 110, left + 148, base), fill=(244, 240, 230))
        brush.polygon(((left, base - 110), (left + 80, base - 190), (left + 160, base - 110)), fill=colour)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
