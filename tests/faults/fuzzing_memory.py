"""How much memory odd headers take: `python -m tests.faults.fuzzing_memory HEADER CODE COUNT`.

Tells in MiB how much a header that asks for a terabyte raised the peak, how much all the others did, and the peak.
"""

import json
import random
import resource
import sys
from pathlib import Path

from tests.faults.fuzz_targets import with_sum
from tests.faults.mutations import bytes_changed, values_changed
from vitalshift_desktop.domain.problems import KeySettingsOutOfBounds, VaultProblem
from vitalshift_desktop.vault.files.documents import BadDocument
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

TERABYTE = 2**30  # KiB


def peak() -> float:
    """The most memory this process ever held, in MiB; where Linux tells it, without what its parent held.

    `ru_maxrss` survives the start of a new program: under a grown test process it would hide every rise.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        held = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))


def bomb(data: bytes) -> None:
    """Read a header that asks for a terabyte of memory."""
    document = json.loads(data)
    document["slots"][0]["kdf"]["m_kib"] = TERABYTE
    try:
        read_header(with_sum(document))
    except KeySettingsOutOfBounds:
        return
    raise AssertionError("a terabyte was granted")


def attempt(data: bytes, code: RecoveryCode, dice: random.Random) -> None:
    """Read one odd header, and try to open it."""
    changed = bytes_changed(data, dice)
    if dice.random() < 0.5:
        document = json.loads(data)
        values_changed(document, dice)
        changed = with_sum(document)
    try:
        unlocked(read_header(changed), code).wipe()
    except (BadDocument, VaultProblem):
        pass


def main() -> None:
    """Measure."""
    data, code, dice = Path(sys.argv[1]).read_bytes(), RecoveryCode.parse(sys.argv[2]), random.Random(19)
    before = peak()
    bomb(data)
    after_bomb = peak()
    for _ in range(int(sys.argv[3])):
        attempt(data, code, dice)
    print(after_bomb - before, peak() - after_bomb, peak())


main()
