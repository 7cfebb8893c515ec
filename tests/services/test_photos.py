"""Photos of places: kept without the place where they were taken, with faces only when people agreed (G-19)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desktop.domain.problems import RefusedError
from desktop.services.consents import give_consent, withdraw_scope
from desktop.services.erasure import erase_person
from desktop.services.photo_cleaning import LONGEST_SIDE, cleaned
from desktop.services.photos import add_photo, photos_of, remove_photo
from desktop.services.records import add_record
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, make_office, neighborhood
from tests.fakes import FakeClock
from tests.store.decrypted import tables_holding

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


def shown(work: UnitOfWork, owner: dict[str, str], **consent: str) -> tuple[str, str]:
    """Somebody who agreed to a photo, and the photo, which hangs at two records."""
    person = add_person(work)["id"]
    give_consent(work, person, "photo", {"method": "signature", **consent})
    agreed = {"kind": "people_photo", "has_faces": True, "faces_agreed": True, "caption": "HOST-OF-THE-DAY"}
    photo = add_photo(work, owner, picture(), agreed)["id"]
    add_record(work, "attachment_person", {"attachment_id": photo, "person_id": person})
    add_photo(work, event(work), picture(), agreed)
    return person, photo


def test_nobody_is_named_in_a_photo_without_a_live_consent_of_their_own(office: OfficeFile) -> None:
    with office.write() as work:
        _person, photo = shown(work, event(work))
        other = add_person(work)["id"]
        with pytest.raises(RefusedError) as refused:
            add_record(work, "attachment_person", {"attachment_id": photo, "person_id": other})
    assert [(p.field, p.code) for p in refused.value.problems] == [("person_id", "photo_consent")]
    office.close()


@pytest.mark.parametrize("how", ["withdrawn", "refused", "erased"])
def test_a_photo_goes_with_the_consent_of_whoever_is_seen_in_it(office: OfficeFile, how: str) -> None:
    with office.write() as work:
        owner = event(work)
        person, _photo = shown(work, owner)
        add_photo(work, owner, picture((30, 30)), {"has_faces": False})
    with office.write() as work:
        if how == "withdrawn":
            withdraw_scope(work, person, "photo")
        elif how == "refused":
            give_consent(work, person, "photo", {"method": "refused"})
        tx = work.tx
    if how == "erased":
        erase_person(office, person, "خواست خود او")
    with office.read() as rows:
        assert [photo.row["has_faces"] for photo in photos_of(rows, **owner)] == [False]
        assert rows.query("SELECT count(*) AS n FROM attachment_content")[0]["n"] == 1
        assert rows.find("attachment_person") == []
        assert len(rows.find("attachment")) == 1
    assert tables_holding(office, "HOST-OF-THE-DAY") == set()
    if how != "erased":
        with pytest.raises(RefusedError), office.write() as work:
            undo(work, tx)
    office.close()


def test_a_photo_is_not_shown_when_the_consent_ran_out(tmp_path: Path) -> None:
    clock = FakeClock()
    office = make_office(tmp_path / "office", clock)
    with office.write() as work:
        owner = event(work)
        shown(work, owner, expires_on="1404/12/01")
        assert len(photos_of(work, **owner)) == 1
    clock.pass_time(days=366)
    with office.read() as rows:
        assert photos_of(rows, **owner) == []
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
