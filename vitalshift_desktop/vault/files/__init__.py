"""Files and folders handled with care, and what this computer keeps for itself; knows nothing of keys and records."""
