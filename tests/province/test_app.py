"""The server as laptops meet it: by HTTP, signed, in a session that only the server's clock ends."""

from __future__ import annotations

import asyncio
import http.client
import json
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI

from desktop.sync import wire
from desktop.sync.bundle.keys import checked
from desktop.sync.bundle.manifest import END_LETTERS, ENDS, verify_manifest
from desktop.sync.bundle.segment import segment_id
from desktop.sync.joining import IN_MANIFEST, opened_card
from desktop.sync.wire import Caller, Verdict, WireError
from province.app import make_app
from province.certificate import make_certificate
from province.ingest import take
from province.keys import CERTIFICATE, CERTIFICATE_KEY
from province.manifests import ACK
from province.registry import our_card, revoke
from province.serving import Asked
from province.setup import Province
from province.store import devices
from province.store.database import Database
from tests.fakes import FakeClock
from tests.province.made import AT, OFFICE, Laptop, invited, made_province


class Line:
    """Requests to the application without a network between."""

    def __init__(self, province: Province) -> None:
        self.clock = FakeClock(AT)
        self._app: FastAPI = make_app(province, self.clock)

    def __call__(self, asked: Asked) -> bytes:
        """The answer; WireError as a client reads it."""
        status, content = asyncio.run(self._ask(asked))
        if status != 200:
            error = wire.read_error(content)
            assert wire.STATUS[error.code] == status
            raise error
        return content

    async def _ask(self, asked: Asked) -> tuple[int, bytes]:
        answer: dict[str, Any] = {"body": b""}
        sent = [{"type": "http.request", "body": asked.body, "more_body": False}]

        async def receive() -> Any:
            if sent:
                return sent.pop()
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            answer["status"] = message.get("status", answer.get("status"))
            answer["body"] += message.get("body", b"")

        headers = [(name.encode(), value.encode()) for name, value in asked.headers.items()]
        scope = {
            "type": "http", "method": asked.method, "path": asked.path, "raw_path": asked.path.encode(),
            "query_string": b"", "headers": headers, "scheme": "https", "server": ("here", 443), "http_version": "1.1",
            "client": ("there", 1), "root_path": "", "asgi": {"version": "3.0"},
        }  # fmt: skip
        await self._app(scope, receive, send)
        return answer["status"], answer["body"]


@pytest.fixture
def province(database: Database, tmp_path: Path) -> Province:
    return made_province(database, tmp_path, largest_body=200_000, page=2_000)


@pytest.fixture
def line(province: Province) -> Line:
    return Line(province)


@pytest.fixture
def laptop(province: Province, line: Line) -> Laptop:
    """A laptop in session."""
    made = Laptop("laptop-a")
    made.join(province)
    greet(line, made)
    return made


def greet(line: Line, laptop: Laptop, **more: Any) -> bytes:
    """Say hello; the laptop keeps the token."""
    content, laptop.token = wire.read_hello_answer(line(laptop.asked(wire.HELLO, laptop.manifest(**more), token="")))
    return content


def code_of(line: Line, asked: Asked) -> str:
    with pytest.raises(WireError) as told:
        line(asked)
    return told.value.code


def test_a_laptop_joins_with_card_and_code_and_again_without_harm(province: Province, line: Line) -> None:
    content, code = invited(province)
    card = opened_card(content, code.lower().replace("-", " "))
    assert (card.office_title, card.province_title) == ("دفتر نمونه", "استان نمونه")
    laptop = Laptop("laptop-a")
    message = laptop.joining(card, code)
    asked = Asked("POST", wire.JOIN, {}, json.dumps(message.to_json()).encode())
    assert [json.loads(line(asked))["status"] for _ in range(2)] == ["approved", "approved"]
    manifest = verify_manifest(greet(line, laptop), bytes.fromhex(card.verify_key))
    assert manifest.cards[0] == card.device
    late = Laptop("laptop-b")
    message = late.joining(card, code)
    assert code_of(line, asked._replace(body=json.dumps(message.to_json()).encode())) == "card_used"


