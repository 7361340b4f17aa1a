"""One consultation, with what it stood in place of."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.consultations import Consultation, ConsultationId
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.note_words import written_words
from vitalshift_desktop.ui.boundary_events.read_sheet import Block, ReadSheet
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.words import _


class ConsultationSheet(ReadSheet):
    """Reads an entry of the log, or what stands in its place by now, and puts it right by another."""

    def __init__(self, desk: Desk, entry_id: ConsultationId, parent: QWidget) -> None:
        super().__init__(desk, _("Consultation"), parent)
        self.setObjectName("consultation_sheet")
        self._entry = desk.workspace.consultations.latest(entry_id)
        self.correct = Button(_("Put it right…"))
        self.correct.setObjectName("consultation_sheet.correct")
        self.offer(self.correct)
        self.correct.clicked.connect(self._on_correct)
        self._show()
        self.close_button.setFocus()

    def _show(self) -> None:
        self.facts.setText(full_day(self._entry.details.on))
        self.show_blocks(tuple(self._written()))

    def _written(self) -> Iterator[Block]:
        clock = self._desk.workspace.clock
        written = written_words(self._entry.recorded_at, self._entry.signer, clock)
        yield from _blocks(self._entry, written)
        for before in self._desk.workspace.consultations.earlier(self._entry):
            earlier = _("Earlier, written {when}").format(when=written_words(before.recorded_at, before.signer, clock))
            yield from _blocks(before, earlier)

    def _on_correct(self) -> None:
        form = ConsultationForm(self._desk, self._entry.client_id, self, self._entry.id)
        form.saved.connect(self._on_corrected)
        form.open_from(self.close_button)

    def _on_corrected(self, entry: Consultation) -> None:
        self._entry = entry
        self._show()


def _blocks(entry: Consultation, written: str) -> Iterator[Block]:
    details = entry.details
    yield Block(_("Whom you asked"), details.whom, written)
    yield Block(_("About which question"), details.question)
    yield Block(_("What was advised"), details.advised)
    yield Block(_("What you decided"), details.decided)
