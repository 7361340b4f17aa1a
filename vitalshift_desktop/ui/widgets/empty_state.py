"""What a page shows while there is nothing on it yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.logo_mark import LogoMark


class EmptyState(QWidget):
    """One sentence on what will be here and one action, with a second one and a link where they help."""

    acted = Signal()
    second_acted = Signal()
    link_acted = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        action: str = "",
        *,
        second: str = "",
        link: str = "",
        variant: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = Button(action, variant=variant)
        self.second = Button(second)
        self.link = LinkButton(link)
        self._build(title, sentence)
        # Only now: shown before it has a parent, a button would open a window of its own for a moment.
        for button, words in ((self.button, action), (self.second, second), (self.link, link)):
            button.setVisible(bool(words))
        self.setAccessibleName(title)
        self.button.clicked.connect(self._on_action)
        self.second.clicked.connect(self._on_second)
        self.link.clicked.connect(self._on_link)

    def _build(self, title: str, sentence: str) -> None:
        heading = TextLabel(title, role="h1")
        words = TextLabel(sentence, tone="2")
        words.setMaximumWidth(theme().scale(420))
        middle_words = QHBoxLayout()
        middle_words.addStretch(1)
        middle_words.addWidget(words, 20)
        middle_words.addStretch(1)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addStretch(1)
        actions.addWidget(self.button)
        actions.addWidget(self.second)
        actions.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(LogoMark(48), 0, middle)
        column.addSpacing(24)
        column.addWidget(heading)
        column.addSpacing(6)
        column.addLayout(middle_words)
        column.addSpacing(20)
        column.addLayout(actions)
        column.addSpacing(10)
        column.addWidget(self.link, 0, middle)
        column.addStretch(3)

    def _on_action(self) -> None:
        self.acted.emit()

    def _on_second(self) -> None:
        self.second_acted.emit()

    def _on_link(self) -> None:
        self.link_acted.emit()
