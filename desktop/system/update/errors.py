"""Why a package is not installed; the sentences for people are made of the codes."""

from __future__ import annotations


class UpdateError(Exception):
    """Nothing was changed. `code` names the sentence, `facts` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
