"""Which counts a neighbourhood's profile tells: it always leaves the office, and is printed on any day.

Needs are counted at the end of the last month that is over, so that every printing of a month tells the same, and what
the month before told follows from the records. Where residents stand to work is known of today only: no printing can
know what an earlier one told, and so it is told in bands at all times (G-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from desktop.domain.publication import Publication
from desktop.reports.monthly_copy import ALL, project_cells, project_jobs
from desktop.reports.profile_rows import NeedsRow, Profile
from desktop.reports.told_again import ToldByReport, place_of

Places: TypeAlias = tuple[tuple[str, tuple[NeedsRow, ...]], ...]


def publication_of(profile: Profile) -> Publication:
    """All counts of people and needs in a profile, with the sums over fields and over all places of the office."""
    published = Publication()
    _add_needs(published, profile)
    _add_line(published, "work", [count for _what, count in profile.work])
    published.banded |= {cell for cell in published.counts if str(cell).startswith("work/")}
    _add_line(published, "facilities", [row.jobs for row in profile.facilities])
    published.counts.update(project_cells(profile.projects))
    published.total(*project_jobs(profile.projects))
    published.counts.update((f"surveys/{row.year}", row.respondents) for row in profile.surveys)
    groups = enumerate(profile.groups)
    published.counts.update((f"groups/{at}", row.members) for at, row in groups if row.members is not None)
    if profile.report is not None:
        _hang(published, profile, ToldByReport(profile.report))
    return published


def _add_line(published: Publication, name: str, counts: list[int | None]) -> None:
    known = {f"{name}/{at}": count for at, count in enumerate(counts) if count is not None}
    published.counts.update((*known.items(), (f"{name}/{ALL}", sum(known.values()))))
    published.total(f"{name}/{ALL}", known)


def _add_needs(published: Publication, profile: Profile) -> None:
    """Fields and places with the sums of both."""
    places = tuple(sorted(((profile.key, profile.needs), *profile.needs_elsewhere)))  # whichever of them is printed
    for name, before in (("open", "open_before"), ("met", "met_before")):
        cells = {cell: count for cell, count in _cells(places, name) if count is not None}
        published.counts.update(cells.items())
        published.before.update((cell, count) for cell, count in _cells(places, before) if count is not None)
        for place, rows in places:
            of_place = [f"needs/{row.field}/{name}/{place}" for row in rows]
            _add_sum(published, f"needs/{ALL}/{name}/{place}", of_place)
        if profile.report is not None:
            fields = dict.fromkeys(row.field for _place, rows in places for row in rows)
            for field in fields:
                of_field = [cell for cell in cells if cell.startswith(f"needs/{field}/{name}/")]
                _add_sum(published, f"needs/{field}/{name}/{ALL}", of_field)
            _add_sum(published, f"needs/{ALL}/{name}/{ALL}", [f"needs/{field}/{name}/{ALL}" for field in fields])


def _cells(places: Places, name: str) -> Iterator[tuple[str, int | None]]:
    of = name.removesuffix("_before")
    for place, rows in places:
        yield from ((f"needs/{row.field}/{of}/{place}", getattr(row, name)) for row in rows)


def _add_sum(published: Publication, whole: str, parts: list[str]) -> None:
    published.counts[whole] = sum(published.counts[part] for part in parts)
    published.total(whole, parts)
    if parts and all(part in published.before for part in parts):
        published.before[whole] = sum(published.before[part] for part in parts)


def _hang(published: Publication, profile: Profile, known: ToldByReport) -> None:
    for whole in [cell for cell in published.counts if str(cell).endswith(f"/open/{ALL}")]:
        of_field = str(whole).removesuffix(ALL)
        beneath = [cell for cell in published.counts if str(cell).startswith(of_field) and cell != whole]
        there = of_field.replace("/open/", "/open_end")
        known.hang(published, whole, there, [] if there.startswith(f"needs/{ALL}/") else beneath)
    titles = [row.title for row in known.report.partners.built.projects]
    for at, row in enumerate(profile.projects):
        stands = place_of(titles, row.title)
        for name in ("jobs", "served"):
            if f"projects/{at}/{name}" in published.counts:
                known.hang(published, f"projects/{at}/{name}", f"projects/{stands}/{name}")
