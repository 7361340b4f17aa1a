"""What stands below the rows of the check-in: a hint, Skip mine, how it was given, no check-in, what was corrected."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.client_measures import MeasurePause
from vitalshift_desktop.domain.measures.administration import Administration, HowGiven
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.related_people import RelatedPerson, RelatedPersonId
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.dates_in_words import day_words, time_words
from vitalshift_desktop.ui.not_given import not_given_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class CheckinAround(QWidget):
    """Tells only what the user wants; the panel carries it out."""

    guardian_picked = Signal(object)

    def __init__(self, privacy: Privacy, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._clock = clock
        self.hint = TextLabel(tone="2", size="c")
        self.hint.setObjectName("checkin.hint")
        self.skip = _link(_("Skip mine"), "checkin.skip")
        self.who = ChoiceField(_("Guardian who answered"), [], inline=True)
        self.who.setObjectName("checkin.who")
        self.how = ChoiceField(_("How it was given"), [(how, label(how)) for how in HowGiven], inline=True)
        self.how.setObjectName("checkin.how")
        self._how_name = TextLabel(_("Given"), tone="2", size="c", wrap=False)
        self.none = _link(_("No check-in…"), "checkin.not_given")
        self.none_words = TextLabel(tone="2", size="c")
        self.none_words.setObjectName("checkin.not_given_words")
        self.take_back = _link(_("Take back"), "checkin.take_back")
        self.paused = TextLabel(tone="2", size="c")
        self.paused.setObjectName("checkin.paused")
        self.resume = _link(_("Resume"), "checkin.resume")
        self.history = TextLabel(tone="3", size="c")
        self.history.setObjectName("checkin.history")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_line(self.hint, self.skip))
        column.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._given())
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(_line(self.none_words, self.take_back))
        column.addLayout(_line(self.paused, self.resume))
        column.addWidget(self.history)
        self.who.picked.connect(self.guardian_picked)

    def _given(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._how_name)
        row.addWidget(self.how)
        row.addStretch(1)
        return row

    def show_hint(self, words: str, tone: str = "2") -> None:
        """Say what comes next, or what is wrong."""
        self.hint.setText(words)
        self.hint.show_tone(tone)
        self.hint.setVisible(bool(words))

    def show_given(self, how: HowGiven, *, open_for: bool, may_be_missing: bool) -> None:
        """How client or guardian answered; `may_be_missing` while neither did, and nothing says why."""
        self.how.choose(how)
        for part in (self.how, self._how_name):
            part.setVisible(open_for)
        self.none.setVisible(may_be_missing)

    def show_guardians(self, people: tuple[RelatedPerson, ...], chosen: RelatedPersonId | None) -> None:
        """Offer the guardians where there is more than one."""
        self.who.show_choices([(one.id, self._privacy.short(one.details.name)) for one in people])
        if any(one.id == chosen for one in people):
            self.who.choose(chosen)
        self.who.setVisible(len(people) > 1)

    def show_not_given(self, noted: NotGiven | None, *, may_take_back: bool) -> None:
        """Why there is no check-in, if that was said."""
        words = "" if noted is None else not_given_words(noted, hidden=self._privacy.initials_on)
        self.none_words.setText(_("No check-in. {reason}.").format(reason=words.removesuffix(".")))
        self.none_words.setVisible(noted is not None)
        self.take_back.setVisible(noted is not None and may_take_back)

    def show_paused(self, pause: MeasurePause | None, name: str) -> None:
        """That nothing is asked for just now, since when and why."""
        words = ""
        if pause is not None:
            words = _("Measures are paused for {name} since {day}.").format(name=name, day=day_words(pause.since))
            if not self._privacy.initials_on:
                words = f"{words} {pause.reason}"
        self.paused.setText(words)
        self.paused.setVisible(pause is not None)
        self.resume.setVisible(pause is not None and pause.until is None)

    def show_history(self, earlier: Iterable[tuple[str, Administration]]) -> None:
        """What stood in the rows before they were corrected, each with its name."""
        lines = [_corrected(name, one, self._clock, hidden=self._privacy.initials_on) for name, one in earlier]
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))


def _corrected(name: str, form: Administration, clock: Clock, *, hidden: bool) -> str:
    at = local(clock, form.recorded_at)
    when = _("{day}, {time}").format(day=day_words(at.date()), time=time_words(at))
    if hidden:
        return _("Corrected: {name}, entered {when}.").format(name=name, when=when)
    answers = " ".join("–" if answer is None else str(answer) for answer in form.answers)
    return _("Corrected: {name} had {answers}, entered {when}.").format(name=name, answers=answers, when=when)


def _link(words: str, place: str) -> LinkButton:
    link = LinkButton(words)
    link.setObjectName(place)
    return link


def _line(words: TextLabel, link: LinkButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(words, 1)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return row
