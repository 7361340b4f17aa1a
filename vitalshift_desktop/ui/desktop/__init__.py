"""What the desktop around the app tells: how long nobody was there, and that somebody is leaving."""
