"""Rows to domain objects and back, one module for each subject."""
