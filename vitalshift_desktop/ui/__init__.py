"""Windows: they ask services and show answers."""
