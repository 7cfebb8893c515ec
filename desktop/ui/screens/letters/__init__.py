"""The screen «نامه‌ها»."""
