"""A client's goals and their ratings."""
