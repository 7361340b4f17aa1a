"""What a form came to, shown below its answers as soon as it is saved."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vitalshift_desktop.ui.entry.result_words import ResultWords
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.spoken import say
from vitalshift_desktop.words import _


class ResultPart(QFrame):
    """The scores, their source, the critical answer; hidden words while somebody may be looking."""

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measure.result")
        self.setProperty("role", "panel")
        self._privacy = privacy
        self._words: ResultWords | None = None
        self._said = ""
        self.scores = TextLabel(role="name")
        self.scores.setObjectName("measure.result.scores")
        self.risk = ErrorSentence()
        self.risk.setObjectName("measure.result.risk")
        self.plain_risk = TextLabel(size="m")
        self.sources = TextLabel(tone="2", size="c")
        self.hint = TextLabel(tone="2", size="c")
        self.hint.setObjectName("measure.result.hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        for part in (self.scores, self.risk, self.plain_risk, self.sources, self.hint):
            column.addWidget(part)
        self.hide()
        privacy.changed.connect(self._show)

    def show_words(self, words: ResultWords, hint: str) -> None:
        """Say what a form came to, and how to put it right."""
        self._words = words
        self.hint.setText(hint)
        self._show()
        self.show()
        if not self._privacy.initials_on:
            say(self, " ".join([*words.scores, words.risk]))

    def forget(self) -> None:
        """Show nothing."""
        self._words = None
        self.hide()

    def _show(self) -> None:
        words = self._words
        if words is None:
            return
        hidden = self._privacy.initials_on
        self.scores.setText(_("Saved. The result is hidden.") if hidden else "\n".join(words.scores))
        risk = _("An answer is to be reviewed.") if hidden and words.asks else "" if hidden else words.risk
        self.risk.show_sentence(risk if words.asks else "")
        self.plain_risk.setText("" if words.asks else risk)
        self.plain_risk.setVisible(bool(self.plain_risk.text()))
        self.sources.setText("" if hidden else words.sources)
        self.sources.setVisible(bool(self.sources.text()))
