"""Tests of the screen «تقویم»."""
