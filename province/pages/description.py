"""What a page takes and answers, as OpenAPI tells it to programs."""

from __future__ import annotations

from typing import Any, get_args

from desktop.sync.wire import (
    BINARY,
    DEVICE_HEADER,
    OFFICE_HEADER,
    SIGNATURE_HEADER,
    STATUS,
    TOKEN_HEADER,
    ErrorCode,
)
from province.access import GRANTED, Permission
from province.pages.declared import Page, Param

_REFUSALS = {
    "GET": {"403": "بیرون از اجازه", "404": "نیست", "422": "خوانده نشد"},
    "POST": {
        "400": "خوانده نشد", "403": "بیرون از اجازه، یا برگهٔ دیگری", "404": "نیست", "411": "بی اندازه", "413": "بزرگ",
        "415": "برگه نیست", "422": "پذیرفته نشد",
    },
}  # fmt: skip
_MOVED = {"GET": "به ورود", "POST": "انجام شد، یا به ورود"}
_SIGN_IN = {
    "description": "کسی وارد نشده است؛ مرورگری که صفحه می‌خواهد به ورود فرستاده می‌شود",
    "headers": {"WWW-Authenticate": {"schema": {"type": "string"}}},
    "content": {"application/json": {"schema": {"type": "object", "required": ["error"]}}},
}


def describe(page: Page) -> dict[str, Any]:
    """The part of the description that a page's declaration tells."""
    told: dict[str, Any] = {
        "parameters": [_parameter(one) for one in (*page.of("path"), *page.of("query"))],
        "responses": {
            "200": {"description": page.title, "content": {media: _body_of(media) for media in page.media}},
            **{
                code: {"description": text, "content": {"text/html": {"schema": {"type": "string"}}}}
                for code, text in _REFUSALS[page.method].items()
            },
            "303": {
                "description": _MOVED[page.method],
                "headers": {"Location": {"required": True, "schema": {"type": "string"}}},
            },
            "503": {"description": "پایگاه داده پاسخ نمی‌دهد", "content": {"text/html": {"schema": {"type": "string"}}}},
        },
        "x-permission": str(page.needs),
        "x-roles": sorted(GRANTED.get(page.needs, ())),
    }
    if page.needs is not Permission.ANYONE:
        told["security"] = [{"session": []}]
        told["responses"]["401"] = _SIGN_IN
    if page.method == "POST":
        told["requestBody"] = {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": _form(page)}},
        }
    return told


def _body_of(media: str) -> dict[str, Any]:
    """A page or a file is a text of its own form; what JSON holds is told by its own names."""
    return {"schema": {}} if media == "application/json" else {"schema": {"type": "string"}}


def describe_laptop_route(media: str, *, signed: bool = True) -> dict[str, Any]:
    """The routes of laptops: sealed bytes in, bytes or JSON out, every fault as a code (docs/sync-format.md).

    `signed`: the request proves itself by its headers; a message that joins does so by itself.
    """
    refused = {
        "description": "رد، با کد",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["code"],
                    "properties": {"code": {"type": "string", "enum": list(get_args(ErrorCode))}},
                }
            }
        },
    }
    answer: dict[str, Any] = {"type": "string", "format": "binary"} if media == BINARY else {"type": "object"}
    body = {BINARY: {"schema": {"type": "string", "format": "binary"}}} if signed else {"application/json": _STATEMENT}
    told: dict[str, Any] = {
        "requestBody": {"required": True, "content": body},
        "responses": {
            "200": {"description": "پاسخ", "content": {media: {"schema": answer}}},
            **dict.fromkeys(map(str, sorted(set(STATUS.values()))), refused),
        },
        "x-permission": str(Permission.LAPTOP),
    }
    if signed:
        told["security"] = [{"laptop": []}]
        told["parameters"] = [
            {"name": name, "in": "header", "required": True, "schema": {"type": "string"}}
            for name in (OFFICE_HEADER, DEVICE_HEADER, TOKEN_HEADER)
        ]
    return told


def describe_watched(media: str, *refusals: str) -> dict[str, Any]:
    """What watchers read, and with which codes they are refused."""
    return {
        "responses": {
            "200": {"description": "پاسخ", "content": {media: {"schema": {}}}},
            **{code: {"description": "رد"} for code in refusals},
        }
    }


def _parameter(one: Param) -> dict[str, Any]:
    schema = {"type": "array", "items": dict(one.read.schema)} if one.many else dict(one.read.schema)
    if one.where == "query":
        schema = {"allOf": [schema, _FILLED_IN]} if one.required else {"anyOf": [schema, _NOT_FILLED_IN]}
    return {
        "name": one.name, "in": one.where, "required": one.required, "description": one.label, "schema": schema,
    }  # fmt: skip


def _form(page: Page) -> dict[str, Any]:
    fields = {
        one.name: ({"type": "array", "items": dict(one.read.schema)} if one.many else dict(one.read.schema))
        | {"description": one.label}
        for one in page.of("form")
    }
    token = {"type": "string", "description": "نشان برگه، از همان صفحه"}
    return {
        "type": "object",
        "properties": {"csrf": token, **fields},
        "required": ["csrf", *(one.name for one in page.of("form") if one.required)],
        "additionalProperties": page.open_form,
    }


_FILLED_IN = {"type": "string", "pattern": "\\S"}
_NOT_FILLED_IN = {"type": "string", "pattern": "^\\s*$"}
"""A field of a form of filters that was left empty is none."""
_STATEMENT = {
    "schema": {
        "type": "object",
        "required": ["purpose", "by", "content", "signature"],
        "properties": {
            "purpose": {"type": "string"}, "by": {"type": "string"}, "content": {"type": "object"},
            "signature": {"type": "string"},
        },
    }
}  # fmt: skip
SECURITY = {
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-tashilgar"},
    "laptop": {"type": "apiKey", "in": "header", "name": SIGNATURE_HEADER},
}
"""How callers prove themselves: people by the cookie of their session, laptops by a signature over each request."""
