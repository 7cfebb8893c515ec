"""Who teaches in a workshop; often somebody of a partner organisation (domain §3.5)."""

from typing import Annotated

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.persian.identifiers import read_mobile
from desktop.domain.persian.names import read_name
from desktop.domain.record import Kind, Record

PERSONAL = Sensitivity.PERSONAL


class InstructorDraft(Draft):
    """مدرس"""

    full_name: Annotated[str, About(label="نام و نام خانوادگی", required=True, reader=read_name, longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1)]
    specialty: Annotated[str | None, About(label="تخصص", longest=80, column=2)] = None
    org_id: Annotated[str | None, About(label="سازمان", input=Input.LINK, links="organization", column=3)] = None
    mobile: Annotated[str | None, About(label="همراه", input=Input.DIGITS, reader=read_mobile, sensitivity=PERSONAL)] = None


class Instructor(InstructorDraft, Record, table=True):
    __tablename__ = "instructor"


INSTRUCTOR = Kind(name="instructor", label="مدرس", plural="مدرسان", draft=InstructorDraft, table=Instructor, title=("full_name",), detail=("specialty",))
