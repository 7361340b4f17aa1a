"""The reminders page."""
