"""Measurements of what a user waits for; each is a program that prints a table."""
