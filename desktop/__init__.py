"""Tashilgar (تسهیلگر): the offline desktop program of a neighbourhood facilitation office."""

__version__ = "0.1.0"
