"""What the windows and the words are given: the open office and the parts that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.services.viewing import Sitting
from desktop.store.office_file import OfficeFile
from desktop.store.search import Spelling
from desktop.system.settings import Settings


@dataclass(frozen=True)
class AppContext:
    """The parts of one running program, put together once and handed down by constructor."""

    office: OfficeFile
    spelling: Spelling = field(default_factory=Spelling)
    sitting: Sitting = field(default_factory=Sitting)
    settings: Settings = field(default_factory=Settings)
