"""What is true in a practice: frozen dataclasses and plain functions."""
