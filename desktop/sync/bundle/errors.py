"""Why something that came from outside is not taken; the sentences for people are made of the codes."""

from __future__ import annotations

from typing import Literal

Code = Literal[
    "truncated",  # the end is missing
    "tampered",  # damaged, on the way or on purpose
    "wrong_key",  # sealed under another key than ours
    "newer_format",  # written by a newer program
    "bad_signature",  # not signed by whom it should be
    "not_for_us",  # none of our keys opens it
    "not_a_courier_file",
    "wrong_code",  # the code was mistyped, or belongs to another file
]


class BundleError(Exception):
    """These bytes cannot be used; `code` says why, `detail` where, for the log."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: Code = code


class SegmentError(BundleError):
    """No segment that can be used; nothing of it may be taken."""


class KeysError(BundleError):
    """A key, a signed statement or a text under a code that cannot be used."""


class ManifestError(BundleError):
    """No manifest that can be used; the segments that came with it stand for themselves."""


class ContainerError(BundleError):
    """The courier's file ends here; what was read of it before may be used, its acknowledgements not."""
