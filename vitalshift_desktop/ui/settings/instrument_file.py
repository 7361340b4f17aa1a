"""Reads the text of an instrument file from its drive."""

from pathlib import Path

from vitalshift_desktop.domain.problems import FileNotReadable, NotAnInstrumentFile

LARGEST = 1_000_000
"""Bytes; the longest questionnaire needs a twentieth of it."""


def text_of(path: Path) -> str:
    """The text of a file; raises FileNotReadable, or NotAnInstrumentFile for one that is too large or no text."""
    try:
        if not path.is_file():
            raise FileNotReadable
        if path.stat().st_size > LARGEST:
            raise NotAnInstrumentFile
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise FileNotReadable from None
    except UnicodeDecodeError:
        raise NotAnInstrumentFile from None
