"""Searching the record: the page with its filters."""
