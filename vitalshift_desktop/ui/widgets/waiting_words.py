"""The pause after several wrong passphrases, told in words and counted down."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import ngettext


class WaitingWords(QFrame):
    """Seen only while there is a pause."""

    ended = Signal()

    def __init__(self, *, code_helps: bool = True) -> None:
        super().__init__()
        self._left = 0
        self._code_helps = code_helps
        self._words = TextLabel(size="m")
        self._words.setObjectName("unlock.state")
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("hourglass", "attnmark", 18, line=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.countdown = QTimer(self)
        self.countdown.setInterval(1000)
        self.countdown.timeout.connect(self._on_second)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """True while the pause lasts."""
        return self._left > 0

    def start(self, seconds: int) -> None:
        """Count down from so many seconds; 0 ends a pause without telling."""
        self._left = seconds
        if self.is_waiting:
            self.countdown.start()
        else:
            self.countdown.stop()
        self._show()

    def _on_second(self) -> None:
        self.start(self._left - 1)
        if not self.is_waiting:
            self.ended.emit()

    def _show(self) -> None:
        words = self._with_code() if self._code_helps else self._alone()
        self._words.setText(words.format(n=self._left))
        self.setVisible(self.is_waiting)

    def _with_code(self) -> str:
        return ngettext(
            "Several tries did not match. You can try again in {n} second, or use your recovery code now. "
            "Nothing was erased.",
            "Several tries did not match. You can try again in {n} seconds, or use your recovery code now. "
            "Nothing was erased.",
            self._left,
        )

    def _alone(self) -> str:
        return ngettext(
            "Several tries did not match. You can try again in {n} second. Nothing was changed.",
            "Several tries did not match. You can try again in {n} seconds. Nothing was changed.",
            self._left,
        )