def test_a_laptop_may_join_while_it_says_hello_and_speak_for_another(province: Province, line: Line) -> None:
    content, code = invited(province)
    laptop = Laptop("laptop-a", office="as-it-calls-itself")
    assert code_of(line, laptop.asked(wire.HELLO, laptop.manifest(), token="")) == "unknown_office"
    message = laptop.joining(opened_card(content, code), code)
    greet(line, laptop, unknown={IN_MANIFEST: message.to_json()})
    other = Laptop("laptop-b", office=laptop.office, epoch=laptop.epoch)
    assert code_of(line, other.asked(wire.HELLO, other.manifest(), token="")) == "unknown_device"
    enrolment = laptop.enrols(other)
    manifest = verify_manifest(greet(line, other, statements=(enrolment,)), province.keys.sign_key)
    assert [card.device for card in manifest.cards] == ["province-1", "laptop-a", "laptop-b"]
    assert manifest.statements == (enrolment,)
    late = Laptop("laptop-c", office=laptop.office)
    again = late.joining(opened_card(content, code), code)
    unknown = late.manifest(unknown={IN_MANIFEST: again.to_json()})
    assert code_of(line, late.asked(wire.HELLO, unknown, token="")) == "card_used"


def test_another_code_an_old_card_and_no_message_join_nobody(province: Province, line: Line) -> None:
    (content, code), (_, other) = invited(province), invited(province)
    card, laptop = opened_card(content, code), Laptop("laptop-a")
    wrong = laptop.joining(card, other)
    asked = Asked("POST", wire.JOIN, {}, json.dumps(wrong.to_json()).encode())
    assert code_of(line, asked) == "bad_code"
    assert code_of(line, asked._replace(body=b"{}")) == "malformed"
    right = laptop.joining(card, code)
    line.clock.pass_time(days=2)
    assert code_of(line, asked._replace(body=json.dumps(right.to_json()).encode())) == "card_expired"
    with province.database.reading() as connection:
        assert devices.devices(connection) == []


def test_manifests_tell_who_has_what_who_is_who_and_who_is_shut_out(
    province: Province, line: Line, laptop: Laptop
) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    written = laptop.written()
    take(province, OFFICE.id, written, AT)
    with province.database.writing() as connection:
        lost = next(one for one in devices.devices(connection) if one.id == "laptop-b")
        revoke(connection, province, lost, AT)
    manifest = verify_manifest(greet(line, laptop), province.keys.sign_key)
    assert (manifest.sender, manifest.incarnation) == ("province-1", "incarnation-1")
    assert dict(manifest.vv) == {"laptop-a": 3, "province-1": 1}
    assert [card.device for card in manifest.cards] == ["province-1", "laptop-a"]
    assert manifest.unknown[ENDS] == {"laptop-a": segment_id(written)[:END_LETTERS]}
    (told,) = manifest.revocations
    content = checked(told, "revoke", our_card(province))
    assert dict(content) == {"device": "laptop-b", "last": 0, "office": OFFICE.id}
    assert datetime.fromisoformat(manifest.made_at) == AT
    assert code_of(line, other.asked(wire.HELLO, other.manifest(), token="")) == "device_revoked"


def test_segments_get_a_verdict_each_and_a_signed_acknowledgement(
    province: Province, line: Line, laptop: Laptop
) -> None:
    first, second, third = laptop.written(), laptop.written(), laptop.written()
    body = wire.frames((first, third, first, b"nothing", second))
    verdicts, ack = wire.read_segments_answer(line(laptop.asked(wire.SEGMENTS, body)))
    assert [verdict.outcome for verdict in verdicts] == ["new", "waiting", "double", "refused", "new"]
    told = checked(ack, ACK, our_card(province))
    assert told == {"office": OFFICE.id, "incarnation": "incarnation-1", "vv": {"laptop-a": 9}}


def test_a_laptop_fetches_what_it_lacks_page_by_page(province: Province, line: Line, laptop: Laptop) -> None:
    sent = [laptop.written(8) for _ in range(12)]
    for content in sent:
        assert take(province, OFFICE.id, content, AT) == Verdict("new")
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    greet(line, other)
    got: list[bytes] = []
    pages = 0
    while page := wire.read_frames(line(other.asked(wire.PULL, wire.pull_message({"laptop-a": 8 * len(got)})))):
        got, pages = got + page, pages + 1
    assert got == sent
    assert pages > 2
    small = wire.pull_message({}, 1)
    assert len(wire.read_frames(line(other.asked(wire.PULL, small)))) == 1


