"""The screen «دستگاه‌ها»."""
