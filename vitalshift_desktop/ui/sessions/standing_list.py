"""The standing appointments of one client, above the list of their sessions."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.standing import StandingAppointment
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.sessions.every_weeks import span_of_standing, standing_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class StandingList(QWidget):
    """Each that goes on, with its words and what can be done; those that are over are not shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._standing = desk.workspace.standing
        self.rows: list[StandingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_client(self, client_id: ClientId) -> None:
        """Show those of this client."""
        day = today(self._desk.workspace.clock)
        going_on = [one for one in self._standing.of_client(client_id) if not one.is_over(day)]
        empty(self._column)
        self.rows = [StandingRow(one) for one in going_on]
        for row in self.rows:
            row.change.clicked.connect(partial(self._on_change, row.appointment))
            row.end.clicked.connect(partial(self._on_end, row.appointment))
            self._column.addWidget(row)
        self.setVisible(bool(going_on))

    def _on_change(self, appointment: StandingAppointment) -> None:
        day = today(self._desk.workspace.clock)
        self._desk.wishes.standing_form.emit(appointment.client_id, appointment.id, day)

    def _on_end(self, appointment: StandingAppointment) -> None:
        try:
            ended = self._standing.end(appointment.id, today(self._desk.workspace.clock))
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        name = cut(self._desk.privacy.name(self._desk.workspace.clients.get(appointment.client_id)))
        words = _("{name}: the standing appointment ends today.").format(name=name)
        self._desk.wishes.undo_offered.emit(words, partial(self._standing.put_back, ended))


class StandingRow(QWidget):
    """One standing appointment in a line."""

    def __init__(self, appointment: StandingAppointment) -> None:
        super().__init__()
        self.appointment = appointment
        words = standing_words(appointment)
        self.change = LinkButton(_("Change…"))
        self.change.setAccessibleName(_("Change {name}…").format(name=words))
        self.change.setObjectName("standing.change")
        self.end = LinkButton(_("End it"))
        self.end.setAccessibleName(_("End {name}").format(name=words))
        self.end.setObjectName("standing.end")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(TextLabel(f"{words}. {span_of_standing(appointment)}", tone="2", size="m"), 1)
        row.addWidget(self.change)
        row.addWidget(self.end)
