"""The search language: text to terms to a backend's clause."""
