"""Widgets that know no subject: form kit, Jalali field, pickers, lazy table, charts, theme."""
