"""The column beside an outcome chart: what changed, where the figures come from, and what they cannot say."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class ChangeColumn(QWidget):
    """Paragraphs in plain words; the sources open below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = TextLabel(size="m")
        self.said.setObjectName("outcomes.words")
        self._cannot = TextLabel(_("What this cannot say"), size="m")
        self._cannot.setProperty("weight", "600")
        self.caution = TextLabel(tone="2", size="m")
        self.how = LinkButton(_("Where these numbers come from"))
        self.how.setObjectName("outcomes.how")
        self.sources = TextLabel(tone="2", size="m")
        self.sources.setObjectName("outcomes.sources")
        self.sources.hide()
        self.history = TextLabel(tone="2", size="m")
        self.history.setObjectName("outcomes.history")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (self.said, self.history, self._cannot, self.caution, self.how, self.sources)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme().scale(200))
        self.how.clicked.connect(self._on_how)

    def show_words(
        self, paragraphs: Sequence[str], caution: str, sources: Sequence[str], history: Sequence[str]
    ) -> None:
        """Say this."""
        self.said.setText("\n\n".join(paragraphs))
        self.caution.setText(caution)
        self.sources.setText("\n".join(sources))
        self.history.setVisible(bool(history))
        self.history.setText("\n".join([_("Entered first and put right later:"), *history]))

    def _on_how(self) -> None:
        self.sources.setVisible(self.sources.isHidden())
