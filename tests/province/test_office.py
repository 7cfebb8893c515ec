"""A real office and the province: what its laptop wrote is read as far as it is published, and answers come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.keys import DeviceKeys, EpochKey
from desktop.sync.joining import joining, opened_card
from desktop.sync.laptop import this_laptop, version_vector
from desktop.sync.publish import open_now, published_fields
from desktop.sync.sealing import seal
from desktop.sync.taking import take as read_by
from province.answers import Write, write
from province.ingest import take
from province.joining import join
from province.setup import Province
from province.store import segments
from province.store.published import PUBLISHED
from province.store.tables import PARKED, RECORD_STATE
from tests.factories import add_household, add_need, add_person, add_workshop, make_office
from tests.province.made import AT, invited


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def joined(province: Province, office: OfficeFile) -> str:
    """The office joins with its laptop, which learns to know the province; the office's id."""
    content, code = invited(province)
    card = opened_card(content, code)
    with office.merge() as connection:
        laptop = this_laptop(connection, AT)
        epoch = EpochKey.of_office(laptop.epoch, 1, laptop.epochs[laptop.epoch])
        keys = DeviceKeys(laptop.signing_key, laptop.identity)
        message = joining(card, code, laptop.device_id, "رایانه", keys, (epoch,), laptop.office_id)
        assert join(province, message, AT) == "approved"
        connection.exec_driver_sql(
            "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
            "VALUES (?, 'province', '', ?, ?, 0, 'active', '')",
            (card.province, province.keys.sign_key, card.recipient),
        )
    return laptop.office_id


def sent(province: Province, office: OfficeFile, office_id: str) -> set[str]:
    seal(office)
    with office.connection() as connection:
        contents = connection.exec_driver_sql("SELECT content FROM segment ORDER BY arrival").scalars().all()
    return {take(province, office_id, bytes(content), AT).outcome for content in contents}


def test_what_a_laptop_wrote_is_read_as_far_as_it_is_published_and_an_answer_comes_back(
    province: Province, office: OfficeFile
) -> None:
    with office.write() as work:
        home = add_household(work)
        person = add_person(work, home)
        need = add_need(work, person)
        workshop = add_workshop(work)
    office_id = joined(province, office)
    assert sent(province, office, office_id) == {"new"}
    with office.write() as work:
        work.change("workshop", workshop["id"], {"capacity": 25, "place": "سرای محله"})
    assert sent(province, office, office_id) == {"double", "new"}
    with office.read() as rows, province.database.reading() as connection:
        for kind, table in PUBLISHED.items():
            here = {row["id"]: row for row in connection.execute(select(table)).mappings()}
            for row in rows.find(kind):
                agreed = open_now(kind, row, consented=False)
                assert row["id"] in here or not agreed, kind
                for name in published_fields(kind) if agreed else ():
                    wanted = row[name] if name in agreed else None
                    assert here[row["id"]][name] == wanted, (kind, name)
        assert connection.execute(select(PARKED)).all() == []
        assert connection.execute(select(RECORD_STATE.c.record_id).where(RECORD_STATE.c.disputed)).all() == []
    answer = [Write("workshop", workshop["id"], {"capacity": 30}), Write("need", need["id"], {"urgency": "high"})]
    with province.database.writing() as connection:
        write(connection, province, office_id, answer, "u1", AT)
    with province.database.reading() as connection, office.connection() as own:
        told = list(segments.lacking(connection, office_id, version_vector(own), 10**6))
    assert [read_by(office, content).verdict for content in told] == ["new"]
    with office.read() as rows:
        assert rows.find("workshop")[0]["capacity"] == 30
        assert rows.find("need")[0]["urgency"] == "high"
    with office.connection() as own:
        assert own.exec_driver_sql("SELECT * FROM record_conflict").all() == []
