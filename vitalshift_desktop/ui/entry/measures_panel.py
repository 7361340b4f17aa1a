"""The measures of a session in the note's rail, beside its check-in: what is due, what was entered, what was not."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.measures.administration import HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.measure_sheet import EnteredForm, SessionMeasures
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.history_words import answers_words
from vitalshift_desktop.ui.entry.result_words import result_words
from vitalshift_desktop.ui.not_given import NotGivenMenu, not_given_words
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext


class MeasuresPanel(SessionPanel):
    """A line for each measure; entering is one click or Ctrl+Shift+O."""

    concerns = frozenset({Subject.MEASURES, Subject.NOTES, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("measures_panel")
        self._desk = desk
        self._found: SessionMeasures | None = None
        keys = TextLabel(_("Ctrl Shift O"), tone="3", size="c", wrap=False)
        self.enter = LinkButton(_("Enter a measure…"))
        self.enter.setObjectName("measures_panel.enter")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(_("Measures"), action=keys, line=False))
        column.addLayout(self._lines)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.enter.clicked.connect(partial(self._enter, None))
        desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show what belongs to the session."""
        if self.session_id is None:
            return
        found = self._found = self._desk.workspace.measures.of_session(self.session_id)
        empty(self._lines)
        for form in found.due:
            self._lines.addWidget(self._due(form))
        for entered in found.entered:
            self._lines.addWidget(self._entered(entered))
        for noted, form in found.not_given:
            self._lines.addWidget(self._not_given(noted, form, may_take_back=not found.is_signed))

    def focus_first(self) -> None:
        """Go to the first thing that can be done."""
        first = self.findChild(LinkButton)
        if isinstance(first, LinkButton):
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _due(self, form: Instrument) -> QWidget:
        enter = _link(_("Enter…"), f"measures_panel.enter.{form.id}", _("Enter {name}").format(name=form.name))
        enter.clicked.connect(partial(self._enter, form.id))
        none = _link(
            _("Not given…"), f"measures_panel.not_given.{form.id}", _("{name} not given").format(name=form.name)
        )
        none.clicked.connect(partial(self._ask_why, form.id, none))
        return _line(TextLabel(_("{name}, due").format(name=form.name), size="m"), enter, none)

    def _entered(self, entered: EnteredForm) -> QWidget:
        hidden = self._desk.privacy.initials_on
        form, definition = entered.form, entered.instrument
        correct = _link(
            _("Correct…"), f"measures_panel.correct.{form.id}", _("Correct {name}").format(name=definition.name)
        )
        correct.clicked.connect(partial(self._desk.wishes.correct_measure.emit, form.id))
        words = result_words(definition, form.answers, score(definition, form.answers, form.flags))
        told = [definition.name] if hidden else [*words.scores, words.risk]
        told += [self._how_words(entered), _corrected_words(entered)]
        shown = TextLabel(" ".join(one for one in told if one), size="m")
        if not hidden and entered.history:
            before = ", ".join(answers_words(one) for one in entered.history)
            shown.setToolTip(_("Before: {answers}").format(answers=before))
        return _line(shown, correct)

    def _how_words(self, entered: EnteredForm) -> str:
        """Who answered and how, where it was not the client alone."""
        form, parts = entered.form, []
        if form.rater is Rater.GUARDIAN and entered.guardian is not None:
            parts.append(self._desk.privacy.short(entered.guardian.details.name))
        elif form.rater is not Rater.CLIENT:
            parts.append(label(form.rater))
        if form.how_given is not HowGiven.ALONE:
            parts.append(label(form.how_given))
        return f"{', '.join(parts)}." if parts else ""

    def _not_given(self, noted: NotGiven, form: Instrument, *, may_take_back: bool) -> QWidget:
        reason = not_given_words(noted, hidden=self._desk.privacy.initials_on)
        words = _("{name} not given: {reason}").format(name=form.name, reason=reason)
        back = _link(
            _("Take back"), f"measures_panel.take_back.{form.id}", _("{name} was given").format(name=form.name)
        )
        back.clicked.connect(partial(self._take_back, form.id))
        back.setVisible(may_take_back)
        return _line(TextLabel(words, tone="2", size="m"), back)

    def _enter(self, instrument_id: str | None) -> None:
        if self._found is not None:
            session = self._found.session
            self._desk.wishes.enter_measure.emit(session.client_id, instrument_id, session.id)

    def _ask_why(self, instrument_id: str, link: LinkButton) -> None:
        if self.session_id is not None:
            menu = NotGivenMenu(self._desk, self.session_id, instrument_id, self)
            menu.popup(link.mapToGlobal(QPoint(0, link.height())))

    def _take_back(self, instrument_id: str) -> None:
        if self.session_id is not None:
            measures = self._desk.workspace.measures
            self._desk.did(partial(measures.take_back_not_given, self.session_id, instrument_id))


def _corrected_words(entered: EnteredForm) -> str:
    n = len(entered.history)
    return ngettext("Corrected once.", "Corrected {n} times.", n).format(n=n) if n else ""


def _link(words: str, place: str, name: str) -> LinkButton:
    link = LinkButton(words)
    link.setObjectName(place)
    link.setAccessibleName(name)
    return link


def _line(words: TextLabel, *links: LinkButton) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(words, 1)
    for link in links:
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return line
