"""The sample database: two invented stories, one retold, and the desk that works on them."""
