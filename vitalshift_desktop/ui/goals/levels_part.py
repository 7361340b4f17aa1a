"""What each attainment level of a goal looks like, and where the goal stands; a level is set by choosing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_levels import LEVELS
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.ui.level_words import level_meaning, level_sign
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.ringed_row import RingedRow
from vitalshift_desktop.words import _

_SIGN = 22


class LevelRow(RingedRow):
    """One level: its sign, its words, and what it is; filled while the goal stands there."""

    chosen = Signal(int)
    step_wanted = Signal(int)

    def __init__(self, level: int, privacy: Privacy) -> None:
        super().__init__(by_mouse=False)
        self.level = level
        self._is_now = False
        self._sign = TextLabel(level_sign(level), tone="2", size="m", wrap=False)
        self._sign.setFixedWidth(theme().scale(_SIGN))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._words = RecordLabel(privacy=privacy, role="detail")
        self._meaning = TextLabel(tone="2", size="m")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 3)
        row.addWidget(self._meaning, 2)

    def show_level(self, words: str, *, is_now: bool, is_start: bool) -> None:
        """Show its words, whether the goal stands here, and whether it began here."""
        self._is_now = is_now
        self._words.setVisible(bool(words))
        self._words.show_text(words)
        facts = [level_meaning(self.level)] if self.level == 0 or not words else []
        facts += [_("where we started")] if is_start else []
        facts += [_("now")] if is_now else []
        self._meaning.setText(" · ".join(facts))
        self._meaning.setVisible(bool(facts))
        self._sign.show_tone("accent" if is_now else "2")
        said = _("hidden") if words and self._words.is_covered else words
        parts = (level_sign(self.level), said, self._meaning.text())
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_now else Qt.FocusPolicy.ClickFocus)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_now:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("sel"))
            painter.drawRoundedRect(self.rect(), 5, 5)
            painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.level)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(self.level + (1 if event.key() == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.level)


class LevelsPart(QWidget):
    """Five rows from +2 down to -2; the arrows step, Enter, Space or a click sets the level of today."""

    chosen = Signal(int)
    words_wanted = Signal()

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.rows = {level: LevelRow(level, privacy) for level in reversed(LEVELS)}
        self.change = LinkButton(_("Write what each level looks like…"))
        self.change.setObjectName("goals.levels")
        self._unrated = TextLabel(tone="2", size="m")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(_("What each level looks like"), role="name", size="m"))
        column.addSpacing(4)
        for row in self.rows.values():
            row.setObjectName(f"goals.level.{row.level}")
            row.chosen.connect(self.chosen)
            row.step_wanted.connect(self._on_step)
            column.addWidget(row)
        column.addWidget(self._unrated)
        under = QHBoxLayout()
        under.addWidget(self.change)
        under.addStretch(1)
        column.addLayout(under)
        column.addStretch(1)
        self.change.clicked.connect(self.words_wanted)

    def show_levels(self, details: GoalDetails, now: int | None) -> None:
        """Show the levels of a goal that stands at `now`, None while no level was written down."""
        words = details.level_words
        stands = details.start_level if now is None else now
        for level, row in self.rows.items():
            row.show_level(words[level], is_now=level == stands, is_start=level == details.start_level)
        self._unrated.setText(_("Not rated yet: choose a level to write it down for today.") if now is None else "")
        self._unrated.setVisible(now is None)
        has_words = any(words.values())
        self.change.setText(_("Change these words…") if has_words else _("Write what each level looks like…"))

    def _on_step(self, level: int) -> None:
        if level in self.rows:
            self.rows[level].setFocus(Qt.FocusReason.TabFocusReason)
