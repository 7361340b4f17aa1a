"""The bytes of a file that somebody chose or dropped."""

from pathlib import Path

from vitalshift_desktop.domain.attachments import check_size
from vitalshift_desktop.domain.problems import FileNotReadable


def content_of(path: Path) -> bytes:
    """Every byte of a file, unless there are too many. Raises AttachmentTooLarge or FileNotReadable."""
    try:
        if not path.is_file():
            raise FileNotReadable
        check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError:
        raise FileNotReadable from None
