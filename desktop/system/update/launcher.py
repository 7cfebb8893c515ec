"""What people start: it hands over to the version that the pointer names. Nothing but the standard library.

tashilgar WORDS…              the version that starts
tashilgar --previous WORDS…   once the version before it: the way out when the new one does not open the office
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.system.update.place import Place, free_environment

UNAVAILABLE = 3


def main() -> int:
    """The exit code of the version that was started; 3 when there is none."""
    own = Path(sys.executable).resolve()
    place, words = Place(own.parent), sys.argv[1:]
    back = words[:1] == ["--previous"]
    found = place.previous() if back else place.current()
    if found is None:
        _say("نسخه‌ای از برنامه این‌جا نیست؛ دوباره نصبش کنید.")
        return UNAVAILABLE
    program = place.folder(found.folder) / own.name
    asked = words[1:] if back else words
    call = [str(program), *asked]
    try:
        if os.name != "nt":
            os.execve(program, call, free_environment())  # noqa: S606 - its own program, no shell
        if not asked and own.stem == "tashilgar":  # a window: nobody waits for its end
            subprocess.Popen(call, env=free_environment())
            return 0
        return subprocess.call(call, env=free_environment())
    except OSError:
        _say("این نسخه از برنامه باز نمی‌شود؛ با ‎--previous نسخهٔ پیشین باز می‌شود.")
        return UNAVAILABLE


def _say(sentence: str) -> None:
    if sys.stderr is not None:
        sys.stderr.buffer.write(f"{sentence}\n".encode())
        return
    import ctypes  # a program with a window has no terminal on Windows

    box: Any = getattr(ctypes, "windll").user32.MessageBoxW  # only Windows has it  # noqa: B009
    box(None, sentence, "Tashilgar", 0x100010)  # an error, read from right to left


if __name__ == "__main__":
    sys.exit(main())
