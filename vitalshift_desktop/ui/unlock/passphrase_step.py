"""Third step: a passphrase that is easy to type and hard to guess, typed twice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.passphrases import Strength
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.unlock.strength_words import reason_words, strength_word
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.strength_bar import StrengthBar
from vitalshift_desktop.words import _


class PassphraseStep(Step):
    """Shows the strength in a bar, a word and a reason; goes on only when it is strong enough and typed alike."""

    def __init__(self) -> None:
        words = _(
            "It opens your records on this computer. Four or five unrelated words are easy to type and hard to guess."
        )
        super().__init__(_("Choose a passphrase"), words)
        self._strength_of: Callable[[str], Strength] | None = None
        self._strength: Strength | None = None
        self._build()
        self.first.edited.connect(self._on_first)
        self.second.edited.connect(self._on_second)
        self.second.submitted.connect(self.entered)

    def _build(self) -> None:
        self.first = PassphraseField(_("Passphrase"))
        self.first.setObjectName("setup.passphrase")
        self.bar = StrengthBar()
        self.second = PassphraseField(_("Type it again"))
        self.second.setObjectName("setup.passphrase_again")
        box = self.limit(QWidget())
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.first)
        column.addWidget(self.bar)
        column.addSpacing(8)
        column.addWidget(self.second)
        column.addSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(_warning())
        self.column.addWidget(box)
        self.column.addStretch()

    def tell_strength_by(self, strength_of: Callable[[str], Strength]) -> None:
        """From now on the strength can be told, also of what was typed before."""
        self._strength_of = strength_of
        self._show_strength()

    def passphrase(self) -> str:
        """The passphrase as typed, nothing trimmed."""
        return self.first.text()

    def is_complete(self) -> bool:
        """Strong enough and typed twice alike."""
        strong = self._strength is not None and self._strength.acceptable
        return strong and self.first.text() == self.second.text()

    def wipe(self) -> None:
        """Forget both fields and what was said about them."""
        for field in (self.first, self.second):
            field.wipe()
            field.clear_error()
        self._show_strength()

    def show_error(self, words: str) -> None:
        """Say at the first field what went wrong."""
        self.first.show_error(words)

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.first.edit.setFocus()

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


def _warning() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconLabel("warning-circle", tone="attnmark", line=20), 0, Qt.AlignmentFlag.AlignTop)
    words = _(
        "There is no account and no server. "
        "Next you will print a recovery sheet that can open the records if you forget the passphrase."
    )
    heading = TextLabel(_("Nobody can reset this for you."), size="m")
    heading.setProperty("weight", "600")
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(heading)
    column.addWidget(TextLabel(words, tone="2", size="m"))
    row.addLayout(column, 1)
    return row
