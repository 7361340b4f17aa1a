"""The review sheets of sessions 3 and 5."""
