"""The screen «تقویم»."""
