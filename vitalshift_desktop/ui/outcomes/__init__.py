"""The tab "Outcomes" of a client: the courses of all measures but the session check-in."""
