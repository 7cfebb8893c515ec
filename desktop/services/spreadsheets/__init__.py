"""Spreadsheets in and out: what an office kept in Excel becomes records, and the records a sheet again (ADR 11)."""
