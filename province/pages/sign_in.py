"""Signing in and out: the password, the second factor, and setting it up."""

from __future__ import annotations

from desktop.domain.persian.digits import to_ascii
from province import second_factor, signing_in
from province.access import Permission
from province.pages.declared import Answer, Moved, Page, Shown, in_form, one_of, secret_text, text
from province.pages.visiting import Visit
from province.signing_in import Knock
from province.store import sessions
from province.store.sessions import FULL, Session

HOME = "/"


def show_sign_in(visit: Visit) -> Answer:
    if visit.session is not None:
        return Moved(HOME if visit.session.stage == FULL else "/second-factor")
    return Shown("sign_in.html", {"username": visit.given.get("username") or ""})


def sign_in(visit: Visit) -> Answer:
    """The password is right: a session under a new id, in which only the second factor can be told."""
    username = to_ascii(visit.given["username"]).strip().lower()
    knock = Knock(username, visit.address)
    visit.new_cookie = signing_in.give_password(visit.province, knock, visit.given["password"], visit.at)
    return Moved("/second-factor")


def show_second_factor(visit: Visit) -> Answer:
    with visit.reading() as connection:
        enrolled = second_factor.is_enrolled(connection, visit.user.id)
    if enrolled:
        return Shown("second_factor.html")
    enrolment = signing_in.begin_enrolment(visit.province, _session(visit), visit.user)
    return Shown("enrol.html", {"secret": enrolment.secret, "qr": second_factor.qr_of(enrolment)})


def give_second_factor(visit: Visit) -> Answer:
    """The code is right: a whole session, under a new id again."""
    knock, code = _knock(visit), visit.given["code"]
    with visit.reading() as connection:
        enrolled = second_factor.is_enrolled(connection, visit.user.id)
    codes: list[str] = []
    if enrolled:
        visit.new_cookie = signing_in.give_code(visit.province, knock, visit.user, code, visit.at)
    else:
        visit.new_cookie, codes = signing_in.confirm_enrolment(
            visit.province, _session(visit), knock, visit.user, code, visit.at
        )
    with visit.writing() as connection:
        sessions.close_session(connection, visit.cookie)
    return Shown("recovery_codes.html", {"codes": codes}) if codes else Moved(HOME)


def sign_out(visit: Visit) -> Answer:
    with visit.writing() as connection:
        sessions.close_session(connection, visit.cookie)
        if visit.account is not None:
            visit.note(connection, "signed_out")
    visit.new_cookie = sessions.new_id()
    return Moved("/sign-in", "signed_out")


def choose_look(visit: Visit) -> Answer:
    """Light, dark, or as the system has it; kept by the browser alone."""
    visit.new_look = "" if visit.given["look"] == "system" else visit.given["look"]
    return Moved(HOME if visit.account else "/sign-in")


def _session(visit: Visit) -> Session:
    if visit.session is None:
        raise LookupError("no session here")
    return visit.session


def _knock(visit: Visit) -> Knock:
    return Knock(visit.user.username, visit.address)


_CODE = in_form("code", "کد", secret_text, required=True)
PAGES = (
    Page(path="/sign-in", needs=Permission.ANYONE, answer=show_sign_in, title="ورود"),
    Page(
        path="/sign-in", method="POST", needs=Permission.ANYONE, answer=sign_in, again=show_sign_in, title="ورود",
        takes=(
            in_form("username", "نام کاربری", text(60), required=True),
            in_form("password", "گذرواژه", secret_text, required=True),
        ),
    ),
    Page(path="/second-factor", needs=Permission.HALF, answer=show_second_factor, title="عامل دوم"),
    Page(
        path="/second-factor", method="POST", needs=Permission.HALF, answer=give_second_factor,
        again=show_second_factor, title="عامل دوم", takes=(_CODE,),
    ),
    Page(path="/sign-out", method="POST", needs=Permission.ANYONE, answer=sign_out, title="خروج"),
    Page(
        path="/look", method="POST", needs=Permission.ANYONE, answer=choose_look, title="روشن یا تیره",
        takes=(in_form("look", "نما", one_of("light", "dark", "system"), required=True),),
    ),
)  # fmt: skip
