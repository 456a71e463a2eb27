"""Reading pages: SQL run by the standard library's sqlite3, returning small frozen rows."""
