"""The clauses that are ticked go on paper to be signed: looked at before, printed at once, or saved as a PDF."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from vitalshift_desktop.domain.agreements import DraftClause
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.agreements.name_note import draft_note
from vitalshift_desktop.ui.agreements.page_out import printed
from vitalshift_desktop.ui.agreements.preview_form import HandOut, PreviewForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

Wanted = Callable[[], tuple[Sequence[DraftClause], date | None] | None]
"""The clauses to be printed and the day of their review; None after saying what is wrong."""


class SigningPaper(QObject):
    """Two buttons of a form, and the sentence that belongs to them; `done` brings the page that waits."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, form: DialogFrame, client_id: ClientId, wanted: Wanted) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._client_id = client_id
        self._wanted = wanted
        self._names = desk.workspace.agreeing.names_to_leave_out(client_id)
        self.note = TextLabel(tone="attn", size="m")
        self.note.setObjectName("agreement.name_note")
        self.note.hide()
        self.preview = Button(_("Preview…"))
        self.preview.setObjectName("agreement.preview")
        self.print = Button(_("Print for signing…"))
        self.print.setObjectName("agreement.print")
        self.print.setToolTip(_("Ctrl P: nothing is in force until you say that the page was signed."))
        QShortcut(QKeySequence.StandardKey.Print, form, self.print.click)
        self.print.clicked.connect(self._on_print)
        self.preview.clicked.connect(self._on_preview)

    def show_note(self, clauses: Sequence[DraftClause]) -> None:
        """Say beside the buttons which of these clauses has a name that is not to be on paper."""
        words = draft_note(self._names, clauses)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _on_print(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        try:
            page = printed(self._desk, self._form, self._client_id, self._hand_out(*wanted))
        except Problem as problem:
            self.failed.emit(problem)
            return
        if page is not None:
            self.done.emit(page)

    def _on_preview(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        clauses, review_on = wanted
        try:
            page = self._desk.workspace.agreeing.page_for_signing(self._client_id, clauses, review_on)
        except Problem as problem:
            self.failed.emit(problem)
            return
        form = PreviewForm(
            self._desk, self._client_id, page, self._hand_out(*wanted), self._form, note=self.note.text()
        )
        form.handed_out.connect(self.done)
        form.open_from(self.preview)

    def _hand_out(self, clauses: Sequence[DraftClause], review_on: date | None) -> HandOut:
        return partial(self._desk.workspace.agreeing.print_for_signing, self._client_id, clauses, review_on)
