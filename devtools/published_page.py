"""`docs/published.md`: what the province may see. `python -m devtools.published_page` writes the page anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.kinds import KINDS
from desktop.sync.publish import held_until, person_of, published_kinds, rulings
from desktop.sync.publish.cases import CASES, COLLECTIVE, UNPUBLISHED, Condition

PAGE = Path(__file__).resolve().parents[1] / "docs" / "published.md"
_BEFORE = """# What the province may see

Written from `desktop/sync/publish/` by `python -m devtools.published_page`; a test holds both equal. When an operation
is sealed its fields are split by this table: what is open goes into the body that the province can read, the rest into
the body that only the office's own laptops can. The condition follows from the declaration of the field (`derived`);
where it does not, the field stands among the cases (`cases.py`) with its reason and is marked `*` here.

| condition | the province reads the field |
|---|---|
| `always` | of every record of the kind |
| `of_place` | where the record is of a neighbourhood or a group, and so of nobody |
| `with_consent` | where the person whom the record concerns agreed to `sync_to_province`, and that is live today |
| `never` | of no record, whoever agreed |

- **A record of which nothing is open is not told of at all**: neither its id nor its kind, nor that it was deleted.
  Of a record of which something is open, `deleted_at` is told too.
- **Whom a record concerns** is told by one field of it (`person_of`); what concerns nobody has nobody's consent.
- **A consent that is given reveals** the fields marked `with_consent` of all that concerns the person, the person
  first. One that ends (withdrawn, run out, the file erased or merged) hides the same fields, the person last.
- **What may be hidden again lies in both bodies**: the province's is then emptied, and a laptop that reads it later
  still learns all from the other. Only what is open for good lies in the open body alone.
- **A field that nobody has thought about stays in the office**: a text is open only if it is public or if the program
  refuses residents' names in it (`nameless`). So it is with numbers that people type, lists of texts and rows.
- **Who did it** is never told: neither the colleague who follows a need nor the one who went on a visit (G-30), nor
  whose account typed it. That stands beside the sealed body's operations alone (sync-format.md).
- **A record that becomes somebody's** (a need of a place that turns out to be a person's, a visit that was another's)
  hides what lies open no more. What was never told is not hidden either, since that would tell that it is there.
"""


def page() -> str:
    """The whole page."""
    return "".join((_BEFORE, *_unpublished(), *(line for kind in published_kinds() for line in _kind(kind))))


def _unpublished() -> Iterator[str]:
    yield "\n## Kinds of which nothing is published\n\n| kind | | why |\n|---|---|---|\n"
    for name, why in UNPUBLISHED.items():
        yield f"| `{name}` | {KINDS[name].label} | {why} |\n"


def _kind(name: str) -> Iterator[str]:
    yield f"\n## `{name}` {KINDS[name].label}\n\n"
    yield from (f"{told}\n\n" for told in _told_of(name))
    yield "| field | label | condition | why |\n|---|---|---|---|\n"
    for field, ruling in rulings(name).items():
        mark = "*" if (name, field) in CASES else ""
        yield f"| `{field}` | {KINDS[name].fields[field].label} | `{ruling.condition}`{mark} | {ruling.why} |\n"


def _told_of(name: str) -> Iterator[str]:
    person, held = person_of(name), held_until(name)
    if Condition.WITH_CONSENT in {ruling.condition for ruling in rulings(name).values()}:
        yield f"Concerns the person in `{person}`."
    if held:
        yield f"Nothing of a record is open before `{held}` is filled."
    if name in COLLECTIVE:
        field, values = COLLECTIVE[name]
        yield f"Of a place when `{field}` is {' or '.join(f'`{value}`' for value in sorted(values))}."


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
