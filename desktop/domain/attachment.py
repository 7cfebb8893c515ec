"""Photos and papers that belong to a record: of places first, of people only with their consent (domain §3.5, G-19).

The bytes lie beside the records, by their digest (`attachment_content`): the log tells of the paper, not its content.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

from desktop.domain.consent import is_live
from desktop.domain.fields import About, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
MOST_BYTES = 5 * 1024 * 1024
PHOTO_SCOPE = "photo"
"""The consent under which a photo may be kept that shows somebody."""
PHOTOS = frozenset({"place_photo", "people_photo"})
PAPER = "paper"
LOGO = "logo"  # the newest one of the office stands in the head of its papers
PDF = "application/pdf"
TYPES = {"image/jpeg": "jpg", PDF: "pdf"}
"""What is kept, and how its file's name ends."""


class AttachmentDraft(Draft):
    """عکس یا برگهٔ پیوست؛ نام هیچ‌کس در نام پرونده نمی‌آید"""

    owner_kind: Annotated[str, About(label="پیوستِ", input=Input.CODE, codes="attachment_owner", required=True, sensitivity=PERSONAL, in_form=False)]
    owner_id: Annotated[str, About(label="پرونده", required=True, sensitivity=PERSONAL, in_form=False)]
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="attachment_kind", required=True, sensitivity=PERSONAL, column=1)] = "place_photo"
    caption: Annotated[str | None, About(label="شرح", longest=160, sensitivity=PERSONAL, column=2, guarded=True)] = None
    taken_on: Annotated[date | None, About(label="تاریخ", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=3)] = None
    has_faces: Annotated[bool, About(label="چهرهٔ کسی پیداست", input=Input.YES_NO, sensitivity=PERSONAL, column=4)] = False
    faces_agreed: Annotated[bool, About(label="جز این افراد، چهرهٔ کسی پیدا نیست", input=Input.YES_NO, sensitivity=PERSONAL)] = False
    file_name: Annotated[str, About(label="نام پرونده", by_program=True, sensitivity=PERSONAL, column=5)] = ""
    mime: Annotated[str, About(label="قالب", by_program=True, sensitivity=PERSONAL)] = ""
    size: Annotated[int, About(label="اندازه (بایت)", input=Input.INTEGER, by_program=True, low=0, sensitivity=PERSONAL)] = 0
    sha256: Annotated[str, About(label="چکیده", by_program=True, sensitivity=PERSONAL)] = ""


class Attachment(AttachmentDraft, Record, table=True):
    __tablename__ = "attachment"


def attachment_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if facts.get(values["owner_kind"], values["owner_id"]) is None:
        yield Problem("owner_id", "unknown_record")
    if values["kind"] == "people_photo" and not values["has_faces"]:
        yield Problem("has_faces", "faces_in_people_photo")
    if values["kind"] == LOGO and values["owner_kind"] != "office":
        yield Problem("kind", "logo_of_office")
    if values["mime"] == PDF and values["kind"] != PAPER:
        yield Problem("kind", "pdf_is_paper")
    if values["has_faces"] and not values["faces_agreed"]:
        yield Problem("faces_agreed", "photo_consent")


class SeenDraft(Draft):
    """یکی از کسانی که در عکس پیدا هستند"""

    person_id: Annotated[str, About(label="ساکن", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]


def seen_rules(has_faces: bool, people: Sequence[str], facts: Facts) -> Iterable[Problem]:
    """Whoever can be seen is named, has a file, and agrees today; where nobody can be seen nobody is named (G-19)."""
    if has_faces and not people:
        yield Problem("people", "faces_without_people")
    if people and not has_faces:
        yield Problem("has_faces", "people_without_faces")
    for person_id in people:
        person = facts.get("person", person_id)
        if person is None:
            yield Problem("people", "unknown_record")
        elif not agrees(person_id, facts):
            yield Problem("people", "photo_consent_of", {"name": f"{person['first_name']} {person['last_name']}"})


def agrees(person_id: str, facts: Facts) -> bool:
    """Whether somebody's consent to photos is live today."""
    given = facts.find("consent", person_id=person_id, scope=PHOTO_SCOPE)
    return any(is_live(consent, facts.today) for consent in given)


class AttachmentPersonDraft(Draft):
    """ساکنی که در عکس پیداست و به آن رضایت داده است"""

    attachment_id: Annotated[str, About(label="عکس", input=Input.LINK, links="attachment", required=True, sensitivity=PERSONAL)]
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=1)]


class AttachmentPerson(AttachmentPersonDraft, Record, table=True):
    __tablename__ = "attachment_person"


def attachment_person_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    photo = facts.get("attachment", values["attachment_id"])
    if photo is not None and not photo["has_faces"]:
        yield Problem("attachment_id", "people_without_faces")
    if not agrees(values["person_id"], facts):
        yield Problem("person_id", "photo_consent")
    twins = facts.find("attachment_person", attachment_id=values["attachment_id"], person_id=values["person_id"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("person_id", "seen_twice")


ATTACHMENT = Kind(
    name="attachment", label="پیوست", plural="پیوست‌ها", draft=AttachmentDraft, table=Attachment, title=("file_name",), detail=("caption",), rules=attachment_rules,
    writers=frozenset(),
)
ATTACHMENT_PERSON = Kind(name="attachment_person", label="فرد در عکس", plural="افراد در عکس", draft=AttachmentPersonDraft, table=AttachmentPerson, title=("attachment_id",), rules=attachment_person_rules)
