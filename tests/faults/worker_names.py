"""Names that the worker and its tests share."""


def passphrase(number: int) -> str:
    """The passphrase after this many changes."""
    return f"seven green kettles sing {number}"
