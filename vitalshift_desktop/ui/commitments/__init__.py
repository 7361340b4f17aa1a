"""What client and counselor agreed to keep, and what became of it."""
