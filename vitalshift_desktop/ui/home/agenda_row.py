"""One session of a day as a row: time, name, what it is, and how far its note has come."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from vitalshift_desktop.domain.flags import Flag, FlagKind
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.flag_words import flag_title
from vitalshift_desktop.ui.home.mark_strip import MarkStrip
from vitalshift_desktop.ui.home.session_item import SessionItem
from vitalshift_desktop.ui.money_words import fee_words, money_words
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_words import (
    LineState,
    cut,
    detail_words,
    line_state,
    note_button_words,
    whole_name_tip,
)
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.ui.widgets.tag import Tag
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

TIME_WIDTH, ROW_HEIGHT = 56, 46
LEAST_WIDTH, ROOM_FOR_DETAIL = 280, 70
EMPTY = 2
"""A second line without words has an indent and a stretch."""
SIDE, GUTTER = 16, 32
"""The text begins 16 px inside the row; right of the text is room for the button that opens the menu."""


class AgendaRow(SessionItem):
    """What lies behind is dimmer; what is to come shows what asks for a look; `to_correct` adds the four marks."""

    def __init__(
        self,
        line: SessionLine,
        name: str,
        *,
        has_begun: bool,
        to_correct: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(line, parent)
        self._to_correct = to_correct
        self._has_begun = has_begun
        self._name = name
        self.setObjectName(f"today.row.{line.session.id}")
        self.setMinimumHeight(theme().scale(ROW_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._state = line_state(line, has_begun=has_begun)
        self._build()
        self._name_everything()

    def _build(self) -> None:
        what = TextLabel(detail_words(self.line, in_full=not self._has_begun), tone="2", size="m")
        what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._indent = QSpacerItem(0, 0)
        first = _row()
        for part in self._left_parts():
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(what, 1, Qt.AlignmentFlag.AlignVCenter)
        second = _row()
        for part in self._right_parts():
            second.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        second.insertSpacerItem(0, self._indent)
        second.addStretch(1)
        self._first, self._second = first, second
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._words.addLayout(first, 1)
        self._words.addLayout(second)
        self._more = IconButton("dots-three-bold", _("More for {name}").format(name=self._name))
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._on_more)
        whole = QHBoxLayout(self)
        whole.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(SIDE, 4, 2, 4)
        whole.setSpacing(2)
        whole.addLayout(self._words, 1)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        # Narrower than its parts beside each other: then they stand in two lines, and nothing is cut off.
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().scale(LEAST_WIDTH)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        needed = self._first.minimumSize().width() + self._second.minimumSize().width()
        around = SIDE + self._more.sizeHint().width() + theme().scale(ROOM_FOR_DETAIL)
        in_two = theme().wide_text or needed + around > width
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if (self._words.direction() is down) != in_two and self._second.count() > EMPTY:
            self._indent.changeSize(theme().scale(TIME_WIDTH) if in_two else 0, 0)
            self._words.setDirection(down if in_two else across)
            self.updateGeometry()

    def _left_parts(self) -> list[QWidget]:
        tone = "2" if self._has_begun or not self.line.session.stands else ""
        time = TextLabel(time_words(self.line.session.local_start), tone=tone, wrap=False)
        time.setFixedWidth(theme().scale(TIME_WIDTH) - 8)
        who = TextLabel(cut(self._name), tone=tone, wrap=False)
        who.setToolTip(whole_name_tip(self._name))
        return [time, who]

    def _right_parts(self) -> list[QWidget]:
        parts: list[QWidget] = []
        if self._state is not None:
            parts.extend(_state_parts(self._state))
        elif self.line.flags:
            parts.append(_flag_tag(self.line.flags[0]))
        words = note_button_words(self.line, has_begun=self._has_begun)
        if words:
            # Enter on the row does the same, so the button is no stop of its own on the way through the page.
            button = Button(words)
            button.setObjectName(f"today.note.{self.line.session.id}")
            button.setAccessibleName(_("{action}, {name}").format(action=words, name=self._name))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._on_note)
            parts.append(button)
        return [*parts, *self._fee_parts(), *self._mark_parts()]

    def _mark_parts(self) -> list[QWidget]:
        if not self._to_correct:
            return []
        strip = MarkStrip(self.line.session.attendance, self._name)
        strip.setObjectName(f"today.marks.{self.line.session.id}")
        strip.asked.connect(self.ask)
        return [strip]

    def _fee_parts(self) -> list[QWidget]:
        fee = self.line.fee
        if fee is None or not (self._has_begun or fee.is_open):
            return []
        if not (fee.is_due or fee.is_open):
            return [TextLabel(label(fee.state), tone="3", size="m", wrap=False)] if fee.state else []
        money = money_words(fee.amount, fee.currency)
        words = (_("Mark {money} paid") if fee.is_due else _("Charge {money}?")).format(money=money)
        # P on the row does the same.
        button = Button(words)
        button.setObjectName(f"today.fee.{self.line.session.id}")
        button.setAccessibleName(_("{action}, {name}").format(action=words, name=self._name))
        button.setToolTip(plain_tip(fee_words(fee)))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_paid if fee.is_due else self._on_more)
        return [button]

    def _name_everything(self) -> None:
        state = self._state.words if self._state else ", ".join(flag_title(flag) for flag in self.line.flags)
        parts = (
            time_words(self.line.session.local_start),
            self._name,
            detail_words(self.line, in_full=not self._has_begun),
            state,
            fee_words(self.line.fee) if self.line.fee is not None and self._has_begun else "",
        )
        self.setAccessibleName(", ".join(part for part in parts if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("hover"))
            painter.drawRoundedRect(self.rect(), 7, 7)
            painter.end()
        super().paintEvent(event)

    def _on_note(self) -> None:
        self.ask(SessionCommand.NOTE)

    def _on_paid(self) -> None:
        self.ask(SessionCommand.PAID)

    def _on_more(self) -> None:
        self.ask_for_menu(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    return row


def _state_parts(state: LineState) -> list[QWidget]:
    words = TextLabel(state.words, tone=state.tone, size="m", wrap=False)
    return [IconLabel(state.icon, size=15, line=20), words] if state.icon else [words]


def _flag_tag(flag: Flag) -> Tag:
    return Tag(flag_title(flag), "risk" if flag.kind is FlagKind.ANSWER_TO_REVIEW else "attn")
