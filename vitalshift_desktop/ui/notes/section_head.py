"""The line above a section of a note: its heading, what belongs there, and bringing in what stood there last time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.words import _

TELLING = 50
"""A signed section says how much of it is as last time from so many percent on."""


class SectionHead(QWidget):
    """Heading and hint; while the note is written a quiet button, once it is signed how much is as last time."""

    bring_wanted = Signal(str)

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self._key = key
        self._words = words
        self._heading = TextLabel(words, role="name", wrap=False)
        self._hint = TextLabel(tone="3", size="m")
        self._alike = TextLabel(tone="3", size="m", wrap=False)
        self._alike.setObjectName(f"note.alike.{key}")
        self.bring = LinkButton(_("Bring from last time"), icon="arrow-bend-up-left")
        self.bring.setObjectName(f"note.bring.{key}")
        self.bring.clicked.connect(self._on_bring)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part, stretch in ((self._heading, 0), (self._hint, 1), (self._alike, 0), (self.bring, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)

    def show_section(self, section: Section, opened: OpenNote, *, read_only: bool) -> None:
        """Show what belongs to this section of an open note."""
        signed, earlier = opened.note.is_signed, opened.earlier.get(section.key)
        self._hint.setText("" if signed else opened.hints.get(section.key, ""))
        self.bring.setVisible(earlier is not None and not signed and not read_only)
        if earlier is not None:
            day = day_words(earlier.day)
            self.bring.setAccessibleName(_("Bring {heading} from {day}").format(heading=self._words, day=day))
            self.bring.setToolTip(plain_tip(_("What stood here on {day}, below what you wrote").format(day=day)))
        is_telling = signed and section.alike is not None and section.alike >= TELLING
        self._alike.setVisible(is_telling)
        self._alike.setText(_("{percent} % as last time").format(percent=section.alike))

    def show_focused(self, focused: bool) -> None:
        """Color the heading while its text is being written."""
        self._heading.show_tone("accent" if focused else "")

    def _on_bring(self) -> None:
        self.bring_wanted.emit(self._key)