def test_each_fault_of_a_request_has_its_code(province: Province, line: Line, laptop: Laptop) -> None:
    good = laptop.asked(wire.PULL, wire.pull_message({}))
    stranger, nowhere = Laptop("laptop-x"), Laptop("laptop-a", office="office-9", keys=laptop.keys)
    cases = {
        "too_large": laptop.asked(wire.SEGMENTS, bytes(200_001)),
        "unknown_device": stranger.asked(wire.PULL, good.body),
        "unknown_office": nowhere.asked(wire.PULL, good.body),
        "bad_signature": good._replace(body=wire.pull_message({"laptop-a": 1})),
        "token_expired": laptop.asked(wire.PULL, good.body, token="1.ff"),
    }
    for code, asked in cases.items():
        assert code_of(line, asked) == code
    assert code_of(line, good._replace(headers={})) == "bad_signature"
    for body in (b"", b"[]", b'{"vector":{},"most":0}', b'{"vector":{"a":-1},"most":9}'):
        assert code_of(line, laptop.asked(wire.PULL, body)) == "malformed"
    assert code_of(line, laptop.asked(wire.SEGMENTS, b"\0\0\0\x09cut")) == "malformed"
    assert code_of(line, laptop.asked(wire.HELLO, b"no manifest")) == "malformed"
    foreign = Laptop("laptop-b", keys=laptop.keys).manifest()
    assert code_of(line, laptop.asked(wire.HELLO, foreign)) == "malformed"
    assert line(good) == b""


def test_a_session_ends_by_the_clock_of_the_server_alone(province: Province, line: Line, laptop: Laptop) -> None:
    asked = laptop.asked(wire.PULL, wire.pull_message({}))
    line.clock.pass_time(minutes=59)
    assert line(asked) == b""
    line.clock.pass_time(minutes=2)
    assert code_of(line, asked) == "token_expired"
    greet(line, laptop, made_at="1970-01-01T00:00:00+00:00")
    assert line(laptop.asked(wire.PULL, wire.pull_message({}))) == b""
    with province.database.reading() as connection:
        (device,) = devices.devices(connection)
    assert device.seen_at == AT + timedelta(minutes=61)


def test_a_token_of_somebody_else_opens_nothing() -> None:
    token = wire.make_token(b"s" * 32, Caller("o", "a"), 100)
    wire.check_token(b"s" * 32, Caller("o", "a"), token, 100)
    for secret, caller, given, now in (
        (b"s" * 32, Caller("o", "a"), token, 101),
        (b"s" * 32, Caller("o", "b"), token, 1),
        (b"t" * 32, Caller("o", "a"), token, 1),
        (b"s" * 32, Caller("o", "a"), token.replace("100", "900"), 1),
        (b"s" * 32, Caller("o", "a"), "", 1),
    ):
        with pytest.raises(WireError):
            wire.check_token(secret, caller, given, now)


@pytest.fixture
def served(embedded_address: str, tmp_path: Path) -> Iterator[tuple[Province, int]]:
    """A server on a port of this machine, behind its own certificate."""
    province = made_province(Database(embedded_address), tmp_path)
    config = uvicorn.Config(
        make_app(province), host="127.0.0.1", port=0, log_config=None,
        ssl_certfile=tmp_path / CERTIFICATE, ssl_keyfile=str(tmp_path / CERTIFICATE_KEY),
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield province, server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


def test_over_a_real_line_only_who_pins_the_certificate_speaks(served: tuple[Province, int], tmp_path: Path) -> None:
    province, port = served
    laptop = Laptop("laptop-a")
    laptop.join(province)
    asked = laptop.asked(wire.HELLO, laptop.manifest(), token="")
    pinned = ssl.create_default_context(cadata=laptop.card.certificate if laptop.card else None)
    connection = http.client.HTTPSConnection("localhost", port, context=pinned, timeout=10)
    connection.request("POST", asked.path, asked.body, dict(asked.headers))
    response = connection.getresponse()
    content, _token = wire.read_hello_answer(response.read())
    assert response.status == 200
    assert verify_manifest(content, province.keys.sign_key).sender == "province-1"
    connection.close()
    (tmp_path / "other").mkdir()
    make_certificate(tmp_path / "other", "https://localhost", datetime.now(UTC))
    foreign = ssl.create_default_context(cafile=str(tmp_path / "other" / CERTIFICATE))
    strange = http.client.HTTPSConnection("localhost", port, context=foreign, timeout=10)
    with pytest.raises(ssl.SSLCertVerificationError):
        strange.request("POST", asked.path, asked.body)
    strange.close()
