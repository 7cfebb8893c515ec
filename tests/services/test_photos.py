"""Photos of places: kept without the place where they were taken, with faces only when people agreed (G-19)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desktop.domain.problems import RefusedError
from desktop.services.photo_cleaning import LONGEST_SIDE, cleaned
from desktop.services.photos import add_photo, photos_of, remove_photo
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import make_office, neighborhood

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def picture(size: tuple[int, int] = (60, 40), *, rotated: bool = False) -> bytes:
    """A JPEG as a telephone writes it: with the place, the camera and a comment."""
    made = Image.new("RGB", size, (180, 40, 40))
    made.paste((20, 120, 60), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[MAKE] = "CAMERA-OF-SOMEBODY"
    exif[ORIENTATION] = 6 if rotated else 1
    exif.get_ifd(GPS).update({1: "N", 2: (30.0, 17.0, 0.0), 3: "E", 4: (57.0, 5.0, 0.0)})
    written = BytesIO()
    made.save(written, "JPEG", exif=exif, comment=b"TAKEN-AT-HOME")
    return written.getvalue()


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    return make_office(tmp_path / "office")


def event(work: UnitOfWork) -> dict[str, str]:
    given = {"title": "پاک‌سازی", "type": "clean_up", "place": "کوچه", "date_from": "1404/06/01"}
    made = add_record(work, "event", {**given, "neighborhood_id": neighborhood(work)})
    return {"owner_kind": "event", "owner_id": made["id"]}


def test_place_camera_and_comment_are_gone_and_the_picture_stands_upright() -> None:
    given = picture(rotated=True)
    assert b"CAMERA-OF-SOMEBODY" in given
    bare = cleaned(given)
    assert b"CAMERA" not in bare
    assert b"TAKEN-AT-HOME" not in bare
    with Image.open(BytesIO(bare)) as shown:
        assert dict(shown.getexif()) == {}
        assert not {"exif", "comment", "xmp", "photoshop"} & set(shown.info)
        assert shown.size == (40, 60)


def test_texts_within_a_png_are_gone_as_well() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Location", "HOME-OF-SOMEBODY")
    written = BytesIO()
    Image.new("RGBA", (8, 8)).save(written, "PNG", pnginfo=told)
    assert b"HOME-OF-SOMEBODY" not in cleaned(written.getvalue())


def test_a_large_photo_becomes_one_for_paper() -> None:
    with Image.open(BytesIO(cleaned(picture((4200, 3000))))) as shown:
        assert max(shown.size) == LONGEST_SIDE


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", picture()[:200], b"\xff\xd8\xff\xe0 nothing"])
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        cleaned(content)
    assert [problem.code for problem in refused.value.problems] == ["not_a_photo"]


def test_a_face_needs_the_consent_of_whoever_is_shown(office: OfficeFile) -> None:
    with office.write() as work:
        owner = event(work)
        with pytest.raises(RefusedError) as refused:
            add_photo(work, owner, picture(), {"kind": "place_photo", "has_faces": True})
        assert [(p.field, p.code) for p in refused.value.problems] == [("faces_agreed", "photo_consent")]
        agreed = {"kind": "people_photo", "has_faces": True, "faces_agreed": True}
        assert add_photo(work, owner, picture(), agreed)["has_faces"] is True
    office.close()


def test_photos_come_back_in_their_order_and_the_same_picture_is_kept_once(office: OfficeFile) -> None:
    with office.write() as work:
        owner = event(work)
        for caption in ("پیش از پاک‌سازی", "پس از آن"):
            add_photo(work, owner, picture(), {"caption": caption, "has_faces": False})
        add_photo(work, owner, picture((30, 30)), {"has_faces": False})
    with office.read() as rows:
        found = photos_of(rows, **owner)
        kept = rows.query("SELECT count(*) AS n FROM attachment_content")
    assert [photo.row["caption"] for photo in found] == ["پیش از پاک‌سازی", "پس از آن", None]
    assert [photo.row["file_name"] for photo in found] == ["photo-1.jpg", "photo-2.jpg", "photo-3.jpg"]
    assert kept[0]["n"] == 2
    with office.write() as work:
        remove_photo(work, found[0].row["id"])
        assert len(photos_of(work, **owner)) == 2
    office.close()
