"""Colors, type, icons and the one style sheet."""
