"""The way back from a vault that does not open: what is wrong, what can still be read, and a whole vault made of it."""
