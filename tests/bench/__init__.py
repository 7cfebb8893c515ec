"""Figures of the product against floors and peers of the same run. Not collected by pytest."""
