"""The very first page: set up, look around, or open records that are already here."""

from PySide6.QtCore import Signal

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.entry_frame import EntryFrame, wide
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class FirstPage(EntryFrame):
    """Three ways to begin."""

    setup_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()
        self.show_ready()

    def _build(self) -> None:
        words = _("A private record for one counselor: notes, goals, agreements, and how the work together is going.")
        self.setup = Button(_("Set up your practice"), variant="primary")
        self.setup.setObjectName("first.setup")
        self.sample = Button(_("Look around first"))
        self.sample.setObjectName("first.sample")
        self.open = LinkButton(_("Open records that are already here"), icon="key")
        self.open.setObjectName("first.open")
        self.restore = LinkButton(_("Restore from a backup…"), icon="archive")
        self.restore.setObjectName("first.restore")
        self._state = TextLabel(tone="3", size="m")
        self._state.setObjectName("first.state")
        hint = _("The sample practice has thirteen invented clients and a vault of its own.")
        self.column.addWidget(TextLabel(words, tone="2"))
        self.column.addSpacing(4)
        for part in (wide(self.setup), wide(self.sample), TextLabel(hint, tone="3", size="c")):
            self.column.addWidget(part)
        for part in (self.open, self.restore, self._state):
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.setup.clicked.connect(self.setup_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.setFocusProxy(self.setup)

    def show_busy(self, words: str) -> None:
        """Say what is going on and take no further clicks."""
        self._show(words, tone="3", ready=False)

    def show_ready(self) -> None:
        """Take clicks again."""
        self._show("", tone="3", ready=True)

    def show_error(self, words: str) -> None:
        """Say what went wrong and what to do."""
        self._show(words, tone="risk", ready=True)

    def show_problem(self, problem: Problem) -> None:
        """Say what stood in the way and what to do."""
        advice = sentence(problem)
        self.show_error(f"{advice.what} {advice.next_step}")

    def _show(self, words: str, *, tone: str, ready: bool) -> None:
        self._state.setText(words)
        self._state.show_tone(tone)
        self._state.setVisible(bool(words))
        for button in (self.setup, self.sample, self.open, self.restore):
            button.setEnabled(ready)
