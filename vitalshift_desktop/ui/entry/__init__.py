"""Entering the forms that clients answer: on paper, read aloud, or in words."""
