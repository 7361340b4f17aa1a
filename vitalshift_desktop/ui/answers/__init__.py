"""Answers to critical items: the review of one after the other."""
