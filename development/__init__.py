"""Tools for those who work on quotetrack; nothing here is shipped."""
