"""Photos of places: kept without the place where they were taken, with faces only when people agreed (G-19)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desktop.domain.problems import RefusedError
from desktop.services.consent_cover import photos_under
from desktop.services.consents import give_consent, withdraw_scope
from desktop.services.erasure import erase_person, preview
from desktop.services.imprint import office_logo
from desktop.services.photo_cleaning import LONGEST_SIDE, cleaned
from desktop.services.photos import add_photo, change_photo, people_who_agree, photos_of, remove_photo
from desktop.services.printing import make_document
from desktop.services.records import add_record
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, make_office, neighborhood
from tests.fakes import FakeClock
from tests.reports.pdf_reading import reader
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


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """For tests that look at records of their own only."""
    made = make_office(tmp_path_factory.mktemp("photos") / "office")
    yield made
    made.close()


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


def faults(refused: pytest.ExceptionInfo[RefusedError]) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in refused.value.problems}


FACES = {"kind": "people_photo", "has_faces": True, "faces_agreed": True}


def test_a_face_needs_a_name_and_the_consent_of_whoever_is_shown(shared: OfficeFile) -> None:
    with shared.write() as work:
        owner, silent = event(work), add_person(work)["id"]
        for given, problems in (
            ({"has_faces": True, "faces_agreed": True, "people": [silent]}, {("people", "photo_consent_of")}),
            ({"has_faces": True, "people": [agreeing(work)]}, {("faces_agreed", "photo_consent")}),
            (FACES, {("people", "faces_without_people")}),
            ({**FACES, "people": ["nobody"]}, {("people", "unknown_record")}),
            ({"has_faces": False, "people": [agreeing(work)]}, {("has_faces", "people_without_faces")}),
        ):  # fmt: skip
            with pytest.raises(RefusedError) as refused:
                add_photo(work, owner, picture(), given)
            assert faults(refused) == problems
        agreeing_one = agreeing(work)
        photo = add_photo(work, owner, picture(), {**FACES, "people": [{"person_id": agreeing_one}]})
        assert [one for one, _name in photos_of(work, **owner)[0].people] == [agreeing_one]
        assert photo["has_faces"] is True


def agreeing(work: UnitOfWork, **consent: str) -> str:
    """Somebody who agreed to photos."""
    person: str = add_person(work)["id"]
    give_consent(work, person, "photo", {"method": "signature", **consent})
    return person


def shown(work: UnitOfWork, owner: dict[str, str], **consent: str) -> tuple[str, str]:
    """Somebody who agreed to a photo, and the photo, which hangs at two records."""
    person = agreeing(work, **consent)
    given = {**FACES, "caption": "HOST-OF-THE-DAY", "people": [person]}
    photo = add_photo(work, owner, picture(), given)["id"]
    add_photo(work, event(work), picture(), {**given, "people": [agreeing(work)]})
    return person, photo


def test_who_is_in_a_photo_is_corrected_and_the_correction_taken_back(shared: OfficeFile) -> None:
    with shared.write() as work:
        owner = event(work)
        mistaken, photo = shown(work, owner)
        other = agreeing(work)
    with shared.write() as work:
        change_photo(work, photo, {"people": [other], "caption": "پایان کار"})
        tx = work.tx
    with shared.write() as work:
        found = photos_of(work, **owner)[0]
        assert ([one for one, _name in found.people], found.row["caption"]) == ([other], "پایان کار")
        undo(work, tx)
        assert [one for one, _name in photos_of(work, **owner)[0].people] == [mistaken]
        change_photo(work, photo, {"people": [other]})
        tx = work.tx
    with shared.write() as work:
        withdraw_scope(work, mistaken, "photo")  # whoever was named by mistake takes no photo of others away
        assert len(photos_of(work, **owner)) == 1
    with pytest.raises(RefusedError), shared.write() as work:
        undo(work, tx)  # nor is the mistake brought back
    with shared.write() as work:
        change_photo(work, photo, {"kind": "place_photo", "has_faces": False, "people": []})
        assert photos_of(work, **owner)[0].people == ()
        with pytest.raises(RefusedError) as refused:
            change_photo(work, photo, {"has_faces": True})
        assert faults(refused) == {("people", "faces_without_people")}


def test_the_people_of_a_photo_are_sought_among_those_who_agree_today(shared: OfficeFile) -> None:
    with shared.write() as work:
        one, gone = agreeing(work), agreeing(work)
        silent = add_person(work)["id"]
        withdraw_scope(work, gone, "photo")
        name = work.titles([one])[one]
        for typed in ("", name[:2]):
            found = [person for person, _title, _detail in people_who_agree(work, typed, 60)]
            assert (one in found, gone in found, silent in found) == (True, False, False)
        assert people_who_agree(work, "ژژژ", 60) == []


def test_of_a_pdf_only_the_pages_are_kept(shared: OfficeFile) -> None:
    written = BytesIO()
    Image.new("RGB", (60, 80), (200, 10, 10)).save(written, "PDF", author="HOME-OF-SOMEBODY", resolution=72)
    given = written.getvalue()
    assert b"HOME-OF-SOMEBODY" in given or b"/Author" in given
    with shared.write() as work:
        owner = {"owner_kind": "neighborhood", "owner_id": neighborhood(work)}
        with pytest.raises(RefusedError) as refused:
            add_photo(work, owner, given, {"kind": "place_photo"})
        assert faults(refused) == {("kind", "pdf_is_paper")}
        row = add_photo(work, owner, given, {"kind": "paper", "caption": "نقشهٔ محله"})
        kept = photos_of(work, **owner)[0].content or b""
        with pytest.raises(RefusedError):
            add_photo(work, owner, b"%PDF-1.7 nothing", {"kind": "paper"})
        with pytest.raises(RefusedError) as refused:
            add_photo(work, {"owner_kind": "person", "owner_id": add_person(work)["id"]}, given, {"kind": "paper"})
        assert faults(refused) == {("", "not_allowed")}
    assert (row["mime"], row["file_name"]) == ("application/pdf", "paper-1.pdf")
    assert kept.startswith(b"%PDF")
    assert b"/Author" not in kept


def test_nobody_is_named_in_a_photo_without_a_live_consent_of_their_own(shared: OfficeFile) -> None:
    with shared.write() as work:
        _person, photo = shown(work, event(work))
        other = add_person(work)["id"]
        with pytest.raises(RefusedError) as refused:
            add_record(work, "attachment_person", {"attachment_id": photo, "person_id": other})
    assert faults(refused) == {("person_id", "photo_consent")}


@pytest.mark.parametrize("how", ["withdrawn", "refused", "erased"])
def test_a_photo_goes_with_the_consent_of_whoever_is_seen_in_it(office: OfficeFile, how: str) -> None:
    with office.write() as work:
        owner = event(work)
        person, _photo = shown(work, owner)
        add_photo(work, owner, picture((30, 30)), {"has_faces": False})
        assert preview(work, person).goes["attachment"] == 2  # it hangs at two records
        consent = work.find("consent", person_id=person, scope="photo")[0]
        assert photos_under(work, consent) == 2
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
        assert rows.find("attachment_person") == []
        assert rows.query("SELECT count(*) AS n FROM attachment_content")[0]["n"] == 1
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


def test_the_newest_logo_of_the_office_heads_its_papers_on_white_and_belongs_to_no_other_record(
    shared: OfficeFile,
) -> None:
    drawn, stored = Image.new("RGBA", (40, 40), (0, 0, 0, 0)), BytesIO()
    drawn.paste((15, 118, 110, 255), (10, 10, 30, 30))
    drawn.save(stored, "PNG")
    with shared.write() as work:
        assert office_logo(work) == b""
        about = {"owner_kind": "office", "owner_id": work.find("office")[0]["id"]}
        add_photo(work, about, picture(), {"kind": "logo", "has_faces": False})
        add_photo(work, about, stored.getvalue(), {"kind": "logo", "has_faces": False})
        with Image.open(BytesIO(office_logo(work))) as shown:
            assert shown.convert("L").crop((0, 0, 3, 3)).getextrema()[0] > 240  # type: ignore[operator]
        with pytest.raises(RefusedError, match="logo_of_office"):
            add_photo(work, event(work), stored.getvalue(), {"kind": "logo", "has_faces": False})
    first_page = make_document(shared, "monthly_report", month="1404-06")
    assert len(reader(first_page).pages[0].images) == 1
