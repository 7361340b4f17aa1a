"""VitalShift Desktop: an offline, encrypted, alliance-aware record for one counselor."""

__version__ = "0.5.0"
