"""Who can open the vault: header, key slots, and the secrets that are typed."""
