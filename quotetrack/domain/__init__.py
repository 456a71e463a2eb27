"""The vocabulary, value types and pure rules; apart from them, the SQLModel tables."""
