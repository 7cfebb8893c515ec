"""Tests of the screen «گزارش‌ها»."""
