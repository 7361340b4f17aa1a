"""The windows before the vault is open."""
