"""Where a new passphrase is chosen: typed twice, its strength in words, and five words on offer."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.passphrases import Strength
from vitalshift_desktop.ui.strength_words import reason_words, strength_word
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.strength_bar import StrengthBar
from vitalshift_desktop.ui.widgets.word_suggestion import WordSuggestion
from vitalshift_desktop.words import _


class NewPassphrase(QWidget):
    """Tells when it is complete: strong enough, and typed twice alike."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._strength_of: Callable[[str], Strength] | None = None
        self._strength: Strength | None = None
        self.first = PassphraseField(label)
        self.bar = StrengthBar()
        self.suggestion = WordSuggestion()
        self.second = PassphraseField(_("Type it again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.first)
        column.addWidget(self.bar)
        column.addWidget(self.suggestion)
        column.addSpacing(8)
        column.addWidget(self.second)
        self.first.edited.connect(self._on_first)
        self.second.edited.connect(self._on_second)
        self.second.submitted.connect(self.submitted)

    def tell_by(self, strength_of: Callable[[str], Strength], suggest: Callable[[], str]) -> None:
        """From now on the strength can be told, also of what was typed before, and words be drawn."""
        self._strength_of = strength_of
        self.suggestion.suggest_by(suggest)
        self._show_strength()

    def text(self) -> str:
        """The passphrase as typed, nothing trimmed."""
        return self.first.text()

    def is_complete(self) -> bool:
        """Strong enough and typed twice alike."""
        strong = self._strength is not None and self._strength.acceptable
        return strong and self.first.text() == self.second.text()

    def wipe(self) -> None:
        """Forget both fields, the words on offer and what was said about them."""
        for field in (self.first, self.second):
            field.wipe()
            field.clear_error()
        self.suggestion.forget()
        self._show_strength()

    def _on_first(self, _text: str) -> None:
        self.first.clear_error()
        self._show_strength()
        self._compare()

    def _on_second(self, _text: str) -> None:
        self._compare()

    def _show_strength(self) -> None:
        text = self.first.text()
        self._strength = self._strength_of(text) if self._strength_of is not None and text else None
        if self._strength is None:
            self.bar.show_strength(0, "", "")
        else:
            self.bar.show_strength(self._strength.score, strength_word(self._strength), reason_words(self._strength))

    def _compare(self) -> None:
        first, second = self.first.text(), self.second.text()
        if second and not first.startswith(second):
            self.second.show_error(_("This differs from the first."))
        else:
            self.second.clear_error()
        self.changed.emit()
