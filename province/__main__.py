"""`tashilgar-province`: the words of the provincial server."""

from __future__ import annotations

import sys


def main() -> int:
    """The provincial server's command line."""
    from province.cli.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
