"""An attachment as something to look at: pages as pictures, or words. Nothing of it goes through a file."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from vitalshift_desktop.domain.attachments import AttachmentKind, kind_of
from vitalshift_desktop.domain.problems import AttachmentNotOpening
from vitalshift_desktop.ui.documents.pdf_file import WIDEST, page_picture, pages_of

MOST_MEGABYTES = 512
"""What a picture may take in memory while it is read: about 130 million dots."""
LETTERS, LINES = 12_000, 400
"""What stands on one page of a text at most: a label stands still over a long one, and cuts off a very long one."""
_TEXT_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Leaves:
    """How many pages there are, and of a text the words of each."""

    kind: AttachmentKind
    count: int
    words: tuple[str, ...] = ()


def leaves_of(data: bytes) -> Leaves:
    """What there is to see; for the worker. Raises AttachmentNotOpening when the app cannot show it."""
    kind = kind_of(data)
    if kind is AttachmentKind.TEXT:
        words = text_pages(data.decode("utf-8").removeprefix(_TEXT_MARK))
        return Leaves(kind, len(words), words)
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


def text_pages(text: str) -> tuple[str, ...]:
    """The text in pages that end with a line where one ends in time; nothing of it is left out."""
    pages, lines = list[str](), 0
    for line in text.splitlines(keepends=True) or [""]:
        for start in range(0, len(line), LETTERS) or [0]:
            piece = line[start : start + LETTERS]
            if not pages or lines == LINES or len(pages[-1]) + len(piece) > LETTERS:
                pages.append("")
                lines = 0
            pages[-1] += piece
            lines += 1
    return tuple(pages)


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
