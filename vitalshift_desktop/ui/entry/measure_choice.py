"""For whom a form is entered, and which: the client where none is at hand, and the client's measures."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.measure_sheet import EnteredForm, MeasureSheet
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.entry.history_words import history_words
from vitalshift_desktop.ui.entry.measure_frame import MeasureFrame
from vitalshift_desktop.words import _


class MeasureChoice(MeasureFrame):
    """The only measure that is due, or the only one in use, is chosen already."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(desk, title, parent)
        self._measures = desk.workspace.measures
        self._session_id: SessionId | None = None
        self._sheet: MeasureSheet | None = None
        self._entered_by: Instrument | None = None
        self._entered: EnteredForm | None = None
        self.client.picked.connect(self._on_client)
        desk.privacy.changed.connect(self._name_again)

    @property
    def form(self) -> Instrument | None:
        """The instrument that is chosen, or the one a form was entered by."""
        if self._entered_by is not None:
            return self._entered_by
        known = self._sheet.instruments if self._sheet is not None else ()
        return next((one for one in known if one.id == self.instrument.value), None)

    def focus_first(self) -> None:
        """Go to the answers where the measure is chosen, else to the choice."""
        if self.answers is not None:
            self.answers.focus_first()
        elif self._sheet is not None:
            self.instrument.setFocus()
        else:
            self.client.setFocus()

    def _show_clients(self, client_id: ClientId | None) -> None:
        self.client.setVisible(client_id is None)
        self.instrument.setVisible(client_id is not None)
        self.fields.setVisible(client_id is not None)
        self.told.hide()
        self.show_instrument(None)
        if client_id is None:
            self._list_clients()

    def _list_clients(self) -> None:
        open_statuses = frozenset(ClientStatus) - {ClientStatus.CLOSED}
        lines = self.desk.workspace.clients.lines(open_statuses)
        named = [(line.client.id, self.desk.privacy.name(line.client)) for line in lines]
        self.client.show_choices([(None, _("Choose a client")), *named])

    def _on_client(self, client_id: object) -> None:
        if isinstance(client_id, int):
            self._show_client(ClientId(client_id), None)
            self.focus_first()

    def _show_client(self, client_id: ClientId, instrument_id: str | None) -> None:
        sheet = self._sheet = self._measures.sheet(client_id, self._session_id)
        self.instrument.show()
        self.fields.show()
        self.fields.show_sheet(sheet, self._session_id)
        known = {one.id for one in sheet.instruments}
        first = instrument_id if instrument_id in known else sheet.first
        named = [(one.id, one.name) for one in sheet.instruments]
        self.instrument.show_choices(named if first else [(None, _("Choose a measure")), *named])
        if first is not None:
            self.instrument.choose_text(first)
        self._tell(sheet)
        self._on_instrument()

    def _name_again(self) -> None:
        """Names are shortened or shown; whatever is chosen stays."""
        if self._sheet is None:
            self._list_clients()
            return
        self.fields.show_people(self._sheet)
        if self._entered is not None:
            self.fields.show_person(self._entered)
        self._tell(self._sheet)

    def _tell(self, sheet: MeasureSheet) -> None:
        """For whom this is, and that nothing is asked for just now."""
        words = [_("For {name}").format(name=self.desk.privacy.name(sheet.client))]
        if sheet.paused is not None:
            since = day_words(sheet.paused.since)
            told = _("Measures are paused since {day}; a form can still be entered.").format(day=since)
            words.append(told if self.desk.privacy.initials_on else f"{told} {sheet.paused.reason}")
        if self._entered is not None:
            hidden = self.desk.privacy.initials_on
            words.append(history_words(self._entered, self.desk.workspace.clock, hidden=hidden))
        self.told.setText("\n".join(words))
        self.told.show()

    def _on_instrument(self) -> None:
        self.show_instrument(self.form)
