"""A client's boundary agreements."""
