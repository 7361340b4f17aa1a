"""Invented files to attach, made where they are needed."""

from pathlib import Path

import typst
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def pdf(pages: int = 2, words: str = "Consent to therapy") -> bytes:
    """A PDF of so many pages."""
    text = "#pagebreak()\n".join(f"= {words}\nPage {number + 1}\n" for number in range(pages))
    made = typst.compile(text.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def png(width: int = 40, height: int = 60) -> bytes:
    """A picture, blue all over."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#1b5a78"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only the device as QIODevice
    return bytes(buffer.data().data())


def file(folder: Path, name: str, data: bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path
