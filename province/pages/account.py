"""One's own account: the password, the recovery codes, and signing out everywhere."""

from __future__ import annotations

from desktop.domain.problems import RefusedError
from province import second_factor, signing_in
from province.access import Permission
from province.pages.declared import Answer, Moved, Page, Shown, in_form, secret_text
from province.pages.visiting import Visit
from province.signing_in import Knock
from province.store import sessions


def show_account(visit: Visit) -> Answer:
    with visit.reading() as connection:
        left = second_factor.recovery_codes_left(connection, visit.user.id)
    return Shown("account.html", {"codes_left": left})


def show_password(_visit: Visit) -> Answer:
    return Shown("password.html")


def change_password(visit: Visit) -> Answer:
    """Another password; all other sessions end and this one goes on under a new id."""
    old, new = visit.given["old"], visit.given["password"]
    if new != visit.given["again"]:
        raise RefusedError.of("again", "not_the_same")
    signing_in.require_password(visit.province, _knock(visit), visit.user, old, visit.at)
    visit.new_cookie = signing_in.change_password(visit.province, visit.user, old, new, visit.at)
    return Moved("/", "password_changed")


def make_recovery_codes(visit: Visit) -> Answer:
    """Ten new codes instead of the old ones, for whoever knows the password."""
    signing_in.require_password(visit.province, _knock(visit), visit.user, visit.given["old"], visit.at)
    with visit.writing() as connection:
        codes = second_factor.new_recovery_codes(connection, visit.province.keys, visit.user.id)
        visit.note(connection, "recovery_codes_made")
    return Shown("recovery_codes.html", {"codes": codes})


def sign_out_everywhere(visit: Visit) -> Answer:
    with visit.writing() as connection:
        sessions.close_all(connection, visit.user.id)
        visit.note(connection, "signed_out_everywhere")
    visit.new_cookie = sessions.new_id()
    return Moved("/sign-in", "signed_out")


def _knock(visit: Visit) -> Knock:
    return Knock(visit.user.username, visit.address)


_OLD = in_form("old", "گذرواژهٔ کنونی", secret_text, required=True)
PAGES = (
    Page(path="/account", needs=Permission.SIGNED_IN, answer=show_account, title="حساب من"),
    Page(path="/account/password", needs=Permission.SIGNED_IN, answer=show_password, title="تغییر گذرواژه"),
    Page(
        path="/account/password", method="POST", needs=Permission.SIGNED_IN, answer=change_password,
        again=show_password, title="تغییر گذرواژه",
        takes=(
            _OLD,
            in_form("password", "گذرواژهٔ تازه", secret_text, required=True),
            in_form("again", "تکرار گذرواژهٔ تازه", secret_text, required=True),
        ),
    ),
    Page(
        path="/account/recovery-codes", method="POST", needs=Permission.SIGNED_IN, answer=make_recovery_codes,
        again=show_account, title="کدهای بازیابی تازه", takes=(_OLD,),
    ),
    Page(
        path="/account/sign-out-everywhere", method="POST", needs=Permission.SIGNED_IN, answer=sign_out_everywhere,
        title="خروج از همه‌جا",
    ),
)  # fmt: skip
