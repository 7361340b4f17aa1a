"""Preview of what will be printed."""
