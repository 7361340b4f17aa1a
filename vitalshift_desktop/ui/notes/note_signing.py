"""Signing a note from its page, and adding to it afterwards."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.notes import AdditionKind
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.notes.sign_sheet import SignSheet


class NoteSigning(QObject):
    """Opens the signing sheet and the form for additions over the page of a note."""

    signed = Signal()
    plan_wanted = Signal()
    """The plan is to be written before signing."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._opened: OpenNote | None = None

    def show_note(self, opened: OpenNote) -> None:
        """From now on it is about this note."""
        self._opened = opened

    def ask_to_sign(self) -> None:
        """Open the signing sheet; everything must be saved."""
        opened = self._opened
        if opened is None or opened.note.is_signed:
            return
        sheet = self._desk.workspace.notes.signing_sheet(opened.note.id)
        name = self._desk.privacy.name(opened.client)
        form = SignSheet(sheet, name, span_words(opened.session), self._page)
        form.signed.connect(self._on_signed)
        form.plan_wanted.connect(self.plan_wanted)
        form.open()

    def ask_to_add(self, kind: AdditionKind) -> None:
        """Open the form for an addition to a signed note."""
        opened = self._opened
        if opened is not None and opened.note.is_signed:
            AddendumForm(self._desk, opened.note.id, opened.session.day, self._page, kind=kind).open()

    def _on_signed(self) -> None:
        if self._opened is None:
            return
        try:
            self._desk.workspace.notes.sign(self._opened.note.id, by=self._page)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.signed.emit()
