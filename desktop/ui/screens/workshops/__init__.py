"""The screen «کارگاه‌ها»."""
