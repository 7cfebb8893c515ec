"""Tests of the screen «کارگاه‌ها»."""
