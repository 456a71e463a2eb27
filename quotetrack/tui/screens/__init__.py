"""The screens a user moves between, one a file."""
