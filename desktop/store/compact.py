"""Writing the office file anew, so that nothing of what was erased is left in its free space."""

from __future__ import annotations

from desktop.store.engine import connect, translated
from desktop.store.office_file import OfficeFile


def compact(office: OfficeFile) -> None:
    """Needs as much free room as the file is large for a moment; UnavailableError when there is none."""
    with translated():
        raw = connect(office.folder.database, office.data_key)
        try:
            raw.execute("VACUUM")
        finally:
            raw.close()
    office.checkpoint()
