"""An attachment as something to look at: pages as pictures, or words. Nothing of it goes through a file."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from vitalshift_desktop.domain.attachments import AttachmentKind, kind_of
from vitalshift_desktop.domain.problems import AttachmentNotOpening
from vitalshift_desktop.ui.documents.pdf_file import WIDEST, page_picture, pages_of

MOST_MEGABYTES = 512
"""What a picture may take in memory while it is read: about 130 million dots."""
_TEXT_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Leaves:
    """How many pages there are, or the words of a text."""

    kind: AttachmentKind
    count: int
    words: str = ""


def leaves_of(data: bytes) -> Leaves:
    """What there is to see; for the worker. Raises AttachmentNotOpening when the app cannot show it."""
    kind = kind_of(data)
    if kind is AttachmentKind.TEXT:
        return Leaves(kind, 1, data.decode("utf-8").removeprefix(_TEXT_MARK))
    if kind is AttachmentKind.PDF:
        count = pages_of(data)
        page_picture(data, 0, 64)
        return Leaves(kind, count)
    _picture(data, 64)
    return Leaves(kind, 1)


def leaf(data: bytes, kind: AttachmentKind, number: int, width: int) -> QImage:
    """One page or picture, so many dots wide; for the worker. Raises AttachmentNotOpening."""
    if kind is AttachmentKind.PDF:
        return page_picture(data, number, width)
    return _picture(data, width)


def _picture(data: bytes, width: int) -> QImage:
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)  # a photograph says itself which way is up
    image = reader.read()
    if image.isNull():
        raise AttachmentNotOpening
    wanted = min(width, WIDEST, max(1, WIDEST * image.width() // max(image.height(), 1)))
    if wanted < image.width():
        size = QSize(wanted, WIDEST)
        image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image
