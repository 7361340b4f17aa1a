"""Check my vault: looked at from inside with the key, and from outside as a thief would."""
