"""The recovery sheet on its way to paper: shown, printed or copied by hand, and three groups of it typed back."""

import secrets
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.sheet_check import GROUPS, SheetCheck
from vitalshift_desktop.ui.widgets.sheet_picture import SheetPicture
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.words import _

ASKED_BACK = 3
_BESIDE_FROM = 660  # as wide as the words and the sheet beside each other need to be


class SheetOnPaper(QWidget):
    """Shows the code only until the counselor has it on paper; then asks for three random groups."""

    changed = Signal()
    submitted = Signal()
    print_wanted = Signal()

    def __init__(self, head: Sequence[QWidget]) -> None:
        super().__init__()
        self._asked: tuple[int, ...] = ()
        self._build(head)
        self._connect()

    def _build(self, head: Sequence[QWidget]) -> None:
        self.print_button = Button(_("Print sheet…"), variant="primary", icon="printer")
        self.print_button.setObjectName("setup.print_sheet")
        self.by_hand = Button(_("I have copied it by hand"))
        self.by_hand.setObjectName("setup.by_hand")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.print_button)
        self._buttons.addWidget(self.by_hand)
        self._buttons.addStretch()
        self.check = SheetCheck()
        self.check.hide()
        self._picture = SheetPicture()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._words = self._side(head)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(_at_the_top(self._picture), 1)

    def _side(self, head: Sequence[QWidget]) -> QWidget:
        note = _("Saving it as a file on this computer would undo its purpose, so that is not offered.")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in head:
            column.addWidget(part)
        column.addLayout(self._buttons)
        column.addWidget(TextLabel(note, tone="3", size="c"))
        column.addWidget(Hairline())
        column.addWidget(self.check)
        column.addStretch()
        return side

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_wanted)
        self.by_hand.clicked.connect(self.ask_back)
        self.check.changed.connect(self.changed)
        self.check.submitted.connect(self.submitted)
        self.check.sheet_wanted.connect(self._on_sheet_wanted)

    def show_code(self, groups: Sequence[str], day: str, matches: Callable[[int, str], bool]) -> None:
        """Show the eight groups; `matches(index, typed)` tells whether a group was typed right."""
        self._picture.show_groups(groups, day)
        self._asked = tuple(sorted(secrets.SystemRandom().sample(range(GROUPS), ASKED_BACK)))
        self.check.ask(self._asked, matches)
        self._set_asking(asking=False)

    def ask_back(self) -> None:
        """Hide the code and ask for the three groups from the paper."""
        self._picture.cover()
        self._set_asking(asking=True)
        self.check.fields[0].edit.setFocus()
        self.changed.emit()

    def forget(self) -> None:
        """Forget the code."""
        self._picture.forget()
        self.check.forget()

    @property
    def asked(self) -> tuple[int, ...]:
        """The indexes of the groups asked back, 0 to 7."""
        return self._asked

    def is_complete(self) -> bool:
        """All three groups were typed right."""
        return self.check.is_complete()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme().scale(_BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(48 if self.width() >= theme().scale(800) else 32)
        self._buttons.setDirection(
            QBoxLayout.Direction.TopToBottom if theme().wide_text else QBoxLayout.Direction.LeftToRight
        )
        self._give_room()

    def _give_room(self) -> None:
        """Above the sheet, wrapped words need their height said: the layout would share what they lack."""
        is_above = self._row.direction() is QBoxLayout.Direction.TopToBottom
        self._words.setMinimumHeight(self._words.heightForWidth(self.width()) if is_above else 0)

    def _set_asking(self, *, asking: bool) -> None:
        self.check.setVisible(asking)
        self.by_hand.setHidden(asking)
        self.print_button.show_variant("" if asking else "primary")  # the next thing to do is to type
        self._give_room()

    def _on_sheet_wanted(self) -> None:
        self._picture.uncover()
        self._set_asking(asking=False)
        self.by_hand.setFocus()


def _at_the_top(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addLayout(held(widget))
    column.addStretch()
    return column
