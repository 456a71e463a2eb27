"""Forms and cards that open over a screen: one a file."""
