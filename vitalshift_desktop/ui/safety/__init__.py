"""The safety plan of a client on screen."""
