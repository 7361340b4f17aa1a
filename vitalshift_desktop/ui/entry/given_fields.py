"""Who answered a form, how it was given, on which day and in which session."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.measures.administration import HowGiven, Rater
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.measure_sheet import EnteredForm, MeasureSheet
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_CLIENT, _COUNSELOR, _GUARDIAN = "client", "counselor", "guardian:"


class GivenFields(QWidget):
    """Four fields; another session brings its day with it. `changed` tells what the user did."""

    changed = Signal()

    def __init__(self, privacy: Privacy, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._today = today
        self._days: dict[int, date] = {}
        self.who = ChoiceField(_("Who answered"), [])
        self.how = ChoiceField(_("How it was given"), [(how, label(how)) for how in HowGiven])
        self.session = ChoiceField(_("Session"), [])
        self.day = DateField(_("Given on"), today=today)
        for name, field in (("who", self.who), ("how", self.how), ("session", self.session), ("day", self.day)):
            field.setObjectName(f"measure.{name}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        across = 1 if theme().wide_text else 2
        for place, one in enumerate((self.who, self.how, self.session, self.day)):
            grid.addWidget(one, place // across, place % across)
            grid.setColumnStretch(place % across, 1)
        self.session.picked.connect(self._on_session)
        for choice in (self.who, self.how):
            choice.picked.connect(self._on_picked)
        self.day.changed.connect(self.changed)

    @property
    def rater(self) -> Rater:
        """Who answered."""
        value = str(self.who.value)
        return {_CLIENT: Rater.CLIENT, _COUNSELOR: Rater.COUNSELOR}.get(value, Rater.GUARDIAN)

    @property
    def person_id(self) -> RelatedPersonId | None:
        """Which guardian, None where none is named in the client's file."""
        number = str(self.who.value).removeprefix(_GUARDIAN)
        return RelatedPersonId(int(number)) if number.isdecimal() and int(number) else None

    @property
    def how_given(self) -> HowGiven:
        """How it was given."""
        return self.how.value if isinstance(self.how.value, HowGiven) else HowGiven.ALONE

    @property
    def session_id(self) -> SessionId | None:
        """The session, or None."""
        return SessionId(self.session.value) if isinstance(self.session.value, int) and self.session.value else None

    def show_sheet(self, sheet: MeasureSheet, session_id: SessionId | None) -> None:
        """Offer what a client's file holds, with this session chosen; without one the session of today, if any."""
        self.show_people(sheet)
        self.how.choose(sheet.how_given)
        self._days = {one.id: one.day for one in sheet.sessions}
        named = [(int(one.id), day_words(one.day)) for one in sheet.sessions]
        self.session.show_choices([(0, _("No session")), *named])
        of_today = next((one.id for one in sheet.sessions if one.day == self._today()), 0)
        self.session.choose(int(session_id or of_today))
        self._show_day()

    def show_people(self, sheet: MeasureSheet) -> None:
        """Name who can have answered; whoever is chosen stays."""
        name = self._privacy.name(sheet.client)
        people = [(f"{_GUARDIAN}{one.id}", self._guardian(one.details.name)) for one in sheet.guardians]
        if sheet.is_minor and not people:
            people = [(f"{_GUARDIAN}0", _("Guardian, not in the file"))]
        self.who.show_choices([(_CLIENT, name), *people])

    def show_form(self, entered: EnteredForm) -> None:
        """Show a form that was entered; who answered and in which session stays."""
        form = entered.form
        self.show_person(entered)
        self.how.choose(form.how_given)
        known = self._days | ({form.session_id: form.given_on} if form.session_id is not None else {})
        if form.session_id is not None and form.session_id not in self._days:
            self.session.show_choices([(form.session_id, day_words(known[form.session_id]))])
        self.session.choose(int(form.session_id or 0))
        self.day.show_day(form.given_on)
        self.hold()

    def show_person(self, entered: EnteredForm) -> None:
        """Name who answered a form that was entered."""
        form = entered.form
        if form.rater is Rater.COUNSELOR:
            self.who.show_choices([(_COUNSELOR, label(Rater.COUNSELOR))])
        elif entered.guardian is not None:
            self.who.show_choices([(f"{_GUARDIAN}{form.person_id}", self._guardian(entered.guardian.details.name))])
        elif form.rater is Rater.GUARDIAN:
            self.who.show_choices([(f"{_GUARDIAN}0", _("Guardian, not in the file"))])
        else:
            self.who.choose(_CLIENT)

    def hold(self) -> None:
        """A saved form keeps who answered and its session; only answers, day and way can be put right."""
        for field in (self.who, self.session):
            field.setEnabled(False)
            field.setToolTip(_("Stays as it was saved."))

    def release(self) -> None:
        """Another form may be of anybody, in any session."""
        for field in (self.who, self.session):
            field.setEnabled(True)
            field.setToolTip("")

    def _guardian(self, name: str) -> str:
        return _("{name}, guardian").format(name=self._privacy.short(name))

    def _show_day(self) -> None:
        day = self._days.get(int(self.session_id or 0), self._today())
        self.day.show_day(min(day, self._today()))

    def _on_session(self) -> None:
        self._show_day()
        self.changed.emit()

    def _on_picked(self) -> None:
        self.changed.emit()
