"""What a page takes and answers, as OpenAPI tells it to programs."""

from __future__ import annotations

from typing import Any

from province.access import GRANTED, Permission
from province.pages.declared import Page, Param

_REFUSALS = {
    "GET": {"303": "به ورود", "403": "بیرون از اجازه", "404": "نیست", "422": "خوانده نشد"},
    "POST": {
        "303": "انجام شد، یا به ورود", "400": "خوانده نشد", "403": "بیرون از اجازه، یا برگهٔ دیگری", "404": "نیست",
        "411": "بی اندازه", "413": "بزرگ", "415": "برگه نیست", "422": "پذیرفته نشد",
    },
}  # fmt: skip


def describe(page: Page) -> dict[str, Any]:
    """The part of the description that a page's declaration tells."""
    told: dict[str, Any] = {
        "parameters": [_parameter(one) for one in (*page.of("path"), *page.of("query"))],
        "responses": {
            "200": {"description": page.title, "content": {page.media: {"schema": {"type": "string"}}}},
            **{
                code: {"description": text, "content": {"text/html": {"schema": {"type": "string"}}}}
                for code, text in _REFUSALS[page.method].items()
            },
            "503": {"description": "پایگاه داده پاسخ نمی‌دهد"},
        },
        "x-permission": str(page.needs),
        "x-roles": sorted(GRANTED.get(page.needs, ())),
    }
    if page.needs is not Permission.ANYONE:
        told["security"] = [{"session": []}]
    if page.method == "POST":
        told["requestBody"] = {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": _form(page)}},
        }
    return told


def describe_laptop_route(media: str) -> dict[str, Any]:
    """The routes of laptops: sealed bytes in, bytes or JSON out, every fault as a code (docs/sync-format.md)."""
    content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    refused = {"description": "رد، با کد", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {"description": "پاسخ", "content": {media: {"schema": {}}}},
            **dict.fromkeys(("400", "401", "403", "404", "409", "410", "413", "422", "426", "503"), refused),
        },
        "x-permission": str(Permission.LAPTOP),
    }


def describe_watched(media: str, *refusals: str) -> dict[str, Any]:
    """What watchers read, and with which codes they are refused."""
    return {
        "responses": {
            "200": {"description": "پاسخ", "content": {media: {"schema": {}}}},
            **{code: {"description": "رد"} for code in refusals},
        }
    }


def _parameter(one: Param) -> dict[str, Any]:
    schema = {"type": "array", "items": dict(one.schema)} if one.many else dict(one.schema)
    return {
        "name": one.name, "in": one.where, "required": one.where == "path", "description": one.label, "schema": schema,
    }  # fmt: skip


def _form(page: Page) -> dict[str, Any]:
    fields = {
        one.name: ({"type": "array", "items": dict(one.schema)} if one.many else dict(one.schema))
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


SECURITY = {"session": {"type": "apiKey", "in": "cookie", "name": "__Host-tashilgar"}}
