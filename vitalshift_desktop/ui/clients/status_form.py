"""Moving a client to another status, and putting an entry in its history right."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import Client, ClientStatus, StatusChange
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry_form import EntryForm, Undo
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field, LabeledField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class StatusForm(EntryForm):
    """Status, day and reason, which go into the client's timeline; `change` is an entry to be put right."""

    def __init__(self, desk: Desk, client: Client, parent: QWidget, *, change: StatusChange | None = None) -> None:
        name = desk.privacy.name(client)
        words = _("Status of {name}") if change is None else _("Correct the status of {name}")
        super().__init__(desk, words.format(name=name), "status_form", parent)
        self._client = client
        self._change = change
        self._build()
        self.keep_fields(f"status_form:{client.id}" + (f":{change.id}" if change is not None else ""))

    def _build(self) -> None:
        change = self._change
        # The work ends with its own form, and begins again with its own page.
        episode = self.desk.workspace.episodes.current(self._client.id)
        ends_apart = change is None and episode is not None and episode.is_open
        choices = [
            (status, label(status)) for status in ClientStatus if not (ends_apart and status is ClientStatus.CLOSED)
        ]
        chosen = self._client.status if change is None else change.status
        self.status = ChoiceField(_("Status"), choices, chosen=chosen)
        self.status.setObjectName("status_form.status")
        self.on = self.day(_("From"), "on", optional=False)
        hint = _("May stay empty. It stands in the timeline.")
        self.reason = self.named(Field(_("Reason"), hint=hint, text=change.reason if change else ""), "reason")
        words = TextLabel(
            _("Nothing is removed. To close the file, end the work; a closed client comes back with a new episode."),
            tone="2",
            size="m",
        )
        self.lay_out(((self.status, self.on), self.reason, words), _("Save"))
        self.on.show_day(self.today() if change is None else change.on)

    def field_of(self, problem: Problem) -> LabeledField | None:
        """The day, when it cannot be."""
        return self.on if isinstance(problem, DateIsImpossible) else None

    def act(self) -> Undo | None:
        """Save the new status, or the corrected entry; raises Problem."""
        chosen, workspace = self.status.value, self.desk.workspace
        if not isinstance(chosen, ClientStatus):
            return None
        if self._change is not None:
            return self._correct(self._change, chosen)
        if chosen is self._client.status:
            return None
        workspace.clients.set_status(self._client.id, chosen, self.reason.text(), on=self.on.day())
        written = max(workspace.files.whole(self._client.id).statuses, key=lambda change: change.id)
        return _("Status changed."), partial(workspace.files.remove_status, written)

    def _correct(self, change: StatusChange, chosen: ClientStatus) -> Undo | None:
        right = replace(change, status=chosen, on=self.on.day() or change.on, reason=self.reason.text())
        if right == change:
            return None
        files = self.desk.workspace.files
        files.correct_status(right)
        return _("Entry corrected."), partial(files.correct_status, change)
