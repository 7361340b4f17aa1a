"""One worksheet: what was thought before, what happened, and what was added."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.worksheets import BeforePart, Worksheet
from vitalshift_desktop.ui.boundary_events.after_forms import AfterForm
from vitalshift_desktop.ui.boundary_events.note_words import begun, worksheet_words, written_words
from vitalshift_desktop.ui.boundary_events.read_sheet import Block, ReadSheet
from vitalshift_desktop.ui.boundary_events.worksheet_form import WorksheetForm
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class WorksheetSheet(ReadSheet):
    """An open one can be changed, closed and removed; a closed one added to, and made a note on an agreement."""

    def __init__(self, desk: Desk, worksheet_id: WorksheetId, parent: QWidget) -> None:
        super().__init__(desk, _("Worksheet for before and after"), parent)
        self.setObjectName("worksheet_sheet")
        self._worksheet_id = worksheet_id
        self.after = Button(_("What happened…"))
        self.after.setObjectName("worksheet_sheet.after")
        self.change = Button(_("Change…"))
        self.change.setObjectName("worksheet_sheet.change")
        self.add = Button(_("Add to it…"))
        self.add.setObjectName("worksheet_sheet.add")
        self.note = LinkButton(_("Write a note on an agreement…"))
        self.note.setObjectName("worksheet_sheet.note")
        self.remove = LinkButton(_("Remove"))
        self.remove.setObjectName("worksheet_sheet.remove")
        self.offer(self.after, self.change, self.add, self.note, self.remove)
        self.after.clicked.connect(partial(self._on_after, adds=False))
        self.add.clicked.connect(partial(self._on_after, adds=True))
        self.change.clicked.connect(self._on_change)
        self.note.clicked.connect(self._on_note)
        self.remove.clicked.connect(self._on_remove)
        self.look_again()
        self.close_button.setFocus()

    def look_again(self) -> None:
        """Show the worksheet as it is now."""
        worksheet = self._desk.workspace.worksheets.get(self._worksheet_id)
        self._worksheet = worksheet
        words = worksheet_words(worksheet, self._desk.workspace.clock)
        self.facts.setText(f"{begun(words)}.")
        self.show_blocks(tuple(self._written(worksheet)))
        writes = self._desk.workspace.read_only is None
        for button in (self.after, self.change, self.remove):
            button.setVisible(writes and not worksheet.is_closed)
        self.add.setVisible(writes and worksheet.is_closed)
        self.note.setVisible(writes and worksheet.is_closed)

    def _written(self, worksheet: Worksheet) -> Iterator[Block]:
        clock = self._desk.workspace.clock
        for part in BeforePart:
            yield Block(label(part), worksheet.before.text(part))
        if worksheet.happened_on is not None:
            yield Block(_("What happened"), worksheet.happened, full_day(worksheet.happened_on))
        for one in worksheet.additions:
            yield Block(_("Added"), one.text, written_words(one.recorded_at, one.signer, clock))

    def _on_after(self, _checked: bool = False, *, adds: bool) -> None:
        form = AfterForm(self._desk, self._worksheet_id, self, adds=adds)
        form.saved.connect(self.look_again)
        form.open_from(self.close_button)

    def _on_change(self) -> None:
        form = WorksheetForm(self._desk, self._worksheet.client_id, self, self._worksheet_id)
        form.saved.connect(self.look_again)
        form.open_from(self.close_button)

    def _on_note(self) -> None:
        self.accept()
        self._desk.wishes.note_of_worksheet.emit(self._worksheet_id)

    def _on_remove(self) -> None:
        sheets = self._desk.workspace.worksheets
        try:
            removed = sheets.remove(self._worksheet_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.accept()
        self._desk.wishes.undo_offered.emit(_("The worksheet is removed."), partial(sheets.restore, removed))
