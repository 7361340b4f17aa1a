"""Paper and PDF, set from frozen domain objects."""
