"""Tests of the screen «نیازها»."""
