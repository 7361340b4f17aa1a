"""The column beside the chart: what happened, what the numbers cannot say, and the next steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.domain.alliance import AllianceCourse, MarkReading
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.ui.measures.class_history import ClassHistory
from vitalshift_desktop.ui.measures.reading_words import caution_words, reading_words
from vitalshift_desktop.ui.measures.side_words import Around, around_words, early_words, gap_words_together, shut_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.words import _

_PARAGRAPHS = 5
_BESIDE = 2


class PlainWords(QWidget):
    """The reading of a course; the wishes are what can be done about the mark that it tells of."""

    talk_wished = Signal()
    taken_back = Signal()
    class_wished = Signal()
    how_wished = Signal()

    def __init__(self, privacy: Privacy, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alliance.words")
        self._title = TextLabel(_("In plain words"), role="h3")
        self.around = TextLabel(tone="2", size="m")
        self.around.setObjectName("alliance.around")
        self.paragraphs = tuple(TextLabel(size="m") for _place in range(_PARAGRAPHS))
        self.classes = ClassHistory(privacy, clock)
        self.note = RecordLabel(privacy=privacy, role="rail")
        self.beside = tuple(TextLabel(tone="2", size="m") for _place in range(_BESIDE))
        self._cannot = TextLabel(_("What this cannot say"), size="m")
        self._cannot.setProperty("weight", "600")
        self.caution = TextLabel(tone="2", size="m")
        self.class_mark = Button(_("Class this mark…"))
        self.class_mark.setObjectName("alliance.class")
        self.talk = Button(_("Talked through…"))
        self.talk.setObjectName("alliance.talk")
        self.take_back = LinkButton(_("Take back “talked through”"))
        self.take_back.setObjectName("alliance.take_back")
        self.how = LinkButton(_("How the range is worked out"))
        self.how.setObjectName("alliance.how")
        self._build()
        self.talk.clicked.connect(self.talk_wished)
        self.take_back.clicked.connect(self.taken_back)
        self.class_mark.clicked.connect(self.class_wished)
        self.how.clicked.connect(self.how_wished)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(9)
        for part in (self._title, self.around, *self.paragraphs, self.classes, self.note):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._cannot)
        column.addWidget(self.caution)
        column.addSpacing(6)
        for part in (self.class_mark, self.talk, self.take_back, self.how):
            column.addWidget(part)
        column.addSpacing(6)
        for part in self.beside:
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme().scale(200))

    def show_course(
        self, course: AllianceCourse, name: str, about: MarkReading | None = None, around: Around | None = None
    ) -> None:
        """Say what this course says, of a client called so; `about` is the mark that is told of, the latest if any."""
        told = about or course.reading.latest
        around = around or Around()
        _fill(self.paragraphs, reading_words(course, name, told))
        _fill((self.around,), (" ".join(around_words(course, name, around)),))
        _fill(self.beside, (*early_words(course), *gap_words_together(course, name)))
        self.classes.show_classes(told.classes if told else ())
        self._show_talk(course, told, is_guardian=bool(around.guardian))
        self.class_mark.setVisible(told is not None)
        self.class_mark.setText(_("Class it again…") if told and told.classes else _("Class this mark…"))
        self.caution.setText(caution_words(course.reading, told))

    def _show_talk(self, course: AllianceCourse, told: MarkReading | None, *, is_guardian: bool) -> None:
        is_talked = told is not None and told.talked_in is not None
        self.talk.setVisible(told is not None and not is_talked and not is_guardian)
        self.take_back.setVisible(is_talked)
        place = course.talked_place(told.mark) if told else None
        entry = course.points[place].talked_through if place is not None else None
        self.note.show_text(entry.note if entry else "")
        self.note.setVisible(bool(entry and entry.note))


def _fill(labels: tuple[TextLabel, ...], words: tuple[str, ...]) -> None:
    for place, label in enumerate(labels):
        text = words[place] if place < len(words) else ""
        label.setText(text)
        label.setVisible(bool(text))


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

    def show_name(self, name: str, *, has_session: bool, shut: tuple[int, ...] = ()) -> None:
        """Say what will be here; a check-in needs a session that was held. `shut` are sessions with one kept shut."""
        words = _(
            "A check-in is four numbers from {name} and four from you, at the end of a session. "
            "It takes about a minute and is entered beside the session’s note."
        )
        self.what.setText(shut_words(shut) if shut else words.format(name=name))
        self.enter.setVisible(has_session)
