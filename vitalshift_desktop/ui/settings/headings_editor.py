"""The headings of a note template, one row each: words, hint, up, down, remove."""

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vitalshift_desktop.domain.note_templates import LONGEST_HINT, LONGEST_NAME, MOST_HEADINGS, Heading
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.reading_order import follow_reading_order
from vitalshift_desktop.words import _


class _Line(QLineEdit):
    """A field that Ctrl+Up and Ctrl+Down move, which Qt would keep for itself."""

    stepped = Signal(int)

    def __init__(self, text: str, name: str, longest: int) -> None:
        super().__init__(text)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        self.setCursorPosition(0)  # where it is too long for its place, its beginning is shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key())
        if by is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class HeadingRow(QWidget):
    """One heading. Ctrl+Up and Ctrl+Down in its fields move it, as its buttons do."""

    edited = Signal()
    move_wanted = Signal(object, int)
    remove_wanted = Signal(object)

    def __init__(self, heading: Heading) -> None:
        super().__init__()
        self._key = heading.key
        self.words = _Line(heading.words, _("Heading"), LONGEST_NAME)
        self.hint = _Line(heading.hint, _("Hint what belongs there"), LONGEST_HINT)
        self.up = IconButton("arrow-up", _("Move up"))
        self.down = IconButton("arrow-down", _("Move down"))
        self.remove = IconButton("x", _("Remove this heading"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(6)
        row.addWidget(self.words, 2)
        row.addWidget(self.hint, 3)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        for field in (self.words, self.hint):
            field.textEdited.connect(self.edited)
            field.stepped.connect(self._on_stepped)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)

    def heading(self) -> Heading:
        """The heading as it stands in the fields."""
        return Heading(self._key, self.words.text(), self.hint.text())

    def show_place(self, *, first: bool, last: bool) -> None:
        """Offer only the moves there are."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _on_stepped(self, by: int) -> None:
        self.move_wanted.emit(self, by)

    def _on_up(self) -> None:
        self.move_wanted.emit(self, -1)

    def _on_down(self) -> None:
        self.move_wanted.emit(self, 1)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self)


class HeadingsEditor(QWidget):
    """All headings in their order; `as_text` keeps them through a lock."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[HeadingRow] = []
        self.add = Button(_("Add a heading"), icon="plus")
        self.add.setObjectName("template.add_heading")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def headings(self) -> tuple[Heading, ...]:
        """The headings as they stand, empty ones too."""
        return tuple(row.heading() for row in self.rows)

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show these headings."""
        for row in tuple(self.rows):
            self._take_out(row)
        for heading in headings:
            self._put_in(heading)
        self._settle()

    def as_text(self) -> str:
        """All of it as one text."""
        return json.dumps([[one.key, one.words, one.hint] for one in self.headings()])

    def show_from_text(self, text: str) -> None:
        """Show what `as_text` gave."""
        self.show_headings(tuple(Heading(*one) for one in json.loads(text)))

    def _on_add(self) -> None:
        row = self._put_in(Heading("", ""))
        self._settle()
        row.words.setFocus()
        self.edited.emit()

    def _on_move(self, row: HeadingRow, by: int) -> None:
        place = self.rows.index(row)
        if not 0 <= place + by < len(self.rows):
            return
        held: QWidget | None = row.focusWidget()
        self.rows.insert(place + by, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(place + by, row)
        self._settle()
        (held if held is not None and held.isEnabled() else row.words).setFocus()
        self.edited.emit()

    def _on_remove(self, row: HeadingRow) -> None:
        place = self.rows.index(row)
        self._take_out(row)
        self._settle()
        (self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add).setFocus()
        self.edited.emit()

    def _put_in(self, heading: Heading) -> HeadingRow:
        row = HeadingRow(heading)
        row.edited.connect(self.edited)
        row.move_wanted.connect(self._on_move)
        row.remove_wanted.connect(self._on_remove)
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # a layout would show it later, and until then it could not take the focus
        return row

    def _take_out(self, row: HeadingRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _settle(self) -> None:
        for place, row in enumerate(self.rows):
            row.show_place(first=place == 0, last=place == len(self.rows) - 1)
        self.add.setEnabled(len(self.rows) < MOST_HEADINGS)
        follow_reading_order(self)
