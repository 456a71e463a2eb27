"""Writing an import: rows in bulk, in transactions of their own, as one entry of the trail."""
