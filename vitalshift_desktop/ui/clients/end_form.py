"""Ending the work with a client: how, who decided, on which day, and in a few words."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

ENDING_SHEET = "ending"
"""The note template of an ending sheet."""


class EndForm(DialogFrame):
    """The client is closed on that day; everything stays, and the ending can be taken back until work begins again."""

    def __init__(self, desk: Desk, client: Client, parent: QWidget) -> None:
        super().__init__(_("End the work with {name}").format(name=desk.privacy.name(client)), parent=parent)
        self.setObjectName("end_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._client = client
        self._last = _last_held(desk, client)
        self._ahead = desk.workspace.episodes.ahead(client.id)
        self._build()
        fields = ("ending", "decided_by", "day", "words", "remove", "sheet")
        self.keep(f"end_form:{client.id}", *(f"end_form.{name}" for name in fields))

    def _build(self) -> None:
        self.ending = ChoiceField(_("How it ends"), [(one, label(one)) for one in Ending])
        self.ending.setObjectName("end_form.ending")
        self.decided_by = ChoiceField(_("Who decided"), [(one, label(one)) for one in DecidedBy], chosen=DecidedBy.BOTH)
        self.decided_by.setObjectName("end_form.decided_by")
        self.day = DateField(_("Last day"), day=self._today(), today=self._today)
        self.day.setObjectName("end_form.day")
        self.words = ProseField(
            _("In a few words"), hint=_("The reason in the timeline; may stay empty. The whole record stays.")
        )
        self.words.setObjectName("end_form.words")
        self.remove = CheckBox(_remove_words(len(self._ahead)))
        self.remove.setObjectName("end_form.remove")
        self.remove.setChecked(bool(self._ahead))
        self.remove.setVisible(bool(self._ahead))
        self.sheet = CheckBox(_("Write the ending sheet next, as the note of the last session"))
        self.sheet.setObjectName("end_form.sheet")
        # The note of the last session takes the sheet as long as it is not signed.
        self.sheet.setVisible(self._last is not None and self._last.note is not NoteState.SIGNED)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, field in enumerate((self.ending, self.decided_by, self.day)):
            grid.addWidget(field, place // 2, place % 2)
        self.column.addLayout(grid)
        for part in (self.words, self.remove, self.sheet):
            self.column.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("End the work"), variant="primary")
        self.save.setObjectName("end_form.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save)

    def _on_save(self) -> None:
        day, ending, decided_by = self.day.day(), self.ending.value, self.decided_by.value
        if not self.day.is_valid() or day is None:
            return
        if not isinstance(ending, Ending) or not isinstance(decided_by, DecidedBy):
            return
        episodes, client_id = self._desk.workspace.episodes, self._client.id
        try:
            done = episodes.end(
                client_id, ending, decided_by, day, self.words.text(), remove_planned=self.remove.isChecked()
            )
        except DateIsImpossible:
            self.day.show_error(self._why_not())
            return
        except Problem as problem:
            advice = sentence(problem)
            self.words.show_error(f"{advice.what} {advice.next_step}")
            return
        self.accept()
        if self.sheet.isChecked() and self._last is not None:
            self._write_sheet(self._last)
        words = _("The work ended on {day}.").format(day=full_day(day))
        self._desk.wishes.undo_offered.emit(words, partial(episodes.undo_end, client_id, done.removed))

    def _write_sheet(self, line: SessionLine) -> None:
        """Open the note of the last session with the headings of an ending sheet, below what is written in it."""
        notes = self._desk.workspace.notes
        try:
            note = notes.start(line.session.id, ENDING_SHEET)
            if note.template != ENDING_SHEET:
                notes.add_part(note.id, ENDING_SHEET, base_version=note.version)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._desk.wishes.note.emit(line.session.id)

    def _why_not(self) -> str:
        if self._last is None:
            return _("The last day lies between the opening of the work and today.")
        words = _("The last day lies between the last session, {day}, and today.")
        return words.format(day=full_day(self._last.session.day))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _last_held(desk: Desk, client: Client) -> SessionLine | None:
    lines = desk.workspace.sessions.of_client(client.id)
    return next((line for line in lines if line.session.was_held), None)


def _remove_words(ahead: int) -> str:
    words = ngettext("Take out the {n} session that is planned", "Take out the {n} sessions that are planned", ahead)
    return words.format(n=ahead)
