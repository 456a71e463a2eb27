"""The commands, one a module: a description, examples, its options, and what it does."""
