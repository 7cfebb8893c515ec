"""Printables: plain rows in, a Persian PDF out."""
