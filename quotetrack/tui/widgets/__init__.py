"""The panes and bars that screens are put together from, one a file."""
