"""The one file that reads PDF files, by pypdfium2; always on the one worker beside the window, as PDFium asks for.

No JavaScript is run: the library is built without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from vitalshift_desktop.domain.problems import AttachmentNotOpening

if TYPE_CHECKING:
    import pypdfium2

POINTS_TO_INCH = 72
WIDEST = 4_000
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD of PDFium's fpdfview.h


def pages_of(data: bytes) -> int:
    """How many pages a PDF has; raises AttachmentNotOpening when it does not open or has none."""
    document = _opened(data)
    try:
        if not len(document):
            raise AttachmentNotOpening
        return len(document)
    finally:
        document.close()


def page_picture(data: bytes, number: int, width: int) -> QImage:
    """The page `number`, from 0, so many dots wide at most 4,000; raises AttachmentNotOpening where that fails."""
    import pypdfium2

    document = _opened(data)
    try:
        if document.get_formtype():
            document.init_forms()  # else what was filled in is not painted
        page = document[number]
        # By both sides: a page as thin as a hair and a mile long would take all the memory there is.
        scale = min(min(width, WIDEST) / max(page.get_width(), 1.0), WIDEST / max(page.get_height(), 1.0))
        bitmap = page.render(scale=scale, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
        size = QSize(bitmap.width, bitmap.height)
        picture = QImage(bytes(bitmap.buffer), size.width(), size.height(), bitmap.stride, QImage.Format.Format_RGB32)
        return picture.copy()
    except pypdfium2.PdfiumError:
        raise AttachmentNotOpening from None
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        wants_password = getattr(error, "err_code", None) == _WRONG_PASSWORD
        raise AttachmentNotOpening(wants_password=wants_password) from None
