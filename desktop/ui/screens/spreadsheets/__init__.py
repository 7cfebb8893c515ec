"""The room «ورود و خروج»: a spreadsheet in three steps, and records as a spreadsheet again."""
