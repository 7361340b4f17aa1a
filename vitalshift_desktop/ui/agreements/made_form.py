"""An agreement that was made: is it as it was agreed, what was drawn or said, its signed page, who has a copy."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreeing import Party
from vitalshift_desktop.domain.agreements import Agreement, AgreementId
from vitalshift_desktop.services.agreement_records import AgreementSheet
from vitalshift_desktop.ui.agreements.agree_part import party_names
from vitalshift_desktop.ui.agreements.copies_part import FIELDS, CopiesPart
from vitalshift_desktop.ui.agreements.draw_pad import DrawPad
from vitalshift_desktop.ui.agreements.scans_part import ScansPart
from vitalshift_desktop.ui.dates_in_words import with_year
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_SHOWN_OF_FINGERPRINT = 18
_BESIDE = 2


class MadeForm(RoomyDialog):
    """What was agreed is only shown; scans and copies can be added."""

    def __init__(self, desk: Desk, agreement_id: AgreementId, parent: QWidget) -> None:
        self._desk = desk
        self._records = desk.workspace.agreement_records
        sheet = self._records.sheet(agreement_id)
        title = _("Agreement of {day}").format(day=with_year(sheet.agreement.agreed_on))
        super().__init__(title, width=680, height=620, parent=parent)
        self.setObjectName("made_form")
        self._agreement = sheet.agreement
        self._pads: list[DrawPad] = []
        self.scans = ScansPart(desk, agreement_id)
        self.copies = CopiesPart(desk, sheet.agreement)
        self.close_it = Button(_("Close"), variant="primary")
        self.close_it.setObjectName("made.close")
        self._show_made(sheet)
        self.content.addSpacing(6)
        self.content.addWidget(self.scans)
        self.content.addSpacing(6)
        self.content.addWidget(self.copies)
        self.add_button(self.close_it, safe=True)
        self.close_it.clicked.connect(self.accept)
        self.scans.changed.connect(self._look_again)
        self.copies.changed.connect(self._look_again)
        self.scans.opened.connect(self._on_open)
        desk.privacy.changed.connect(self._cover)
        self._cover()
        self._look_again()
        self.fit_content()
        self.keep(f"made_form:{agreement_id}", *FIELDS)
        self.close_it.setFocus()

    def _show_made(self, sheet: AgreementSheet) -> None:
        agreement = sheet.agreement
        if not sheet.unaltered:
            words = _(
                "This agreement no longer matches the fingerprint made when it was agreed. Something other than "
                "VitalShift changed it. Compare it with a backup before you rely on it."
            )
            self.content.addWidget(Banner("warning-octagon", words, tone="risk"))
        self.content.addWidget(TextLabel(_how_words(self._desk, agreement), size="m"))
        if agreement.words:
            self.content.addWidget(RecordLabel(agreement.words, privacy=self._desk.privacy, role="rail"))
        drawings = QGridLayout()
        drawings.setHorizontalSpacing(16)
        for place, party in enumerate(one for one in agreement.parties if one.strokes):
            drawings.addWidget(self._drawing(agreement, party), place // _BESIDE, place % _BESIDE)
        if drawings.count() == 1:
            drawings.setColumnStretch(1, 1)
        self.content.addLayout(drawings)
        topics = ", ".join(_("{topic} v{n}").format(topic=label(one.topic), n=one.number) for one in agreement.clauses)
        self.content.addWidget(TextLabel(topics, tone="2", size="m"))
        if sheet.unaltered:
            digits = agreement.fingerprint[:_SHOWN_OF_FINGERPRINT]
            words = _("As it was agreed, fingerprint {digits}").format(digits=digits)
            self.content.addWidget(MarkLabel("check-circle", words, "ok"))

    def _drawing(self, agreement: Agreement, party: Party) -> QWidget:
        name = party_names(self._desk, agreement.client_id, (party,))
        pad = DrawPad(_("Signature of {name}").format(name=name), party.strokes, is_open=False)
        self._pads.append(pad)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(pad)
        column.addWidget(TextLabel(name, tone="2", size="m"))
        return whole

    def _cover(self) -> None:
        """Hide what was drawn while names are shortened."""
        for pad in self._pads:
            pad.set_covered(self._desk.privacy.initials_on)

    def _look_again(self) -> None:
        sheet = self._records.sheet(self._agreement.id)
        self.scans.show_sheet(sheet)
        self.copies.show_sheet(sheet)

    def _on_open(self, attachment_id: object) -> None:
        self.accept()
        self._desk.wishes.document.emit(attachment_id)


def _how_words(desk: Desk, agreement: Agreement) -> str:
    """How and by whom, and from which page."""
    words = label(agreement.how)
    if agreement.parties:
        names = party_names(desk, agreement.client_id, agreement.parties)
        words = _("{how}, by {names}").format(how=words, names=names)
    if agreement.serial:
        words = _("{words}, page {serial}").format(words=words, serial=agreement.serial)
    return words
