"""How the tests of this room ask whether something typed was refused, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.problems import Refusal
from desktop.domain.sentences import SENTENCES


def refused(read: Callable[[str], object], text: str) -> str:
    """The code of the refusal; its sentence must be ready to show, without a single Latin digit."""
    with pytest.raises(Refusal) as caught:
        read(text)
    sentence = SENTENCES[caught.value.code].format(**caught.value.facts)
    assert not any(char in "0123456789{}" for char in sentence), sentence
    return caught.value.code
