"""What every problem has in common."""


class Problem(Exception):
    """A fact that the counselor can do something about; its sentence stands in `sentences`."""
