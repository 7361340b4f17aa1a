"""How an older vault becomes a current one, step by step."""
