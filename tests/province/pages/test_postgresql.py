"""The same pages over PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from province import auditing
from province.app import make_app
from province.store.database import Database
from tests.fakes import FakeClock
from tests.province.made import AT, made_province
from tests.province.pages.made import add_accounts, fill
from tests.province.pages.test_access import PATHS, address
from tests.province.pages.visitor import Visitor


def test_every_page_opens_over_postgresql_and_a_report_is_answered(postgresql_address: str, tmp_path: Path) -> None:
    province = made_province(Database(postgresql_address), tmp_path)
    add_accounts(province)
    fill(province)
    clock = FakeClock(AT)
    app = make_app(province, clock)
    for who in ("officer", "supervisor", "administrator"):
        visitor = Visitor(app, clock)
        visitor.get("/sign-in")
        assert visitor.post("/sign-in", username=who, password="wrong").status == 422
        visitor.sign_in(who)
        broken = [path for method, path, _ in PATHS if method == "GET" and visitor.get(address(path)).status >= 500]
        assert broken == []
        if who == "officer":
            visitor.get("/reports/1203/1405-05")
            assert "گزارش پذیرفته شد" in visitor.post("/reports/1203/1405-05/accept").told
            visitor.get("/directives/new")
            assert "در ۲ دفتر" in visitor.post("/directives/new", title="شیوه‌نامه", kind="directive").told
    with province.database.reading() as connection:
        assert auditing.first_broken(connection, province.keys) is None
    province.close()
