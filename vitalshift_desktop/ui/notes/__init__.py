"""Writing, signing and reading notes."""
