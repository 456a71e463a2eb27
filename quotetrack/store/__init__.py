"""Opening a database, units of work with audit and undo, and reading pages."""
