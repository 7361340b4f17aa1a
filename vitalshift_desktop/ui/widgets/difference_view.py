"""A wording with what changed in it marked, for standing beside another one."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.text_difference import Piece
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _


class DifferenceLabel(RecordLabel):
    """Changed words are struck through where they went, bold and underlined where they came; never told by color."""

    def __init__(
        self, pieces: Sequence[Piece] = (), *, privacy: Privacy | None, removed: bool, parent: QWidget | None = None
    ) -> None:
        self._pieces: tuple[Piece, ...] = ()
        self._removed = removed
        super().__init__(privacy=privacy, role="rail", parent=parent)
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show this wording."""
        self._pieces = tuple(pieces)
        self.show_text("".join(piece.text for piece in pieces))
        changed = "; ".join(piece.text.strip() for piece in pieces if piece.changed and piece.text.strip())
        words = _("taken out: {words}") if self._removed else _("new: {words}")
        self._spoken = words.format(words=changed) if changed else ""
        self._describe()

    def _on_privacy(self) -> None:
        super()._on_privacy()
        self._describe()

    def _describe(self) -> None:
        spoken = getattr(self, "_spoken", "")
        self.setAccessibleDescription("" if self.is_covered else spoken)

    def _dress(self, layout: QTextLayout, start: int) -> None:
        look = QTextCharFormat()
        if self._removed:
            look.setFontStrikeOut(True)
            look.setForeground(theme().color("text2"))
        else:
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.DemiBold)
        formats = []
        place, end = 0, start + len(layout.text())
        for piece in self._pieces:
            first, last = max(place, start), min(place + len(piece.text), end)
            place += len(piece.text)
            if piece.changed and first < last:
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = first - start, last - first, look
                formats.append(part)
        layout.setFormats(formats)
