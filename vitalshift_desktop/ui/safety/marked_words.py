"""The words of a plan with what is new and what is gone since the version before."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from vitalshift_desktop.domain.safety_plans import Piece, PieceKind
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.words import _


class MarkedWords(ProseEditor):
    """To be read only: new words are underlined and bold, gone ones struck out; both are read out as such."""

    def __init__(self, name: str, privacy: Privacy) -> None:
        super().__init__(name, minimum_lines=1)
        self._privacy = privacy
        self.set_signed(signed=True)
        self.set_covered(privacy.initials_on)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show the words of both versions in one, each piece with its mark."""
        self.show_text("".join(piece.text for piece in pieces))
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        for piece in pieces:
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, len(piece.text)
            )
            cursor.mergeCharFormat(_format(piece.kind))
            cursor.setPosition(cursor.selectionEnd())
        self.setAccessibleDescription(_spoken(pieces))
        self.set_covered(self._privacy.initials_on)


def _format(kind: PieceKind) -> QTextCharFormat:
    form = QTextCharFormat()
    if kind is PieceKind.ADDED:
        form.setFontUnderline(True)
        form.setFontWeight(QFont.Weight.DemiBold)
    elif kind is PieceKind.GONE:
        form.setFontStrikeOut(True)
        form.setForeground(theme().color("text3"))
    return form


def _spoken(pieces: Sequence[Piece]) -> str:
    words = {PieceKind.ADDED: _("New: {text}"), PieceKind.GONE: _("Gone: {text}")}
    return " ".join(
        words[piece.kind].format(text=piece.text.strip())
        for piece in pieces
        if piece.kind in words and piece.text.strip()
    )
