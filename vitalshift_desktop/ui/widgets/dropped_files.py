"""Which files of this computer somebody drags over a page."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer among what is dragged; none where there is anything else."""
    if not data.hasUrls() or not all(url.isLocalFile() for url in data.urls()):
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls())
