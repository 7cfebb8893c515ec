"""The program's one door: without words the window, with words the command line (which never loads Qt)."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Exit codes: 0 done · 1 refused · 2 wrong words · 3 unavailable; anything else is a bug with a crash report."""
    words = sys.argv[1:]
    if words == ["--selfcheck"]:
        from desktop.selfcheck import run_selfcheck

        return run_selfcheck()
    if _wants_a_window(words):
        if not _has_a_screen():
            from desktop.system.terminal import say, use_utf8

            use_utf8()
            say("این‌جا صفحه‌ای برای پنجره نیست. کار بدون پنجره: tashilgar --help")
            return 3
        gc.disable()  # a fifth of the way to the first paint; the first window turns it on again
        from desktop.bootstrap import run_window

        return run_window(words)
    from desktop.cli.app import run

    return run(words)


def _wants_a_window(words: list[str]) -> bool:
    """Without a command: nothing at all, or only the folder."""
    return not words or (words[0] == "--data" and len(words) == 2)


def _has_a_screen() -> bool:
    """Qt ends the whole process where it finds none; only on Linux may there be none."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    sys.exit(main())
