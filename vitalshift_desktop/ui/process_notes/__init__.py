"""Pages of process notes, which stand apart from all others."""
