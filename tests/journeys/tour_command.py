"""The command line of the tour: all looks beside each other, or one."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.journeys import tour
from tests.journeys.pictures import LOOKS, Look
from vitalshift_desktop.process import harden_process

FIRST_LOOK = "light"


def main() -> int:
    """Read the command line; the tour in other looks runs beside the one that is told about."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.tour", description=tour.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", choices=tuple(LOOKS), help="in one look only, into a folder that is there")
    given = parser.parse_args()
    folder = given.folder.resolve()
    if given.look:
        return _walk_through(folder, LOOKS[given.look])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "tests.journeys.tour", str(folder), "--look"]
    others = {
        look: subprocess.Popen([*command, look], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for look in LOOKS
        if look != FIRST_LOOK
    }
    code = _walk_through(folder, LOOKS[FIRST_LOOK])
    for look, other in others.items():
        told, _nothing = other.communicate()
        print(f"{'no' if other.returncode else 'ok':3} {look}")
        if other.returncode:
            print(told, file=sys.stderr)
            code = 1
    return code


def _walk_through(folder: Path, look: Look) -> int:
    """The tour in a private home that is removed afterwards; gives the exit code."""
    harden_process()
    time.tzset()
    with tempfile.TemporaryDirectory(prefix="vitalshift-tour-") as home:
        os.environ["HOME"] = home
        return tour.Tour(folder, Path(home), look).run()
