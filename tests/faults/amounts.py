"""How much of everything: a little in the suite, all of it in `make faults`; the same dice unless told otherwise."""

import os
import random

FULL = os.environ.get("FAULTS") == "full"


def amount(short: int, full: int) -> int:
    """So many in the suite, or so many in `make faults`."""
    return full if FULL else short


def dice(number: int) -> random.Random:
    """The dice of one test; `FAULTS_SEED` takes others. The seed stands in the output of a test that fails."""
    seed = int(os.environ.get("FAULTS_SEED", number))
    print(f"seed: FAULTS_SEED={seed}")
    return random.Random(seed)
