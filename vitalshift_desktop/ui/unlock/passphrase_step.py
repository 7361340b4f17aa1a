"""Third step: a passphrase that is easy to type and hard to guess, typed twice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.passphrases import Strength
from vitalshift_desktop.ui.new_passphrase import NewPassphrase
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _


class PassphraseStep(Step):
    """Shows the strength in a bar, a word and a reason; goes on only when it is strong enough and typed alike."""

    def __init__(self) -> None:
        words = _(
            "It opens your records on this computer. Four or five unrelated words are easy to type and hard to guess."
        )
        super().__init__(_("Choose a passphrase"), words)
        self.chosen = NewPassphrase(_("Passphrase"))
        self.first, self.second = self.chosen.first, self.chosen.second
        self.first.setObjectName("setup.passphrase")
        self.second.setObjectName("setup.passphrase_again")
        self._build()
        self.chosen.changed.connect(self.changed)
        self.chosen.submitted.connect(self.entered)

    def _build(self) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chosen)
        column.addSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(_warning())
        self.add_limited(box)
        self.column.addStretch()

    def tell_by(self, strength_of: Callable[[str], Strength], suggest: Callable[[], str]) -> None:
        """From now on the strength can be told, also of what was typed before, and words be drawn."""
        self.chosen.tell_by(strength_of, suggest)

    def passphrase(self) -> str:
        """The passphrase as typed, nothing trimmed."""
        return self.chosen.text()

    def is_complete(self) -> bool:
        """Strong enough and typed twice alike."""
        return self.chosen.is_complete()

    def wipe(self) -> None:
        """Forget both fields and what was said about them."""
        self.chosen.wipe()

    def show_error(self, words: str) -> None:
        """Say at the first field what went wrong."""
        self.first.show_error(words)

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.first.edit.setFocus()


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
