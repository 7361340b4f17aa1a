"""Scans and files of a client: adding them and looking at them."""
