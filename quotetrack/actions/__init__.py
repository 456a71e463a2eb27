"""What a user can do: one function an action, and their registry."""
