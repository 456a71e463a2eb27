"""Reading the files of a bulk import: one format a file, a mapping, rows understood or refused."""
