"""Small notes of this computer about its vaults: a move that was asked for, and what a move left behind."""

import json
from collections.abc import Mapping
from pathlib import Path

from vitalshift_desktop.domain.problems import VaultProblem
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.documents import LARGEST
from vitalshift_desktop.vault.files.foreign_files import read_at_most

Notes = dict[str, str]


def read_notes(file: Path) -> Notes:
    """The notes, each a short text by its name; none where the file is missing, damaged or not ours."""
    try:
        found = json.loads(read_at_most(file, LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def write_notes(device: DevicePaths, file: Path, notes: Mapping[str, str]) -> None:
    """Keep these notes in place of the older ones; failing to do so loses a note and nothing else."""
    try:
        with told_as_problems():
            device.made()
            write_atomically(file, json.dumps(dict(notes), sort_keys=True).encode())
    except VaultProblem:
        pass  # a note is a convenience; the vault does not hang on it
