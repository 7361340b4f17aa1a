"""Scores, charts and rules, as pure functions."""
