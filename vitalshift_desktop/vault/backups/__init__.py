"""Backups: made and proven, kept by rules, looked at again, and restored as a whole vault."""
