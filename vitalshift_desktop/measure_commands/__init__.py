"""Scoring, change and charts on the command line: no vault, no window, numbers in and numbers out."""
