"""`--selfcheck`: one round through every layer of a built program, on a scratch office, with nothing left behind."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop.services.accounts import found_office
from desktop.services.printing import print_document
from desktop.services.registration import register_household
from desktop.store.check import check_office
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.search import search

_OFFICE = {"code": "0803", "title_fa": "دفتر آزمایشی", "neighborhoods": ["گلستان‌آباد"]}
_HEAD = {
    "relation_to_head": "head",
    "first_name": "فاطمه",
    "last_name": "رنجبری",
    "sex": "female",
    "birth_date": "1362",
}


def run_selfcheck() -> int:
    """Found an office, migrate, register, search, print, reopen and check it, and open a window; 0 when all is well."""
    with tempfile.TemporaryDirectory() as name:
        folder = OfficeFolder(Path(name) / "office")
        made, _ = found_office(folder, _OFFICE, "hamid", "selfcheck-1", cost=Cost(8192, 1, 1), fictional=True)
        made.close()
        office = open_office(folder, "hamid", "selfcheck-1")
        try:
            failed = [name for name, works in _CHECKS.items() if not _tell(name, works(office))]
        finally:
            office.close()
    return 1 if failed else 0


def _registers_and_searches(office: OfficeFile) -> bool:
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        register_household(work, {"neighborhood_id": place, "declared_size": 1}, [_HEAD])
    with office.connection() as connection:
        return [hit.kind for hit in search(connection, "رنجبري")] == ["person", "household"]


def _prints(office: OfficeFile) -> bool:
    return print_document(office, "monthly_report").startswith(b"%PDF")


def _is_whole(office: OfficeFile) -> bool:
    return all(result.ok for result in check_office(office))


def _opens_a_window(_office: OfficeFile) -> bool:
    from desktop.bootstrap import window_opens

    return window_opens()


_CHECKS: dict[str, Callable[[OfficeFile], bool]] = {
    "register and search": _registers_and_searches,
    "print": _prints,
    "check": _is_whole,
    "window": _opens_a_window,
}


def _tell(name: str, works: bool) -> bool:
    if sys.stdout is not None:
        print(f"{'ok  ' if works else 'FAIL'} {name}")
    return works
