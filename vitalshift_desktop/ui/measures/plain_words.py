"""The column beside the chart: what happened, what the numbers cannot say, and the one next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.ui.measures.reading_words import caution_words, range_words, reading_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

_PARAGRAPHS = 3


class PlainWords(QWidget):
    """The reading of the course; `talk_wished` and `taken_back` are the two things to do about the latest mark."""

    talk_wished = Signal()
    taken_back = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.words")
        self._title = TextLabel(_("In plain words"), role="h3")
        self.paragraphs = tuple(TextLabel(size="m") for _place in range(_PARAGRAPHS))
        self.note = RecordLabel(privacy=privacy, role="rail")
        self._cannot = TextLabel(_("What this cannot say"), size="m")
        self._cannot.setProperty("weight", "600")
        self.caution = TextLabel(tone="2", size="m")
        self.talk = Button(_("Talked through…"))
        self.talk.setObjectName("alliance.talk")
        self.take_back = LinkButton(_("Take back “talked through”"))
        self.take_back.setObjectName("alliance.take_back")
        self.how = LinkButton(_("How the range is worked out"))
        self.how.setObjectName("alliance.how")
        self.how_words = TextLabel(tone="2", size="m")
        self.how_words.setObjectName("alliance.how_words")
        self.how_words.hide()
        self._build()
        self.talk.clicked.connect(self.talk_wished)
        self.take_back.clicked.connect(self.taken_back)
        self.how.clicked.connect(self._on_how)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(9)
        column.addWidget(self._title)
        for label in self.paragraphs:
            column.addWidget(label)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addWidget(self._cannot)
        column.addWidget(self.caution)
        column.addSpacing(6)
        column.addWidget(self.talk)
        column.addWidget(self.take_back)
        column.addWidget(self.how)
        column.addWidget(self.how_words)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme().scale(200))

    def show_course(self, course: AllianceCourse, name: str) -> None:
        """Say what this course says, of a client called so."""
        words = reading_words(course, name)
        for place, label in enumerate(self.paragraphs):
            label.setText(words[place] if place < len(words) else "")
            label.setVisible(place < len(words))
        self._show_talk(course)
        self.caution.setText(caution_words(course.reading))
        self.how_words.setText(range_words(course.reading, name))

    def _show_talk(self, course: AllianceCourse) -> None:
        latest = course.reading.latest
        is_talked = latest is not None and latest.talked_in is not None
        self.talk.setVisible(latest is not None and not is_talked)
        self.take_back.setVisible(is_talked)
        place = course.talked_place(latest.mark) if latest else None
        entry = course.points[place].talked_through if place is not None else None
        self.note.show_text(entry.note if entry else "")
        self.note.setVisible(bool(entry and entry.note))

    def _on_how(self) -> None:
        self.how_words.setVisible(self.how_words.isHidden())


class NoCheckins(QWidget):
    """What stands beside the empty chart."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.empty")
        self.what = TextLabel(size="m")
        self._later = TextLabel(
            _("The two lines start with the first pair. The usual range appears after six."), size="m"
        )
        self.enter = Button(_("Enter the first check-in"))
        self.enter.setObjectName("alliance.enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(9)
        for part in (TextLabel(_("No check-ins yet"), role="h3"), self.what, self._later):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.enter)
        column.addStretch(1)
        self.enter.clicked.connect(self.acted)

    def show_name(self, name: str, *, has_session: bool) -> None:
        """Say what will be here; a check-in needs a session that was held."""
        words = _(
            "A check-in is four numbers from {name} and four from you, at the end of a session. "
            "It takes about a minute and is entered beside the session’s note."
        )
        self.what.setText(words.format(name=name))
        self.enter.setVisible(has_session)
