"""Consents and releases of a client, and who may know what."""
