"""Set before the first import of Qt: no screen, one scale and one DPI, so that pictures are alike everywhere."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from hypothesis import settings

# What lands is judged by the same cases twice; developers draw new ones at every run.
settings.register_profile("tashilgar", deadline=None, max_examples=60, derandomize="CI" in os.environ)
settings.load_profile("tashilgar")
