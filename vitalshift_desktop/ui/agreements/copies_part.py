"""Who received an agreement: from the ledger of printed pages, and written down by hand."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreement_copies import AgreementCopy, CopyWay
from vitalshift_desktop.domain.agreements import Agreement
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.agreement_records import AgreementSheet
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.name_note import agreed_note
from vitalshift_desktop.ui.agreements.page_out import printed
from vitalshift_desktop.ui.agreements.preview_form import HandOut, PreviewForm
from vitalshift_desktop.ui.dates_in_words import with_year
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import ErrorSentence, Field
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

FIELDS = ("made.to_whom", "made.way", "made.on")


class CopiesPart(QWidget):
    """The list, and below it a line to add to it by printing a copy or by writing it down."""

    changed = Signal()

    def __init__(self, desk: Desk, agreement: Agreement) -> None:
        super().__init__()
        self._desk = desk
        self._records = desk.workspace.agreement_records
        self._agreement = agreement
        self._removed: AgreementCopy | None = None
        self._build()
        self.write.clicked.connect(self._on_write)
        self.print.clicked.connect(self._on_print)
        self.preview.clicked.connect(self._on_preview)
        self.put_back.clicked.connect(self._on_put_back)

    def _build(self) -> None:
        self._heading = SectionHeading(_("Who has a copy"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._none = TextLabel(_("Nobody yet, as far as is written here."), tone="2", size="m")
        self.put_back = LinkButton(_("The entry was removed. Put it back"))
        self.to_whom = Field(_("For whom"))
        self.to_whom.setObjectName(FIELDS[0])
        if not self._desk.privacy.initials_on:
            self.to_whom.show_text(self._desk.workspace.clients.get(self._agreement.client_id).name)
        self.way = ChoiceField(_("How"), [(way, label(way)) for way in CopyWay], chosen=CopyWay.HANDED_OVER)
        self.way.setObjectName(FIELDS[1])
        self.on = DateField(_("On"), day=self._today(), today=self._today)
        self.on.setObjectName(FIELDS[2])
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        for place, field in enumerate((self.to_whom, self.way, self.on)):
            fields.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
            fields.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._lines)
        for part in (self._none, self.put_back):
            column.addWidget(part)
        column.addLayout(fields)
        self._error = ErrorSentence()
        self.note = self._make_note()
        column.addWidget(self._error)
        column.addWidget(self.note)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self.write = Button(_("Write down"))
        self.write.setObjectName("made.write_down")
        self.print = Button(_("Print a copy…"))
        self.print.setObjectName("made.print_copy")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.preview = Button(_("Preview…"))
        self.preview.setObjectName("made.preview_copy")
        buttons.addWidget(self.preview)
        buttons.addWidget(self.print)
        buttons.addWidget(self.write)
        buttons.addStretch(1)
        return buttons

    def _make_note(self) -> TextLabel:
        names = self._desk.workspace.agreeing.names_to_leave_out(self._agreement.client_id)
        note = TextLabel(agreed_note(names, self._agreement.clauses), tone="attn", size="m")
        note.setObjectName("made.name_note")
        if not note.text():
            note.hide()
        return note

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._error.sentence()

    def show_sheet(self, sheet: AgreementSheet) -> None:
        """Show who received this agreement."""
        empty(self._lines)
        self._heading.show_count(len(sheet.copies) or None)
        self._none.setVisible(not sheet.copies)
        self.put_back.setVisible(self._removed is not None)
        for copy in sheet.copies:
            self._lines.addWidget(self._line(copy))

    def _line(self, copy: AgreementCopy) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(TextLabel(with_year(copy.on), size="m", wrap=False))
        row.addWidget(RecordLabel(copy.to_whom, privacy=self._desk.privacy, role="detail"), 1)
        row.addWidget(TextLabel(label(copy.way), tone="2", size="m", wrap=False))
        if copy.serial:
            row.addWidget(TextLabel(_("page {serial}").format(serial=copy.serial), tone="2", size="m", wrap=False))
        else:
            remove = LinkButton(_("Remove"))
            remove.setAccessibleName(_("Remove the entry of {day}").format(day=with_year(copy.on)))
            remove.clicked.connect(partial(self._on_remove, copy))
            row.addWidget(remove)
        return line

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _on_write(self) -> None:
        day, way = self.on.day(), self.way.value
        if not self.on.is_valid() or day is None or not isinstance(way, CopyWay):
            return
        if not self._agreement.agreed_on <= day <= self._today():
            self.on.show_error(_("Use a day from the day it was agreed until today."))
            return
        try:
            self._records.add_copy(self._agreement.id, day, self.to_whom.text(), way)
        except Problem as problem:
            self._say(problem)
            return
        self._say(None)

    def _hand_out(self) -> HandOut:
        return partial(self._records.hand_out_copy, self._agreement.id, self.to_whom.text())

    def _on_preview(self) -> None:
        client_id, window = self._agreement.client_id, self.window()
        try:
            page = self._records.page(self._agreement.id)
        except Problem as problem:
            self._say(problem)
            return
        form = PreviewForm(self._desk, client_id, page, self._hand_out(), window, note=self.note.text())
        form.handed_out.connect(self._on_handed_out)
        form.open_from(self.preview)

    def _on_handed_out(self, _copy: object) -> None:
        self._say(None)

    def _on_print(self) -> None:
        try:
            made = printed(self._desk, self, self._agreement.client_id, self._hand_out())
        except Problem as problem:
            self._say(problem)
            return
        if made is not None:
            self._say(None)

    def _on_remove(self, copy: AgreementCopy) -> None:
        if self._desk.did(partial(self._records.remove_copy, copy)):
            self._removed = copy
            self.changed.emit()

    def _on_put_back(self) -> None:
        if self._removed is not None and self._desk.did(partial(self._records.put_back_copy, self._removed)):
            self._removed = None
            self.changed.emit()

    def _say(self, problem: Problem | None) -> None:
        if problem is None:
            self._removed = None
            self._error.show_sentence("")
            self.changed.emit()
            return
        advice = sentence(problem)
        self._error.show_sentence(f"{advice.what} {advice.next_step}")
