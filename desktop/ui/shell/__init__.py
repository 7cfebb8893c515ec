"""The main window: rail, global search, login and lock."""
