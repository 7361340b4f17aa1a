"""Saving an instrument as a file: a beginning for one of one's own, in the format in which files are added."""

import json
from pathlib import Path

from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.services.instrument_writing import instrument_text
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically

ENDING = ".json"


def save_instrument(instrument: Instrument, file: Path) -> Path:
    """Write its definition, which holds nothing of the record; gives the file with its ending.

    Raises FolderIsReadOnly, DiskFull or DriveFailed.
    """
    named = file if file.suffix.lower() == ENDING else file.with_name(file.name + ENDING)
    text = json.dumps(json.loads(instrument_text(instrument)), ensure_ascii=False, indent=1) + "\n"
    with told_as_problems():
        write_atomically(named, text.encode())
    return named
