"""Tests of the screen «رویدادها»."""
