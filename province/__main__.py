"""`tashilgar-province` (docs of its words: contract.md §2)."""

from __future__ import annotations


def main() -> int:
    """The provincial server's command line."""
    raise SystemExit("not here yet")


if __name__ == "__main__":
    raise SystemExit(main())
