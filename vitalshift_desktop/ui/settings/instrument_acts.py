"""What can be done with an instrument in one click, each with its way back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.measures.own_instruments import Listed, UseState
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.instrument_saving import ENDING, save_instrument
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _


class InstrumentActs:
    """A refusal is shown beside the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._instruments = desk.workspace.instruments

    def switch(self, listed: Listed) -> None:
        """Switch it off, or on again; what was answered stays, and so does its place with clients."""
        on = not listed.is_usable
        words = _("{name} is switched on.") if on else _("{name} is switched off.")
        if self._desk.did(partial(self._instruments.switch, listed.instrument.id, on=on)):
            undo = partial(self._instruments.switch, listed.instrument.id, on=not on)
            self._desk.wishes.undo_offered.emit(words.format(name=listed.instrument.name), undo)

    def put_away(self, listed: Listed) -> None:
        """Offer an own measure no more, or again."""
        away = listed.state is not UseState.PUT_AWAY
        words = _("{name} is put away.") if away else _("{name} is offered again.")
        if self._desk.did(partial(self._instruments.put_away, listed.instrument.id, away=away)):
            undo = partial(self._instruments.put_away, listed.instrument.id, away=not away)
            self._desk.wishes.undo_offered.emit(words.format(name=listed.instrument.name), undo)

    def remove(self, listed: Listed) -> None:
        """Take out an own measure that was never used."""
        try:
            gone = self._instruments.remove(listed.instrument.id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        words = _("{name} is removed.").format(name=listed.instrument.name)
        self._desk.wishes.undo_offered.emit(words, partial(self._instruments.put_back, gone))

    def save(self, listed: Listed, owner: QWidget) -> str:
        """Save its definition where the counselor says; gives the sentence about it, "" where nothing was saved."""
        suggestion = f"{listed.instrument.id}{ENDING}"
        path = self._desk.dialogs.choose_save_file(owner, _("Save the measure as a file"), suggestion)
        if path is None:
            return ""
        try:
            saved = save_instrument(listed.instrument, path)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return ""
        words = _("Saved as {name}. It holds nothing of the record. Give it an id of its own before you add it.")
        return words.format(name=saved.name)
