"""The cells of a table's line as the page writes them; a page of sums has some thousand, so they are no template."""

from __future__ import annotations

from markupsafe import Markup, escape

from province.rollup.tables import Line, Table

_MUTED = ("پوشیده", "گزارش نرسیده")
_NO_LINK = ("۰", "—")


def cells(line: Line, table: Table, link: str | None = None) -> Markup:
    """All cells after the first. `link`: where the records behind a county's number stand, for all but the last."""
    last, made = len(table.columns) - 1, []
    for place, (column, value) in enumerate(zip(table.columns, line.values, strict=False)):
        if not place:
            continue
        told = value.text
        shown = escape(told)
        if link and line.county and place < last and told not in _NO_LINK:
            shown = _LINK.format(link, column.name, line.county, told)
        elif told in _MUTED or told.startswith("کمتر از"):
            shown = _SPAN.format(told)
        made.append(f"{_WORDS if column.wide else _NUMBER}{shown}</td>")
    return Markup("".join(made))  # noqa: S704  every part is escaped above


_WORDS, _NUMBER = "<td>", '<td class="number">'
_SPAN = Markup('<span class="muted">{}</span>')
_LINK = Markup('<a href="{}?field={}&amp;county={}">{}</a>')
