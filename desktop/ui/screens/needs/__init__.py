"""The screen «نیازها»."""
