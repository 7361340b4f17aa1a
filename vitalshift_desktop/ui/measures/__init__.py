"""Check-in entry and the alliance page."""
