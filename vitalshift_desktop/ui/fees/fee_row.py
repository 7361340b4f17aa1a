"""One session whose fee is still to come or to be decided, as a row."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.services.fee_lines import FeeLine
from vitalshift_desktop.ui.dates_in_words import span_words, weekday_and_day
from vitalshift_desktop.ui.money_words import money_words
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_words import absence_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.words import _

KEYS = {
    Qt.Key.Key_P: SessionCommand.PAID,
    Qt.Key.Key_W: SessionCommand.FEE_WAIVED,
    Qt.Key.Key_N: SessionCommand.FEE_NOT_CHARGED,
    Qt.Key.Key_Return: SessionCommand.FEE_FORM,
    Qt.Key.Key_Enter: SessionCommand.FEE_FORM,
}


class FeeRow(RingedRow):
    """P paid, W waived, N not charged, Enter for amount and day; a right click has it all."""

    asked = Signal(object, object)
    menu_wanted = Signal(object, object)
    step_wanted = Signal(int)

    def __init__(self, line: FeeLine, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        session_id = line.session.id
        self.setObjectName(f"fees.row.{session_id}")
        self.setMinimumHeight(theme().scale(40))
        money = money_words(line.fee.amount, line.fee.currency)
        what = "" if line.session.stands else absence_words(line.session)
        self.setAccessibleName(", ".join(part for part in (name, span_words(line.session), what, money) if part))
        is_open = line.fee.is_open
        self.act = Button(_("Charge as agreed") if is_open else _("Mark paid"))
        self.act.setObjectName(f"fees.act.{session_id}")
        self.act.setAccessibleName(f"{self.act.text()}, {name}, {weekday_and_day(line.session.day)}, {money}")
        self.act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._command = SessionCommand.FEE_DUE if is_open else SessionCommand.PAID
        self.act.clicked.connect(self._on_act)
        self.more = IconButton("dots-three-bold", _("More for {name}").format(name=name))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self._on_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 2, 4)
        row.setSpacing(10)
        row.addWidget(TextLabel(span_words(line.session), size="m", wrap=False))
        row.addWidget(TextLabel(what, tone="2", size="m"), 1)
        row.addWidget(TextLabel(money, size="m", wrap=False))
        row.addWidget(self.act)
        row.addWidget(self.more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        command = KEYS.get(Qt.Key(event.key()))
        if plain and step is not None:
            self.step_wanted.emit(step)
        elif plain and command is not None:
            self.asked.emit(command, self.line)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.line, event.globalPos())

    def _on_act(self) -> None:
        self.asked.emit(self._command, self.line)

    def _on_more(self) -> None:
        self.menu_wanted.emit(self.line, self.more.mapToGlobal(QPoint(0, self.more.height())))
