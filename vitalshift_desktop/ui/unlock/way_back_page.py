"""What the pages of the ways back share: three faces, of which one is shown, and a secret that is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem, RecoveryCodeTypo, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.faces import ResultFace, WorkFace
from vitalshift_desktop.ui.unlock.wide_frame import WideFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.words import _


class WayBackPage(WideFrame):
    """The page's own first face; at work; what came out, to be used or left.

    `kept` says what becomes of the records that lie there now.
    """

    stop_wanted = Signal()
    accepted = Signal()
    declined = Signal()
    left_page = Signal()

    def __init__(self, name: str, kept: str) -> None:
        super().__init__()
        self._first, self._work, self._result = QWidget(), WorkFace(name), ResultFace(name, kept)
        self.table = self._result.table
        self.state = TextLabel(tone="2")
        self.state.setObjectName(f"{name}.state")
        self.secret = PassphraseField(_("Passphrase or recovery code"))
        self.secret.setObjectName(f"{name}.secret")
        self._work.stop.clicked.connect(self.stop_wanted)
        self._result.accepted.connect(self.accepted)
        self._result.declined.connect(self.declined)

    def say(self, words: str, *, tone: str = "2") -> None:
        """A sentence above what can be done."""
        self.state.setText(words)
        self.state.show_tone(tone)
        self.state.setVisible(bool(words))

    def show_working(self, words: str) -> None:
        """Something runs that can be stopped."""
        self.say(words)
        self.show_progress(0.0)
        self._show_face(self._work)
        self._work.stop.setFocus()

    def show_progress(self, part: float) -> None:
        """How far it is, 0.0 to 1.0."""
        self._work.show_progress(part)

    def show_problem(self, problem: Problem) -> None:
        """Say what stood in the way, at the field where it can be mended; nothing was changed."""
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        is_typed_wrong = isinstance(problem, (WrongSecret, RecoveryCodeTypo))
        self._show_face(self._first)
        self.say("" if is_typed_wrong else words, tone="risk")
        self.secret.show_error(words if is_typed_wrong else "")
        if is_typed_wrong:
            self.secret.edit.setFocus()

    def show_note(self, words: str) -> None:
        """Say something that is no problem, and offer again."""
        self._show_face(self._first)
        self.say(words)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.secret.wipe()

    def leave(self) -> None:
        """Esc leaves the page, or stops what runs."""
        if self._first.isVisible():
            self.left_page.emit()
        elif self._work.isVisible():
            self.stop_wanted.emit()

    def _show_face(self, face: QWidget) -> None:
        for one in (self._first, self._work, self._result):
            one.setVisible(one is face)

    def _is_typed(self) -> bool:
        if self.secret.text():
            self.secret.clear_error()
            return True
        self.secret.show_error(_("Type your passphrase or the recovery code first."))
        self.secret.edit.setFocus()
        return False
