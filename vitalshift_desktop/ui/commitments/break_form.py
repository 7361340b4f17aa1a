"""Asks from when to when no sessions are expected, as agreed with a client."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import BreakTooLong, DateIsImpossible, EndsBeforeItStarts, Problem
from vitalshift_desktop.ui.commitments.terms_words import break_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class BreakForm(EntryForm):
    """The first day and the last; sessions already in the calendar stay there."""

    def __init__(self, desk: Desk, client_id: ClientId, parent: QWidget | None = None) -> None:
        self._client_id = client_id
        name = cut(desk.privacy.name(desk.workspace.clients.get(client_id)))
        super().__init__(desk, _("Break agreed with {name}").format(name=name), "break_form", parent)
        told = TextLabel(
            _("In this time nobody is expected, and silence is not spoken of. Booked sessions stay booked."),
            tone="2",
            size="m",
        )
        self.on = self.day(_("Agreed on"), "on", optional=False)
        self.first = self.day(_("First day"), "first", optional=False)
        self.last = self.day(_("Last day"), "last", optional=False)
        self.words = self.text(_("In which words, if any"), "words")
        self.lay_out((told, (self.first, self.last), self.on, self.words), _("Agree"))
        self.on.show_day(self.today())
        self.keep_fields(f"break_form:{client_id}")
        self.first.setFocus()

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The last day, or the day on which it was agreed."""
        if isinstance(problem, DateIsImpossible):
            return self.on
        return self.last if isinstance(problem, BreakTooLong | EndsBeforeItStarts) else None

    def act(self) -> Undo | None:
        """Agree the break; raises Problem."""
        commitments = self.desk.workspace.commitments
        first, last = self.first.day() or self.today(), self.last.day() or self.today()
        agreed = commitments.agree_break(
            self._client_id, first, last, self.words.text(), agreed_on=self.on.day() or self.today()
        )
        return break_words(agreed), partial(commitments.take_back_break, agreed.id)
