"""A browser without a window: it keeps cookies, follows redirects, fills forms with their tokens, in this process."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pyotp
from fastapi import FastAPI

from tests.fakes import FakeClock
from tests.province.pages.made import PASSWORD


@dataclass
class Seen:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes
    path: str
    cookies: list[str] = field(default_factory=list)  # as they were set

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")  # files are no texts

    @property
    def told(self) -> str:
        """What a person reads of it."""
        bare = re.sub(r"<(script|style|title)\b.*?</\1>|<[^>]+>", " ", self.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", bare)

    @property
    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.text)
        return found[1] if found else ""


@dataclass
class Visitor:
    """Somebody at a browser."""

    app: FastAPI
    clock: FakeClock
    address: str = "192.0.2.1"
    cookies: dict[str, str] = field(default_factory=dict)
    secret: str = ""
    csrf: str = ""

    def get(self, path: str, *, follow: bool = True, **headers: str) -> Seen:
        return self._kept(self._follow(self.ask("GET", path, headers=headers), follow))

    def post(self, path: str, *, follow: bool = True, csrf: str | None = None, **form: Any) -> Seen:
        told = {"csrf": self.csrf if csrf is None else csrf, **form}
        body = urlencode(told, doseq=True).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "content-length": str(len(body))}
        return self._kept(self._follow(self.ask("POST", path, body, headers), follow))

    def sign_in(self, username: str, password: str = PASSWORD) -> Seen:
        """All the way; the first time a second factor is set up."""
        self.get("/sign-in")
        seen = self.post("/sign-in", username=username, password=password)
        found = re.search(r'class="secret" dir="ltr">([A-Z2-7]+)<', seen.text)
        if found:
            self.secret = found[1]
        return self.post("/second-factor", code=self.code())

    def code(self) -> str:
        """What the telephone shows; a moment later than the last time, for no code is taken twice."""
        self.clock.pass_time(seconds=30)
        return pyotp.TOTP(self.secret).at(self.clock())

    def _kept(self, seen: Seen) -> Seen:
        self.csrf = seen.csrf or self.csrf
        return seen

    def _follow(self, seen: Seen, follow: bool) -> Seen:
        while follow and seen.status == 303:
            seen = self.ask("GET", seen.headers["location"])
        return seen

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Seen:
        """One request exactly as given."""
        seen = asyncio.run(self._ask(method, path, body, dict(headers or {})))
        for cookie in seen.cookies:
            for name, morsel in SimpleCookie(cookie).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return seen

    async def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Seen:
        answer = Seen(0, {}, b"", path)
        sent = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            if sent:
                return sent.pop()
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                for name, value in message["headers"]:
                    if name == b"set-cookie":
                        answer.cookies.append(value.decode("latin-1"))
                    answer.headers[name.decode()] = value.decode("latin-1")
            else:
                answer.body += message.get("body", b"")

        bare, _, query = path.partition("?")
        if self.cookies:
            headers.setdefault("cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        headers.setdefault("host", "province.example")
        await self.app(
            {
                "type": "http", "method": method, "path": bare, "raw_path": bare.encode(), "scheme": "https",
                "query_string": query.encode(), "http_version": "1.1", "server": ("province.example", 443),
                "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
                "client": (self.address, 1), "root_path": "", "asgi": {"version": "3.0"},
            },
            receive,
            send,
        )  # fmt: skip
        return answer
