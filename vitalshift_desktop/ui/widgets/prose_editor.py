"""An editor for the words of the record: plain text that grows as it is written."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hatching import paint_hatching
from vitalshift_desktop.ui.widgets.prose_insert import insert_foreign
from vitalshift_desktop.ui.widgets.prose_keys import move_items, new_line
from vitalshift_desktop.ui.widgets.prose_menu import prose_menu
from vitalshift_desktop.ui.widgets.prose_offers import ProseOffers
from vitalshift_desktop.ui.widgets.spell_marks import SpellMarks

_PARAGRAPH = "\u2029"
_LINE = "\u2028"
_FOR_OFFERS = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProseEditor(QTextEdit):
    """Plain text in the serif face; `typed` tells only what the user did."""

    typed = Signal()
    focused = Signal(bool)

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        role: str = "record",
        minimum_lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._font_role = role
        self._minimum_lines = minimum_lines
        self._known = ""
        self._dressed_for = 0  # the line height in pixels; none yet
        self._is_covered = False
        self.setProperty("role", "prose")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.spelling = SpellMarks(self)
        self.offers = ProseOffers(self, self.spelling)
        self._dress()
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._keep_cursor_in_view)
        self.cursorPositionChanged.connect(self.offers.look)
        theme().changed.connect(self._dress)

    def text(self) -> str:
        """What is written, character by character, with a line feed after each paragraph but the last."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def show_text(self, text: str) -> None:
        """Show this text without telling anybody; where it stands already, cursor and undo stay too."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text == self.text():
            return
        self._known = text
        self.setPlainText(text)
        self._dress()

    def set_signed(self, signed: bool) -> None:
        """Show the words of a signed note, without a caret, or let the user write again."""
        self.setReadOnly(signed)
        self.setUndoRedoEnabled(not signed)
        self.setCursorWidth(0 if signed else 1)
        self._look_at_spelling()

    @property
    def is_covered(self) -> bool:
        """Whether the words are hidden under hatching now."""
        return self._is_covered

    def set_covered(self, covered: bool) -> None:
        """Hide the words under hatching of the same height; nothing can be typed or copied meanwhile."""
        self._is_covered = covered
        self.setEnabled(not covered)
        self.offers.close_all()
        self._look_at_spelling()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_covered:
            super().paintEvent(event)
            self.spelling.paint(QPainter(self.viewport()), event.rect())
            return
        painter = QPainter(self.viewport())
        lines = round(self.document().size().height() / self._dressed_for) if self.text() else 0
        for line in range(lines):
            top = line * self._dressed_for + 3
            paint_hatching(painter, QRectF(0, top, self.viewport().width(), self._dressed_for - 6))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() and not self.isReadOnly():
            insert_foreign(self.textCursor(), source.text(), self.offers.say)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on selected text would begin to drag it, out of the app perhaps; it begins a new selection.
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.LeftButton and self.textCursor().hasSelection() and not extends:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        # A key that is meant for the list beside the caret must not press a button or go back to another page.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if (self.offers.is_open or self.offers.words) and plain and event.key() in _FOR_OFFERS:
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        # Tab takes what is offered, and moves an item of a list in or out; anywhere else it goes on to the next field.
        if self.hasFocus() and not self.isReadOnly():
            if next_one and self.offers.take_current():
                return True
            if move_items(self.textCursor(), inward=next_one):
                return True
        return super().focusNextPrevChild(next_one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.offers.takes(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif self.isReadOnly() or not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key does something here that Qt knows nothing of."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt takes Enter on an empty line for "back to plain format": it would swallow the blank line.
            new_line(self.textCursor())
            self.ensureCursorVisible()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()  # a line like any other, without going on with a list
            self.ensureCursorVisible()
        elif ctrl and event.key() == Qt.Key.Key_J:
            self.offers.show_snippets()
        elif ctrl and event.key() == Qt.Key.Key_Period:
            self.offers.show_spellings()
        elif event.key() == Qt.Key.Key_F7:
            self.offers.next_misspelt()
        elif ctrl and event.key() == Qt.Key.Key_Y:
            self.redo()
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.spelling.mark_at(self.textCursor().position()):
            self.offers.show_spellings()
            return
        prose_menu(self, self.spelling, self.offers, event).popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offers.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.offers.close()
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offers.close()
        self.focused.emit(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_spelling()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offers.close_all()
        self._look_at_spelling()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._line() != self._dressed_for:
            self._dress()

    def _look_at_spelling(self) -> None:
        self.spelling.want(wanted=self.isVisible() and not self._is_covered and not self.isReadOnly())

    def _line(self) -> int:
        return theme().line_height(self._font_role)

    def _dress(self) -> None:
        """Give font and line height, which is not a thing to undo and not a thing that was typed."""
        self._dressed_for = self._line()
        self.setFont(theme().font(self._font_role))
        keep_undo = self.isUndoRedoEnabled() and self.document().isUndoAvailable()
        lines = QTextBlockFormat()
        lines.setLineHeight(self._dressed_for, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        if keep_undo:
            cursor.joinPreviousEditBlock()
            cursor.mergeBlockFormat(lines)
            cursor.endEditBlock()
        else:
            self.setUndoRedoEnabled(False)
            cursor.mergeBlockFormat(lines)
            self.setUndoRedoEnabled(not self.isReadOnly())
        self._grow()

    def _grow(self) -> None:
        lowest = self._minimum_lines * self._dressed_for
        frame = self.height() - self.viewport().height()  # what a framed editor's border and padding take
        height = max(lowest, round(self.document().size().height())) + max(4, frame)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        text = self.text()
        if text != self._known:
            self._known = text
            self.typed.emit()

    def _keep_cursor_in_view(self) -> None:
        if not self.hasFocus():
            return
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        content = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and content is not None:
            place = self.viewport().mapTo(content, self.cursorRect().center())
            above.ensureVisible(place.x(), place.y(), 0, 2 * self._dressed_for)
