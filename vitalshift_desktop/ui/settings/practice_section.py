"""Who the counselor is, as it stands on printed pages."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from vitalshift_desktop.domain.money import CURRENCIES
from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.hours_part import HoursPart
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.words import _

MINUTES = (25, 30, 45, 50, 60, 75, 80, 90, 120)


class PracticeSection(Section):
    """Name, title, registration number, letterhead, paper, jurisdiction, usual length of a session, currency, hours."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("This stands on the pages you print. It lies in the vault."))
        self._desk = desk
        self._practices = desk.workspace.practice
        self._shown: Practice | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.name = _named(Field(_("Your name")), "name")
        self.title = _named(Field(_("Title and credentials")), "title")
        self.practice_name = _named(Field(_("Name of the practice")), "practice_name")
        self.registration = _named(Field(_("Registration number")), "registration")
        self.jurisdiction = ChoiceField(_("Where you practice"), self._practices.jurisdictions())
        self.jurisdiction.setObjectName("settings.jurisdiction")
        self.paper = ChoiceField(_("Paper"), [(Paper.LETTER, _("Letter")), (Paper.A4, _("A4"))])
        self.paper.setObjectName("settings.paper")
        self.minutes = ChoiceField(_("Usual length of a session"), _lengths(MINUTES))
        self.minutes.setObjectName("settings.minutes")
        self.currency = ChoiceField(_("Currency of your fees"), [(code, code) for code in CURRENCIES])
        self.currency.setObjectName("settings.currency")
        self.letterhead = ProseEditor(_("Letterhead: address and telephone"), role="body", minimum_lines=4)
        self.letterhead.setObjectName("settings.letterhead")
        self.letterhead.setProperty("state", "framed")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self.column.addLayout(self._grid)
        address = QVBoxLayout()
        address.setSpacing(6)
        address.addWidget(TextLabel(_("Letterhead: address and telephone"), role="name", size="m"))
        address.addWidget(self.letterhead)
        self.column.addLayout(address)
        note = _("Rules differ from place to place: check with your college.")
        self.column.addWidget(TextLabel(note, tone="3", size="c"))
        self.hours = HoursPart(self._desk)
        self.column.addWidget(self.hours)

    def fit(self) -> None:
        """Two fields beside each other, or one below the other in large text."""
        fields = (
            self.name,
            self.title,
            self.practice_name,
            self.registration,
            self.jurisdiction,
            self.paper,
            self.minutes,
            self.currency,
        )
        columns = 1 if theme().wide_text else 2
        self._grid.setVerticalSpacing(theme().scale(12))
        for place, field in enumerate(fields):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _connect(self) -> None:
        for field in (self.name, self.title, self.practice_name, self.registration):
            field.edit.editingFinished.connect(self.save_now)
        for choice in (self.jurisdiction, self.paper, self.minutes):
            choice.picked.connect(self._on_picked)
        self.currency.picked.connect(self._on_currency)
        self.letterhead.focused.connect(self._on_letterhead)

    def look_again(self) -> None:
        """Show the settings as they are kept; a field that is being written in keeps what was typed."""
        self.hours.look_again()
        if self._shown is not None and self._wanted(self._shown) != self._shown:
            return
        practice = self._practices.get()
        self._shown = practice
        self.name.show_text(practice.counselor_name)
        self.title.show_text(practice.title)
        self.practice_name.show_text(practice.practice_name)
        self.registration.show_text(practice.registration_number)
        self.letterhead.show_text(practice.letterhead)
        places = self._practices.jurisdictions()
        known = dict(places) | (
            {} if practice.jurisdiction in dict(places) else {practice.jurisdiction: _("Elsewhere")}
        )
        self.jurisdiction.show_choices(tuple(known.items()))
        self.jurisdiction.choose(practice.jurisdiction)
        self.paper.choose(practice.paper)
        self.minutes.show_choices(_lengths(sorted({*MINUTES, practice.session_minutes})))
        self.minutes.choose(practice.session_minutes)
        self.currency.choose(self._desk.workspace.fees.currency())

    def save_now(self) -> None:
        """Keep what was typed, if anything was."""
        if self._shown is None or self._wanted(self._shown) == self._shown:
            return
        try:
            self._shown = self._practices.change(self._wanted(self._practices.get()), by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)

    def _wanted(self, kept: Practice) -> Practice:
        minutes = self.minutes.value
        return replace(
            kept,
            counselor_name=self.name.text().strip(),
            title=self.title.text().strip(),
            practice_name=self.practice_name.text().strip(),
            registration_number=self.registration.text().strip(),
            letterhead=self.letterhead.text().strip(),
            jurisdiction=str(self.jurisdiction.value or ""),
            paper=Paper(str(self.paper.value)),
            session_minutes=minutes if isinstance(minutes, int) else kept.session_minutes,
        )

    def _on_picked(self, _value: object) -> None:
        self.save_now()
        self.currency.choose(self._desk.workspace.fees.currency())  # that of the place, until another one is chosen

    def _on_currency(self, currency: object) -> None:
        try:
            self._desk.workspace.fees.set_currency(str(currency), by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)

    def _on_letterhead(self, focused: bool) -> None:
        if not focused:
            self.save_now()


def _lengths(minutes: Iterable[int]) -> list[tuple[int, str]]:
    return [(n, _("{n} minutes").format(n=n)) for n in minutes]


def _named(field: Field, name: str) -> Field:
    field.setObjectName(f"settings.{name}")
    return field
