"""The screen «مراجعه‌ها»."""
