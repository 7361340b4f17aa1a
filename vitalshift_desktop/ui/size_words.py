"""How large a file or a drive is, in words."""

from PySide6.QtCore import QLocale

_MEGA = 10**6


def size_words(size: int) -> str:
    """In the units that stand on drives, such as "81 GB"."""
    precision = 0 if size >= _MEGA else 1
    return QLocale().formattedDataSize(size, precision, QLocale.DataSizeFormat.DataSizeSIFormat)
