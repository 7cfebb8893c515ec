"""The one encrypted office file: opening, writing with a log, reading, searching, checking."""
