"""The screen «گزارش‌ها»."""
