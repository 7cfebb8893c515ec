"""The screen «رویدادها»."""
